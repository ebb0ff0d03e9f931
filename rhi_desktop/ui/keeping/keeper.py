"""Owns what is kept without anybody asking: snapshots while one works, a full check once a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from rhi_desktop.errors import RhiError
from rhi_desktop.ui import background
from rhi_desktop.ui.keeping.keeping_words import broken, no_room, not_kept, spare
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Notice, Shell
from rhi_desktop.ui.widgets.banner import Offer
from rhi_desktop.workflow import keeping

if TYPE_CHECKING:
    from rhi_desktop.ui.session import Session
    from rhi_desktop.workflow.keeping import CheckView, SnapshotView

SETTLED_MS = 20_000
"""After unlocking: the first page stands, and whoever unlocked is already typing."""
HOUR_MS = 3_600_000
AT_UNLOCK, AT_WORK = timedelta(hours=4), timedelta(minutes=45)
"""How old the newest snapshot must be; the timer of an hour may come a little early."""
DAY = timedelta(hours=24)
TO_KEEPING = "to_keeping"
AGAIN_AND_AGAIN = 3
"""Refusals in a row before anybody is troubled with them."""


class Keeper(QObject):
    """Looks after one open vault until `stop`; nothing is seen while all goes well.

    The work is done in threads on connections of their own and holds up neither typing nor a lock.
    What has to be said is said again on every page, until it is better. `damaged` stays True once
    a page of the vault could not be read.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        store = session.ws.store
        self._folder, self._key = store.folder, store.keys
        self._shell: Shell = session.shell
        self.damaged = False
        self._notice: Notice | None = None
        self._refused, self._there = 0, False
        self._progress = keeping.Progress(keeping.RESTED_S)
        self._first = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._first.timeout.connect(self.look_first)
        self._hourly = QTimer(self, interval=HOUR_MS)
        self._hourly.timeout.connect(partial(self.keep, AT_WORK))
        self._shell.refused.connect(self.hear)
        self._shell.autosave.refused.connect(self.hear)
        # A new page takes the banner away: whoever goes on is told again.
        self._shell.wanted.connect(self._tell_at)

    def start(self) -> None:
        """Look soon, and every hour from then on."""
        self._first.start()
        self._hourly.start()

    def stop(self) -> None:
        """Look no more; a check that is under way ends. A snapshot ends with the process."""
        self._first.stop()
        self._hourly.stop()
        self._progress.stop()

    def look_first(self) -> None:
        """A snapshot if the last is hours old, and the check of the day after it."""
        self.keep(AT_UNLOCK)
        checked_at = keeping.checked_at(self._folder)
        # A time to come, by a clock that was ahead, would put the check off until then.
        if checked_at is None or not timedelta() <= self._shell.moment().now - checked_at < DAY:
            self.check()

    def keep(self, older: timedelta) -> None:
        """A snapshot if the newest is `older` and something was written since."""
        at = self._shell.moment()
        work = partial(keeping.keep_up, self._folder, self._key, at, older)
        background.run(self, work, self._kept, self._not_kept)

    def check(self) -> None:
        """The full check, in slices with rests between them."""
        progress = self._progress
        work = partial(
            keeping.check_vault, self._folder, self._key, progress.said, progress.stopped
        )
        background.run(self, work, self._checked, self.hear)

    def hear(self, error: RhiError | None) -> None:
        """Something refused, here or on a page: damage stays said, the rest is not for here.

        After one page that cannot be read the engine refuses everything on that connection, also
        to save: whatever else is said then is a consequence.
        """
        if error is not None and (self.damaged or error.code == "vault_damaged"):
            self._find_damage()

    def _kept(self, made: SnapshotView | None) -> None:
        del made
        self._refused = 0
        if not self.damaged:
            self._notice = None

    def _not_kept(self, error: RhiError) -> None:
        self._refused += 1
        self.hear(error)
        if self.damaged:
            return
        if error.code == "disk_full":
            self._say(Notice(no_room(), offers=(self._look(),)))
        elif self._refused >= AGAIN_AND_AGAIN:
            self._say(Notice(not_kept(), offers=(self._look(),)))

    def _checked(self, view: CheckView) -> None:
        if view.stopped:
            return
        if not view.sound:
            self._find_damage()
            return
        keeping.note_checked(self._folder, self._shell.moment())
        if view.spare_pages:
            self._say(Notice(spare(view.spare_pages), offers=(self._look(),)))

    def _find_damage(self) -> None:
        self.damaged = True
        lock = Offer(self.tr("Lock and choose"), self._shell.lock, "lock_and_choose")
        self._notice = Notice(broken(), "danger", (lock, self._look()))
        # After the page that met it has said so in its own words.
        QTimer.singleShot(0, self, self._tell)

    def _look(self) -> Offer:
        go = partial(self._shell.go, Place(PageName.KEEPING))
        return Offer(self.tr("Snapshots"), go, TO_KEEPING)

    def _say(self, notice: Notice) -> None:
        self._notice = notice
        self._tell()

    def _tell_at(self, place: Place) -> None:
        self._there = place.page is PageName.KEEPING
        if self.damaged or not self._there:
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        if self._notice is None:
            return
        offers = self._notice.offers
        if self._there:
            # No button that leads to where somebody is.
            offers = tuple(one for one in offers if one.name != TO_KEEPING)
        self._shell.noticed.emit(replace(self._notice, offers=offers))
