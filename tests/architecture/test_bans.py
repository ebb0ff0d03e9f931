"""Calls that open a door we keep shut are refused by the linter, with the safe way named."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import PROGRAM, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BANNED = PROJECT["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
BIN = Path(sys.executable).parent


def lint(text: str) -> subprocess.CompletedProcess[str]:
    """The linter over `text` as if it stood in the program."""
    command = [f"{BIN}/ruff", "check", "--no-cache", "--output-format=concise"]
    command += ["--stdin-filename", str(PROGRAM / "domain" / "planted.py"), "-"]
    return subprocess.run(
        command, cwd=ROOT, input=text, check=False, capture_output=True, text=True
    )


def use(banned: str) -> str:
    """Three lines that reach the banned name the way people do."""
    module, _, name = banned.partition(".")
    if module == "datetime":
        return f'"""Planted."""\n\nimport datetime\nNOW = {banned}()\n'
    imported = f"from {module} import {name}" if name else f"import {module}"
    return f'"""Planted."""\n\n\n{imported}\n'


@pytest.mark.parametrize("banned", sorted(BANNED))
def test_a_banned_name_is_refused_with_the_way_out(banned: str) -> None:
    """Each ban fires in the program, at file and line, and says what to use instead."""
    done = lint(use(banned))
    assert done.returncode == 1
    first = next(line for line in done.stdout.splitlines() if "TID251" in line)
    assert "rhi_desktop/domain/planted.py:4:" in first
    assert BANNED[banned]["msg"] in first


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("def f(a: int) -> int:\n" + "    if a:\n        a += 1\n" * 9 + "    return a\n", "C901"),
        ("def f(a: int, b: int, c: int, d: int, e: int, g: int, h: int) -> None: ...\n", "PLR0913"),
        ("def f() -> None:\n" + "    print()\n" * 36, "PLR0915"),
        ("def f() -> None:\n    try:\n        g()\n    except Exception:\n        g()\n", "BLE001"),
    ],
)
def test_the_limits_bite(planted: str, rule: str) -> None:
    """Complexity, arguments, statements and catch-all handlers are refused."""
    done = lint(planted)
    assert done.returncode == 1
    assert rule in done.stdout


def test_no_rule_is_switched_off_for_a_part_of_the_program() -> None:
    """Exceptions by file exist for tests and gates alone; the program has none."""
    spared = PROJECT["tool"]["ruff"]["lint"]["per-file-ignores"]
    assert set(spared) == {"tests/**", ".ci/**"}
