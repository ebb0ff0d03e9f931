"""Claims about the place of a vault: made trees of /proc and /sys, nothing of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.disks import Doubt, Machine, doubts

MOUNT = "24 1 {number} / {point} rw,relatime shared:1 - {kind} /dev/x rw\n"


class Tree:
    """A machine with the disks of a test."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home"
        self.vault = self.home / "vaults" / "notes.rhivault"
        self.vault.mkdir(parents=True)
        self._sys = folder / "sys"
        self.machine = Machine(folder / "mountinfo", self._sys / "dev" / "block")
        self.machine.blocks.mkdir(parents=True)
        self._told = MOUNT.format(number="0:1", point="/", kind="rootfs")

    def mount(self, number: str, kind: str = "ext4") -> Tree:
        """The home lies on this device."""
        self._told += MOUNT.format(number=number, point=self.home, kind=kind)
        self.machine.mounts.write_text(self._told)
        return self

    def device(self, number: str, path: str, uuid: str = "", below: tuple[str, ...] = ()) -> Path:
        """A device, the devices it lies on, and what the device mapper calls it."""
        real = self._sys / "devices" / path
        (real / "slaves").mkdir(parents=True)
        (real / "size").write_text("1000\n")
        for name in below:
            (real / "slaves" / Path(name).name).symlink_to(self._sys / "devices" / name)
        if uuid:
            (real / "dm").mkdir()
            (real / "dm" / "uuid").write_text(f"{uuid}\n")
        (self.machine.blocks / number).symlink_to(real)
        return real

    def found(self) -> tuple[Doubt, ...]:
        """What is not good about it."""
        return doubts(self.vault, self.machine)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A machine without disks."""
    return Tree(tmp_path)


def test_a_bare_disk_is_not_encrypted(tree: Tree) -> None:
    """A partition of a disk, with nothing in between."""
    tree.device("8:2", "pci0/sda/sda2")
    assert tree.mount("8:2").found() == (Doubt.NOT_ENCRYPTED,)


def test_a_volume_on_an_encrypted_part_is_good(tree: Tree) -> None:
    """LVM on LUKS on a partition, as Debian sets it up."""
    tree.device("8:3", "pci0/sda/sda3")
    tree.device("254:0", "virtual/dm-0", "CRYPT-LUKS2-0a1b-sda3_crypt", ("pci0/sda/sda3",))
    tree.device("254:1", "virtual/dm-1", "LVM-abc", ("virtual/dm-0",))
    assert tree.mount("254:1").found() == ()


def test_a_volume_without_encryption_is_seen_through(tree: Tree) -> None:
    """LVM alone hides nothing."""
    tree.device("8:3", "pci0/sda/sda3")
    tree.device("254:1", "virtual/dm-1", "LVM-abc", ("pci0/sda/sda3",))
    assert tree.mount("254:1").found() == (Doubt.NOT_ENCRYPTED,)


@pytest.mark.parametrize("kind", ["fuse.gocryptfs", "ecryptfs"])
def test_an_encrypted_folder_on_a_bare_disk_is_good(tree: Tree, kind: str) -> None:
    """The file system itself encrypts."""
    tree.device("8:2", "pci0/sda/sda2")
    assert tree.mount("8:2", kind).found() == ()


def test_a_stick_is_said(tree: Tree) -> None:
    """By its own word, or because it hangs on USB."""
    part = tree.device("8:17", "pci0/sdb/sdb1")
    (part.parent / "removable").write_text("1\n")
    assert Doubt.REMOVABLE in tree.mount("8:17").found()
    tree.device("8:33", "pci0/usb1/1-1/sdc/sdc1")
    assert Doubt.REMOVABLE in tree.mount("8:33").found()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_share_is_said(tree: Tree, kind: str) -> None:
    """Nothing is claimed about the disk behind it."""
    assert tree.mount("0:50", kind).found() == (Doubt.NETWORK,)


@pytest.mark.parametrize(
    "name", ["Dropbox", "OneDrive - City Council", "Nextcloud", "Google Drive"]
)
def test_a_folder_that_is_copied_away_is_said(tree: Tree, name: str) -> None:
    """By its well-known name, anywhere above the vault."""
    tree.mount("0:50", "overlay")
    assert doubts(tree.home / name / "notes.rhivault", tree.machine) == (Doubt.CLOUD,)


@pytest.mark.parametrize("kind", ["btrfs", "zfs", "tmpfs", "overlay"])
def test_what_cannot_be_known_is_not_said(tree: Tree, kind: str) -> None:
    """A mount without a device of its own says nothing about its disk."""
    assert tree.mount("0:50", kind).found() == ()


def test_the_disk_of_a_virtual_machine_is_not_judged(tree: Tree) -> None:
    """What lies below it is not seen from inside."""
    tree.device("253:1", "pci0/virtio0/vda/vda1")
    assert tree.mount("253:1").found() == ()


def test_a_machine_that_tells_nothing_is_silent(tree: Tree) -> None:
    """No mountinfo, no /sys, a vault that is not there yet."""
    assert doubts(tree.vault / "not" / "yet", tree.machine) == ()
    assert doubts(Path("/proc/none"), Machine()) == ()


def test_the_mount_that_lies_on_top_counts(tree: Tree) -> None:
    """Of two on one point the later; a name with a blank is read as well."""
    tree.device("8:2", "pci0/sda/sda2")
    tree.mount("8:2").mount("0:60", "tmpfs")
    assert tree.found() == ()
    blank = tree.home / "my notes"
    blank.mkdir()
    told = MOUNT.format(number="8:2", point=str(blank).replace(" ", "\\040"), kind="ext4")
    tree.machine.mounts.write_text(tree.machine.mounts.read_text() + told)
    assert doubts(blank, tree.machine) == (Doubt.NOT_ENCRYPTED,)


def test_a_mount_with_other_letters_in_its_name_is_found(tree: Tree) -> None:
    """A stick that is called by an accent or another script is no part of the disk below it."""
    tree.device("8:2", "pci0/sda/sda2")
    tree.mount("0:60", "tmpfs")
    for name in ("\N{LATIN SMALL LETTER E WITH ACUTE}lan", "\N{CYRILLIC SMALL LETTER ZHE} one"):
        stick = tree.home / name
        stick.mkdir()
        told = MOUNT.format(number="8:2", point=str(stick).replace(" ", "\\040"), kind="ext4")
        tree.machine.mounts.write_text(tree.machine.mounts.read_text() + told)
        assert doubts(stick, tree.machine) == (Doubt.NOT_ENCRYPTED,)
