"""The size budget holds, and a breach is named by file, line and rule."""

from __future__ import annotations

import pytest

from tests.architecture.budget import breaches
from tests.architecture.tree import place, python_files

LONG_FUNCTION = "def long() -> None:\n" + "    pass\n" * 40
LONG_CLASS = "class Long:\n" + "    x = 1\n" * 200
WIDE = "class Wide:\n    def __init__(self, a, b, c, d, *, e, f):\n        pass\n"


def test_every_file_keeps_the_size_budget() -> None:
    """No file, class, function or constructor is larger than the house allows."""
    found = [
        breach
        for path in python_files()
        for breach in breaches(place(path), path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("x = 1\n" * 301, "a.py:1: file of 301 lines, 300 allowed"),
        ("\n" + LONG_FUNCTION, "a.py:2: function long of 41 lines, 40 allowed"),
        (LONG_CLASS, "a.py:1: class Long of 201 lines, 200 allowed"),
        (WIDE, "a.py:2: constructor of Wide takes 6 arguments, 5 allowed"),
    ],
)
def test_a_planted_breach_is_named(source: str, named: str) -> None:
    """Whoever breaks the budget is told the file, the line and the rule."""
    found = breaches("a.py", source)
    assert len(found) == 1
    assert found[0].startswith(named)


@pytest.mark.parametrize(
    "source",
    ["x = 1\n" * 300, LONG_FUNCTION[: -len("    pass\n")], LONG_CLASS[: -len("    x = 1\n")]],
)
def test_what_just_fits_is_no_breach(source: str) -> None:
    """The budget itself is allowed."""
    assert breaches("a.py", source) == []
