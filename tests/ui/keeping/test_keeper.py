"""Claims about the keeper: quiet while all goes well, said while it does not, never in the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.ui import background
from rhi_desktop.ui.keeping.keeper import AGAIN_AND_AGAIN, AT_UNLOCK, AT_WORK, Keeper
from rhi_desktop.ui.places import HOME, PageName, Place
from rhi_desktop.ui.session import Session
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import casework, keeping, unlocking
from rhi_desktop.workflow.entries import NewCase
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.conftest import Watch

HOUR = timedelta(hours=1)


@pytest.fixture
def keeper(workspace: Workspace, shell: Shell) -> Iterator[Keeper]:
    """It looks after the vault of the interviewer; its timers are not started."""
    made = Keeper(Session(workspace, shell, {}))
    yield made
    made.stop()
    background.finish()


def _settled(qtbot: QtBot) -> None:
    background.finish()
    qtbot.wait(1)


def _case(workspace: Workspace, watch: Watch, reference: str) -> None:
    casework.add_case(workspace, NewCase(reference, Child("A.B.")), watch.moment())


def _kept(workspace: Workspace) -> int:
    return len(list(workspace.store.folder.glob("snapshots/*.snapshot")))


def test_a_snapshot_every_hour_in_which_something_was_written(
    keeper: Keeper, workspace: Workspace, watch: Watch, shell: Shell, qtbot: QtBot
) -> None:
    """Written and old enough: one more. Nothing written, or just made: none. Nothing is said."""
    spy = QSignalSpy(shell.noticed)
    counts = []
    for hours, wrote in ((0, True), (1, False), (0.5, True), (0.5, False), (1, True)):
        watch.seconds += hours * 3600
        if wrote:
            _case(workspace, watch, f"R-{watch.seconds}")
        keeper.keep(AT_WORK)
        _settled(qtbot)
        counts.append(_kept(workspace))
    assert counts == [1, 1, 2, 2, 3]
    assert spy.count() == 0


def test_after_unlocking_and_once_a_day(
    keeper: Keeper, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    """A snapshot when the last is hours old; the full check when the last was a day ago."""
    folder = workspace.store.folder
    _case(workspace, watch, "R-1")
    keeper.look_first()
    _settled(qtbot)
    first = watch.moment().now
    assert _kept(workspace) == 1
    assert keeping.checked_at(folder) == first
    watch.seconds += AT_UNLOCK.total_seconds() - 60
    _case(workspace, watch, "R-2")
    keeper.look_first()
    _settled(qtbot)
    assert _kept(workspace) == 1
    assert keeping.checked_at(folder) == first
    watch.seconds += 24 * 3600
    keeper.look_first()
    _settled(qtbot)
    assert _kept(workspace) == 2
    assert keeping.checked_at(folder) == watch.moment().now


def test_a_check_noted_for_a_time_to_come_puts_none_off(
    keeper: Keeper, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    """The clock was a year ahead once, or the note was copied or changed: it is checked today."""
    later = Moment(watch.moment().now + timedelta(days=365), watch.start.draw)
    keeping.note_checked(workspace.store.folder, later)
    keeper.look_first()
    _settled(qtbot)
    assert keeping.checked_at(workspace.store.folder) == watch.moment().now


def test_a_disk_that_refuses_again_and_again_is_said(
    keeper: Keeper, workspace: Workspace, watch: Watch, shell: Shell, qtbot: QtBot
) -> None:
    """Twice is nothing; the third time a calm banner, again on the next page; then it is better."""
    place = workspace.store.folder / "snapshots"
    place.write_text("a file in the place of the folder")
    spy = QSignalSpy(shell.noticed)
    for _ in range(AGAIN_AND_AGAIN - 1):
        _case(workspace, watch, f"R-{_}")
        keeper.keep(AT_WORK)
        _settled(qtbot)
    assert spy.count() == 0
    keeper.keep(AT_WORK)
    _settled(qtbot)
    assert "No snapshot" in spy.at(0)[0].said.happened
    assert spy.at(0)[0].tone == "notice"
    shell.go(HOME)
    qtbot.wait(1)
    assert spy.count() == 2
    shell.go(Place(PageName.KEEPING))
    qtbot.wait(1)
    assert spy.count() == 2
    place.unlink()
    keeper.keep(AT_WORK)
    _settled(qtbot)
    shell.go(HOME)
    qtbot.wait(1)
    assert spy.count() == 2
    assert _kept(workspace) == 1


def test_no_room_is_said_at_once(keeper: Keeper, shell: Shell) -> None:
    """A full disk is something a person can do something about."""
    spy = QSignalSpy(shell.noticed)
    keeper._not_kept(FileError("disk_full"))
    assert "no room" in spy.at(0)[0].said.happened


def test_damage_is_said_on_every_page_from_then_on(
    keeper: Keeper, shell: Shell, qtbot: QtBot
) -> None:
    """Whatever page met it: red, with the lock as the first button; other refusals are not ours."""
    spy = QSignalSpy(shell.noticed)
    shell.refused.emit(FileError("disk_full"))
    shell.autosave.refused.emit(None)
    qtbot.wait(1)
    assert spy.count() == 0
    before = keeper.damaged
    shell.refused.emit(VaultError("vault_damaged"))
    qtbot.waitUntil(lambda: spy.count() == 1, timeout=2_000)
    assert [before, keeper.damaged] == [False, True]
    assert spy.at(0)[0].tone == "danger"
    assert [offer.name for offer in spy.at(0)[0].offers] == ["lock_and_choose", "to_keeping"]
    shell.go(HOME)
    qtbot.waitUntil(lambda: spy.count() == 2, timeout=2_000)
    shell.go(Place(PageName.KEEPING))
    qtbot.waitUntil(lambda: spy.count() == 3, timeout=2_000)
    assert [offer.name for offer in spy.at(2)[0].offers] == ["lock_and_choose"], "it is here"


def test_the_check_behind_the_work_finds_damage(
    keeper: Keeper, workspace: Workspace, watch: Watch, shell: Shell, qtbot: QtBot
) -> None:
    """An entry that is not what was written: said, and not remembered as checked."""
    _case(workspace, watch, "R-1")
    workspace.store.connection.run("DROP TRIGGER journal_not_changed")
    workspace.store.connection.run("UPDATE journal SET at = 'x' WHERE seq = 1")
    spy = QSignalSpy(shell.noticed)
    keeper.check()
    _settled(qtbot)
    qtbot.waitUntil(lambda: spy.count() == 1, timeout=2_000)
    assert keeper.damaged
    assert keeping.checked_at(workspace.store.folder) is None


def test_a_lock_does_not_wait_for_it(
    keeper: Keeper, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    """The vault closes while a snapshot and a check run; what was written is all there after it."""
    for number in range(50):
        _case(workspace, watch, f"R-{number}")
    keeper.keep(AT_WORK)
    keeper.check()
    keeper.stop()
    folder, key = workspace.store.folder, workspace.store.keys
    unlocking.close(workspace)
    _settled(qtbot)
    again = unlocking.open_workspace(folder, key)
    assert casework.count_cases(again) == 50
    unlocking.close(again)


def test_a_stopped_check_tells_nothing(
    keeper: Keeper, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    """What was not finished is no finding and no proof."""
    _case(workspace, watch, "R-1")
    keeper.stop()
    keeper.check()
    _settled(qtbot)
    assert not keeper.damaged
    assert keeping.checked_at(workspace.store.folder) is None


def test_a_clock_that_went_back_is_no_reason_to_wait(
    workspace: Workspace, watch: Watch, moment: Moment
) -> None:
    """A snapshot that seems to come from tomorrow keeps nobody from making one now."""
    folder, key = workspace.store.folder, workspace.store.keys
    _case(workspace, watch, "R-1")
    made = keeping.keep_up(folder, key, moment, HOUR)
    assert made is not None
    (path,) = Path(folder).glob("snapshots/*.snapshot")
    ahead = (moment.now + timedelta(days=2)).timestamp()
    os.utime(path, (ahead, ahead))
    assert keeping.keep_up(folder, key, moment, HOUR) is None
    _case(workspace, watch, "R-2")
    assert keeping.keep_up(folder, key, moment, HOUR) is not None
