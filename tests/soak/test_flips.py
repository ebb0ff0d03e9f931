"""Files of a vault that are not what was written: found out or harmless, never wrong data."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.soak import harm
from tests.soak.flips import BACK, ROUND, Flipping, Flips, attempt
from tests.soak.states import CLOSED, KILLED, LOG, Content

RUNS = 300
SEED = "short"
NOTHING = Content(b"", b"")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Flipping:
    """One vault for all of them: every run harms a copy of its own."""
    return Flips().ready(tmp_path_factory.mktemp("flips"), SEED)


@pytest.fixture
def trial(ready: Flipping) -> Flipping:
    """The same vault, and nothing told yet."""
    return replace(ready, told=Counter())


def test_harm_to_a_file_of_the_vault_is_found_or_harmless(trial: Flipping) -> None:
    """Bits, ends, pages, old pages, old files; `make soak ROW=flips` does 11,200."""
    faults = [fault for number in range(RUNS) for fault in trial.run(number)]
    assert faults == []
    told = trial.figures()
    assert sum(told.values()) == RUNS
    # The database alone put back is older than the mark beside it.
    assert told["old file: refused"] >= RUNS // ROUND
    # Nothing on the laptop can know that the whole folder is an old one.
    assert {kind for kind in told if "unseen" in kind} <= {
        "whole folder: unseen: the whole folder is as it once was",
        "old page: unseen: half-typed words are as they once were",
    }


def test_other_content_would_be_found(trial: Flipping) -> None:
    """A vault that opens with content of no moment is a failure of the row."""
    other = replace(trial.kept, content=dict.fromkeys(trial.kept.content, NOTHING))
    number = next(one for one in range(ROUND) if attempt(one, SEED).kind == "old slots")
    assert trial.run(number) == []
    assert "other content" in replace(trial, kept=other).run(number)[0]


def test_a_crash_that_lost_its_log_is_no_moment_of_the_sealed_vault(trial: Flipping) -> None:
    """The session is known commit by commit, and no moment of it is the sealed vault's own."""
    kept = trial.kept
    assert len(kept.session) > 10
    assert kept.content[KILLED] in kept.session
    assert (kept.folder(KILLED) / LOG).stat().st_size > harm.FRAME
    assert kept.content[CLOSED] in kept.session


def test_every_kind_of_harm_has_its_share() -> None:
    """A round holds 84 flips, 10 cuts, 6 swaps, 6 old pages and 6 old files."""
    kinds = Counter(attempt(number, SEED).kind for number in range(ROUND))
    assert (kinds["bit flipped"], kinds["cut"], kinds["pages swapped"]) == (84, 10, 6)
    assert kinds["old page"] == sum(
        kinds[one.kind] for one in {one.kind: one for one in BACK}.values()
    )
    assert sum(kinds.values()) == ROUND


@pytest.mark.parametrize("do", [harm.flipped, harm.cut, harm.swapped, harm.replayed, harm.put_back])
@pytest.mark.parametrize("length", [3 * harm.PAGE, harm.LOG_HEADER + 3 * harm.FRAME, 700])
def test_every_harm_changes_the_file(do: harm.Harm, length: int) -> None:
    """None of them leaves the bytes as they are, and only a cut changes how many there are."""
    data = b"".join(number.to_bytes(2) for number in range(length // 2)).ljust(length, b"x")
    older = data[:9] + b"older" + data[14:]
    changed = do(data, older, 1, SEED)
    assert changed != data
    assert (len(changed) == len(data)) is (do is not harm.cut)
