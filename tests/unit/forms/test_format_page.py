"""The page that describes the format names what the code does, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from rhi_desktop.domain import table
from rhi_desktop.domain.answer import Blank
from rhi_desktop.forms import kinds, lists, loader
from rhi_desktop.forms.model import SECTION_IDS, Op

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "formats" / "pack.md").read_text("utf-8")
FAULT = re.compile(r'faults\.add\(\s*"(\w+)",[^"]*?(?:f?"[^"]*",\s*)?"(\w+)"', re.DOTALL)
SOURCES = (
    "domain/table.py",
    *(f"forms/{name}.py" for name in ("loader", "rules", "conditions", "lists")),
)


def named(code: str) -> bool:
    """True when the page names it as code."""
    return f"`{code}`" in PAGE


def test_every_fault_and_remedy_of_the_code_is_on_the_page() -> None:
    """Whoever reads a code in a message finds it here."""
    code = "\n".join((ROOT / "rhi_desktop" / name).read_text("utf-8") for name in SOURCES)
    found = FAULT.findall(code)
    assert len(found) > 15
    assert [one for pair in found for one in pair if not named(one)] == []
    written = re.findall(r'return "(\w+)", "(\w+)"', code)
    assert [one for pair in written for one in pair if not named(one)] == []


def test_every_kind_blank_section_and_condition_is_on_the_page() -> None:
    """The page lacks no value that a pack or an answer can hold."""
    values = [*kinds.KINDS, *SECTION_IDS, *kinds.YES_NO, *lists.BLOCK_IDS, *sorted(lists.FLAGS)]
    values += [one.value for one in (*Blank, *Op)]
    assert [value for value in values if not named(value) and f"`{value} = " not in PAGE] == []


def test_the_packs_that_ship_are_on_the_page_with_their_numbers() -> None:
    """Whoever looks for a question knows in which pack, and that the page is of today."""
    assert [name for name in loader.released_names() if not named(name)] == []
    asked, sets = loader.released("rhi_v1").questions, loader.released("concerns_v1").sets
    assert f"| {len(asked)} questions " in PAGE
    assert f"| {len(sets)} sets " in PAGE


def test_the_limits_on_the_page_are_those_of_the_code() -> None:
    """A number that changes here changes there."""
    said = (
        f"| {table.MAX_BYTES:,} bytes;",
        f" {table.MAX_DEPTH} tables and lists within one another",
        f" {table.MAX_ITEMS} items in a list",
        f" {table.MAX_TEXT:,} characters in a text",
        f"no line longer than {table.MAX_LINE:,} characters",
        f"| `open` | words as given, at most {kinds.MAX_OPEN:,} characters",
        f"| `words` | a few words as given, at most {kinds.MAX_WORDS} characters",
    )
    assert [one for one in said if one not in PAGE] == []
