"""Owns what a keyboard may do with what is typed: learn nothing, complete nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt

Hints = Qt.InputMethodHint

WORDS = Hints.ImhSensitiveData | Hints.ImhNoPredictiveText
"""For every field: what a child said must not come back as a suggestion in another program."""
SAID = WORDS | Hints.ImhNoAutoUppercase
"""For spoken words, which nothing may change either."""
SECRET = SAID | Hints.ImhHiddenText
"""For passphrases and codes."""
