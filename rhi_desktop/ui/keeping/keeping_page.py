"""Owns the page of what is kept: snapshots, the full check, and restoring beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.keeping.check_card import CheckCard
from rhi_desktop.ui.keeping.keeping_words import size
from rhi_desktop.ui.keeping.snapshot_card import SnapshotCard
from rhi_desktop.ui.places import HOME, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.vault_names import breakable, vault_name
from rhi_desktop.ui.widgets import (
    H1,
    H3,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Offer,
    Said,
    Text,
    card,
    column,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import keeping
from rhi_desktop.workflow.keeping import KeepingView, SnapshotView
from rhi_desktop.workflow.workspace import Workspace

USUAL_WIDTH = 1366


class KeepingPage(Page):
    """What is kept on this disk, in plain words; nothing here changes the notes themselves.

    Making a snapshot, checking and restoring run in the background. RhiErrors go to the banner.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, self.tr("Snapshots and check"))
        del place
        self._folder, self._key = ws.store.folder, ws.store.keys
        self._snapshots = SnapshotCard()
        self._snapshots.make.clicked.connect(self._make)
        self._snapshots.restore.clicked.connect(self._restore)
        self._check = CheckCard(shell, self._folder, self._key)
        self._size = Text("", SMALL_QUIET, wrap=True)
        self._sides = row(gap=24)
        self._sides.addWidget(self._snapshots, 3)
        self._sides.addWidget(wrap(column(self._check, 24, self._where(), "*")), 2)
        side = theme().margin
        body = wrap(column(self._sides, margins=(side, 20, side, 32)))
        self.setLayout(column((scrolled(wrap(column(self._head(), body, "*"))), 1)))
        self.act(Menu.FILE, self.tr("Back to all cases"), "Alt+Left", self._back)
        self._arrange(USUAL_WIDTH)
        self._read()

    def first_focus(self) -> QWidget | None:
        """Making a snapshot: the one thing somebody comes here to do."""
        return self._snapshots.make

    def refresh(self) -> None:
        """Look again at what is kept."""
        self._read()

    def _head(self) -> QWidget:
        side = theme().margin
        back = Button(self.tr("Cases"), "link", "left", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        words = self.tr(
            "Snapshots are whole copies of your notes, sealed like the notes, on the same disk. "
            "They help when the notes file is damaged. They do not help when the laptop is lost, "
            "stolen or broken."
        )
        heading = Text(self.tr("Snapshots and check"), H1)
        said = Text(words, QUIET, wrap=True, measure=860)
        return wrap(
            column(row(back, "*"), 4, row(heading, "*"), 4, said, margins=(side, 12, side, 0))
        )

    def _where(self) -> QWidget:
        path = Text(breakable(self._folder), SMALL_QUIET, wrap=True)
        path.setObjectName("vault_path")
        words = self.tr("For whoever looks after this laptop: everything of these notes is here.")
        # The name to be read out is without the breaks.
        path.setAccessibleName(str(self._folder))
        parts = (Text(self.tr("Where the notes are"), H3), 6, Text(words, SMALL_QUIET, wrap=True))
        return card(column(*parts, 10, path, 6, self._size, margins=(28, 20, 28, 22)), "subtle")

    def _read(self) -> None:
        work = partial(keeping.standing, self._folder, self._key)
        self.shell.run(self, work, self._show)

    def _show(self, view: KeepingView) -> None:
        whole = view.bytes + sum(one.bytes for one in view.snapshots)
        words = self.tr("The notes take {size}, with their snapshots {whole}.")
        self._size.setText(words.format(size=size(view.bytes), whole=size(whole)))
        self._snapshots.show_all(view.snapshots)
        self._check.show_last(view.checked_at)

    def _make(self) -> None:
        if self._snapshots.at_work:
            return
        self._snapshots.busy(self.tr("Making a snapshot"))
        work = partial(keeping.take_snapshot, self._folder, self._key, self.shell.moment())
        self.shell.run(self, work, self._made, partial(self._refused, messages.no_snapshot))

    def _made(self, view: SnapshotView) -> None:
        del view
        self._snapshots.busy("")
        said = Said(self.tr("A snapshot was made, and read back to be sure"))
        self.shell.say(said)
        self._read()

    def _restore(self) -> None:
        if self._snapshots.at_work:
            return
        self._snapshots.busy(self.tr("Restoring beside these notes"))
        work = partial(keeping.restore, self._folder, self._key, self.shell.moment())
        self.shell.run(self, work, self._restored, partial(self._refused, messages.not_restored))

    def _restored(self, made: Path) -> None:
        self._snapshots.busy("")
        happened = self.tr("The snapshot now stands beside these notes as \u201c{name}\u201d")
        said = Said(
            happened.format(name=vault_name(made)),
            self.tr("The notes you have open were not changed."),
            self.tr("Lock, then choose it where you unlock. The passphrase is the same."),
        )
        self.shell.say(said, Offer(self.tr("Lock"), self.shell.lock, "lock_now"))

    def _refused(self, words: Callable[[RhiError], Said], error: RhiError) -> None:
        self._snapshots.busy("")
        self.shell.refused.emit(error)
        self.shell.say(words(error), tone="notice")
        self._read()

    def _back(self) -> None:
        self.shell.go(HOME)

    def _arrange(self, width: int) -> None:
        narrow = theme().narrow(width)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column where there is room for one only."""
        super().resizeEvent(event)
        self._arrange(self.width())
