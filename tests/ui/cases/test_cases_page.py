"""Claims about the list of cases: order, search, the chosen row, every state for everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ending import Ending, LateReason
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.cases.cases_page import CasesPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Field, RowList
from rhi_desktop.workflow import casework, closing, practising
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import Watch, dress
from tests.ui.interview.hands import focused, press
from tests.ui.rooms import back_since, pressable, seen

Opener = Callable[[], CasesPage]


@pytest.fixture
def open_list(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Opener:
    """Opens the list over what the vault holds now."""

    def opened() -> CasesPage:
        page = CasesPage(workspace, shell, Place(PageName.CASES))
        qtbot.addWidget(page)
        return page

    return opened


@pytest.fixture
def three(workspace: Workspace, moment: Moment) -> None:
    """Three made-up children: one clock runs, one has passed, one waits."""
    for initials, hours in (("J.W.", 80), ("P.R.", None), ("K.O.", 17)):
        back_since(workspace, moment, initials, hours)


def rows(page: CasesPage) -> list[str]:
    """The rows as a screen reader says them, from top to bottom."""
    model = listed(page).model()
    return [str(model.data(model.index(n, 0))) for n in range(model.rowCount())]


def listed(page: CasesPage) -> RowList:
    """The list of cases."""
    found = page.findChild(RowList, "case_list")
    assert found is not None
    return found


def search(page: CasesPage, words: str) -> None:
    """Type into the search and go on with Enter."""
    find = page.findChild(Field, "find")
    assert find is not None
    find.setFocus()
    find.selectAll()
    QTest.keyClicks(find, words)
    QTest.keyClick(find, Qt.Key.Key_Return)


def test_before_the_first_case_there_are_three_ways_to_start(
    open_list: Opener, shell: Shell
) -> None:
    """A blank page of a notebook, no head, no search; the first way has the focus."""
    page, wanted = open_list(), QSignalSpy(shell.wanted)
    shown(page)

    assert "No episodes yet" in seen(page)
    assert "Your cases" not in seen(page)
    assert page.first_focus() is pressable(page, "new_episode")
    for name in ("new_episode", "import_bundle"):
        pressable(page, name).click()
    assert [wanted.at(n)[0].page for n in range(2)] == [PageName.EPISODE, PageName.IMPORT]


def test_the_practice_cases_are_opened_from_the_blank_page(
    open_list: Opener, shell: Shell, workspace: Workspace, moment: Moment
) -> None:
    """Both are made up, both are in the vault, and the longer one opens."""
    page, wanted = open_list(), QSignalSpy(shell.wanted)
    pressable(page, "open_practice").click()

    case_of = {row.reference: row.case_id for row in casework.list_cases(workspace, moment.now)}
    assert len(case_of) == 2
    assert wanted.at(0)[0] == Place(PageName.CASE, case_of["R-0142"])


@pytest.mark.usefixtures("three")
def test_running_clocks_come_first_in_whole_sentences(open_list: Opener) -> None:
    """Then passed ones, then the rest; the head says which one is next."""
    page = open_list()

    assert [row.split(",")[0] for row in rows(page)] == ["K.O.", "J.W.", "P.R."]
    assert rows(page)[0] == (
        "K.O., aged 14, R-KO, came back Mon 9 March, 21:30, 55 hours left, "
        "until Thu 12 March, 21:30, New, Not yet offered"
    )
    assert "One clock is running. It is K.O.\u2019s." in seen(page)
    assert "3 cases, running clocks first" in seen(page)
    assert "(s)" not in seen(page)


@pytest.mark.usefixtures("three")
def test_search_finds_and_says_when_nothing_matches(open_list: Opener) -> None:
    """By initials and by reference; an empty find takes columns and count away."""
    page = open_list()
    shown(page)
    search(page, "r-jw")
    assert [row.split(",")[0] for row in rows(page)] == ["J.W."]
    assert "1 match" in seen(page)
    assert focused() is listed(page)

    search(page, "zz")
    assert "Nothing matches “zz”." in seen(page)
    told = next(one for one in page.findChildren(QLabel) if one.text().startswith("Nothing m"))
    find = page.findChild(Field, "find")
    assert find is not None
    # Beside what was typed, not at the far end of an empty page.
    assert told.mapTo(page, QPoint()).y() - find.mapTo(page, QPoint()).y() < 2 * find.height()
    assert not listed(page).isVisible()
    assert focused() is page.findChild(Field, "find")
    assert_page_accessible(page)


@pytest.mark.usefixtures("three")
def test_typing_searches_after_a_short_pause(open_list: Opener, qtbot: QtBot) -> None:
    """Nobody has to press anything."""
    page = open_list()
    shown(page)
    find = page.findChild(Field, "find")
    assert find is not None
    QTest.keyClicks(find, "p.r")
    qtbot.waitUntil(lambda: len(rows(page)) == 1, timeout=2000)


@pytest.mark.usefixtures("three")
def test_the_chosen_row_stays_chosen(
    open_list: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Also when a new case moves it down and the clocks are read anew."""
    page = open_list()
    shown(page)
    listed(page).choose(1)
    back_since(workspace, moment, "A.A.", 60)
    page.refresh()

    assert rows(page)[listed(page).chosen()].startswith("J.W.")
    assert len(rows(page)) == 4


@pytest.mark.usefixtures("three")
def test_no_clock_stands_still(open_list: Opener, watch: Watch) -> None:
    """An hour later the list says an hour less."""
    page = open_list()
    watch.seconds = 3600
    page.refresh()

    assert "54 hours left" in rows(page)[0]


@pytest.mark.usefixtures("three")
def test_arrows_and_enter_open_a_case(open_list: Opener, shell: Shell) -> None:
    """The list has the focus when the page opens."""
    page, wanted = open_list(), QSignalSpy(shell.wanted)
    shown(page)
    first = page.first_focus()
    assert first is listed(page)
    first.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)

    place = wanted.at(0)[0]
    assert place.page is PageName.CASE
    assert listed(page).chosen() == 1


def test_offers_are_counted_in_words(
    open_list: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Once, twice, and figures from three on."""
    practising.load_practice(workspace, moment)

    assert "Offered twice, Not yet talked" in rows(open_list())[0]


def test_the_link_to_reviews_is_there_when_something_waits(
    open_list: Opener, shell: Shell, signed_interview: object
) -> None:
    """Own reports do not wait for their own signer, so nothing is due here."""
    assert signed_interview is not None
    page, wanted = open_list(), QSignalSpy(shell.wanted)
    pressable(page, "go_cards").click()

    assert wanted.at(0)[0].page is PageName.CARDS
    assert "Signed, With the supervisor next" in rows(page)[0]
    assert "Also due" not in seen(page)


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("look", [Theme(), Theme(Mode.DARK, 2.0), Theme(Mode.CONTRAST, 2.0)])
def test_everybody_can_use_the_list(
    open_list: Opener,
    qapp: QApplication,
    workspace: Workspace,
    moment: Moment,
    look: Theme,
    *,
    filled: bool,
) -> None:
    """Empty and full, at 100 % and at 200 %: every stop named, nothing cut."""
    if filled:
        back_since(workspace, moment, "K.O.", 17)
        practising.load_practice(workspace, moment)
    dress(qapp, look)
    page = open_list()
    assert_page_accessible(page)
    assert page.title == "Cases"


@pytest.mark.usefixtures("three")
def test_a_small_window_shows_cards(open_list: Opener) -> None:
    """683 x 344 at 100 %: cards of 86, the heads are gone, nothing is cut."""
    page = open_list()
    shown(page, 683, 344)

    assert page.width() == 683
    assert listed(page).sizeHintForRow(0) == 86
    assert_nothing_cut(page)
    shown(page)
    page.resize(1366, 724)
    QApplication.processEvents()
    assert listed(page).sizeHintForRow(0) == 58


def test_rule_4_the_list_of_those_without_a_reason(
    open_list: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Passed and not explained; put off for the child's welfare it leaves this list alone."""
    back_since(workspace, moment, "R.U.", 10)
    back_since(workspace, moment, "A.B.", 80)
    put_off = back_since(workspace, moment, "C.D.", 90)
    away = casework.open_case(workspace, put_off, moment.now).episodes[0].episode.id
    casework.say_why_late(workspace, away, LateReason.WELFARE_FIRST, "", moment)
    page = open_list()
    shown(page)
    assert len(rows(page)) == 3
    which = page.findChild(QComboBox, "which_cases")
    assert which is not None
    which.setCurrentIndex(1)
    which.activated.emit(1)
    assert [row.split(",")[0] for row in rows(page)] == ["A.B."]
    first = casework.list_cases(workspace, moment.now, "A.B.")[0].case_id
    episode = casework.open_case(workspace, first, moment.now).episodes[0].episode.id
    casework.say_why_late(workspace, episode, LateReason.SCHOOL, "", moment)
    page.refresh()
    assert rows(page) == []
    assert "Wherever the hours passed, somebody has said why." in seen(page)
    assert_page_accessible(page)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.DECLINED_BY_CHILD, "Chose not to talk, the hours ran until"),
        (Outcome.MISSING_AGAIN, "Missing again, the hours ran until"),
        (Outcome.NOT_REQUIRED, "Not required, the hours ran until"),
    ],
)
def test_a_row_says_why_no_talk_was_held(
    open_list: Opener, workspace: Workspace, moment: Moment, outcome: Outcome, said: str
) -> None:
    """In words first; after the hours had passed that is said too, and never called met."""
    for initials, hours in (("A.B.", 10), ("C.D.", 90)):
        case_id = back_since(workspace, moment, initials, hours)
        away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
        closing.settle(workspace, None, away, outcome, Ending(), moment)
    found = {row.split(",")[0]: row for row in rows(open_list())}
    assert said in found["A.B."]
    assert "after the 72 hours. Say what happened" in found["C.D."]
    assert "No talk was held, Still to sign" in found["A.B."]
