"""Power cuts: the model of the disk, the row, and proof that it sees what a lax program loses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak.__main__ import go_on
from tests.soak.cuts import LIES, Breaking, Cuts, Lax
from tests.soak.disk import SECTOR, WAYS, Disk, left_behind
from tests.soak.promises import Teller, broken
from tests.soak.recording import Call, Op
from tests.unit.store.samples import Dice

SEED = "short"
ROOT = Path("/disk")
TRIES = 40


def opened(handle: int, name: str, flags: int = 0o102) -> Call:
    """A file that is opened, and made when it is not there; without a name, the folder."""
    return Call(Op.OPEN, handle, flags, f"/disk/{name}".rstrip("/").encode(), b"")


def wrote(handle: int, at: int, data: bytes) -> Call:
    """A write."""
    return Call(Op.WRITE, handle, at, data, b"")


def forced(handle: int) -> Call:
    """A file or folder forced to the disk."""
    return Call(Op.SYNC, handle, 0, b"", b"")


def named(op: Op, first: str, second: str = "") -> Call:
    """A name that is made, changed or removed."""
    return Call(op, 0, 0, f"/disk/{first}".encode(), f"/disk/{second}".encode())


def states(*calls: Call, way: str) -> list[dict[str, bytes | None]]:
    """Many states of a disk after these calls and a cut."""
    disk = Disk(ROOT).take(calls)
    return [left_behind(disk, way, Dice(f"{way}/{number}")) for number in range(TRIES)]


SAFE = (opened(1, "a"), wrote(1, 0, b"old" * 600), forced(1), opened(2, ""), forced(2))


@pytest.mark.parametrize("way", WAYS)
def test_what_was_forced_stays(way: str) -> None:
    """A file whose bytes and name were forced is the same in every state."""
    assert all(left == {"a": b"old" * 600} for left in states(*SAFE, way=way))


def test_what_was_not_forced_may_be_so_or_not() -> None:
    """A write without a force is lost, whole, in sectors, or zeros, each according to its way."""
    calls = (*SAFE, wrote(1, 0, b"new" * 600))
    seen = {way: {left["a"] for left in states(*calls, way=way)} for way in WAYS}
    old, new = b"old" * 600, b"new" * 600
    assert (seen["none"], seen["all"]) == ({old}, {new})
    assert seen["subset"] == seen["reordered"] == {old, new}
    assert any(left not in {old, new} for left in seen["torn"])
    assert any(left and bytes(SECTOR) in left for left in seen["zeroed"])


def test_a_name_is_safe_only_once_its_folder_was_forced() -> None:
    """A rename that nobody forced took place or did not; forced, it did."""
    renamed = (*SAFE, named(Op.RENAME, "a", "b"))
    assert {tuple(left) for left in states(*renamed, way="all")} == {("a",), ("b",)}
    assert {tuple(left) for left in states(*renamed, forced(2), way="all")} == {("b",)}
    removed = (*SAFE, named(Op.UNLINK, "a"))
    assert {tuple(left) for left in states(*removed, way="all")} == {("a",), ()}


def test_a_file_renamed_before_it_was_forced_may_stand_empty() -> None:
    """The new name holds, the bytes do not: what a rename without a force leaves behind."""
    calls = (*SAFE, opened(3, "c"), wrote(3, 0, b"whole"), named(Op.RENAME, "c", "a"), forced(2))
    assert {left["a"] for left in states(*calls, way="none")} == {b""}


def test_names_inside_a_folder_go_with_it() -> None:
    """A folder that takes its name whole carries what was forced inside it."""
    calls = (
        named(Op.MKDIR, "half"),
        opened(1, "half/x"),
        wrote(1, 0, b"x"),
        forced(1),
        opened(2, "half"),
        forced(2),
        named(Op.RENAME, "half", "whole"),
        opened(3, ""),
        forced(3),
    )
    assert states(*calls, way="none") == [{"whole": None, "whole/x": b"x"}] * TRIES


def test_a_broken_promise_is_named() -> None:
    """Lost, old and never written: each has its word; what was announced since may be there."""
    told: list[str] = []
    teller = Teller(told.append)
    for text in ("one", "two"):
        teller.will({"line": text})
        teller.kept({"journal/1": "link"})
    teller.will({"line": "three"})
    whole = {"journal/1": "link", "journal/2": "more"}
    assert broken(whole | {"line": "two"}, told) == broken(whole | {"line": "three"}, told) == []
    assert broken(whole | {"line": "one"}, told) == ["line is torn or old"]
    assert broken(whole, told) == ["line is lost"]
    assert broken(whole | {"line": "two", "other": "x"}, told) == ["other was never written"]


def test_no_power_cut_loses_what_was_promised(tmp_path: Path) -> None:
    """Five hundred states of one recorded day; `make soak ROW=cuts` looks at ten thousand."""
    state = go_on(Cuts(runs=500), SEED, tmp_path, float("inf"))
    assert (state.done, state.failures) == (500, [])


def test_a_program_that_does_not_force_is_found_out(tmp_path: Path) -> None:
    """The same row over the same work, but for one force left out, finds losses each time."""
    state = go_on(Lax(states=40), SEED, tmp_path, float("inf"))
    assert (state.done, state.failures) == (len(LIES), [])
    assert len(state.figures) == len(LIES)
    assert min(state.figures.values()) >= 4, state.figures


def test_a_program_that_is_not_broken_would_be_named(tmp_path: Path) -> None:
    """The proof itself can fail: over sound work it says that nothing was found."""
    found = Breaking(tmp_path, SEED, states=0).run(0)
    assert found == ["lax engine: nothing was found in 0 states"]
