"""Owns what a profile is: the rules of one nation or council, each with where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rhi_desktop.domain.disclosure import Told

CHECK_AGAIN = timedelta(days=180)
"""A number or a rule looked at longer ago than this is stale: somebody must look again."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read and when somebody last looked.

    `certain` is False for what is generally said but was not seen in a source: such a fact may be
    shown with that caution, and never as a rule.
    """

    words: str
    checked: date
    certain: bool

    def stale(self, today: date) -> bool:
        """True when somebody should look again."""
        return today - self.checked > CHECK_AGAIN


@dataclass(frozen=True, slots=True)
class Helpline:
    """Somebody a child or an adult can reach. `contact` is shown as written."""

    id: str
    name: str
    contact: str
    source: Source
    note: str = ""
    number: str = ""
    """Only the figures to ring or to text, where they may be printed large for a child."""
    for_child: str = ""
    """A few plain words for a child's card; without them it stands on none."""


@dataclass(frozen=True, slots=True)
class Right:
    """What a child can ask for, in words for a child. `helpline` is whom to ring about it."""

    id: str
    words: str
    source: Source
    helpline: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ring when somebody must be told at once. No `contact` means that it is local.

    Nobody can ship the number of an authority's duty desk: an office writes its own, and until
    then the page says that the local procedure has it.
    """

    id: str
    told: Told
    name: str
    source: Source
    contact: str = ""
    note: str = ""
    urgent: bool = False
    """To be rung first when somebody is in danger now."""


@dataclass(frozen=True, slots=True)
class Term:
    """What the nation calls one of the four who must be told."""

    told: Told
    words: str
    source: Source


@dataclass(frozen=True, slots=True)
class Referral:
    """A kind of referral an action can be. `id` is stored with the action and never renamed."""

    id: str
    name: str
    source: Source
    note: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """The rules of one nation or council; recorded facts never depend on which one is chosen."""

    name: str
    title: str
    hours: int
    """Elapsed hours from the return to the interview."""
    rule: str
    """The rule in words, for whoever asks why."""
    source: Source
    helplines: tuple[Helpline, ...]
    contacts: tuple[Contact, ...] = ()
    terms: tuple[Term, ...] = ()
    referrals: tuple[Referral, ...] = ()
    asks: tuple[Right, ...] = ()
    """What a child can ask for, in the order of the card."""
    advocates: tuple[Right, ...] = ()
    """How a child gets somebody on their side."""
    complaints: tuple[Right, ...] = ()
    """How a child can say that something was wrong."""

    @property
    def for_children(self) -> tuple[Helpline, ...]:
        """The helplines that can stand on a child's paper, in the profile's order."""
        return tuple(one for one in self.helplines if one.for_child and one.number)

    def helpline(self, helpline_id: str) -> Helpline | None:
        """The helpline of this id, if the profile has it."""
        return next((line for line in self.helplines if line.id == helpline_id), None)

    def told(self, whom: Told) -> tuple[Contact, ...]:
        """Whom to ring for one of the four, in the profile's order."""
        return tuple(one for one in self.contacts if one.told is whom)

    def term(self, whom: Told) -> str:
        """What the nation calls one of the four; empty when the profile does not say."""
        return next((one.words for one in self.terms if one.told is whom), "")

    def referral(self, referral_id: str) -> Referral | None:
        """The kind of referral of this id, if the profile has it."""
        return next((one for one in self.referrals if one.id == referral_id), None)
