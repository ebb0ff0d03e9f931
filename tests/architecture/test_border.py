"""Tests of the core run without Qt, so that they prove the core does."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import TESTS, files, place

CORE = ("unit", "property", "formats")
QT = ("PySide6", "shiboken6", "pytestqt")
QT_ROOMS = ("ui", "app", "demo", "cli")
QT_FIXTURES = ("qtbot", "qapp")


def qt_names(name: str, source: str) -> list[str]:
    """Every line that brings Qt, or a room that knows Qt, into a test of the core."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.arg) and node.arg in QT_FIXTURES:
            modules = ["pytestqt"]
        else:
            continue
        found.extend(f"{name}:{node.lineno}: {module}" for module in modules if knows_qt(module))
    return found


def knows_qt(module: str) -> bool:
    """Qt itself, or one of our rooms above the border."""
    parts = module.split(".")
    ours = parts[0] == "rhi_desktop" and len(parts) > 1 and parts[1] in QT_ROOMS
    return ours or parts[0] in QT


def core_tests() -> list[Path]:
    """Every test file below the border."""
    folders = [TESTS / name for name in CORE if (TESTS / name).exists()]
    return [path for folder in folders for path in files(folder) if path.suffix == ".py"]


def test_tests_of_the_core_import_no_qt() -> None:
    """Nothing in tests/unit, tests/property and tests/formats needs a window."""
    found = [
        line
        for path in core_tests()
        for line in qt_names(place(path), path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "planted",
    [
        "from PySide6.QtCore import QObject",
        "import PySide6.QtGui",
        "from rhi_desktop.ui import messages",
        "from rhi_desktop import app",
        "def test_x(qtbot: object) -> None: ...",
    ],
)
def test_a_planted_window_is_named(planted: str) -> None:
    """The file and the line are given."""
    found = qt_names("tests/unit/test_x.py", f"\n{planted}\n")
    assert len(found) == 1
    assert found[0].startswith("tests/unit/test_x.py:2: ")
