"""Owns telling, once after an unlock, that a vault has no recovery code yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from rhi_desktop.errors import RhiError
from rhi_desktop.ui import background
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets.banner import Offer, Said

if TYPE_CHECKING:
    from rhi_desktop.workflow.keyholding import KeysView


class CodeNotice(QObject):
    """Waits for a quiet moment: no conversation runs, and `free` says that nothing else is told.

    A vault that cannot be asked is not told about: whatever is wrong with it is said elsewhere.
    Ends with `owner`, which is of the window: what `free` looks at must still be there.
    """

    def __init__(
        self,
        owner: QObject,
        shell: Shell,
        folder: Path,
        keys_view: Callable[[Path], KeysView],
        free: Callable[[], bool],
    ) -> None:
        super().__init__(owner)
        self._shell, self._free = shell, free
        self._missing = False
        shell.talking.connect(self._talked)
        shell.wanted.connect(self._later)
        background.run(self, partial(keys_view, folder), self._seen, self._not_seen)

    def _seen(self, view: KeysView) -> None:
        self._missing = not view.has_code
        self._tell()

    def _not_seen(self, error: RhiError) -> None:
        del error

    def _talked(self, running: bool) -> None:  # noqa: FBT001 - a slot takes what the signal gives
        """When a conversation ends there may be room to tell."""
        if not running:
            self._later()

    def _later(self, place: Place | None = None) -> None:
        """A page is being shown: look once it is there. Whoever goes there needs no telling."""
        if place is not None and place.page is PageName.KEYS:
            self._missing = False
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        if not self._missing or self._shell.talks or not self._free():
            return
        self._missing = False
        self._shell.say(
            Said(
                self.tr("These notes have no recovery code yet"),
                self.tr("If the passphrase were forgotten, nobody could open them."),
                self.tr("A code on paper, in your organisation\u2019s safe, can."),
            ),
            Offer(
                self.tr("Make a recovery code"),
                partial(self._shell.go, Place(PageName.KEYS)),
                "to_keys",
            ),
            tone="notice",
        )
