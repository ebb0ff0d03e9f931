"""Owns the course of the program: front page, open vault, lock. One window from start to end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from rhi_desktop.disks import Doubt
from rhi_desktop.domain.moment import Moment
from rhi_desktop.log import Cause, Event, Log
from rhi_desktop.ui import messages, preferences
from rhi_desktop.ui.acts import WindowActs
from rhi_desktop.ui.chooser import Chooser
from rhi_desktop.ui.clipboard import ClipboardWatch
from rhi_desktop.ui.clock_watch import ClockWatch
from rhi_desktop.ui.come_forward import ComeForward
from rhi_desktop.ui.cover_keys import CoverKeys
from rhi_desktop.ui.idle import Idle
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.lock.deadline import Deadline
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.lock.place_notice import tell_place
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.lock.vault_folders import fresh_folder, vault_folders
from rhi_desktop.ui.lock.with_laptop import WithLaptop
from rhi_desktop.ui.main_window import MainWindow
from rhi_desktop.ui.noting import Noting
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.rescue import Rescue
from rhi_desktop.ui.shell import Notice, PageMaker
from rhi_desktop.ui.theme import apply
from rhi_desktop.ui.waiting_words import WaitingWords

if TYPE_CHECKING:
    from rhi_desktop.ui.session import Session
    from rhi_desktop.workflow.workspace import Workspace

LOG_NAME = "rhi-desktop.log"


class OpenSession(Protocol):
    """Makes a session over an open vault: `session.open_session`, loaded when first used."""

    def __call__(
        self,
        ws: Workspace,
        moment: Callable[[], Moment],
        steady: Callable[[], float],
        chooser: Chooser,
        pages: Mapping[PageName, Callable[[], PageMaker]],
    ) -> Session:
        """The session."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What the program takes from the world; tests and the demo give their own."""

    moment: Callable[[], Moment]
    steady: Callable[[], float]
    """Seconds of a clock that nobody sets and that goes on while the laptop sleeps."""
    chooser: Chooser
    end_process: Callable[[Handover], object]
    """Ends the process that held the case; a fresh one takes the hand-over."""
    vaults: Path
    config: Path
    pages: Mapping[PageName, Callable[[], PageMaker]] = field(repr=False)
    doors: Doors = field(repr=False)
    open_session: OpenSession = field(repr=False)
    bus: str = ""
    """Address of the system bus; without one only our own clock locks."""
    doubts: Callable[[Path], Sequence[Doubt]] = lambda _: ()
    """What speaks against the place of a vault."""


class Program(QObject):
    """From the front page to an open vault to the lock.

    The lock saves, closes the vault, empties the clipboard and ends the process; nothing on
    screen can stop it, nor can a disk that hangs, and what a full disk refused goes along sealed.
    """

    def __init__(self, outside: Outside) -> None:
        super().__init__()
        self._outside = outside
        self.chosen = preferences.load(outside.config)
        self.acts = WindowActs()
        self.window = MainWindow(self.acts, self._cover)
        self.window.resize(self.chosen.width, self.chosen.height)
        self.waiting = WaitingWords(self.window)
        self.window.may_close = self.waiting.may_close
        self.idle = Idle(outside.steady)
        self.cover_keys = CoverKeys(outside.steady)
        self.clipboard = ClipboardWatch()
        self.noting = Noting(Log(outside.config / LOG_NAME), outside.moment)
        self._clock: ClockWatch | None = None
        self._doubtful = True
        self._laptop = WithLaptop(outside.bus)
        self._laptop.locking.connect(self.lock)
        self._forward = ComeForward(self.window)
        self.rescue = Rescue(self.window, outside.moment, outside.doors)
        self.rescue.unlocked.connect(self.enter)
        self.rescue.left.connect(self.start)
        self.rescue.holding.connect(self._watch_over)
        self.rescue.locking.connect(self.lock)
        self.rescue.refused.connect(self.noting.refused)
        self.acts.zoomed.connect(lambda step: self._wear(self.chosen.zoomed(step)))
        self.acts.dressed.connect(lambda look: self._wear(self.chosen.dressed(look)))
        self.cover_keys.pressed.connect(self.window.turn_cover)
        self.cover_keys.locking.connect(self.lock)
        self.idle.warned.connect(self._warn)
        self.idle.calmed.connect(self._calm)
        self.idle.expired.connect(partial(self.lock, Cause.IDLE))
        self.window.locking.connect(self.lock)
        self.window.closing.connect(self._close)

    def start(self, handed: Handover | None = None) -> None:
        """Show the window with the page that fits: make, unlock, or the clock after a cover."""
        if handed is not None:
            self.waiting.sealed = handed.sealed
            self.rescue.doubt(handed)
        folders = vault_folders(self._outside.vaults, handed.vault if handed else None)
        if not folders:
            self._show_create(back=False)
        elif handed is not None and handed.covered:
            form = UnlockForm(folders, self._outside.moment, self._outside.doors)
            self.rescue.listen(form)
            clock = CoverPage(lambda: self._outside.moment().now, self._outside.steady, form)
            self.window.show_front(clock)
        else:
            self._show_unlock(folders, fresh=handed is None)
        self.window.show()
        self.window.activateWindow()

    def enter(self, ws: Workspace) -> None:
        """A vault is open: show its pages, beginning with what the last process handed over."""
        outside = self._outside
        session = outside.open_session(
            ws, outside.moment, outside.steady, outside.chooser, outside.pages
        )
        self.noting.note(Event.UNLOCKED)
        self.noting.hear(session)
        session.shell.talking.connect(self.idle.talking)
        self._forward.watch(session.raise_file)
        self.rescue.keep(session)
        refused = self.waiting.write_into(session)
        self.window.enter(session)
        if refused is not None:
            self.window.desk.notice(Notice(messages.refusal(refused)))
        self._watch_clock(session)
        self._watch_over()

    def lock(self, cause: Cause = Cause.ASKED) -> None:
        """Save, close, end. Where no key is there is nothing to lock."""
        session, folder = self.window.session, self.rescue.held
        if folder is None:
            return
        told = Handover(folder, self.waiting.sealed, self.window.covered, self.rescue.damaged)
        late = Deadline(lambda: self._end(session, told))
        try:
            # The laptop's sleep is still held back: only the end of the process lets it go.
            self._leave()
            self.window.keep_standing()
            self.window.session = None
            self.clipboard.clear()
            if session is not None:
                session.close()
            self._keep_size()
            self.noting.note(Event.LOCKED, cause=cause.value)
        finally:
            # A mistake of ours in between is no reason to stay open.
            if late.met():
                self._end(session, told)

    def _end(self, session: Session | None, told: Handover) -> None:
        try:
            told = told.carrying(session.sealed() if session is not None else b"")
        finally:
            self._outside.end_process(told)

    def save(self) -> bool:
        """Flush what is typed; True when nothing is left in memory only."""
        session = self.window.session
        return session is None or session.shell.autosave.flush()

    def redress(self) -> None:
        """Wear the chosen theme, and build what shows anew."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply(app, self.chosen.theme())
        if self.window.session is not None:
            self.window.redress()
        elif self.window.front is not None and not self.window.covered:
            self.start()

    def _show_unlock(self, folders: tuple[Path, ...], *, fresh: bool) -> None:
        page = UnlockPage(folders, self._outside.moment, self._outside.doors)
        self.rescue.listen(page.form)
        page.other_wanted.connect(partial(self._show_create, back=True))
        self.waiting.tell(page)
        self.window.show_front(page)
        if fresh and self._doubtful:
            # Once for a start, and only after the first paint.
            self._doubtful = False
            look = partial(self._outside.doubts, folders[0])
            QTimer.singleShot(0, page, lambda: tell_place(page, look()))

    def _show_create(self, *, back: bool) -> None:
        page = CreatePage(
            fresh_folder(self._outside.vaults), self._outside.moment, self._outside.doors, back=back
        )
        page.unlocked.connect(self.enter)
        page.other_wanted.connect(self.start)
        self.window.show_front(page)

    def _cover(self) -> QWidget:
        cover = CoverPage(lambda: self._outside.moment().now, self._outside.steady)
        cover.expired.connect(partial(self.lock, Cause.COVER))
        return cover

    def _warn(self, seconds: int) -> None:
        self.window.desk.warn(seconds)

    def _calm(self) -> None:
        self.window.desk.notice(None)

    def _watch_clock(self, session: Session) -> None:
        self._clock = ClockWatch(session.clock_behind, self._outside.moment, self.noting.log)
        self._clock.warned.connect(lambda said: self.window.desk.notice(Notice(said)))
        # A new page takes the banner away: whoever goes on is told again.
        session.shell.wanted.connect(self._clock.look)
        self._clock.start()

    def _watch_over(self) -> None:
        """A key is here: from now on it is locked, whoever forgets to."""
        self.idle.start()
        self._laptop.start()

    def _leave(self) -> None:
        self.idle.stop()
        self.rescue.stop()
        if self._clock is not None:
            self._clock.stop()

    def _wear(self, chosen: preferences.Preferences) -> None:
        self.chosen = chosen
        self._keep_size()
        self.redress()

    def _keep_size(self) -> None:
        if not self.window.isMaximized():
            size = self.window.size()
            self.chosen = self.chosen.sized(size.width(), size.height())
        preferences.keep(self.chosen, self._outside.config)

    def _close(self) -> None:
        self.window.keep_standing()
        session, self.window.session = self.window.session, None
        self._leave()
        self._keep_size()
        self.clipboard.clear()
        if session is not None:
            session.close()
            self.noting.note(Event.CLOSED)
        self._laptop.stop()
