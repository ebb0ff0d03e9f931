"""Claims about telling that a vault has no recovery code, and about locking from these pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.ui.keys.forms import ChangeForm
from rhi_desktop.ui.keys.keys_page import KeysPage
from rhi_desktop.ui.lock import printing
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow import keyholding, unlocking
from rhi_desktop.workflow.keyholding import RecoveryCode
from tests.ui.access import shown
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.keys.conftest import LONGEST_MS
from tests.ui.keys.hands import ask_for_code, put
from tests.ui.lock.typing_in import PASSPHRASE, press, to_groups
from tests.ui.opened import put_away, real_program

NOTICE = "These notes have no recovery code yet"


@pytest.fixture
def real(
    qtbot: QtBot, folder: Path, watch: Watch, chooser: FixedChooser, ended: Ended
) -> Iterator[Program]:
    """The program with its real pages, at Unlock."""
    program = real_program(folder.parent, watch, chooser, ended)
    qtbot.addWidget(program.window)
    program.start()
    shown(program.window)
    yield program
    put_away(program)


def enter(program: Program, folder: Path) -> None:
    """Open the vault as the form does."""
    key = unlocking.derive_key(folder, PASSPHRASE, program._outside.moment())
    program.enter(unlocking.open_workspace(folder, key))


def says(program: Program) -> str:
    """What the banner says now."""
    return program.window.desk.banner.words


def keys_page(program: Program, qtbot: QtBot) -> KeysPage:
    """Go to the page, and wait until it knows."""
    program.window.go(Place(PageName.KEYS))
    page = program.window.page
    assert isinstance(page, KeysPage)
    qtbot.waitUntil(lambda: page.findChild(Button, "open_new") is not None, timeout=LONGEST_MS)
    return page


def test_a_vault_without_a_code_is_told_about_once(
    qtbot: QtBot, real: Program, folder: Path
) -> None:
    """A calm banner with a button that leads to the page; on other pages it does not come again."""
    enter(real, folder)
    qtbot.waitUntil(lambda: says(real) == NOTICE, timeout=LONGEST_MS)
    press(real.window, "to_keys")
    assert real.window.place.page is PageName.KEYS
    real.window.desk.notice(None)
    real.window.go(Place(PageName.CARDS))
    qtbot.wait(20)

    assert says(real) == ""


def test_a_vault_with_a_code_is_not(
    qtbot: QtBot, real: Program, folder: Path, code: RecoveryCode
) -> None:
    """Nothing is told where nothing is missing."""
    assert len(code.groups) == 7
    enter(real, folder)
    assert keys_page(real, qtbot).findChild(Button, "open_try") is not None
    assert says(real) == ""


def test_a_conversation_is_not_disturbed(qtbot: QtBot, real: Program, folder: Path) -> None:
    """While it runs nothing is said, whatever page is shown; after it, it is said once."""
    enter(real, folder)
    session = real.window.session
    assert session is not None
    session.shell.conversation(running=True)
    keys_page(real, qtbot)
    session.shell.go(Place(PageName.CARDS))
    qtbot.wait(20)
    assert says(real) == ""
    session.shell.conversation(running=False)
    qtbot.waitUntil(lambda: says(real) == NOTICE, timeout=LONGEST_MS)


def form_open(page: KeysPage, qtbot: QtBot) -> None:
    """A passphrase half typed."""
    del qtbot
    press(page, "open_change")
    form = page.form
    assert isinstance(form, ChangeForm)
    put(form.old.field, "half")


def warned(page: KeysPage, qtbot: QtBot) -> None:
    """A new code on the screen, with the warning before a print."""
    press(ask_for_code(page, qtbot), "print_sheet")


def groups_asked(page: KeysPage, qtbot: QtBot) -> None:
    """Three groups are asked for."""
    to_groups(ask_for_code(page, qtbot))


def dialog_open(page: KeysPage, qtbot: QtBot) -> None:
    """The system's dialog lies over the window."""
    steps = ask_for_code(page, qtbot)
    assert printing.ask(page, steps._sheet, steps._paper.say_printed).isVisible()


@pytest.mark.parametrize("state", [form_open, warned, groups_asked, dialog_open])
def test_the_lock_works_from_everywhere_and_the_old_code_stays(
    qtbot: QtBot,
    real: Program,
    folder: Path,
    code: RecoveryCode,
    ended: Ended,
    state: Callable[[KeysPage, QtBot], None],
) -> None:
    """Nothing can hold it up, nothing of the code is handed over, and the sheet still opens."""
    enter(real, folder)
    state(keys_page(real, qtbot), qtbot)
    real.lock()

    assert ended.handed == [Handover(folder)]
    assert real.window.session is None
    keyholding.try_code(folder, code, real._outside.moment())
    enter(real, folder)
