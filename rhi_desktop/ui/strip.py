"""Owns the strip on top of every page: menu, what is saved, Cover, Lock."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QMenuBar, QSizePolicy

from rhi_desktop.ui.shell import Menu
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.layout import row, sized
from rhi_desktop.ui.widgets.saved_label import SavedLabel

Acts = Iterable[tuple[Menu, QAction]]


class Strip(QFrame):
    """The strip. Emits `covered` and `locked` when their buttons are pressed."""

    covered = Signal()
    locked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setProperty("card", "strip")
        self.saved = SavedLabel()
        self._bar = QMenuBar()
        self._bar.setObjectName("menu")
        self._bar.setAccessibleName(self.tr("Menu"))
        self._bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        # Qt would hand the menu to the desktop; the strip is the same everywhere.
        self._bar.setNativeMenuBar(False)
        self._menus: list[QMenu] = []
        cover = Button(self.tr("Cover"), "quiet", "cover", hint="F9", size=SMALL_BUTTON)
        cover.setObjectName("cover")
        cover.clicked.connect(self.covered)
        lock = Button(self.tr("Lock"), "quiet", "lock", size=SMALL_BUTTON)
        lock.setObjectName("lock")
        lock.clicked.connect(self.locked)
        crowded = theme().crowded
        side = (14, 10) if crowded else (38, 36)
        parts = row(
            sized(self._bar, height=32),
            "*",
            None if crowded else self.saved,
            16,
            cover,
            4,
            lock,
            margins=(side[0], 0, side[1], 0),
        )
        self.setLayout(parts)
        sized(self, height=44)

    def show_acts(self, acts: Acts) -> None:
        """Fill the menus; at a high zoom they are entries of one menu. An empty one is greyed."""
        self._bar.clear()
        for menu in self._menus:
            menu.deleteLater()
        self._menus = []
        by_menu: dict[Menu, list[QAction]] = {menu: [] for menu in Menu}
        for which, action in acts:
            by_menu[which].append(action)
        target: QMenuBar | QMenu = self._bar
        if theme().crowded:
            target = QMenu(self.tr("Menu"), self)
            self._bar.addMenu(target)
            self._menus.append(target)
        for which, actions in by_menu.items():
            menu = QMenu(self._title(which), self)
            menu.addActions(actions)
            menu.setEnabled(bool(actions))
            target.addMenu(menu)
            self._menus.append(menu)

    def _title(self, menu: Menu) -> str:
        return {
            Menu.FILE: self.tr("File"),
            Menu.EDIT: self.tr("Edit"),
            Menu.VIEW: self.tr("View"),
            Menu.CONVERSATION: self.tr("Conversation"),
            Menu.CHILD: self.tr("Child"),
            Menu.REVIEW: self.tr("Review"),
            Menu.HELP: self.tr("Help"),
        }[menu]
