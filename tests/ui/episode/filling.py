"""Owns the hands of tests of the form for a time away: fill, save, look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.episode.episode_page import EpisodePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.widgets import ErrorSummary
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.views import CaseView
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.rooms import pressable

NEW = Place(PageName.EPISODE)
Opener = Callable[[Place], EpisodePage]


def fill(page: EpisodePage, **words: str) -> None:
    """Type into fields by name, replacing what stands there."""
    for name, typed in words.items():
        field = page.findChild(QLineEdit, name) or page.findChild(QPlainTextEdit, name)
        assert field is not None, name
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, typed)


def holds(page: EpisodePage, name: str) -> str:
    """What a field shows."""
    field = page.findChild(QLineEdit, name)
    if field is not None:
        return field.text()
    area = page.findChild(QPlainTextEdit, name)
    assert area is not None, name
    return area.toPlainText()


def save(page: EpisodePage) -> None:
    """Press the primary button."""
    pressable(page, "save_episode").click()
    QApplication.processEvents()


def open_things(page: EpisodePage) -> tuple[str, ...]:
    """What the summary says, without its title."""
    summary = page.findChild(ErrorSummary)
    assert summary is not None
    return summary.words if summary.isVisibleTo(page) else ()


def only_case(ws: Workspace, at: Moment) -> CaseView:
    """The one case of the vault."""
    (row,) = casework.list_cases(ws, at.now)
    return casework.open_case(ws, row.case_id, at.now)


def newest(ws: Workspace, at: Moment) -> Episode:
    """Its newest time away."""
    return only_case(ws, at).episodes[0].episode
