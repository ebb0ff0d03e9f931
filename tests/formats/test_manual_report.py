"""Claims about the chapter on checking a report: its commands run, and say what it promises."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from rhi_desktop.sync import cards
from tests.attacks.papers import paper
from tests.unit.export.samples import JO
from tests.unit.export.signed import SAM, moment, person

CHAPTER = Path(__file__).parents[2] / "docs" / "manual" / "report.md"
NEEDED = ("pdfsig", "certutil", "openssl")
TOOLS = pytest.mark.skipif(
    not all(map(shutil.which, NEEDED)),
    reason="needs poppler-utils, libnss3-tools and openssl: see .ci/packages",
)
OURS = "rhi-desktop verify"


@cache
def commands() -> tuple[str, ...]:
    """Every command that stands in the chapter, in its order."""
    lines = CHAPTER.read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.startswith("    "))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a countersigned report and the cards of both who signed."""
    (tmp_path / "report.pdf").write_bytes(paper().data)
    for name, who in (("jo", JO), ("sam", SAM)):
        data = cards.encode(who, person(who).keys, moment(0))
        (tmp_path / f"{name}.rhicard").write_bytes(data)
    return tmp_path


def run(command: str, desk: Path) -> tuple[str, int]:
    """What a command says in that folder, and how it ends."""
    bare = {"HOME": str(desk), "LC_ALL": "C", "PYTHONPATH": str(Path(__file__).parents[2])}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ours = f"{sys.executable} -m rhi_desktop verify"
    done = subprocess.run(
        ["/bin/sh", "-c", command.replace(OURS, ours)],
        cwd=desk,
        env={**bare, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout, done.returncode


def test_our_own_command_says_what_the_chapter_says(desk: Path) -> None:
    """Genuine by the cards; the same to another program; 3 without cards, 1 when changed."""
    plain, told = (one for one in commands() if one.startswith(OURS))
    words, code = run(plain, desk)
    assert code == 0
    for said in ("It is a full report.", "two signatures", "Jo Penhallow signed as interviewer"):
        assert said in words
    words, code = run(told, desk)
    assert code == 0
    assert '"variant": "full"' in words
    assert '"of": ""' in words
    assert run(f"{OURS} report.pdf", desk)[1] == 3
    (desk / "report.pdf").write_bytes(paper().data + b"\n")
    assert run(plain, desk)[1] == 1
    (desk / "report.pdf").write_bytes(b"no report")
    assert run(plain, desk)[1] == 2


@TOOLS
def test_the_commands_of_others_run_and_end_with_trust(desk: Path) -> None:
    """In the order of the chapter, without a failure; at last both certificates are trusted."""
    others = [one for one in commands() if not one.startswith(OURS)]
    said = []
    for command in others:
        words, code = run(command, desk)
        assert code == 0, (command, words)
        said.append(words)
    first, last = said[0], said[-1]
    for words in (first, last):
        assert words.count("Signature is Valid.") == 2
        assert words.rstrip().rpartition("Signature #2")[2].count("- Total document signed") == 1
        assert words.count("- Not total document signed") == 1
    assert first.count("Certificate issuer isn't Trusted.") == 2
    assert last.count("Certificate is Trusted.") == 2
    assert {one.split()[0] for one in others} == {"mkdir", *NEEDED}


@TOOLS
def test_what_was_added_behind_the_end_is_called_valid_by_others(desk: Path) -> None:
    """The one line to look for is missing then, as the chapter says."""
    (desk / "report.pdf").write_bytes(paper().data + b"\n% added\n")
    words, _ = run(commands()[2], desk)
    assert words.count("Signature is Valid.") == 2
    assert "- Total document signed" not in words


def test_acrobat_is_marked_as_not_tried() -> None:
    """Nobody here has run it."""
    assert "## With Adobe Acrobat Reader (not tried by us)" in CHAPTER.read_text("utf-8")
