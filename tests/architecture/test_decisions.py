"""Every decision has its page, its number and its line in the index."""

from __future__ import annotations

import re

from tests.architecture.tree import ROOT

FOLDER = ROOT / "docs" / "adr"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("0*.md")}
LONGEST = 90


def test_the_index_names_every_page_and_no_other() -> None:
    """Whoever looks for a decision finds it by its number."""
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    listed = {int(number) for number in re.findall(r"^\| (\d+) \|", index, re.MULTILINE)}
    assert {int(name[:4]) for name in PAGES} == listed


def test_every_page_is_one_page_under_its_own_number() -> None:
    """A page is headed by the number in its name, says what was decided, and stays short."""
    for name, text in PAGES.items():
        assert text.startswith(f"# {int(name[:4])}. "), name
        assert "**Decided" in text, name
        assert len(text.splitlines()) <= LONGEST, name
