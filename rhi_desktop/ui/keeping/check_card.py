"""Owns the card of the full check: when all was last sound, checking now, how far it is."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.dates import day_and_time
from rhi_desktop.ui.keeping.keeping_words import broken, entries, spare
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import (
    H3,
    SMALL,
    SMALL_QUIET,
    Button,
    Offer,
    Text,
    announce,
    column,
    row,
)
from rhi_desktop.workflow import keeping
from rhi_desktop.workflow.keeping import CheckView, Progress

if TYPE_CHECKING:
    from rhi_desktop.workflow.unlocking import VaultKey

SHOWN_MS = 100


class CheckCard(QFrame):
    """Checks every page, link and digest in the background; leaving the page stops it."""

    def __init__(self, shell: Shell, folder: Path, key: VaultKey) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self._shell, self._folder, self._key = shell, folder, key
        self._progress: Progress | None = None
        self.button = Button(self.tr("Check now"))
        self.button.setObjectName("check_now")
        self.button.clicked.connect(self.press)
        self._last = Text("", SMALL)
        self._last.setObjectName("last_checked")
        self._far = Text("", SMALL_QUIET.figures)
        self._far.setObjectName("check_progress")
        self._timer = QTimer(self, interval=SHOWN_MS)
        self._timer.timeout.connect(self._show_progress)
        words = self.tr(
            "Reads every page of the notes and proves that each entry is what was written, in the "
            "order in which it was written. The program does it by itself once a day."
        )
        self.setLayout(
            column(
                row(Text(self.tr("Full check"), H3), "*", self.button),
                6,
                Text(words, SMALL_QUIET, wrap=True),
                12,
                self._last,
                self._far,
                margins=(28, 20, 28, 22),
            )
        )

    def show_last(self, at: datetime | None) -> None:
        """Say when all was last found sound."""
        words = self.tr("Last found sound on {when}.").format(when=day_and_time(at)) if at else ""
        self._last.setText(words or self.tr("Not checked on this laptop yet."))

    def press(self) -> None:
        """Begin, or cancel what is under way."""
        if self._progress is not None:
            self._progress.stop()
            return
        progress = self._progress = Progress()
        # The page may go while it runs.
        self.destroyed.connect(progress.stop)
        self.button.setText(self.tr("Cancel"))
        self._timer.start()
        self._show_progress()
        work = partial(
            keeping.check_vault, self._folder, self._key, progress.said, progress.stopped
        )
        self._shell.run(self, work, self._done, self._refused)

    def _done(self, view: CheckView) -> None:
        self._end()
        if view.stopped:
            self._far.setText(self.tr("Cancelled. Nothing was found until then."))
        elif not view.sound:
            self._far.setText(self.tr("Damage was found. Nothing was changed."))
            self._shell.refused.emit(keeping.damage())
            lock = Offer(self.tr("Lock and choose"), self._shell.lock, "lock_and_choose")
            self._shell.say(broken(), lock, tone="danger")
        else:
            self._sound(view)
        announce(self, self._far.text())

    def _sound(self, view: CheckView) -> None:
        at = self._shell.moment()
        keeping.note_checked(self._folder, at)
        self.show_last(at.now)
        words = self.tr("{entries}: all sound.")
        self._far.setText(words.format(entries=entries(view.entries)))
        if view.spare_pages:
            self._shell.say(spare(view.spare_pages), tone="notice")

    def _refused(self, error: RhiError) -> None:
        self._end()
        self._far.setText("")
        self._shell.refuse(error)

    def _end(self) -> None:
        self._timer.stop()
        self._progress = None
        self.button.setText(self.tr("Check now"))

    def _show_progress(self) -> None:
        if self._progress is None:
            return
        done, total = self._progress.done, self._progress.total
        if not done:
            self._far.setText(self.tr("Reading every page\u2026"))
            return
        words = self.tr("{done} of {total} entries")
        self._far.setText(words.format(done=f"{done:,}", total=f"{total:,}"))
