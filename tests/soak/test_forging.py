"""Forged and broken files, and proof that a verifier with one check taken out is found out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.export.pdf import inside, judge
from rhi_desktop.export.pdf.enclosed import Enclosed, enclosed
from rhi_desktop.export.pdf.verify import Outcome, verify
from tests.attacks.all import ATTACKS
from tests.attacks.malformed import KINDS
from tests.attacks.papers import NAMES, paper, trusted
from tests.attacks.ranges import flipped
from tests.soak.__main__ import go_on
from tests.soak.forging import Malformed
from tests.soak.judged import Judge
from tests.soak.row import number_from

SEED = "short"
EVER = float("inf")
FLIPS = 100
LEAST = 60


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """Somebody who judges, as the rows do."""
    made = Judge(tmp_path_factory.mktemp("judged"), trusted())
    yield made
    made.end()


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_is_genuine_before_it_is_attacked(name: str, judged: Judge) -> None:
    """So whatever follows is owed to the attack; the judge in the fork says so too."""
    whole = judged.verdicts(paper(name).data)[-1]
    assert (whole.outcome, whole.reasons) == (Outcome.GENUINE, ())


def test_there_are_enough_attacks() -> None:
    """On one document; `make soak ROW=attacks` does all of them on five."""
    assert len(ATTACKS) >= LEAST


@pytest.mark.parametrize("name", ATTACKS)
def test_no_forged_paper_is_genuine(name: str) -> None:
    """Not even after the comparison of the revisions; and the verdict says why."""
    data = ATTACKS[name](paper())
    assert data != paper().data
    verdict = verify(data, trusted())
    assert verdict.outcome is not Outcome.GENUINE
    assert verdict.reasons
    assert verdict.exit_code in {1, 2, 3}


def test_no_flipped_bit_is_accepted_anywhere() -> None:
    """One hundred of them, spread over the whole file."""
    data = paper().data
    places = [number_from(SEED, run, below=len(data)) for run in range(FLIPS)]
    found = [verify(flipped(data, at, 1 << run % 8), trusted()) for run, at in enumerate(places)]
    assert [at for at, one in zip(places, found, strict=True) if one.exit_code == 0] == []


def test_no_malformed_file_takes_the_verifier_down(tmp_path: Path) -> None:
    """Every kind three times and more; `make soak ROW=malformed` does two thousand."""
    runs = max(LEAST, 3 * len(KINDS))
    state = go_on(Malformed(runs=runs), SEED, tmp_path, EVER)
    assert (state.done, state.failures) == (runs, [])


Check = Callable[[pytest.MonkeyPatch], None]


def _without(name: str, blind: Callable[..., object]) -> Check:
    def take_out(patch: pytest.MonkeyPatch) -> None:
        assert hasattr(judge, name)
        patch.setattr(judge, name, blind)

    return take_out


def _doubts_but(code: str) -> Check:
    """The verifier without one of its reasons about a single signature."""
    real = judge._doubts

    def blind(*given: object, **named: object) -> list[str]:
        return [one for one in real(*given, **named) if one != code]  # type: ignore[arg-type]

    return _without("_doubts", blind)


def _believes_any_record(patch: pytest.MonkeyPatch) -> None:
    real = enclosed

    def blind(data: bytes) -> Enclosed:
        found = real(data)
        return Enclosed(found.variant, found.digest, found.of)

    patch.setattr(judge, "enclosed", blind)


def _knows_everybody(patch: pytest.MonkeyPatch) -> None:
    real = judge._judge

    def blind(*given: object, **named: object) -> object:
        finding, reasons = real(*given, **named)  # type: ignore[arg-type]
        return replace(finding, known=True), reasons

    patch.setattr(judge, "_judge", blind)


def _nothing(*_given: object, **_named: object) -> list[str]:
    return []


def _always(*_given: object, **_named: object) -> bool:
    return True


TAKEN_OUT: dict[str, tuple[Check, str]] = {
    "who signs first, and nobody twice": (_without("_order", _nothing), "same key twice"),
    "certified": (_without("_order", _nothing), "not certified"),
    "the fields of its variant": (
        _without("_places", _nothing),
        "empty third field before signing",
    ),
    "one revision each": (_without("_revisions", _nothing), "metadata between the signatures"),
    "the whole file": (_doubts_but("not_whole_file"), "junk behind the end"),
    "fits what was signed": (_doubts_but("signature_broken"), "older head"),
    "the comparison of revisions": (
        _doubts_but("changed_after_signing"),
        "own block moved while signing",
    ),
    "nothing but the signature": (_without("only_signed", _always), "loose object while signing"),
    "spelled as we write it": (_without("as_written", _always), "padding of the signature"),
    "the record": (_believes_any_record, "forged record before signing"),
    "one attachment": (_believes_any_record, "second record before signing"),
    "nothing acts": (_believes_any_record, "script before signing"),
    "the pins": (_knows_everybody, "by a stranger"),
    "valid at the time": (_without("_valid", _always), "after the certificate ran out"),
}


@pytest.mark.parametrize("check", TAKEN_OUT)
def test_a_verifier_with_one_check_taken_out_is_found_out(
    check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check of the check: without it, one of the attacks is accepted."""
    take_out, attack = TAKEN_OUT[check]
    data = ATTACKS[attack](paper())
    take_out(monkeypatch)
    assert verify(data, trusted()).outcome is Outcome.GENUINE


def test_without_its_bounds_a_claimed_table_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check of the check: a table that claims more rows than there are bytes is held off."""
    claimed = paper().data + b"% /Index [0 99999999999]\nstartxref\n9\n%%EOF\n"
    assert not inside.is_bearable(claimed)
    monkeypatch.setattr(inside, "MOST_NUMBERED", 10**12)
    assert inside.is_bearable(claimed)
