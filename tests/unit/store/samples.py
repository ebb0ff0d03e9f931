"""Owns the fictional case that the tests of the store fill a vault with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rhi_desktop.crypto.kdf import Cost
from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.card import Card, Trust
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.exchange import Sent
from rhi_desktop.domain.ids import (
    AnswerId,
    AttemptId,
    BundleId,
    CaseId,
    EpisodeId,
    InterviewId,
    LineId,
    PersonId,
    PlanId,
    PlanLineId,
    ReportId,
    ReviewId,
    SealId,
)
from rhi_desktop.domain.interview import Interview, PackRef, Report, ReportStage, Seal
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Case, Child, Interviewer
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.review import Review, Verdict
from rhi_desktop.store import book, exchanges, interviews, records, reports
from rhi_desktop.store.given import Distribution
from rhi_desktop.store.vault import Vault, VaultKey, create

CHEAP = Cost(64, 1, 1)
"""Microseconds instead of the product's three quarters of a second; only tests pass it."""
PASSPHRASE = "kettle harbour violin moss"
ME = Interviewer(PersonId("0" * 26), "Rowan Hale", "Independent interviewer", "Harbour Trust")
START = datetime(2026, 3, 10, 14, 30, tzinfo=UTC)


class Days:
    """Hands out moments a minute apart, with bytes that repeat in every run."""

    def __init__(self, seed: str = "days") -> None:
        self._seed, self._count = seed, 0

    def __call__(self, *, hours: int = 0) -> Moment:
        """The next moment, as many hours later as wanted."""
        self._count += 1
        now = START + timedelta(minutes=self._count, hours=hours)
        return Moment(now, self._draw)

    def _draw(self, length: int) -> bytes:
        self._count += 1
        return hashlib.shake_256(f"{self._seed}/{self._count}".encode()).digest(length)


class Dice:
    """Whole numbers below a bound, the same in every run."""

    def __init__(self, seed: str) -> None:
        self._draw = Days(seed)().draw

    def below(self, bound: int) -> int:
        """The next number."""
        return int.from_bytes(self._draw(8), "big") % bound


def make(folder: Path, days: Days) -> VaultKey:
    """A vault with cheap slots."""
    return create(folder, PASSPHRASE, days(), cost=CHEAP)


@dataclass(frozen=True, slots=True)
class Talk:
    """The identifiers of one case with one interview under way."""

    case: Case
    episode: Episode
    interview: Interview
    plan: SafetyPlan

    @property
    def case_id(self) -> CaseId:
        """Whose file it is."""
        return self.case.id

    @property
    def id(self) -> InterviewId:
        """The interview."""
        return self.interview.id


def start(vault: Vault, days: Days, reference: str = "R-0001", called: str = "Mo") -> Talk:
    """A case, an episode, an attempt, an interview and an empty plan."""
    at = days()
    child = Child("M.T.", called, date(2011, 5, 2), how_to_talk="short sentences")
    case = Case(CaseId(at.fresh_id()), reference, child, lives_at="at his aunt's")
    episode = Episode(EpisodeId(at.fresh_id()), case.id, returned=at.now - timedelta(hours=30))
    interview = Interview(
        InterviewId(at.fresh_id()), case.id, (episode.id,), PackRef("rhi_v1", "ab" * 32), ME, at.now
    )
    plan = SafetyPlan(PlanId(at.fresh_id()), case.id, interview.id)
    with vault.transaction():
        for kind, value in (
            (Kind.CASE, case),
            (Kind.EPISODE, episode),
            (Kind.ATTEMPT, attempt(episode, at)),
            (Kind.INTERVIEW, interview),
            (Kind.PLAN, plan),
        ):
            records.save(vault, kind, case.id, value, ME.id, at)
    return Talk(case, episode, interview, plan)


def attempt(episode: Episode, at: Moment) -> Attempt:
    """An offer that was taken up."""
    return Attempt(
        AttemptId(at.fresh_id()),
        episode.id,
        at.now,
        Method.IN_PERSON,
        OfferedTo.CHILD,
        Reply.ACCEPTED,
        words="ok then",
    )


def keep(vault: Vault, talk: Talk, words: str, at: Moment) -> Line:
    """One more line of the conversation, in one commit."""
    with vault.transaction():
        number = interviews.next_line_number(vault, talk.id)
        line = Line(LineId(at.fresh_id()), talk.id, number, Voice.CHILD, words, at.now)
        records.save(vault, Kind.LINE, talk.case_id, line, ME.id, at)
    return line


def answer(vault: Vault, talk: Talk, value: str, at: Moment) -> Answer:
    """One answered question."""
    made = Answer(AnswerId(at.fresh_id()), talk.id, "safe_place", (value,))
    records.save(vault, Kind.ANSWER, talk.case_id, made, ME.id, at)
    return made


def plan_line(vault: Vault, talk: Talk, words: str, at: Moment) -> PlanLine:
    """One line of the child's plan."""
    line = PlanLine(
        PlanLineId(at.fresh_id()), talk.plan.id, 1, PlanBlock.HELPS, words, PlanAuthor.CHILD
    )
    records.save(vault, Kind.PLAN_LINE, talk.case_id, line, ME.id, at)
    return line


def seal(vault: Vault, talk: Talk, at: Moment) -> Seal:
    """Seals the interview; the digest is not what these tests are about."""
    made = Seal(SealId(at.fresh_id()), talk.id, at.now, "cd" * 32, "ef" * 32)
    records.save(vault, Kind.SEAL, talk.case_id, made, ME.id, at)
    return made


def sign(vault: Vault, talk: Talk, data: bytes, at: Moment) -> Report:
    """Keeps a file as the signed report."""
    sha256 = reports.put_file(vault, data)
    stage = ReportStage.SIGNED
    made = Report(ReportId(at.fresh_id()), talk.id, stage, sha256, len(data), at.now, ("ab" * 32,))
    records.save(vault, Kind.REPORT, talk.case_id, made, ME.id, at)
    return made


def review(vault: Vault, report: Report, case_id: str, verdict: Verdict, at: Moment) -> Review:
    """A supervisor's answer; a countersigned one moves the report on, too."""
    made = Review(
        ReviewId(at.fresh_id()),
        report.interview_id,
        report.id,
        report.sha256,
        verdict,
        "Sam Ode",
        at.now,
    )
    records.save(vault, Kind.REVIEW, case_id, made, ME.id, at)
    if verdict is Verdict.COUNTERSIGNED:
        moved = replace(report, stage=ReportStage.COUNTERSIGNED)
        records.save(vault, Kind.REPORT, case_id, moved, ME.id, at)
    return made


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a vault but those that lock and call."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name not in {"lock", "keys.lock", "raise"}
    }


def log_everything(vault: Vault, talk: Talk, days: Days) -> None:
    """One row in each log and a reviewed report."""
    report = sign(vault, talk, b"%PDF", days())
    review(vault, report, talk.case_id, Verdict.RETURNED, days())
    book.put_card(vault, card("Sam Ode"), Trust.PENDING, days())
    sent = Sent(BundleId("0" * 26), START, outgoing=True, partners=("ab" * 32,), records=5)
    exchanges.log_sent(vault, sent)
    left_before(vault, report.id, "social worker", "strategy meeting", days())


def left_before(
    vault: Vault, report_id: ReportId, recipient: str, purpose: str, at: Moment
) -> Distribution:
    """A line of the log as it was written before version 4."""
    entry = Distribution(report_id, recipient, purpose, at.now)
    vault.connection.run(
        "INSERT INTO distributions (report_id, at, body) VALUES (?, ?, ?)",
        report_id,
        str(to_plain(at.now)),
        dumps(to_plain(entry)).decode(),
    )
    return entry


def card(name: str) -> Card:
    """Somebody's card; the keys are not what these tests are about."""
    person = Interviewer(PersonId("1" * 26), name, "Supervisor", "Harbour Trust")
    fingerprint = hashlib.sha256(name.encode()).hexdigest()
    return Card(person, b"\x30\x00" + name.encode(), "age1" + name.lower(), START, fingerprint)
