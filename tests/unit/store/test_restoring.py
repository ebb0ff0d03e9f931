"""Claims about the way back: beside and never over, whole or not at all, the newest good first."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.store import interviews, journal, restoring, snapshots, vault
from rhi_desktop.store.vault import open_vault
from tests.disks import mounted, only_read
from tests.unit.store.samples import CHEAP, PASSPHRASE, Days, Talk, keep, start


@pytest.fixture
def talk(folder: Path, key: VaultKey, days: Days) -> Talk:
    """A closed vault with a talk of eight lines and two snapshots: after four lines, after six."""
    with closing(open_vault(folder, key)) as opened:
        begun = start(opened, days)
        for number in range(8):
            keep(opened, begun, f"line {number}", days())
            if number in {3, 5}:
                snapshots.take(folder, key, days().now)
    return begun


def _bytes(folder: Path) -> Mapping[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def _lines(folder: Path, talk: Talk) -> list[str]:
    key = vault.unlock(folder, PASSPHRASE, floor=CHEAP)
    with closing(open_vault(folder, key)) as opened:
        journal.check(opened)
        return [line.words for line in interviews.account(opened, talk.id).lines]


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


DAMAGES: Mapping[str, Callable[[Path], object]] = {
    "the first page": lambda path: _flip(path, 100),
    "a page in the middle": lambda path: _flip(path, path.stat().st_size // 2),
    "cut off": _cut,
    "no byte": lambda path: os.truncate(path, 0),
    "gone": lambda path: path.unlink(),
    "another file": lambda path: path.write_bytes(os.urandom(9000)),
    "plain SQLite": lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(9000)),
}


@pytest.mark.parametrize("how", DAMAGES)
def test_a_restored_vault_stands_beside_the_damaged_one(
    folder: Path, key: VaultKey, days: Days, talk: Talk, how: str
) -> None:
    """Whatever happened to the database, what the newest snapshot held opens by the passphrase."""
    DAMAGES[how](folder / "case.db")
    before = _bytes(folder)
    made = restoring.restore(folder, key, days())
    assert made == folder.with_name("ours-restored.rhivault")
    assert _bytes(folder) == before
    assert _lines(made, talk) == [f"line {n}" for n in range(6)]
    assert {path.name for path in folder.parent.iterdir()} >= {folder.name, made.name}
    assert not list(folder.parent.glob(".*"))


def test_a_damaged_snapshot_is_passed_over(
    folder: Path, key: VaultKey, days: Days, talk: Talk
) -> None:
    """The next older one serves; when none is whole that is said, and nothing is left behind."""
    newest, older = snapshots.kept(folder, key)
    _flip(newest.path, newest.size // 2)
    made = restoring.restore(folder, key, days())
    assert _lines(made, talk) == [f"line {n}" for n in range(4)]
    _flip(older.path, older.size // 2)
    before = sorted(folder.parent.iterdir())
    with pytest.raises(VaultError, match="snapshot_damaged"):
        restoring.restore(folder, key, days())
    assert sorted(folder.parent.iterdir()) == before


def test_without_a_snapshot_nothing_is_made(folder: Path, key: VaultKey, days: Days) -> None:
    """No snapshot: that is said, and no empty vault stands in the place of the notes."""
    with pytest.raises(VaultError, match="snapshot_missing"):
        restoring.restore(folder, key, days())
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


@pytest.mark.usefixtures("talk")
def test_without_a_genuine_slot_file_nothing_is_made(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """A vault that no passphrase would open is not made."""
    for name in ("slots.a", "slots.b"):
        (folder / name).write_bytes(b"{}")
    with pytest.raises(VaultError, match="slots_damaged"):
        restoring.restore(folder, key, days())


def test_names_are_numbered_and_never_taken(
    folder: Path, key: VaultKey, days: Days, talk: Talk
) -> None:
    """A second and a third restoring stand beside the first; one of a restored vault counts on."""
    first = restoring.restore(folder, key, days())
    second = restoring.restore(folder, key, days())
    assert [first.name, second.name] == ["ours-restored.rhivault", "ours-restored-2.rhivault"]
    with closing(open_vault(second, key)) as opened:
        keep(opened, talk, "goes on", days())
    snapshots.take(second, key, days().now)
    assert restoring.restore(second, key, days()).name == "ours-restored-3.rhivault"


def test_the_mark_of_the_restored_vault_is_its_own(
    folder: Path, key: VaultKey, days: Days, talk: Talk
) -> None:
    """It opens and works on, though the damaged one had come further; the damaged one stays so."""
    made = restoring.restore(folder, key, days())
    with closing(open_vault(made, key)) as opened:
        keep(opened, talk, "goes on", days())
    assert _lines(made, talk)[-1] == "goes on"
    assert len(_lines(folder, talk)) == 8


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of three MiB of its own."""
    with mounted(tmp_path / "disk", "3m") as place:
        yield place


@pytest.mark.usefixtures("talk")
def test_a_full_or_read_only_disk_leaves_no_half(
    folder: Path, key: VaultKey, days: Days, disk: Path
) -> None:
    """No room: said, and nothing of it stands. No right to write: said, and nothing changed."""
    place = disk / folder.name
    shutil.copytree(folder, place)
    (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free - 200_000))
    before = _bytes(disk)
    with pytest.raises(FileError, match="disk_full"):
        restoring.restore(place, key, days())
    assert _bytes(disk) == before
    only_read(disk)
    with pytest.raises(FileError, match="disk_read_only"):
        restoring.restore(place, key, days())
    assert _bytes(disk) == before


KILLED = """
import os, sys, threading
from pathlib import Path
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.store import restoring
from tests.unit.store.samples import Days
folder, vault_id, master = sys.argv[1:]
print("ready", flush=True)
restoring.restore(Path(folder), VaultKey(vault_id, bytes.fromhex(master)), Days("killed")())
"""


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.09])
def test_killed_while_restoring_leaves_no_half_vault(
    folder: Path, key: VaultKey, days: Days, talk: Talk, after: float
) -> None:
    """The whole vault stands or none does; the damaged one is untouched, the next run works."""
    _cut(folder / "case.db")
    before = _bytes(folder)
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), key.vault_id, key.master.hex()],
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.readline()
    try:
        child.wait(after)
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)
    child.stdout.close()
    child.wait()
    assert _bytes(folder) == before
    whole = list(folder.parent.glob("*.rhivault"))
    for made in whole:
        if made != folder:
            assert len(_lines(made, talk)) == 6
    made = restoring.restore(folder, key, days())
    assert len(_lines(made, talk)) == 6
    assert not list(folder.parent.glob(".*"))
