"""Owns asking for a file or folder: by the system's dialog, or by whatever a test hands in."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
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


class SystemChooser:
    """Asks by the dialogs of the system."""

    def open_file(self, parent: QWidget, kind: FileKind) -> Path | None:
        """Which file to read."""
        name, _ = QFileDialog.getOpenFileName(parent, _title(), "", _filter(kind))
        return Path(name) if name else None

    def save_file(self, parent: QWidget, kind: FileKind, suggested: str) -> Path | None:
        """Where to write a new file."""
        name, _ = QFileDialog.getSaveFileName(parent, _title(), suggested, _filter(kind))
        return Path(name) if name else None

    def folder(self, parent: QWidget) -> Path | None:
        """Which folder to use."""
        name = QFileDialog.getExistingDirectory(parent, _title())
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
