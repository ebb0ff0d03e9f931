"""Owns the telephone numbers of a child's paper: which, how surely known, and looked at when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rhi_desktop.export import times
from rhi_desktop.export.content import Run, Text, Tone
from rhi_desktop.export.source import plain
from rhi_desktop.export.wording import say
from rhi_desktop.profiles.model import Helpline, Profile, Right, Source


@dataclass(frozen=True, slots=True)
class Number:
    """One number as the adult who prints sees it: it can be printed whatever stands here.

    `stale` is true when nobody looked for more than 180 days, `certain` false when it was never
    seen in a source: either way somebody should ring it before a child has to.
    """

    id: str
    name: str
    number: str
    words: str
    checked: date
    certain: bool
    stale: bool
    suggested: bool
    """False for one that has its own place on the card, with the advocate or the complaint."""


def numbers(profile: Profile, today: date) -> tuple[Number, ...]:
    """Every number that can stand on a child's paper, in the profile's order."""
    placed = {one.helpline for one in (*profile.advocates, *profile.complaints)}
    return tuple(
        Number(
            one.id,
            one.name,
            one.number,
            one.for_child,
            one.source.checked,
            one.source.certain,
            one.source.stale(today),
            one.id not in placed,
        )
        for one in profile.for_children
    )


def looked(source: Source) -> str:
    """When somebody looked, and whether that settled it; never more than is known."""
    when = times.date_only(source.checked)
    return say("paper_checked" if source.certain else "paper_unconfirmed", when=when)


def words_of(right: Right) -> Text:
    """What a child can ask for; with a caution where that is not certain."""
    words = plain(right.words)
    if right.source.certain:
        return words
    return (*words, Run(" " + say("card_unsure"), Tone.QUIET))


def of_right(profile: Profile, right: Right) -> Helpline | None:
    """Whom to ring about it, if the profile has that number for a child."""
    return next((one for one in profile.for_children if one.id == right.helpline), None)
