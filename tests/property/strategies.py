"""Owns the strategies that build valid values of the domain; every feature joins them here."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

from hypothesis import strategies as st

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import (
    AnswerId,
    AttemptId,
    CaseId,
    EpisodeId,
    InterviewId,
    LineId,
    PersonId,
    PlanId,
    PlanLineId,
)
from rhi_desktop.domain.interview import (
    Account,
    Interview,
    Meeting,
    Outcome,
    PackRef,
    ReadBack,
    TopicBlank,
)
from rhi_desktop.domain.line import Line, Rendering, Topic, Voice
from rhi_desktop.domain.person import Case, Child, Interviewer
from rhi_desktop.domain.plan import (
    Agreed,
    PartSeen,
    PlanAuthor,
    PlanBlock,
    PlanLine,
    SafetyPlan,
    SeenAnyway,
)
from tests.property.findings import (
    actions,
    concerns,
    disclosures,
    drawings,
    endings,
    entities,
    facts,
    follow_ups,
    readings,
    threads,
)
from tests.property.simple import days, hexes, ids, some_words, spoken, tags, times, words

__all__ = [
    "accounts",
    "actions",
    "answers",
    "attempts",
    "cases",
    "children",
    "concerns",
    "days",
    "disclosures",
    "drawings",
    "entities",
    "episodes",
    "facts",
    "follow_ups",
    "hexes",
    "ids",
    "interviewers",
    "interviews",
    "lines",
    "offsets",
    "plan_lines",
    "plans",
    "readings",
    "spoken",
    "tags",
    "threads",
    "times",
    "words",
]

T = TypeVar("T")

children = st.builds(
    Child,
    initials=spoken,
    called=words,
    born=st.none() | days,
    language=tags,
    how_to_talk=words,
)
cases = st.builds(
    Case,
    id=ids.map(CaseId),
    reference=st.integers(1, 9999).map("R-{:04d}".format),
    child=children,
    lives_at=words,
    responsible_authority=words,
    host_authority=words,
)
episodes = st.builds(
    Episode,
    id=ids.map(EpisodeId),
    case_id=ids.map(CaseId),
    last_seen=st.none() | times,
    reported=st.none() | times,
    found=st.none() | times,
    returned=st.none() | times,
    accuracy=st.sampled_from(Accuracy),
    reported_by=words,
    police_reference=words,
    known_before=words,
    late=st.none() | st.sampled_from(LateReason),
    late_words=words,
)
attempts = st.builds(
    Attempt,
    id=ids.map(AttemptId),
    episode_id=ids.map(EpisodeId),
    at=times,
    method=st.sampled_from(Method),
    offered_to=st.sampled_from(OfferedTo),
    reply=st.sampled_from(Reply),
    words=words,
    made_by=words,
)
interviewers = st.builds(
    Interviewer, id=ids.map(PersonId), name=words, role=words, organisation=words
)
lines = st.builds(
    Line,
    id=ids.map(LineId),
    interview_id=ids.map(InterviewId),
    number=st.integers(1, 5000),
    voice=st.sampled_from(Voice),
    words=words,
    heard_at=times,
    told_by=words,
    language=tags,
    rendering=st.none() | st.builds(Rendering, text=words, language=tags, by=words),
    topics=st.lists(st.sampled_from(Topic), unique=True).map(tuple),
    tags=st.lists(words, max_size=2).map(tuple),
    keep_from=st.lists(words, max_size=2).map(tuple),
    come_back=st.booleans(),
    struck_by=st.just("") | ids,
    struck_at=st.none() | times,
    at_read_back=st.booleans(),
)
packs = st.builds(PackRef, name=st.sampled_from(["starter_v1", "plan_v1"]), digest=hexes)
interviews = st.builds(
    Interview,
    id=ids.map(InterviewId),
    case_id=ids.map(CaseId),
    episode_ids=st.lists(ids.map(EpisodeId), min_size=1, max_size=3).map(tuple),
    pack=packs,
    interviewer=interviewers,
    started_at=times,
    ended_at=st.none() | times,
    outcome=st.none() | st.sampled_from(Outcome),
    place=words,
    present=words,
    blanks=st.lists(
        st.builds(
            TopicBlank, topic=st.sampled_from(Topic), blank=st.sampled_from(Blank), reason=words
        ),
        unique_by=lambda blank: blank.topic,
    ).map(tuple),
    read_back=st.sampled_from(ReadBack),
    begun=st.booleans(),
    meeting=st.none() | st.sampled_from(Meeting),
    ending=st.none() | endings,
    packs=st.lists(packs, max_size=2).map(tuple),
)
plan_lines = st.builds(
    PlanLine,
    id=ids.map(PlanLineId),
    plan_id=ids.map(PlanId),
    number=st.integers(1, 200),
    block=st.sampled_from(PlanBlock),
    words=words,
    author=st.sampled_from(PlanAuthor),
    agreed=st.sampled_from(Agreed),
    promised_by=words,
    by_when=st.none() | days,
    struck_at=st.none() | times,
    brought_from=st.none() | ids.map(PlanLineId),
)
blocks = st.lists(st.sampled_from(PlanBlock), unique=True, max_size=3).map(tuple)
plans = st.builds(
    SafetyPlan,
    id=ids.map(PlanId),
    case_id=ids.map(CaseId),
    interview_id=ids.map(InterviewId),
    declined=st.booleans(),
    declined_words=words,
    may_see=st.lists(words, max_size=3).map(tuple),
    lines=st.lists(plan_lines, max_size=4).map(tuple),
    parts=st.lists(st.builds(PartSeen, who=words, blocks=blocks), max_size=2).map(tuple),
    may_not_see=some_words,
    anyway=st.lists(
        st.builds(SeenAnyway, who=words, because=words, child_told=st.booleans()), max_size=1
    ).map(tuple),
    drawing=st.none() | drawings,
)


def answers(
    question_ids: st.SearchStrategy[str], values: st.SearchStrategy[str]
) -> st.SearchStrategy[Answer]:
    """Answers to some questions: values, or a blank, or (not yet tidy) neither."""
    return st.builds(
        Answer,
        id=ids.map(AnswerId),
        interview_id=ids.map(InterviewId),
        question_id=question_ids,
        values=st.lists(values, max_size=3).map(tuple),
        blank=st.none() | st.sampled_from(Blank),
        reason=words,
    )


def accounts(
    given: st.SearchStrategy[Answer] | None = None,
) -> st.SearchStrategy[Account]:
    """Whole accounts; `given` says which answers they may hold, one to a question."""
    some = given if given is not None else answers(st.just("day_you_left"), words)
    return st.builds(
        Account,
        case=cases,
        episodes=st.lists(episodes, max_size=2).map(tuple),
        attempts=st.lists(attempts, max_size=2).map(tuple),
        interview=interviews,
        lines=st.lists(lines, max_size=4).map(tuple),
        answers=st.lists(some, max_size=8, unique_by=lambda answer: answer.question_id).map(tuple),
        plan=st.none() | plans,
        facts=_a_few(facts),
        entities=_a_few(entities),
        readings=_a_few(readings),
        concerns=_a_few(concerns),
        threads=_a_few(threads),
        actions=_a_few(actions),
        disclosures=_a_few(disclosures),
        follow_ups=_a_few(follow_ups),
    )


def _a_few(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=2).map(tuple)


offsets = st.timedeltas(-timedelta(days=10), timedelta(days=10))
