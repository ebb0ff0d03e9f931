"""Owns what a bundle would bring, counted for a person: pure, out of the plan of the merge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.domain.exchange import MergePlan, Standing
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import ReportStage
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.record import Kind, Record

_WRITTEN = frozenset({Standing.NEW, Standing.NEWER})


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A signed file that would come, the digest of its seal, and whether it is countersigned."""

    data: bytes = field(repr=False)
    seal_digest: str
    countersigned: bool
    """As its record says; the file itself has to show it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What would be added, what brought up to date, and what stays apart; counts of records."""

    references: tuple[str, ...]
    child: str = field(repr=False)
    """Initials, when the bundle is about one child."""
    added: Mapping[Kind, int]
    child_lines: int
    """How many of the added lines are the child's own words."""
    updated: Mapping[Kind, int]
    reviewers: tuple[str, ...] = field(repr=False)
    apart: tuple[Record, ...] = field(repr=False)
    """One record for each thing that was changed in both places."""
    reports: tuple[ReportFile, ...] = field(repr=False)
    case_ids: tuple[CaseId, ...]
    """Of cases that are here, or would come."""
    removed: Mapping[CaseId, datetime] = field(default_factory=dict)
    """Cases in it that were removed from this laptop, and when; nothing of them would come."""

    @property
    def changes(self) -> bool:
        """True when adding would write anything."""
        return bool(self.added or self.updated)


def contents_of(plan: MergePlan) -> Contents:
    """Count a plan. What was taken out before sending is not counted: nobody would see it."""
    newest = {item.record.id: item.record for item in plan.items}
    written = {item.record.id: item.record for item in plan.items if item.standing in _WRITTEN}
    new = {item.record.id for item in plan.items if item.standing is Standing.NEW}
    apart = {item.record.id: item.record for item in plan.items if item.standing is _CONFLICT}
    added = [record for record in written.values() if record.id in new and _stands(record)]
    updated = [record for record in written.values() if record.id not in new]
    cases = [record for record in newest.values() if record.kind is Kind.CASE]
    return Contents(
        references=tuple(_text(record, "reference") for record in cases),
        child=_child(cases),
        added=_count(added),
        child_lines=sum(1 for record in added if record.body.get("voice") == Voice.CHILD.value),
        updated=_count(updated),
        reviewers=tuple(
            dict.fromkeys(_text(one, "reviewer") for one in added if one.kind is Kind.REVIEW)
        ),
        apart=tuple(apart.values()),
        reports=tuple(_files(plan, written.values(), newest.values())),
        case_ids=tuple(CaseId(one.id) for one in cases if one.id not in plan.removed),
        removed=plan.removed,
    )


_CONFLICT = Standing.CONFLICT


def _count(records: Iterable[Record]) -> Mapping[Kind, int]:
    return Counter(record.kind for record in records)


def _stands(record: Record) -> bool:
    """False for a line that was struck or taken out of a plan."""
    return not (record.body.get("struck_by") or record.body.get("struck_at"))


def _child(cases: list[Record]) -> str:
    child = cases[0].body.get("child") if len(cases) == 1 else None
    return str(child.get("initials", "")) if isinstance(child, dict) else ""


def _files(
    plan: MergePlan, written: Iterable[Record], everything: Iterable[Record]
) -> Iterator[ReportFile]:
    seals = {
        _text(record, "interview_id"): _text(record, "digest")
        for record in everything
        if record.kind is Kind.SEAL
    }
    for record in written:
        data = plan.incoming.files.get(_text(record, "sha256"))
        if record.kind is Kind.REPORT and data is not None:
            both = _text(record, "stage") == ReportStage.COUNTERSIGNED.value
            # What was made for somebody else, and an addendum, have a seal of their own.
            own = _text(record, "digest") or seals.get(_text(record, "interview_id"), "")
            yield ReportFile(data, own, both)


def _text(record: Record, name: str) -> str:
    return str(record.body.get(name, ""))
