"""Owns the form of a card: who or what it is, how the child feels, who shall not learn of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.ids import LineId
from rhi_desktop.ui.analysis.open_form import OpenForm
from rhi_desktop.ui.analysis.quote import Quote
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import (
    SMALL_LINE,
    STRONG,
    Button,
    Item,
    LabelledField,
    Select,
    Text,
    column,
    empty,
    labelled_field,
    row,
    wrap,
)
from rhi_desktop.workflow.analysis_entries import NewEntity
from rhi_desktop.workflow.naming import HeardLine
from rhi_desktop.workflow.workspace import Workspace

_ASKED: Mapping[EntityKind, frozenset[str]] = {
    EntityKind.PERSON: frozenset({"age", "how_met", "contact", "address", "services"}),
    EntityKind.PLACE: frozenset({"address", "services"}),
    EntityKind.VEHICLE: frozenset({"services"}),
    EntityKind.PHONE: frozenset({"contact", "how_met"}),
}
"""What is asked beside the name for each kind; a hidden field keeps what stands in it."""


class EntityForm(OpenForm):
    """A card being made or changed; `card` is the one that is changed, `new` what is known of it.

    Emits `kept` with a NewEntity, `dropped`, `left`, `struck` and `asked_lines`.
    """

    kept = Signal(object)
    dropped = Signal()
    struck = Signal()
    asked_lines = Signal()

    def __init__(
        self, ws: Workspace, shell: Shell, place: str, card: Entity | None, new: NewEntity
    ) -> None:
        super().__init__()
        self.card = card
        self._old = _as_new(card) if card is not None else new
        self.line_ids: tuple[LineId, ...] = self._old.line_ids
        name = card.id if card is not None else f"new-{new.name}"
        self._form = Form(ws, shell, f"people/{place}/{name}", self)
        kinds = [(one.value, word) for one, word in _kinds().items()]
        self._kind = Select(kinds, width=220)
        self._kind.choose(self._old.kind.value)
        self._form.select("card_kind", self._kind)
        self._kind.currentIndexChanged.connect(lambda _index: self._ask())
        feels = [(one.value, word) for one, word in _feelings().items()]
        self._feels = Select(feels, width=220)
        self._feels.choose(self._old.feels.value)
        self._form.select("card_feels", self._feels)
        self.named = self._line("card_name", self.tr("Name, as the child says it"), self._old.name)
        self.name = self.named.field
        self._parts = self._fields()
        self._quotes = column()
        self.setLayout(self._lay_out())
        self._form.restore()
        self._ask()

    def show_lines(self, heard: Sequence[HeardLine], child: str) -> None:
        """The lines that name it, and those that were put to it by hand."""
        empty(self._quotes)
        for one in heard:
            quote = Quote(one.line, child)
            self._quotes.addWidget(quote)
            self._quotes.addSpacing(10)
            quote.show()

    def written(self) -> NewEntity:
        """What stands in the fields."""
        text = self._form.text
        return NewEntity(
            EntityKind(self._kind.value()),
            text("card_name").strip(),
            _listed(text("card_other_names")),
            text("card_relation").strip(),
            text("card_age").strip(),
            text("card_how_met").strip(),
            text("card_contact").strip(),
            text("card_address").strip(),
            text("card_description").strip(),
            text("card_services").strip(),
            Feels(self._feels.value()),
            _listed(text("card_keep_from")),
            self.line_ids,
        )

    def done(self) -> None:
        """It was kept or given up: its drafts go."""
        self._form.done()

    def first(self) -> QWidget:
        """The name."""
        return self.name

    def keep(self) -> None:
        """Keep the card; without a name there is none, which is said beside the field."""
        new = self.written()
        self.named.say("" if new.name else self.tr("Write a name, or what the child calls it."))
        if not new.name:
            self.name.setFocus()
            return
        self.kept.emit(new)

    def _line(self, name: str, label: str, words: str, optional: str = "") -> LabelledField:
        return labelled_field(label, self._form.line(name, words), optional=optional)

    def _fields(self) -> dict[str, LabelledField]:
        old, several = self._old, self.tr("commas between them")
        others, kept = ", ".join(old.other_names), ", ".join(old.keep_from)
        description = self._form.area("card_description", old.description, lines=2)
        keep_from = self._line("card_keep_from", self.tr("Keep from"), kept, several)
        return {
            "other_names": self._line("card_other_names", self.tr("Also called"), others, several),
            "relation": self._line(
                "card_relation", self.tr("Who or what it is to the child"), old.relation
            ),
            "age": self._line("card_age", self.tr("Age, or how much older"), old.age),
            "how_met": self._line("card_how_met", self.tr("How they met"), old.how_met),
            "contact": self._line("card_contact", self.tr("Phone, account or app"), old.contact),
            "address": self._line("card_address", self.tr("Address or area"), old.address),
            "description": labelled_field(self.tr("What it looks like"), description),
            "services": self._line(
                "card_services", self.tr("Known to services"), old.known_to_services
            ),
            "keep_from": keep_from,
        }

    def _lay_out(self) -> QLayout:
        title = self.tr("Change the card") if self.card else self.tr("A new card")
        feels = labelled_field(self.tr("How the child feels about it"), self._feels)
        kind = labelled_field(self.tr("What it is"), self._kind)
        add = Button(self.tr("Add from lines"), "accent", "plus", size=SMALL_LINE)
        add.setObjectName("card_lines")
        add.clicked.connect(self.asked_lines)
        self.add = add
        items: list[Item] = [Text(title, STRONG), 10, row(kind, "*"), 6, self.named]
        for part in self._parts.values():
            items += [6, part]
            if part is self._parts["services"]:
                items += [6, row(feels, "*")]
        items += [14, Text(self.tr("Lines that tell of it"), STRONG), 8, self._quotes]
        return column(*items, row(add, "*"), 12, self._foot(), "*", margins=(20, 16, 20, 16))

    def _foot(self) -> QWidget:
        keep = Button(self.tr("Keep the card"), "soft", "check")
        keep.setObjectName("keep_card")
        keep.clicked.connect(self.keep)
        drop = Button(self.tr("Never mind"), "quiet")
        drop.setObjectName("drop_card")
        drop.clicked.connect(self._drop)
        out = Button(self.tr("Take it out"), "quiet")
        out.setObjectName("strike_card")
        out.clicked.connect(self._strike)
        if self.card is None:
            out.hide()
        return wrap(row(keep, 4, drop, "*", out))

    def _ask(self) -> None:
        asked = _ASKED[EntityKind(self._kind.value())]
        for name in ("age", "how_met", "contact", "address", "services"):
            self._parts[name].setVisible(name in asked)

    def _drop(self) -> None:
        self.done()
        self.dropped.emit()

    def _strike(self) -> None:
        self.done()
        self.struck.emit()


def _as_new(card: Entity) -> NewEntity:
    return NewEntity(
        card.kind,
        card.name,
        card.other_names,
        card.relation,
        card.age,
        card.how_met,
        card.contact,
        card.address,
        card.description,
        card.known_to_services,
        card.feels,
        card.keep_from,
        card.line_ids,
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in words.split(",") if one.strip())


def _kinds() -> dict[EntityKind, str]:
    return {
        EntityKind.PERSON: _tr("A person"),
        EntityKind.PLACE: _tr("A place"),
        EntityKind.VEHICLE: _tr("A vehicle"),
        EntityKind.PHONE: _tr("A phone or an account"),
    }


def _feelings() -> dict[Feels, str]:
    return {
        Feels.NOT_SAID: _tr("Not said"),
        Feels.SAFE: _tr("Safe"),
        Feels.NOT_SURE: _tr("Not sure"),
        Feels.UNSAFE: _tr("Not safe"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("people", words)
