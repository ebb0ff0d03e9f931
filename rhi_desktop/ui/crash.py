"""Owns the last resort: our own mistake was met; words are saved, somebody is told calmly."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from rhi_desktop.errors import FileError, RhiError
from rhi_desktop.files import make_folder, write_atomic
from rhi_desktop.ui.translation import noop
from rhi_desktop.ui.widgets.banner import Said

NOTE = "last-fault.txt"
HAPPENED = noop("crash", "The program made a mistake")
SAFE = noop("crash", "Your words are saved on this laptop.")
HELD = noop("crash", "Your words are still here.")
NEXT = noop(
    "crash", "Go on. If it happens again, lock and unlock, and tell the makers of the program."
)
_KEPT_FRAMES = 40


class LastResort:
    """Takes what nobody caught. Saves first, then writes a note, then tells.

    `save` flushes what is typed and says whether the disk took it; `tell` shows three sentences.
    `refuse` takes what the world refused and nobody caught, if an open vault can say it.
    The note holds the kind of exception and where it went through: file names and lines of the
    program, never a message, a value or a word of a case.
    """

    def __init__(
        self,
        save: Callable[[], bool],
        tell: Callable[[Said], object],
        folder: Path,
        refuse: Callable[[RhiError], bool] = lambda _: False,
    ) -> None:
        self._save, self._tell, self._folder = save, tell, folder
        self._refuse = refuse
        self._busy = False

    def install(self) -> None:
        """Become the place where uncaught exceptions end."""
        sys.excepthook = self.take

    def take(
        self, kind: type[BaseException], value: BaseException, trace: TracebackType | None
    ) -> None:
        """One uncaught exception. A second one while this is handled is only noted."""
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(1)
        # A list that reads as it scrolls has nowhere to raise to: a disk refused, not we.
        if isinstance(value, RhiError) and self._refuse(value):
            return
        self._note(kind, trace)
        if self._busy:
            return
        self._busy = True
        try:
            sentences = (HAPPENED, SAFE if self._save() else HELD, NEXT)
            say = QCoreApplication.translate
            self._tell(Said(*(say("crash", words) for words in sentences)))
        finally:
            self._busy = False

    def _note(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        frames = traceback.extract_tb(trace)[-_KEPT_FRAMES:]
        lines = [kind.__name__, *(f"{Path(one.filename).name}:{one.lineno}" for one in frames)]
        try:
            if not self._folder.is_dir():
                make_folder(self._folder)
            write_atomic(self._folder / NOTE, ("\n".join(lines) + "\n").encode())
        except FileError:
            return
