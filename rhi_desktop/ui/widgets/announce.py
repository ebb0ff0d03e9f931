"""Owns speaking to a screen reader: a sentence said once, without moving the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(speaker: QWidget, words: str, *, urgent: bool = False) -> None:
    """Say a sentence: politely after what is being read, or at once when it cannot wait."""
    event = QAccessibleAnnouncementEvent(speaker, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
