"""Owns the page of a damaged notes file: what is safe, and what can be brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui import background, messages
from rhi_desktop.ui.dates import day_and_time
from rhi_desktop.ui.keeping.keeping_words import holds, missing
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.vault_names import breakable, vault_name
from rhi_desktop.ui.widgets import (
    LARGE,
    QUIET,
    SMALL,
    SMALL_QUIET,
    STRONG,
    Button,
    Icon,
    Text,
    announce,
    card,
    column,
    row,
    wrap,
)
from rhi_desktop.ui.widgets.typesetting import TextStyle
from rhi_desktop.workflow import keeping, unlocking
from rhi_desktop.workflow.keeping import SnapshotView

if TYPE_CHECKING:
    from rhi_desktop.workflow.unlocking import VaultKey

TITLE = TextStyle(28, 600, line=36)
TOP = 96 / 712
WIDTH = 560
OLDER = "vault_rolled_back"
BROKEN = {"snapshot_damaged", "snapshot_missing"}


class DamagedPage(FrontPage):
    """Offers the newest good snapshot, restored beside, and opens it. Nothing is ever repaired.

    `unlocked` gives the workspace that was opened. Where the notes themselves still open (damage
    that showed in the middle of work, an older copy put back), they can be opened by a choice.
    """

    unlocked = Signal(object)

    def __init__(
        self, folder: Path, key: VaultKey, error: RhiError, moment: Callable[[], Moment]
    ) -> None:
        work = QWidget()
        super().__init__(work, top=TOP, width=WIDTH, back=self.tr("Back to Unlock"))
        self._folder, self._key, self._error, self._moment = folder, key, error, moment
        self._good: tuple[SnapshotView, ...] = ()
        self._at_work = False
        said = messages.not_opened(error)
        self.restore = Button("", "primary", size=LARGE)
        self.restore.setObjectName("restore")
        self.restore.clicked.connect(self._restore)
        self.restore.hide()
        self.anyway = Button(self._anyway_words(), size=LARGE)
        self.anyway.setObjectName("open_anyway")
        self.anyway.clicked.connect(self._open_anyway)
        self._holds, self._missing = Text("", SMALL, wrap=True), Text("", SMALL, wrap=True)
        self._holds.setObjectName("snapshot_holds")
        self._missing.setObjectName("snapshot_missing")
        for words in (self._holds, self._missing):
            words.hide()
        self._doing = Text(self.tr("Looking for snapshots\u2026"), SMALL_QUIET, wrap=True)
        self._doing.setObjectName("rescue_doing")
        title = Text(said.happened, TITLE, wrap=True)
        title.setObjectName("damage_title")
        sign = Icon("danger", "danger", 28)
        head = row(column(4, sign, "*"), 14, (title, 1))
        work.setLayout(
            column(head, 12, self._safe(said.safe), 20, self._offer(), 16, self._stays())
        )
        opens = error.code == OLDER or "opens" in error.facts
        self.anyway.setVisible(opens)
        self._buttons.setVisible(opens)
        look = keeping.newer_snapshots if error.code == OLDER else keeping.snapshots
        background.run(self, partial(look, folder, key), self._found, self._none)

    def first_focus(self) -> QWidget | None:
        """What will most likely be pressed, once it is there."""
        return self.restore if self.restore.isVisibleTo(self) else None

    def _safe(self, safe: str) -> QWidget:
        name = self.tr("The vault \u201c{name}\u201d.").format(name=vault_name(self._folder))
        return Text(f"{name} {safe}", QUIET, wrap=True)

    def _offer(self) -> QWidget:
        heading = Text(self.tr("What you can do"), STRONG)
        buttons = column(row(self.restore, "*"), 10, row(self.anyway, "*"))
        self._buttons = wrap(column(12, buttons))
        words = (self._holds, self._missing, self._doing)
        inside = column(heading, 8, *words, self._buttons, margins=(24, 18, 24, 20))
        return card(inside, "surface")

    def _stays(self) -> QWidget:
        words = self.tr(
            "The damaged notes stay where they are, exactly as they are. Do not delete or move "
            "them: somebody who knows may get more out of them. Tell whoever looks after this "
            "laptop, because its disk may be failing."
        )
        if self._error.code == OLDER:
            words = self.tr(
                "An older copy of these notes was put in the place of the newer one. If you did "
                "not do that yourself, tell whoever looks after this laptop before you go on."
            )
        return wrap(
            row(
                column(2, Icon("shield", "text2", 18), "*"),
                10,
                (Text(words, SMALL_QUIET, wrap=True), 1),
            )
        )

    def _anyway_words(self) -> str:
        if self._error.code == OLDER:
            return self.tr("Open the older notes as they are")
        return self.tr("Open the damaged notes and read what can be read")

    def _found(self, views: tuple[SnapshotView, ...]) -> None:
        self._good = tuple(view for view in views if view.good)
        if not self._good:
            self._none(None)
            return
        self._doing.hide()
        self._offer_first(self.tr("The newest snapshot was made on {when}."))

    def _offer_first(self, made: str) -> None:
        good = self._good[0]
        words = self.tr("Restore the snapshot of {when} beside it")
        self.restore.setText(words.format(when=day_and_time(good.made_at)))
        self._holds.setText(f"{made.format(when=day_and_time(good.made_at))} {holds(good)}")
        self._missing.setText(missing(good))
        for shown in (self._holds, self._missing, self._buttons):
            shown.show()
        self.restore.show()
        self.restore.setFocus()
        announce(self, f"{self._error_words()} {self.restore.text()}", urgent=True)

    def _error_words(self) -> str:
        return messages.not_opened(self._error).happened

    def _none(self, error: RhiError | None) -> None:
        del error
        words = self.tr(
            "No snapshot of these notes can be read on this laptop. If there is a copy of the "
            "whole folder somewhere else, put it beside this one and unlock that. This one is "
            "{path}."
        ).format(path=breakable(self._folder))
        if self._error.code == OLDER:
            words = self.tr("No snapshot on this laptop holds more than these older notes.")
        self._doing.setText(words)
        announce(self, words, urgent=True)
        self.focus_back()

    def typed(self) -> bool:
        """While a snapshot is being restored nobody leaves by a key."""
        return self._at_work

    def _restore(self) -> None:
        if self._at_work:
            return
        self._busy(self.tr("Restoring. The snapshot is read back page by page\u2026"))
        promised = self._good[0].number
        work = partial(keeping.restore, self._folder, self._key, self._moment(), promised)
        background.run(self, work, partial(self._open, older=False), self._not_restored)

    def _not_restored(self, error: RhiError) -> None:
        """Nobody gets something older than the button said: the next one is offered by its day."""
        self._refused(error)
        if error.code in BROKEN and len(self._good) > 1:
            self._good = self._good[1:]
            self._doing.setText(
                self.tr("That snapshot cannot be read whole. Here is an older one.")
            )
            self._offer_first(self.tr("It was made on {when}."))

    def _open_anyway(self) -> None:
        self._open(self._folder, older=True)

    def _open(self, folder: Path, *, older: bool) -> None:
        try:
            ws = unlocking.open_workspace(folder, self._key, older=older)
        except RhiError as error:
            self._refused(error)
            return
        self.unlocked.emit(ws)

    def _refused(self, error: RhiError) -> None:
        self._busy("")
        said = messages.not_opened(error)
        self._doing.setText(said.whole)
        self._doing.show()
        announce(self, said.whole, urgent=True)

    def _busy(self, words: str) -> None:
        self._at_work = bool(words)
        # The one that was pressed keeps the focus: a second Return would press the next.
        for button in (self.restore, self.anyway):
            button.setEnabled(not words or button.hasFocus())
        self._doing.setText(words)
        self._doing.setVisible(bool(words))
        if words:
            announce(self, words)
