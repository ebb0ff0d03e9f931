"""Owns playing the practice conversation into a vault, as if it were typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId
from rhi_desktop.domain.line import Line, read_typed
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.forms import flow
from rhi_desktop.workflow import casework, interviewing, planning, sharing
from rhi_desktop.workflow.entries import NewAnswer, NewAttempt, NewCase, NewEpisode, NewPlanLine
from rhi_desktop.workflow.practice import (
    PracticeAnswer,
    PracticeAttempt,
    PracticeCase,
    PracticeChild,
    PracticeEpisode,
    PracticeLine,
    practice_case,
)
from rhi_desktop.workflow.workspace import Workspace

__all__ = ["PracticeCase", "load_practice", "play_line", "play_plan", "play_talk", "practice_case"]


def load_practice(ws: Workspace, at: Moment) -> CaseId:
    """Puts the invented child, the time away and the offers into a vault; the talk is not begun.

    Every time is counted as if the talk began so long ago that it could end now.
    """
    told, begins = practice_case(), _begins(at)
    case_id = casework.add_case(ws, new_case(told.case, begins), begins)
    episode_id = casework.add_episode(ws, case_id, new_episode(told.episode, begins), begins)
    for offer in told.attempt:
        casework.record_attempt(ws, new_attempt(episode_id, offer, begins), begins)
    return case_id


def play_talk(ws: Workspace, case_id: CaseId, at: Moment) -> InterviewId:
    """Plays the whole talk and the plan into a case that `load_practice` made; it ends now."""
    told, begins = practice_case(), _begins(at)
    newest = casework.open_case(ws, case_id, at.now).episodes[0].episode
    interview_id = interviewing.start(ws, case_id, (newest.id,), begins)
    talk = told.interview
    interviewing.describe(ws, interview_id, talk.place, talk.present, begins)
    for line in told.line:
        play_line(ws, interview_id, line, moved(begins, line.minutes_in))
    for blank in told.topic_blank:
        interviewing.account_for(ws, interview_id, blank.topic, blank.blank, blank.reason, at)
    play_answers(ws, interview_id, (*told.before, *told.answer), begins, at)
    play_rest(ws, interview_id, told.rest, at)
    play_plan(ws, interview_id, at)
    interviewing.finish(ws, interview_id, talk.outcome, talk.read_back, at)
    return interview_id


def play_line(ws: Workspace, interview_id: InterviewId, line: PracticeLine, at: Moment) -> Line:
    """Keeps one line as typed, then sorts it and notes whom the child wants to keep it from."""
    typed = read_typed(line.typed)
    kept = interviewing.keep_line(ws, interview_id, typed, at, told_by=line.told_by)
    if line.topics:
        kept = interviewing.sort_line(ws, kept, line.topics, at)
    if line.keep_from:
        kept = interviewing.keep_from(ws, kept, line.keep_from, at)
    return kept


def play_plan(ws: Workspace, interview_id: InterviewId, at: Moment) -> SafetyPlan:
    """Writes the invented plan, line by line, with who agreed to what."""
    told = practice_case().plan
    plan = planning.open_plan(ws, interview_id, at)
    today = local(at.now).date()
    for line in told.line:
        by_when = None if line.days_after is None else today + timedelta(days=line.days_after)
        new = NewPlanLine(line.block, line.words, line.author, line.promised_by, by_when)
        planning.agree(ws, planning.save_line(ws, plan.id, new, at), line.agreed, at)
    return sharing.set_may_see(ws, plan, told.may_see, at)


def play_answers(
    ws: Workspace,
    interview_id: InterviewId,
    told: Iterable[PracticeAnswer],
    begins: Moment,
    at: Moment,
) -> None:
    """Answers the questions that the interview's packs ask; the others are passed over."""
    asked = _asked(ws, interview_id)
    for one in told:
        if one.question in asked:
            interviewing.answer(ws, interview_id, answered(one, begins), at)


def play_rest(ws: Workspace, interview_id: InterviewId, reason: str, at: Moment) -> None:
    """Says of every sensitive question that nothing stands for why it was not asked."""
    draft = interviewing.load(ws, interview_id)
    for problem in flow.unaccounted(interviewing.pack_of(ws, draft), draft.account):
        if problem.code == "answer_unaccounted":
            new = NewAnswer(problem.where, (), Blank.NOT_ASKED, reason)
            interviewing.answer(ws, interview_id, new, at)


def answered(told: PracticeAnswer, begins: Moment) -> NewAnswer:
    """An invented answer; a time is counted back from the beginning of the talk."""
    values = told.values
    if told.hours_before is not None:
        wall = local(begins.now - timedelta(hours=told.hours_before))
        values = (wall.date().isoformat(), f"{wall:%H:%M}")
    return NewAnswer(told.question, values, told.blank, told.reason)


def _asked(ws: Workspace, interview_id: InterviewId) -> frozenset[str]:
    head = interviewing.load(ws, interview_id).account.interview
    used = {head.pack.digest, *(ref.digest for ref in head.packs)}
    mine = (pack for pack in ws.packs if pack.digest in used)
    return frozenset(question.id for pack in mine for question in pack.questions)


def _begins(at: Moment) -> Moment:
    return moved(at, -practice_case().interview.minutes)


def moved(at: Moment, minutes: int) -> Moment:
    """The same act so many minutes later, or earlier."""
    return replace(at, now=at.now + timedelta(minutes=minutes))


def new_case(child: PracticeChild, begins: Moment) -> NewCase:
    """An invented child's file, who is so many days old when the talk begins."""
    born = local(begins.now).date() - timedelta(days=child.age_in_days)
    return NewCase(
        child.reference,
        Child(child.initials, child.called, born, child.language, child.how_to_talk),
        child.lives_at,
        child.responsible_authority,
        child.host_authority,
    )


def new_episode(away: PracticeEpisode, begins: Moment) -> NewEpisode:
    """An invented time away, its hours counted back from the beginning of the talk."""
    found = away.found_hours_before
    return NewEpisode(
        begins.now - timedelta(hours=away.last_seen_hours_before),
        begins.now - timedelta(hours=away.reported_hours_before),
        None if found is None else begins.now - timedelta(hours=found),
        begins.now - timedelta(hours=away.returned_hours_before),
        away.accuracy,
        away.reported_by,
        away.police_reference,
        away.known_before,
    )


def new_attempt(episode_id: EpisodeId, offer: PracticeAttempt, begins: Moment) -> NewAttempt:
    """An invented offer, its hours counted back from the beginning of the talk."""
    made_at = begins.now - timedelta(hours=offer.hours_before)
    return NewAttempt(episode_id, made_at, offer.method, offer.offered_to, offer.reply, offer.words)
