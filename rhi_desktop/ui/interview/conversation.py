"""Owns the open conversation as its pages hold it: the newest account, and what can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import Account, DraftInterview, Outcome, ReadBack
from rhi_desktop.domain.line import Line, Rendering, Topic, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.reading import Reading
from rhi_desktop.forms import flow
from rhi_desktop.forms.model import Pack, Question
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Change:
    """One act on one line; `before` is None for a line that was kept anew."""

    before: Line | None
    after: Line


class Conversation:
    """The talk with its lines. Each act is committed when it returns, and can be undone.

    Every change goes through workflow. An RhiError leaves it, and then nothing changed here
    either, nor in what can be undone. A line is never removed: undoing a kept line strikes it.
    """

    def __init__(self, ws: Workspace, interview_id: InterviewId) -> None:
        self._ws = ws
        self.id = interview_id
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self.reload()

    def reload(self) -> None:
        """Read everything again."""
        stage = interviewing.load(self._ws, self.id)
        self.account: Account = stage.account
        self.may_change = isinstance(stage, DraftInterview)
        self.pack: Pack = interviewing.pack_of(self._ws, stage)

    @property
    def case_id(self) -> CaseId:
        """Whose conversation it is."""
        return self.account.case.id

    @property
    def may_talk(self) -> bool:
        """True once what will be shared was said, and while the record may change."""
        return self.may_change and self.account.interview.begun

    @property
    def child(self) -> str:
        """What pages call the child: initials only."""
        return self.account.case.child.initials

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, struck ones too, in the order of keeping."""
        return self.account.lines

    @property
    def last(self) -> Line | None:
        """The last line that stands."""
        return next((line for line in reversed(self.lines) if not line.struck_by), None)

    def newest(self, line: Line) -> Line:
        """The same line as it is now."""
        return next(one for one in self.lines if one.id == line.id)

    def prompts(self) -> tuple[Question, ...]:
        """The questions offered now, in the pack's order."""
        return flow.prompts(self.pack, self.account)

    def heard(self, topic: Topic) -> tuple[Line, ...]:
        """What was heard on a topic; a question of ours that got no reply is nothing heard."""
        return tuple(x for x in self.account.heard(topic) if x.voice is not Voice.ASKED)

    def flagged(self) -> tuple[Line, ...]:
        """The standing lines to come back to."""
        return tuple(line for line in self.account.standing if line.come_back)

    def answer_of(self, question_id: str) -> Answer | None:
        """What was answered to a question, if anything."""
        return next((a for a in self.account.answers if a.question_id == question_id), None)

    def keep(self, typed: Typed, at: Moment, question_id: str = "") -> Line:
        """Keep a new line."""
        line = interviewing.keep_line(self._ws, self.id, typed, at, question_id=question_id)
        self._put(line)
        self._remember(Change(None, line))
        return line

    def edit(self, line: Line, words: str, at: Moment) -> Line:
        """Put other words on a line; the former ones stay in its history."""
        return self._change(line, replace(self.newest(line), words=words), at)

    def give_voice(self, line: Line, voice: Voice, told_by: str, at: Moment) -> Line:
        """Say whose words a line holds."""
        return self._change(line, replace(self.newest(line), voice=voice, told_by=told_by), at)

    def sort(self, line: Line, topics: Sequence[Topic], at: Moment) -> Line:
        """Sort a line under topics; without one it waits to be sorted."""
        wanted = tuple(topic for topic in Topic if topic in topics)
        return self._change(line, replace(self.newest(line), topics=wanted, no_topic=False), at)

    def set_aside(self, line: Line, at: Moment) -> Line:
        """Decide that a line belongs to no topic."""
        return self._change(line, replace(self.newest(line), topics=(), no_topic=True), at)

    def keep_from(self, line: Line, people: Sequence[str], at: Moment) -> Line:
        """Note who shall not see a line, in the child's wish."""
        return self._change(line, replace(self.newest(line), keep_from=tuple(people)), at)

    def render(self, line: Line, language: str, rendering: Rendering | None, at: Moment) -> Line:
        """Say in which language a line is, and what an interpreter made of it."""
        wanted = replace(self.newest(line), language=language, rendering=rendering)
        return self._change(line, wanted, at)

    def toggle(self, line: Line, topic: Topic, at: Moment) -> Line:
        """Put a line under a topic, or take it away from there."""
        now = self.newest(line).topics
        return self.sort(line, [t for t in Topic if (t in now) is not (t is topic)], at)

    def flag(self, line: Line, at: Moment, *, come_back: bool) -> Line:
        """Mark a line to come back to, or take the mark off."""
        return self._change(line, replace(self.newest(line), come_back=come_back), at)

    def strike(self, line: Line, at: Moment, *, struck: bool = True) -> Line:
        """Strike a line, or put it back. It stays in either case."""
        who = self._ws.interviewer.name if struck else ""
        return self._change(line, replace(self.newest(line), struck_by=who), at)

    def undo(self, at: Moment) -> Line | None:
        """Take back the newest act on a line; None when there is none."""
        if not self._done:
            return None
        change = self._done[-1]
        now = self.newest(change.after)
        wanted = change.before or replace(now, struck_by=self._ws.interviewer.name)
        line = self._write(now, wanted, at)
        self._undone.append(self._done.pop())
        return line

    def redo(self, at: Moment) -> Line | None:
        """Do again what was undone last; None when there is nothing."""
        if not self._undone:
            return None
        change = self._undone[-1]
        line = self._write(self.newest(change.after), change.after, at)
        self._done.append(self._undone.pop())
        return line

    def answer(self, given: NewAnswer, at: Moment) -> None:
        """Keep what was answered to a question, or the blank that stands instead."""
        new = interviewing.answer(self._ws, self.id, given, at)
        others = tuple(a for a in self.account.answers if a.id != new.id)
        self.account = replace(self.account, answers=(*others, new))

    def account_for(self, topic: Topic, blank: Blank | None, reason: str, at: Moment) -> None:
        """Say why a topic holds no line; None takes that back."""
        head = interviewing.account_for(self._ws, self.id, topic, blank, reason, at)
        self.account = replace(self.account, interview=head)

    def reading_of(self, line: Line) -> Reading | None:
        """What the child said when a line was read back, if it was."""
        return next((x for x in self.account.readings if x.line_id == line.id), None)

    def finish(self, outcome: Outcome | None, read_back: ReadBack, at: Moment) -> None:
        """End the talk, or open it again."""
        head = interviewing.finish(self._ws, self.id, outcome, read_back, at)
        self.account = replace(self.account, interview=head)

    def _change(self, line: Line, wanted: Line, at: Moment) -> Line:
        before = self.newest(line)
        after = self._write(before, wanted, at)
        if after != before:
            self._remember(Change(before, after))
        return after

    def _remember(self, change: Change) -> None:
        self._done.append(change)
        self._undone.clear()

    def _write(self, now: Line, wanted: Line, at: Moment) -> Line:
        line = bring(self._ws, now, wanted, at)
        self._put(line)
        if line.topics != now.topics and self.account.interview.blanks:
            # Sorting a line takes away the reason why its topic was blank.
            self.reload()
        return line

    def _put(self, line: Line) -> None:
        lines = self.lines
        if any(one.id == line.id for one in lines):
            lines = tuple(line if one.id == line.id else one for one in lines)
        else:
            lines = (*lines, line)
        self.account = replace(self.account, lines=lines)


def bring(ws: Workspace, now: Line, wanted: Line, at: Moment) -> Line:
    """The line, with everything that differs from what is wanted written through workflow."""
    line = now
    if wanted.words != line.words:
        line = interviewing.edit_line(ws, line, wanted.words, at)
    if (wanted.voice, wanted.told_by) != (line.voice, line.told_by):
        line = interviewing.set_voice(ws, line, wanted.voice, wanted.told_by, at)
    if (wanted.topics, wanted.no_topic) != (line.topics, line.no_topic):
        line = interviewing.sort_line(ws, line, wanted.topics, at, no_topic=wanted.no_topic)
    if wanted.keep_from != line.keep_from:
        line = interviewing.keep_from(ws, line, wanted.keep_from, at)
    if (wanted.language, wanted.rendering) != (line.language, line.rendering):
        line = interviewing.render_line(ws, line, wanted.language, wanted.rendering, at)
    if wanted.come_back != line.come_back:
        line = interviewing.flag_line(ws, line, at, come_back=wanted.come_back)
    if bool(wanted.struck_by) != bool(line.struck_by):
        act = interviewing.strike_line if wanted.struck_by else interviewing.restore_line
        line = act(ws, line, at)
    return line
