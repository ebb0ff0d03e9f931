"""Owns playing what follows a talk of a practice case: promises, plan, views, actions, cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import timedelta

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.ids import CaseId, ConcernId, LineId, ThreadId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanLine, SafetyPlan, Sight
from rhi_desktop.forms.model import FALLBACK
from rhi_desktop.workflow import (
    analysing,
    drawing,
    following,
    interviewing,
    naming,
    packs,
    planning,
    sharing,
)
from rhi_desktop.workflow.analysis_entries import (
    NewAction,
    NewConcern,
    NewEntity,
    NewFollowUp,
    NewThread,
)
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.practice import PracticePlan, PracticePlanLine
from rhi_desktop.workflow.practising import play_answers
from rhi_desktop.workflow.story import StoryCard, StoryVisit, story_of_min
from rhi_desktop.workflow.telling_talk import Scene, Talked
from rhi_desktop.workflow.workspace import Workspace


def tell_after(ws: Workspace, scene: Scene, talk: Talked, at: Moment) -> None:
    """Everything that is written down once the child was heard."""
    visit = scene.visit
    _ask_after(ws, scene, talk, at)
    if visit.plan is not None:
        _plan(ws, talk, visit.plan, at)
    play_answers(ws, talk.interview_id, (*visit.felt, *visit.view), scene.begins, at)
    concerns = _concerns(ws, talk, visit, at)
    threads = {"": None, **_threads(ws, talk, visit, at)}
    for told in visit.action:
        new = NewAction(
            told.what,
            told.who,
            local(at.now).date() + timedelta(days=told.days_after),
            threads[told.thread],
            told.referral,
            told.child_knows,
            told.child_agrees,
            tuple(concerns[one] for one in told.concerns),
        )
        analysing.add_action(ws, talk.interview_id, new, at)


def tell_cards(
    ws: Workspace,
    case_id: CaseId,
    cards: Iterable[StoryCard],
    lines: Mapping[str, LineId],
    at: Moment,
) -> None:
    """Makes the cards of people and places; `lines` are ids by their keys in the story."""
    for told in cards:
        given = {one.name: getattr(told, one.name) for one in fields(told) if one.name != "lines"}
        ids = tuple(lines[key] for key in told.lines)
        naming.add_entity(ws, case_id, NewEntity(**given, line_ids=ids), at)


def _ask_after(ws: Workspace, scene: Scene, talk: Talked, at: Moment) -> None:
    views = following.asked_last_time(ws, scene.case_id, at.now, talk.interview_id)
    promised = {view.promise: view for view in views}
    for told in scene.visit.follow_up:
        view = promised[_earlier_words(told.of)]
        new = NewFollowUp(
            scene.case_id,
            talk.interview_id,
            view.of,
            view.promise,
            view.who,
            view.by_when,
            told.state,
            told.words,
        )
        following.follow_up(ws, new, at)


def _plan(ws: Workspace, talk: Talked, told: PracticePlan, at: Moment) -> None:
    plan = planning.open_plan(ws, talk.interview_id, at)
    earlier = planning.earlier_plan(ws, talk.interview_id)
    for line in told.line:
        planning.agree(ws, _plan_line(ws, plan, line, earlier, at), line.agreed, at)
    plan = sharing.set_may_see(ws, plan, told.may_see, at)
    for who in told.may_not_see:
        sharing.share(ws, plan, who, Sight.NO, at)
    for part in told.part:
        sharing.share(ws, plan, part.who, Sight.PARTS, at, part.blocks)
    if told.drawing is not None:
        drawing.save_drawing(ws, plan.id, told.drawing.stroke, told.drawing.caption, at)


def _plan_line(
    ws: Workspace,
    plan: SafetyPlan,
    told: PracticePlanLine,
    earlier: SafetyPlan | None,
    at: Moment,
) -> PlanLine:
    if told.brought_from:
        words = _earlier_words(told.brought_from)
        standing = earlier.standing if earlier is not None else ()
        old = next(line for line in standing if line.words == words)
        return planning.bring_forward(ws, plan.id, old, at)
    days = told.days_after
    by_when = None if days is None else local(at.now).date() + timedelta(days=days)
    new = NewPlanLine(told.block, told.words, told.author, told.promised_by, by_when)
    return planning.save_line(ws, plan.id, new, at)


def _concerns(ws: Workspace, talk: Talked, visit: StoryVisit, at: Moment) -> dict[str, ConcernId]:
    """Each in the words of the pack that the interview uses."""
    if not visit.concern:
        return {}
    sets = {one.id: one for one in packs.concern_sets(ws, interviewing.load(ws, talk.interview_id))}
    made = {}
    for told in visit.concern:
        of = sets[told.set]
        wording = next(one.text for one in of.indicators if one.id == told.indicator)
        new = NewConcern(
            told.set,
            told.indicator,
            of.title.get(FALLBACK),
            wording.get(FALLBACK),
            told.state,
            told.evidence,
            told.source,
            tuple(talk.lines[key] for key in told.lines),
            told.no_action,
        )
        kept = analysing.answer_indicator(ws, talk.interview_id, new, at)
        made[told.indicator] = kept.id
    return made


def _threads(
    ws: Workspace, talk: Talked, visit: StoryVisit, at: Moment
) -> dict[str, ThreadId | None]:
    made: dict[str, ThreadId | None] = {}
    for told in visit.thread:
        new = NewThread(
            told.view,
            tuple(talk.lines[key] for key in told.lines),
            told.sureness,
            told.or_it_may_be,
            told.child_thinks,
        )
        made[told.key] = analysing.add_thread(ws, talk.interview_id, new, at).id
    return made


def _earlier_words(key: str) -> str:
    """The words of a plan line by its key: only Min's story looks back."""
    plans = (visit.plan for visit in story_of_min().visit)
    lines = (line for plan in plans if plan is not None for line in plan.line)
    return next(line.words for line in lines if line.key == key)
