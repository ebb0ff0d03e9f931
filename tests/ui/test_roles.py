"""Claims about the roles of those who get papers: kept as codes, and never shown as such."""

from __future__ import annotations

from rhi_desktop.export.wording import WORDS
from rhi_desktop.ui.given_words import OTHER_ROLE, roles


def test_every_usual_role_has_its_words_on_the_childs_copy() -> None:
    """A code of ours on the child's own paper would mean nothing to them."""
    without = [one for one in roles() if one != OTHER_ROLE and f"copy_role_{one}" not in WORDS]
    assert without == []
