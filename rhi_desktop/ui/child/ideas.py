"""Owns ideas for a line of the plan, one card at a time, and ways to begin a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.widgets import (
    LARGE,
    QUIET,
    SAID,
    SMALL_QUIET,
    Button,
    ButtonKind,
    Text,
    announce,
    column,
    hline,
)


class Ideas(QWidget):
    """One idea to take or to leave; taking one puts it into the field, to be made one's own.

    Emits `taken` (words) and `begun` (the beginning of a sentence).
    """

    taken = Signal(str)
    begun = Signal(str)

    def __init__(self, ideas: Sequence[str], starters: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Some ideas"))
        self._ideas, self._at = tuple(ideas), 0
        self._words = Text("", SAID, wrap=True)
        self._take = self._act(self.tr("Use this one"), "idea_take", "soft")
        self._take.clicked.connect(self._taken)
        self._leave = self._act(self.tr("Not for me"), "idea_leave", "accent")
        self._leave.clicked.connect(self._next)
        self._none = Text(self.tr("No more ideas. Yours are the best ones."), QUIET, wrap=True)
        begins = [self._starter(number, words) for number, words in enumerate(starters, 1)]
        start = Text(self.tr("Or begin like this:"), SMALL_QUIET)
        if not begins:
            start.hide()
        self.setLayout(
            column(
                8, hline(), 10, self._words, self._none, 4, flow(self._take, self._leave),
                6, start, 4, flow(*begins, gap=4),
            )
        )  # fmt: skip
        self._show()

    @property
    def first(self) -> Button:
        """What takes the idea that is shown."""
        return self._take

    def _starter(self, number: int, words: str) -> Button:
        button = Button(words, "plain", size=LARGE)
        button.setObjectName(f"starter_{number}")
        button.clicked.connect(partial(self._begin, words))
        return button

    def _begin(self, words: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self.begun.emit(words)

    def _act(self, words: str, name: str, kind: ButtonKind) -> Button:
        button = Button(words, kind, size=LARGE)
        button.setObjectName(name)
        return button

    def _taken(self) -> None:
        words = self._ideas[self._at]
        self._next()
        self.taken.emit(words)

    def _next(self) -> None:
        self._at += 1
        self._show()
        announce(self, self._words.text() or self._none.text())

    def _show(self) -> None:
        more = self._at < len(self._ideas)
        self._words.setText(self._ideas[self._at] if more else "")
        for part in (self._words, self._take, self._leave):
            part.setVisible(more)
        self._none.setVisible(not more)
