"""Owns the panel in which one card is made or changed, beside the picture."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.ids import EntityId, LineId
from rhi_desktop.ui.analysis.entity_form import EntityForm
from rhi_desktop.ui.analysis.people_desk import PeopleDesk
from rhi_desktop.ui.widgets import column, scrolled, wrap
from rhi_desktop.workflow.analysis_entries import NewEntity


class CardPanel(QFrame):
    """One form at a time; half-typed words stay as drafts and come back with the card.

    Emits `closed` (the id of the card that was kept, or ""), `struck` and `asked_lines`.
    """

    closed = Signal(str)
    struck = Signal()
    asked_lines = Signal()

    def __init__(self, desk: PeopleDesk) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self._desk = desk
        self.form: EntityForm | None = None
        self._opener = ""
        self._holder = column()
        self.setLayout(column((scrolled(wrap(self._holder)), 1), margins=(1, 1, 1, 1)))

    def open(self, card: Entity | None, new: NewEntity) -> None:
        """Open the form of a card, or of one that does not exist yet."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._opener = focus.objectName()
        self.put_away()
        self.form = EntityForm(self._desk.ws, self._desk.shell, self._desk.id, card, new)
        self.form.kept.connect(self._keep)
        self.form.dropped.connect(self.leave)
        self.form.left.connect(self.leave)
        self.form.struck.connect(self._strike)
        self.form.asked_lines.connect(self.asked_lines)
        self._holder.addWidget(self.form)
        self.form.show()
        self.show_lines()

    def focus(self) -> None:
        """Type the name."""
        if self.form is not None:
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def opener(self, page: QWidget) -> QWidget | None:
        """What opened the form, or took its place since; None when it is not in view."""
        found = page.findChildren(QWidget, self._opener) if self._opener else []
        return next((one for one in reversed(found) if one.isVisibleTo(page)), None)

    def focus_lines(self) -> None:
        """Go on where lines were asked for."""
        if self.form is not None:
            self.form.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_lines(self, ids: tuple[LineId, ...]) -> None:
        """Put these lines to the card; they are kept with it."""
        if self.form is not None:
            self.form.line_ids = ids
            self.show_lines()

    def show_lines(self) -> None:
        """Show the lines that name the card, and those that were put to it by hand."""
        if self.form is None:
            return
        new = self.form.written()
        given = {one.name: getattr(new, one.name) for one in fields(new)}
        card = Entity(EntityId(""), self._desk.id, **given)
        told = {line.id for line in card.told_in(one.line for one in self._desk.heard)}
        found = [one for one in self._desk.heard if one.line.id in told]
        self.form.show_lines(found, self._desk.child)

    def put_away(self) -> None:
        """Close the form without a word being lost."""
        self._desk.shell.autosave.flush()
        if self.form is not None:
            self._holder.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _keep(self, new: NewEntity) -> None:
        form = self.form
        made = self._desk.keep(form.card, new) if form is not None else None
        if form is not None and made is not None:
            form.done()
            self.put_away()
            self.closed.emit(made.id)

    def leave(self) -> None:
        """Close the form; what was typed and not thrown away comes back with the card."""
        self.put_away()
        self.closed.emit("")

    def _strike(self) -> None:
        card = self.form.card if self.form is not None else None
        if card is not None and self._desk.strike(card):
            self.put_away()
            self.closed.emit("")
            self.struck.emit()
