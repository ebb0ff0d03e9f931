"""Owns putting away everything that floats over the window, so that a cover hides it all."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget


def put_away_floating(window: QWidget) -> None:
    """Menus, drop-downs, tips and dialogs: none stays in sight.

    Hidden at once, whatever they think of it; a dialog is also told that it was cancelled.
    """
    QToolTip.hideText()
    for one in QApplication.topLevelWidgets():
        if one is window or not one.isVisible():
            continue
        if isinstance(one, QDialog):
            one.reject()
        else:
            one.close()
        one.hide()
