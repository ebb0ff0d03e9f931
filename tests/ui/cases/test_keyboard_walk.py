"""Claims about hands that never touch a mouse: from the list to a conversation that was begun."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.attempt import Reply
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.program import Outside, Program
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.views import Stage
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.interview.hands import focused

CTRL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 60


class NoMouse(QObject):
    """Refuses every press of a mouse button, so that a test cannot cheat."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """True for what shall never arrive."""
        del watched
        return event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


@pytest.fixture
def real_pages(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, watch: Watch, chooser: FixedChooser
) -> Iterator[Program]:
    """The whole program with its own pages, and no mouse."""
    pages = {name: partial(app.page_maker, name) for name in app.PAGES}
    folders = tmp_path / "vaults", tmp_path / "config"
    ended = Ended().handed.append
    made = Program(
        Outside(watch.moment, watch.steady, chooser, ended, *folders, pages, *app.loaded_later())
    )
    qtbot.addWidget(made.window)
    nobody = NoMouse()
    qapp.installEventFilter(nobody)
    yield made
    qapp.removeEventFilter(nobody)
    made.idle.stop()
    made.cover_keys.deleteLater()


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the focus is, and what it starts."""
    QTest.keyClick(focused(), which, modifier)
    QApplication.processEvents()


def at(program: Program) -> PageName:
    """The page that shows."""
    return program.window.place.page


def tab_to(name: str) -> QWidget:
    """Tab until a control has the focus."""
    for _ in range(MOST_TABS):
        if focused().objectName() == name:
            return focused()
        key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name}")


def write(name: str, words: str) -> None:
    """Tab to a field and type."""
    QTest.keyClicks(tab_to(name), words)


def write_down_a_time_away(program: Program) -> None:
    """Ctrl+N, four fields, Ctrl+Enter."""
    key(Qt.Key.Key_N, CTRL)
    assert at(program) is PageName.EPISODE
    write("initials", "K.O.")
    write("last_seen_day", "8/3/2026")
    write("returned_day", "9/3/2026")
    write("returned_time", "21:30")
    key(Qt.Key.Key_Return, CTRL)
    assert at(program) is PageName.CASE


def write_down_an_offer(program: Program) -> None:
    """The link, three choices by Space, their words, Ctrl+Enter."""
    tab_to("add_attempt")
    key(Qt.Key.Key_Space)
    assert at(program) is PageName.ATTEMPT
    for name in ("method_in_person", "to_child", "reply_accepted"):
        tab_to(name)
        key(Qt.Key.Key_Space)
    write("reply_words", "ok")
    key(Qt.Key.Key_Return, CTRL)
    assert at(program) is PageName.CASE


def say_what_comes_first(program: Program) -> None:
    """The link leads to what is open; each is answered by Space; Ctrl+Enter begins."""
    assert (at(program), focused().objectName()) == (PageName.BEFORE, "still_open")
    key(Qt.Key.Key_Space)
    for name in ("told_purpose", "told_limits", "told_who", "told_stop", "told_notes"):
        tab_to(f"{name}_answer_understood")
        key(Qt.Key.Key_Space)
    key(Qt.Key.Key_Return, CTRL)


def test_from_the_list_to_a_conversation_by_keys_alone(
    real_pages: Program, qtbot: QtBot, workspace: Workspace, moment: Moment
) -> None:
    """New episode, an offer, the list again, the case, and the first words can be typed."""
    window = real_pages.window
    window.resize(1366, 768)
    window.show()
    real_pages.enter(workspace)
    qtbot.waitExposed(window)
    window.activateWindow()
    QApplication.processEvents()
    assert focused().objectName() == "new_episode"
    write_down_a_time_away(real_pages)
    write_down_an_offer(real_pages)
    tab_to("back_to_cases")
    key(Qt.Key.Key_Return)
    assert focused().objectName() == "case_list"
    key(Qt.Key.Key_Return)
    assert focused().objectName() == "start_conversation"
    key(Qt.Key.Key_Return)
    say_what_comes_first(real_pages)
    assert (at(real_pages), focused().objectName()) == (PageName.CAPTURE, "new_line")

    (row,) = casework.list_cases(workspace, moment.now)
    (offer,) = casework.open_case(workspace, row.case_id, moment.now).attempts
    assert (row.initials, row.stage) == ("K.O.", Stage.TALKING)
    assert (offer.reply, offer.words) == (Reply.ACCEPTED, "ok")
