"""Owns the start of a talk that was held on paper already: when it really began."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from rhi_desktop.ui.episode.moment_field import MomentField
from rhi_desktop.ui.widgets import H3, QUIET, Text, Tick, column


class StartFields(QFrame):
    """A tick, and a day and a time behind it. Without the tick the talk begins now."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self._held = Tick(self.tr("We have talked already, on paper"))
        self._held.setObjectName("held_on_paper")
        self._when = MomentField(self.tr("When the talk began"), "started")
        self._when.hide()
        self._held.toggled.connect(self._when.setVisible)
        about = self.tr("The clock counts to the start of the talk, not to its writing up.")
        self.setLayout(
            column(
                Text(self.tr("The start"), H3), 4, Text(about, QUIET, wrap=True), 10,
                self._held, 8, self._when, margins=(24, 18, 24, 18),
            )
        )  # fmt: skip

    def started(self) -> datetime | None:
        """When the talk began; None when it begins now."""
        return self._when.written().moment if self._held.isChecked() else None

    def settled(self, now: datetime) -> bool:
        """Whether the start can stand; what is odd about it is said, and gets the focus."""
        if not self._held.isChecked():
            return True
        written = self._when.written()
        odd = written.odd
        if not odd and (written.moment is None or written.day_only):
            odd = self.tr("Say on which day and at what time the talk began.")
        elif not odd and written.moment is not None and written.moment > now:
            odd = self.tr("This has not come yet. Check day and time.")
        self._when.say(odd)
        if odd:
            self._when.odd_part.setFocus(Qt.FocusReason.OtherFocusReason)
        return not odd
