"""Owns saying that somebody sees the plan anyway: who, why, and whether the child was told."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.plan import SeenAnyway
from rhi_desktop.ui.child.choice import Choice
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.widgets import (
    H3,
    LARGE,
    QUIET,
    SAID,
    TINY,
    Button,
    Field,
    Text,
    card,
    column,
    labelled_field,
    row,
    wrap,
)

YES, NO = "told", "not_told"


class AnywayForm(QWidget):
    """For the adult who writes, beside the child. Emits `kept` (SeenAnyway) and `taken_back` (who).

    Nothing is kept without a name, a reason, and an answer whether the child was told.
    """

    kept = Signal(object)
    taken_back = Signal(str)

    def __init__(
        self, form: Form, anyway: tuple[SeenAnyway, ...], interviewer: str, *, may_change: bool
    ) -> None:
        super().__init__()
        self._may_change = may_change
        self._form = form
        form.setParent(self)
        self.who = self._field("anyway_who")
        self.because = self._field("anyway_because")
        self._who = labelled_field(self.tr("Who sees it anyway"), self.who)
        self._why = labelled_field(self.tr("Why: how could someone be badly hurt?"), self.because)
        self._told = Choice(
            self.tr("Does the child know?"),
            ((YES, self.tr("Told")), (NO, self.tr("Not told yet"))),
            ("anyway_told", "anyway_not_told"),
            "",
        )
        self._odd = Text("", SAID.tint("danger"), wrap=True)
        self._odd.hide()
        self._form_part = self._fields()
        self._ask = Button(self.tr("Someone has to see it anyway"), "accent", "plus", size=LARGE)
        self._ask.setObjectName("anyway_add")
        self._ask.clicked.connect(self.open)
        title = Text(self.tr("For {name} to fill in").format(name=interviewer), H3, wrap=True)
        why = self.tr(
            "Sometimes an adult has to know, so that nobody gets badly hurt. Then it says here "
            "who, why, and that you were told."
        )
        rows = [self._row(number, one) for number, one in enumerate(anyway, 1)]
        inside = column(
            title, 4, row((Text(why, QUIET, wrap=True), 3), "*"), 12, *rows,
            row(self._ask, "*"), self._form_part, margins=(24, 20, 24, 14),
        )  # fmt: skip
        self.setLayout(column(card(inside, "child")))
        self._form_part.setVisible(may_change and form.restore())
        self._ask.setVisible(may_change and self._form_part.isHidden())

    def open(self) -> None:
        """Show the fields."""
        self._ask.hide()
        self._form_part.show()
        self.who.setFocus()

    def _fields(self) -> QWidget:
        keep = Button(self.tr("Keep it"), "soft", "check", size=LARGE)
        keep.setObjectName("anyway_keep")
        keep.clicked.connect(self._keep)
        drop = Button(self.tr("Never mind"), "accent", size=LARGE)
        drop.setObjectName("anyway_drop")
        drop.clicked.connect(self._drop)
        told = column(Text(self.tr("Does the child know?"), QUIET), 6, self._told)
        return wrap(
            column(
                row((self._who, 2), 20, (self._why, 5)), 4, told, 8, self._odd, 4,
                flow(keep, drop), 8,
            )
        )  # fmt: skip

    def _row(self, number: int, one: SeenAnyway) -> QWidget:
        told = self.tr("You were told.") if one.child_told else self.tr("You were not told yet.")
        back = Button(self.tr("Take it back"), "accent", "minus", size=LARGE)
        back.setObjectName(f"anyway_back_{number}")
        back.setAccessibleName(self.tr("Take it back: {who}").format(who=one.who))
        back.clicked.connect(lambda: self.taken_back.emit(one.who))
        if not self._may_change:
            back.hide()
        said = column(
            Text(one.who, SAID.medium, wrap=True), Text(one.because, SAID, wrap=True),
            Text(told, TINY, wrap=True),
        )  # fmt: skip
        return wrap(row((wrap(said), 1), 16, column("*", back, "*"), margins=(0, 0, 0, 12)))

    def _field(self, name: str) -> Field:
        field = self._form.line(name).tall()
        field.setProperty("child", "true")
        field.setProperty("ring_radius", "card")
        field.returnPressed.connect(self._keep)
        return field

    def _keep(self) -> None:
        who, why = self.who.text().strip(), self.because.text().strip()
        self._who.say("" if who else self.tr("Write who it is."))
        self._why.say("" if why else self.tr("Write down why."))
        told = self._told.value
        self._odd.setText("" if told else self.tr("Choose one: told, or not told yet."))
        self._odd.setVisible(not told)
        if who and why and told:
            self._form.done()
            self.kept.emit(SeenAnyway(who, why, child_told=told == YES))

    def _drop(self) -> None:
        self.who.clear()
        self.because.clear()
        self._form.done()
        self._form_part.hide()
        self._ask.show()
        self._ask.setFocus()
