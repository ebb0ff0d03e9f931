"""The page on reliability: its table has its form and its full size, and its tests exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.soak import report
from tests.soak.__main__ import ROWS
from tests.soak.row import Progress

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
THREATS = range(1, 21)


@pytest.fixture(name="page")
def _page() -> str:
    return report.PAGE.read_text(encoding="utf-8")


def unnamed(lines: list[report.Line], page: str) -> list[str]:
    """Rows that failed or are not done to their N, about which the page is silent."""
    admitted = set(re.findall(r"^- \*\*(\w+)\*\* (?:is not at|failed)", page, re.MULTILINE))
    return [line.row for line in lines if not line.full and line.row not in admitted]


def missing(page: str, root: Path) -> list[str]:
    """The tests that a page names and that are not there."""
    return [
        f"{path}::{name}" if name else path
        for path, name in NAMED.findall(page)
        if not (root / path).is_file() or (name and name not in _functions(root / path))
    ]


def _functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}


def test_every_row_stands_in_the_table_with_its_full_size(page: str) -> None:
    """All rows in their order, each with its N; whatever is less than that is said in words."""
    lines = report.read(page)
    assert [line.row for line in lines] == list(ROWS)
    assert [line.runs for line in lines] == [row.runs for row in ROWS.values()]
    assert unnamed(lines, page) == []


def test_every_test_that_is_named_is_there(page: str) -> None:
    """A reader who looks a test up finds it."""
    assert missing(page, ROOT) == []
    assert len(NAMED.findall(page)) > len(THREATS)


def test_every_threat_has_its_line(page: str) -> None:
    """T1 to T20, each once, with a test or with the reason why there is none."""
    found = re.findall(r"^\| T(\d+) \|(.*)$", page, re.MULTILINE)
    assert [int(number) for number, _ in found] == list(THREATS)
    assert [number for number, rest in found if not (NAMED.search(rest) or "Not " in rest)] == []


def test_a_failure_and_a_missing_test_are_found(tmp_path: Path) -> None:
    """The check of the page can see: a failed row, a short one, and a test that is not there."""
    lines = [report.Line("a", 9, 9, 1), report.Line("b", 8, 9, 0), report.Line("c", 9, 9, 0)]
    assert unnamed(lines, "") == ["a", "b"]
    assert unnamed(lines, "- **b** is not at full size: it takes a night.\n") == ["a"]
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "here.py").write_text("def test_here() -> None: ...\n")
    page = "`tests/here.py` `tests/here.py::test_here` `tests/here.py::test_gone` `tests/no.py`"
    assert missing(page, tmp_path) == ["tests/here.py::test_gone", "tests/no.py"]


def test_figures_are_written_between_the_marks(tmp_path: Path) -> None:
    """What stands around them stays; what is read back is what was measured."""
    state = Progress("kill", "seed", failures=[{"run": 1, "fault": "one | two"}])
    state.done, state.seconds, state.figures = 1_000, 61.4, {"median s": 0.25}
    state.here(1_000, tmp_path)
    state.keep(tmp_path)
    page = tmp_path / "page.md"
    page.write_text(f"before\n{report.BEGINS}\nformer\n{report.ENDS}\nafter\n", encoding="utf-8")
    for _ in range(2):
        report.write(page, ROWS, tmp_path)
    text = page.read_text(encoding="utf-8")
    assert (text.startswith("before\n"), text.endswith("\nafter\n")) == (True, True)
    assert "former" not in text
    assert report.read(text)[0] == report.Line("kill", 1_000, ROWS["kill"].runs, 1)
    assert "- kill: median s 0.25" in text
    assert "- **guesses** is not at full size: it was not run." in text
    assert "**kill**" not in text
    assert str(state.machine["file_system"]) in text


def test_a_page_without_marks_is_not_written(tmp_path: Path) -> None:
    """Figures go nowhere else."""
    page = tmp_path / "page.md"
    page.write_text("nothing", encoding="utf-8")
    with pytest.raises(report.NoPlaceError):
        report.write(page, ROWS, tmp_path)
    with pytest.raises(report.NoPlaceError):
        report.read("nothing")
    assert page.read_text(encoding="utf-8") == "nothing"
