"""Owns how checking a report looks: a place to drop it, then what it proves and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rhi_desktop.ui.exchange.import_view import DropPlace
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.verdict_view import VerdictView
from rhi_desktop.ui.verifying.advice import Advice
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    H3,
    LARGE,
    QUIET,
    SMALL_QUIET,
    Button,
    Icon,
    Progress,
    Text,
    announce,
    bar,
    card,
    column,
    empty,
    row,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow.reviewing import Verdict

USUAL_WIDTH, RIGHT, DROP = 1366, 440, 720
UNBOUND = 16_777_215


class VerifyView(QWidget):
    """One of three: nothing chosen, being checked, checked. `last` is what takes the focus."""

    def __init__(
        self,
        choose: Callable[[], object],
        stop: Callable[[], object],
        leave: Callable[[], object],
        cards: Callable[[], object],
    ) -> None:
        super().__init__()
        self._choose, self._stop, self._leave, self._cards = choose, stop, leave, cards
        self._box = column()
        self.setLayout(self._box)
        self._sides: QBoxLayout | None = None
        self._right: QWidget | None = None
        self.last: Button | None = None
        self.progress: Progress | None = None
        self.verdict = VerdictView(six_words=True, apart=True)

    def show_blank(self) -> None:
        """Nothing is chosen: what can be checked, and what it will say."""
        self._begin()
        tight, side = theme().crowded, theme().margin
        choose = self._chooser("primary", self.tr("Choose a PDF"))
        words = self.tr(
            "A full report, a version for the police or a carer, an addendum, a page of figures."
        )
        says = self.tr(
            "You are told who signed and when by whose clock, whether anything was changed, and"
            " what is missing."
        )
        middle = Qt.AlignmentFlag.AlignHCenter
        inside = column(
            None if tight else row("*", Icon("shield", "text2", 32), "*"),
            None if tight else 12,
            Text(self.tr("Drop a signed PDF here"), H3, wrap=True, align=middle),
            6,
            Text(words, QUIET, wrap=True, align=middle),
            18,
            row("*", choose, "*"),
            18,
            Text(says, SMALL_QUIET, wrap=True, align=middle),
            margins=(24, 16, 24, 16) if tight else (32, 40, 32, 40),
        )
        place = DropPlace(inside)
        place.setMaximumWidth(theme().px(DROP))
        centred = row("*", (place, 20), "*")
        above = 8 if tight else 16
        body = wrap(column("*", centred, "*", "*", margins=(side, above, side, above)))
        note = self.tr("It is looked at on this laptop, and nothing of it is kept.")
        self._fill(self._head("", None), (scrolled(body), 1), self._foot(note, None))
        self._take(choose)

    def show_checking(self, about: str) -> None:
        """A file is being checked: how far, and a way to stop."""
        self._begin()
        self.verdict = VerdictView(six_words=True, apart=True)
        self.progress = Progress(self.tr("How much is checked"))
        self.progress.setObjectName("check_progress")
        stop = Button(self.tr("Stop checking"), "plain", size=LARGE)
        stop.setObjectName("stop_checking")
        stop.clicked.connect(self._stop)
        body = column(self.progress, 14, self.verdict, "*")
        self._show(about, wrap(body), None, None, (stop, self.tr("Nothing is known yet.")))
        self._take(stop)

    def show_share(self, share: float) -> None:
        """How much of it is done."""
        if self.progress is not None:
            self.progress.show_share(share)

    def show_verdict(self, about: str, verdict: Verdict) -> None:
        """All that was found, what to do, and what no check can tell."""
        self._begin()
        self.verdict = VerdictView(six_words=True, apart=True)
        another = self._chooser("plain", self.tr("Check another"))
        leave = self._leaver()
        note = self.tr("Nothing of the file was kept.")
        self._show(about, self.verdict, Advice(verdict, self._cards), another, (leave, note))
        self.verdict.show_verdict(verdict)
        self._take(leave)

    def show_said(self, about: str, happened: str, rest: str) -> None:
        """There is no verdict: the file could not be read, or somebody stopped."""
        self._begin()
        said = column(
            Text(happened, H3, wrap=True), 4, Text(rest, BODY, wrap=True), margins=(20, 14, 20, 16)
        )
        another = self._chooser("primary", self.tr("Choose a PDF"))
        box = card(said, "notice")
        box.setObjectName("not_checked")
        note = self.tr("Nothing of the file was kept.")
        self._show(about, wrap(column(box, 18, row(another, "*"))), None, None, (None, note))
        announce(self, f"{happened}. {rest}", urgent=True)
        self._take(another)

    def _show(
        self,
        about: str,
        left: QWidget,
        right: QWidget | None,
        another: Button | None,
        foot: tuple[Button | None, str],
    ) -> None:
        side = theme().margin
        self._sides = row((wrap(column(left, "*")), 1), gap=32)
        self._right = wrap(column(right, "*")) if right is not None else None
        if self._right is not None:
            self._sides.addWidget(self._right)
        body = wrap(column(self._sides, "*", margins=(side, 4, side, 24)))
        button, note = foot
        self._fill(self._head(about, another), (scrolled(body), 1), self._foot(note, button))
        self._arrange()

    def _begin(self) -> None:
        empty(self._box)
        self._sides, self._right, self.progress, self.last = None, None, None, None

    def _take(self, button: Button) -> None:
        self.last = button
        button.setFocus()

    def _fill(self, *items: QWidget | tuple[QWidget, int]) -> None:
        for item in items:
            thing, stretch = item if isinstance(item, tuple) else (item, 0)
            self._box.addWidget(thing, stretch)
            # At once: what is hidden for a moment flickers and cannot take the focus.
            thing.show()

    def _head(self, about: str, another: Button | None) -> QWidget:
        side = theme().margin
        words = column(
            Text(self.tr("Check a report"), H1, wrap=True),
            4,
            Text(about, QUIET, wrap=True) if about else None,
        )
        if theme().crowded:
            gap = 12 if another else None
            return wrap(column(words, gap, another, margins=(side, 16, side, 16)))
        right = column(another, "*") if another else None
        return wrap(row((wrap(words), 1), right, margins=(side, 22, side, 20)))

    def _foot(self, note: str, button: Button | None) -> QWidget:
        shown = button or self._leaver()
        return bar((wrap(column("*", Text(note, QUIET, wrap=True), "*")), 1), 12, shown)

    def _leaver(self) -> Button:
        leave = Button(self.tr("Back to your cases"), "quiet", size=LARGE)
        leave.setObjectName("back")
        leave.clicked.connect(self._leave)
        return leave

    def _chooser(self, kind: str, words: str) -> Button:
        choose = Button(words, "primary" if kind == "primary" else "plain", "file")
        choose.setObjectName("choose_report")
        choose.clicked.connect(self._choose)
        return choose

    def _arrange(self) -> None:
        if self._sides is None or self._right is None:
            return
        narrow = theme().narrow(self.width() or USUAL_WIDTH)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)
        self._sides.setStretch(0, 0 if narrow else 1)
        if narrow:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(UNBOUND)
        else:
            sized(self._right, RIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column where there is room for one only."""
        super().resizeEvent(event)
        self._arrange()
