"""Owns one key that two want: Ctrl+0 is the zoom's, and no section where lines are sorted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def is_no_section(event: QKeyEvent) -> bool:
    """True for Ctrl+0, which the window would take for its zoom."""
    control = Qt.KeyboardModifier.ControlModifier
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_0 and pressed == control
