"""Owns playing one talk of a practice case: its lines, what was asked, said, told and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId, LineId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.reading import Said
from rhi_desktop.workflow import disclosing, interviewing, reading_back
from rhi_desktop.workflow.entries import NewStep
from rhi_desktop.workflow.practice import PracticeTalk
from rhi_desktop.workflow.practising import moved, play_answers, play_line, play_rest
from rhi_desktop.workflow.story import StoryDisclosure, StoryVisit
from rhi_desktop.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Scene:
    """One visit of a practice case in a vault: about which time away, and when it begins."""

    case_id: CaseId
    episode_id: EpisodeId
    visit: StoryVisit
    begins: Moment

    def minute(self, number: int) -> Moment:
        """So many minutes into it."""
        return moved(self.begins, number)


@dataclass(frozen=True, slots=True)
class Talked:
    """The talk that was played, and the ids of its lines by their keys in the story."""

    interview_id: InterviewId
    lines: Mapping[str, LineId]


def tell_talk(ws: Workspace, scene: Scene) -> Talked:
    """Prepares, begins, listens, asks, reads back and ends one talk."""
    visit, begins = scene.visit, scene.begins
    if visit.talk is None:
        raise ValueError("no talk was held")
    talk, ends = visit.talk, scene.minute(visit.talk.minutes)
    interview_id = interviewing.prepare(ws, scene.case_id, (scene.episode_id,), begins)
    place = (talk.place, talk.present)
    interviewing.describe(ws, interview_id, *place, begins, meeting=talk.meeting)
    play_answers(ws, interview_id, visit.before, begins, begins)
    interviewing.begin(ws, interview_id, begins)
    heard = _listen(ws, scene, interview_id)
    _ask(ws, scene, interview_id, ends)
    if visit.disclosure is not None:
        _tell_others(ws, scene, interview_id, visit.disclosure)
    _read_back(ws, scene, Talked(interview_id, heard), talk)
    return Talked(interview_id, heard)


def _listen(ws: Workspace, scene: Scene, interview_id: InterviewId) -> dict[str, LineId]:
    heard = {}
    for line in scene.visit.line:
        kept = play_line(ws, interview_id, line, scene.minute(line.minutes_in))
        if line.rendering is not None:
            at = scene.minute(line.minutes_in)
            interviewing.render_line(ws, kept, line.language, line.rendering, at)
        heard[line.key] = kept.id
    return heard


def _ask(ws: Workspace, scene: Scene, interview_id: InterviewId, at: Moment) -> None:
    visit, begins = scene.visit, scene.begins
    play_answers(ws, interview_id, (*visit.answer, *visit.closing), begins, at)
    for blank in visit.topic_blank:
        interviewing.account_for(ws, interview_id, blank.topic, blank.blank, blank.reason, at)
    play_rest(ws, interview_id, visit.rest, at)


def _tell_others(
    ws: Workspace, scene: Scene, interview_id: InterviewId, told: StoryDisclosure
) -> None:
    opened = scene.minute(told.minutes_in)
    disclosure = disclosing.open_disclosure(ws, scene.case_id, interview_id, opened)
    for step in told.step:
        at = scene.minute(step.minutes_in)
        new = NewStep(step.kind, step.whom, None, step.name, step.reference, step.words)
        disclosing.add_step(ws, disclosure.id, new, at)


def _read_back(ws: Workspace, scene: Scene, talked: Talked, talk: PracticeTalk) -> None:
    """What the story tells of single lines, and "agreed" for every other where it was done."""
    ends, interview_id = scene.minute(talk.minutes), talked.interview_id
    if scene.visit.reading:
        for told in scene.visit.reading:
            line_id = talked.lines[told.line]
            reading_back.answer_line(ws, interview_id, line_id, told.said, told.words, ends)
        answered = {talked.lines[told.line] for told in scene.visit.reading}
        account = interviewing.load(ws, interview_id).account
        for line in reading_back.to_read(account):
            if line.id not in answered:
                reading_back.answer_line(ws, interview_id, line.id, Said.AGREED, "", ends)
    for added in scene.visit.added:
        kept = reading_back.add_line(ws, interview_id, added.typed, scene.minute(added.minutes_in))
        interviewing.sort_line(ws, kept, added.topics, ends)
    interviewing.finish(ws, interview_id, talk.outcome, talk.read_back, ends)
