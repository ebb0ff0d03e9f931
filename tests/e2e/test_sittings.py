"""Claims about a sitting of the demo that meets something unexpected: it ends, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.commands import command

IMPATIENT = """\
import sys
from rhi_desktop.demo import driver, sitting
driver.PATIENCE = 1.0
sys.exit(sitting.main(sys.argv[1:]))
"""

STUMBLING = """\
import sys
from rhi_desktop.demo import driver, sitting
from rhi_desktop.ui.lock.new_passphrase import NewPassphrase

def stumble(words):
    raise KeyError("a mistake of ours")

NewPassphrase._suggest = stumble
sys.exit(sitting.main(sys.argv[1:]))
"""


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    """Nothing in it is touched, and nothing is added."""
    other = tmp_path / "holiday"
    other.mkdir()
    (other / "photo.jpg").write_bytes(b"a picture")
    done = command(tmp_path / "home", "demo", "--out", str(other))

    assert done.returncode != 0
    assert "something else" in done.stdout
    assert [path.name for path in other.rglob("*")] == ["photo.jpg"]
    assert (other / "photo.jpg").read_bytes() == b"a picture"


def stage_of(folder: Path) -> Path:
    """A folder as the demo prepares it before the first sitting."""
    out = folder / "out"
    for part in ("screens", "interviewer/settings", "supervisor/settings"):
        (out / part).mkdir(parents=True)
    return out


@pytest.mark.parametrize("act", ["supervisor-reviews", "interviewer-listens"])
def test_a_step_that_does_not_show_what_it_should_fails_loudly(tmp_path: Path, act: str) -> None:
    """Without its vault a sitting ends with another code than 0 and says what it waited for."""
    out = stage_of(tmp_path)
    done = command(tmp_path / "home", act, str(out), script=IMPATIENT)

    assert done.returncode != 0
    assert f"FAILED in {act}: waited for" in done.stdout
    assert (out / "screens" / "failed.png").is_file()


def test_a_mistake_of_the_program_fails_the_step_it_happens_in(tmp_path: Path) -> None:
    """The app itself goes on after one, for a person's sake; a sitting does not."""
    done = command(
        tmp_path / "home", "interviewer-sets-up", str(stage_of(tmp_path)), script=STUMBLING
    )

    assert done.returncode != 0
    assert "FAILED in interviewer-sets-up: the program made a mistake" in done.stdout
    assert "a mistake of ours" in done.stdout
