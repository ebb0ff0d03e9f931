"""Claims about coming back: a page stands after the lock as it stood before it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.view_kept import SETTLES_MS, bring_back, kept_view
from rhi_desktop.ui.widgets import Field, column, wrap
from rhi_desktop.ui.widgets import scrolled as scrolled_area
from rhi_desktop.workflow import casework, unlocking
from rhi_desktop.workflow.practice import practice_case
from tests.e2e.offices import signed_talk
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.opened import PASSPHRASE, put_away, real_program

PAGES = (
    PageName.CASE,
    PageName.CAPTURE,
    PageName.GUIDED,
    PageName.SORT,
    PageName.CHILD_PLAN,
    PageName.CHECK,
)


def scrolled(page: QWidget) -> list[int]:
    """How far each part of a page is scrolled."""
    return [one.verticalScrollBar().value() for one in page.findChildren(QAbstractScrollArea)]


def shown_small(program: Program) -> None:
    """A window in which everything scrolls."""
    program.window.show()
    program.window.resize(1000, 460)


def page_of(program: Program) -> QWidget:
    """The page that shows."""
    assert program.window.page is not None
    return program.window.page


@pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)  # offscreen has no stack
def test_every_page_comes_back_as_far_down_as_it_was(
    qtbot: QtBot,
    tmp_path: Path,
    moment: Moment,
    watch: Watch,
    ended: Ended,
) -> None:
    """Capture, guided, sort, plan, check and case: locked, unlocked by a new program, compared."""
    home = tmp_path / "vaults" / "notes.rhivault"
    key = vault.create(home, PASSPHRASE, moment, cost=FLOOR)
    unlocking.settle_in(home, key, practice_case().interviewer, moment)
    ws = unlocking.open_workspace(home, key)
    signed = signed_talk(ws, moment)
    head = signed.account.interview
    episode = casework.open_case(ws, head.case_id, moment.now).episodes[0].episode
    program = real_program(home.parent, watch, FixedChooser(), ended)
    program.enter(ws)
    for name in PAGES:
        shown_small(program)
        session = program.window.session
        assert session is not None
        session.shell.go(Place(name, head.case_id, episode.id, head.id, signed.report.id))
        qtbot.wait(20)
        for one in page_of(program).findChildren(QAbstractScrollArea):
            one.verticalScrollBar().setValue(one.verticalScrollBar().maximum() * 2 // 3)
        before = scrolled(page_of(program))
        assert any(before), name
        program.lock()
        put_away(program)
        program = real_program(home.parent, watch, FixedChooser(), ended)
        shown_small(program)
        program.enter(unlocking.open_workspace(home, key))
        assert program.window.place.page is name
        qtbot.waitUntil(lambda: scrolled(page_of(program)) == before)  # noqa: B023 - called here
    put_away(program)


def test_the_field_and_its_caret_come_back(qtbot: QtBot) -> None:
    """Whatever had the focus has it again; an odd or foreign view changes nothing."""

    def page() -> tuple[QWidget, Field, Field]:
        made, one, other = QWidget(), Field("abcdef", name="one"), Field("abcdef", name="other")
        one.setObjectName("one")
        other.setObjectName("other")
        made.setLayout(column(one, other))
        qtbot.addWidget(made)
        made.show()
        one.setFocus()
        return made, one, other

    left, _, other = page()
    other.setFocus()
    other.setCursorPosition(4)
    view = kept_view(left)
    back, first, second = page()
    second.setCursorPosition(0)
    for odd in ("", "no json", "[]", '{"scrolled": 1}', '{"scrolled": {}, "focus": "gone/1"}'):
        bring_back(back, odd)
        assert back.focusWidget() is first
    bring_back(back, view)
    assert back.focusWidget() is second
    assert second.cursorPosition() == 4
    assert "abcdef" not in view


def test_a_part_that_went_meanwhile_is_passed_over(qtbot: QtBot) -> None:
    """A page may build a part anew while it comes back, or go with its window."""
    area = scrolled_area(wrap(column(2000)))
    area.setObjectName("area")
    page = QWidget()
    page.setLayout(column((area, 1)))
    qtbot.addWidget(page)
    bring_back(page, json.dumps({"scrolled": {"area/0": 50}, "focus": "", "caret": 0}))
    delete(area)
    with qtbot.captureExceptions() as caught:
        qtbot.wait(SETTLES_MS[1] + 50)
    assert caught == []


def test_a_panel_that_was_open_shifts_nothing(qtbot: QtBot) -> None:
    """Parts are known by their names, not by how many others there were."""

    def page(*names: str) -> QWidget:
        made = QWidget()
        tall = [QWidget() for _ in names]
        parts = [scrolled_area(one) for one in tall]
        for name, one, part in zip(names, tall, parts, strict=True):
            one.setMinimumHeight(3000)
            part.setObjectName(name)
        made.setLayout(column(*((part, 1) for part in parts)))
        made.resize(400, 400)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: parts[-1].verticalScrollBar().maximum() > 0)
        return made

    left = page("panel", "lines")
    lines = left.findChild(QAbstractScrollArea, "lines")
    assert lines is not None
    lines.verticalScrollBar().setValue(60)
    back = page("lines")
    bring_back(back, kept_view(left))
    qtbot.waitUntil(lambda: scrolled(back) == [60])
