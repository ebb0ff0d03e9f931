"""Claims about what is loaded while a key is derived: step by step, and no refusal of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.errors import FormError
from rhi_desktop.ui.lock.ahead import load_ahead
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from tests.ui.conftest import Watch


def test_the_window_answers_between_two_steps(qtbot: QtBot) -> None:
    """In order, each when nothing else is to be done; one that is refused stops nothing."""
    order: list[str] = []

    def step(name: str) -> Callable[[], None]:
        def taken() -> None:
            order.append(name)
            QTimer.singleShot(0, lambda: order.append(f"answered after {name}"))

        return taken

    def refused() -> None:
        raise FormError("pack_unknown")

    load_ahead([step("one"), refused, step("two")])
    assert order == []
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["one", "answered after one", "two", "answered after two"]


def test_pressing_unlock_loads_what_an_open_vault_needs(
    qtbot: QtBot, tmp_path: Path, watch: Watch
) -> None:
    """Every time, also when the passphrase proves wrong; an empty field loads nothing."""
    asked: list[str] = []
    doors = replace(app.loaded_later()[0], get_ready=lambda: asked.append("ready"))
    form = UnlockForm([tmp_path / "none.rhivault"], watch.moment, doors)
    qtbot.addWidget(form)
    form.open()
    assert asked == []
    form.field.setText("lantern copper meadow violin")
    form.open()
    assert asked == ["ready"]
    qtbot.waitUntil(lambda: bool(form.said))


def test_what_is_loaded_ahead_is_there(qtbot: QtBot) -> None:
    """Every step names something that exists: a typing error here would only ever cost time."""
    assert qtbot is not None
    assert all(step() is not None for step in app.AHEAD)
