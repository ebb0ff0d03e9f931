"""Claims about keeping: when a snapshot is made, what the full check finds, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.store import drafts
from rhi_desktop.store.vault import VaultKey
from rhi_desktop.workflow import casework, keeping, unlocking
from rhi_desktop.workflow.entries import NewCase
from rhi_desktop.workflow.workspace import Workspace

HOUR = timedelta(hours=1)
PAGE = 4096


def _case(ws: Workspace, at: Moment, reference: str = "R-1") -> None:
    casework.add_case(ws, NewCase(reference, Child("A.B.")), at)


def _later(at: Moment, **by: float) -> Moment:
    return Moment(at.now + timedelta(**by), at.draw)


def _of(ws: Workspace) -> tuple[Path, VaultKey]:
    return ws.store.folder, ws.store.keys


def _checked(ws: Workspace) -> keeping.CheckView:
    return keeping.check_vault(*_of(ws), lambda _done, _total: None)


def test_a_snapshot_only_when_there_is_something_new(workspace: Workspace, moment: Moment) -> None:
    """Too young, or nothing written: none. Both: one, with what it holds."""
    folder, key = _of(workspace)
    _case(workspace, moment)
    first = keeping.keep_up(folder, key, moment, HOUR)
    assert first is not None
    assert (first.cases, first.good, first.made_at) == (1, True, moment.now)
    assert keeping.keep_up(folder, key, _later(moment, hours=2), HOUR) is None
    _case(workspace, _later(moment, minutes=5), "R-2")
    assert keeping.keep_up(folder, key, _later(moment, minutes=30), HOUR) is None
    second = keeping.keep_up(folder, key, _later(moment, hours=2), HOUR)
    assert second is not None
    assert second.written_at == moment.now + timedelta(minutes=5)
    view = keeping.standing(folder, key)
    assert [one.cases for one in view.snapshots] == [2, 1]
    assert view.bytes >= (folder / "case.db").stat().st_size
    assert view.checked_at is None


def test_a_snapshot_that_does_not_open_counts_for_nothing(
    workspace: Workspace, moment: Moment
) -> None:
    """The only one is damaged: the next is made whatever its age, and both are told apart."""
    folder, key = _of(workspace)
    _case(workspace, moment)
    keeping.take_snapshot(folder, key, moment)
    (path,) = (folder / "snapshots").glob("*.snapshot")
    path.write_bytes(bytes(5000))
    assert keeping.keep_up(folder, key, moment, HOUR) is not None
    assert [one.good for one in keeping.snapshots(folder, key)] == [True, False]


def test_what_is_missing_is_known_from_the_mark(workspace: Workspace, moment: Moment) -> None:
    """After a clean end it is known how many entries a snapshot lacks."""
    folder, key = _of(workspace)
    keeping.take_snapshot(folder, key, moment)
    for number in range(3):
        _case(workspace, moment, f"R-{number}")
    unlocking.close(workspace)
    (view,) = keeping.snapshots(folder, key)
    assert (view.entries, view.missing) == (0, 3)


def test_the_check_of_a_sound_vault_looks_at_everything(
    workspace: Workspace, moment: Moment
) -> None:
    """Every entry is looked at once, and how far it is was said on the way."""
    for number in range(80):
        _case(workspace, moment, f"R-{number}")
    said: list[tuple[int, int]] = []
    view = keeping.check_vault(*_of(workspace), lambda done, total: said.append((done, total)))
    assert view == keeping.CheckView(80)
    assert said == [(0, 80), *((done, 80) for done in (16, 32, 48, 64, 80))]


DAMAGE: dict[str, tuple[str, str]] = {
    "a link": ("journal_not_changed", "UPDATE journal SET link = 'x' WHERE seq = 40"),
    "an entry": ("journal_not_changed", "UPDATE journal SET at = 'x' WHERE seq = 40"),
    "a body": ("", "UPDATE cases SET body = json_set(body, '$.reference', 'other')"),
    "an author": ("", "UPDATE cases SET author = 'x' WHERE rowid = 7"),
    "a record that is gone": ("journal_not_deleted", "DELETE FROM journal WHERE seq = 80"),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_the_check_finds_what_is_not_as_it_was_written(
    workspace: Workspace, moment: Moment, what: str
) -> None:
    """One value that somebody with the key changed: not sound."""
    for number in range(80):
        _case(workspace, moment, f"R-{number}")
    trigger, statement = DAMAGE[what]
    if trigger:
        workspace.store.connection.run(f"DROP TRIGGER {trigger}")
    assert workspace.store.connection.run(statement) > 0
    assert not _checked(workspace).sound


def _harm(path: Path, page: int) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE + 300] ^= 1
    path.write_bytes(data)


def test_the_check_finds_a_page_that_cannot_be_read(workspace: Workspace, moment: Moment) -> None:
    """One bit of a page with words on it."""
    for number in range(80):
        _case(workspace, moment, f"R-{number}")
    connection, folder = workspace.store.connection, workspace.store.folder
    page = connection.number("SELECT rootpage FROM sqlite_master WHERE name = 'episodes'")
    connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    _harm(folder / "case.db", page)
    assert not _checked(workspace).sound


def test_a_page_on_which_nothing_stands_is_a_warning(workspace: Workspace, moment: Moment) -> None:
    """Spare room that cannot be read: all is sound, and how many such pages is said."""
    connection, folder = workspace.store.connection, workspace.store.folder
    for number in range(40):
        drafts.put(workspace.store, f"long/{number}", "words " * 4000, 0, moment)
    for number in range(40):
        drafts.drop(workspace.store, f"long/{number}")
    connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    assert connection.number("PRAGMA freelist_count") > 20
    last = (folder / "case.db").stat().st_size // PAGE
    _harm(folder / "case.db", last)
    view = _checked(workspace)
    assert view.sound
    assert view.spare_pages == 1


def test_a_check_stops_when_it_is_asked_to(workspace: Workspace, moment: Moment) -> None:
    """At the next slice; what was not finished is neither sound nor damaged."""
    for number in range(80):
        _case(workspace, moment, f"R-{number}")
    progress = keeping.Progress()

    def said(done: int, total: int) -> None:
        progress.said(done, total)
        if done:
            progress.stop()

    view = keeping.check_vault(*_of(workspace), said, progress.stopped)
    assert view.stopped
    assert (progress.done, progress.total) == (16, 80)


def test_lines_written_while_it_checks_are_checked_too(
    workspace: Workspace, moment: Moment
) -> None:
    """A case added in the middle is no finding, and counts."""
    for number in range(40):
        _case(workspace, moment, f"R-{number}")
    added: list[int] = []

    def said(done: int, _total: int) -> None:
        if done and len(added) < 3:
            added.append(done)
            _case(workspace, moment, f"L-{done}-{len(added)}")

    assert keeping.check_vault(*_of(workspace), said) == keeping.CheckView(43)


def test_rests_end_at_once_when_it_is_stopped() -> None:
    """Nobody waits for a rest: a stopped progress does not rest."""
    progress = keeping.Progress(rest=600)
    progress.stop()
    progress.said(1, 2)
    assert progress.stopped()


def test_when_all_was_sound_is_remembered(workspace: Workspace, moment: Moment) -> None:
    """A file without content keeps the time, and a disk that refuses it stops nothing."""
    folder = workspace.store.folder
    assert keeping.checked_at(folder) is None
    keeping.note_checked(folder, moment)
    assert keeping.checked_at(folder) == moment.now
    assert (folder / "checked").read_bytes() == b""
    keeping.note_checked(folder / "nowhere", moment)


Look = Callable[[Workspace], object]


@pytest.mark.parametrize("look", [_checked, lambda ws: keeping.standing(*_of(ws))])
def test_looking_changes_nothing(workspace: Workspace, moment: Moment, look: Look) -> None:
    """Neither the check nor the page writes a byte into the database or its log."""
    _case(workspace, moment)
    keeping.take_snapshot(*_of(workspace), moment)
    names = ("case.db", "case.db-wal", "snapshots/00000001.snapshot")
    before = [(workspace.store.folder / name).read_bytes() for name in names]
    look(workspace)
    assert [(workspace.store.folder / name).read_bytes() for name in names] == before
