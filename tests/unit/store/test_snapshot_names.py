"""Claims about what lies in the folder of the snapshots and is none, or is not to be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.errors import VaultError
from rhi_desktop.store import purging, restoring, snapshots
from rhi_desktop.store.lock import FileLock
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.vault import open_vault
from tests.unit.store.samples import ME, Days, Talk, keep


def _place(folder: Path) -> Path:
    return folder / snapshots.FOLDER


def _copied(place: Path, name: str) -> None:
    (place / name).write_bytes((place / "00000001.snapshot").read_bytes())


FOREIGN: Mapping[str, Callable[[Path], object]] = {
    "a short number": lambda place: _copied(place, "9.snapshot"),
    "the last of eight digits": lambda place: _copied(place, "99999999.snapshot"),
    "a folder": lambda place: (place / "00000000.snapshot").mkdir(),
    "a folder of the next number": lambda place: (place / "00000004.snapshot").mkdir(),
    "a folder of a part": lambda place: (place / "00000004.part").mkdir(),
    "a name with part in it": lambda place: (place / "my.partner").write_text("x"),
    "a link to nowhere": lambda place: (place / "00000004.snapshot").symlink_to("nowhere"),
    "a link to itself": lambda place: (place / "00000004.snapshot").symlink_to("00000004.snapshot"),
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_none_of_ours_costs_no_snapshot(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk], what: str
) -> None:
    """Fresh ones are made beside it, none is written over, and a removal drops all older ones."""
    opened, talk = worked
    for number in range(3):
        keep(opened, talk, f"more {number}", days())
        snapshots.take(folder, key, days().now)
    FOREIGN[what](_place(folder))
    before = {one.path.name for one in snapshots.kept(folder, key)}
    for number in range(2):
        keep(opened, talk, f"then {number}", days())
        fresh = snapshots.take(folder, key, days().now)
        assert fresh.path.name not in before
        assert fresh == snapshots.kept(folder, key)[0]
        before.add(fresh.path.name)
    last = snapshots.take(folder, key, days().now, alone=True)
    assert last.holds is not None
    assert snapshots.kept(folder, key) == (last,)
    assert "partner" not in what or (_place(folder) / "my.partner").exists()


def test_a_snapshot_that_the_disk_does_not_give_hides_no_other(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk], unreadable: Path
) -> None:
    """The newest lies on bad sectors: the one before it is shown, and restored."""
    opened, _ = worked
    good = snapshots.take(folder, key, days().now)
    opened.close()
    (_place(folder) / "00000002.snapshot").symlink_to(unreadable)
    shown = snapshots.kept(folder, key)
    assert [one.number for one in shown] == [2, 1]
    assert [one.holds is not None for one in shown] == [False, True]
    made = restoring.restore(folder, key, days())
    with closing(open_vault(made, key)) as restored:
        assert good.holds is not None
        assert restored.connection.number("SELECT max(seq) FROM journal") == good.holds.head.length


@pytest.fixture
def unreadable() -> Path:
    """A regular file of some bytes that the system itself refuses to read, also to root."""
    for found in Path("/sys/devices").glob("pci*/*/rescan"):
        try:
            found.read_bytes()
        except OSError:
            return found
    pytest.skip("this system has no file that cannot be read")


def test_a_snapshot_that_was_promised_is_restored_or_none(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """By its number, also when there is a newer one; a damaged one is not replaced by another."""
    opened, talk = worked
    first = snapshots.take(folder, key, days().now)
    keep(opened, talk, "more", days())
    second = snapshots.take(folder, key, days().now)
    opened.close()
    made = restoring.restore(folder, key, days(), only=first.number)
    with closing(open_vault(made, key)) as restored:
        assert first.holds is not None
        assert restored.connection.number("SELECT max(seq) FROM journal") == first.holds.head.length
    os.truncate(second.path, second.size // 4096 // 2 * 4096)
    with pytest.raises(VaultError, match="snapshot_damaged"):
        restoring.restore(folder, key, days(), only=second.number)
    with pytest.raises(VaultError, match="snapshot_missing"):
        restoring.restore(folder, key, days(), only=9)


def test_two_programs_that_restore_take_nothing_from_each_other(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """What somebody is just making stays; what a kill left goes."""
    opened, _ = worked
    snapshots.take(folder, key, days().now)
    opened.close()
    killed, alive = (folder.with_name(f".{name}.restoring") for name in ("killed", "alive"))
    for one in (killed, alive):
        one.mkdir()
        (one / "case.db").write_bytes(b"x")
    lock = FileLock(alive)
    restoring.restore(folder, key, days())
    assert (alive / "case.db").exists()
    assert not killed.exists()
    lock.release()


def test_a_removal_leaves_no_half_restored_copy(
    folder: Path, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """A folder that nobody sees, left by a kill, would still hold the case."""
    opened, talk = worked
    left = folder.with_name(".killed.restoring")
    left.mkdir()
    (left / "case.db").write_bytes((folder / "case.db").read_bytes())
    purging.purge(opened, talk.case_id, ME.id, days())
    assert left.exists()
    assert purging.complete(opened)
    assert not left.exists()
