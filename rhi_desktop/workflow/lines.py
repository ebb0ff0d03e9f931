"""Owns what is done to one line: keeping it, changing it, sorting it, striking it.

Every change loads the newest revision itself and changes what its name says and nothing else.
`interviewing` offers these verbs to the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rhi_desktop.domain.ids import InterviewId, LineId
from rhi_desktop.domain.interview import Interview, ReadBack
from rhi_desktop.domain.line import Line, Rendering, Topic, Typed, Voice, readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.reading import Reading, Said
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import interviews, records
from rhi_desktop.workflow.heads import head_of, save_head
from rhi_desktop.workflow.workspace import Workspace

_READ = frozenset({Voice.CHILD, Voice.SAW, Voice.TOLD})
"""Whose words are read back to the child."""


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

    def made(line: Line) -> Line:
        return replace(line, told_by=readable(told_by)[0], question_id=question_id)

    return put_line(ws, interview_id, typed, made, at)


def put_line(
    ws: Workspace,
    interview_id: InterviewId,
    typed: Typed,
    made: Callable[[Line], Line],
    at: Moment,
) -> Line:
    """Keeps one line at the end, with what `made` adds to it; ValueError without words."""
    if not typed.words.strip():
        raise ValueError("a line without words")
    with ws.store.transaction():
        head = head_of(ws, interview_id)
        line = Line(
            LineId(at.fresh_id()),
            interview_id,
            interviews.next_line_number(ws.store, interview_id),
            typed.voice,
            readable(typed.words)[0],
            heard_at=at.now,
            tags=tuple(readable(tag)[0] for tag in typed.tags),
            come_back=typed.come_back,
        )
        line = made(line)
        records.save(ws.store, Kind.LINE, head.case_id, line, ws.interviewer.id, at)
        if not line.at_read_back and line.voice in _READ:
            _no_longer_all_read(ws, head, at)
    return line


def edit_line(ws: Workspace, line: Line, words: str, at: Moment) -> Line:
    """Puts other words on a line of a draft; the former ones stay as its earlier revision.

    The child agreed to the former words: these have not been read back to them.
    """
    if not words.strip():
        raise ValueError("a line without words")
    kept = readable(words)[0]
    with ws.store.transaction():
        changed = _change(ws, line, lambda old: replace(old, words=kept), at)
        if changed.words != line.words:
            _unread(ws, changed, at)
    return changed


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


def sort_line(
    ws: Workspace, line: Line, topics: Sequence[Topic], at: Moment, *, no_topic: bool = False
) -> Line:
    """Sorts a line under topics, in the order of the report.

    Without a topic it waits to be sorted, unless somebody decided that it has none: `no_topic`.
    """
    wanted = tuple(topic for topic in Topic if topic in topics)
    none = no_topic and not wanted
    return _change(ws, line, lambda old: replace(old, topics=wanted, no_topic=none), at)


def keep_from(ws: Workspace, line: Line, people: Sequence[str], at: Moment) -> Line:
    """Notes who shall not see a line, in the child's wish; empty means nobody was named."""
    named = tuple(readable(who.strip())[0] for who in people if who.strip())
    return _change(ws, line, lambda old: replace(old, keep_from=named), at)


def render_line(
    ws: Workspace, line: Line, language: str, rendering: Rendering | None, at: Moment
) -> Line:
    """Says in which language the words are, and what an interpreter made of them.

    The rendering stands beside the words and never in their place. None takes it away.
    """
    tag = readable(language.strip())[0] or line.language
    beside = rendering
    if rendering is not None:
        beside = Rendering(
            readable(rendering.text)[0], rendering.language, readable(rendering.by)[0]
        )
    return _change(ws, line, lambda old: replace(old, language=tag, rendering=beside), at)


def _change(ws: Workspace, line: Line, change: Callable[[Line], Line], at: Moment) -> Line:
    """Changes the newest revision of a line.

    A topic that now holds something heard needs no reason for being blank: the reason is dropped
    in the same transaction and stays in the interview's earlier revision.
    """
    with ws.store.transaction():
        newest = records.load(ws.store, Kind.LINE, line.id, Line)
        changed = change(newest)
        head = head_of(ws, newest.interview_id)
        if changed != newest:
            records.save(ws.store, Kind.LINE, head.case_id, changed, ws.interviewer.id, at)
        blanks = tuple(b for b in head.blanks if not _heard_in(changed, b.topic))
        if blanks != head.blanks:
            save_head(ws, replace(head, blanks=blanks), at)
    return changed


def _heard_in(line: Line, topic: Topic) -> bool:
    return line.voice.is_heard and not line.struck_by and topic in line.topics


def _unread(ws: Workspace, line: Line, at: Moment) -> None:
    """What the child agreed to was said in other words; it waits to be read back again."""
    found = records.children(ws.store, Kind.READING, "interview_id", line.interview_id, Reading)
    for reading in found:
        if reading.line_id == line.id and reading.said is Said.AGREED:
            case_id = head_of(ws, line.interview_id).case_id
            waiting = replace(reading, said=Said.NOT_NOW, at=at.now)
            records.save(ws.store, Kind.READING, case_id, waiting, ws.interviewer.id, at)
            _no_longer_all_read(ws, head_of(ws, line.interview_id), at)


def _no_longer_all_read(ws: Workspace, head: Interview, at: Moment) -> None:
    if head.read_back is ReadBack.DONE:
        save_head(ws, replace(head, read_back=ReadBack.IN_PART), at)
