"""Owns small numbers as words: two to nine at the head of a sentence, figures from ten on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhi_desktop.ui.translation import noop

_WORDS = (
    noop("counting", "No"),
    noop("counting", "One"),
    noop("counting", "Two"),
    noop("counting", "Three"),
    noop("counting", "Four"),
    noop("counting", "Five"),
    noop("counting", "Six"),
    noop("counting", "Seven"),
    noop("counting", "Eight"),
    noop("counting", "Nine"),
)


def in_words(count: int) -> str:
    """A number that begins a sentence."""
    if 0 <= count < len(_WORDS):
        return QCoreApplication.translate("counting", _WORDS[count])
    return str(count)
