"""Owns the question whether two cards are the same: asked of a person, joined by nobody."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLayout

from rhi_desktop.domain.entity import Entity
from rhi_desktop.ui.widgets import (
    SMALL,
    SMALL_BUTTON,
    SMALL_QUIET,
    STRONG,
    Button,
    Icon,
    Item,
    Text,
    column,
    empty,
    row,
    wrap,
)
from rhi_desktop.workflow.naming import SameName


class SameNameCard(QFrame):
    """One question at a time. Emits `not_same` and `left_open` with the SameName it was about.

    The other child is named by reference only.
    """

    not_same = Signal(object)
    left_open = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "notice")
        self._about: SameName | None = None
        self._both = False
        self._title = Text("", STRONG, wrap=True)
        words = self.tr("Only the name is the same. Nothing is joined until a person says so.")
        self._side_by_side = column()
        self._look = Button(self.tr("Look at both"), size=SMALL_BUTTON)
        self._look.setObjectName("look_at_both")
        self._look.clicked.connect(self._turn)
        no = Button(self.tr("Not the same"), "quiet", size=SMALL_BUTTON)
        no.setObjectName("not_the_same")
        no.clicked.connect(lambda: self.not_same.emit(self._about))
        later = Button(self.tr("Leave it open"), "quiet", size=SMALL_BUTTON)
        later.setObjectName("leave_open")
        later.clicked.connect(lambda: self.left_open.emit(self._about))
        inside = column(
            self._title, 4, Text(words, SMALL_QUIET, wrap=True), self._side_by_side, 12,
            row(self._look, 8, no, 4, later, "*"),
        )  # fmt: skip
        sign = column(2, Icon("ask", "notice", 20), "*")
        self.setLayout(row(sign, 12, (inside, 1), margins=(18, 16, 18, 14)))
        self.hide()

    def show_question(self, about: SameName | None) -> None:
        """Ask about these two, or about nothing."""
        if about != self._about:
            self._both = False
        self._about = about
        self.setHidden(about is None)
        if about is None:
            return
        words = self.tr("Is \u201c{name}\u201d here the same as in {reference}?")
        title = words.format(name=about.ours.name, reference=about.reference)
        self._title.setText(title)
        self.setAccessibleName(title)
        self._show_both()

    def _turn(self) -> None:
        self._both = not self._both
        self._show_both()

    def _show_both(self) -> None:
        empty(self._side_by_side)
        self._look.setText(self.tr("Close both") if self._both else self.tr("Look at both"))
        self._look.updateGeometry()
        if self._both and self._about is not None:
            there = self.tr("In {reference}").format(reference=self._about.reference)
            both = wrap(
                row(
                    (_side(self.tr("Here"), self._about.ours), 1), 20,
                    (_side(there, self._about.theirs), 1), margins=(0, 12, 0, 0),
                )
            )  # fmt: skip
            self._side_by_side.addWidget(both)
            both.show()


def _side(title: str, card: Entity) -> QLayout:
    told = (
        card.relation,
        card.age,
        card.how_met,
        card.contact,
        card.address,
        card.description,
    )
    items: list[Item] = [Text(title, SMALL.strong), Text(card.name, SMALL, wrap=True)]
    items += [Text(words, SMALL, wrap=True) for words in told if words]
    if not any(told):
        words = QCoreApplication.translate("people", "Nothing else is written on the card.")
        items.append(Text(words, SMALL_QUIET, wrap=True))
    return column(*items, "*", gap=2)
