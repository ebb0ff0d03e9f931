"""Owns the short words for what the child said when a line was read back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.interview import ReadBack
from rhi_desktop.domain.reading import Said


def said_word(said: Said) -> str:
    """What a chip says."""
    translate = QCoreApplication.translate
    return {
        Said.AGREED: translate("reading", "Agreed"),
        Said.CHANGED: translate("reading", "Said another way"),
        Said.NOT_NOW: translate("reading", "Not now"),
    }[said]


def state_words(state: ReadBack) -> str:
    """How much was read back, as it follows from the single lines."""
    translate = QCoreApplication.translate
    return {
        ReadBack.NOT_DONE: translate("reading", "Nothing has been read back yet."),
        ReadBack.IN_PART: translate("reading", "Read back in part."),
        ReadBack.DONE: translate("reading", "All of it was read back."),
    }[state]
