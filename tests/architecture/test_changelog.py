"""Every change is told to its users in one plain line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

FOLDER = ROOT / "changelog.d"
NAME = re.compile(r"(\+[a-z0-9]+(-[a-z0-9]+)*|\d+)\.md")
LONGEST = 240
# Words of whoever builds, not of whoever uses; and words that put blame on a child.
OURS = re.compile(r"\b(refactor\w*|bump\w*|lint\w*|mypy|pytest|commit\w*)\b", re.IGNORECASE)
BLAME = re.compile(
    r"\b(abscond\w*|promiscu\w*|prostitut\w*|lifestyle choice|attention[- ]seeking|streetwise"
    r"|manipulative|refus(?:ed|es|ing) to engage)\b",
    re.IGNORECASE,
)


def faults(name: str, text: str) -> list[str]:
    """What is wrong with one fragment; empty when it can be printed as it is."""
    line = text.removesuffix("\n")
    checks = {
        "the name is +short-name.md or an issue number": NAME.fullmatch(name),
        "one line, ended once": "\n" not in line and text.endswith("\n"),
        "a sentence with a full stop": (line[:1].isupper() or line[:1] == "`")
        and line.endswith((".", ".)")),
        f"at most {LONGEST} characters": len(line) <= LONGEST,
        "no list mark or heading": line[:1] not in "-*#",
        "the user's view": not OURS.search(line),
        "no word that blames a child": not BLAME.search(line),
    }
    return [f"{name}: {rule}" for rule, kept in checks.items() if not kept]


def fragments() -> list[Path]:
    """Every fragment that waits for a release."""
    return [path for path in sorted(FOLDER.iterdir()) if path.name != "README.md"]


def test_every_fragment_is_well_formed() -> None:
    """A fragment can be printed in the changelog as it stands."""
    found = [
        fault
        for path in fragments()
        for fault in faults(path.name, path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("new thing.md", "Lines can be struck.\n"),
        ("+x.md", "Lines can be struck.\nAnd more.\n"),
        ("+x.md", "lines can be struck\n"),
        ("+x.md", "- Lines can be struck.\n"),
        ("+x.md", "Refactored the line list.\n"),
        ("+x.md", "A list of absconders.\n"),
        ("+x.md", "A" * LONGEST + ".\n"),
    ],
)
def test_a_planted_fault_is_named(name: str, text: str) -> None:
    """Each rule of a fragment fails when it should, naming the file."""
    assert faults(name, text)
    assert faults(name, text)[0].startswith(f"{name}: ")


@pytest.mark.parametrize("name", ["+struck-lines.md", "12.md"])
def test_a_good_fragment_passes(name: str) -> None:
    """One sentence in the user's words is all that is asked."""
    assert faults(name, "A struck line stays in the record and leaves in no export.\n") == []
