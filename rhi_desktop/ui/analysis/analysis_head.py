"""Owns the head of the analysis page: title, strengths heard, the two parts, what can come back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from rhi_desktop.domain.interview import Account
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.thread_card import AFTER_EDGE, ARROW, DONE, EDGE, MEANT, SAID, SIDE
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    H2,
    QUIET,
    SMALL,
    SMALL_BUTTON,
    Button,
    Text,
    column,
    row,
    wrap,
)
from rhi_desktop.workflow.analysing import strengths_heard


class AnalysisHead(QWidget):
    """Emits `asked_new` for a new thread, `asked_undo` to put back what was taken out."""

    asked_new = Signal()
    asked_undo = Signal()

    def __init__(self, account: Account, tabs: QTabBar) -> None:
        super().__init__()
        case = account.case
        words = self.tr("What it may mean, and what we will do")
        self._title = Text(words, H2 if theme().crowded else H1, wrap=True)
        who = f"{case.reference}, {case.child.initials}"
        self._who = Text(who, QUIET)
        self._strengths = Text("", QUIET, wrap=True)
        self.new = Button(self.tr("New thread"), "primary", "plus", hint="Ctrl Shift N")
        self.new.setObjectName("new_thread")
        self.new.clicked.connect(self.asked_new)
        tabs.setObjectName("parts")
        tabs.setAccessibleName(self.tr("Parts of the analysis"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setUsesScrollButtons(False)
        tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for name in (self.tr("Threads"), self.tr("My view")):
            tabs.addTab(name)
        self._undo, self._undone = self._undo_strip()
        gap = None if theme().crowded else 24
        self._below = row(self._who, gap, (self._strengths, 1000), "*")
        side = theme().margin
        if theme().crowded:
            self._who.hide()
        if theme().crowded:
            inside = column(
                self._title, row(tabs, "*", self.new), self._below, self._undo,
                margins=(side, 10, side, 8),
            )  # fmt: skip
        else:
            top = row((self._title, 1), 24, column("*", tabs, "*"), column("*", self.new, "*"))
            inside = column(top, 4, self._below, self._undo, margins=(side, 20, side, 16))
        self.setLayout(inside)

    def set_compact(self, *, compact: bool) -> None:
        """Say less where there is less room."""
        self.new.set_hint("" if compact else "Ctrl Shift N")

    def show_strengths(self, words: str) -> None:
        """What was heard of strength; nothing is shown when nothing was."""
        self._strengths.setText(words)
        self._strengths.setVisible(bool(words))

    def show_undo(self, words: str) -> None:
        """Say what was taken out, and offer it back; empty words put the offer away."""
        self._undone.setText(words)
        self._undo.setVisible(bool(words))

    def _undo_strip(self) -> tuple[QWidget, Text]:
        words = Text("", SMALL)
        back = Button(self.tr("Put it back"), "soft", "undo", size=SMALL_BUTTON)
        back.setObjectName("put_back")
        back.clicked.connect(self.asked_undo)
        strip = wrap(column(10, row(words, 12, back, "*")))
        strip.hide()
        return strip, words


def column_heads() -> QHBoxLayout:
    """The words above the three columns, on the shares of the cards."""

    def head(words: str) -> QWidget:
        return wrap(row(Text(words, SMALL.strong.tint("text2")), "*"))

    return row(
        (head(_tr("What was said or seen")), SAID), ARROW + EDGE + AFTER_EDGE,
        (head(_tr("What it may mean, in my view")), MEANT), ARROW,
        (head(_tr("So we will")), DONE), margins=(SIDE, 0, SIDE, 0),
    )  # fmt: skip


def strengths(desk: AnalysisDesk) -> str:
    """What was written down as a strength, in the words of the pack."""
    found = strengths_heard(desk.ws, desk.id)
    if not found:
        return ""
    return _tr("Strengths heard: {strengths}").format(strengths="; ".join(found))


def _tr(words: str) -> str:
    return QCoreApplication.translate("analysis", words)
