"""Claims about writing whole files and reading limited ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rhi_desktop import files
from rhi_desktop.errors import FileError


def test_written_whole_with_a_tight_mode(tmp_path: Path) -> None:
    """The file has the bytes and only its owner may read it; nothing else is left in the folder."""
    path = tmp_path / "out"
    files.write_atomic(path, b"first, and longer")
    files.write_atomic(path, b"second")
    assert path.read_bytes() == b"second"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    """Over the process's file-size limit: the old bytes stay, and no part stays beside them."""
    path = tmp_path / "out"
    path.write_bytes(b"old")
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from rhi_desktop import files; from rhi_desktop.errors import FileError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: files.write_atomic(Path(sys.argv[1]), bytes(5000))\n"
        "except FileError as refused: print(refused.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "disk_failed"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A missing folder is file_missing; the path is not in the refusal."""
    with pytest.raises(FileError, match="file_missing") as refused:
        files.write_atomic(tmp_path / "none" / "out", b"")
    assert "none" not in repr(refused.value)
    assert refused.value.__suppress_context__


def test_read_up_to_the_limit(tmp_path: Path) -> None:
    """A file of the limit is read, one byte more is refused, none is missing, a folder none."""
    path = tmp_path / "in"
    path.write_bytes(b"12345")
    assert files.read_limited(path, 5) == b"12345"
    with pytest.raises(FileError, match="file_too_large"):
        files.read_limited(path, 4)
    with pytest.raises(FileError, match="file_missing"):
        files.read_limited(tmp_path / "none", 4)
    with pytest.raises(FileError, match="file_unreadable"):
        files.read_limited(tmp_path, 4)


@pytest.mark.skipif(os.name != "posix", reason="a device of POSIX")
def test_a_file_without_end_does_not_fill_the_memory() -> None:
    """The limit holds while reading, whatever size the file claims to have."""
    with pytest.raises(FileError, match="file_too_large"):
        files.read_limited(Path("/dev/zero"), 1000)


def test_touched_and_made(tmp_path: Path) -> None:
    """Touching makes an empty file and keeps a full one; a folder is made once, for its owner."""
    path = tmp_path / "a" / "b"
    files.make_folder(path)
    assert path.stat().st_mode & 0o777 == 0o700
    with pytest.raises(FileError, match="file_exists"):
        files.make_folder(path)
    files.touch(path / "raise")
    (path / "raise").write_bytes(b"x")
    files.touch(path / "raise")
    assert (path / "raise").read_bytes() == b"x"
    with pytest.raises(FileError):
        files.touch(path / "none" / "raise")


def test_folders_above_are_made_for_the_owner_alone(tmp_path: Path) -> None:
    """Whatever a careless system allows: nobody else can put another vault in the place of ours."""
    before = os.umask(0)
    try:
        files.make_folder(tmp_path / "data" / "vaults" / "notes")
    finally:
        os.umask(before)
    for name in ("data", "data/vaults", "data/vaults/notes"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o700
