"""Owns reading the words back to the child: what they said to each line, and what they added.

The line keeps what was written first; what the child says instead stands beside it.
"""

from __future__ import annotations

from dataclasses import replace

from rhi_desktop.domain.ids import InterviewId, LineId, ReadingId
from rhi_desktop.domain.interview import Account, Interview, ReadBack
from rhi_desktop.domain.line import Line, Typed, Voice, readable
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.reading import Reading, Said
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import interviews, records
from rhi_desktop.workflow.heads import head_of, save_head
from rhi_desktop.workflow.lines import put_line
from rhi_desktop.workflow.workspace import Workspace


def to_read(account: Account) -> tuple[Line, ...]:
    """What a child hears again: what they said, what was seen, what others told; not our view.

    What the child adds while reading back is in it: they hear how it was written down.
    """
    quiet = {Voice.ASKED, Voice.VIEW}
    return tuple(line for line in account.standing if line.voice not in quiet)


def answered(account: Account) -> frozenset[LineId]:
    """The lines to be read that the child answered; "not now" is no answer.

    What they added while reading back is theirs already.
    """
    added = {line.id for line in to_read(account) if line.at_read_back}
    said = {one.line_id for one in account.readings if one.said is not Said.NOT_NOW}
    return frozenset((said | added) & {line.id for line in to_read(account)})


def state(account: Account) -> ReadBack:
    """How much was read back, out of the answers to the single lines.

    Where no line was answered, what was noted about the whole stands. "Not now" is no answer.
    """
    if not account.readings:
        return account.interview.read_back
    wanted = {line.id for line in to_read(account) if not line.at_read_back}
    heard = answered(account)
    if wanted <= heard:
        return ReadBack.DONE
    return ReadBack.IN_PART if heard & wanted else ReadBack.NOT_DONE


def readings(ws: Workspace, interview_id: InterviewId) -> tuple[Reading, ...]:
    """Every answer of the child to a line, in the order of giving."""
    return interviews.account(ws.store, interview_id).readings


def answer_line(
    ws: Workspace, interview_id: InterviewId, line_id: LineId, said: Said, words: str, at: Moment
) -> Reading:
    """Keeps what the child said when a line was read back; a later answer is a new revision.

    `words` is how the child wants it said, for CHANGED alone. Raises ValueError for a change
    without words.
    """
    if said is Said.CHANGED and not words.strip():
        raise ValueError("a change without words")
    kept = readable(words)[0] if said is Said.CHANGED else ""
    with ws.store.transaction():
        account = interviews.account(ws.store, interview_id)
        old = next((one for one in account.readings if one.line_id == line_id), None)
        fresh = ReadingId(at.fresh_id()) if old is None else old.id
        new = Reading(fresh, interview_id, line_id, said, at.now, kept)
        if old is None or (new.said, new.words) != (old.said, old.words):
            records.save(ws.store, Kind.READING, account.case.id, new, ws.interviewer.id, at)
            note_state(ws, interview_id, at)
    return new if old is None or new.said is not old.said or new.words != old.words else old


def agree_to_all(ws: Workspace, interview_id: InterviewId, at: Moment) -> ReadBack:
    """The child heard everything that was still open, and agreed to it, all in one commit."""
    with ws.store.transaction():
        account = interviews.account(ws.store, interview_id)
        heard = answered(account)
        for line in to_read(account):
            if line.id not in heard:
                answer_line(ws, interview_id, line.id, Said.AGREED, "", at)
        return note_state(ws, interview_id, at).read_back


def add_line(ws: Workspace, interview_id: InterviewId, words: str, at: Moment) -> Line:
    """Keeps what the child adds while the lines are read back, as a line of its own."""

    def made(line: Line) -> Line:
        return replace(line, at_read_back=True)

    return put_line(ws, interview_id, Typed(Voice.CHILD, words), made, at)


def note_state(ws: Workspace, interview_id: InterviewId, at: Moment) -> Interview:
    """Writes how much was read back into the head, where that changed."""
    with ws.store.transaction():
        head = head_of(ws, interview_id)
        noted = replace(head, read_back=state(interviews.account(ws.store, interview_id)))
        if noted != head:
            save_head(ws, noted, at)
    return noted
