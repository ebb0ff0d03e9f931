"""Owns what can be known of the place a vault lies in: disk encrypted, stick, network, cloud."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.errors import FileError

_LIMIT = 4 * 1024 * 1024
_DEEPEST = 8
_NETWORK = {"9p", "afs", "ceph", "cifs", "davfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3"}
_NETWORK |= {"fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs", "smbfs"}
_ENCRYPTED = {"ecryptfs", "fuse.cryfs", "fuse.encfs", "fuse.gocryptfs"}
_CLOUD = frozenset({"dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud"})
_CLOUD |= {"icloud drive", "nextcloud", "owncloud", "syncthing", "mega", "megasync", "pcloud"}
_CLOUD |= {"pclouddrive", "seafile", "box", "box sync", "tresorit", "sync"}


class Doubt(Enum):
    """What is not good about a place for a vault."""

    NOT_ENCRYPTED = "not_encrypted"
    REMOVABLE = "removable"
    NETWORK = "network"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the system tells of its disks; tests give trees of their own."""

    mounts: Path = Path("/proc/self/mountinfo")
    blocks: Path = Path("/sys/dev/block")


@dataclass(frozen=True, slots=True)
class _Mount:
    number: str
    """Major and minor of its device, as `8:1`."""
    point: Path
    kind: str


def doubts(folder: Path, machine: Machine | None = None) -> tuple[Doubt, ...]:
    """What speaks against keeping a vault in this folder; what cannot be known is left out."""
    if machine is None:
        if sys.platform != "linux":
            return _cloud(folder)
        machine = Machine()
    mount = _mount_of(folder, machine)
    if mount is None:
        return _cloud(folder)
    if mount.kind in _NETWORK:
        return (Doubt.NETWORK, *_cloud(folder))
    return (*_of_device(mount, machine), *_cloud(folder))


def _of_device(mount: _Mount, machine: Machine) -> Iterator[Doubt]:
    devices = tuple(_below(machine.blocks / mount.number, _DEEPEST))
    disks = [one for one in devices if not _slaves(one)]
    # Without a device of its own (a disk in memory, a folder of a container) nothing is known.
    known = bool(disks) and all((one / "size").exists() for one in disks)
    encrypted = mount.kind in _ENCRYPTED or any(_is_crypt(one) for one in devices)
    if known and not encrypted and not any(_is_virtual(one) for one in disks):
        yield Doubt.NOT_ENCRYPTED
    if any(_is_removable(one) for one in disks):
        yield Doubt.REMOVABLE


def _cloud(folder: Path) -> tuple[Doubt, ...]:
    names = (part.lower() for part in folder.parts)
    return (Doubt.CLOUD,) if any(_is_cloud(name) for name in names) else ()


def _is_cloud(name: str) -> bool:
    # "OneDrive - City Council", "Dropbox (Personal)": the person's own words follow.
    return any(name == one or name.startswith((f"{one} -", f"{one} (")) for one in _CLOUD)


def _mount_of(folder: Path, machine: Machine) -> _Mount | None:
    place = _existing(folder)
    found: _Mount | None = None
    for mount in _mounts(machine.mounts):
        if place.is_relative_to(mount.point) and (
            # Of two on the same point the later lies on top.
            found is None or len(mount.point.parts) >= len(found.point.parts)
        ):
            found = mount
    return found


def _existing(folder: Path) -> Path:
    place = Path(os.path.realpath(folder))
    while not place.exists() and place != place.parent:
        place = place.parent
    return place


def _mounts(told: Path) -> Iterator[_Mount]:
    for line in _read(told).splitlines():
        front, _, back = line.partition(" - ")
        parts, kind = front.split(), back.split()
        if len(parts) > 4 and kind:  # noqa: PLR2004 - number is the third part, point the fifth
            # Blanks stand there as octal numbers, all other letters as they are.
            point = parts[4].encode("latin-1", "backslashreplace").decode("unicode_escape")
            yield _Mount(parts[2], Path(point), kind[0])


def _below(device: Path, deepest: int) -> Iterator[Path]:
    """A device and what it lies on: a volume on an encrypted part on a disk."""
    if not device.is_dir() or deepest == 0:
        return
    yield device
    for one in _slaves(device):
        yield from _below(one, deepest - 1)


def _slaves(device: Path) -> list[Path]:
    try:
        return sorted((device / "slaves").iterdir())
    except OSError:
        return []


def _is_crypt(device: Path) -> bool:
    return _read(device / "dm" / "uuid").startswith("CRYPT-")


def _is_virtual(device: Path) -> bool:
    """A disk of a virtual machine says nothing about the disk below it."""
    name = device.resolve().name
    return name.startswith(("loop", "nbd", "ram", "vd", "xvd", "zram"))


def _is_removable(device: Path) -> bool:
    real = device.resolve()
    # A part of a disk has no such file of its own; its disk is the folder above.
    said = any(_read(one / "removable").strip() == "1" for one in (real, real.parent))
    return said or any(part.startswith("usb") for part in real.parts)


def _read(path: Path) -> str:
    try:
        return files.read_limited(path, _LIMIT).decode("utf-8", "replace")
    except FileError:
        return ""
