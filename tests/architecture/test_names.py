"""File names say what a file owns; none is a drawer for odds and ends."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from tests.architecture.tree import place, python_files

DRAWERS = frozenset(
    {"util", "utils", "helper", "helpers", "manager", "managers", "common", "base", "misc"}
)


def drawers(names: list[str]) -> list[str]:
    """Those of `names` that hold a word which says nothing about what is inside."""
    return [
        name
        for name in names
        if any(
            DRAWERS & set(re.split(r"[_.\-]", part.lower())) for part in PurePosixPath(name).parts
        )
    ]


def test_no_file_is_a_drawer() -> None:
    """No module or package is called utils, helpers, manager, common or base."""
    assert drawers([place(path) for path in python_files()]) == []


def test_a_planted_drawer_is_named() -> None:
    """A drawer is found as a file, as a folder and as a part of a name."""
    planted = ["a/utils.py", "a/base/x.py", "a/date_helpers.py", "a/database.py", "a/baseline.py"]
    assert drawers(planted) == planted[:3]
