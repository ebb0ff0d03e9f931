"""Owns the way of a case from one vault to another: sealed, opened, compared and applied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rhi_desktop.crypto.digest import seal_digest, with_digest
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.exchange import Incoming, MergePlan, Standing
from rhi_desktop.domain.ids import CaseId, SealId
from rhi_desktop.domain.interview import Seal
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.store import accounts, carried, exchange_records, records
from rhi_desktop.store.vault import Vault
from rhi_desktop.sync import bundle, payload
from rhi_desktop.sync.merge import hold_about, plan_merge
from tests.unit.store.samples import ME, Talk
from tests.unit.sync.people import ada, at, ben, book

Change = Callable[[Sequence[Record]], Sequence[Record]]


def seal_truly(vault: Vault, talk: Talk, when: Moment, *, first_version: bool = False) -> Seal:
    """A seal whose digest is the one of the account; the first version named no revisions."""
    account = accounts.account(vault, talk.id)
    salt = when.draw(32).hex()
    digest = seal_digest(to_plain(account.without_struck), salt)
    rests_on = () if first_version else accounts.rests_on(vault, talk.id)
    seal = Seal(SealId(when.fresh_id()), talk.id, when.now, salt, digest, rests_on)
    records.save(vault, Kind.SEAL, talk.case_id, seal, ME.id, when)
    return seal


def packed(ours: Vault, case_id: CaseId, change: Change = tuple) -> Incoming:
    """What Ben reads in Ada's bundle; `change` is what a lying sender does to the records."""
    outgoing = exchange_records.collect(ours, [case_id])
    outgoing = replace(outgoing, records=tuple(change(outgoing.records)))
    data = bundle.seal(outgoing, ada().identity, ada().card, [ben().card], at())
    opened = bundle.unseal(data, ben().secret, book(ada(), ben()), outgoing.packs)
    lines = [payload.parse(line) for line in opened.lines]
    found = tuple(one for one in lines if isinstance(one, Record))
    return Incoming(opened.head, opened.sender, found, outgoing.files)


def planned(theirs: Vault, incoming: Incoming) -> MergePlan:
    """What applying would do there."""
    here = exchange_records.standing_inputs(theirs, [record.id for record in incoming.records])
    plan = plan_merge(incoming, here, ben().card)
    unfit = carried.unfit(theirs, plan)
    return hold_about(plan, here, unfit) if unfit else plan


def carry(ours: Vault, theirs: Vault, case_id: CaseId, when: Moment) -> MergePlan:
    """The whole way; answers with what was planned and applied."""
    plan = planned(theirs, packed(ours, case_id))
    exchange_records.apply(theirs, plan, when)
    return plan


def changing(kind: Kind, **fields: Plain) -> Change:
    """A standing record of a kind says something else, with a digest that fits."""

    def change(found: Sequence[Record]) -> Sequence[Record]:
        place, old = next(
            (place, record)
            for place, record in enumerate(found)
            if record.kind is kind and not record.body.get("struck_at")
        )
        other = with_digest(replace(old, body={**old.body, **fields}))
        return (*found[:place], other, *found[place + 1 :])

    return change


def going_on(kind: Kind, **fields: Plain) -> Change:
    """A second revision of the newest record of a kind, as its author could have written it."""

    def change(found: Sequence[Record]) -> Sequence[Record]:
        old = [record for record in found if record.kind is kind][-1]
        after = replace(old, revision=old.revision + 1, previous=old.digest)
        return (*found, with_digest(replace(after, body={**old.body, **fields})))

    return change


def standing_of(plan: MergePlan, kind: Kind) -> list[Standing]:
    """How all revisions of one kind would stand."""
    return [item.standing for item in plan.items if item.record.kind is kind]
