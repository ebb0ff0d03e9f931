"""Owns bundles: collecting, packing and writing ours; reading, previewing and applying theirs."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.domain.card import Card, KnownCard, Trust
from rhi_desktop.domain.exchange import Incoming, MergePlan, Outgoing, Sent, Standing
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment, crockford
from rhi_desktop.domain.record import Record
from rhi_desktop.store import book, carried, exchange_records, exchanges, purges
from rhi_desktop.sync import bundle, reader
from rhi_desktop.sync.merge import hold_about, hold_apart, hold_removed, plan_merge
from rhi_desktop.workflow.jobs import Packed, ReaderInputs, Sender
from rhi_desktop.workflow.trusting import my_card
from rhi_desktop.workflow.views import ImportResult
from rhi_desktop.workflow.workspace import Workspace

BUNDLE_LIMIT = bundle.MAX_PACKED
SUFFIX = ".rhib"
_NAME_LENGTH = 10


def collect(ws: Workspace, case_ids: Sequence[CaseId]) -> Outgoing:
    """Every record of these cases with its history, and the signed files they name."""
    return exchange_records.collect(ws.store, case_ids)


def sender(ws: Workspace) -> Sender:
    """What packing needs of this vault."""
    return Sender(ws.identity, my_card(ws))


def pack(outgoing: Outgoing, sealed_by: Sender, recipients: Sequence[Card], at: Moment) -> Packed:
    """[bg] The bundle, signed, sealed to the recipients and to the sender.

    It is opened once again before it is handed out: what left could be read by us at least.
    """
    data = bundle.seal(outgoing, sealed_by.identity, sealed_by.card, recipients, at)
    own = KnownCard(sealed_by.card, Trust.TRUSTED, at.now)
    opened = bundle.unseal(data, sealed_by.identity.age_secret, [own], outgoing.packs)
    return Packed(data, opened.head, _held(outgoing.records))


def bundle_name(at: Moment) -> str:
    """A file name that says nothing: `rhi-`, ten random characters, `.rhib`."""
    return f"rhi-{crockford(at.draw(_NAME_LENGTH))[:_NAME_LENGTH]}{SUFFIX}"


def write_bundle(ws: Workspace, packed: Packed, where: Path, at: Moment) -> Path:
    """Writes a bundle into a folder under a fresh name, or to the very path; then logs it.

    The file comes first: a log line without a file would say that something left which did not.
    """
    path = where / bundle_name(at) if where.is_dir() else where
    files.write_atomic(path, packed.data)
    head = packed.head
    others = tuple(one for one in head.recipients if one != head.sender)
    sent = Sent(head.bundle_id, at.now, outgoing=True, partners=others, records=head.records)
    exchanges.log_sent(ws.store, sent, packed.held)
    return path


def read_bundle_file(path: Path) -> bytes:
    """[bg] The bytes of a file that may be a bundle; FileError when they cannot be read."""
    return files.read_limited(path, BUNDLE_LIMIT)


def reader_inputs(ws: Workspace) -> ReaderInputs:
    """What reading a bundle needs of this vault."""
    packs = tuple(pack.digest for pack in ws.packs)
    return ReaderInputs(ws.identity.age_secret, book.cards(ws.store), packs)


def read_bundle(data: bytes, inputs: ReaderInputs, stop: threading.Event | None = None) -> Incoming:
    """[bg] A bundle opened and verified in a child process; BundleError says why it is refused."""
    return reader.read(data, inputs.secret, inputs.cards, inputs.packs, stop=stop)


def preview(ws: Workspace, incoming: Incoming, again: frozenset[CaseId] = frozenset()) -> MergePlan:
    """What applying would do; nothing is written.

    A case that was removed here does not come back by itself: only one that is `again` asked for.
    """
    cases = {record.case_id for record in incoming.records}
    removed = purges.removed(ws.store, sorted(cases - again))
    plan = replace(_merged(ws, incoming, again), again=again)
    return hold_removed(plan, removed) if removed else plan


def _merged(ws: Workspace, incoming: Incoming, again: frozenset[CaseId]) -> MergePlan:
    back = [record.digest for record in incoming.records if record.case_id in again]
    ours = purges.once_here(ws.store, back) if back else frozenset[str]()
    here = exchange_records.standing_inputs(ws.store, [record.id for record in incoming.records])
    plan = plan_merge(incoming, here, my_card(ws), ours)
    taken = exchange_records.taken(ws.store, plan)
    if taken:
        plan = hold_apart(plan, here, taken)
    unfit = carried.unfit(ws.store, plan)
    return hold_about(plan, here, unfit) if unfit else plan


def apply(ws: Workspace, plan: MergePlan, at: Moment) -> ImportResult:
    """Writes what is new and newer, all or nothing, and logs the bundle; conflicts stay apart.

    The plan is made again in the same transaction: what a person saw a while ago cannot overwrite
    what was written since.
    """
    with ws.store.transaction():
        fresh = preview(ws, plan.incoming, plan.again)
        exchange_records.apply(ws.store, fresh, at)
        head = plan.incoming.head
        partners = (head.sender,)
        came = Sent(head.bundle_id, at.now, outgoing=False, partners=partners, records=head.records)
        held = _held(one for one in plan.incoming.records if one.case_id not in fresh.removed)
        exchanges.log_sent(ws.store, came, held)
    return _result(fresh)


def history(ws: Workspace) -> tuple[Sent, ...]:
    """Every bundle that left or came, newest first."""
    return exchanges.all_sent(ws.store)


def _result(plan: MergePlan) -> ImportResult:
    added = _ids(plan, Standing.NEW)
    updated = _ids(plan, Standing.NEWER) - added
    changed = added | updated
    case_ids = {CaseId(item.record.case_id) for item in plan.items if item.record.id in changed}
    apart = len(_ids(plan, Standing.CONFLICT) | _ids(plan, Standing.REMOVED))
    return ImportResult(len(added), len(updated), apart, tuple(sorted(case_ids)))


def _held(records: Iterable[Record]) -> Mapping[str, int]:
    return Counter(record.case_id for record in records)


def _ids(plan: MergePlan, standing: Standing) -> set[str]:
    return {item.record.id for item in plan.items if item.standing is standing}
