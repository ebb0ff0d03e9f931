"""Owns one sitting's world: folders, a chooser that knows its answers, and the program itself."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QWidget

from rhi_desktop import app
from rhi_desktop.demo.driver import HEIGHT, WIDTH, Driver
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.program import Program


class Answers:
    """Chooses files as the sitting decided beforehand; asked for more than that, it fails."""

    def __init__(self) -> None:
        self.next: Path | None = None

    def open_file(self, parent: QWidget, kind: FileKind) -> Path | None:
        """The file decided on."""
        del parent, kind
        return self._give()

    def save_file(self, parent: QWidget, kind: FileKind, suggested: str) -> Path | None:
        """The file decided on, or the suggested name in the folder decided on."""
        del parent, kind
        path = self._give()
        return path / suggested if path is not None and path.is_dir() else path

    def folder(self, parent: QWidget) -> Path | None:
        """The folder decided on."""
        del parent
        return self._give()

    def _give(self) -> Path | None:
        given, self.next = self.next, None
        return given


class Stage:
    """A person's own folder, vault and window under DIR; closed when the sitting ends."""

    def __init__(
        self,
        out: Path,
        who: str,
        told: Callable[[str], None],
        end: Callable[[Handover], object] | None = None,
    ) -> None:
        self.out, self.who = out, who
        self.home = out / who
        self.answers = Answers()
        world = app.outside(end or _stay, self.answers)
        self.program = Program(replace(world, vaults=self.home, config=self.home / "settings"))
        self.driver = Driver(self.program, out / "screens", told)

    def open(self, handed: Handover | None = None) -> Driver:
        """Show the window in the size of the mock-ups."""
        app.install_last_resort(self.program)
        sys.excepthook = partial(_stumble, self.driver, sys.excepthook)
        self.program.redress()
        self.program.window.resize(WIDTH, HEIGHT)
        self.program.start(handed)
        self.driver.settle()
        return self.driver

    def close(self) -> None:
        """Close the window as a person does."""
        self.program.window.close()
        self.driver.settle()


def _stumble(
    driver: Driver,
    further: Callable[[type[BaseException], BaseException, TracebackType | None], object],
    kind: type[BaseException],
    value: BaseException,
    trace: TracebackType | None,
) -> None:
    """A mistake that the app only notes, so that somebody can go on, ends a sitting."""
    further(kind, value, trace)
    # Everybody here is invented: the whole story may be told.
    driver.stumbled("".join(traceback.format_exception(kind, value, trace)))


def _stay(handover: Handover) -> None:
    """A sitting that does not lock has nothing to end."""
    del handover
