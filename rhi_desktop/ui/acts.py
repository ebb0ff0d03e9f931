"""Owns the actions of the window itself: where to go, how it looks, cover, lock, close."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.preferences import LOOKS
from rhi_desktop.ui.shell import Menu


class WindowActs(QObject):
    """What every page offers. Emits `wanted` (Place), `zoomed` (+1, -1, 0), `dressed` (str)."""

    wanted = Signal(object)
    zoomed = Signal(int)
    dressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._acts: list[tuple[Menu, QAction]] = []
        self._places()
        self.lock = self._add(Menu.FILE, self.tr("Lock"), "Ctrl+L")
        self.close = self._add(Menu.FILE, self.tr("Close"), "Ctrl+Q")
        self._editing()
        self._looks()
        # F9 is heard by CoverKeys before any widget; here it is only said.
        self.cover = self._add(Menu.VIEW, self.tr("Cover") + "\tF9")
        # From every page of a case: whoever has to act now must not look for it.
        words = self.tr("Immediate safety")
        self.safety = self._add(Menu.CONVERSATION, words, "Ctrl+Shift+S")
        self.manual = self._add(Menu.HELP, self.tr("Manual"), "F1")
        self.keys = self._add(Menu.HELP, self.tr("Keys"), "Ctrl+/")
        self.about = self._add(Menu.HELP, self.tr("About this program"))

    @property
    def listed(self) -> list[tuple[Menu, QAction]]:
        """Every action with the menu it stands in."""
        return list(self._acts)

    def enable(self, on: bool) -> None:  # noqa: FBT001 - a setter of one switch
        """Let the actions be used, or not: under a cover and in child mode they are not."""
        for _, action in self._acts:
            action.setEnabled(on)

    def _add(
        self, menu: Menu, words: str, keys: str = "", do: Callable[[], object] | None = None
    ) -> QAction:
        action = QAction(words, self)
        if keys:
            action.setShortcut(keys)
        if do is not None:
            action.triggered.connect(do)
        self._acts.append((menu, action))
        return action

    def _places(self) -> None:
        for menu, words, keys, page in (
            (Menu.FILE, self.tr("New episode"), "Ctrl+N", PageName.EPISODE),
            (Menu.FILE, self.tr("Your cases"), "Alt+Home", PageName.CASES),
            (Menu.FILE, self.tr("Import"), "Ctrl+O", PageName.IMPORT),
            (Menu.FILE, self.tr("Figures"), "", PageName.FIGURES),
            (Menu.FILE, self.tr("Snapshots and check"), "", PageName.KEEPING),
            (Menu.FILE, self.tr("Passphrase and recovery code"), "", PageName.KEYS),
            (Menu.REVIEW, self.tr("Waiting for review"), "", PageName.REVIEWS),
            (Menu.REVIEW, self.tr("Check a report"), "", PageName.VERIFY),
            (Menu.REVIEW, self.tr("Cards"), "", PageName.CARDS),
        ):
            self._add(menu, words, keys, partial(self._want, Place(page)))

    def _want(self, place: Place, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self.wanted.emit(place)

    def _editing(self) -> None:
        # The keys of these belong to the field that has the focus.
        for words, verb in (
            (self.tr("Undo"), "undo"),
            (self.tr("Redo"), "redo"),
            (self.tr("Cut"), "cut"),
            (self.tr("Copy"), "copy"),
            (self.tr("Paste"), "paste"),
            (self.tr("Select all"), "selectAll"),
        ):
            self._add(Menu.EDIT, words, "", partial(_edit, verb))

    def _looks(self) -> None:
        for words, keys, step in (
            (self.tr("Larger"), "Ctrl++", 1),
            (self.tr("Smaller"), "Ctrl+-", -1),
            (self.tr("Normal size"), "Ctrl+0", 0),
        ):
            self._add(Menu.VIEW, words, keys, partial(self._zoom, step))
        words_of = {
            "system": self.tr("Colours as the system has them"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        for look in LOOKS:
            self._add(Menu.VIEW, words_of[look], "", partial(self._dress, look))

    def _zoom(self, step: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self.zoomed.emit(step)

    def _dress(self, look: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self.dressed.emit(look)


def _edit(verb: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit):
        getattr(field, verb)()
