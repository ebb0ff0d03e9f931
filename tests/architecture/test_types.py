"""The type check is strict everywhere and fails on a planted error."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("def double(x):\n    return x + x\n", "no-untyped-def"),
        ('COUNT: int = "one"\n', "assignment"),
        ("def f(x: list) -> None: ...\n", "type-arg"),
        ('X: int = "one"  # type: ignore\n', "ignore-without-code"),
    ],
)
def test_a_planted_type_error_is_named(tmp_path: Path, planted: str, rule: str) -> None:
    """The file, the line and the rule are in the message."""
    (tmp_path / "planted.py").write_text(planted, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml")]
    command += ["--cache-dir", str(tmp_path / "cache"), "--no-error-summary", "planted.py"]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    assert "planted.py:1: error" in done.stdout
    assert f"[{rule}]" in done.stdout


def test_no_module_is_exempt() -> None:
    """Strict for the program, the tests and the gates, without a single override."""
    settings = PROJECT["tool"]["mypy"]
    assert settings["strict"] is True
    assert settings["files"] == ["rhi_desktop", "tests", ".ci"]
    assert "overrides" not in settings
    assert "exclude" not in settings
