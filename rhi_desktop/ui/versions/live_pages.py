"""Owns pages that follow what is chosen: drawn a moment after the last change, then signed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.preview_pane import STOPPED, PreviewPane
from rhi_desktop.workflow import signing
from rhi_desktop.workflow.jobs import ReportJob

QUIET_MS = 350
"""Milliseconds without a change before the pages are drawn anew: ticks come in runs."""


class LivePages(QObject):
    """Draws in the background and shows the very bytes; what is signed is what is in view.

    `make` gives the newest job, or None while there is nothing to draw; what it refuses is said
    where the page would stand. Emits `turned` with True when the pages in view are the newest and
    with False while they are not, `signed` (SignedPdf) and `refused` (RhiError).
    """

    turned = Signal(bool)
    signed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, shell: Shell, pane: PreviewPane, make: Callable[[], ReportJob | None], nothing: str
    ) -> None:
        super().__init__(pane)
        self._shell, self._pane, self._make, self._nothing = shell, pane, make, nothing
        self._job: ReportJob | None = None
        self.base = b""
        """The file whose pages are in view; empty while they are not the newest."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.draw)
        pane.waiting.again.connect(self.draw)

    @property
    def ready(self) -> bool:
        """True when the pages in view are the newest and may be signed."""
        return bool(self.base)

    def change(self) -> None:
        """Something was chosen otherwise: these pages are not to be signed any more."""
        self._forget()
        self._timer.start()

    def draw(self) -> None:
        """Draw what is chosen now."""
        self._timer.stop()
        self._forget()
        try:
            job = self._make()
        except RhiError as error:
            self._pane.refuse(error)
            self.refused.emit(error)
            return
        if job is None:
            self._pane.say(self._nothing)
            return
        self._job = job
        # An earlier drawing that is still under way stops: nobody waits for it any more.
        work = partial(signing.draw, job, self._pane.wait_for())
        done, failed = partial(self._drawn, job), partial(self._not_drawn, job)
        self._shell.run(self, work, done, failed)

    def sign(self) -> bool:
        """Sign the very bytes in view; False when there are none that are the newest."""
        job, base = self._job, self.base
        if job is None or not base:
            return False
        at = self._shell.moment()
        work = partial(signing.sign, job, base, at)
        self._shell.run(self, work, self.signed.emit, self.refused.emit)
        return True

    def _forget(self) -> None:
        self._job, self.base = None, b""
        self.turned.emit(False)  # noqa: FBT003 - Qt's signals take no names

    def _drawn(self, job: ReportJob, base: bytes) -> None:
        if job is not self._job:
            return
        self.base = base
        self._pane.show_file(base)
        self.turned.emit(True)  # noqa: FBT003 - Qt's signals take no names

    def _not_drawn(self, job: ReportJob, error: RhiError) -> None:
        if job is not self._job:
            return
        self._job = None
        self._pane.refuse(error)
        if error.code != STOPPED:
            self.refused.emit(error)
