"""Owns which files belong to the project, for every test that reads the tree itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "rhi_desktop"
TESTS = ROOT / "tests"

MADE = frozenset({"build", "dist", "__pycache__", ".git", ".venv", ".hypothesis", ".claude"})
"""Folders that tools make; a folder ending in _cache counts too."""


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the project below `folder`, without what tools make.

    By walking, not by asking git: the tests also run from an archive without a repository.
    """
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in MADE and not path.name.endswith("_cache"):
                yield from files(path)
        else:
            yield path


def python_files() -> list[Path]:
    """Every Python file of the program, the tests and the gates; stubs are exempt."""
    return [path for path in files() if path.suffix == ".py"]


def place(path: Path) -> str:
    """The path as a person names it: from the root of the project."""
    return path.relative_to(ROOT).as_posix()
