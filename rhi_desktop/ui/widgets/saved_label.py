"""Owns the one line that says honestly what is saved: in the strip, on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.dates import clock_seconds, clock_time
from rhi_desktop.ui.widgets.icon import Icon
from rhi_desktop.ui.widgets.layout import row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL, SMALL_QUIET

SaveState = Literal["nothing", "saving", "saved", "held"]


@dataclass(frozen=True, slots=True)
class SaveStatus:
    """What stands on the disk: `at` is the last commit, `held` counts edits in memory only."""

    state: SaveState = "nothing"
    at: datetime | None = None
    held: int = 0


class SavedLabel(QWidget):
    """Saved means committed. Held in memory is said in words and in the colour of notice."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("saved_label")
        self._icon = Icon("saved", "text2", 18)
        self._words = Text("", SMALL_QUIET)
        self._words.setObjectName("saved_words")
        self.setLayout(row(self._icon, 6, self._words))
        self.show_status(SaveStatus())

    @property
    def words(self) -> str:
        """What the line says now."""
        return self._words.text()

    def show_status(self, status: SaveStatus) -> None:
        """Say another state."""
        held = status.state == "held"
        self._icon.show_as("notice" if held else "saved", "notice" if held else "text2")
        self._words.set_style(SMALL.medium.tint("notice") if held else SMALL_QUIET)
        self._words.setText(self._say(status))

    def _say(self, status: SaveStatus) -> str:
        if status.state == "saving":
            return self.tr("Saving")
        if status.state == "held":
            words = self.tr("%n edit(s) held in memory", "", status.held)
            if status.at is None:
                return words
            up_to = self.tr("saved up to {time}").format(time=clock_time(status.at))
            return f"{words}, {up_to}"
        if status.state == "saved" and status.at is not None:
            time = clock_seconds(status.at)
            return self.tr("Saved {time} on this laptop").format(time=time)
        return self.tr("Nothing to save yet")
