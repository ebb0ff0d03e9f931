"""Claims about bad luck: a full disk, and a disk that only reads. Kills and flips: tests/soak."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from rhi_desktop.errors import FileError
from rhi_desktop.store import drafts, interviews, journal, slots, vault
from rhi_desktop.store.vault import open_vault
from tests.unit.store.samples import CHEAP, PASSPHRASE, Days, keep, make, start


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of two MiB of its own."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip("this machine does not let root mount")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def _until_full(write: Callable[[int], object]) -> tuple[int, str]:
    """How many writes were acknowledged before the disk refused, and how it refused."""
    for count in range(10_000):
        try:
            write(count)
        except FileError as refused:
            return count, refused.code
    raise AssertionError("the disk never filled")


def test_a_full_disk_is_named_and_loses_nothing(small_disk: Path, days: Days) -> None:
    """Every acknowledged line stays and is read; once there is room, saving goes on."""
    folder = small_disk / "ours.rhivault"
    filler = small_disk / "filler"
    filler.write_bytes(bytes(100_000))
    opened = open_vault(folder, make(folder, days))
    talk = start(opened, days)
    kept, code = _until_full(lambda n: keep(opened, talk, f"{n} " + "words " * 400, days()))
    assert code == "disk_full"
    assert len(interviews.account(opened, talk.id).lines) == kept > 0
    with pytest.raises(FileError, match="disk_full"):
        drafts.put(opened, "line", "half " * 4000, 3, days())
    filler.unlink()
    keep(opened, talk, "there is room again", days())
    opened.close()
    again = open_vault(folder, vault.unlock(folder, PASSPHRASE, floor=CHEAP))
    lines = interviews.account(again, talk.id).lines
    journal.check(again)
    again.close()
    assert len(lines) == kept + 1
    assert lines[-1].words == "there is room again"


def test_a_full_disk_changes_no_passphrase_by_half(small_disk: Path, days: Days) -> None:
    """When there is no room for new slots, the old passphrase stays the one."""
    folder = small_disk / "ours.rhivault"
    key = make(folder, days)
    with suppress(OSError), (small_disk / "filler").open("wb", buffering=0) as filler:
        while filler.write(bytes(4096)) == 4096:
            pass
    new = "orchard lantern pebble sky"
    with pytest.raises(FileError, match="disk_full"):
        vault.change_passphrase(folder, PASSPHRASE, new, days(), cost=CHEAP, floor=CHEAP)
    assert vault.unlock(folder, PASSPHRASE, floor=CHEAP).master == key.master
    left = {path.name for path in folder.iterdir()} - {"keys.lock"}
    assert left == {"case.db", *slots.NAMES}


def test_no_room_for_a_vault_leaves_nothing_behind(small_disk: Path, days: Days) -> None:
    """Making a vault on a full disk says so, and no half of one stands there."""
    (small_disk / "filler").write_bytes(bytes(1_900_000))
    with pytest.raises(FileError, match="disk_full"):
        make(small_disk / "ours.rhivault", days)
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_a_disk_that_only_reads_is_named(small_disk: Path, days: Days) -> None:
    """Opening, making and changing on a read-only disk say disk_read_only; unlocking works."""
    folder = small_disk / "ours.rhivault"
    key = make(folder, days)
    open_vault(folder, key).close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    acts: tuple[Callable[[], object], ...] = (
        lambda: open_vault(folder, key),
        lambda: make(small_disk / "second.rhivault", days),
        lambda: vault.change_passphrase(
            folder, PASSPHRASE, PASSPHRASE, days(), cost=CHEAP, floor=CHEAP
        ),
    )
    for act in acts:
        with pytest.raises(FileError, match="disk_read_only"):
            act()
    (folder / "slots.a").stat()
    assert vault.unlock(folder, PASSPHRASE, floor=CHEAP).master == key.master
