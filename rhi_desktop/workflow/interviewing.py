"""Owns the conversation: starting it, keeping its lines, sorting them, and ending it.

Every function that changes something loads the newest revision itself, changes what its name says
and nothing else: a page that shows an older one cannot undo what happened since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.ids import AnswerId, CaseId, EpisodeId, InterviewId
from rhi_desktop.domain.interview import (
    AnyInterview,
    Interview,
    Meeting,
    Outcome,
    ReadBack,
    TopicBlank,
)
from rhi_desktop.domain.line import Topic, readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import FormError
from rhi_desktop.forms import flow
from rhi_desktop.forms.model import Pack, Question
from rhi_desktop.store import interviews, records
from rhi_desktop.workflow import packs
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.heads import head_of, save_head
from rhi_desktop.workflow.lines import (
    edit_line,
    flag_line,
    keep_from,
    keep_line,
    render_line,
    restore_line,
    set_voice,
    sort_line,
    strike_line,
)
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "account_for",
    "answer",
    "begin",
    "cover",
    "describe",
    "edit_line",
    "finish",
    "flag_line",
    "keep_from",
    "keep_line",
    "leave_rest",
    "load",
    "pack_of",
    "prepare",
    "prompts",
    "render_line",
    "restore_line",
    "set_voice",
    "sort_line",
    "start",
    "strike_line",
]


def start(
    ws: Workspace, case_id: CaseId, episode_ids: Sequence[EpisodeId], at: Moment
) -> InterviewId:
    """Opens an interview about one or more episodes and begins it at once."""
    with ws.store.transaction():
        interview_id = prepare(ws, case_id, episode_ids, at)
        begin(ws, interview_id, at)
    return interview_id


def prepare(
    ws: Workspace, case_id: CaseId, episode_ids: Sequence[EpisodeId], at: Moment
) -> InterviewId:
    """Opens an interview, with the questions of the workspace, before the talk begins.

    What will be shared is explained first; the clock of every episode runs on until `begin`.
    """
    if not episode_ids:
        raise ValueError("an interview is about at least one episode")
    interview = Interview(
        InterviewId(at.fresh_id()),
        case_id,
        tuple(episode_ids),
        packs.questions(ws).ref,
        ws.interviewer,
        started_at=at.now,
        begun=False,
        packs=packs.beside(ws),
    )
    save_head(ws, interview, at)
    return interview.id


def begin(
    ws: Workspace, interview_id: InterviewId, at: Moment, started_at: datetime | None = None
) -> Interview:
    """Begins the talk now, or says when one that was held on paper began.

    ValueError for a start that has not come yet. A record that said why no talk is held says so
    no more: there was one.
    """
    if started_at is not None and started_at > at.now:
        raise ValueError("a talk cannot have begun later than now")
    with ws.store.transaction():
        head = head_of(ws, interview_id)
        begun = replace(
            head, begun=True, started_at=started_at or at.now, outcome=None, ended_at=None
        )
        save_head(ws, begun, at)
    return begun


def cover(
    ws: Workspace, interview_id: InterviewId, episode_ids: Sequence[EpisodeId], at: Moment
) -> Interview:
    """Says which times away an interview is about; each keeps its own clock (rule 8)."""
    if not episode_ids:
        raise ValueError("an interview is about at least one episode")
    with ws.store.transaction():
        head = head_of(ws, interview_id)
        changed = replace(head, episode_ids=tuple(episode_ids))
        if changed != head:
            save_head(ws, changed, at)
    return changed


def load(ws: Workspace, interview_id: InterviewId) -> AnyInterview:
    """The interview at the stage it has reached."""
    return interviews.stage(ws.store, interview_id)


def pack_of(ws: Workspace, interview: AnyInterview) -> Pack:
    """The question pack this interview was started with; FormError pack_unknown without it."""
    wanted = interview.account.interview.pack
    for pack in ws.packs:
        if pack.digest == wanted.digest:
            return pack
    raise FormError("pack_unknown", name=wanted.name)


def prompts(ws: Workspace, interview: AnyInterview) -> tuple[Question, ...]:
    """The questions offered now, in order. None has to be asked."""
    return flow.prompts(pack_of(ws, interview), interview.account)


def describe(
    ws: Workspace,
    interview_id: InterviewId,
    place: str,
    present: str,
    at: Moment,
    meeting: Meeting | None = None,
) -> None:
    """Where the talk is held, who else is in the room, and how one meets."""
    head = head_of(ws, interview_id)
    described = replace(
        head, place=readable(place)[0], present=readable(present)[0], meeting=meeting
    )
    if described != head:
        save_head(ws, described, at)


def account_for(
    ws: Workspace,
    interview_id: InterviewId,
    topic: Topic,
    blank: Blank | None,
    reason: str,
    at: Moment,
) -> Interview:
    """Says why a topic holds no line; None takes that back."""
    with ws.store.transaction():
        head = head_of(ws, interview_id)
        blanks = [b for b in head.blanks if b.topic is not topic]
        if blank is not None:
            blanks.append(TopicBlank(topic, blank, readable(reason)[0]))
        order = list(Topic)
        blanks.sort(key=lambda b: order.index(b.topic))
        changed = replace(head, blanks=tuple(blanks))
        save_head(ws, changed, at)
    return changed


def answer(ws: Workspace, interview_id: InterviewId, given: NewAnswer, at: Moment) -> Answer:
    """Keeps what was answered to one question; a later answer is a new revision of the same one."""
    with ws.store.transaction():
        account = interviews.account(ws.store, interview_id)
        before = (a for a in account.answers if a.question_id == given.question_id)
        old = next(before, None)
        new = Answer(
            AnswerId(at.fresh_id()) if old is None else old.id,
            interview_id,
            given.question_id,
            tuple(readable(value)[0] for value in given.values),
            given.blank,
            readable(given.reason)[0],
        )
        if new != old:
            records.save(ws.store, Kind.ANSWER, account.case.id, new, ws.interviewer.id, at)
    return new


def leave_rest(
    ws: Workspace, interview_id: InterviewId, section: str, blank: Blank, reason: str, at: Moment
) -> tuple[Answer, ...]:
    """Leaves the sensitive questions of a part for which nothing stands, all with one reason."""
    with ws.store.transaction():
        stage = interviews.stage(ws.store, interview_id)
        open_ones = flow.leave_rest(pack_of(ws, stage), stage.account, section)
        return tuple(
            answer(ws, interview_id, NewAnswer(one, (), blank, reason), at) for one in open_ones
        )


def finish(
    ws: Workspace,
    interview_id: InterviewId,
    outcome: Outcome | None,
    read_back: ReadBack,
    at: Moment,
) -> Interview:
    """Ends the talk, or opens it again when `outcome` is None; an end keeps its first time."""
    with ws.store.transaction():
        head = head_of(ws, interview_id)
        ended = None if outcome is None else head.ended_at or at.now
        changed = replace(head, ended_at=ended, outcome=outcome, read_back=read_back)
        save_head(ws, changed, at)
    return changed
