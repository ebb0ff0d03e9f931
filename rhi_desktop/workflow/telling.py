"""Owns putting the two practice cases into a vault: what lies behind, and what is open now."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from rhi_desktop.domain.clock import local, local_time
from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId
from rhi_desktop.domain.interview import DraftInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.workflow import casework, closing, facts, interviewing, signing
from rhi_desktop.workflow.practising import answered, moved, new_attempt, new_case, new_episode
from rhi_desktop.workflow.story import Story, StoryVisit, story_of_kit, story_of_min
from rhi_desktop.workflow.telling_after import tell_after, tell_cards
from rhi_desktop.workflow.telling_talk import Scene, tell_talk
from rhi_desktop.workflow.workspace import Workspace

__all__ = ["load_cases", "load_past", "load_story", "story_of_kit", "story_of_min", "tell_present"]


def load_cases(ws: Workspace, at: Moment) -> CaseId:
    """Both practice cases as they stand before the present talk; gives the longer one."""
    with ws.store.transaction():
        case_id = load_story(ws, story_of_min(), at)
        load_story(ws, story_of_kit(), at)
    return case_id


def load_story(ws: Workspace, story: Story, at: Moment) -> CaseId:
    """The child, every earlier time away with what came of it, the present one and its offers.

    Every time is counted as if what is open now began so long ago that it could end now.
    """
    now = _begins(story, story.present, at)
    with ws.store.transaction():
        case_id = load_past(ws, story, at)
        _away(ws, case_id, story.present, now)
    return case_id


def load_past(ws: Workspace, story: Story, at: Moment) -> CaseId:
    """The child and every earlier time away with what came of it, without the present one.

    What lies behind is sealed where this vault wrote nothing yet, and never signed: a certificate
    made today signs nothing of last summer.
    """
    now = _begins(story, story.present, at)
    with ws.store.transaction():
        first = _begins(story, story.visit[0], at)
        case_id = casework.add_case(ws, new_case(story.case, now), first)
        for visit in story.earlier:
            begins = _begins(story, visit, at)
            episode_id = _away(ws, case_id, visit, begins)
            talk = _tell(ws, story, Scene(case_id, episode_id, visit, begins))
            _seal(ws, talk, moved(begins, visit.minutes))
        for fact in story.fact:
            facts.put_fact(ws, case_id, None, answered(fact, now), now)
        known = tuple(card for card in story.card if not card.lines)
        tell_cards(ws, case_id, known, {}, now)
    return case_id


def tell_present(ws: Workspace, story: Story, case_id: CaseId, at: Moment) -> InterviewId:
    """Plays what is open in a case that `load_story` made, to its end; it ends now."""
    newest = casework.open_case(ws, case_id, at.now).episodes[0].episode
    begins = _begins(story, story.present, at)
    with ws.store.transaction():
        return _tell(ws, story, Scene(case_id, newest.id, story.present, begins))


def _away(ws: Workspace, case_id: CaseId, visit: StoryVisit, begins: Moment) -> EpisodeId:
    episode_id = casework.add_episode(ws, case_id, new_episode(visit.episode, begins), begins)
    for offer in visit.attempt:
        casework.record_attempt(ws, new_attempt(episode_id, offer, begins), begins)
    for fact in visit.fact:
        facts.put_fact(ws, case_id, episode_id, answered(fact, begins), begins)
    if visit.late is not None:
        casework.say_why_late(ws, episode_id, visit.late, visit.late_words, begins)
    return episode_id


def _tell(ws: Workspace, story: Story, scene: Scene) -> InterviewId:
    visit, begins = scene.visit, scene.begins
    ends = moved(begins, visit.minutes)
    if visit.settled is not None:
        record = closing.open_record(ws, scene.case_id, (scene.episode_id,), begins)
        told = visit.settled
        closing.close_without_talk(ws, record, told.outcome, told.ending, ends)
        return record
    talk = tell_talk(ws, scene)
    tell_after(ws, scene, talk, ends)
    if visit is story.present:
        heard = tuple(card for card in story.card if card.lines)
        tell_cards(ws, scene.case_id, heard, talk.lines, ends)
    return talk.interview_id


def _seal(ws: Workspace, interview_id: InterviewId, at: Moment) -> None:
    draft = interviewing.load(ws, interview_id)
    # In a vault that wrote something later a seal of last summer would not be true.
    if not isinstance(draft, DraftInterview) or casework.clock_problem(ws, at.now) is not None:
        return
    if not any(signing.must_fix(problem) for problem in signing.gaps(ws, draft)):
        signing.seal(ws, draft, at)


def _begins(story: Story, visit: StoryVisit, at: Moment) -> Moment:
    day = 24 * 60
    then = moved(at, -story.present.minutes - visit.days_before * day)
    if not visit.begins_at:
        return then
    hour = time.fromisoformat(visit.begins_at)
    return replace(then, now=local_time(local(then.now).date(), hour))
