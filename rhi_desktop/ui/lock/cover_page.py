"""Owns the cover: time and date, nothing else. It could be any program's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.dates import clock_time, day
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.widgets import H3, SMALL_QUIET, Text, column, row, sized, wrap
from rhi_desktop.ui.widgets.typesetting import TextStyle

BECOMES_LOCK = 120.0
"""Seconds after which a cover that nobody took away locks."""
CLOCK = TextStyle(84, 400, line=92.4)


class CoverPage(QWidget):
    """Hides everything behind a clock. Emits `expired` once, after two minutes.

    With a form it is the cover after the lock: the same clock, and the field that opens.
    """

    expired = Signal()

    def __init__(
        self,
        now: Callable[[], datetime],
        steady: Callable[[], float],
        form: UnlockForm | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Clock"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if form else Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", "inside")
        self.setAccessibleName(self.tr("Clock"))
        self._now, self._steady, self._since = now, steady, steady()
        self.form = form
        self._time = Text("", CLOCK)
        self._day = Text("", TextStyle(H3.size, 400, "text2", H3.line))
        hint = None if form else row("*", Text(self.tr("F9 to go back"), SMALL_QUIET), "*")
        below = wrap(row("*", sized(form, 400), "*")) if form else None
        self.setLayout(
            column(
                "*",
                row("*", self._time, "*"),
                4,
                row("*", self._day, "*"),
                32 if form else None,
                below,
                "*",
                hint,
                40,
            )
        )
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(1000)
        self.look()

    def first_focus(self) -> QWidget:
        """The field, or the cover itself: nothing behind it may have the focus."""
        return self.form.field if self.form else self

    def look(self) -> None:
        """Show the time of now, and see whether the cover has lain long enough."""
        now = self._now()
        self._time.setText(clock_time(now))
        self._day.setText(day(now))
        if self.form is None and self._steady() - self._since >= BECOMES_LOCK:
            self._timer.stop()
            self.expired.emit()
