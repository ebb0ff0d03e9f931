"""Owns the comparison of a bundle with what is here: pure, and never a decision for a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from rhi_desktop.domain.card import Card
from rhi_desktop.domain.exchange import Here, Incoming, MergeItem, MergePlan, Standing
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.record import ONE_REVISION, Kind, Record, applying_order
from rhi_desktop.sync.claims import Ground, Voice, goes_on, interviewers

__all__ = ["Here", "hold_about", "hold_apart", "hold_removed", "plan_merge"]

_OF_PLAN = frozenset({Kind.PLAN_LINE, Kind.DRAWING})

_CONTENT = _OF_PLAN | {
    *(Kind.INTERVIEW, Kind.LINE, Kind.READING, Kind.ANSWER, Kind.CONCERN),
    *(Kind.THREAD, Kind.ACTION, Kind.PLAN),
}
"""What a seal fixes: never written again in a sealed interview."""

_ABOUT_CONTENT = frozenset({Kind.SEAL, Kind.ADDENDUM, Kind.REPORT, Kind.REVIEW})
"""What speaks about a fixed account, and means nothing over another one."""

_WRITTEN = frozenset({Standing.NEW, Standing.NEWER})


def plan_merge(
    incoming: Incoming,
    here: Mapping[str, Here],
    me: Card | None = None,
    ours: frozenset[str] = frozenset(),
) -> MergePlan:
    """What applying a bundle would do: one item for each revision it carries, parents first.

    A record unknown here is NEW with its first revision and NEWER with each that follows, so that
    its history comes along. A known one is NEWER only where its revisions go on from the very one
    that stands here; otherwise both sides wrote, and it is a CONFLICT: shown, not applied. A
    second seal or report, anything new inside a sealed interview, and a seal, addendum, report or
    review over an interview that would differ here are CONFLICTs too, because they speak about
    other words; so is whatever was moved to another place, rests on what is not applied, or speaks
    in a name that is not the sender's to use (`claims`). `me` is the card of whoever reads, `ours`
    are digests of removed records that this vault knows for its own.
    """
    records = sorted(incoming.records, key=applying_order)
    interviews = _interviews(records)
    sealed = {id_ for id_, known in here.items() if known.fixed} | {
        interviews[record.id]
        for record in records
        if record.kind is Kind.SEAL and record.id in here
    }
    voice = Voice(incoming.sender, me, interviewers(records), ours)
    items: list[MergeItem] = []
    for id_, chain in groupby(records, key=lambda record: record.id):
        is_sealed = interviews.get(id_) in sealed
        items.extend(
            _hold_sealed(item, is_sealed=is_sealed)
            for item in _compare(chain, here.get(id_), voice)
        )
    return _hold(incoming, items, here, set())


def hold_apart(plan: MergePlan, here: Mapping[str, Here], ids: Collection[str]) -> MergePlan:
    """The same plan without these records, and without what rests on them: CONFLICTs."""
    items = [
        replace(item, standing=Standing.CONFLICT)
        if item.record.id in ids and item.standing in _WRITTEN
        else item
        for item in plan.items
    ]
    return _hold(plan.incoming, items, here, set())


def hold_about(plan: MergePlan, here: Mapping[str, Here], interviews: Collection[str]) -> MergePlan:
    """The same plan without seal, addenda, reports and reviews over these interviews."""
    return _hold(plan.incoming, plan.items, here, set(interviews))


def hold_removed(plan: MergePlan, removed: Mapping[CaseId, datetime]) -> MergePlan:
    """The same plan without anything of these cases, which were removed here: REMOVED."""
    items = tuple(
        replace(item, standing=Standing.REMOVED) if item.record.case_id in removed else item
        for item in plan.items
    )
    return replace(plan, items=items, removed=removed)


def _hold(
    incoming: Incoming,
    items: Sequence[MergeItem],
    here: Mapping[str, Here],
    differing: set[str],
) -> MergePlan:
    # First what has no ground; then what speaks about an interview that would differ for it, and
    # in the end what rests on one of these.
    interviews = _interviews([item.record for item in items])
    grounded = _hold_loose(items, here)
    differing |= {interviews[id_] for id_ in _differing(grounded) if id_ in interviews}
    about = [_hold_about(item, interviews, differing) for item in grounded]
    return MergePlan(incoming, _hold_loose(about, here))


def _hold_loose(items: Sequence[MergeItem], here: Mapping[str, Here]) -> tuple[MergeItem, ...]:
    """Nothing is written that would hang on a record which is not here and not written."""
    ground, held = Ground(here), set[str]()

    def stands(item: MergeItem) -> bool:
        if item.standing not in _WRITTEN:
            return True
        if item.record.id in held or not ground.take(item.record):
            held.add(item.record.id)
        return item.record.id not in held

    return tuple(
        item if stands(item) else replace(item, standing=Standing.CONFLICT) for item in items
    )


def _interviews(records: Sequence[Record]) -> dict[str, str]:
    """For each record of an interview, by id, which interview it belongs to."""
    found: dict[str, str] = {}
    for record in records:  # plans come before what hangs on them
        match record.kind, record.body:
            case Kind.INTERVIEW, _:
                found[record.id] = record.id
            case kind, {"plan_id": str(plan_id)} if kind in _OF_PLAN and plan_id in found:
                found[record.id] = found[plan_id]
            case _, {"interview_id": str(interview_id)}:
                found[record.id] = interview_id
    return found


def _compare(chain: Iterable[Record], known: Here | None, voice: Voice) -> Iterator[MergeItem]:
    """The standing of each revision of one record, oldest first."""
    newest = known.newest if known else None
    for record in chain:
        standing = _standing(record, known, newest)
        if standing in _WRITTEN:
            if goes_on(newest, record) and voice.may_say(record):
                newest = record
            else:
                standing = Standing.CONFLICT
        yield MergeItem(record, standing)


def _standing(record: Record, known: Here | None, newest: Record | None) -> Standing:
    if newest is None:
        return Standing.NEW
    if known is not None and record.digest == known.digest:
        return Standing.SAME
    if known is not None and record.digest in known.previous:
        return Standing.OLDER
    follows = record.previous == newest.digest and record.kind not in ONE_REVISION
    return Standing.NEWER if follows else Standing.CONFLICT


def _hold_sealed(item: MergeItem, *, is_sealed: bool) -> MergeItem:
    """Nothing new comes into an interview that is sealed here, and no second seal."""
    held = _CONTENT | {Kind.SEAL}
    if is_sealed and item.record.kind in held and item.standing in _WRITTEN:
        return replace(item, standing=Standing.CONFLICT)
    return item


def _differing(items: Sequence[MergeItem]) -> Iterator[str]:
    """The content and seals that would not stand here as the sender has them."""
    newest = {item.record.id: item for item in items}
    kinds, standings = _CONTENT | {Kind.SEAL}, {Standing.CONFLICT, Standing.OLDER}
    for id_, item in newest.items():
        if item.record.kind in kinds and item.standing in standings:
            yield id_


def _hold_about(item: MergeItem, interviews: Mapping[str, str], differing: set[str]) -> MergeItem:
    about = item.record.kind in _ABOUT_CONTENT and item.standing in _WRITTEN
    if about and interviews.get(item.record.id) in differing:
        return replace(item, standing=Standing.CONFLICT)
    return item
