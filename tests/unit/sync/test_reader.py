"""Hostile bytes are read in a child process that may die; the parent always has an answer."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.card import KnownCard, Trust
from rhi_desktop.domain.exchange import Incoming
from rhi_desktop.errors import BundleError
from rhi_desktop.sync import bundle, reader, reading
from rhi_desktop.sync.reader import Limits
from tests.unit.sync import forge
from tests.unit.sync.people import PACK, ada, at, ben, book, line_record, mal, outgoing
from tests.unit.sync.whole import whole_records

SENT = outgoing()
DATA = bundle.seal(SENT, ada().identity, ada().card, [ben().card], at())
BOOK = book(ada(), ben())


def read(
    data: bytes = DATA, limits: Limits | None = None, stop: threading.Event | None = None
) -> Incoming:
    """What Ben's vault reads."""
    return reader.read(data, ben().secret, BOOK, [PACK], limits, stop)


def refusal(
    data: bytes = DATA, limits: Limits | None = None, stop: threading.Event | None = None
) -> str:
    """The code with which Ben's vault refuses."""
    with pytest.raises(BundleError) as caught:
        read(data, limits, stop)
    return caught.value.code


def children() -> list[int]:
    """The reading children of this very process, by number."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = entry.read_text().rpartition(")")[2].split()
            if int(fields[1]) == os.getpid():
                found.append(int(entry.parent.name))
    return found


def test_the_child_hands_over_every_kind_of_the_whole_job() -> None:
    """Facts, cards, readings, indicators, views, actions, disclosures, strokes, follow-ups."""
    sent = outgoing(whole_records())
    data = bundle.seal(sent, ada().identity, ada().card, [ben().card], at())
    assert read(data).records == sent.records


def test_the_child_hands_over_what_was_sent() -> None:
    """Head, sender, every record and every file, exactly."""
    incoming = read()
    assert incoming.records == SENT.records
    assert incoming.files == SENT.files
    assert incoming.sender == ada().card
    assert incoming.head.journal == SENT.journal


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "bundle_foreign"),
        (DATA[:2000], "bundle_cut"),
        (forge.sealed(b"RHIB\0\4??"), "bundle_newer"),
        (forge.forged(forge.good_lines(), signer=mal()), "bundle_changed"),
        (forge.forged([b"{}\n"], head={"records": 1, "files": 0}), "bundle_damaged"),
        (b"x" * (bundle.MAX_PACKED + 1), "bundle_too_large"),
    ],
)
def test_a_refusal_keeps_its_code_on_the_way(data: bytes, code: str) -> None:
    """What the child says is what the parent raises."""
    assert refusal(data) == code


def test_a_refusal_keeps_its_facts_on_the_way() -> None:
    """The fingerprint to look for comes along."""
    with pytest.raises(BundleError) as caught:
        reader.read(DATA, ben().secret, [ada().known(Trust.PENDING)], [PACK])
    assert caught.value.code == "signer_pending"
    assert caught.value.facts == {"fingerprint": ada().card.fingerprint}


def test_a_refusal_after_many_lines_hands_over_nothing() -> None:
    """The last check comes last, and then nothing counts that came before."""
    lines = forge.good_lines([*SENT.records, *(line_record(n) for n in range(10, 200))])
    assert refusal(forge.forged(lines, head={"packs": ()})) == "bundle_damaged"


def test_a_child_without_memory_is_a_failed_reading() -> None:
    """Too big for its limit: it dies, and we are told so."""
    big = forge.forged(forge.good_lines([*SENT.records, line_record(9, "x" * 10_000_000)]))
    assert refusal(big, Limits(memory=32 * 1024 * 1024)) == "reader_failed"


def test_a_child_without_time_is_a_failed_reading() -> None:
    """The parent's clock ends it."""
    assert refusal(limits=Limits(wait=0.0)) == "reader_failed"


def test_a_killed_child_is_a_failed_reading() -> None:
    """As the system does when memory runs out."""

    def kill_it() -> None:
        for _ in range(1000):
            for child in children():
                os.kill(child, signal.SIGKILL)
                return
            time.sleep(0.001)

    killer = threading.Thread(target=kill_it)
    killer.start()
    assert refusal() == "reader_failed"
    killer.join()


def test_a_reading_can_be_stopped() -> None:
    """A person changed their mind."""
    stop = threading.Event()
    stop.set()
    assert refusal(stop=stop) == "reader_failed"


def test_no_child_is_left_behind() -> None:
    """However the reading ended."""
    read()
    refusal(DATA[:2000])
    refusal(limits=Limits(wait=0.0))
    assert children() == []


def test_nothing_secret_is_on_the_command_line_or_in_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both can be seen by other programs; and the child inherits nothing."""
    monkeypatch.setenv("CANARY", "visible")
    seen: dict[str, bytes] = {}

    def look() -> None:
        for _ in range(2000):
            for child in children():
                with contextlib.suppress(OSError):
                    seen["cmdline"] = Path(f"/proc/{child}/cmdline").read_bytes()
                    seen["environ"] = Path(f"/proc/{child}/environ").read_bytes()
                if b"sync.reader" in seen.get("cmdline", b"") and seen.get("environ"):
                    return
            time.sleep(0.001)

    looker = threading.Thread(target=look)
    looker.start()
    read()
    looker.join()
    assert b"rhi_desktop.sync.reader" in seen["cmdline"]
    assert b"AGE-SECRET" not in seen["cmdline"]
    names = [item.partition(b"=")[0] for item in seen["environ"].split(b"\0") if item]
    assert names == [b"PYTHONPATH"]


CONFINED = """
import resource
from rhi_desktop import confined
confined.confine(500_000_000, 7)
confined.confine(900_000_000, 9)
print([resource.getrlimit(which) for which in (
    resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE, resource.RLIMIT_FSIZE)])
try:
    open("kept", "wb", buffering=0).write(b"x")
except OSError:
    print("no file")
try:
    bytearray(600_000_000)
except MemoryError:
    print("no memory")
"""


def test_limits_are_laid_on_for_good(tmp_path: Path) -> None:
    """Memory, computing time, no core file, no written file; and they only ever get tighter."""
    root = str(Path(reader.__file__).parents[2])
    code = f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n{CONFINED}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": root},
        check=True,
        capture_output=True,
        text=True,
    )
    both = [(value, value) for value in (500_000_000, 7, 0, 0)]
    assert done.stdout.splitlines() == [str(both), "no file", "no memory"]


def heard(*lines: bytes, cards: tuple[KnownCard, ...] = BOOK) -> Incoming:
    """What the parent makes of an answer."""
    return reading.hear(io.BytesIO(b"".join(line + b"\n" for line in lines)), cards)


def answer() -> list[bytes]:
    """A whole honest answer, line by line."""
    sink = io.BytesIO()
    asked = io.BytesIO(reading.ask(ben().secret, BOOK, [PACK], DATA))
    reading.serve(asked, sink)
    return sink.getvalue().splitlines()


def test_an_honest_answer_is_heard() -> None:
    """So each of the following is owed to its one change."""
    assert heard(*answer()).records == SENT.records


@pytest.mark.parametrize("cut", [0, 1, 5, -1])
def test_an_answer_without_its_end_is_nonsense(cut: int) -> None:
    """A child that died half-way was not finished checking."""
    with pytest.raises(ValueError, match=r"\w"):
        heard(*answer()[:cut])


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"x",
        b"[]",
        b"{}",
        b'{"record":{}}',
        dumps({"refused": "not a code", "facts": {}}),
        dumps({"refused": 7, "facts": {}}),
        dumps({"refused": "bundle_cut", "facts": {"words": "what a child said"}}),
        dumps({"refused": "bundle_cut", "facts": {"digest": "what a child said"}}),
        dumps({"facts": [], "refused": "bundle_cut"}),
        b'{"facts":' + b"[" * 2000,
        b'{"facts":7}',
    ],
)
@pytest.mark.parametrize("place", [0, 2])
def test_a_child_that_talks_nonsense_is_not_believed(line: bytes, place: int) -> None:
    """It met hostile bytes; neither its values nor its words are taken on faith."""
    lines = answer()
    with pytest.raises(ValueError, match=r"\w"):
        heard(*lines[:place], line, *lines[place:])


def test_a_refusal_is_one_line() -> None:
    """The code and its facts, and nothing before."""
    sink = io.BytesIO()
    reading.serve(io.BytesIO(reading.ask(ben().secret, [], [PACK], DATA)), sink)
    facts: dict[str, Plain] = {"fingerprint": ada().card.fingerprint}
    assert sink.getvalue() == dumps({"refused": "signer_unknown", "facts": facts}) + b"\n"


def test_a_child_cannot_invent_a_sender() -> None:
    """The sender is a card of our own book."""
    with pytest.raises(ValueError, match="sender"):
        heard(*answer(), cards=book(ben()))


@pytest.mark.parametrize(
    "book_plain",
    [
        {},
        {"cards": [], "packs": 7},
        {"cards": [7], "packs": []},
        {"cards": [{"card": {}, "trust": "trusted"}], "packs": []},
        {"cards": [{"card": 7, "trust": "trusted"}], "packs": []},
    ],
)
def test_a_question_that_is_none_ends_the_child(book_plain: dict[str, Plain]) -> None:
    """A mistake of ours; the parent sees a reading that failed."""
    frames = (b"secret", dumps(book_plain), DATA)
    asked = b"".join(len(frame).to_bytes(4, "big") + frame for frame in frames)
    with pytest.raises(ValueError, match=r"\w"):
        reading.serve(io.BytesIO(asked), io.BytesIO())
