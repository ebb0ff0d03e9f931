"""The gate around pytest fails whenever a test could have gone unseen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

GATE = ROOT / ".ci" / "pytest_gate.py"
GOOD = "def test_one():\n    assert True\n\n\ndef test_two():\n    assert True\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The gate over `folder`, away from this project's own settings."""
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, str(GATE), "-p", "no:cacheprovider", "-p", "xdist.plugin"]
    return subprocess.run(
        [*command, *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
    )


@pytest.mark.parametrize("arguments", [(), ("--numprocesses=2",)])
def test_a_good_run_passes(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Two tests that pass are believed, in one process and in two."""
    (tmp_path / "test_good.py").write_text(GOOD, encoding="utf-8")
    done = run(tmp_path, *arguments)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("arguments", [(), ("--numprocesses=2",)])
@pytest.mark.parametrize("end", ["os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_a_test_that_ends_the_process_fails_the_gate(
    tmp_path: Path, end: str, arguments: tuple[str, ...]
) -> None:
    """A test that ends pytest, even with status 0, hides nothing."""
    planted = f"import os\n\n\ndef test_end():\n    {end}\n\n\n{GOOD}"
    (tmp_path / "test_end.py").write_text(planted, encoding="utf-8")
    done = run(tmp_path, *arguments)
    assert done.returncode == 1
    assert "pytest gate: " in done.stdout
    if not arguments:
        assert "never printed its closing line" in done.stdout


def test_a_failing_test_fails_the_gate(tmp_path: Path) -> None:
    """The status of pytest itself counts."""
    (tmp_path / "test_bad.py").write_text("def test_bad():\n    assert 0\n", encoding="utf-8")
    assert run(tmp_path).returncode == 1


def test_no_test_at_all_fails_the_gate(tmp_path: Path) -> None:
    """Nothing collected is nothing checked."""
    done = run(tmp_path)
    assert done.returncode == 1
    assert "pytest collected no test" in done.stdout


def test_a_file_that_steps_aside_fails_the_gate(tmp_path: Path) -> None:
    """A whole file skipped while collecting leaves outcomes and collected tests unequal."""
    (tmp_path / "test_good.py").write_text(GOOD, encoding="utf-8")
    aside = "import pytest\npytest.skip('later', allow_module_level=True)\n"
    (tmp_path / "test_aside.py").write_text(aside, encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 1
    assert "2 tests collected, but 3 outcomes" in done.stdout


def test_deselected_tests_are_not_missed(tmp_path: Path) -> None:
    """A person may run one test; what they left out is no fault."""
    (tmp_path / "test_good.py").write_text(GOOD, encoding="utf-8")
    done = run(tmp_path, "-k", "one")
    assert done.returncode == 0, done.stdout
