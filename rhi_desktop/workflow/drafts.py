"""Owns unsaved edits: what is waiting, when it is due, what a failure does, where it is kept.

The first half is pure. The second half keeps edits and the place where somebody stood in the
vault, and hands unsaved ones over a lock when the disk takes nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rhi_desktop.crypto import age
from rhi_desktop.domain.canonical import NotCanonicalError, dumps, loads
from rhi_desktop.domain.line import readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import NotPlainError, from_plain, to_plain
from rhi_desktop.errors import BundleError
from rhi_desktop.store import drafts as stored
from rhi_desktop.store.drafts import Place
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "Edit",
    "Place",
    "Unsaved",
    "confirm",
    "drafts",
    "drop_draft",
    "due",
    "get_place",
    "mark",
    "open_unsaved",
    "put_back",
    "put_place",
    "save_draft",
    "save_drafts",
    "seal_unsaved",
    "take",
]

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


@dataclass(frozen=True, slots=True)
class _Handover:
    """What is sealed for the fresh process: the edits and nothing else."""

    edits: tuple[Edit, ...] = field(repr=False)


def save_draft(ws: Workspace, key: str, text: str, caret: int, at: Moment) -> None:
    """Keeps the half-typed text of a field, in one commit. It is not part of the record."""
    save_drafts(ws, (Edit(key, text, caret),), at)


def save_drafts(ws: Workspace, edits: Iterable[Edit], at: Moment) -> None:
    """Keeps several fields in one commit: all of them, or none."""
    with ws.store.transaction():
        for edit in edits:
            stored.put(ws.store, edit.key, readable(edit.text)[0], edit.caret, at)


def drafts(ws: Workspace) -> tuple[Edit, ...]:
    """Every field whose text was kept and not yet made into a record, by key."""
    return tuple(Edit(one.key, one.text, one.caret) for one in stored.all(ws.store))


def drop_draft(ws: Workspace, key: str) -> None:
    """Forgets a field: its text became a record, or was cleared."""
    stored.drop(ws.store, key)


def put_place(ws: Workspace, page: str, case_id: str, detail: str, at: Moment) -> None:
    """Remembers where somebody stands, for after a lock."""
    stored.put_place(ws.store, page, case_id, detail, at)


def get_place(ws: Workspace) -> Place | None:
    """Where somebody stood, or None in a new vault."""
    return stored.get_place(ws.store)


def seal_unsaved(recipient: str, edits: Iterable[Edit]) -> bytes:
    """The edits that a full disk would not take, sealed to the vault's own recipient.

    Takes values only, so that it still works when the vault does not.
    """
    clean = tuple(replace(edit, text=readable(edit.text)[0]) for edit in edits)
    return age.seal(dumps(to_plain(_Handover(clean))), [recipient])


def open_unsaved(ws: Workspace, sealed: bytes, at: Moment) -> tuple[Edit, ...]:
    """Writes the edits of a hand-over into the vault before anything else, and returns them.

    Raises BundleError bundle_not_for_us when they belong to another vault, bundle_damaged when
    they are no hand-over, and FileError while the disk is still full: keep the bytes then.
    """
    try:
        handed = from_plain(_Handover, loads(age.unseal(sealed, ws.identity.age_secret)))
    except (NotCanonicalError, NotPlainError):
        # `from None`: the original exceptions may carry what was typed.
        raise BundleError("bundle_damaged") from None
    save_drafts(ws, handed.edits, at)
    return handed.edits
