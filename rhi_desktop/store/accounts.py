"""Owns putting an account together, and fixing it at the moment of sealing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from rhi_desktop.domain.action import Action, FollowUp, Thread
from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Account, Interview, Seal
from rhi_desktop.domain.line import Line
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.reading import Reading
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.store import plans, reading
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.tables import by_content

T = TypeVar("T")


def account(vault: Vault, interview_id: InterviewId) -> Account:
    """Everything a report on this interview rests on. VaultError record_missing.

    Once sealed it is what was sealed, whatever became since of the case and all that lives on with
    it: sealed here, it was kept whole; sealed elsewhere, it is put together from the revisions of
    that time.
    """
    kept = vault.connection.row("SELECT body FROM accounts WHERE interview_id = ?", interview_id)
    if kept is not None:
        return reading.value_of(Account, kept[0])
    seals = reading.children(vault, Kind.SEAL, "interview_id", interview_id, Seal)
    then = _Then(vault, seals[0].sealed_at if seals else None)
    return _put_together(vault, interview_id, then)


def rests_on(vault: Vault, interview_id: InterviewId) -> tuple[str, ...]:
    """Digests of the revisions beside the interview of which its account is made now: `Seal`."""
    then = _Then(vault, None)
    _put_together(vault, interview_id, then)
    return tuple(sorted(then.digests))


def fix(vault: Vault, interview_id: InterviewId) -> None:
    """Keeps the account as it stands now. Call it inside the transaction that stores the seal."""
    body = dumps(to_plain(_put_together(vault, interview_id, _Then(vault, None)))).decode()
    vault.connection.run("INSERT INTO accounts VALUES (?, ?)", interview_id, body)


def _put_together(vault: Vault, interview_id: InterviewId, then: _Then) -> Account:
    interview = reading.load(vault, Kind.INTERVIEW, interview_id, Interview)

    def inside(kind: Kind, cls: type[T]) -> tuple[T, ...]:
        # Whatever was written inside the interview is fixed by the seal.
        return reading.children(vault, kind, "interview_id", interview_id, cls)

    return Account(
        case=then.one(Kind.CASE, interview.case_id, Case),
        episodes=tuple(then.one(Kind.EPISODE, one, Episode) for one in interview.episode_ids),
        attempts=tuple(
            attempt
            for one in interview.episode_ids
            for attempt in then.all(Kind.ATTEMPT, "episode_id", one, Attempt)
        ),
        interview=interview,
        lines=inside(Kind.LINE, Line),
        answers=inside(Kind.ANSWER, Answer),
        plan=plans.of_interview(vault, interview_id),
        facts=tuple(
            fact
            for about in (interview.case_id, *interview.episode_ids)
            for fact in then.all(Kind.FACT, "about", about, Fact)
        ),
        entities=then.all(Kind.ENTITY, "case_id", interview.case_id, Entity),
        readings=inside(Kind.READING, Reading),
        concerns=inside(Kind.CONCERN, Concern),
        threads=inside(Kind.THREAD, Thread),
        actions=inside(Kind.ACTION, Action),
        disclosures=tuple(
            replace(
                one, steps=then.all(Kind.DISCLOSURE_STEP, "disclosure_id", one.id, DisclosureStep)
            )
            for one in then.all(Kind.DISCLOSURE, "interview_id", interview_id, Disclosure)
        ),
        follow_ups=then.all(Kind.FOLLOW_UP, "interview_id", interview_id, FollowUp),
    )


class _Then:
    """What lives on beside the interview, as it stood at a time; without a time, as it is.

    `digests` are those of the revisions that were asked for.
    """

    def __init__(self, vault: Vault, until: datetime | None) -> None:
        self._vault, self._until = vault, until
        self.digests: set[str] = set()

    def one(self, kind: Kind, record_id: str, cls: type[T]) -> T:
        """One record that the account cannot be without."""
        newest = reading.load_record(self._vault, kind, record_id)
        found = reading.newest_until(self._vault, newest, self._until)
        return self._value(cls, found or newest)

    def all(self, kind: Kind, column: str, value: str, cls: type[T]) -> tuple[T, ...]:
        """Those that were there, in the order of their content at that time."""
        newest = reading.child_records(self._vault, kind, column, value)
        found = (reading.newest_until(self._vault, record, self._until) for record in newest)
        there = sorted((record for record in found if record is not None), key=by_content)
        return tuple(self._value(cls, record) for record in there)

    def _value(self, cls: type[T], record: Record) -> T:
        self.digests.add(record.digest)
        return reading.of_record(cls, record)
