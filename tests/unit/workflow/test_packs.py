"""Which packs an interview uses: those it names, the newest where it names none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Interview, PackRef
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FormError
from rhi_desktop.workflow import interviewing, packs
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk


@pytest.fixture
def talk(workspace: Workspace, moment: Moment) -> InterviewId:
    """The practice talk, played."""
    return practice_talk(workspace, moment)[1]


def head(ws: Workspace, talk: InterviewId) -> Interview:
    """The head of an interview."""
    return interviewing.load(ws, talk).account.interview


def test_a_new_talk_names_the_packs_of_its_plan_and_its_indicators(
    workspace: Workspace, talk: InterviewId
) -> None:
    """So that it stays readable for ever, whatever ships later."""
    assert packs.questions(workspace).name == "rhi_v1"
    named = head(workspace, talk)
    assert named.pack == packs.questions(workspace).ref
    assert {ref.name for ref in named.packs} == {"plan_v1", "concerns_v1"}
    assert packs.plan_pack(workspace, named).blocks
    whole = interviewing.load(workspace, talk)
    assert packs.concern_sets(workspace, whole) == packs.concern_pack(workspace, named).sets


def test_an_older_interview_names_none_and_gets_the_newest(
    workspace: Workspace, talk: InterviewId
) -> None:
    """Its plan can still be opened."""
    older = replace(head(workspace, talk), packs=())
    assert packs.plan_pack(workspace, older).name == "plan_v1"


def test_a_pack_that_this_laptop_does_not_have_is_said(
    workspace: Workspace, talk: InterviewId
) -> None:
    """Another one is never put in its place."""
    foreign = replace(head(workspace, talk), packs=(PackRef("ours_v3", "ab" * 32),))
    with pytest.raises(FormError, match="pack_unknown") as caught:
        packs.plan_pack(workspace, foreign)
    assert caught.value.facts["name"] == "ours_v3"
