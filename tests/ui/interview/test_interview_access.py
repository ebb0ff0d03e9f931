"""Claims about everybody using the pages of the conversation: names, Tab, targets, zoom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.line import Topic
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.interview.guided_page import GuidedPage
from rhi_desktop.ui.interview.read_back_page import ReadBackPage
from rhi_desktop.ui.interview.sort_page import SortPage
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Page, Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import (
    Windows,
    assert_leaves_by_tab,
    assert_nothing_cut,
    assert_page_accessible,
    shown,
)
from tests.ui.conftest import dress
from tests.ui.interview.conftest import settle

Make = Callable[[Workspace, Shell, Place], Page]
QUESTIONS = (
    "told_limits",
    "planned",
    "travel",
    "not_wanted",
    "being_back",
    "support_wanted",
    "reach_safely",
    "info_given",
)
PAGES: dict[str, tuple[Make, str]] = {
    "capture": (CapturePage, ""),
    "sort": (SortPage, ""),
    "read_back": (ReadBackPage, ""),
    **{question: (GuidedPage, question) for question in QUESTIONS},
}


def opened(qtbot: QtBot, ws: Workspace, shell: Shell, place: Place, name: str) -> Page:
    """A page of the practice talk."""
    make, detail = PAGES[name]
    page = make(ws, shell, replace(place, detail=detail))
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_named_reached_and_whole(
    qtbot: QtBot, workspace: Workspace, shell: Shell, played: Place, name: str
) -> None:
    """Every stop has one name, Tab goes round, targets are large enough, no words are cut."""
    assert_page_accessible(opened(qtbot, workspace, shell, played, name))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_at_twice_the_size(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, shell: Shell, played: Place, name: str
) -> None:
    """200 % in the same window: one column, no sideways scrolling, in high contrast too."""
    dress(qapp, Theme(Mode.CONTRAST, 2.0))
    page = opened(qtbot, workspace, shell, played, name)
    shown(page, 1366, 680)
    assert_nothing_cut(page)


def test_a_small_window_has_one_column(
    qtbot: QtBot, workspace: Workspace, shell: Shell, played: Place
) -> None:
    """683 x 344 at 100 % is the same as the system's 200 %: the pane is a button."""
    page = opened(qtbot, workspace, shell, played, "capture")
    assert isinstance(page, CapturePage)
    shown(page, 683, 344)
    assert not page.pane.isVisible()
    assert_nothing_cut(page)
    page.toggle_drawer()
    QApplication.processEvents()
    assert page.pane.isVisible()


def test_no_title_names_a_person(
    qtbot: QtBot, workspace: Workspace, shell: Shell, played: Place
) -> None:
    """A18: the reference and nothing else."""
    titles = {opened(qtbot, workspace, shell, played, name).title for name in PAGES}
    assert titles == {"R-0142"}


def test_every_field_is_left_by_tab(
    qtbot: QtBot, workspace: Workspace, shell: Shell, played: Place
) -> None:
    """A4: no text area traps the key."""
    page = opened(qtbot, workspace, shell, played, "capture")
    settle(page)
    for area in page.findChildren(QPlainTextEdit):
        if area.isVisible():
            assert_leaves_by_tab(area)


def test_nothing_learns_corrects_or_capitalises(
    qtbot: QtBot, workspace: Workspace, shell: Shell, played: Place
) -> None:
    """A child's words are sensitive and stay as typed, whatever keyboard is used."""
    page = opened(qtbot, workspace, shell, played, "capture")
    assert isinstance(page, CapturePage)
    hint = Qt.InputMethodHint
    hints = page.notebook.input.edit.inputMethodHints()
    for wanted in (hint.ImhSensitiveData, hint.ImhNoPredictiveText, hint.ImhNoAutoUppercase):
        assert hints & wanted


def test_the_blank_panel_is_reached_by_keys(
    qtbot: QtBot, workspace: Workspace, shell: Shell, played: Place
) -> None:
    """A topic without lines: its reasons are named and in the round of Tab."""
    page = opened(qtbot, workspace, shell, played, "sort")
    assert isinstance(page, SortPage)
    shown(page)
    page.pane.ask(Topic.HOW)
    assert_page_accessible(page)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_no_part_of_a_page_is_a_window_for_a_moment(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, shell: Shell, played: Place, zoom: float
) -> None:
    """A part shown before it stands on its page would flash, and take the keys away."""
    dress(qapp, Theme(Mode.LIGHT, zoom))
    windows = Windows()
    qapp.installEventFilter(windows)
    for name in PAGES:
        opened(qtbot, workspace, shell, played, name)
    qapp.removeEventFilter(windows)
    assert windows.met == []
