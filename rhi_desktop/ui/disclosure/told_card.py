"""Owns the card of one of the four who must be told: whom to ring, what was done, two forms."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.disclosure import Disclosure, StepKind
from rhi_desktop.profiles.model import Contact
from rhi_desktop.ui.disclosure.step_words import step_words
from rhi_desktop.ui.disclosure.told_form import StepForm
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    SMALL,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    Button,
    Icon,
    Item,
    Text,
    column,
    empty,
    hline,
    row,
    wrap,
)
from rhi_desktop.workflow.workspace import Workspace

_IN = 34
"""The words stand so far in, under the name and beside the sign of the telephone."""


class ToldCard(QFrame):
    """One of the four, or the number to ring first. Emits `given` with the StepForm that was kept.

    Only the form that somebody opened is shown, in place; half-typed forms open again.
    """

    given = Signal(object)

    def __init__(
        self, ws: Workspace, shell: Shell, name: str, contacts: tuple[Contact, ...], key: str
    ) -> None:
        super().__init__()
        whom = contacts[0].told
        self.setObjectName(f"told_{name}")
        self.setProperty("card", "surface")
        self._shell, self._whom, self._urgent = shell, whom, contacts[0].urgent
        self._term = ws.profile.term(whom) or contacts[0].name
        self.setAccessibleName(contacts[0].name if self._urgent else self._term)
        self._forms = {
            kind: StepForm(kind, whom, name, HalfTyped(ws, shell, f"{key}/{name}/{kind.value}"))
            for kind in (StepKind.TOLD, StepKind.NOT_NEEDED)
        }
        self._done = column(gap=2)
        self._not_needed = Button(self.tr("Not needed, because \u2026"), "link", size=SMALL_LINE)
        self._not_needed.setObjectName(f"not_needed_{name}")
        spoken = self.tr("{who}: not needed, because").format(who=self._term)
        self._not_needed.setAccessibleName(spoken)
        self._not_needed.clicked.connect(lambda: self.open_form(StepKind.NOT_NEEDED))
        self._rings: list[Button] = []
        self._lay_out(contacts)
        for kind, form in self._forms.items():
            form.kept.connect(lambda form=form: self.given.emit(form))
            form.left.connect(self.close_forms)
            if form.typed.any:
                self._begin(kind)

    def _lay_out(self, contacts: tuple[Contact, ...]) -> None:
        rows: list[Item] = []
        for contact in contacts:
            rows += [hline(), 8] if rows else []
            rows += [self._row(contact), 8]
        inner: list[Item] = [wrap(self._done), *self._forms.values()]
        indent = 0 if theme().crowded else _IN
        below = column(*inner, row(self._not_needed, "*"), margins=(indent, 0, 0, 0))
        self.setLayout(column(*rows[:-1], 2, below, margins=(20, 10, 14, 6)))
        for form in self._forms.values():
            form.hide()

    def _row(self, contact: Contact) -> QWidget:
        local = self.tr("Your local procedure has the number.")
        style = BODY if contact.contact else SMALL_QUIET
        number = Text(contact.contact or local, style, wrap=True)
        number.setObjectName(f"number_{contact.id}")
        words = column(Text(contact.name, STRONG, wrap=True), number)
        ring = Button(self.tr("I rang at \u2026"))
        ring.setObjectName(f"rang_{contact.id}")
        spoken = self.tr("I rang {who} at").format(who=contact.name)
        ring.setAccessibleName(spoken)
        ring.clicked.connect(lambda: self.open_form(StepKind.TOLD))
        self._rings.append(ring)
        return wrap(row(Icon("phone", "text", 20), 14, (words, 1), 12, ring))

    @property
    def first(self) -> QWidget:
        """The button that asks when it was."""
        return self._rings[0]

    def show_steps(self, disclosure: Disclosure | None) -> None:
        """Show what was done about them."""
        empty(self._done)
        steps = () if disclosure is None else disclosure.steps
        mine = [one for one in steps if one.whom is self._whom]
        for step in mine:
            words = Text(step_words(step), SMALL, wrap=True)
            sign = column(2, Icon("check", "accent", 18), "*")
            self._done.addLayout(row(sign, 8, (words, 1)))
        self._not_needed.setVisible(not mine and not self._urgent)

    def open_form(self, kind: StepKind) -> None:
        """Ask for what one form needs, in place."""
        self._begin(kind)
        self._forms[kind].first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, kind: StepKind) -> None:
        for one, form in self._forms.items():
            form.setVisible(one is kind)
        self._forms[kind].begin(self._shell.moment().now)

    def close_forms(self) -> None:
        """Show no form, and stand where one was asked for."""
        if any(not form.isHidden() for form in self._forms.values()):
            self._rings[0].setFocus(Qt.FocusReason.OtherFocusReason)
        for form in self._forms.values():
            form.hide()
