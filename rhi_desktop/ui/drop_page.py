"""Owns the page that takes one file of this laptop, chosen or dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from rhi_desktop.ui.shell import Page, Shell


class DropPage(Page):
    """A page on which one file may be dropped; what is done with it, `take` says."""

    def __init__(self, shell: Shell, title: str) -> None:
        super().__init__(shell, title)
        self.setAcceptDrops(True)

    def take(self, path: Path) -> None:
        """What is done with a file that was chosen or dropped."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - overrides Qt
        """One file of this laptop may be dropped."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - overrides Qt
        """The same as choosing it."""
        event.acceptProposedAction()
        self.take(Path(event.mimeData().urls()[0].toLocalFile()))
