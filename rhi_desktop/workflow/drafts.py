"""Owns the bookkeeping of unsaved edits: what is waiting, when it is due, what a failure does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

QUIET = 0.7
"""Seconds after the last edit until it is saved."""
LONGEST = 3.0
"""Seconds after the first unsaved edit until it is saved, however fast somebody types."""
LONGEST_WAIT = 32.0
"""Seconds between two tries on a disk that keeps refusing, at most."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The newest content of one field, and where the caret stood in it."""

    key: str
    text: str = field(repr=False)
    caret: int = 0


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Edits that are not yet committed. Times are seconds of one steady clock, given by the caller.

    `waiting` holds the newest edit of each field in the order of first touching; `taken` holds
    those that somebody is storing right now. Nothing leaves either but by `confirm`.
    """

    waiting: tuple[Edit, ...] = ()
    taken: tuple[Edit, ...] = ()
    first: float | None = None
    """When the oldest edit that nobody tried to save yet was made."""
    last: float | None = None
    failures: int = 0
    retry_at: float | None = None

    @property
    def all(self) -> tuple[Edit, ...]:
        """Every unsaved edit, the newest of each field: what a lock must not lose."""
        return _newest(self.taken, self.waiting)


def mark(unsaved: Unsaved, edit: Edit, now: float) -> Unsaved:
    """An edit was made; it replaces an earlier one of the same field."""
    return replace(
        unsaved,
        waiting=_newest(unsaved.waiting, (edit,)),
        first=now if unsaved.first is None else unsaved.first,
        last=now,
    )


def due(unsaved: Unsaved) -> float | None:
    """When the waiting edits are to be saved; None when nothing waits or a save is under way."""
    if unsaved.taken or not unsaved.waiting:
        return None
    times = [] if unsaved.retry_at is None else [unsaved.retry_at]
    if unsaved.first is not None and unsaved.last is not None:
        times.append(min(unsaved.last + QUIET, unsaved.first + LONGEST))
    return min(times)


def take(unsaved: Unsaved) -> Unsaved:
    """Everything waiting is being stored now; read `taken`, then `confirm` or `put_back`."""
    return replace(unsaved, waiting=(), taken=unsaved.all, first=None, last=None, retry_at=None)


def confirm(unsaved: Unsaved) -> Unsaved:
    """What was taken is committed."""
    return replace(unsaved, taken=(), failures=0, retry_at=None)


def put_back(unsaved: Unsaved, now: float) -> Unsaved:
    """Storing failed: the edits wait again, newer ones win, the next try is 2, 4, 8 ... s away."""
    failures = unsaved.failures + 1
    wait = min(2.0 ** min(failures, 6), LONGEST_WAIT)
    return replace(unsaved, waiting=unsaved.all, taken=(), failures=failures, retry_at=now + wait)


def _newest(older: tuple[Edit, ...], newer: tuple[Edit, ...]) -> tuple[Edit, ...]:
    by_key = {edit.key: edit for edit in older}
    by_key.update({edit.key: edit for edit in newer})
    return tuple(by_key.values())
