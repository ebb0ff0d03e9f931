"""Owns how a page looked when it was left: how far it was scrolled, which control had the caret."""

from __future__ import annotations

import json
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

SETTLES_MS = (0, 100, 400)
"""When a fresh page is scrolled: what it does itself on showing comes first."""


def kept_view(page: QWidget) -> str:
    """How a page looks now, as one text without a word of the case."""
    scrolled = {name: bar.value() for name, bar in _bars(page) if bar.value() > 0}
    focus: QWidget | None = page.focusWidget()
    names = {widget: name for name, widget in _named(page)}
    name, caret = (names.get(focus, ""), _caret(focus)) if focus is not None else ("", 0)
    return json.dumps({"scrolled": scrolled, "focus": name, "caret": caret})


def bring_back(page: QWidget, view: str) -> None:
    """Make a page look as it did; what is not there any more is passed over."""
    try:
        kept = json.loads(view)
        scrolled = {str(name): int(value) for name, value in kept["scrolled"].items()}
        focus, caret = str(kept["focus"]), int(kept["caret"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    _ComingBack(page, scrolled)
    widget = dict(_named(page)).get(focus) if focus else None
    if widget is not None and widget.isVisibleTo(page) and widget.isEnabled():
        widget.setFocus()
        # A half-typed word brings its own caret, and knows better.
        if _caret(widget) == 0:
            _put_caret(widget, caret)


class _ComingBack(QObject):
    """Scrolls a page while its parts get their heights, and once more at the end."""

    def __init__(self, page: QWidget, scrolled: dict[str, int]) -> None:
        super().__init__(page)
        self._wanted = {bar: scrolled[name] for name, bar in _bars(page) if name in scrolled}
        for bar in self._wanted:
            bar.rangeChanged.connect(self._scroll)
        for after in SETTLES_MS:
            QTimer.singleShot(after, self, self._scroll)
        QTimer.singleShot(SETTLES_MS[-1], self, self._wanted.clear)

    def _scroll(self, *_: int) -> None:
        for bar, value in self._wanted.items():
            # A page that is built anew meanwhile, or goes, takes its parts with it.
            if isValid(bar):
                bar.setValue(value)


def _bars(page: QWidget) -> Iterator[tuple[str, QScrollBar]]:
    # Counted by name: a panel that was open for a while shifts no other part's number.
    counted: dict[str, int] = {}
    for area in page.findChildren(QAbstractScrollArea):
        name = area.objectName() or type(area).__name__
        counted[name] = counted.get(name, 0) + 1
        yield f"{name}/{counted[name]}", area.verticalScrollBar()


def _named(page: QWidget) -> Iterator[tuple[str, QWidget]]:
    counted: dict[str, int] = {}
    for widget in page.findChildren(QWidget):
        name = widget.objectName()
        if name and not name.startswith("qt_"):
            counted[name] = counted.get(name, 0) + 1
            yield f"{name}/{counted[name]}", widget


def _caret(widget: QWidget) -> int:
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.textCursor().position()
    return 0


def _put_caret(widget: QWidget, caret: int) -> None:
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(caret)
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor: QTextCursor = widget.textCursor()
        cursor.setPosition(max(0, min(caret, widget.document().characterCount() - 1)))
        widget.setTextCursor(cursor)
