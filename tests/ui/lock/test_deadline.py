"""Claims about a lock that saves on a disk which hangs, and about mistakes on the way."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from rhi_desktop.log import Cause
from rhi_desktop.ui import program as program_module
from rhi_desktop.ui.lock.deadline import Deadline
from rhi_desktop.ui.program import Program
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.conftest import Ended

LONG = 60.0


def test_what_is_met_in_time_is_never_late() -> None:
    """Whoever comes first wins, and the other one never acts."""
    late = threading.Event()
    one = Deadline(late.set, LONG)
    assert one.met()
    assert not late.is_set()
    other = Deadline(late.set, 0.0)
    assert late.wait(LONG)
    assert not other.met()


def test_a_disk_that_hangs_ends_with_every_word_sealed(
    program: Program, workspace: Workspace, ended: Ended, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread hands over what is unsaved; the main one, let go later, does nothing more."""
    monkeypatch.setattr(program_module, "Deadline", partial(Deadline, seconds=0.05))
    program.enter(workspace)
    session = program.window.session
    assert session is not None
    recipient = workspace.identity

    def hangs(*_: object) -> None:
        for _look in range(500):
            if ended.handed:
                return
            threading.Event().wait(0.01)

    session.shell.autosave.mark("notes", "it was Dex he paid", 6, write=hangs)
    program.lock()
    assert len(ended.handed) == 1
    (sealed,) = ended.handed[0].sealed
    assert b"Dex" not in sealed
    assert recipient is not None
    assert drafts.seal_unsaved(recipient.recipient, (Edit("notes", "x", 0),)) != sealed


def test_a_mistake_of_ours_ends_the_process_all_the_same(
    qtbot: QtBot, program: Program, workspace: Workspace, ended: Ended
) -> None:
    """Whatever goes wrong while saving, nothing stays open."""
    del qtbot
    program.enter(workspace)
    session = program.window.session
    assert session is not None

    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    session.shell.autosave.mark("notes", "words", 0, write=breaks)
    with pytest.raises(ZeroDivisionError):
        program.lock(Cause.SLEEP)
    assert len(ended.handed) == 1
