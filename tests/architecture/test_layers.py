"""Who may import whom: the product's own contracts, each shown to fail on a planted breach."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import PROGRAM, ROOT, files

PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads(PROJECT)["tool"]["importlinter"]["contracts"]
PACKAGES = ("demo", "ui", "workflow", "store", "export", "sync", "crypto", "forms", "profiles")
MODULES = (
    *(
        "__main__",
        "app",
        "cli",
        "files",
        "log",
        "paths",
        "resources",
        "hardening",
        "disks",
        "confined",
    ),
    "errors",
)
DOORS = {
    "store/connection.py": ["sqlcipher3"],
    "crypto/doors.py": ["cryptography", "pyrage"],
    "export/pdf/doors.py": [
        name
        for contract in CONTRACTS
        if contract["id"] == "one-door-pdf"
        for name in contract["protected_modules"]
    ],
    "ui/doors.py": ["PySide6", "shiboken6"],
}

BREACHES = [
    ("layers", "domain/bad.py", "import rhi_desktop.workflow"),
    ("layers", "store/bad.py", "import rhi_desktop.sync"),
    ("qt-free-core", "forms/bad.py", "from PySide6 import QtCore"),
    ("ui-by-workflow", "ui/bad.py", "import rhi_desktop.store"),
    ("one-door-sqlcipher", "store/bad.py", "import sqlcipher3"),
    ("one-door-cryptography", "sync/bad.py", "import pyrage"),
    ("one-door-pdf", "export/bad.py", "import pikepdf"),
]


def toy(folder: Path) -> Path:
    """A program of empty rooms under the product's own name, so that its contracts fit as is."""
    program = folder / "rhi_desktop"
    for package in ("", *PACKAGES, "domain", "export/pdf"):
        (program / package).mkdir(parents=True, exist_ok=True)
        (program / package / "__init__.py").touch()
    for module in MODULES:
        (program / f"{module}.py").touch()
    for file, imported in DOORS.items():
        text = "".join(f"import {name}\n" for name in imported)
        (program / file).write_text(text, encoding="utf-8")
    start = PROJECT.index("[tool.importlinter]")
    end = PROJECT.index("[tool.pytest")
    (folder / "contracts.toml").write_text(PROJECT[start:end], encoding="utf-8")
    return program


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """The layer linter over `folder`, all contracts or those named."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    command += ["--config", "contracts.toml"]
    for contract in contracts:
        command += ["--contract", contract]
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(
        command, cwd=folder, check=False, capture_output=True, text=True, env=environment
    )


def test_empty_rooms_keep_every_contract(tmp_path: Path) -> None:
    """Without a breach the toy passes, so that a failure below comes from what is planted."""
    toy(tmp_path)
    done = lint(tmp_path)
    assert done.returncode == 0, done.stdout
    assert f"{len(CONTRACTS)} kept, 0 broken" in done.stdout


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES)
def test_a_planted_import_is_named(tmp_path: Path, contract: str, file: str, line: str) -> None:
    """The forbidden import breaks its contract; file and line are in the message."""
    program = toy(tmp_path)
    (program / file).write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    done = lint(tmp_path, contract)
    module = "rhi_desktop." + file.removesuffix(".py").replace("/", ".")
    assert done.returncode == 1, done.stdout
    assert module in done.stdout
    assert "(l.3)" in done.stdout


def test_a_circle_is_named(tmp_path: Path) -> None:
    """Two files of one room that need each other are a circle."""
    program = toy(tmp_path)
    (program / "domain" / "one.py").write_text("import rhi_desktop.domain.two\n", encoding="utf-8")
    (program / "domain" / "two.py").write_text("import rhi_desktop.domain.one\n", encoding="utf-8")
    done = lint(tmp_path, "no-circles")
    assert done.returncode == 1, done.stdout
    assert "rhi_desktop.domain" in done.stdout


def test_a_new_room_must_find_its_layer(tmp_path: Path) -> None:
    """A package that no layer lists is refused: nothing can hide beside the order."""
    program = toy(tmp_path)
    (program / "annexe").mkdir()
    (program / "annexe" / "__init__.py").touch()
    done = lint(tmp_path, "layers")
    assert done.returncode == 1, done.stdout
    assert "annexe" in done.stdout


def test_every_contract_has_a_breach_here() -> None:
    """A contract added to the project file needs a proof that it fails."""
    proven = {contract for contract, _, _ in BREACHES} | {"no-circles"}
    assert {contract["id"] for contract in CONTRACTS} == proven


def test_the_word_list_is_opened_in_one_place() -> None:
    """It is read as a file, so no import contract sees it."""
    named = [
        path.relative_to(ROOT).as_posix()
        for path in files(PROGRAM)
        if path.suffix == ".py" and "xkcdpass" in path.read_text(encoding="utf-8")
    ]
    assert named == ["rhi_desktop/crypto/words.py"]
