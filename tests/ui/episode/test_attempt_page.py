"""Claims about writing down an offer: nothing is chosen for anybody, and it stays as written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.episode.attempt_page import AttemptPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import casework, drafts
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_leaves_by_tab, assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import Watch, dress
from tests.ui.interview.hands import focused
from tests.ui.rooms import pressable, seen
from tests.vaults import contents

Opener = Callable[[], AttemptPage]


@pytest.fixture
def open_offer(qtbot: QtBot, workspace: Workspace, shell: Shell, known: Place) -> Opener:
    """Opens the form on the practice case; each call builds it anew."""

    def opened() -> AttemptPage:
        page = AttemptPage(workspace, shell, replace(known, page=PageName.ATTEMPT))
        qtbot.addWidget(page)
        shown(page)
        return page

    return opened


def press(page: AttemptPage, *names: str) -> None:
    """Press radio buttons by name."""
    for name in names:
        radio = page.findChild(QRadioButton, name)
        assert radio is not None, name
        QTest.mouseClick(radio, Qt.MouseButton.LeftButton)


def words(page: AttemptPage) -> QPlainTextEdit:
    """The field of their own words."""
    found = page.findChild(QPlainTextEdit, "reply_words")
    assert found is not None
    return found


def line(page: AttemptPage, name: str) -> QLineEdit:
    """A field of one line."""
    found = page.findChild(QLineEdit, name)
    assert found is not None
    return found


def offers(ws: Workspace, known: Place, at: Moment) -> tuple[Attempt, ...]:
    """Every offer of the case."""
    assert known.case_id is not None
    return casework.open_case(ws, known.case_id, at.now).attempts


def test_an_offer_is_kept_as_it_was_said(
    open_offer: Opener, shell: Shell, workspace: Workspace, known: Place, moment: Moment
) -> None:
    """When, how, who, what came back, and the very words; then back to the case."""
    page, wanted = open_offer(), QSignalSpy(shell.wanted)
    press(page, "method_online_chat", "to_both", "reply_another_time")
    QTest.keyClicks(words(page), "not 2day  ")
    QTest.keyClicks(line(page, "made_by"), "Jo Bell")
    pressable(page, "save_attempt").click()

    kept = offers(workspace, known, moment)[-1]
    assert kept.at == moment.now
    assert (kept.method, kept.offered_to) == (Method.ONLINE_CHAT, OfferedTo.BOTH)
    assert kept.made_by == "Jo Bell"
    assert (kept.reply, kept.words) == (Reply.ANOTHER_TIME, "not 2day  ")
    assert wanted.at(0)[0] == Place(PageName.CASE, known.case_id)
    assert drafts.drafts(workspace) == ()


def test_with_nothing_chosen_nothing_is_written(open_offer: Opener, workspace: Workspace) -> None:
    """Each question says what is missing; the focus goes to the first; choosing hushes it."""
    page, before = open_offer(), contents(workspace)
    chosen = [radio for radio in page.findChildren(QRadioButton) if radio.isChecked()]
    assert chosen == []
    pressable(page, "save_attempt").click()

    for sentence in ("Say how it was offered.", "Say who was asked.", "Say what came back."):
        assert sentence in seen(page)
    assert focused().objectName() == "method_in_person"
    assert contents(workspace) == before
    assert_page_accessible(page)
    press(page, "method_text")
    assert "Say how it was offered." not in seen(page)
    assert "Say who was asked." in seen(page)


@pytest.mark.parametrize(
    ("day", "time", "said"),
    [
        ("", "", "Say when it was."),
        ("today", "9:00", "Write the day as 3/11/2026."),
        ("29/3/2026", "1:30", "The clocks went forward over this hour. Check the time."),
    ],
)
def test_an_offer_needs_a_moment(
    open_offer: Opener, workspace: Workspace, day: str, time: str, said: str
) -> None:
    """Now is proposed; what cannot be read is said beside the field."""
    page, before = open_offer(), contents(workspace)
    assert (line(page, "made_day").text(), line(page, "made_time").text()) == (
        "10/3/2026",
        "14:30",
    )
    press(page, "method_phone", "to_child", "reply_accepted")
    line(page, "made_day").setText(day)
    line(page, "made_time").setText(time)
    pressable(page, "save_attempt").click()

    assert said in seen(page)
    assert contents(workspace) == before


def test_what_was_half_filled_in_comes_back(
    open_offer: Opener, shell: Shell, workspace: Workspace
) -> None:
    """Choices and words, after the page is built anew; gone once it is saved."""
    page = open_offer()
    press(page, "method_letter", "reply_declined")
    QTest.keyClicks(words(page), "leave me al")
    shell.autosave.flush()

    again = open_offer()
    checked = {one.objectName() for one in again.findChildren(QRadioButton) if one.isChecked()}
    assert checked == {"method_letter", "reply_declined"}
    assert words(again).toPlainText() == "leave me al"
    press(again, "to_carer")
    pressable(again, "save_attempt").click()
    assert drafts.drafts(workspace) == ()
    assert words(open_offer()).toPlainText() == ""


def test_a_second_offer_stands_beside_the_first(
    open_offer: Opener, workspace: Workspace, known: Place, moment: Moment, watch: Watch
) -> None:
    """Nothing is ever written over."""
    before = offers(workspace, known, moment)
    watch.seconds = 60
    page = open_offer()
    press(page, "method_phone", "to_carer", "reply_no_answer")
    pressable(page, "save_attempt").click()

    assert offers(workspace, known, moment)[: len(before)] == before
    assert len(offers(workspace, known, moment)) == len(before) + 1


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
def test_everybody_can_use_the_offer(open_offer: Opener, qapp: QApplication, look: Theme) -> None:
    """At 100 % and at 200 %, complete and with everything missing."""
    dress(qapp, look)
    page = open_offer()
    assert_page_accessible(page)
    assert_leaves_by_tab(words(page))
    pressable(page, "save_attempt").click()
    assert_page_accessible(page)
    assert page.title == "R-0142"


def test_a_small_window_puts_answers_below_each_other(open_offer: Opener) -> None:
    """683 x 344 is the system's 200 %."""
    page = open_offer()
    page.resize(683, 344)
    shown(page)
    assert page.width() == 683
    assert_nothing_cut(page)


def test_an_offer_needs_an_episode(workspace: Workspace, shell: Shell) -> None:
    """Without one there is no such page."""
    with pytest.raises(ValueError, match="episode"):
        AttemptPage(workspace, shell, Place(PageName.ATTEMPT))
