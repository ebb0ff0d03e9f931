"""Claims about saving what is typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FileError
from rhi_desktop.ui.autosave import Autosave
from rhi_desktop.workflow.drafts import Edit
from tests.ui.conftest import Watch


@dataclass
class Disk:
    """A disk that may be full: the one fake that tests of saving may use."""

    full: bool = False
    kept: dict[str, str] = field(default_factory=dict)

    def write(self, edit: Edit, at: Moment) -> None:
        """Keep an edit, or refuse."""
        assert at.now.tzinfo
        if self.full:
            raise FileError("disk_full")
        self.kept[edit.key] = edit.text


@pytest.fixture
def disk() -> Disk:
    """An empty disk with room."""
    return Disk()


@pytest.fixture
def autosave(qtbot: QtBot, disk: Disk, watch: Watch) -> Autosave:
    """Saving onto that disk, with a clock moved by hand."""
    assert qtbot is not None
    return Autosave(disk.write, watch.moment, watch.steady)


def test_leaving_saves_at_once(autosave: Autosave, disk: Disk) -> None:
    """A flush keeps the newest text of every field, and says when."""
    spy = QSignalSpy(autosave.status)
    autosave.mark("line", "nan woul")
    autosave.mark("line", "nan wouldnt")
    autosave.mark("place", "kitchen")

    assert autosave.flush()
    assert disk.kept == {"line": "nan wouldnt", "place": "kitchen"}
    assert autosave.unsaved == ()
    assert spy.at(spy.count() - 1)[0].state == "saved"


def test_saving_is_planned_by_the_rules_of_drafts(autosave: Autosave, watch: Watch) -> None:
    """0.7 s after the last edit, 3 s after the first at the latest."""
    autosave.mark("line", "a")
    assert autosave._timer.interval() == 700
    watch.seconds = 2.9
    autosave.mark("line", "ab")

    assert autosave._timer.interval() == pytest.approx(100, abs=1)


def test_the_timer_saves(qtbot: QtBot, disk: Disk) -> None:
    """Typing and waiting is enough."""
    seconds = iter(range(0, 1000, 5))
    autosave = Autosave(disk.write, _moment, lambda: float(next(seconds)))
    with qtbot.waitSignal(autosave.status, timeout=2000):
        autosave.mark("line", "a")

    assert disk.kept == {"line": "a"}


def test_a_full_disk_loses_nothing(autosave: Autosave, disk: Disk, watch: Watch) -> None:
    """Edits stay, the line says held, the refusal is told, and a later try brings all home."""
    status, refused = QSignalSpy(autosave.status), QSignalSpy(autosave.refused)
    disk.full = True
    autosave.mark("line", "a")

    assert not autosave.flush()
    assert [edit.text for edit in autosave.unsaved] == ["a"]
    assert status.at(0)[0].state == "held"
    assert refused.at(0)[0].code == "disk_full"
    assert autosave._timer.interval() == 2000
    autosave.mark("line", "ab")
    disk.full = False
    watch.seconds = 3

    assert autosave.flush()
    assert disk.kept == {"line": "ab"}
    assert refused.at(1)[0] is None


def test_a_page_may_write_in_its_own_way(autosave: Autosave, disk: Disk) -> None:
    """An edit with a writer of its own goes there and nowhere else."""
    answers: list[str] = []
    autosave.mark("answer", "yes", write=lambda edit, _at: answers.append(edit.text))

    assert autosave.flush()
    assert answers == ["yes"]
    assert disk.kept == {}


def test_a_commit_elsewhere_is_said(autosave: Autosave, watch: Watch) -> None:
    """A page that wrote a record itself makes the line say Saved, unless something is unsaved."""
    status = QSignalSpy(autosave.status)
    autosave.committed(watch.moment().now)
    autosave.mark("line", "a")
    autosave.committed(watch.moment().now)

    assert status.count() == 1


def _moment() -> Moment:
    return Moment(datetime(2026, 3, 10, tzinfo=UTC), bytes)
