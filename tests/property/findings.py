"""Owns the strategies of what is known beside a talk and of what follows from one."""

from __future__ import annotations

from hypothesis import strategies as st

from rhi_desktop.domain.action import Action, FollowUp, Kept, Sureness, Thread
from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind, Told
from rhi_desktop.domain.drawing import HEIGHT, WIDTH, Drawing, Stroke
from rhi_desktop.domain.ending import (
    CarerAsked,
    CarerInformation,
    Certainty,
    DeclineReason,
    Ending,
    NotRequired,
)
from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import (
    ActionId,
    CaseId,
    ConcernId,
    DisclosureId,
    DrawingId,
    EntityId,
    EpisodeId,
    FactId,
    FollowUpId,
    InterviewId,
    LineId,
    PlanId,
    ReadingId,
    StepId,
    ThreadId,
)
from rhi_desktop.domain.reading import Reading, Said
from tests.property.simple import days, ids, numbers, some_words, times, words

line_ids = st.lists(ids.map(LineId), max_size=3).map(tuple)
_of_talk = {"interview_id": ids.map(InterviewId)}
_of_case = {"case_id": ids.map(CaseId)}
_maybe_talk = {"interview_id": st.none() | ids.map(InterviewId)}

facts = st.builds(
    Fact,
    id=ids.map(FactId),
    **_of_case,
    episode_id=st.none() | ids.map(EpisodeId),
    question_id=st.sampled_from(["school", "took", "sleeps"]),
    values=some_words,
    blank=st.none() | st.sampled_from(Blank),
    reason=words,
)
entities = st.builds(
    Entity,
    id=ids.map(EntityId),
    **_of_case,
    kind=st.sampled_from(EntityKind),
    name=words,
    other_names=some_words,
    relation=words,
    age=words,
    how_met=words,
    contact=words,
    address=words,
    description=words,
    known_to_services=words,
    feels=st.sampled_from(Feels),
    keep_from=some_words,
    line_ids=line_ids,
    struck_at=st.none() | times,
    not_same=st.lists(ids.map(EntityId), max_size=2).map(tuple),
)
readings = st.builds(
    Reading,
    id=ids.map(ReadingId),
    **_of_talk,
    line_id=ids.map(LineId),
    said=st.sampled_from(Said),
    at=times,
    words=words,
)
concerns = st.builds(
    Concern,
    id=ids.map(ConcernId),
    **_of_talk,
    set_id=st.just("exploitation"),
    indicator_id=st.sampled_from(["older_friends", "new_phone"]),
    set_title=words,
    wording=words,
    state=st.sampled_from(Certainty),
    evidence=words,
    source=st.none() | st.sampled_from(EvidenceSource),
    line_ids=line_ids,
    no_action=words,
)
threads = st.builds(
    Thread,
    id=ids.map(ThreadId),
    **_of_talk,
    number=numbers,
    line_ids=line_ids,
    view=words,
    sureness=st.sampled_from(Sureness),
    or_it_may_be=words,
    child_thinks=words,
    struck_at=st.none() | times,
)
actions = st.builds(
    Action,
    id=ids.map(ActionId),
    **_of_talk,
    number=numbers,
    what=words,
    who=words,
    by_when=st.none() | days,
    thread_id=st.none() | ids.map(ThreadId),
    referral=st.just("") | st.just("advocacy"),
    child_knows=st.none() | st.booleans(),
    child_agrees=st.none() | st.booleans(),
    struck_at=st.none() | times,
    concern_ids=st.lists(ids.map(ConcernId), max_size=2).map(tuple),
)
follow_ups = st.builds(
    FollowUp,
    id=ids.map(FollowUpId),
    **_of_case,
    **_maybe_talk,
    of=ids,
    promise=words,
    who=words,
    by_when=st.none() | days,
    state=st.sampled_from(Kept),
    at=times,
    words=words,
)
steps = st.builds(
    DisclosureStep,
    id=ids.map(StepId),
    disclosure_id=ids.map(DisclosureId),
    kind=st.sampled_from(StepKind),
    written_at=times,
    happened_at=st.none() | times,
    whom=st.none() | st.sampled_from(Told),
    name=words,
    reference=words,
    words=words,
)
disclosures = st.builds(
    Disclosure,
    id=ids.map(DisclosureId),
    **_of_case,
    **_maybe_talk,
    opened_at=times,
    opened_by=words,
    steps=st.lists(steps, max_size=4).map(tuple),
)
points = st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT))
strokes = st.builds(
    Stroke,
    points=st.lists(points, min_size=1, max_size=5).map(lambda found: sum(found, ())),
    width=st.integers(1, HEIGHT),
)
drawings = st.builds(
    Drawing,
    id=ids.map(DrawingId),
    plan_id=ids.map(PlanId),
    strokes=st.lists(strokes, max_size=3).map(tuple),
    caption=words,
)
endings = st.builds(
    Ending,
    words=words,
    reasons=st.lists(st.sampled_from(DeclineReason), unique=True, max_size=3).map(tuple),
    pressure=st.sampled_from(Certainty),
    declined_by=words,
    child_asked=st.none() | st.booleans(),
    carer=st.none()
    | st.builds(CarerInformation, asked=st.sampled_from(CarerAsked), who=words, words=words),
    not_required=st.none() | st.sampled_from(NotRequired),
    why=words,
    decided_by=words,
    passed_to=words,
    open_offer=words,
)
