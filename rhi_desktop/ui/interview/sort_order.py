"""Owns which line is being placed, which were looked at, and which still wait."""

from __future__ import annotations

from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.line_row import LineRow


class SortOrder:
    """The lines of the account in their own order, one of them current, or none at the end.

    A line waits while it has no place, nobody decided that it has none, and it was not passed.
    That it was passed is known until the page is left; it is no fact about the line.
    """

    def __init__(self, talk: Conversation) -> None:
        self._talk = talk
        self._passed: set[str] = set()
        self.current: Line | None = self._first()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The standing lines of the account; a question of ours has no place of its own."""
        standing = self._talk.account.standing
        return tuple(x for x in standing if x.voice.in_account and x.voice is not Voice.ASKED)

    @property
    def placed(self) -> int:
        """How many lines have a place, or were found to have none."""
        return sum(1 for line in self.lines if line.topics or line.no_topic)

    def above(self) -> list[LineRow]:
        """The lines that were looked at, but for the current one."""
        return [self.row(x) for x in self._others() if not self._waits(x)]

    def below(self) -> list[LineRow]:
        """The lines that wait, but for the current one."""
        return [self.row(x) for x in self._others() if self._waits(x)]

    def row(self, line: Line) -> LineRow:
        """A line as a row, with what was decided about it."""
        return LineRow(line, self._talk.child)

    def read(self) -> None:
        """The talk changed: hold the current line as it is now."""
        here = self.current
        if here is not None:
            self.current = next((x for x in self.lines if x.id == here.id), None)

    def pass_by(self) -> None:
        """The current line was looked at and has no place."""
        if self.current is not None:
            self._passed.add(self.current.id)

    def take(self, line: Line) -> bool:
        """Place this line now; False for one that has no place to be given."""
        found = next((x for x in self.lines if x.id == line.id), None)
        self.current = found or self.current
        return found is not None

    def step(self, way: int) -> None:
        """To the next line that waits, or to the one before."""
        self.pass_by()
        lines, here = self.lines, self.current
        places = [x.id for x in lines]
        at = places.index(here.id) if here is not None and here.id in places else len(lines)
        if way > 0:
            later = next((x for x in lines[at + 1 :] if self._waits(x)), None)
            self.current = later or self._first()
        elif at > 0:
            self.current = lines[at - 1]

    def _first(self) -> Line | None:
        return next((x for x in self.lines if self._waits(x)), None)

    def _others(self) -> list[Line]:
        here = self.current
        return [x for x in self.lines if here is None or x.id != here.id]

    def _waits(self, line: Line) -> bool:
        return not line.topics and not line.no_topic and line.id not in self._passed
