"""Owns removing a case from this laptop: what to know before, what stops it, and the act."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.domain.disclosure import unresolved
from rhi_desktop.domain.exchange import Sent
from rhi_desktop.domain.given import Given, GivenKind
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import Interview, Report
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import Problem, RhiError, VaultError
from rhi_desktop.store import (
    book,
    disclosures,
    exchanges,
    interviews,
    plans,
    purging,
    records,
    reports,
)
from rhi_desktop.workflow import exporting
from rhi_desktop.workflow.following import asked_last_time
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "Passed",
    "PurgeNotes",
    "PurgeView",
    "finish",
    "notes",
    "purge_case",
    "same_reference",
]


@dataclass(frozen=True, slots=True)
class Passed:
    """One bundle with this case in it: when, with whom, and whether it held all that is here."""

    at: datetime
    outgoing: bool
    partners: tuple[str, ...] = field(repr=False)
    """Names as the book of cards has them; nothing for a card that is not in it."""
    whole: bool


@dataclass(frozen=True, slots=True)
class PurgeNotes:
    """What somebody must know before a case is removed. Counts and times; nothing that was said."""

    case: Case = field(repr=False)
    times: int
    talks: int
    lines: int
    papers: int
    """Signed reports."""
    bundles: tuple[Passed, ...]
    """Newest first."""
    handed_over: tuple[Given, ...]
    """The full report as it left for people to read, newest first."""
    promises: int
    """What adults said they would do and of which nobody said what became of it."""
    unsealed: int
    unsigned: int
    has_plan: bool
    stops: tuple[Problem, ...]
    """What has to be done first: purge_somebody_waits (with `people`), purge_talk_runs."""

    @property
    def elsewhere(self) -> bool:
        """True when somebody else has everything that is here."""
        return any(one.whole for one in self.bundles)


@dataclass(frozen=True, slots=True)
class PurgeView:
    """What was removed; `finished` is False while old copies of it wait for the next opening."""

    case_id: CaseId
    reference: str
    records: int
    finished: bool


def notes(ws: Workspace, case_id: CaseId, now: datetime) -> PurgeNotes:
    """Everything to know before removing a case. VaultError record_missing."""
    store = ws.store
    heads = interviews.of_case(store, case_id)
    ids = [head.id for head in heads]
    papers = records.children(store, Kind.REPORT, "case_id", case_id, Report)
    sealed = interviews.sealed_of_case(store, case_id)
    plan = plans.newest_of_case(store, case_id)
    lines = records.children_of(store, Kind.LINE, "interview_id", ids, Line)
    return PurgeNotes(
        case=records.load(store, Kind.CASE, case_id, Case),
        times=len(records.child_records(store, Kind.EPISODE, "case_id", case_id)),
        talks=len(heads),
        lines=sum(len(found) for found in lines.values()),
        papers=len(papers),
        bundles=_bundles(ws, case_id),
        handed_over=_handed_over(ws, case_id),
        promises=sum(one.open for one in asked_last_time(ws, case_id, now)),
        unsealed=len([head for head in heads if head.id not in sealed]),
        unsigned=len(sealed - {paper.interview_id for paper in reports.full_of(papers)}),
        has_plan=plan is not None and bool(plan.standing),
        stops=_stops(ws, case_id, heads, sealed),
    )


def same_reference(case: Case, typed: str) -> bool:
    """True when somebody typed the reference of this case; space and letter case do not matter."""
    return "".join(typed.split()).casefold() == "".join(case.reference.split()).casefold()


def purge_case(ws: Workspace, case_id: CaseId, at: Moment) -> PurgeView:
    """Removes a case from this vault: all of it, or nothing. It cannot be undone here.

    What cannot be cleaned at once (a full disk, a copy that is just being made) is cleaned when the
    vault is opened next. Raises VaultError purge_somebody_waits, purge_talk_runs, record_missing
    and vault_damaged, and FileError; nothing was removed then.
    """
    with ws.store.transaction():
        case = records.load(ws.store, Kind.CASE, case_id, Case)
        heads = interviews.of_case(ws.store, case_id)
        sealed = interviews.sealed_of_case(ws.store, case_id)
        for stop in _stops(ws, case_id, heads, sealed):
            raise VaultError(stop.code, **stop.facts)
        gone = purging.purge(ws.store, case_id, ws.interviewer.id, at)
    return PurgeView(case_id, case.reference, gone.records, finish(ws, at.now))


def finish(ws: Workspace, made_at: datetime | None = None) -> bool:
    """Cleans what is left of removed cases outside their tables; False when it has to wait."""
    with suppress(RhiError):
        return purging.complete(ws.store, made_at)
    return False


def _stops(
    ws: Workspace,
    case_id: CaseId,
    heads: Sequence[Interview],
    sealed: frozenset[InterviewId],
) -> tuple[Problem, ...]:
    found = []
    waiting = unresolved(disclosures.of_case(ws.store, case_id))
    if waiting:
        people = sum(len(one.waiting) for one in waiting)
        found.append(Problem("purge_somebody_waits", facts={"people": people}))
    if any(_runs(head) for head in heads if head.id not in sealed):
        found.append(Problem("purge_talk_runs"))
    return tuple(found)


def _runs(head: Interview) -> bool:
    return head.begun and head.ended_at is None and head.outcome is None


def _bundles(ws: Workspace, case_id: CaseId) -> tuple[Passed, ...]:
    names = {known.card.fingerprint: known.card.person.name for known in book.cards(ws.store)}
    here = purging.size_of(ws.store, case_id)

    def passed(sent: Sent, revisions: int) -> Passed:
        partners = tuple(names[one] for one in sent.partners if one in names)
        return Passed(sent.at, sent.outgoing, partners, whole=revisions == here)

    return tuple(passed(sent, held) for sent, held in exchanges.bundles_of(ws.store, case_id))


def _handed_over(ws: Workspace, case_id: CaseId) -> tuple[Given, ...]:
    """A version for somebody else is no copy of what would be removed."""
    found = exporting.given(ws, case_id)
    return tuple(one for one in found if one.kind is GivenKind.FULL)
