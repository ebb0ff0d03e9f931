"""Owns what stands in place of the cards when a child does not want a plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.widgets import (
    CHILD,
    CHILD_PROMPT,
    QUIET,
    Button,
    Text,
    card,
    column,
    labelled_field,
    row,
)

WIDE = 640


class Declined(QWidget):
    """No plan, in the child's own words or in none. Emits `kept` (words) and `wanted`.

    Words are kept as they are typed and when the field is left; nothing has to be said.
    """

    kept = Signal(str)
    wanted = Signal()

    def __init__(self, form: Form, words: str, *, may_change: bool) -> None:
        super().__init__()
        self._kept = words
        self._form = form
        form.setParent(self)
        self.field = form.line("field_declined", words).tall()
        self.field.setProperty("child", "true")
        self.field.setProperty("ring_radius", "card")
        self.field.setReadOnly(not may_change)
        self.field.left.connect(self.keep)
        self.field.returnPressed.connect(self.keep)
        want = Button(self.tr("I want a plan after all"), size=CHILD)
        want.setObjectName("want_plan")
        want.clicked.connect(self._want)
        if not may_change:
            want.hide()
        asked = labelled_field(
            self.tr("Why not, in my own words"),
            self.field,
            hint=self.tr("You can leave this empty."),
        )
        inside = column(
            Text(self.tr("No plan this time"), CHILD_PROMPT), 6,
            Text(self.tr("That is fine. You can change your mind."), QUIET, wrap=True), 20,
            asked, 16, flow(want),
            margins=(32, 28, 32, 28),
        )  # fmt: skip
        self.setLayout(column(row(card(inside, "child", width=WIDE), "*"), "*"))
        if form.restore() and self.field.text().strip() != words:
            self._kept = ""

    def keep(self) -> None:
        """Keep the words as they stand."""
        words = self.field.text().strip()
        if words != self._kept:
            self._kept = words
            self.kept.emit(words)
            self._form.done()

    def _want(self) -> None:
        self.wanted.emit()
