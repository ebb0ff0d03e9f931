"""Owns how a thread reads: what was said or seen, what it may mean, what we will do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from rhi_desktop.domain.action import Action, Thread
from rhi_desktop.domain.line import Line
from rhi_desktop.ui.analysis.analysis_words import by_word, child_word, sure_word
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.quote import Quote, arrow, view_edge
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.widgets import (
    BODY,
    SMALL,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    Button,
    ButtonSize,
    Icon,
    Item,
    Text,
    column,
    empty,
    row,
    sized,
    wrap,
)

SAID, MEANT, DONE = 10, 10, 9
"""Shares of the three columns; the words above them stand on the same."""
ARROW, EDGE, AFTER_EDGE, SIDE = 44, 4, 12, 24
_KEY = 84
BESIDE = ButtonSize(24, 0, SMALL)
"""A link as high as the line of words that it stands beside."""


class ThreadCard(QFrame):
    """One view with its lines and actions; for a new one `thread` is None and a form stands in it.

    Emits `asked_lines`, `asked_change`, `asked_action` (an Action to change, or None for a new
    one). A form that is open stands where its words will be.
    """

    asked_lines = Signal()
    asked_change = Signal()
    asked_action = Signal(object)

    def __init__(self, desk: AnalysisDesk, thread: Thread | None, number: int) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.about, self.number = thread, number
        self._desk = desk
        self._inside = column()
        self.setLayout(self._inside)
        self.setAccessibleName(self.tr("View {number}").format(number=number))
        self.thread_form: QWidget | None = None
        self.action_form: QWidget | None = None
        self.action_shown: Action | None = None

    def show_thread(self, lines: Sequence[Line], *, narrow: bool) -> None:
        """Lay the three parts out: beside each other, or below where there is room for one."""
        empty(self._inside)
        supported = bool(lines)
        said = self._said(lines)
        meant = wrap(self._meant())
        done = self._done()
        margins = (SIDE, 18, SIDE, 16)
        if narrow:
            beside = row(view_edge(), AFTER_EDGE, (meant, 1))
            parts: QLayout = column(wrap(said), 16, beside, 16, wrap(done), margins=margins)
        else:
            has_action = self.about is not None and bool(self._desk.actions(self.about.id))
            onward: QWidget = arrow() if has_action else sized(QWidget(), ARROW)
            parts = row(
                (wrap(said), SAID), arrow(supported=supported), view_edge(), AFTER_EDGE,
                (meant, MEANT), onward, (wrap(done), DONE), margins=margins,
            )  # fmt: skip
        whole = wrap(parts)
        self._inside.addWidget(whole)
        whole.show()

    def _said(self, lines: Sequence[Line]) -> QLayout:
        items: list[Item] = []
        for line in lines:
            items += [Quote(line, self._desk.child), 14]
        if not items:
            head = row(Icon("notice", "notice", 18), 10, Text(self.tr("Not yet supported"),
                       STRONG.tint("notice")), "*")  # fmt: skip
            words = self.tr("A view needs a line under it before this can be signed.")
            items = [head, 2, Text(words, SMALL_QUIET, wrap=True, measure=200), 8]
        if self._desk.may_change:
            add = self._link("add_lines", self.tr("Add from lines"), "plus")
            add.clicked.connect(self.asked_lines)
            items.append(row(add, "*"))
        return column(*items, "*")

    def _meant(self) -> QLayout:
        if self.thread_form is not None:
            return column(self.thread_form)
        thread = self.about
        if thread is None:
            return column()
        thinks = self.tr("{child} thinks").format(child=self._desk.child)
        change = None
        if self._desk.may_change:
            change = Button(self.tr("Change"), "link", size=BESIDE)
            change.setObjectName(f"change_view_{self.number}")
            change.setAccessibleName(self.tr("Change view {n}").format(n=self.number))
            change.clicked.connect(self.asked_change)
        items: list[Item] = [
            beside_link(Text(thread.view, BODY, wrap=True), change), 8,
            pair(self.tr("How sure"), sure_word(thread.sureness)), 4,
        ]  # fmt: skip
        other = thread.or_it_may_be or self.tr("Nothing else written down")
        items.append(pair(self.tr("Or it may be"), other))
        if thread.child_thinks:
            items += [4, pair(thinks, thread.child_thinks)]
        return column(*items, "*")

    def _done(self) -> QLayout:
        if self.about is None:
            return column("*")
        found = self._desk.actions(self.about.id)
        items: list[Item] = []
        for one in found:
            if self.action_form is not None and self.action_shown == one:
                items += [self.action_form, 12]
                continue
            items += [action_rows(self._desk, one, self._change_of(one)), 12]
        if self.action_form is not None and self.action_shown is None:
            items.append(self.action_form)
        elif self._desk.may_change and self.action_form is None:
            words = self.tr("Add something else") if found else self.tr("Add what we will do")
            add = self._link("add_action", words, "plus")
            add.clicked.connect(lambda: self.asked_action.emit(None))
            items.append(row(add, "*"))
        return column(*items, "*")

    def _change_of(self, one: Action) -> Button | None:
        if not self._desk.may_change:
            return None
        change = change_link(one)
        change.clicked.connect(lambda: self.asked_action.emit(one))
        return change

    def _link(self, name: str, words: str, icon: IconName) -> Button:
        link = small_link(words, icon)
        link.setObjectName(f"{name}_{self.number}")
        link.setAccessibleDescription(self.accessibleName())
        return link


def small_link(words: str, icon: IconName) -> Button:
    """A quiet way to act within a card, its icon on the edge of the column."""
    return Button(words, "accent", icon, size=SMALL_LINE)


def change_link(one: Action) -> Button:
    """The way to change an action."""
    change = Button(_tr("Change"), "link", size=BESIDE)
    change.setObjectName(f"change_action_{one.number}")
    change.setAccessibleName(_tr("Change action {n}").format(n=one.number))
    return change


def pair(key: str, words: str, tint: str = "text") -> QLayout:
    """A quiet key and what stands for it."""
    return row(sized(wrap(column(Text(key, SMALL_QUIET, wrap=True), "*")), _KEY),
               (Text(words, SMALL.tint(tint), wrap=True), 1))  # fmt: skip


def action_rows(desk: AnalysisDesk, one: Action, change: Button | None) -> QWidget:
    """What will be done, who, by when, which referral, what the child knows."""
    who = pair(_tr("Who"), one.who) if one.who else pair(_tr("Who"), _tr("Nobody yet"), "notice")
    day = by_word(one.by_when, desk.today)
    by = pair(_tr("By"), day, "text" if one.by_when else "notice")
    kind = desk.ws.profile.referral(one.referral) if one.referral else None
    named = kind.name if kind is not None else one.referral
    items: list[Item] = [beside_link(Text(one.what, STRONG, wrap=True), change), 8, who, 4, by, 4]
    if named:
        items += [pair(_tr("Referral"), named), 4]
    items.append(pair(desk.child, child_word(one)))
    return wrap(column(*items))


def beside_link(words: Text, change: Button | None) -> QLayout:
    """Words, and the way to change them on their first line."""
    if change is None:
        return row((words, 1))
    return row((column(words, "*"), 1), 12, column(change, "*"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("thread", words)
