"""Owns acting on lines from a page: what an act means, undo and redo, and who told a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from rhi_desktop.domain.line import Line, Rendering, Topic, Voice
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.line_acts import Act, LineAct
from rhi_desktop.ui.shell import Shell


class LineDesk(QObject):
    """Does what is asked of a line; each act is committed when `changed` is emitted.

    Emits `changed` (Line), `struck` (Line) after a line was taken out, `asked` (LineAct, for what
    needs the page: edit, who told, whole, ...), and `refused` (RhiError); nothing changed then.
    """

    changed = Signal(object)
    struck = Signal(object)
    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, shell: Shell, talk: Conversation, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._talk = shell, talk

    def act(self, line: Line, act: LineAct) -> None:
        """Do an act to a line."""
        talk, at = self._talk, self._shell.moment
        deeds: dict[Act, Callable[[], Line]] = {
            Act.STRIKE: lambda: talk.strike(line, at()),
            Act.RESTORE: lambda: talk.strike(line, at(), struck=False),
            Act.FLAG: lambda: talk.flag(line, at(), come_back=True),
            Act.UNFLAG: lambda: talk.flag(line, at(), come_back=False),
            Act.VOICE: lambda: talk.give_voice(line, act.voice or line.voice, "", at()),
            Act.TOPIC: lambda: talk.toggle(line, act.topic or Topic.WHY, at()),
            Act.NO_TOPIC: lambda: talk.set_aside(line, at()),
        }
        deed = deeds.get(act.act)
        if deed is None:
            self.asked.emit(act)
        elif self._do(deed) is not None and act.act is Act.STRIKE:
            self.struck.emit(line)

    def told(self, line: Line, who: str) -> None:
        """Somebody said who told a line."""
        self._do(lambda: self._talk.give_voice(line, Voice.TOLD, who, self._shell.moment()))

    def keep_from(self, line: Line, people: Sequence[str]) -> None:
        """Somebody said from whom the child wants to keep a line."""
        self._do(lambda: self._talk.keep_from(line, people, self._shell.moment()))

    def render(self, line: Line, language: str, rendering: Rendering | None) -> None:
        """Somebody said in which language a line is, and what was made of it."""
        self._do(lambda: self._talk.render(line, language, rendering, self._shell.moment()))

    def undo(self) -> None:
        """Take back the newest act on a line."""
        self._do(lambda: self._talk.undo(self._shell.moment()))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._do(lambda: self._talk.redo(self._shell.moment()))

    def _do(self, deed: Callable[[], Line | None]) -> Line | None:
        try:
            line = deed()
        except RhiError as error:
            self.refused.emit(error)
            return None
        if line is not None:
            self._shell.saved()
            self.changed.emit(line)
        return line
