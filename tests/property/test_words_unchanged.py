"""Claims about the child's words: whatever is typed comes back letter for letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.line import REPLACEMENT, Line, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import plans, records
from rhi_desktop.workflow import exchanging, interviewing, planning, unlocking
from rhi_desktop.workflow.casework import open_case
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.practising import load_practice
from rhi_desktop.workflow.workspace import Workspace
from tests.conftest import seeded_draw
from tests.vaults import open_fresh

AT = Moment(datetime(2026, 3, 10, 14, 30, tzinfo=UTC), seeded_draw("words"))

spoken = st.text(min_size=1, max_size=200).filter(str.strip)
"""Anything a keyboard, a paste or a broken program can put into a field."""


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, InterviewId]]:
    """One vault for all examples: each adds its own line."""
    folder: Path = tmp_path_factory.mktemp("words") / "words.rhivault"
    workspace = open_fresh(folder, practice_case().interviewer, AT)
    case_id = load_practice(workspace, AT)
    episode = open_case(workspace, case_id, AT.now).episodes[0].episode
    yield workspace, interviewing.start(workspace, case_id, [episode.id], AT)
    unlocking.close(workspace)


@pytest.fixture(scope="module")
def plan(talk: tuple[Workspace, InterviewId]) -> SafetyPlan:
    """The plan of the talk."""
    return planning.open_plan(*talk, AT)


def as_shown(words: str) -> str:
    """What no page can hold stands as one sign each; nothing else differs."""
    odd = {"Cc", "Cs"}
    return "".join(
        REPLACEMENT if unicodedata.category(char) in odd and char not in "\t\n" else char
        for char in words
    )


@given(spoken, st.sampled_from(Voice))
def test_a_line_comes_back_as_it_was_typed(
    talk: tuple[Workspace, InterviewId], words: str, voice: Voice
) -> None:
    """No trimming, no normalising, no correcting; combining marks and directions stay."""
    workspace, interview_id = talk
    kept = interviewing.keep_line(workspace, interview_id, Typed(voice, words), AT)
    stored = records.load(workspace.store, Kind.LINE, kept.id, Line)
    assert stored == kept
    assert stored.words == as_shown(words)


@given(spoken, spoken)
def test_an_edited_line_holds_the_new_words_and_its_history_the_old(
    talk: tuple[Workspace, InterviewId], before: str, after: str
) -> None:
    """Both stand letter for letter, and travel so."""
    workspace, interview_id = talk
    kept = interviewing.keep_line(workspace, interview_id, Typed(Voice.CHILD, before), AT)
    interviewing.edit_line(workspace, kept, after, AT)
    case_id = records.load_record(workspace.store, Kind.LINE, kept.id).case_id
    outgoing = exchanging.collect(workspace, [CaseId(case_id)])
    said = [record.body["words"] for record in outgoing.records if record.id == kept.id]
    assert said == list(dict.fromkeys((as_shown(before), as_shown(after))))


@given(spoken, st.sampled_from(PlanAuthor))
def test_a_line_of_the_plan_comes_back_as_it_was_typed(
    talk: tuple[Workspace, InterviewId], plan: SafetyPlan, words: str, author: PlanAuthor
) -> None:
    """The plan is the child's: nothing tidies it."""
    workspace, _ = talk
    line = planning.save_line(workspace, plan.id, NewPlanLine(PlanBlock.HELPS, words, author), AT)
    stored = plans.plan(workspace.store, plan.id).lines[-1]
    assert stored == line
    assert stored.words == as_shown(words)
