"""Owns the checks that every page must pass: names, keys, targets, nothing cut off."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

WIDE, HIGH = 1366, 724
"""A window of 1366 x 768 without the strip."""
TARGET, CHILD_TARGET = 24, 44
NAME = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = {"F1", "F9", "Ctrl+L", "Ctrl+Q", "Ctrl+O", "Ctrl+N", "Ctrl++", "Ctrl+-", "Ctrl+0"}


class Windows(QObject):
    """Remembers every window that was shown, however short."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Note a window that shows itself."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.met.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def assert_page_accessible(page: QWidget, *, target: int = TARGET) -> None:
    """Every stop is named once, reached and left by Tab, large enough, and nothing is cut off."""
    shown(page)
    stops = tab_stops(page)
    assert_named(stops)
    assert_reached(page, stops)
    assert_targets(stops, target)
    assert_keys(page)
    assert_nothing_cut(page)


def shown(page: QWidget, width: int = WIDE, height: int = HIGH) -> None:
    """Show a page at its size and let its layout settle."""
    if not page.isVisible():
        page.resize(width, height)
        page.show()
    page.activateWindow()
    for _ in range(3):
        QApplication.processEvents()


def tab_stops(page: QWidget) -> list[QWidget]:
    """Every visible, enabled control that Tab can reach."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, widget
    return interface.text(QAccessible.Text.Name)


def assert_named(stops: list[QWidget]) -> None:
    """A1: a name that is not the class's, once on a page, and an object name for the demo."""
    seen: dict[tuple[str, str], QWidget] = {}
    for stop in stops:
        name = spoken_name(stop)
        assert name, f"no accessible name: {stop}"
        assert name != type(stop).__name__, f"named by its class: {stop}"
        assert NAME.fullmatch(stop.objectName()), f"no snake_case object name: {name!r}"
        key = (_group(stop), name)
        assert key not in seen, f"two stops are called {name!r}: {seen[key]} and {stop}"
        seen[key] = stop
    names = [stop.objectName() for stop in stops]
    assert len(set(names)) == len(names), f"two stops share an object name: {sorted(names)}"


def assert_reached(page: QWidget, stops: list[QWidget]) -> None:
    """A3, A4: Tab goes through all stops and back to the first; nothing traps it."""
    if not stops:
        return
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    met: list[QWidget] = []
    for _ in range(2 * len(stops) + 2):
        focus = QApplication.focusWidget()
        assert focus is not None, "the focus got lost"
        if focus in met:
            break
        met.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert met[0] is QApplication.focusWidget(), f"Tab does not come back: {met[-1]}"
    missed = [stop for stop in stops if stop not in met and not _by_arrows(stop, met)]
    assert not missed, f"Tab does not reach {[spoken_name(stop) for stop in missed]}"
    assert all(stop.isVisibleTo(page) for stop in met)


def assert_targets(stops: list[QWidget], target: int) -> None:
    """A12: what can be pressed is at least so large."""
    for stop in stops:
        if isinstance(stop, QAbstractButton | QComboBox | QLineEdit):
            small = min(stop.width(), stop.height())
            assert small >= target, f"{spoken_name(stop)} is only {small} px"


def assert_keys(page: QWidget) -> None:
    """A13: no Ctrl+Alt, no single character, no key twice, none of the window's."""
    seen: set[str] = set()
    for action in page.findChildren(QAction):
        for sequence in action.shortcuts():
            keys = sequence.toString()
            assert "Ctrl+Alt" not in keys, keys
            assert len(keys) > 1, f"single character {keys!r}"
            assert keys not in seen, f"{keys} twice"
            assert keys not in RESERVED, f"{keys} belongs to the window"
            seen.add(keys)


def assert_nothing_cut(page: QWidget) -> None:
    """A7: no label or button is smaller than it asks for, nothing scrolls sideways."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        grows = widget.hasHeightForWidth()
        need = widget.heightForWidth(widget.width()) if grows else widget.sizeHint().height()
        words = widget.text()
        assert widget.height() >= need, f"cut below: {words!r} {widget.height()} < {need}"
        if not grows:
            wide = widget.sizeHint().width()
            assert widget.width() >= wide, f"cut right: {words!r} {widget.width()} < {wide}"
    for area in (one for one in page.findChildren(QScrollArea) if one.isVisible()):
        assert area.horizontalScrollBar().maximum() == 0, "scrolls sideways"


def assert_leaves_by_tab(area: QPlainTextEdit) -> None:
    """A4: Tab leaves a text area."""
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not area


def _group(widget: QWidget) -> str:
    """The name of what holds the widget, for answers that repeat question by question."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if parent.accessibleName() and parent.objectName() != "page":
            return parent.accessibleName()
        parent = parent.parentWidget()
    return ""


def _by_arrows(stop: QWidget, met: list[QWidget]) -> bool:
    """A radio button whose group was entered: arrows lead to it."""
    return isinstance(stop, QRadioButton) and any(
        isinstance(other, QRadioButton) and _siblings(stop, other) for other in met
    )


def _siblings(one: QRadioButton, other: QRadioButton) -> bool:
    group: QButtonGroup | None = one.group()
    if group is not None:
        return other in group.buttons()
    return one.parentWidget() is other.parentWidget()
