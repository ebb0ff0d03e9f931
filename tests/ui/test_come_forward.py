"""Claims about a second start: it brings the first window forward, and nothing else does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.files import touch
from rhi_desktop.ui.come_forward import ComeForward


def test_a_touched_file_shows_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    """A window that is not to be seen shows itself."""
    window = QWidget()
    qtbot.addWidget(window)
    forward = ComeForward(window)
    forward.watch(tmp_path / "raise")
    window.hide()
    touch(tmp_path / "raise")
    qtbot.waitUntil(window.isVisible, timeout=5000)


def test_a_file_that_went_shows_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever takes the vault away, or empties its folder, asks for no window."""
    window = QWidget()
    qtbot.addWidget(window)
    forward = ComeForward(window)
    heard: list[str] = []
    forward._watcher.fileChanged.connect(heard.append)
    forward.watch(tmp_path / "raise")
    (tmp_path / "raise").unlink()
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    assert not window.isVisible()
