"""Claims about words that a full disk refused: they wait, and nobody closes over them unaware."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from rhi_desktop.errors import FileError
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import drafts
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import Ended
from tests.ui.lock.typing_in import unlock

WAITING = "Some of your words are not written down yet: the disk refused them"


def _refuse(*_: object) -> None:
    raise FileError("disk_full")


def _locked_on_a_full_disk(program: Program, qtbot: QtBot, ended: Ended) -> Handover:
    program.start()
    unlock(program, qtbot)
    session = program.window.session
    assert session is not None
    session.shell.autosave.mark("notes", "it was Dex he paid", 6, write=_refuse)
    program.lock()
    return ended.handed[-1]


def test_a_window_with_words_closes_at_the_second_try_only(
    qtbot: QtBot, program: Program, folder: Path, ended: Ended
) -> None:
    """It says so from the start, stays open once, and does not keep anybody for ever."""
    assert folder.is_dir()
    program.start(_locked_on_a_full_disk(program, qtbot, ended))
    shown(program.window)
    page = program.window.front
    assert isinstance(page, UnlockPage)
    assert page.banner.words == WAITING
    assert_page_accessible(page)
    page.put_away()
    assert not program.window.close()
    assert page.banner.words == WAITING
    assert program.window.close()


def test_words_that_were_written_hold_no_window(
    qtbot: QtBot, program: Program, folder: Path, ended: Ended
) -> None:
    """After unlocking they stand in the vault, and it closes as ever."""
    assert folder.is_dir()
    program.start(_locked_on_a_full_disk(program, qtbot, ended))
    unlock(program, qtbot)
    session = program.window.session
    assert session is not None
    assert [edit.text for edit in drafts.drafts(session.ws)] == ["it was Dex he paid"]
    assert program.window.close()


def test_words_of_another_vault_wait_on_in_an_open_one(
    qtbot: QtBot, program: Program, folder: Path, ended: Ended
) -> None:
    """They are not for these notes: the window still says that they would be lost."""
    program.start(Handover(folder, (b"not for this vault",)))
    unlock(program, qtbot)
    assert not program.window.close()
    assert program.window.desk.banner.words == WAITING
    program.lock()
    assert ended.handed == [Handover(folder, (b"not for this vault",))]
