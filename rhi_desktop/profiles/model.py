"""Owns what a profile is: the rules of one nation or council, each with where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

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

    def helpline(self, helpline_id: str) -> Helpline | None:
        """The helpline of this id, if the profile has it."""
        return next((line for line in self.helplines if line.id == helpline_id), None)
