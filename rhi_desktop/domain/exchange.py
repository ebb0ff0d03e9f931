"""Owns what an import would do, as values a screen can show before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.card import Card
from rhi_desktop.domain.ids import BundleId, CaseId
from rhi_desktop.domain.record import JournalHead, Kind, Record


@dataclass(frozen=True, slots=True)
class BundleHead:
    """The signed header of a bundle, in the clear only to its recipients."""

    bundle_id: BundleId
    sender: str
    """Fingerprint of the sender's card."""
    recipients: tuple[str, ...]
    """Fingerprints; the sender is among them, so that the sender can read it again."""
    made_at: datetime
    packs: tuple[str, ...]
    """Digests of the question packs its interviews use."""
    journal: JournalHead
    records: int
    files: int


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What shall leave: records in an order that can be applied, and the files they name."""

    records: tuple[Record, ...] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)
    """Signed PDFs by their SHA-256."""
    packs: tuple[str, ...]
    journal: JournalHead


@dataclass(frozen=True, slots=True)
class Incoming:
    """A bundle that was opened, verified and parsed; nothing of it is in the vault yet."""

    head: BundleHead
    sender: Card
    records: tuple[Record, ...] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Here:
    """How one record stands in this vault.

    `previous` holds the digests of its earlier revisions. `fixed` is true for a sealed interview:
    nothing of its content may be written any more. `report` is the full one on that interview, or
    the one on that addendum, if any.
    """

    newest: Record
    previous: frozenset[str] = frozenset()
    fixed: bool = False
    report: str = ""

    @property
    def digest(self) -> str:
        """Of the revision that stands here."""
        return self.newest.digest


class Standing(Enum):
    """How an incoming record stands to the one here."""

    NEW = "new"
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    CONFLICT = "conflict"
    """Both sides went on from the same revision, or a fixed record differs: a person decides."""
    REMOVED = "removed"
    """Its case was removed from this laptop: a person decides whether it comes again."""


@dataclass(frozen=True, slots=True)
class MergeItem:
    """One incoming record and how it stands."""

    record: Record
    standing: Standing


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What applying would do: NEW and NEWER are written, all or nothing; the rest stays apart.

    `removed` says when which of its cases were removed here. Those a person asked for are `again`.
    """

    incoming: Incoming
    items: tuple[MergeItem, ...]
    removed: Mapping[CaseId, datetime] = field(default_factory=dict)
    again: frozenset[CaseId] = frozenset()

    def count(self, standing: Standing, kind: Kind | None = None) -> int:
        """How many items stand so, of one kind or of all."""
        return sum(
            1
            for item in self.items
            if item.standing is standing and kind in (None, item.record.kind)
        )

    @property
    def changes(self) -> int:
        """How many records applying would write."""
        return self.count(Standing.NEW) + self.count(Standing.NEWER)


@dataclass(frozen=True, slots=True)
class Sent:
    """One line of the exchange log: what left or came, when, and with whom."""

    bundle_id: BundleId
    at: datetime
    outgoing: bool
    partners: tuple[str, ...]
    """Fingerprints of the recipients, or of the sender."""
    records: int
