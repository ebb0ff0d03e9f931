"""Owns the fields for why no talk was held: those that an outcome needs, and no other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.ending import (
    CarerAsked,
    CarerInformation,
    Certainty,
    DeclineReason,
    Ending,
    NotRequired,
)
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.ui.episode.choice_field import BETWEEN, ChoiceField, TicksField
from rhi_desktop.ui.episode.ending_words import (
    CARER,
    CHILD_ASKED,
    NOT_REQUIRED,
    PRESSURE,
    REASONS,
    choices,
    say,
)
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.widgets import H3, Item, Text, card, column, labelled_field, wrap

_CARER = {Outcome.DECLINED_BY_CHILD, Outcome.DECLINED_BY_CARER, Outcome.NOT_REACHED}
_HAPPENED = {
    Outcome.NOT_REACHED,
    Outcome.MISSING_AGAIN,
    Outcome.NOT_WELL_ENOUGH,
    Outcome.IN_CUSTODY,
    Outcome.MOVED,
}
_DECIDED = {Outcome.NOT_REQUIRED, Outcome.NOT_OFFERED}
PARTS: Mapping[str, frozenset[Outcome]] = {
    "told": frozenset({Outcome.DECLINED_BY_CHILD, Outcome.DECLINED_BY_CARER} | _HAPPENED),
    "child": frozenset({Outcome.DECLINED_BY_CHILD}),
    "adult": frozenset({Outcome.DECLINED_BY_CARER}),
    "happened": frozenset(_HAPPENED),
    "moved": frozenset({Outcome.MOVED}),
    "decided": frozenset(_DECIDED),
    "not_required": frozenset({Outcome.NOT_REQUIRED}),
    "carer": frozenset(_CARER),
    "open": frozenset(set(Outcome) - _DECIDED),
}
"""Which group of fields belongs to which outcomes."""


class EndingFields(QObject):
    """Groups of fields, filled from what stands; `show_for` shows those that an outcome needs.

    `ending` reads back all of them, also the hidden ones: what was written is not dropped because
    somebody looked at another outcome.
    """

    def __init__(self, form: Form, ending: Ending, child: str, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._ending, self._child = form, ending, child
        self._parts: dict[str, QWidget] = {}

    def cards(self) -> tuple[QWidget, ...]:
        """Every group, hidden until an outcome asks for it."""
        told = (self._own_words(), self._who_declined(), self._what_happened())
        made = (
            _card(Text(self.tr("What is known"), H3), 12, *told),
            _card(Text(self.tr("The decision"), H3), 12, self._decision()),
            _card(Text(self.tr("What the parent or carer knows"), H3), 12, *self._carer()),
            _card(self._open_offer()),
        )
        self._parts |= dict(zip(("told", "decided", "carer", "open"), made, strict=True))
        self.show_for(None)
        return made

    def show_for(self, outcome: Outcome | None) -> None:
        """Show what this outcome needs."""
        for name, outcomes in PARTS.items():
            self._parts[name].setVisible(outcome in outcomes)
        asked = self._form.text("carer_asked")
        someone = {CarerAsked.ASKED.value, CarerAsked.NOT_REACHED.value}
        self._parts["carer_who"].setVisible(asked in someone)
        self._parts["carer_words"].setVisible(bool(asked))

    def ending(self, outcome: Outcome) -> Ending:
        """What stands in the fields."""
        text, ticked = self._form.text, self._form.text("reasons")
        pressure, required = text("pressure"), text("not_required")
        return Ending(
            words=text("child_words"),
            reasons=tuple(DeclineReason(one) for one in ticked.split(BETWEEN) if one),
            pressure=Certainty(pressure) if pressure else Certainty.NOT_ASKED,
            declined_by=text("declined_by"),
            child_asked={"yes": True, "no": False}.get(text("child_asked")),
            carer=self._told_by_carer(),
            not_required=NotRequired(required) if required else None,
            why=text("decision" if outcome in PARTS["decided"] else "why"),
            decided_by=text("decided_by"),
            passed_to=text("passed_to"),
            open_offer=text("open_offer"),
        )

    def _told_by_carer(self) -> CarerInformation | None:
        text = self._form.text
        asked = text("carer_asked")
        if not asked:
            return None
        return CarerInformation(CarerAsked(asked), text("carer_who"), text("carer_words"))

    def _choice(self, field: ChoiceField, value: str) -> ChoiceField:
        field.choose(value)
        return self._form.choice(field)

    def _part(self, name: str, *items: Item) -> QWidget:
        self._parts[name] = wrap(column(*items))
        return self._parts[name]

    def _own_words(self) -> QWidget:
        ending, child = self._ending, self._child
        words = labelled_field(
            self.tr("What {child} said about it").format(child=child),
            self._form.area("child_words", ending.words, lines=2),
            hint=self.tr("In their own words. Leave empty if they said nothing."),
        )
        reasons = TicksField("reasons", self.tr("What kind of reason"), choices(REASONS))
        self._choice(reasons, BETWEEN.join(one.value for one in ending.reasons))
        asked = self.tr("Might somebody have pressed {child} not to talk?").format(child=child)
        known = ending.pressure is not Certainty.NOT_ASKED
        pressure = ChoiceField("pressure", asked, choices(PRESSURE), columns=5)
        self._choice(pressure, ending.pressure.value if known else "")
        return self._part("child", words, 14, reasons, 14, pressure)

    def _who_declined(self) -> QWidget:
        ending = self._ending
        who = labelled_field(
            self.tr("Who said no"),
            self._form.line("declined_by", ending.declined_by),
            hint=self.tr("Name, and who they are to the child"),
        )
        asked = self.tr("Was {child} asked?").format(child=self._child)
        answers = {value: say(words) for value, words in CHILD_ASKED.items()}
        known = {True: "yes", False: "no", None: ""}[ending.child_asked]
        return self._part(
            "adult", who, 14, self._choice(ChoiceField("child_asked", asked, answers), known)
        )

    def _what_happened(self) -> QWidget:
        ending = self._ending
        why = labelled_field(self.tr("What happened"), self._form.area("why", ending.why, lines=3))
        passed = labelled_field(
            self.tr("Passed on to"),
            self._form.line("passed_to", ending.passed_to),
            hint=self.tr("The authority or service that goes on with it"),
        )
        return self._part("happened", why, self._part("moved", 14, passed))

    def _decision(self) -> QWidget:
        ending = self._ending
        kinds = ChoiceField("not_required", self.tr("Why none is required"), choices(NOT_REQUIRED))
        self._choice(kinds, ending.not_required.value if ending.not_required else "")
        why = labelled_field(
            self.tr("The reason"), self._form.area("decision", ending.why, lines=3)
        )
        who = labelled_field(
            self.tr("Who decided it"),
            self._form.line("decided_by", ending.decided_by),
            hint=self.tr("Name and role"),
        )
        return wrap(column(self._part("not_required", kinds, 14), why, 14, who))

    def _carer(self) -> tuple[QWidget, ...]:
        carer = self._ending.carer or CarerInformation(CarerAsked.NOT_ASKED)
        asked = ChoiceField(
            "carer_asked", self.tr("Were they asked what they know?"), choices(CARER), columns=4
        )
        self._choice(asked, carer.asked.value if self._ending.carer else "")
        who = labelled_field(self.tr("Who was asked"), self._form.line("carer_who", carer.who))
        words = labelled_field(
            self.tr("What they said, or why they were not asked"),
            self._form.area("carer_words", carer.words, lines=2),
        )
        return asked, self._part("carer_who", 14, who), self._part("carer_words", 14, words)

    def _open_offer(self) -> QWidget:
        return labelled_field(
            self.tr("How {child} can still say yes").format(child=self._child),
            self._form.line("open_offer", self._ending.open_offer),
            hint=self.tr("The offer stays open. Whom to ring, and how."),
        )


def _card(*items: Item) -> QFrame:
    return card(column(*items, margins=(24, 18, 24, 18)))
