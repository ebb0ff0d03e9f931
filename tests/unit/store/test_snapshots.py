"""Claims about snapshots: whole, verified, under their own key, three, and never over good ones."""

from __future__ import annotations

import shutil
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.store import copying, journal, migrations, snapshots
from rhi_desktop.store.connection import Locked, Mode, open_database
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.snapshots import Snapshot
from rhi_desktop.store.vault import open_reader, open_vault, unlock
from tests.unit.store.samples import PASSPHRASE, Days, Talk, keep

OLDEST = Path(__file__).parents[2] / "formats" / "vault_1" / "example.rhivault"
_SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / snapshots.FOLDER).iterdir())


def _take(folder: Path, key: VaultKey, at: Moment) -> Snapshot:
    return snapshots.take(folder, key, at.now)


@pytest.mark.usefixtures("worked")
def test_a_snapshot_is_the_whole_vault_under_another_key(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """Tables, indexes, triggers, rows and both numbers are there; the vault's own key is no use."""
    at = days()
    made = _take(folder, key, at)
    assert made.made_at == at.now
    assert made.holds is not None
    assert made.holds.cases == 1
    with closing(open_reader(folder, key)) as vault:
        assert made.holds.head == journal.head(vault)
        with closing(copying.look(snapshots.locked(made.path, key), key, whole=True)) as copy:
            journal.check(copy)
            for asked in (_SCHEMA, "SELECT * FROM lines", "PRAGMA user_version"):
                assert copy.connection.rows(asked) == vault.connection.rows(asked)
            name = "PRAGMA application_id"
            assert copy.connection.row(name) == vault.connection.row(name) != (0,)
    assert key.snapshot_key() != key.database_key()
    with pytest.raises(VaultError):
        open_database(made.path, key.database_key(), key.database_salt(), Mode.READ)


@pytest.mark.usefixtures("worked")
def test_only_the_owner_can_read_and_no_name_tells(folder: Path, key: VaultKey, days: Days) -> None:
    """Folder 0700, file 0600, no side file, and the plain words are nowhere in the bytes."""
    made = _take(folder, key, days())
    assert stat.S_IMODE((folder / snapshots.FOLDER).stat().st_mode) == 0o700
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert _names(folder) == ["00000001.snapshot"]
    data = made.path.read_bytes()
    assert b"line 1" not in data
    assert not data.startswith(b"SQLite")


def test_three_are_kept_and_the_oldest_goes_last(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """Of five the three newest stay, newest first, each longer than the one before."""
    opened, talk = worked
    for number in range(5):
        keep(opened, talk, f"later {number}", days())
        _take(folder, key, days())
    found = snapshots.kept(folder, key)
    assert [one.path.name for one in found] == [f"0000000{n}.snapshot" for n in (5, 4, 3)]
    lengths = [one.holds.head.length for one in found if one.holds]
    assert lengths == sorted(lengths, reverse=True)
    assert len(set(lengths)) == 3


@pytest.mark.usefixtures("worked")
def test_alone_leaves_only_the_fresh_one(folder: Path, key: VaultKey, days: Days) -> None:
    """What must not be found in older snapshots goes with them."""
    for _ in range(3):
        _take(folder, key, days())
    snapshots.take(folder, key, days().now, alone=True)
    assert _names(folder) == ["00000004.snapshot"]


def test_what_a_kill_left_is_swept(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """An unfinished part is no snapshot, and is gone after the next run."""
    del worked
    made = _take(folder, key, days())
    part = made.path.with_name("00000002.part")
    part.write_bytes(made.path.read_bytes()[:5000])
    part.with_name("00000002.part-journal").write_bytes(b"x")
    assert len(snapshots.kept(folder, key)) == 1
    _take(folder, key, days())
    assert _names(folder) == ["00000001.snapshot", "00000002.snapshot"]


def _damage(path: Path, share: float) -> None:
    data = bytearray(path.read_bytes())
    place = int(len(data) * share) // 4096 * 4096 + 100
    data[place : place + 64] = bytes(64)
    path.write_bytes(data)


def _harm(folder: Path, key: VaultKey) -> int:
    """Damages a page of the table of lines; the number of the page."""
    with closing(open_vault(folder, key)) as vault:
        return vault.connection.number("SELECT rootpage FROM sqlite_master WHERE name = 'lines'")


def test_a_damaged_vault_replaces_no_good_snapshot(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """One page that cannot be read: no snapshot is made, the three good ones stay as they were."""
    opened, talk = worked
    for _ in range(3):
        keep(opened, talk, "more", days())
        _take(folder, key, days())
    opened.close()
    page = _harm(folder, key)
    _damage(folder / "case.db", (page - 1) * 4096 / (folder / "case.db").stat().st_size)
    before = {one.path.name: one.path.read_bytes() for one in snapshots.kept(folder, key)}
    with pytest.raises(VaultError, match="vault_damaged"):
        _take(folder, key, days())
    after = {one.path.name: one.path.read_bytes() for one in snapshots.kept(folder, key)}
    assert before == after
    assert _names(folder) == sorted(before)


def test_another_course_of_the_notes_stays(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """An older database put back does not push out the snapshots of what was lost by that."""
    opened, talk = worked
    older = folder.with_name("older.db")
    opened.close()
    shutil.copyfile(folder / "case.db", older)
    with closing(open_vault(folder, key)) as again:
        keep(again, talk, "lost by the older copy", days())
    newest = _take(folder, key, days())
    shutil.copyfile(older, folder / "case.db")
    with closing(open_vault(folder, key, older=True)) as back:
        for number in range(4):
            keep(back, talk, f"other {number}", days())
            _take(folder, key, days())
    assert newest.path.name in _names(folder)
    assert len(_names(folder)) == snapshots.KEPT + 1


def test_a_snapshot_that_does_not_open_is_said_and_goes_when_three_are_good(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """A damaged one is shown as such, counts for nothing, and makes room for good ones only."""
    del worked
    broken = _take(folder, key, days())
    broken.path.write_bytes(b"\x00" * 100)
    assert [one.holds for one in snapshots.kept(folder, key)] == [None]
    _take(folder, key, days())
    _take(folder, key, days())
    assert broken.path.name in _names(folder)
    _take(folder, key, days())
    assert broken.path.name not in _names(folder)
    assert len(_names(folder)) == snapshots.KEPT


def test_a_copy_that_is_not_what_was_written_is_refused(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """The proof looks at the end of the journal: a copy of something else is no copy."""
    opened, talk = worked
    made = _take(folder, key, days())
    keep(opened, talk, "one more", days())
    with pytest.raises(VaultError, match="snapshot_damaged"):
        copying.read_back(snapshots.locked(made.path, key), key, journal.head(opened))
    _damage(made.path, 0.5)
    with pytest.raises(VaultError):
        copying.look(snapshots.locked(made.path, key), key, whole=True)


def test_lines_are_kept_while_a_snapshot_runs(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """A snapshot in a thread refuses no line, and holds a state that once was."""
    opened, talk = worked
    made: list[Snapshot] = []
    at = days().now
    thread = threading.Thread(target=lambda: made.append(snapshots.take(folder, key, at)))
    first = journal.head(opened).length
    thread.start()
    kept = 0
    while thread.is_alive() or kept == 0:
        keep(opened, talk, f"meanwhile {kept}", days())
        kept += 1
    thread.join()
    last = journal.head(opened).length
    assert made[0].holds is not None
    assert first <= made[0].holds.head.length <= last
    journal.check(opened)


def test_a_foreign_file_is_no_snapshot(folder: Path, key: VaultKey, days: Days) -> None:
    """A name that is none of ours is left alone, and a key of another vault opens nothing."""
    made = _take(folder, key, days())
    (folder / snapshots.FOLDER / "notes.txt").write_text("x")
    other = VaultKey("0" * 26, bytes(32))
    assert len(snapshots.kept(folder, key)) == 1
    assert [one.holds for one in snapshots.kept(folder, other)] == [None]
    wrong = Locked(made.path, other.snapshot_key(), other.snapshot_salt())
    with pytest.raises(VaultError):
        copying.look(wrong, other, whole=False)


def test_an_older_vault_is_kept_before_its_tables_change(tmp_path: Path) -> None:
    """A vault of version 1 has a snapshot of version 1 after its first opening, and only one."""
    folder = tmp_path / "example.rhivault"
    shutil.copytree(OLDEST, folder)
    key = unlock(folder, PASSPHRASE)
    open_vault(folder, key).close()
    open_vault(folder, key).close()
    (only,) = snapshots.kept(folder, key)
    with closing(copying.look(snapshots.locked(only.path, key), key, whole=True)) as copy:
        assert copy.connection.number("PRAGMA user_version") == 1
    with closing(open_reader(folder, key)) as vault:
        assert vault.connection.number("PRAGMA user_version") == len(migrations.STEPS)
        assert only.holds is not None
        assert only.holds.head == journal.head(vault)
