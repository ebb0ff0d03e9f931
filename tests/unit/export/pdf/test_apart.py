"""Claims about verifying apart: the child says what we would, and what harms it proves nothing."""

from __future__ import annotations

import io
import os
import resource
import runpy
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.confined import Limits
from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.plain import NotPlainError, to_plain
from rhi_desktop.export.pdf import apart, asking
from rhi_desktop.export.pdf.apart import ENDED, Checker, verify_apart
from rhi_desktop.export.pdf.asking import Asked
from rhi_desktop.export.pdf.verdict import Outcome, Verdict, unheard
from rhi_desktop.export.pdf.verify import LIMIT, verify
from tests.attacks import malformed
from tests.attacks.papers import NAMES, paper, trusted
from tests.unit.export.samples import JO
from tests.unit.export.signed import KIT, person

MIB = 1024 * 1024


def asked(*, both: bool = False, quick: bool = True) -> Asked:
    """Both signers trusted."""
    return Asked(trusted(), both=both, quick=quick)


def left() -> list[str]:
    """Children of this very process that still verify."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            told = (place / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == os.getpid() and b"pdf.apart" in told:
            found.append(place.name)
    return found


@pytest.mark.parametrize("name", ["countersigned", "police"])
def test_the_child_says_what_we_would_say(name: str) -> None:
    """Quickly and wholly, to the last word; and how far it is while it compares."""
    data, heard = paper(name).data, list[tuple[int, int]]()
    checker = Checker()
    try:
        checker.begin(data, asked())
        quick = checker.quick()
        whole = checker.whole(lambda done, of: heard.append((done, of)))
    finally:
        checker.end()
    assert quick == verify(data, trusted(), quick=True)
    assert whole == verify(data, trusted())
    assert whole.outcome is Outcome.GENUINE
    shares = [done / of for done, of in heard]
    assert shares == sorted(shares)
    if name == "countersigned":
        assert len(shares) > 9
        assert shares[-1] > 0.9
    assert left() == []


def test_what_is_expected_travels_with_the_question() -> None:
    """Another seal, and a countersignature that is gone."""
    other = verify_apart(paper().data, Asked(trusted(), "00" * 32))
    assert other.reasons == ("other_record",)
    gone = verify_apart(paper().once, asked(both=True, quick=False))
    assert gone.reasons == ("countersignature_gone",)


@pytest.mark.parametrize(
    "limits",
    [Limits(memory=48 * MIB, seconds=60, wait=60), Limits(memory=768 * MIB, seconds=60, wait=0.0)],
)
def test_a_child_without_memory_or_time_ends_as_not_verified(limits: Limits) -> None:
    """Even the genuine file: no answer is no verdict. Exit code 2."""
    verdict = verify_apart(paper().data, asked(), limits)
    assert verdict == ENDED
    assert verdict.exit_code == 2
    assert left() == []


def test_a_check_can_be_stopped_and_ended_twice() -> None:
    """Before, while and after; nothing is left and nothing is raised."""
    stop = threading.Event()
    checker = Checker(stop=stop)
    stop.set()
    checker.begin(paper().data, asked())
    checker.end()
    assert checker.quick() == ENDED
    assert checker.whole() == ENDED
    checker.end()
    unasked = Checker()
    unasked.end()
    unasked.begin(paper().data, asked())
    assert unasked.quick() == ENDED
    unasked.end()
    assert left() == []


def test_without_a_process_nothing_is_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has none to give."""

    def none(*_given: object) -> None:
        raise OSError

    monkeypatch.setattr(apart, "Child", none)
    assert verify_apart(paper().data, asked()) == ENDED


def test_a_file_that_is_too_large_is_not_handed_over() -> None:
    """The child never sees it."""
    verdict = verify_apart(b"%PDF-" + bytes(LIMIT), asked())
    assert verdict.reasons == ("too_large",)


def packed(count: int) -> bytes:
    """Many streams that each unpack to a hundred million bytes."""
    held = zlib.compress(bytes(100_000_000), 9)
    body = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(held) + held + b"\nendstream\n"
    return b"%PDF-1.7\n" + body * count + b"startxref\n9\n%%EOF"


def disguised() -> bytes:
    """A table that claims endless rows, spelled so that no bound sees it."""
    rows = zlib.compress(bytes(900))
    said = b"/Type/XRef/W[1 0 0]/#53ize 9/Ind#65x[0 2147483648]/Root 1 0 R/Filter/FlateDecode"
    head = b"%PDF-1.7\n9 0 obj\n<<" + said + b"/Length %d>>\nstream\n" % len(rows)
    return head + rows + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


def _any(*_word: object, below: int) -> int:
    return below - 1


def _one(*_word: object, below: int) -> int:
    return min(1, below - 1)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a bomb of streams": lambda: packed(60),
    "deep nesting": lambda: malformed.nested(b"", _any),
    "a huge table": lambda: malformed.huge_table(b"", _any),
    "tables in a circle": lambda: malformed.looped_table(b"", _any),
    "trees in a circle": lambda: malformed.circular(b"", _any),
    "filters behind each other": lambda: malformed.chained(b"", _any),
    "packed three times": lambda: malformed.swollen(b"", _any),
    "a claim in disguise": disguised,
    "a signature nested without end": lambda: malformed.envelope(paper().data, _one),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_within_the_limits(name: str) -> None:
    """With a second of computing and the memory of the app: never genuine, never an exception."""
    limits = replace(apart.LIMITS, seconds=2, wait=20.0)
    verdict = verify_apart(HOSTILE[name](), asked(), limits)
    assert verdict.outcome in {Outcome.UNREADABLE, Outcome.UNSIGNED, Outcome.CHANGED}
    assert verdict.reasons
    if name == "a claim in disguise":  # no bound of ours sees it coming: the limit ends it
        assert verdict == ENDED
    assert left() == []


def said(*lines: Plain) -> io.BytesIO:
    """An answer."""
    return io.BytesIO(b"".join(dumps(line) + b"\n" for line in lines))


def genuine() -> Verdict:
    """As an honest child says it."""
    return verify(paper().data, trusted())


LIES: dict[str, Plain] = {
    "no answer": {},
    "another question": {"quick": to_plain(ENDED)},
    "too far": {"part": [3, 2]},
    "no verdict": {"whole": {"outcome": "genuine", "surplus": 1}},
    "nobody signed": {"whole": to_plain(Verdict(Outcome.GENUINE))},
}


@pytest.mark.parametrize("name", LIES)
def test_nonsense_from_the_child_is_no_verdict(name: str) -> None:
    """The child met hostile bytes: what it says is parsed, not trusted."""
    with pytest.raises(ValueError, match=r"\w"):
        asking.hear(said(LIES[name]), "whole", trusted(), unheard)


def test_a_child_cannot_invent_a_signer() -> None:
    """Whom it calls known must be one of ours, and our words for them are used."""
    verdict = genuine()
    first = replace(verdict.signatures[0], name="Somebody Else", words=("evil",) * 6)
    told = replace(verdict, signatures=(first, *verdict.signatures[1:]))
    heard = asking.hear(said({"whole": to_plain(told)}), "whole", trusted(), unheard)
    assert heard == verdict
    stranger = replace(first, certificate_sha256=person(KIT).pin.sha256)
    forged = replace(verdict, signatures=(stranger, *verdict.signatures[1:]))
    with pytest.raises(NotPlainError):
        asking.hear(said({"whole": to_plain(forged)}), "whole", trusted(), unheard)
    doubted = replace(verdict, reasons=("signature_broken",))
    with pytest.raises(NotPlainError):
        asking.hear(said({"whole": to_plain(doubted)}), "whole", trusted(), unheard)


def test_an_answer_that_breaks_off_is_no_verdict() -> None:
    """The last line is missing, or endless."""
    whole = said({"whole": to_plain(genuine())}).getvalue()
    for cut in (whole[:-1], b"", b"[" * (asking.LONGEST + 2) + b"\n"):
        with pytest.raises(ValueError, match=r"\w|^$"):
            asking.hear(io.BytesIO(cut), "whole", trusted(), unheard)


def test_the_child_holds_nothing_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """No argument but its limits, no environment but one path, no file it could write."""
    seen: list[tuple[Sequence[str], dict[str, str]]] = []
    real = subprocess.Popen

    class Watched(real):  # type: ignore[misc,valid-type]  # a class that is looked up
        def __init__(self, arguments: Sequence[str], **named: dict[str, str]) -> None:
            seen.append((arguments, named["env"]))
            super().__init__(arguments, **named)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    monkeypatch.setenv("CANARY", "visible")
    assert verify_apart(paper().data, asked(quick=False)).outcome is Outcome.GENUINE
    ((arguments, environment),) = seen
    assert list(environment) == ["PYTHONPATH"]
    assert not any("Penhallow" in one or JO.name in one for one in arguments)
    assert arguments[-3:] == ["rhi_desktop.export.pdf.apart", str(768 * MIB), "60"]


def test_the_names_of_all_papers_are_those_of_variants() -> None:
    """Nothing that can be signed is left out of what is attacked."""
    assert set(NAMES) >= {"police", "carer", "addendum", "aggregate"}


def test_the_child_confines_itself_before_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it takes one question from its input and gives the quick look and the verdict."""
    limits: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    data, told = paper("carer").data, io.BytesIO()
    question = io.TextIOWrapper(io.BytesIO(asked().question(data)))
    monkeypatch.setattr(sys, "stdin", question)
    monkeypatch.setattr(sys, "argv", ["apart", "600000000", "9"])
    monkeypatch.delitem(sys.modules, apart.__name__)  # the child starts with the module itself
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", io.TextIOWrapper(told))
        runpy.run_module(apart.__name__, run_name="__main__")
        assert limits[resource.RLIMIT_AS][0] == 600_000_000
        assert limits[resource.RLIMIT_CPU][0] == 9
        answer = io.BytesIO(told.getvalue())
    assert asking.hear(answer, "quick", trusted(), unheard) == verify(data, trusted(), quick=True)
    assert asking.hear(answer, "whole", trusted(), unheard) == verify(data, trusted())
