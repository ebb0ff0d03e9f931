"""Owns cards together: how many stand beside each other, and that one thing is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rhi_desktop.domain.ids import PlanLineId
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, PlanLine
from rhi_desktop.ui.child.block_card import BlockCard, chain
from rhi_desktop.ui.child.line_form import LineForm
from rhi_desktop.ui.child.plan_desk import PlanDesk
from rhi_desktop.ui.child.plan_texts import BlockText
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.theme import theme
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.entries import NewPlanLine

GAP = 20
THREE, TWO = 1060, 700
"""From so many effective pixels on, so many cards stand beside each other."""


class PlanBoard(QWidget):
    """Cards, at most one line or field open; opening something else keeps what was typed.

    Emits `took_out` (the PlanLine) for the undo, and `opened` (a QWidget) when something grew
    that has to be seen whole. What is half-typed is kept as a draft.
    """

    took_out = Signal(object)
    opened = Signal(object)

    def __init__(self, desk: PlanDesk, author: PlanAuthor, blocks: Sequence[PlanBlock]) -> None:
        super().__init__()
        self._desk, self._author = desk, author
        self._opened: PlanLineId | None = None
        self.cards = {block: self._card(block) for block in blocks}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().px(GAP))
        self._beside = 0
        self.setLayout(self._grid)
        self._arrange(min(3, len(self.cards)))
        self.show_plan()

    def show_plan(self) -> None:
        """Show the lines as they stand now."""
        for block, card in self.cards.items():
            card.show_lines(self._desk.lines(block), self._opened)
        chain(self, list(self.cards.values()))

    def show_author(self, author: PlanAuthor) -> None:
        """Somebody else types from now on."""
        self._author = author
        form = self._form
        if form is not None:
            form.show_author(author)

    def restore(self) -> bool:
        """Open the field in which something was half-typed; True when there was one."""
        for edit in drafts.drafts(self._desk.ws):
            target, name = _aim(f"plan/{self._desk.id}/", edit.key)
            if not target or not edit.text.strip():
                continue
            line = self._desk.line(target)
            if line is not None and line.block in self.cards:
                self.change(line)
            elif target in {block.value for block in self.cards}:
                self.open_add(PlanBlock(target), name.startswith("promise"))
            if self._form is not None:
                return True
        return False

    def leave(self) -> bool:
        """Keep what is being typed and close it; False when something about it is odd."""
        form = self._form
        if form is not None:
            written = form.written()
            if written is None:
                return False
            if written.words and not self._keep(form, again=False):
                return False
            if not written.words:
                self._drop()
        self._opened = None
        return True

    def open_add(self, block: PlanBlock, promise: bool) -> None:  # noqa: FBT001 - comes from a signal
        """Type a new line into a card."""
        if self.leave():
            author = PlanAuthor.ADULT_PROMISE if promise else self._author
            name = f"{block.value}/promise" if promise else f"{block.value}/own"
            self._type(block, LineForm(self._drafts(name), self._said(block), author))

    def change(self, line: PlanLine) -> None:
        """Change a line in its own form."""
        if self.leave():
            form = LineForm(
                self._drafts(f"{line.id}/line"), self._said(line.block), line.author, line
            )
            self._type(line.block, form)

    def _type(self, block: PlanBlock, form: LineForm) -> None:
        form.kept.connect(self._kept)
        form.dropped.connect(self._dropped)
        form.grew.connect(lambda: self.opened.emit(form))
        self.cards[block].open_form(form)
        self.show_plan()
        self.opened.emit(form)

    def _said(self, block: PlanBlock) -> tuple[PlanBlock, BlockText]:
        return block, self._desk.texts.of(block)

    @property
    def _form(self) -> LineForm | None:
        return next((card.form for card in self.cards.values() if card.form), None)

    def _drafts(self, name: str) -> Form:
        desk = self._desk
        return Form(desk.ws, desk.shell, f"plan/{desk.id}/{name}", self)

    def _card(self, block: PlanBlock) -> BlockCard:
        card = BlockCard(*self._said(block), may_change=self._desk.may_change)
        card.asked.connect(partial(self.open_add, block))
        card.line_pressed.connect(self._press)
        card.agreed.connect(self._desk.agree)
        card.change.connect(self.change)
        card.taken_out.connect(self._take_out)
        return card

    def _press(self, line: PlanLine) -> None:
        was = self._opened
        if not self.leave():
            return
        self._opened = None if was == line.id else line.id
        self.show_plan()
        self.focus_line(line)
        view = self.cards[line.block].view_of(line.id)
        if view is not None:
            self.opened.emit(view)

    def _take_out(self, line: PlanLine) -> None:
        self._opened = None
        if self._desk.take_out(line):
            self.cards[line.block].add.setFocus()
            self.took_out.emit(line)

    def _kept(self, again: bool) -> None:  # noqa: FBT001 - comes from a signal
        form = self._form
        if form is None:
            return
        written = form.written()
        if written is None or not written.words:
            form.words.setFocus()
            return
        self._keep(form, again=again)

    def _keep(self, form: LineForm, *, again: bool) -> bool:
        written, line = form.written(), form.line
        if written is None:
            return False
        promise = (written.promised_by, written.by_when)
        if line is None:
            new = NewPlanLine(form.block, written.words, form.author, *promise)
            kept = self._desk.add(new)
        else:
            kept = self._desk.change(
                replace(line, words=written.words, promised_by=promise[0], by_when=promise[1])
            )
        if kept is None:
            return False
        form.form.done()
        if again:
            form.words.clear()
            return True
        card = self.cards[form.block]
        card.close_form()
        self.show_plan()
        (card.add if line is None else self._button(kept)).setFocus()
        return True

    def _dropped(self) -> None:
        form = self._form
        if form is None:
            return
        self._drop()
        self.show_plan()
        (self._button(form.line) if form.line else self.cards[form.block].add).setFocus()

    def _drop(self) -> None:
        form = self._form
        if form is not None:
            form.form.done()
            self.cards[form.block].close_form()

    def _button(self, line: PlanLine) -> QWidget:
        view = self.cards[line.block].view_of(line.id)
        return view.button if view is not None else self.cards[line.block].add

    def focus_line(self, line: PlanLine) -> None:
        """Put the focus on a line."""
        self._button(line).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Three beside each other, two, or one."""
        super().resizeEvent(event)
        room = event.size().width() / theme().zoom
        fit = 3 if room >= THREE else 2 if room >= TWO else 1
        self._arrange(min(fit, len(self.cards)))

    def _arrange(self, beside: int) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for number, card in enumerate(self.cards.values()):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, number // beside, number % beside)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)


def _aim(prefix: str, key: str) -> tuple[str, str]:
    """What a draft of this plan belongs to: a block or a line, and the name of its field."""
    parts = key.removeprefix(prefix).split("/")
    ours = key.startswith(prefix) and len(parts) == 3  # noqa: PLR2004 - target, kind, field
    return (parts[0], parts[2]) if ours else ("", "")
