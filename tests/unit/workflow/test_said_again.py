"""Claims about saying again what already stands: nothing is written, no revision, no link."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.domain.ending import Certainty, Ending
from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.line import Rendering, Topic, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.domain.reading import Said
from rhi_desktop.workflow import (
    analysing,
    casework,
    closing,
    drawing,
    interviewing,
    lines,
    naming,
    planning,
    practising,
    reading_back,
)
from rhi_desktop.workflow.analysis_entries import NewAction, NewConcern, NewEntity, NewThread
from rhi_desktop.workflow.entries import NewAnswer, NewPlanLine
from rhi_desktop.workflow.workspace import Workspace
from tests.vaults import contents

Say = Callable[[Workspace, InterviewId, Moment], object]
"""Something that is said twice, the same both times."""

TICKED = NewConcern("online", "secret", "Online", "Asked to keep it secret", Certainty.YES)


@pytest.fixture
def talk(workspace: Workspace, moment: Moment) -> InterviewId:
    """A conversation that was begun, with one line of the child."""
    case_id = practising.load_practice(workspace, moment)
    newest = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    made = interviewing.start(workspace, case_id, (newest.id,), moment)
    lines.keep_line(workspace, made, Typed(Voice.CHILD, "he said tell nobody"), moment)
    return made


def _case(ws: Workspace, talk: InterviewId) -> CaseId:
    return interviewing.load(ws, talk).account.case.id


def _place(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    interviewing.describe(ws, talk, "The youth club", "Nobody else", at)


def _times_away(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    away = casework.open_case(ws, _case(ws, talk), at.now).episodes
    interviewing.cover(ws, talk, [one.episode.id for one in away], at)


def _answer(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    asked = interviewing.prompts(ws, interviewing.load(ws, talk))[0]
    interviewing.answer(ws, talk, NewAnswer(asked.id, ("yes",)), at)


def _words(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    line = interviewing.load(ws, talk).account.lines[0]
    lines.edit_line(ws, line, "he said tell no one", at)
    lines.sort_line(ws, line, tuple(Topic)[:1], at)
    lines.keep_from(ws, line, ("Mum",), at)
    lines.render_line(ws, line, "pl", Rendering("he said", "en", "K. Nowak"), at)


def _read_back(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    line = interviewing.load(ws, talk).account.lines[0]
    reading_back.answer_line(ws, talk, line.id, Said.AGREED, "", at)


def _indicator(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    analysing.answer_indicator(ws, talk, TICKED, at)


def _view(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    made = analysing.threads(ws, talk)
    new = NewThread("A boat may be meant")
    thread = made[0] if made else analysing.add_thread(ws, talk, new, at)
    analysing.change_thread(ws, thread, at)


def _action(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    made = analysing.actions(ws, talk)
    action = made[0] if made else analysing.add_action(ws, talk, NewAction("Ring the school"), at)
    analysing.change_action(ws, action, at)


def _card(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    made = naming.entities(ws, _case(ws, talk))
    new = NewEntity(EntityKind.PERSON, "Dex")
    card = made[0] if made else naming.add_entity(ws, _case(ws, talk), new, at)
    naming.change_entity(ws, card, at)


def _plan(ws: Workspace, talk: InterviewId, at: Moment) -> None:
    plan = planning.open_plan(ws, talk, at)
    new = NewPlanLine(PlanBlock.HELPS, "music in both ears", PlanAuthor.CHILD)
    line = plan.lines[0] if plan.lines else planning.save_line(ws, plan.id, new, at)
    planning.change_line(ws, line, at)
    planning.decline(ws, plan, "not today", at)
    drawing.save_drawing(ws, plan.id, (Stroke((5, 5)),), "me", at)


@pytest.mark.parametrize(
    "say",
    [_place, _times_away, _answer, _words, _read_back, _indicator, _view, _action, _card, _plan],
)
def test_what_stands_and_is_said_again_is_not_written_again(
    workspace: Workspace, talk: InterviewId, moment: Moment, say: Say
) -> None:
    """A revision means that something changed; the journal grows by nothing else."""
    say(workspace, talk, moment)
    before = contents(workspace)
    say(workspace, talk, moment)
    assert contents(workspace) == before


def test_a_record_without_a_talk_is_closed_and_reopened_once(
    workspace: Workspace, moment: Moment
) -> None:
    """The same outcome with the same words again, or opening what is open, writes nothing."""
    case_id = practising.load_practice(workspace, moment)
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    record = closing.open_record(workspace, case_id, (away.id,), moment)
    ending = Ending(words="Did not want to")
    closing.close_without_talk(workspace, record, Outcome.DECLINED_BY_CHILD, ending, moment)
    before = contents(workspace)
    closing.close_without_talk(workspace, record, Outcome.DECLINED_BY_CHILD, ending, moment)
    assert contents(workspace) == before
    closing.reopen(workspace, record, moment)
    before = contents(workspace)
    closing.reopen(workspace, record, moment)
    assert contents(workspace) == before
