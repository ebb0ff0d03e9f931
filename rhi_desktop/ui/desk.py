"""Owns what lies on the desk: the strip, the banner under it, and the page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.shell import Chrome, Notice, Page
from rhi_desktop.ui.strip import Acts, Strip
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import Banner, Said, SaveStatus, empty, row, wrap
from rhi_desktop.ui.widgets.tab_order import follow_eye


class Desk(QWidget):
    """Shows one page with its strip and banner. Emits `covered` and `locked` from the strip."""

    covered = Signal()
    locked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self._status = SaveStatus()
        self._said: Notice | None = None
        self._before: Notice | None = None
        self._warned = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.build()

    @property
    def bare(self) -> bool:
        """True while the page has nothing round it: child mode."""
        return self.page is not None and self.page.chrome is Chrome.BARE

    def build(self) -> None:
        """Make strip and banner anew in the theme of now; the page has to be shown again."""
        empty(self._box)
        self.page = None
        self.strip = Strip()
        self.strip.covered.connect(self.covered)
        self.strip.locked.connect(self.locked)
        self.strip.saved.show_status(self._status)
        self.banner = Banner()
        side = theme().margin
        self._frame = wrap(row(self.banner, margins=(side, 12, side, 0)))
        self._box.addWidget(self.strip)
        self._box.addWidget(self._frame)
        self._frame.hide()

    def show_page(self, page: Page, acts: Acts) -> None:
        """Put a page in the place of the one before."""
        old, self.page = self.page, page
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._box.addWidget(page, 1)
        self.strip.setVisible(not self.bare)
        self.strip.show_acts([*page.acts, *acts])
        page.show()

    def notice(self, notice: Notice | None) -> None:
        """Show a notice in the banner, or put it away; what a warning stood before comes back."""
        if notice is None and self._warned:
            notice = self._before
        self._said, self._warned = notice, False
        if notice is None:
            self.banner.put_away()
        else:
            self.banner.say(notice.said, *notice.offers, tone=notice.tone)
            follow_eye(self.strip, self.banner)
        self._frame.setVisible(notice is not None)

    def refused(self, error: RhiError | None) -> None:
        """A save was refused, or went through after all; some pages say it where one types."""
        if self.page is not None and self.page.tells_held:
            return
        self._before = None
        self.notice(None if error is None else Notice(messages.refusal(error)))

    def say_saved(self, status: SaveStatus) -> None:
        """Say what stands on the disk."""
        self._status = status
        self.strip.saved.show_status(status)

    def warn(self, seconds: int) -> None:
        """Say once that the lock is near; any key cancels it."""
        if seconds <= 0 or self._warned:
            return
        before = self._said
        words = self.tr("The notes lock in about a minute")
        safe = self.tr("Everything is saved first.")
        self.notice(Notice(Said(words, safe, self.tr("Press any key to go on."))))
        self._before, self._warned = before, True
