"""Owns the smallest thing that can be merged into: revisions by id, as a vault keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rhi_desktop.domain.exchange import BundleHead, Here, Incoming, MergePlan, Standing
from rhi_desktop.domain.ids import BundleId
from rhi_desktop.domain.record import JournalHead, Kind, Record
from rhi_desktop.sync.claims import report_about
from rhi_desktop.sync.merge import plan_merge
from tests.unit.sync.people import NOW, PACK, PDF, PDF_SHA, ada, ben

Shelf = dict[str, tuple[Record, ...]]


def incoming(records: Sequence[Record]) -> Incoming:
    """What Ada's bundle brings, once it was read."""
    head = BundleHead(
        bundle_id=BundleId("bundle-1"),
        sender=ada().card.fingerprint,
        recipients=(ben().card.fingerprint, ada().card.fingerprint),
        made_at=NOW,
        packs=(PACK,),
        journal=JournalHead(12, "a" * 64),
        records=len(records),
        files=1,
    )
    return Incoming(head, ada().card, tuple(records), {PDF_SHA: PDF})


def shelf(records: Iterable[Record]) -> Shelf:
    """A shelf that holds these revisions."""
    found: Shelf = {}
    for record in records:
        found[record.id] = (*found.get(record.id, ()), record)
    return found


def here(held: Shelf) -> dict[str, Here]:
    """How each record stands on a shelf."""
    sealed = {
        chain[-1].body["interview_id"] for chain in held.values() if chain[-1].kind is Kind.SEAL
    }
    signed = {
        report_about(chain[-1].body): id_
        for id_, chain in held.items()
        if chain[-1].kind is Kind.REPORT
    }
    return {
        id_: Here(
            chain[-1],
            frozenset(record.digest for record in chain[:-1]),
            fixed=id_ in sealed,
            report=signed.get(id_, ""),
        )
        for id_, chain in held.items()
    }


def plan(held: Shelf, records: Sequence[Record]) -> MergePlan:
    """What importing these records onto a shelf would do."""
    return plan_merge(incoming(records), here(held))


def applied(held: Shelf, records: Sequence[Record]) -> Shelf:
    """The shelf after importing: what is new and newer is written, in the order of the plan."""
    after = dict(held)
    for item in plan(held, records).items:
        if item.standing in {Standing.NEW, Standing.NEWER}:
            after[item.record.id] = (*after.get(item.record.id, ()), item.record)
    return after
