"""What is shipped: the program with its resources, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.tree import PROGRAM, ROOT, files


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names in a wheel built from this tree, without any package index."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [str(Path(sys.executable).parent / "hatchling"), "build", "-t", "wheel"]
    subprocess.run([*command, "-d", str(folder)], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def test_every_resource_is_in_the_wheel(shipped: frozenset[str]) -> None:
    """Fonts, icons, styles and the practice case arrive with the program."""
    resources = ROOT / "resources"
    wanted = {f"rhi_desktop/_resources/{path.relative_to(resources)}" for path in files(resources)}
    assert wanted - shipped == set()


def test_every_chapter_of_the_manual_is_in_the_wheel(shipped: frozenset[str]) -> None:
    """F1 opens it on a laptop that has no checkout."""
    chapters = tuple(files(ROOT / "docs" / "manual"))
    assert {f"rhi_desktop/_manual/{path.name}" for path in chapters} - shipped == set()
    assert chapters


def test_every_module_and_pack_is_in_the_wheel(shipped: frozenset[str]) -> None:
    """Code and the question packs beside it are all there."""
    wanted = {path.relative_to(ROOT).as_posix() for path in files(PROGRAM)}
    assert wanted - shipped == set()


def test_nothing_else_is_in_the_wheel(shipped: frozenset[str]) -> None:
    """No test, no build script and no other document is installed on an interviewer's laptop."""
    assert {name.split("/")[0] for name in shipped} == {
        "rhi_desktop",
        "rhi_desktop-0.1.0.dist-info",
    }


def test_the_licences_are_in_the_wheel(shipped: frozenset[str]) -> None:
    """The licence and the notice travel with every copy."""
    information = "rhi_desktop-0.1.0.dist-info/licenses"
    assert {f"{information}/LICENSE", f"{information}/NOTICE"} <= shipped
