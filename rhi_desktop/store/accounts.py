"""Owns putting an account together, and fixing it at the moment of sealing."""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Account, Answer, Interview
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.plan import PlanLine, SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault


def account(vault: Vault, interview_id: InterviewId) -> Account:
    """Everything a report on this interview rests on. VaultError record_missing.

    Once sealed it is what was sealed, whatever became of the case and its episodes since.
    """
    fixed = vault.connection.row("SELECT body FROM accounts WHERE interview_id = ?", interview_id)
    if fixed is not None:
        return reading.value_of(Account, fixed[0])
    return _as_it_stands(vault, interview_id)


def fix(vault: Vault, interview_id: InterviewId) -> None:
    """Keeps the account as it stands now. Call it inside the transaction that stores the seal."""
    body = dumps(to_plain(_as_it_stands(vault, interview_id))).decode()
    vault.connection.run("INSERT INTO accounts VALUES (?, ?)", interview_id, body)


def plan(vault: Vault, interview_id: InterviewId) -> SafetyPlan | None:
    """The child's plan of an interview with all its lines, or None."""
    found = reading.children(vault, Kind.PLAN, "interview_id", interview_id, SafetyPlan)
    if not found:
        return None
    lines = reading.children(vault, Kind.PLAN_LINE, "plan_id", found[-1].id, PlanLine)
    return replace(found[-1], lines=lines)


def _as_it_stands(vault: Vault, interview_id: InterviewId) -> Account:
    interview = reading.load(vault, Kind.INTERVIEW, interview_id, Interview)
    return Account(
        case=reading.load(vault, Kind.CASE, interview.case_id, Case),
        episodes=tuple(
            reading.load(vault, Kind.EPISODE, episode_id, Episode)
            for episode_id in interview.episode_ids
        ),
        attempts=tuple(
            attempt
            for episode_id in interview.episode_ids
            for attempt in reading.children(vault, Kind.ATTEMPT, "episode_id", episode_id, Attempt)
        ),
        interview=interview,
        lines=reading.children(vault, Kind.LINE, "interview_id", interview_id, Line),
        answers=reading.children(vault, Kind.ANSWER, "interview_id", interview_id, Answer),
        plan=plan(vault, interview_id),
    )
