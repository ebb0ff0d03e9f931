"""Owns which line is read back now, and which comes next."""

from __future__ import annotations

from rhi_desktop.domain.line import Line
from rhi_desktop.domain.reading import Said
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.workflow import reading_back


class ReadingOrder:
    """The lines to read back in their own order, one of them current; None when all are answered.

    It begins with the named line, else with the first that the child has not answered.
    """

    def __init__(self, talk: Conversation, line_id: str) -> None:
        self._talk = talk
        self.current: Line | None = self._named(line_id) or self._open(0, whole=True)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is read back."""
        return reading_back.to_read(self._talk.account)

    @property
    def number(self) -> int:
        """Where the current line stands, from 1; 0 when there is none."""
        here = self.current
        places = [line.id for line in self.lines]
        return places.index(here.id) + 1 if here is not None and here.id in places else 0

    def read(self) -> None:
        """The talk changed: hold the current line as it is now."""
        here = self.current
        self.current = (self._named(here.id) if here else None) or self._open(0, whole=True)

    def step(self, way: int) -> bool:
        """To the line after this one, or before; False at either end."""
        at = self.number - 1 + way
        if not self.number or not 0 <= at < len(self.lines):
            return False
        self.current = self.lines[at]
        return True

    def take(self, line_id: str) -> None:
        """Read this line back now."""
        self.current = self._named(line_id) or self.current

    def go_on(self, said: Said) -> None:
        """The next line that waits, after this one first; "not now" does not come round again."""
        self.current = self._open(self.number, whole=said is not Said.NOT_NOW)

    def finish(self) -> None:
        """Every line was answered."""
        self.current = None

    def _named(self, line_id: str) -> Line | None:
        return next((line for line in self.lines if line.id == line_id), None)

    def _open(self, start: int, *, whole: bool) -> Line | None:
        heard = reading_back.answered(self._talk.account)
        lines = self.lines
        order = (*lines[start:], *(lines[:start] if whole else ()))
        return next((line for line in order if line.id not in heard), None)
