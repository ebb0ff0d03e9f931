"""Claims about leaving a page by the keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.acts import WindowActs
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Shell
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.workspace import Workspace
from tests.e2e.offices import signed_talk

BACK = "Alt+Left"


def keys_of(acts: Iterable[tuple[Menu, QAction]]) -> list[str]:
    """Every key that stands in the menus, once for each action that has it."""
    return [keys.toString() for _, action in acts for keys in action.shortcuts()]


@pytest.fixture
def keys_by_page(
    qtbot: QtBot, workspace: Workspace, shell: Shell, moment: Moment
) -> Mapping[PageName, list[str]]:
    """The keys of every page of a signed talk, and of those beside it."""
    signed = signed_talk(workspace, moment)
    head, report = signed.account.interview, signed.report
    episode = casework.open_case(workspace, head.case_id, moment.now).episodes[0].episode
    found = {}
    for name in PageName:
        place = Place(name, head.case_id, episode.id, head.id, report.id)
        page = app.page_maker(name)(workspace, shell, place)
        qtbot.addWidget(page)
        found[name] = keys_of(page.acts)
    return found


def test_alt_left_leads_back_from_every_page(keys_by_page: Mapping[PageName, list[str]]) -> None:
    """One key for "back" wherever somebody is; only the list of cases is the start itself."""
    without = {name for name, keys in keys_by_page.items() if BACK not in keys}
    assert without == {PageName.CASES}


def test_no_page_takes_a_key_that_means_something_already(
    keys_by_page: Mapping[PageName, list[str]],
) -> None:
    """A key that two actions claim does neither: immediate safety would be dead there."""
    everywhere = keys_of(WindowActs().listed)
    assert "Ctrl+Shift+S" in everywhere
    for name, keys in keys_by_page.items():
        together = [*everywhere, *keys]
        assert {one for one in together if together.count(one) > 1} == set(), name


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_no_key_of_the_window_is_eaten_by_a_field(
    qtbot: QtBot, field: type[QLineEdit | QPlainTextEdit]
) -> None:
    """While a line is typed, every key of the window still does what the menu says."""
    typed_in = field()
    qtbot.addWidget(typed_in)
    eaten = []
    for _, action in WindowActs().listed:
        for keys in action.shortcuts():
            pressed = cast(Any, keys)[0]  # the stubs do not know that it can be indexed
            event = QKeyEvent(
                QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers()
            )
            event.ignore()
            QApplication.sendEvent(typed_in, event)
            if event.isAccepted():
                eaten.append(keys.toString(QKeySequence.SequenceFormat.PortableText))

    assert eaten == []
