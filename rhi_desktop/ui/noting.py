"""Owns what the log gets: which event, and its code. One line each, and nothing anybody said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import Fact, RhiError
from rhi_desktop.log import Event, Log

if TYPE_CHECKING:
    from rhi_desktop.ui.session import Session


class Noting:
    """Writes the events of the window and of its session into the log."""

    def __init__(self, log: Log, moment: Callable[[], Moment]) -> None:
        self.log = log
        self._moment = moment

    def note(self, event: Event, **facts: Fact) -> None:
        """One line, at the time of now."""
        self.log.note(self._moment().now, event, **facts)

    def hear(self, session: Session) -> None:
        """Note what happens in an open vault."""
        session.shell.happened.connect(self.note)
        session.shell.refused.connect(self.refused)
        session.shell.autosave.refused.connect(self._not_saved)

    def refused(self, error: RhiError) -> None:
        """Something was refused: its code tells what."""
        self.note(Event.REFUSED, code=error.code)

    def _not_saved(self, error: RhiError | None) -> None:
        if error is not None:
            self.note(Event.SAVE_FAILED, code=error.code)
