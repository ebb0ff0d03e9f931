"""Owns the strategies of what stands beside a signed report: addenda, versions, notes."""

from __future__ import annotations

from hypothesis import strategies as st

from rhi_desktop.domain.addendum import Addendum, Correction
from rhi_desktop.domain.given import Given, GivenKind, Method
from rhi_desktop.domain.ids import AddendumId, CaseId, InterviewId, PersonId, ReportId
from rhi_desktop.domain.interview import Report, ReportStage
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.person import Interviewer
from rhi_desktop.domain.variant import Variant
from tests.property.simple import hexes, ids, tags, times, words

corrections = st.builds(
    Correction,
    voice=st.sampled_from(Voice),
    words=words,
    about=words,
    told_by=words,
    language=tags,
)
addenda = st.builds(
    Addendum,
    id=ids.map(AddendumId),
    interview_id=ids.map(InterviewId),
    number=st.integers(1, 99),
    of=hexes,
    reason=words,
    corrections=st.lists(corrections, max_size=4).map(tuple),
    by=st.builds(Interviewer, id=ids.map(PersonId), name=words, role=words, organisation=words),
    at=times,
)
reports = st.builds(
    Report,
    id=ids.map(ReportId),
    interview_id=ids.map(InterviewId),
    stage=st.sampled_from(ReportStage),
    sha256=hexes,
    size=st.integers(0, 2**31),
    signed_at=times,
    signers=st.lists(hexes, max_size=2).map(tuple),
    variant=st.sampled_from(Variant),
    digest=st.just("") | hexes,
    addendum_id=st.none() | ids.map(AddendumId),
    salt=st.just("") | hexes,
)
notes = st.builds(
    Given,
    case_id=ids.map(CaseId),
    kind=st.sampled_from(GivenKind),
    recipient=words,
    role=words,
    purpose=words,
    method=st.sampled_from(Method),
    at=times,
    sha256=hexes,
    report_id=st.none() | ids.map(ReportId),
)
