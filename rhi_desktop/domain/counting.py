"""Owns counting over many children: who was offered, heard, in time; and keeping small groups out.

Source of the measures: what commissioners ask providers of return interviews for (incidents,
offered, held, held within the hours of the return, why late). Nothing here ranks or judges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from statistics import median

from rhi_desktop.domain import attempt, clock
from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.interview import Interview, Outcome

LEAST = 5
"""A count of one to four is never shown, nor left to be found by taking one count from another."""
MONTHS = 3
BOUNDS = (24, 48, 72, 96, 120)
"""Hours from the return to the talk, where one group ends and the next begins."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three calendar months: the only stretch that is counted.

    Stretches of any length would overlap, and what one hides the difference of two could tell.
    """

    year: int
    number: int
    """From 1."""

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def next(self) -> Quarter:
        """The one that follows."""
        last = self.number == 12 // MONTHS
        return Quarter(self.year + 1, 1) if last else Quarter(self.year, self.number + 1)

    @property
    def previous(self) -> Quarter:
        """The one before."""
        last = 12 // MONTHS
        return (
            Quarter(self.year - 1, last)
            if self.number == 1
            else Quarter(self.year, self.number - 1)
        )

    @property
    def begins(self) -> datetime:
        """Its first moment, in UTC."""
        return clock.start_of_day(self.first)

    @property
    def ends(self) -> datetime:
        """The first moment that is not in it any more."""
        return self.next.begins


def quarter_of(day: date) -> Quarter:
    """The quarter of a day."""
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


class Step(Enum):
    """From coming back to being heard in time; each is a part of the one before."""

    CAME_BACK = "came_back"
    NEEDED = "needed"
    """Without those for whom somebody decided, with a reason, that no talk is required."""
    OFFERED = "offered"
    HELD = "held"
    IN_TIME = "in_time"


class NotHeld(Enum):
    """What became of an offer that led to no talk."""

    DECLINED = "declined"
    """By the child, or by a carer for the child."""
    NOT_REACHED = "not_reached"
    MISSING_AGAIN = "missing_again"
    OTHER = "other"
    OPEN = "open"
    """Nothing is settled yet."""


_NOT_HELD = {
    Outcome.DECLINED_BY_CHILD: NotHeld.DECLINED,
    Outcome.DECLINED_BY_CARER: NotHeld.DECLINED,
    Outcome.NOT_REACHED: NotHeld.NOT_REACHED,
    Outcome.MISSING_AGAIN: NotHeld.MISSING_AGAIN,
}


@dataclass(frozen=True, slots=True)
class TimeAway:
    """One time away that ended, with all that was done about it."""

    episode: Episode = field(repr=False)
    attempts: tuple[Attempt, ...] = field(repr=False)
    interviews: tuple[Interview, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """One shown count; `parts` are joined in it because alone they would be too small."""

    parts: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What may be shown about a quarter. Steps that would tell of a small group are not there."""

    steps: tuple[tuple[Step, int], ...] = ()
    hours: tuple[Group, ...] = ()
    """By time from the return to the talk; a part is "lower-upper" in hours."""
    half_within: int | None = None
    """Half of the talks came within so many hours; None for fewer than five talks."""
    late: tuple[Group, ...] = ()
    not_held: tuple[Group, ...] = ()

    def of(self, step: Step) -> int | None:
        """The count of a step; None where it is not shown."""
        return next((count for one, count in self.steps if one is step), None)


def figures(times: Iterable[TimeAway], hours: int) -> Figures:
    """What may be shown of these times away, by the hours of the profile.

    Nothing of fewer than five children, however often they were away.
    """
    held = list(times)
    if _small(len({one.episode.case_id for one in held})):
        return Figures()
    counted = [_counted(one, hours) for one in held]
    steps = shown_steps([(step, sum(step in one.steps for one in counted)) for step in Step])
    shown = {step for step, _ in steps}
    # What is split up must be a step, or a difference of two, that is shown itself: its groups
    # would else add up to what the steps hide.
    waits = [one.wait for one in counted if one.wait is not None and Step.HELD in shown]
    late = [one.late for one in counted if one.late and {Step.HELD, Step.IN_TIME} <= shown]
    open_or_not = {Step.OFFERED, Step.HELD} <= shown
    not_held = [one.not_held for one in counted if one.not_held and open_or_not]
    return Figures(
        steps,
        hours=_by_hours(waits, hours if Step.IN_TIME in shown else None) if waits else (),
        half_within=round(median(wait / _HOUR for wait in waits)) if waits else None,
        late=joined(late),
        not_held=joined(not_held),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    steps: frozenset[Step]
    wait: timedelta | None = None
    late: str = ""
    not_held: str = ""


def _counted(one: TimeAway, hours: int) -> _Counted:
    episode = one.episode
    heads = [head for head in one.interviews if episode.id in head.episode_ids]
    back = clock.begins(episode)
    heard = [
        head.heard_at
        for head in heads
        if head.heard_at is not None and clock.can_be_about(episode, head.heard_at)
    ]
    if heard and back is not None:
        wait = min(heard) - back
        steps = {Step.CAME_BACK, Step.NEEDED, Step.OFFERED, Step.HELD}
        if wait <= hours * _HOUR:
            return _Counted(frozenset({*steps, Step.IN_TIME}), max(wait, timedelta(0)))
        return _Counted(frozenset(steps), wait, (episode.late or LateReason.OTHER).value)
    outcome = next((head.outcome for head in reversed(heads) if head.outcome is not None), None)
    if outcome is Outcome.NOT_REQUIRED:
        return _Counted(frozenset({Step.CAME_BACK}))
    if not attempt.offered(one.attempts):
        return _Counted(frozenset({Step.CAME_BACK, Step.NEEDED}))
    steps = {Step.CAME_BACK, Step.NEEDED, Step.OFFERED}
    kind = NotHeld.OPEN if outcome is None else _NOT_HELD.get(outcome, NotHeld.OTHER)
    return _Counted(frozenset(steps), not_held=kind.value)


def shown_steps(steps: Sequence[tuple[Step, int]]) -> tuple[tuple[Step, int], ...]:
    """Those steps of which neither the count nor its distance to another shown one is small."""
    shown: list[tuple[Step, int]] = []
    for step, count in steps:
        if _small(count):
            # All that follow are parts of this group: even "none" would tell of each one in it.
            break
        before = shown[-1][1] if shown else count
        if not _small(before - count):
            shown.append((step, count))
    return tuple(shown)


def joined(values: Iterable[str]) -> tuple[Group, ...]:
    """The values counted, the largest group first; small ones joined until none is small.

    Nothing at all when all of them together are too few.
    """
    groups = [Group((value,), count) for value, count in Counter(values).items()]
    groups.sort(key=lambda group: (-group.count, group.parts))
    few = [group for group in groups if _small(group.count)]
    large = [group for group in groups if not _small(group.count)]
    while large and _small(sum(group.count for group in few)):
        few.insert(0, large.pop())
    if few:
        together = tuple(part for group in few for part in group.parts)
        large.append(Group(together, sum(group.count for group in few)))
    return () if any(_small(group.count) for group in large) else tuple(large)


def _by_hours(waits: Sequence[timedelta], in_time: int | None) -> tuple[Group, ...]:
    """Neighbouring groups are joined, so that no bound tells of a small one.

    Never across the hours of the profile where the talks within them are a shown step: the groups
    up to there would else leave a small one between them and that step.
    """
    ends = sorted({*BOUNDS, *([in_time] if in_time is not None else [])})
    sides: tuple[list[Group], list[Group]] = [], []
    low = 0
    for high in (*ends, None):
        inside = [
            wait
            for wait in waits
            if (low == 0 or wait > low * _HOUR) and (high is None or wait <= high * _HOUR)
        ]
        late = in_time is not None and low >= in_time
        sides[late].append(Group((f"{low}-{high or ''}",), len(inside)))
        low = high or 0
    joined_up = [_neighbours(side) for side in sides if side]
    return tuple(group for side in joined_up for group in side) if all(joined_up) else ()


def _neighbours(groups: Sequence[Group]) -> tuple[Group, ...]:
    done: list[Group] = []
    for group in groups:
        done.append(group)
        if len(done) > 1 and (_small(group.count) or _small(done[-2].count)):
            done[-2:] = [_both(done[-2], group)]
    while len(done) > 1 and _small(done[-1].count):
        done[-2:] = [_both(done[-2], done[-1])]
    return () if any(_small(group.count) for group in done) else tuple(done)


def _both(one: Group, other: Group) -> Group:
    return Group((*one.parts, *other.parts), one.count + other.count)


def _small(count: int) -> bool:
    return 0 < count < LEAST
