"""Owns the list of cases and the page of one: children, episodes, offers, and how far each came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from rhi_desktop.domain import clock
from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.clock import Clock, ClockState
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import AttemptId, CaseId, EpisodeId
from rhi_desktop.domain.interview import Interview, Report, ReportStage
from rhi_desktop.domain.moment import Moment, crockford
from rhi_desktop.domain.person import Case, Child
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.review import Review, Verdict
from rhi_desktop.errors import Problem
from rhi_desktop.store import cases, interviews, journal, plans, records, reports
from rhi_desktop.store.cases import CaseEntry, Wanted
from rhi_desktop.workflow.entries import NewAttempt, NewCase, NewEpisode, legible
from rhi_desktop.workflow.trusting import own_fingerprint
from rhi_desktop.workflow.views import (
    CaseRow,
    CaseView,
    EpisodeView,
    InterviewView,
    PlanOfTalk,
    Stage,
)
from rhi_desktop.workflow.workspace import Workspace

REFERENCE_BYTES = 3
"""Five Crockford characters: short enough to say, wide enough for one team's cases."""


def list_cases(
    ws: Workspace,
    now: datetime,
    search: str = "",
    limit: int | None = None,
    skip: int = 0,
    *,
    unexplained: bool = False,
) -> tuple[CaseRow, ...]:
    """One row per case that holds every word of `search`, by its newest episode.

    With `unexplained` only those whose hours passed and nobody said why. Clocks that run come
    first, least time left on top; then those that have passed; then the rest, last worked on
    first. `limit` and `skip` keep one page of them cheap.
    """
    wanted = Wanted(search, now, ws.profile.hours, unexplained)
    found = cases.rows(ws.store, wanted, limit=limit, skip=skip)
    hours, today = ws.profile.hours, clock.local(now).date()
    return tuple(_row(entry, hours, now, today) for entry in found)


def count_cases(
    ws: Workspace, now: datetime | None = None, search: str = "", *, unexplained: bool = False
) -> int:
    """How many cases `list_cases` would show of this vault; without anything asked, all of them."""
    return cases.count(ws.store, Wanted(search, now, ws.profile.hours, unexplained))


def count_running(ws: Workspace, now: datetime) -> int:
    """How many clocks run in this vault."""
    return cases.running(ws.store, Wanted(now=now, hours=ws.profile.hours))


def count_waiting(ws: Workspace) -> int:
    """How many signed reports of others nobody here answered yet: `reviewing.waiting` lists them.

    Counted here, so that the list of cases needs nothing of what draws, signs and verifies.
    """
    own = own_fingerprint(ws)
    return sum(own not in report.signers for report in reports.unanswered(ws.store))


def open_case(ws: Workspace, case_id: CaseId, now: datetime) -> CaseView:
    """Everything the case page shows. VaultError record_missing."""
    case = records.load(ws.store, Kind.CASE, case_id, Case)
    episodes = records.children(ws.store, Kind.EPISODE, "case_id", case_id, Episode)
    heads = interviews.of_case(ws.store, case_id)
    return CaseView(
        case,
        tuple(_away(one, heads, ws.profile.hours, now) for one in reversed(episodes)),
        records.children(ws.store, Kind.ATTEMPT, "case_id", case_id, Attempt),
        _talks(ws, case_id, tuple(reversed(heads))),
        plans.newest_of_case(ws.store, case_id),
    )


def plans_of(ws: Workspace, view: CaseView) -> tuple[PlanOfTalk, ...]:
    """Every plan of a child that holds something, newest first."""
    plan_of = plans.of_interviews(ws.store, [one.head.id for one in view.interviews])
    found = ((one.head, plan_of.get(one.head.id)) for one in view.interviews)
    return tuple(
        PlanOfTalk(head, plan)
        for head, plan in found
        if plan is not None and (plan.standing or plan.declined)
    )


def new_reference(at: Moment) -> str:
    """A reference for a new case: random, so that it says nothing about the child."""
    return f"R-{crockford(at.draw(REFERENCE_BYTES)).upper()}"


def add_case(ws: Workspace, new: NewCase, at: Moment) -> CaseId:
    """Opens a file for a child."""
    case_id = CaseId(at.fresh_id())
    case = Case(
        case_id,
        new.reference,
        new.child,
        new.lives_at,
        new.responsible_authority,
        new.host_authority,
    )
    save_case(ws, case, at)
    return case_id


def save_case(ws: Workspace, case: Case, at: Moment) -> Case:
    """Keeps what was changed about a child or the authorities; a sealed account stays as it was."""
    kept = legible(case)
    records.save(ws.store, Kind.CASE, case.id, kept, ws.interviewer.id, at)
    return kept


def add_episode(ws: Workspace, case_id: CaseId, new: NewEpisode, at: Moment) -> EpisodeId:
    """Adds a time away; it never takes the place of an earlier one."""
    episode = Episode(
        EpisodeId(at.fresh_id()),
        case_id,
        new.last_seen,
        new.reported,
        new.found,
        new.returned,
        new.accuracy,
        new.reported_by,
        new.police_reference,
        new.known_before,
    )
    save_episode(ws, episode, at)
    return episode.id


def save_episode(ws: Workspace, episode: Episode, at: Moment) -> Episode:
    """Keeps what was changed about an episode. `domain.episode.check_times` says what is odd."""
    kept = legible(episode)
    records.save(ws.store, Kind.EPISODE, episode.case_id, kept, ws.interviewer.id, at)
    return kept


def open_file(ws: Workspace, case: NewCase, away: NewEpisode, at: Moment) -> CaseId:
    """Opens a file for a child together with the first time away: both, or neither."""
    with ws.store.transaction():
        case_id = add_case(ws, case, at)
        add_episode(ws, case_id, away, at)
    return case_id


def go_on_with(
    ws: Workspace, case_id: CaseId, changed: Case | None, away: NewEpisode, at: Moment
) -> EpisodeId:
    """Adds a time away together with what changed about the child: both, or neither."""
    with ws.store.transaction():
        if changed is not None:
            save_case(ws, changed, at)
        return add_episode(ws, case_id, away, at)


def correct(ws: Workspace, case: Case | None, episode: Episode | None, at: Moment) -> None:
    """Keeps what was changed about a child, about a time away, or about both: all or nothing."""
    with ws.store.transaction():
        if case is not None:
            save_case(ws, case, at)
        if episode is not None:
            save_episode(ws, episode, at)


def record_attempt(ws: Workspace, new: NewAttempt, at: Moment) -> AttemptId:
    """Writes down an offer that was made; it is never changed afterwards."""
    kept = legible(new)
    with ws.store.transaction():
        episode = records.load(ws.store, Kind.EPISODE, kept.episode_id, Episode)
        attempt = Attempt(
            AttemptId(at.fresh_id()),
            kept.episode_id,
            kept.made_at,
            kept.method,
            kept.offered_to,
            kept.reply,
            kept.words,
            kept.made_by,
        )
        records.save(ws.store, Kind.ATTEMPT, episode.case_id, attempt, ws.interviewer.id, at)
    return attempt.id


def say_why_late(
    ws: Workspace, episode_id: EpisodeId, late: LateReason | None, words: str, at: Moment
) -> Episode:
    """Says why the hours of a time away pass or passed; None takes it back. No clock stops."""
    with ws.store.transaction():
        episode = records.load(ws.store, Kind.EPISODE, episode_id, Episode)
        said = replace(episode, late=late, late_words=words if late is not None else "")
        return episode if said == episode else save_episode(ws, said, at)


def clock_problem(ws: Workspace, now: datetime) -> Problem | None:
    """`clock_back`, when this laptop's clock is earlier than the last thing it wrote itself."""
    newest = journal.newest_at(ws.store)
    return Problem("clock_back") if newest is not None and now < newest else None


def _row(entry: CaseEntry, hours: int, now: datetime, today: date) -> CaseRow:
    episode = entry.episode
    return CaseRow(
        case_id=entry.case_id,
        reference=entry.reference,
        initials=entry.initials,
        age=Child(entry.initials, born=entry.born).age_on(today),
        returned=episode.returned if episode else None,
        clock=_clock(entry, hours, now),
        stage=Stage(entry.stage),
        attempts=entry.attempts,
        saved_at=entry.saved_at,
        interview_id=entry.interview_id,
        outcome=entry.outcome,
        late=episode.late if episode else None,
    )


def _clock(entry: CaseEntry, hours: int, now: datetime) -> Clock:
    if entry.episode is None:
        return Clock(ClockState.NOT_STARTED)
    heard, stopped = entry.started_at, entry.stopped_at
    return clock.state(entry.episode, heard, hours, now, stopped_at=stopped)


def _away(episode: Episode, heads: Sequence[Interview], hours: int, now: datetime) -> EpisodeView:
    """One time away: when it was first talked about, or how its newest record settled it."""

    def counts(at: datetime | None) -> bool:
        return at is not None and clock.can_be_about(episode, at)

    about = [head for head in heads if episode.id in head.episode_ids]
    heard = min(
        (one.heard_at for one in about if one.heard_at and counts(one.heard_at)), default=None
    )
    stopped = about[-1].stopped_at if about and counts(about[-1].stopped_at) else None
    shown = clock.state(episode, heard, hours, now, stopped_at=stopped)
    return EpisodeView(episode, shown, settled=heard is not None or stopped is not None)


def _talks(ws: Workspace, case_id: CaseId, heads: Sequence[Interview]) -> tuple[InterviewView, ...]:
    """How far each came, in three questions for all: a child may have been talked with often."""
    ids = [head.id for head in heads]
    papers = records.children_of(ws.store, Kind.REPORT, "interview_id", ids, Report)
    signed = {one: found for one, all_ in papers.items() if (found := reports.full_of(all_))}
    answers = records.children_of(ws.store, Kind.REVIEW, "interview_id", ids, Review)
    sealed = interviews.sealed_of_case(ws.store, case_id)

    def view(head: Interview) -> InterviewView:
        said = answers.get(head.id, ())
        if head.id in signed:
            report = signed[head.id][-1]
            mine = tuple(one for one in said if one.report_id == report.id)
            return InterviewView(head, answered(report, mine), report, said, papers[head.id])
        stage = Stage.SEALED if head.id in sealed else _draft_stage(head)
        return InterviewView(head, stage, None, said)

    return tuple(map(view, heads))


def _draft_stage(head: Interview) -> Stage:
    if head.stopped_at is not None:
        return Stage.ENDED
    return Stage.TALKING if head.begun else Stage.PREPARED


def answered(report: Report, answers: tuple[Review, ...]) -> Stage:
    """SIGNED, RETURNED or COUNTERSIGNED, by the answers to this very report."""
    if report.stage is ReportStage.COUNTERSIGNED:
        return Stage.COUNTERSIGNED
    returned = bool(answers) and answers[-1].verdict is Verdict.RETURNED
    return Stage.RETURNED if returned else Stage.SIGNED
