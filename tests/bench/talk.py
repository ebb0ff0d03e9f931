"""Owns the fictional conversations that are measured: lines in every voice, a plan, an end."""

from __future__ import annotations

from datetime import date

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import DraftInterview, Outcome, ReadBack, SealedInterview
from rhi_desktop.domain.line import Topic, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.workflow import checking, interviewing, planning, signing
from rhi_desktop.workflow.entries import NewAnswer, NewPlanLine
from rhi_desktop.workflow.workspace import Workspace

VOICES = (Voice.CHILD, Voice.ASKED, Voice.CHILD, Voice.SAW, Voice.CHILD, Voice.TOLD, Voice.VIEW)
SAID = (
    "I only wanted to be by the river for a bit, it was loud at home and nobody asked me anything.",
    "What was it like when you got there?",
    "There was a kiosk with a light on and the woman let me sit inside until my hands were warm.",
    "Kept both hands around the cup and looked at the door each time somebody passed.",
    "I would have come back if somebody had sent me a message that was not shouting.",
    "The youth worker said that the bus stops running at ten.",
    "It seems to me that the way home was the hard part, not the going.",
)


def talk(ws: Workspace, interview: InterviewId, lines: int, at: Moment) -> DraftInterview:
    """Keeps so many lines, a plan of six, and an account of everything else; ready to seal."""
    topics = tuple(Topic)
    for number in range(lines):
        turn = number % len(VOICES)
        voice = VOICES[turn]
        told_by = "a youth worker" if voice is Voice.TOLD else ""
        typed = Typed(voice, f"{SAID[turn]} ({number + 1})")
        line = interviewing.keep_line(ws, interview, typed, at, told_by=told_by)
        if voice.in_account:
            interviewing.sort_line(ws, line, [topics[number % len(topics)]], at)
    _plan(ws, interview, at)
    interviewing.finish(ws, interview, Outcome.COMPLETED, ReadBack.DONE, at)
    _account(ws, interview, at)
    return _draft(ws, interview)


def sealed(ws: Workspace, interview: InterviewId, lines: int, at: Moment) -> SealedInterview:
    """The same, sealed."""
    return signing.seal(ws, talk(ws, interview, lines, at), at)


def case_of(interview: DraftInterview | SealedInterview) -> CaseId:
    """The case an interview belongs to."""
    return interview.account.case.id


def _plan(ws: Workspace, interview: InterviewId, at: Moment) -> None:
    plan = planning.open_plan(ws, interview, at)
    for number, block in enumerate(PlanBlock):
        words = f"I go to the kiosk and send a dot, then somebody comes. ({number + 1})"
        planning.save_line(ws, plan.id, NewPlanLine(block, words, PlanAuthor.CHILD), at)
    promise = NewPlanLine(
        next(iter(PlanBlock)),
        "Nobody shouts on the telephone.",
        PlanAuthor.ADULT_PROMISE,
        promised_by="the key worker",
        by_when=date(2026, 3, 12),
    )
    planning.save_line(ws, plan.id, promise, at)


def _account(ws: Workspace, interview: InterviewId, at: Moment) -> None:
    for question in (one for one in ws.packs[0].questions if one.first):
        said = NewAnswer(question.id, (question.options[0].id,))
        interviewing.answer(ws, interview, said, at)
    topics = {topic.value: topic for topic in Topic}
    reason = "There was no time for it today."
    for gap in filter(checking.must_fix, signing.gaps(ws, _draft(ws, interview))):
        if gap.code == "section_unaccounted":
            interviewing.leave_rest(ws, interview, gap.where, Blank.NOT_ASKED, reason, at)
        elif gap.where in topics:
            topic = topics[gap.where]
            interviewing.account_for(ws, interview, topic, Blank.NOT_ASKED, reason, at)
        else:
            given = NewAnswer(gap.where, blank=Blank.NOT_ASKED, reason=reason)
            interviewing.answer(ws, interview, given, at)


def _draft(ws: Workspace, interview: InterviewId) -> DraftInterview:
    found = interviewing.load(ws, interview)
    if not isinstance(found, DraftInterview):
        raise TypeError("not a draft any more")
    return found
