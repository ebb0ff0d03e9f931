"""Claims about half-typed words and a disk that refuses: nothing is lost, typing goes on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import casework, drafts, interviewing, practising, unlocking
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.interview.conftest import Open, kept, settle
from tests.ui.interview.hands import Key, press, press_on, type_line
from tests.vaults import open_fresh


def test_half_typed_words_come_back_with_the_caret(open_capture: Open, shell: Shell) -> None:
    """A page made anew, as after a restart, has the words, the voice and the caret."""
    page = open_capture()
    edit = page.notebook.input.edit
    QTest.keyClicks(edit, "= nan wouldnt of been cross")
    for _ in range(5):
        QTest.keyClick(edit, Key.Key_Left)
    assert shell.autosave.flush()
    again = open_capture().notebook.input
    assert again.edit.words() == "= nan wouldnt of been cross"
    assert again.edit.textCursor().position() == len("= nan wouldnt of been cross") - 5
    assert again.voices.text() == "My view"


def test_a_half_changed_line_comes_back_as_a_change(
    open_capture: Open, shell: Shell, workspace: Workspace, fresh: Place
) -> None:
    """The change goes on at the same line; the line itself is as it was."""
    page = open_capture()
    type_line(page, "it was Dex")
    press(Key.Key_Up)
    QTest.keyClicks(page.notebook.input.edit, " he pa")
    assert shell.autosave.flush()
    again = open_capture().notebook
    assert again.input.edit.words() == "it was Dex he pa"
    assert again.input.line == kept(workspace, fresh).lines[0]
    assert again.lines.rows[0].mark == "editing"


def test_a_kept_line_leaves_no_draft(
    capture: CapturePage, shell: Shell, workspace: Workspace
) -> None:
    """The words stand once: as a line."""
    edit = capture.notebook.input.edit
    QTest.keyClicks(edit, "one")
    assert shell.autosave.flush()
    assert [draft.text for draft in drafts.drafts(workspace)] == ["one"]
    QTest.keyClick(edit, Key.Key_Return)
    assert drafts.drafts(workspace) == ()
    assert shell.autosave.unsaved == ()


def test_a_draft_whose_line_was_committed_is_not_offered_twice(
    open_capture: Open, shell: Shell, workspace: Workspace, fresh: Place
) -> None:
    """The power may go between the line's commit and the draft's: the words do not come twice."""
    type_line(open_capture(), ". looked away")
    key = f"capture/{fresh.interview_id}/line"
    drafts.save_draft(workspace, key, ". looked away", 3, shell.moment())
    assert open_capture().notebook.input.edit.words() == ""


def test_a_refused_save_keeps_the_words_and_typing_goes_on(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """Words stay, a banner says so in the column, and lines are kept once there is room."""
    type_line(capture, "before")
    _fill(workspace, full=True)
    book = capture.notebook
    long = "it was Dex he paid " * 900
    book.input.edit.insert(long)
    press(Key.Key_Return)
    assert book.banner.words == "We cannot save: this disk is full"
    assert book.input.edit.words().startswith("it was Dex")
    type_line(capture, "? what then")
    QTest.keyClicks(book.input.edit, "half")
    assert [line.words for line in kept(workspace, fresh).lines] == ["before"]
    _fill(workspace, full=False)
    press_on(capture, "try_again")
    words = [line.words for line in kept(workspace, fresh).lines]
    assert words == ["before", long.strip(), "what then", "half"]
    assert book.banner.words == ""
    assert book.input.edit.words() == ""


def test_waiting_lines_are_kept_by_themselves_and_the_new_one_stays(
    capture: CapturePage, shell: Shell, workspace: Workspace, fresh: Place
) -> None:
    """When the disk takes words again, the lines that were entered go; what is typed now stays."""
    _fill(workspace, full=True)
    book = capture.notebook
    book.input.edit.insert("he paid " * 2500)
    press(Key.Key_Return)
    QTest.keyClicks(book.input.edit, "still typing")
    assert not shell.autosave.flush()
    _fill(workspace, full=False)
    assert shell.autosave.flush()
    (line,) = kept(workspace, fresh).lines
    assert line.words == ("he paid " * 2500).strip()
    assert book.input.edit.words() == "still typing"
    assert book.banner.words == ""


def _fill(workspace: Workspace, *, full: bool) -> None:
    """Let the database grow no further, as on a full disk, or let it again."""
    connection = workspace.store.connection
    used = connection.rows("PRAGMA page_count")[0][0]
    assert isinstance(used, int)
    connection.rows(f"PRAGMA max_page_count = {used if full else 1 << 30}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system with hardly any room."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode != 0:
        pytest.skip("mounting is refused here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_truly_full_disk_loses_nothing(
    qtbot: QtBot, small_disk: Path, shell: Shell, moment: Moment
) -> None:
    """On a full tmpfs the words stay in the input; with room again they are kept once."""
    ws = open_fresh(small_disk / "a.rhivault", practice_case().interviewer, moment)
    case_id = practising.load_practice(ws, moment)
    episode = casework.open_case(ws, case_id, moment.now).episodes[0].episode
    talk = interviewing.start(ws, case_id, (episode.id,), moment)
    place = Place(PageName.CAPTURE, case_id, interview_id=talk)
    page = CapturePage(ws, shell, place)
    qtbot.addWidget(page)
    settle(page)
    ballast = small_disk / "ballast"
    with ballast.open("wb") as file:
        while _grow(file.fileno()):
            pass
    words = "we sat by the canal " * 2000
    page.notebook.input.edit.insert(words)
    press(Key.Key_Return)
    assert page.notebook.banner.words
    assert page.notebook.input.edit.words().startswith("we sat by the canal")
    ballast.unlink()
    page.notebook.keeper.try_again()
    assert [line.words for line in kept(ws, place).lines] == [words.strip()]
    page.close()
    unlocking.close(ws)


def _grow(descriptor: int) -> bool:
    try:
        return os.write(descriptor, b"\0" * 65536) > 0
    except OSError:
        return False
