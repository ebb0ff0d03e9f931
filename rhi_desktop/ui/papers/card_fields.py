"""Owns what an adult writes on a card or under a letter about themselves; it comes back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.papers.papers_desk import PapersDesk
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H3,
    SMALL_QUIET,
    Text,
    Tick,
    column,
    labelled_field,
    row,
    wrap,
)
from rhi_desktop.workflow.paper_sheets import Caller

INDEPENDENT = "independent"
BY_ADULT = (GivenKind.LETTER, GivenKind.LEAVE_BEHIND)


class CardFields(QWidget):
    """Name, organisation, how to be reached; for the card also the day. Emits `changed`.

    That somebody works for neither the police nor the council is printed only when it is ticked.
    """

    changed = Signal()

    def __init__(self, desk: PapersDesk) -> None:
        super().__init__()
        self._desk, me = desk, desk.ws.interviewer
        form = self._form = Form(desk.ws, desk.shell, f"papers/{desk.matter.case.id}/card", self)
        fields = {
            "card_name": (self.tr("Your name"), me.name),
            "card_organisation": (self.tr("Your organisation"), me.organisation),
            "card_contact": (self.tr("How they reach you"), ""),
            "card_day": (self.tr("When you come again"), ""),
        }
        self._fields = {
            name: labelled_field(label, form.line(name, words))
            for name, (label, words) in fields.items()
        }
        form.restore()
        for one in self._fields.values():
            one.field.textEdited.connect(self.changed)  # type: ignore[attr-defined]  # a Field
        words = self.tr("I work for neither the police nor the council")
        self._independent = Tick(words)
        self._independent.setObjectName("card_independent")
        self._independent.setChecked(desk.kept.get(INDEPENDENT) == INDEPENDENT)
        self._independent.clicked.connect(self._tick)
        self._lay_out()

    @property
    def caller(self) -> Caller:
        """Who came, as it is printed."""
        text = self._form.text
        return Caller(
            text("card_name"),
            text("card_contact"),
            text("card_day"),
            text("card_organisation"),
            self._independent.isChecked(),
        )

    def show_for(self, paper: GivenKind) -> None:
        """Show what this paper says about the adult."""
        self.setVisible(paper in BY_ADULT)
        card = paper is GivenKind.LEAVE_BEHIND
        self._fields["card_day"].setVisible(card)
        self._independent.setVisible(card)

    def _tick(self) -> None:
        on = self._independent.isChecked()
        self._desk.kept.put(INDEPENDENT, INDEPENDENT if on else "")
        self.changed.emit()

    def _lay_out(self) -> None:
        boxes = [wrap(column(one, "*")) for one in self._fields.values()]
        if theme().crowded:
            rows = column(*boxes, gap=12)
        else:
            pairs = zip(boxes[::2], boxes[1::2], strict=True)
            rows = column(*(row((one, 1), 16, (other, 1)) for one, other in pairs), gap=12)
        note = self.tr("What stays empty is a line to write on.")
        title = Text(self.tr("About you"), H3)
        self.setLayout(
            column(title, 2, Text(note, SMALL_QUIET, wrap=True), 8, rows, 10, self._independent)
        )
