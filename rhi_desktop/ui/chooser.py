"""Owns asking for a file or folder: by a dialog that remembers nothing, or by a test's own."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget


class FileKind(Enum):
    """What sort of file is asked for; the value is its ending."""

    REPORT = "pdf"
    BUNDLE = "rhib"
    CARD = "rhicard"
    VAULT = "rhivault"


class Chooser(Protocol):
    """Asks a person for a path; None means they went back. Titles and names carry no case data."""

    def open_file(self, parent: QWidget, kind: FileKind) -> Path | None:
        """Which file to read."""

    def save_file(self, parent: QWidget, kind: FileKind, suggested: str) -> Path | None:
        """Where to write a new file; `suggested` is a file name without a person's name."""

    def folder(self, parent: QWidget) -> Path | None:
        """Which folder to use."""


PLAIN = QFileDialog.Option.DontUseNativeDialog | QFileDialog.Option.DontUseCustomDirectoryIcons
"""The desktop's own dialogs write what was chosen into its list of recent files, and our keys for
cover and lock do not reach them."""
_NOWHERE = "/dev/null"


def keep_no_settings() -> None:
    """Let Qt write no settings file: its file dialog would keep the last folder and file in one.

    Windows has a registry instead, which this does not reach.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, _NOWHERE)


class SystemChooser:
    """Asks by Qt's own dialogs."""

    def open_file(self, parent: QWidget, kind: FileKind) -> Path | None:
        """Which file to read."""
        name, _ = QFileDialog.getOpenFileName(parent, _title(), "", _filter(kind), options=PLAIN)
        return Path(name) if name else None

    def save_file(self, parent: QWidget, kind: FileKind, suggested: str) -> Path | None:
        """Where to write a new file."""
        name, _ = QFileDialog.getSaveFileName(
            parent, _title(), suggested, _filter(kind), options=PLAIN
        )
        return Path(name) if name else None

    def folder(self, parent: QWidget) -> Path | None:
        """Which folder to use."""
        name = QFileDialog.getExistingDirectory(parent, _title(), options=PLAIN)
        return Path(name) if name else None


def _title() -> str:
    return QCoreApplication.translate("chooser", "Choose a file")


def _filter(kind: FileKind) -> str:
    translate = QCoreApplication.translate
    words = {
        FileKind.REPORT: translate("chooser", "Reports"),
        FileKind.BUNDLE: translate("chooser", "Bundles"),
        FileKind.CARD: translate("chooser", "Cards"),
        FileKind.VAULT: translate("chooser", "Vaults"),
    }
    # The page of import looks at cards and reports as well as at bundles.
    also = (FileKind.CARD, FileKind.REPORT) if kind is FileKind.BUNDLE else ()
    return ";;".join(f"{words[one]} (*.{one.value})" for one in (kind, *also))
