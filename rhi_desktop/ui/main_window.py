"""Owns the one window: which page shows, the cover, closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui import help_sheet
from rhi_desktop.ui.acts import WindowActs
from rhi_desktop.ui.desk import Desk
from rhi_desktop.ui.floating import put_away_floating
from rhi_desktop.ui.focus_ring import FocusRing
from rhi_desktop.ui.icons import window_icon
from rhi_desktop.ui.lock.cover_page import CoverPage
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.places import HOME, PageName, Place, aside, led_aside
from rhi_desktop.ui.shell import Page
from rhi_desktop.ui.view_kept import bring_back, kept_view
from rhi_desktop.ui.widgets import column

if TYPE_CHECKING:
    from rhi_desktop.ui.session import Session


class MainWindow(QWidget):
    """Shows a front page (unlock), a page of the session, or the cover over either.

    Knows no feature: pages come from the session. Emits `locking` and `closing`; whoever made
    the window saves, closes the vault and ends the process. `make_cover` gives a fresh cover.
    """

    locking = Signal()
    closing = Signal()

    def __init__(self, acts: WindowActs, make_cover: Callable[[], QWidget]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWindowIcon(window_icon())
        self.session: Session | None = None
        self.place = HOME
        self._acts, self._make_cover = acts, make_cover
        self.may_close: Callable[[], bool] = lambda: True
        self.front: QWidget | None = None
        """The page that shows while no vault is open."""
        self._cover: QWidget | None = None
        self._focus: QWidget | None = None
        self._desk: Desk | None = None
        self._stack = QStackedWidget()
        self.setLayout(column((self._stack, 1)))
        self.ring = FocusRing(self)
        self.addActions([action for _, action in acts.listed])
        acts.wanted.connect(self.go)
        acts.lock.triggered.connect(self.locking)
        acts.close.triggered.connect(self.close)
        acts.cover.triggered.connect(self.turn_cover)
        acts.safety.triggered.connect(self._look_aside)
        acts.manual.triggered.connect(self._read_manual)
        acts.keys.triggered.connect(self._show_keys)
        acts.about.triggered.connect(lambda: help_sheet.show_about(self))
        self._name()

    @property
    def desk(self) -> Desk:
        """Strip, banner and page; made when a vault is first opened."""
        if self._desk is None:
            self._desk = Desk()
            self._desk.covered.connect(self.turn_cover)
            self._desk.locked.connect(self.locking)
            self._stack.addWidget(self._desk)
        return self._desk

    def desk_is_free(self) -> bool:
        """True while the banner says nothing, and there is a banner that could."""
        return not (self.desk.bare or self.covered or self.desk.banner.words)

    @property
    def page(self) -> Page | None:
        """The page of the session that shows, under the cover if there is one."""
        return None if self._desk is None else self._desk.page

    @property
    def covered(self) -> bool:
        """True while the cover hides everything."""
        return self._cover is not None

    def show_front(self, front: FrontPage | CoverPage) -> None:
        """Show a page that needs no open vault, in the place of the one before."""
        self._drop_front()
        self.front = front
        self._stack.addWidget(front)
        self._stack.setCurrentWidget(self._cover or front)
        self._name()
        first = front.first_focus()
        if first is not None and not self.covered:
            first.setFocus()

    def enter(self, session: Session) -> None:
        """Show the pages of an open vault, beginning where somebody stood."""
        self.session = session
        shell = session.shell
        shell.wanted.connect(self.go)
        shell.noticed.connect(self.desk.notice)
        shell.touched.connect(self._refresh)
        shell.cover_wanted.connect(self.turn_cover)
        shell.lock_wanted.connect(self.locking)
        shell.autosave.status.connect(self.desk.say_saved)
        shell.autosave.refused.connect(self.desk.refused)
        self._drop_front()
        self._stack.setCurrentWidget(self._cover or self.desk)
        self.go(session.first())

    def go(self, place: Place) -> None:
        """Show a page. One that cannot be shown leaves the present one where it is."""
        if self.session is None:
            return
        if self.page is not None:
            place = led_aside(place, self.page.standing(self.place))
        saved = self.session.shell.autosave.flush()
        try:
            page = self.session.page(place)
        except RhiError as error:
            if self.page is None and place != HOME:
                self.go(HOME)
            self.session.shell.refuse(error)
            return
        self.place = place
        self.session.stand(place)
        if saved:
            self.desk.notice(None)
        self.desk.show_page(page, self._acts.listed)
        self._name()
        first = page.first_focus()
        if first is not None and not self.covered:
            first.setFocus()
        if place.view:
            bring_back(page, place.view)

    def keep_standing(self) -> None:
        """Remember exactly where somebody stands: a lock, a cover or the end may follow."""
        if self.session is not None and self.page is not None:
            self.session.stand(self._here(self.page))

    def _here(self, page: Page) -> Place:
        return replace(page.standing(self.place), view=kept_view(page))

    def _show_keys(self) -> None:
        own = self.page.acts if self.page is not None else []
        help_sheet.show_keys(self, [action for _, action in [*own, *self._acts.listed]])

    def _look_aside(self) -> None:
        """Immediate safety, and the way back to exactly here."""
        if self.page is not None and self.place.page is not PageName.SAFETY:
            self.go(aside(PageName.SAFETY, self._here(self.page)))

    def _read_manual(self) -> None:
        """The chapter of this page, and the way back to exactly here."""
        if self.page is not None and self.place.page is not PageName.MANUAL:
            self.go(aside(PageName.MANUAL, self._here(self.page)))

    def redress(self) -> None:
        """Build everything anew after a change of theme, zoom or language."""
        self.desk.build()
        self.go(self.place)

    def turn_cover(self) -> None:
        """Cover the screen at once, or take the cover away."""
        if self._cover is None:
            self._put_cover()
        else:
            self._take_cover(self._cover)

    def _put_cover(self) -> None:
        self._focus = QApplication.focusWidget()
        put_away_floating(self)
        self._cover = self._make_cover()
        self._stack.addWidget(self._cover)
        self._stack.setCurrentWidget(self._cover)
        self._cover.setFocus()
        self._name()
        if self.session is not None:
            self.session.shell.autosave.flush()
            self.keep_standing()

    def _take_cover(self, cover: QWidget) -> None:
        focus, self._focus, self._cover = self._focus, None, None
        self._stack.setCurrentWidget(self.front or self.desk)
        self._stack.removeWidget(cover)
        cover.deleteLater()
        self._name()
        if focus is not None:
            focus.setFocus()

    def _drop_front(self) -> None:
        if self.front is not None:
            self._stack.removeWidget(self.front)
            self.front.deleteLater()
            # What had the focus under a cover goes with it.
            self.front = self._focus = None

    def _name(self) -> None:
        """A title holds a reference at most; under the cover and in child mode not even that."""
        usable = self.page is not None and not self.desk.bare and not self.covered
        self._acts.enable(usable)
        self._acts.safety.setEnabled(usable and self.place.case_id is not None)
        if self._cover is not None:
            self.setWindowTitle(self._cover.windowTitle())
            return
        name = self.front.windowTitle() if self.front is not None else ""
        name = name or self.tr("Return conversation notes")
        own = self.page.title if self.page is not None and usable else ""
        self.setWindowTitle(f"{own} - {name}" if own else name)

    def _refresh(self, case_id: str) -> None:
        if self.page is not None and self.place.case_id in {None, case_id}:
            self.page.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - overrides Qt
        """Close only when every word is on the disk; a lock hands over what is not."""
        kept = self.session is None or self.session.shell.autosave.flush()
        if not (kept and self.may_close()):
            event.ignore()
            return
        event.accept()
        self.closing.emit()
