"""Claims about papers and the lock: the whole program comes back to the same ticks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets.wrap_tick import WrapTick
from rhi_desktop.workflow import unlocking
from rhi_desktop.workflow.practice import practice_case
from tests.remembered import practice_talk
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.opened import PASSPHRASE, put_away, real_program


def ticked(program: Program) -> set[str]:
    """What is ticked on the page that shows."""
    page = program.window.page
    assert page is not None
    return {one.words for one in page.findChildren(WrapTick) if one.isChecked()}


def press(program: Program, name: str) -> None:
    """Press a control of the page that shows."""
    page = program.window.page
    assert page is not None
    control = page.findChild(QWidget, name)
    assert control is not None
    assert hasattr(control, "click")
    control.click()


@pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)  # offscreen has no stack
def test_ticks_come_back_after_a_lock_that_came_at_once(
    tmp_path: Path, moment: Moment, watch: Watch, ended: Ended
) -> None:
    """Not a moment passes between the tick and the lock; then another program opens the vault."""
    home = tmp_path / "vaults" / "notes.rhivault"
    key = vault.create(home, PASSPHRASE, moment, cost=FLOOR)
    unlocking.settle_in(home, key, practice_case().interviewer, moment)
    ws = unlocking.open_workspace(home, key)
    case_id, talk = practice_talk(ws, moment)
    program = real_program(home.parent, watch, FixedChooser(), ended)
    program.enter(ws)
    session = program.window.session
    assert session is not None
    session.shell.go(Place(PageName.AGAIN, case_id, interview_id=talk))
    press(program, "tick_usual")
    press(program, "again_agreed")
    before = ticked(program)
    assert len(before) > 1
    program.lock()
    put_away(program)

    program = real_program(home.parent, watch, FixedChooser(), ended)
    program.enter(unlocking.open_workspace(home, key))
    assert program.window.place.page is PageName.AGAIN
    assert ticked(program) == before
    put_away(program)
