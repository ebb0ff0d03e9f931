"""Owns what tests of the rooms round a conversation share: cases in a vault, words on a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace


def back_since(ws: Workspace, at: Moment, initials: str, hours: float | None) -> CaseId:
    """A made-up child who came back so many hours ago, or whose return nobody knows."""
    reference = f"R-{initials.replace('.', '')}"
    child = Child(initials, born=date(2012, 3, 1))
    returned = None if hours is None else at.now - timedelta(hours=hours)
    earlier = replace(at, now=at.now - timedelta(days=1))
    return casework.open_file(ws, NewCase(reference, child), NewEpisode(returned=returned), earlier)


def seen(page: QWidget) -> str:
    """Every word in view, one label a line."""
    labels = [one for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    return "\n".join(one.text() for one in labels)


def pressable(page: QWidget, name: str) -> Button:
    """The one button of this name that is in view."""
    found = [one for one in page.findChildren(Button, name) if one.isVisibleTo(page)]
    assert len(found) == 1, (name, len(found))
    return found[0]


LEFT = Qt.MouseButton.LeftButton
