"""Owns the head of the conversation page: whose talk it is, how long it runs, the quiet modes."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.interview import Account
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.widgets.button import SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.icon import Icon
from rhi_desktop.ui.widgets.layout import Item, row
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import H2, H3, QUIET


class CaptureHead(QWidget):
    """Title, case, note, minutes. Emits `asked_glance` and `asked_heard`: it comes or goes."""

    asked_glance = Signal()
    asked_heard = Signal()

    def __init__(self, account: Account, note: QWidget) -> None:
        super().__init__()
        self._account = account
        self._title = Text(self.tr("Conversation"), H2)
        self._who = Text("", QUIET)
        self._time = Text("", QUIET)
        self._time.setObjectName("running")
        self._clock = Icon("clock", "text2", 18)
        words = self.tr("Just the line")
        self._glance = Button(words, "quiet", "eye", hint="Ctrl G", size=SMALL_BUTTON)
        self._glance.setObjectName("just_the_line")
        self._glance.clicked.connect(self.asked_glance)
        self._heard = Button(self.tr("Heard"), size=SMALL_BUTTON).trailing("right")
        self._heard.setObjectName("heard")
        self._heard.clicked.connect(self.asked_heard)
        left: tuple[Item, ...] = (self._title, 16, self._who, 20, note, "*")
        right: tuple[Item, ...] = (self._clock, 8, self._time, 20, self._glance, self._heard)
        self.setLayout(row(*left, *right))
        self._compact = False
        self.set_compact(compact=False)

    def set_compact(self, *, compact: bool) -> None:
        """Say less where there is less room."""
        self._compact = compact
        case = self._account.case
        initials = case.child.initials
        self._title.set_style(H3 if compact else H2)
        self._who.setText(initials if compact else f"{case.reference}, {initials}")
        for part in (self._clock, self._glance):
            part.setVisible(not compact)
        self._heard.setVisible(compact)

    def show_glance(self, *, on: bool) -> None:
        """Say what the button does next."""
        words = self.tr("What was heard") if on else self.tr("Just the line")
        self._glance.setText(words)
        self._glance.updateGeometry()

    def show_time(self, now: datetime) -> None:
        """How long the talk runs, or when it ended."""
        talk = self._account.interview
        if talk.ended_at is not None:
            words = self.tr("Ended at {time}").format(time=clock_time(talk.ended_at))
            self._time.setText(words)
            return
        count = max(0, int((now - talk.started_at).total_seconds() // 60))
        minutes = self.tr("{count} min").format(count=count)
        if self._compact:
            self._time.setText(minutes)
        else:
            self._time.set_marked(self.tr("Interview running, **{min}**").format(min=minutes))
