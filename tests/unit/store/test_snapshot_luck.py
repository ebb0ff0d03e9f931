"""Claims about snapshots and bad luck: kill -9 at any moment, and a disk without room."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.errors import FileError
from rhi_desktop.store import copying, journal, snapshots
from rhi_desktop.store.opened import Vault
from tests.disks import mounted
from tests.unit.store.samples import Days, Talk


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / snapshots.FOLDER).iterdir())


@pytest.fixture
def roomy_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of three MiB of its own."""
    with mounted(tmp_path / "disk", "3m") as disk:
        yield disk


def test_a_full_disk_leaves_the_older_ones(
    roomy_disk: Path, key: VaultKey, folder: Path, days: Days, worked: tuple[Vault, Talk]
) -> None:
    """A disk without room is named; the snapshot before stays, and no part."""
    opened, _ = worked
    opened.close()
    place = roomy_disk / folder.name
    shutil.copytree(folder, place)
    good = snapshots.take(place, key, days().now)
    (roomy_disk / "filler").write_bytes(bytes(_free(roomy_disk) - 100_000))
    with pytest.raises(FileError, match="disk_full"):
        snapshots.take(place, key, days().now)
    assert _names(place) == [good.path.name]
    (roomy_disk / "filler").unlink()
    snapshots.take(place, key, days().now)
    assert len(_names(place)) == 2


def _free(disk: Path) -> int:
    return shutil.disk_usage(disk).free


KILLED = """
import sys
from pathlib import Path
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.store import snapshots
folder, vault_id, master = sys.argv[1:]
print("ready", flush=True)
while True:
    snapshots.take(Path(folder), VaultKey(vault_id, bytes.fromhex(master)))
"""


@pytest.mark.parametrize("after", [0.03, 0.08, 0.13, 0.3])
def test_killed_while_taking_snapshots_every_one_that_stands_is_whole(
    folder: Path, key: VaultKey, days: Days, worked: tuple[Vault, Talk], after: float
) -> None:
    """The one before it stays, whatever has its name is whole, and a part goes with the next."""
    opened, _ = worked
    first = snapshots.take(folder, key, days().now)
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), key.vault_id, key.master.hex()],
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(after)
    os.kill(child.pid, signal.SIGKILL)
    child.stdout.close()
    child.wait()
    found = snapshots.kept(folder, key)
    assert first.path.name in [one.path.name for one in found] or len(found) >= snapshots.KEPT
    for one in found:
        with closing(copying.look(snapshots.locked(one.path, key), key, whole=True)) as copy:
            assert journal.head(copy) == journal.head(opened)
    snapshots.take(folder, key, days().now)
    assert not [name for name in _names(folder) if not name.endswith(snapshots.SUFFIX)]
