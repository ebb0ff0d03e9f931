"""Owns the people: the child, the interviewer, and the adults named in a case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rhi_desktop.domain.ids import CaseId, PersonId


@dataclass(frozen=True, slots=True)
class Child:
    """Who came back. Lists and titles show `initials` only; every other field may be blank."""

    initials: str = field(repr=False)
    called: str = field(default="", repr=False)
    """What the child likes to be called."""
    born: date | None = field(default=None, repr=False)
    language: str = "en-GB"
    """BCP 47 tag of the language the child talks in."""
    how_to_talk: str = field(default="", repr=False)
    """What helps: short sentences, breaks, a stop word."""

    def age_on(self, day: date) -> int | None:
        """Whole years on a day; None when the date of birth is not known or lies later."""
        if self.born is None or day < self.born:
            return None
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


@dataclass(frozen=True, slots=True)
class Case:
    """One child's file on this laptop. `reference` is not personal and may stand in titles."""

    id: CaseId
    reference: str
    child: Child
    lives_at: str = field(default="", repr=False)
    responsible_authority: str = field(default="", repr=False)
    host_authority: str = field(default="", repr=False)

    @property
    def out_of_area(self) -> bool:
        """True when the responsible and the host authority are both known and differ."""
        both = (self.responsible_authority.strip(), self.host_authority.strip())
        return all(both) and both[0].casefold() != both[1].casefold()


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Whoever holds a vault and signs: an independent interviewer or a supervisor."""

    id: PersonId
    name: str
    role: str
    organisation: str
