"""Owns the people and places that recur in a child's story; only what was said or seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.ids import CaseId, EntityId, LineId
from rhi_desktop.domain.line import Line

_JOINING = "-_"
"""What people write in a tag where a name has a space."""


class EntityKind(Enum):
    """What a card is about."""

    PERSON = "person"
    PLACE = "place"
    VEHICLE = "vehicle"
    PHONE = "phone"
    """A phone, a SIM, a handle or an app."""


class Feels(Enum):
    """How the child feels with a person or in a place."""

    SAFE = "safe"
    NOT_SURE = "not_sure"
    UNSAFE = "unsafe"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Entity:
    """One card. Everything but the kind and the name may stay empty.

    Cards are never joined by themselves: that two names mean one person is for a person to say.
    """

    id: EntityId
    case_id: CaseId
    kind: EntityKind
    name: str = field(repr=False)
    """As the child calls them or it; a tag `@Dex` or `#canal` in a line points here."""
    other_names: tuple[str, ...] = field(default=(), repr=False)
    relation: str = field(default="", repr=False)
    """Of a person: who they are to the child. Of a place: what kind of place it is."""
    age: str = field(default="", repr=False)
    how_met: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    description: str = field(default="", repr=False)
    known_to_services: str = field(default="", repr=False)
    feels: Feels = Feels.NOT_SAID
    keep_from: tuple[str, ...] = field(default=(), repr=False)
    """Who shall not learn of it, in the child's wish."""
    line_ids: tuple[LineId, ...] = ()
    """Lines that tell of it without naming it."""
    struck_at: datetime | None = None
    not_same: tuple[EntityId, ...] = ()
    """Cards of other cases of which a person said that they are somebody else."""

    def told_in(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The standing lines that name it by a tag, or that were put to it by hand."""
        names = self.folded
        return tuple(
            line
            for line in lines
            if not line.struck_by
            and (line.id in self.line_ids or names & {folded(tag[1:]) for tag in line.tags})
        )

    @property
    def folded(self) -> frozenset[str]:
        """Its names as tags are compared."""
        return frozenset(folded(name) for name in (self.name, *self.other_names))


def folded(name: str) -> str:
    """A name as it is compared: a tag holds no spaces, so #LimeRoad and #Lime-Road are "Lime Road".

    Marks of other scripts stay: without them two names would become one.
    """
    whole = unicodedata.normalize("NFC", name)
    return "".join(char for char in whole if not char.isspace() and char not in _JOINING).casefold()
