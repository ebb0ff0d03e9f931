"""Owns the comparison of a bundle with what is here: pure, and never a decision for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rhi_desktop.domain.exchange import Here, Incoming, MergeItem, MergePlan, Standing
from rhi_desktop.domain.record import Kind, Record, applying_order

__all__ = ["Here", "plan_merge"]

_CONTENT = frozenset({Kind.INTERVIEW, Kind.LINE, Kind.ANSWER, Kind.PLAN, Kind.PLAN_LINE})
"""What a seal fixes: never written again in a sealed interview."""

_ABOUT_CONTENT = frozenset({Kind.SEAL, Kind.REPORT, Kind.REVIEW})
"""What speaks about a fixed account, and means nothing over another one."""

_ONE_REVISION = frozenset({Kind.ATTEMPT, Kind.SEAL, Kind.REVIEW})
"""What never has a second revision."""

_WRITTEN = frozenset({Standing.NEW, Standing.NEWER})


def plan_merge(incoming: Incoming, here: Mapping[str, Here]) -> MergePlan:
    """What applying a bundle would do: one item for each revision it carries, parents first.

    A record unknown here is NEW with its first revision and NEWER with each that follows, so that
    its history comes along. A known one is NEWER only where its revisions go on from the very one
    that stands here; otherwise both sides wrote, and it is a CONFLICT: shown, not applied. A
    second seal, anything new inside a sealed interview, and a seal, report or review over an
    interview that would differ here are CONFLICTs too, because they speak about other words.
    """
    records = sorted(incoming.records, key=applying_order)
    interviews = _interviews(records)
    sealed = {id_ for id_, known in here.items() if known.fixed} | {
        interviews[record.id]
        for record in records
        if record.kind is Kind.SEAL and record.id in here
    }
    items: list[MergeItem] = []
    for id_, chain in groupby(records, key=lambda record: record.id):
        is_sealed = interviews.get(id_) in sealed
        items.extend(
            _hold_sealed(item, is_sealed=is_sealed) for item in _compare(chain, here.get(id_))
        )
    differing = {interviews[id_] for id_ in _differing(items)}
    return MergePlan(incoming, tuple(_hold_about(item, interviews, differing) for item in items))


def _interviews(records: Sequence[Record]) -> dict[str, str]:
    """For each record of an interview, by id, which interview it belongs to."""
    found: dict[str, str] = {}
    for record in records:  # plans come before their lines
        match record.kind, record.body:
            case Kind.INTERVIEW, _:
                found[record.id] = record.id
            case Kind.PLAN_LINE, {"plan_id": str(plan_id)} if plan_id in found:
                found[record.id] = found[plan_id]
            case _, {"interview_id": str(interview_id)}:
                found[record.id] = interview_id
    return found


def _compare(chain: Iterable[Record], known: Here | None) -> Iterator[MergeItem]:
    """The standing of each revision of one record, oldest first."""
    newest = known.digest if known else None
    for record in chain:
        standing = _standing(record, known, newest)
        if standing in _WRITTEN:
            newest = record.digest
        yield MergeItem(record, standing)


def _standing(record: Record, known: Here | None, newest: str | None) -> Standing:
    if newest is None:
        return Standing.NEW
    if known is not None and record.digest == known.digest:
        return Standing.SAME
    if known is not None and record.digest in known.previous:
        return Standing.OLDER
    goes_on = record.previous == newest and record.kind not in _ONE_REVISION
    return Standing.NEWER if goes_on else Standing.CONFLICT


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
