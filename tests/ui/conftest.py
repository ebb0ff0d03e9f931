"""Owns what every test of a window gets: a dressed application, a real shell, a chosen file."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui import background
from rhi_desktop.ui.autosave import Autosave
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.program import Outside, Program
from rhi_desktop.ui.shell import Page, Shell
from rhi_desktop.ui.theme import Theme, apply, load_fonts, theme
from rhi_desktop.workflow.drafts import Edit
from tests.ui.notes_page import NotesPage

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """The bundled family, days named in English, English plurals."""
    background.collect_here(qapp)
    app.speak(qapp)
    load_fonts()
    apply(qapp, Theme())


@pytest.fixture(autouse=True)
def _own_look(qapp: QApplication) -> Iterator[None]:
    """A test that changes theme or zoom leaves no trace of it, nor widgets that wait to go."""
    _let_pages_go()
    yield
    # Before the next test runs a loop: a page whose vault is closed by now still has timers.
    _let_pages_go()
    dress(qapp, Theme())
    # Where no event loop runs, the app's own timer does not collect either.
    gc.collect(1)


def _let_pages_go() -> None:
    # A page that a test left behind would read its closed vault when it is dressed anew.
    for widget in QApplication.allWidgets():
        if isinstance(widget, Page):
            widget.deleteLater()
    # Without a running event loop nobody deletes what was told to delete itself.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def dress(app: QApplication, look: Theme) -> None:
    """Apply a theme unless it is worn already."""
    if theme() != look:
        apply(app, look)


@dataclass
class FixedChooser:
    """A person who has made up their mind: gives `path` whenever asked."""

    path: Path | None = None
    asked: list[tuple[FileKind | None, str]] = field(default_factory=list)

    def open_file(self, parent: QWidget, kind: FileKind) -> Path | None:
        """The path that was decided on."""
        assert parent.isWidgetType()
        self.asked.append((kind, ""))
        return self.path

    def save_file(self, parent: QWidget, kind: FileKind, suggested: str) -> Path | None:
        """The path that was decided on; a folder takes the suggested name."""
        assert parent.isWidgetType()
        self.asked.append((kind, suggested))
        return self.path / suggested if self.path and self.path.is_dir() else self.path

    def folder(self, parent: QWidget) -> Path | None:
        """The path that was decided on."""
        assert parent.isWidgetType()
        self.asked.append((None, ""))
        return self.path


@dataclass
class Watch:
    """A clock that moves when the test says so: the wall's and the steady one together."""

    start: Moment
    seconds: float = 0.0

    def moment(self) -> Moment:
        """Now, by this watch."""
        return Moment(self.start.now + timedelta(seconds=self.seconds), self.start.draw)

    def steady(self) -> float:
        """Seconds since the test began."""
        return self.seconds


@pytest.fixture
def watch(moment: Moment) -> Watch:
    """A Tuesday afternoon in March that passes only by hand."""
    return Watch(moment)


@pytest.fixture
def chooser() -> FixedChooser:
    """Set `.path` to what the person shall choose."""
    return FixedChooser()


@pytest.fixture
def written() -> list[Edit]:
    """What the shell's autosave wrote."""
    return []


@pytest.fixture
def shell(watch: Watch, chooser: FixedChooser, written: list[Edit]) -> Shell:
    """A real shell: its signals tell where a page wants to go and what it says."""

    def write(edit: Edit, at: Moment) -> None:
        del at
        written.append(edit)

    return Shell(watch.moment, Autosave(write, watch.moment, watch.steady), chooser)


@dataclass
class Ended:
    """Stands in for the end of the process: keeps what would be handed over."""

    handed: list[Handover] = field(default_factory=list)


@pytest.fixture
def ended() -> Ended:
    """What the lock handed over."""
    return Ended()


@pytest.fixture
def program(
    qtbot: QtBot, tmp_path: Path, watch: Watch, chooser: FixedChooser, ended: Ended
) -> Iterator[Program]:
    """The whole program in a folder of its own; every page is the small one."""
    outside = Outside(
        watch.moment,
        watch.steady,
        chooser,
        ended.handed.append,
        tmp_path / "vaults",
        tmp_path / "config",
        {name: lambda: NotesPage for name in PageName},
        *app.loaded_later(),
    )
    made = Program(outside)
    qtbot.addWidget(made.window)
    yield made
    made.idle.stop()
    made.cover_keys.deleteLater()
