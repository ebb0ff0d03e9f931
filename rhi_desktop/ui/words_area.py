"""Owns an area for words that somebody says: nothing in it is learnt, corrected or changed."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor, QTextOption

from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import private_typing
from rhi_desktop.ui.widgets.field import TextArea
from rhi_desktop.ui.widgets.typesetting import SAID

_BLOCK = "\N{PARAGRAPH SEPARATOR}"
_UNBROKEN = re.compile(r"\S{400}")
HINTS = private_typing.SAID | private_typing.Hints.ImhMultiLine


def wrap_for(text: str) -> QTextOption.WrapMode:
    """How a text breaks: between words, and anywhere once there are none to break between.

    Finding word breaks in hundreds of thousands of letters without a space takes a second for
    every key.
    """
    unbroken = _UNBROKEN.search(text)
    mode = QTextOption.WrapMode
    return mode.WrapAnywhere if unbroken else mode.WrapAtWordBoundaryOrAnywhere


class WordsArea(TextArea):
    """Spoken words, to the letter. Words that run from the right start there."""

    def __init__(self, name: str, *, lines: int = 4) -> None:
        super().__init__(name=name, lines=lines)
        self.setInputMethodHints(HINTS)
        self.setProperty("capture", "true")
        self.setFont(SAID.font)
        self.setFixedHeight(theme().px(27 * lines + 22))
        self.textChanged.connect(self._turn)

    def words(self) -> str:
        """Exactly what stands in the area; `toPlainText` would change no-break spaces."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return cursor.selectedText().replace(_BLOCK, "\n")

    def put(self, words: str, caret: int = -1) -> None:
        """Show other words, the caret at their end or where it stood."""
        self.setWordWrapMode(wrap_for(words))
        self.setPlainText(words)
        cursor = self.textCursor()
        length = self.document().characterCount() - 1
        cursor.setPosition(length if caret < 0 else min(caret, length))
        self.setTextCursor(cursor)

    def _turn(self) -> None:
        side = starting_side(self.document().firstBlock().text())
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)
