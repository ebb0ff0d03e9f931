"""Owns the conversation: starting it, keeping its lines, sorting them, and ending it.

Every function that changes something loads the newest revision itself, changes what its name says
and nothing else: a page that shows an older one cannot undo what happened since.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.ids import AnswerId, CaseId, EpisodeId, InterviewId, LineId
from rhi_desktop.domain.interview import (
    AnyInterview,
    Interview,
    Meeting,
    Outcome,
    ReadBack,
    TopicBlank,
)
from rhi_desktop.domain.line import Line, Topic, Typed, Voice, readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import FormError
from rhi_desktop.forms import flow
from rhi_desktop.forms.model import Pack, Question
from rhi_desktop.store import interviews, records
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.workspace import Workspace


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
    """Opens an interview, with the first pack of the workspace, before the talk begins.

    What will be shared is explained first; the clock of every episode runs on until `begin`.
    """
    if not episode_ids:
        raise ValueError("an interview is about at least one episode")
    interview = Interview(
        InterviewId(at.fresh_id()),
        case_id,
        tuple(episode_ids),
        ws.packs[0].ref,
        ws.interviewer,
        started_at=at.now,
        begun=False,
    )
    _save_head(ws, interview, at)
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
        head = _head(ws, interview_id)
        begun = replace(
            head, begun=True, started_at=started_at or at.now, outcome=None, ended_at=None
        )
        _save_head(ws, begun, at)
    return begun


def cover(
    ws: Workspace, interview_id: InterviewId, episode_ids: Sequence[EpisodeId], at: Moment
) -> Interview:
    """Says which times away an interview is about; each keeps its own clock (rule 8)."""
    if not episode_ids:
        raise ValueError("an interview is about at least one episode")
    with ws.store.transaction():
        head = _head(ws, interview_id)
        changed = replace(head, episode_ids=tuple(episode_ids))
        if changed != head:
            _save_head(ws, changed, at)
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
    head = _head(ws, interview_id)
    described = replace(
        head, place=readable(place)[0], present=readable(present)[0], meeting=meeting
    )
    if described != head:
        _save_head(ws, described, at)


def keep_line(
    ws: Workspace,
    interview_id: InterviewId,
    typed: Typed,
    at: Moment,
    *,
    told_by: str = "",
    question_id: str = "",
) -> Line:
    """Keeps one line at the end of the conversation, in one commit.

    The words stay as given; only characters that no page can hold stand as U+FFFD. What was kept
    is what is returned. Raises ValueError for a line without words: there is nothing to keep.
    """
    if not typed.words.strip():
        raise ValueError("a line without words")
    with ws.store.transaction():
        head = _head(ws, interview_id)
        line = Line(
            LineId(at.fresh_id()),
            interview_id,
            interviews.next_line_number(ws.store, interview_id),
            typed.voice,
            readable(typed.words)[0],
            heard_at=at.now,
            told_by=readable(told_by)[0],
            question_id=question_id,
            tags=tuple(readable(tag)[0] for tag in typed.tags),
            come_back=typed.come_back,
        )
        records.save(ws.store, Kind.LINE, head.case_id, line, ws.interviewer.id, at)
    return line


def edit_line(ws: Workspace, line: Line, words: str, at: Moment) -> Line:
    """Puts other words on a line of a draft; the former ones stay as its earlier revision."""
    if not words.strip():
        raise ValueError("a line without words")
    kept = readable(words)[0]
    return _change(ws, line, lambda old: replace(old, words=kept), at)


def set_voice(ws: Workspace, line: Line, voice: Voice, told_by: str, at: Moment) -> Line:
    """Says whose words a line holds; `told_by` stays only while somebody else told it."""
    who = readable(told_by)[0] if voice is Voice.TOLD else ""
    return _change(ws, line, lambda old: replace(old, voice=voice, told_by=who), at)


def strike_line(ws: Workspace, line: Line, at: Moment) -> Line:
    """Strikes a line: it stays, with who struck it and when, and leaves in no report."""
    who = ws.interviewer.name
    return _change(ws, line, lambda old: replace(old, struck_by=who, struck_at=at.now), at)


def restore_line(ws: Workspace, line: Line, at: Moment) -> Line:
    """Takes the stroke back; that it was struck stays in the earlier revision."""
    return _change(ws, line, lambda old: replace(old, struck_by="", struck_at=None), at)


def flag_line(ws: Workspace, line: Line, at: Moment, *, come_back: bool) -> Line:
    """Marks a line to come back to, or takes the mark off."""
    return _change(ws, line, lambda old: replace(old, come_back=come_back), at)


def sort_line(ws: Workspace, line: Line, topics: Sequence[Topic], at: Moment) -> Line:
    """Sorts a line under topics, in the order of the report."""
    wanted = tuple(topic for topic in Topic if topic in topics)
    return _change(ws, line, lambda old: replace(old, topics=wanted), at)


def keep_from(ws: Workspace, line: Line, people: Sequence[str], at: Moment) -> Line:
    """Notes who shall not see a line, in the child's wish; empty means nobody was named."""
    named = tuple(readable(who)[0] for who in people)
    return _change(ws, line, lambda old: replace(old, keep_from=named), at)


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
        head = _head(ws, interview_id)
        blanks = [b for b in head.blanks if b.topic is not topic]
        if blank is not None:
            blanks.append(TopicBlank(topic, blank, readable(reason)[0]))
        order = list(Topic)
        blanks.sort(key=lambda b: order.index(b.topic))
        changed = replace(head, blanks=tuple(blanks))
        _save_head(ws, changed, at)
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


def finish(
    ws: Workspace,
    interview_id: InterviewId,
    outcome: Outcome | None,
    read_back: ReadBack,
    at: Moment,
) -> Interview:
    """Ends the talk, or opens it again when `outcome` is None; an end keeps its first time."""
    with ws.store.transaction():
        head = _head(ws, interview_id)
        ended = None if outcome is None else head.ended_at or at.now
        changed = replace(head, ended_at=ended, outcome=outcome, read_back=read_back)
        _save_head(ws, changed, at)
    return changed


def _head(ws: Workspace, interview_id: InterviewId) -> Interview:
    return records.load(ws.store, Kind.INTERVIEW, interview_id, Interview)


def _save_head(ws: Workspace, head: Interview, at: Moment) -> None:
    records.save(ws.store, Kind.INTERVIEW, head.case_id, head, ws.interviewer.id, at)


def _change(ws: Workspace, line: Line, change: Callable[[Line], Line], at: Moment) -> Line:
    """Changes the newest revision of a line.

    A topic that now holds something heard needs no reason for being blank: the reason is dropped
    in the same transaction and stays in the interview's earlier revision.
    """
    with ws.store.transaction():
        newest = records.load(ws.store, Kind.LINE, line.id, Line)
        changed = change(newest)
        head = _head(ws, newest.interview_id)
        if changed != newest:
            records.save(ws.store, Kind.LINE, head.case_id, changed, ws.interviewer.id, at)
        blanks = tuple(b for b in head.blanks if not _heard_in(changed, b.topic))
        if blanks != head.blanks:
            _save_head(ws, replace(head, blanks=blanks), at)
    return changed


def _heard_in(line: Line, topic: Topic) -> bool:
    return line.voice.is_heard and not line.struck_by and topic in line.topics
