"""Owns one card of the plan: its title, its lines, the one field that may be open in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.ids import PlanLineId
from rhi_desktop.domain.plan import PlanBlock, PlanLine
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.line_form import LineForm
from rhi_desktop.ui.child.plan_line import BARE, RING, PlanLineView
from rhi_desktop.ui.child.plan_texts import BlockText
from rhi_desktop.ui.child.plan_words import add_words, block_icon
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import H3, QUIET, Button, Icon, Text, column, empty, row, wrap

HIGH = 222
PROMISES = {PlanBlock.ADULTS, PlanBlock.REVIEW}
"""Where adults promise something; a child's own words may stand there as well."""


class BlockCard(QFrame):
    """One of several equal cards. Emits `asked` (True for a promise) and what its lines emit.

    `line_pressed`, `change`, `taken_out` carry the PlanLine, `agreed` also what is agreed.
    """

    asked = Signal(bool)
    line_pressed = Signal(object)
    agreed = Signal(object, object)
    change = Signal(object)
    taken_out = Signal(object)

    def __init__(self, block: PlanBlock, said: BlockText, *, may_change: bool) -> None:
        super().__init__()
        self.block, self._may_change = block, may_change
        self.form: LineForm | None = None
        self._hint = Text(said.hint, QUIET, wrap=True)
        self.setProperty("card", "child")
        self.setAccessibleName(said.title)
        self.setMinimumHeight(theme().px(HIGH))
        self._views: dict[PlanLineId, PlanLineView] = {}
        self._lines, self._slot = column(), column()
        self.add = self._act(add_words(block), "plus", f"add_{block.value}", promise=False)
        self.promise = self._act(
            self.tr("An adult promises"), "hand", f"promise_{block.value}", promise=True
        )
        # Only ever hidden here: what is shown before it has a place is a window for a moment.
        if block not in PROMISES:
            self.promise.hide()
        self._foot = wrap(flow(self.add, self.promise, gap=4))
        if not may_change:
            self._foot.hide()
        # Long titles break: a child may have asked for larger words.
        head = row(
            column(2, Icon(block_icon(block), "accent", 22), "*"),
            12,
            (Text(said.title, H3, wrap=True), 1),
        )
        body = column(head, 8, self._hint, self._lines, self._slot, margins=(RING, 0, RING, 0))
        self.setLayout(column(body, "*", self._foot, margins=(16, 20, 16, 8)))

    def show_lines(self, lines: Sequence[PlanLine], opened: PlanLineId | None) -> None:
        """Show the lines of this block; the one that is changed stands in its form alone."""
        changing = self.form.line.id if self.form and self.form.line else None
        here = [line for line in lines if line.id != changing]
        if [(line.id, line.id == opened) for line in here] == [
            (view.line.id, view.opened) for view in self._views.values()
        ]:
            # Whoever has the focus in here keeps it.
            for line in here:
                self._views[line.id].show_line(line)
            return
        empty(self._lines)
        # What the card is for is said until something stands there.
        self._hint.setVisible(not here and bool(self._hint.text()))
        self._views = {line.id: self._view(line, opened=line.id == opened) for line in here}

    def _view(self, line: PlanLine, *, opened: bool) -> PlanLineView:
        view = PlanLineView(line, opened=opened, may_change=self._may_change)
        view.pressed.connect(lambda: self.line_pressed.emit(view.line))
        view.agreed.connect(lambda agreed: self.agreed.emit(view.line, agreed))
        view.change.connect(lambda: self.change.emit(view.line))
        view.taken_out.connect(lambda: self.taken_out.emit(view.line))
        self._lines.addWidget(view)
        view.show()
        return view

    def stops(self) -> list[QWidget]:
        """What Tab reaches here, from top to bottom."""
        parts: list[QWidget] = [*self._views.values(), *([self.form] if self.form else [])]
        inside = [one for part in parts for one in part.findChildren(QWidget) if _by_tab(one)]
        return [*inside, self.add, self.promise]

    def view_of(self, line_id: PlanLineId) -> PlanLineView | None:
        """The line as it stands here."""
        return self._views.get(line_id)

    def open_form(self, form: LineForm) -> None:
        """Type here; what asks for typing gives way."""
        self.form = form
        self._slot.addWidget(form)
        self._foot.hide()
        form.show()
        form.words.setFocus()

    def close_form(self) -> None:
        """Nothing is typed here any more."""
        self.form = None
        empty(self._slot)
        self._foot.setVisible(self._may_change)

    def _act(self, words: str, icon: IconName, name: str, *, promise: bool) -> Button:
        button = Button(words, "accent", icon, size=BARE)
        button.setObjectName(name)
        button.clicked.connect(partial(self._ask, promise))
        return button

    def _ask(self, promise: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - bound here, Qt's flag
        self.asked.emit(promise)


def chain(board: QWidget, cards: Sequence[BlockCard]) -> None:
    """Let Tab follow the eye: what was added later stands last in Qt's own order."""
    first: QWidget = cards[0].add
    before = first.previousInFocusChain()
    while before and before is not first and (board.isAncestorOf(before) or not _by_tab(before)):
        before = before.previousInFocusChain()
    for stop in (stop for card in cards for stop in card.stops()):
        if before is not None and before is not stop:
            QWidget.setTabOrder(before, stop)
        before = stop


def _by_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
