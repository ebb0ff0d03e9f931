"""Claims about the languages that an interviewer can choose."""

from __future__ import annotations

from rhi_desktop.export.wording.languages import language_name
from rhi_desktop.ui.interview.languages import LANGUAGES


def test_every_language_on_offer_has_its_name_in_the_report() -> None:
    """A tag says nothing to a reader."""
    assert [tag for tag in LANGUAGES if language_name(tag) == tag] == []
