"""The gate over coverage fails whenever a room of the program is tested less than it must be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

GATE = ROOT / ".ci" / "coverage_gate.py"
PLACES = (
    "domain/values.py",
    "crypto/keys.py",
    "sync/bundle.py",
    "store/migrations.py",
    "forms/model.py",
    "workflow/planning.py",
    "ui/window.py",
)
WHOLE = "def sign(number):\n    if number:\n        number = 1\n    return number\n"
USED = "sign(0)\nsign(2)\n"
OTHER = "\n".join(f"    number += {count}" for count in range(40))


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A Python command in `folder`, measured by nobody but itself."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=own,
        check=False,
        capture_output=True,
        text=True,
    )


def judged(folder: Path, **planted: str) -> subprocess.CompletedProcess[str]:
    """What the gate says of a small program, truly run and measured, one file to each room."""
    for place in PLACES:
        path = folder / "rhi_desktop" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(planted.get(path.stem, WHOLE + USED), encoding="utf-8")
    names = [f"rhi_desktop/{place}" for place in PLACES]
    start = f"import runpy\nfor name in {names}:\n    runpy.run_path(name)\n"
    (folder / "start.py").write_text(start, encoding="utf-8")
    for command in (("run", "--branch", "--source=rhi_desktop", "start.py"), ("json", "-q")):
        done = run(folder, "-m", "coverage", *command)
        assert done.returncode == 0, done.stdout + done.stderr
    return run(folder, str(GATE), "coverage.json")


def test_rooms_at_their_floors_pass(tmp_path: Path) -> None:
    """Every room is named with its figure, and the gate is content."""
    done = judged(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("branches 100.0 %  lines 100.0 %") == len(PLACES)
    assert "BELOW" not in done.stdout


def test_every_room_below_its_floor_fails(tmp_path: Path) -> None:
    """A branch that no test takes is named with its room, its file and its lines."""
    stems = {Path(place).stem: WHOLE + "sign(2)\n" for place in PLACES}
    done = judged(tmp_path, **stems)
    assert done.returncode == 1
    assert done.stdout.count("BELOW ITS FLOOR\n") == len(PLACES)
    assert all(f"    rhi_desktop/{place}: 2->4\n" in done.stdout for place in PLACES)
    assert done.stdout.endswith("domain, crypto, sync, migrations, forms, workflow, ui\n")


@pytest.mark.parametrize("place", [PLACES[0], PLACES[3]])
def test_one_room_below_its_floor_is_enough(tmp_path: Path, place: str) -> None:
    """Six good rooms do not make up for one, and only that one is named."""
    done = judged(tmp_path, **{Path(place).stem: WHOLE + "sign(2)\n"})
    assert done.returncode == 1
    room = "migrations" if place.startswith("store") else place.split("/", maxsplit=1)[0]
    assert done.stdout.endswith(f"coverage gate: below the floor: {room}\n")


def test_a_room_may_miss_what_its_floor_allows(tmp_path: Path) -> None:
    """Nine branches of ten are enough for a window and too few for a workflow."""
    nine = f"{WHOLE.replace('sign', 'other')}other(1)\n" + f"{WHOLE}{USED}" * 4
    assert judged(tmp_path, window=nine).returncode == 0
    assert judged(tmp_path, planning=nine).returncode == 1


def test_lines_count_beside_branches(tmp_path: Path) -> None:
    """A long stretch without a branch that no test runs fails the room as well."""
    planted = f"def long(number):\n{OTHER}\n    return number\n"
    done = judged(tmp_path, window=planted)
    assert done.returncode == 1
    assert "branches 100.0 %  lines   2.3 %  floor 85 %  BELOW ITS FLOOR" in done.stdout


def test_no_figure_is_rounded_up(tmp_path: Path) -> None:
    """One branch of very many that no test takes is not 100 percent."""
    many = "".join(f"def f{n}(a):\n    if a:\n        a = 1\n\n\n" for n in range(1200))
    calls = "".join(f"f{n}(0)\nf{n}(1)\n" for n in range(1199))
    done = judged(tmp_path, values=f"{many}{calls}f1199(1)\n")
    assert done.returncode == 1
    assert "domain      branches  99.9 %  lines 100.0 %  floor 100 %" in done.stdout


def test_a_room_without_a_file_fails(tmp_path: Path) -> None:
    """A room that was renamed or never measured is not a room that is tested."""
    (tmp_path / "report.json").write_text('{"files": {}}', encoding="utf-8")
    done = run(tmp_path, str(GATE), "report.json")
    assert done.returncode == 1
    assert "domain, crypto, sync, migrations, forms, workflow, ui" in done.stdout


def test_no_report_at_all_fails(tmp_path: Path) -> None:
    """A run that measured nothing is not believed."""
    done = run(tmp_path, str(GATE), "report.json")
    assert done.returncode == 1
