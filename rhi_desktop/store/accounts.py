"""Owns putting an account together, and fixing it at the moment of sealing."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Account, Interview, Seal
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.plain import from_plain, to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import plans, reading
from rhi_desktop.store.opened import Vault

T = TypeVar("T")


def account(vault: Vault, interview_id: InterviewId) -> Account:
    """Everything a report on this interview rests on. VaultError record_missing.

    Once sealed it is what was sealed, whatever became of the case and its episodes since: sealed
    here, it was kept whole; sealed elsewhere, it is put together from the revisions of that time.
    """
    kept = vault.connection.row("SELECT body FROM accounts WHERE interview_id = ?", interview_id)
    if kept is not None:
        return reading.value_of(Account, kept[0])
    seals = reading.children(vault, Kind.SEAL, "interview_id", interview_id, Seal)
    return _put_together(vault, interview_id, seals[0].sealed_at if seals else None)


def fix(vault: Vault, interview_id: InterviewId) -> None:
    """Keeps the account as it stands now. Call it inside the transaction that stores the seal."""
    body = dumps(to_plain(_put_together(vault, interview_id, None))).decode()
    vault.connection.run("INSERT INTO accounts VALUES (?, ?)", interview_id, body)


def _put_together(vault: Vault, interview_id: InterviewId, until: datetime | None) -> Account:
    interview = reading.load(vault, Kind.INTERVIEW, interview_id, Interview)
    attempts = tuple(
        attempt
        for episode_id in interview.episode_ids
        for attempt in _attempts(vault, episode_id, until)
    )
    return Account(
        case=_at_the_time(vault, Kind.CASE, interview.case_id, Case, until),
        episodes=tuple(
            _at_the_time(vault, Kind.EPISODE, episode_id, Episode, until)
            for episode_id in interview.episode_ids
        ),
        attempts=attempts,
        interview=interview,
        lines=reading.children(vault, Kind.LINE, "interview_id", interview_id, Line),
        answers=reading.children(vault, Kind.ANSWER, "interview_id", interview_id, Answer),
        plan=plans.of_interview(vault, interview_id),
    )


def _at_the_time(
    vault: Vault, kind: Kind, record_id: str, cls: type[T], until: datetime | None
) -> T:
    # Everything inside the interview is fixed by the seal; the case and its episodes live on.
    if until is not None:
        for record in reversed(reading.revisions(vault, kind, record_id)):
            if record.at <= until:
                return from_plain(cls, record.body)
    return reading.load(vault, kind, record_id, cls)


def _attempts(vault: Vault, episode_id: str, until: datetime | None) -> list[Attempt]:
    records = reading.child_records(vault, Kind.ATTEMPT, "episode_id", episode_id)
    return [from_plain(Attempt, r.body) for r in records if until is None or r.at <= until]
