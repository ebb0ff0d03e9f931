"""Nothing of a case stands in any file outside the encrypted ones, and a leak would be found."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from rhi_desktop.domain.ids import CaseId, InterviewId
from tests.soak import leaks, planting
from tests.soak.canaries import SEEN, VAULT, Canaries, searching
from tests.soak.leaks import HOMES
from tests.soak.planting import Field
from tests.soak.staying import ENDINGS, Errand, say, wait_for

SEED = "short"
LEAK = "leak.txt"
LATER = 4_000_000_000


def leaking(arguments: list[str]) -> None:
    """A program that leaves a word of the case in every place where one can be left."""
    errand = Errand.unpacked(arguments[0])
    word = errand.mark.encode()
    home = Path(os.environ["HOME"]).parent / VAULT
    (home / "snapshots").mkdir()
    for folder in (*(Path(os.environ[name]) for name in HOMES), home, home / "snapshots"):
        (folder / LEAK).write_bytes(b"before " + word + b" after")
    (leaks.SHARED[0] / f"rhi-{os.getppid()}.leak").write_bytes(word)
    (Path(errand.exports) / "bundle.rhib").write_bytes(word)
    deleted = os.open(home / "gone", os.O_RDWR | os.O_CREAT)
    nameless = os.memfd_create("rhi")
    for number in (deleted, nameless):
        os.write(number, word)
    (home / "gone").unlink()
    sys.stderr.write(errand.mark)
    say(f"typed 1 {errand.mark}")
    wait_for(Path(errand.exports, SEEN).exists)


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A print spool with a page in it, and no leaked file left in the shared folder."""
    before = set(leaks.SHARED[0].glob("rhi-*.leak"))
    monkeypatch.setattr(leaks, "SPOOLS", (tmp_path / "spool",))
    (tmp_path / "spool").mkdir()
    yield tmp_path / "spool"
    for path in set(leaks.SHARED[0].glob("rhi-*.leak")) - before:
        path.unlink()


def test_no_canary_stands_in_any_file(tmp_path: Path) -> None:
    """A whole stay that a lock ends, short ones ended by closing and by a crash, and a kill."""
    trial = Canaries().ready(tmp_path, SEED)
    assert [fault for number in range(len(ENDINGS) + 1) for fault in trial.run(number)] == []
    # With the hundred fields left half-typed these are more than the two hundred.
    assert trial.told["texts planted"] >= 60
    assert trial.told["texts typed"] >= 25
    trial.end()


def test_a_leak_is_found_in_every_place(tmp_path: Path, spool: Path) -> None:
    """Files of each folder, of the vault, shared, deleted and nameless ones, output, spool."""
    work = tmp_path / "work"
    (work / "base.rhivault").mkdir(parents=True)
    nothing = Field(CaseId(""), InterviewId(""), InterviewId(""))
    errand = Errand("", 'CANARY-1-ö"q', nothing, "", str(work / "exports"), "lock")
    wanted = leaks.spellings(errand.mark)
    trial = searching(work, SEED, errand, wanted, f"{__name__}:leaking")
    (spool / LEAK).write_text(trial.errand.mark.upper(), encoding="utf-16")
    os.utime(spool / LEAK, (LATER, LATER))
    faults = "\n".join(trial.run(0))
    trial.end()
    places = [f"{folder}/{LEAK}" for folder in (*HOMES.values(), VAULT, f"{VAULT}/snapshots")]
    places += ["gone (deleted)", "memfd:rhi", "standard output", "standard error"]
    places += ["bundle.rhib", f"{spool}/{LEAK}", f"{leaks.SHARED[0]}/rhi-"]
    assert [place for place in places if place not in faults] == []


def test_every_spelling_is_looked_for() -> None:
    """Text, wide text, capitals, hexadecimal, base 64 at any place, JSON and URL."""
    text = 'a Straße "q"'
    needles = leaks.spellings(text)
    for shown in (
        f"<{text}>".encode(),
        text.upper().encode("utf-16-be"),
        f"x{text.encode('utf-16-le').hex().upper()}".encode(),
        rb'{"said": "a Stra\u00dfe \"q\""}',
        b"?q=a+Stra%C3%9Fe+%22q%22&",
        b"aGVsbG8gYSBTdHJhw59lICJxIiB0aGVyZQ==",
    ):
        assert leaks.holds(shown, needles), shown
    assert not leaks.holds(b"a Strasse q", needles)
    assert leaks.holds(b"\0\xff\x01\xfe-", leaks.spelled_key(b"\xff\x01\xfe"))


def test_there_are_two_hundred_canaries() -> None:
    """Each is another, and all begin alike: one search finds any of them."""
    drawn = list(islice(planting.words("CANARY"), 2 * planting.WORDS))
    assert len(set(drawn)) == planting.WORDS == 200
    assert all(one.startswith("CANARY") for one in drawn)
