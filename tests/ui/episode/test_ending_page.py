"""Claims about writing down that no talk was held: few fields, each path, nothing lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.ending import (
    CarerAsked,
    CarerInformation,
    Certainty,
    DeclineReason,
    LateReason,
    NotRequired,
)
from rhi_desktop.domain.interview import Interview, Outcome
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.ending_page import EndingPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import casework, drafts, interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import dress
from tests.ui.rooms import back_since, pressable, seen

Opener = Callable[[], EndingPage]
MOST_FIELDS = 12


@pytest.fixture
def place(workspace: Workspace, moment: Moment) -> Place:
    """A child whose 72 hours ended eight hours ago."""
    case_id = back_since(workspace, moment, "A.B.", 80)
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    return Place(PageName.ENDING, case_id, away.id)


@pytest.fixture
def open_ending(qtbot: QtBot, workspace: Workspace, shell: Shell, place: Place) -> Opener:
    """Opens the page; each call builds it anew."""

    def opened() -> EndingPage:
        page = EndingPage(workspace, shell, place)
        qtbot.addWidget(page)
        shown(page)
        return page

    return opened


def press(page: QWidget, *names: str) -> None:
    """Press answers by name."""
    for name in names:
        found = page.findChild(QAbstractButton, name)
        assert found is not None, name
        assert found.isVisibleTo(page), name
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def write(page: QWidget, name: str, words: str) -> None:
    """Type into a field by name."""
    found = page.findChild(QLineEdit, name) or page.findChild(QPlainTextEdit, name)
    assert found is not None, name
    assert found.isVisibleTo(page), name
    QTest.keyClicks(found, words)


def fields(page: QWidget) -> list[QWidget]:
    """Every field in view: a question with its answers is one."""
    kinds = (ChoiceField, QLineEdit, QPlainTextEdit, QComboBox)
    return [
        one
        for kind in kinds
        for one in page.findChildren(kind)
        if one.isVisibleTo(page) and one.objectName()
    ]


def the_head(ws: Workspace, place: Place, at: Moment) -> Interview:
    """The one record of the case."""
    assert place.case_id is not None
    (found,) = casework.open_case(ws, place.case_id, at.now).interviews
    return found.head


@pytest.mark.parametrize("who", ["declined_by_child", "declined_by_carer"])
def test_rule_20_the_whole_way_of_a_refusal_takes_at_most_twelve_fields(
    open_ending: Opener, shell: Shell, who: str
) -> None:
    """Counted on the window, with the carer asked and the hours passed; then comes the check."""
    page, wanted = open_ending(), QSignalSpy(shell.wanted)
    press(page, f"outcome_{who}", "carer_asked_asked")
    assert 1 < len(fields(page)) <= MOST_FIELDS
    assert_page_accessible(page)
    pressable(page, "check_report").click()
    assert wanted.at(0)[0].page is PageName.CHECK


def test_a_childs_no_is_kept_in_their_own_words(
    open_ending: Opener, workspace: Workspace, place: Place, moment: Moment
) -> None:
    """Reasons, pressure, what the carer knows, what stays open, why it is late."""
    page = open_ending()
    press(page, "outcome_declined_by_child", "reasons_sees_no_point", "reasons_told_not_to_talk")
    press(page, "pressure_not_sure", "carer_asked_asked")
    write(page, "child_words", "wots the point  ")
    write(page, "carer_who", "Nan")
    write(page, "carer_words", "she was at the park")
    write(page, "open_offer", "text Sam")
    late = page.findChild(QComboBox, "late")
    assert late is not None
    late.setCurrentIndex(late.findData("welfare_first"))
    write(page, "late_words", "asleep")
    pressable(page, "check_report").click()

    head = the_head(workspace, place, moment)
    assert (head.outcome, head.begun) == (Outcome.DECLINED_BY_CHILD, False)
    ending = head.ending
    assert ending is not None
    assert ending.words == "wots the point  "
    assert ending.reasons == (DeclineReason.SEES_NO_POINT, DeclineReason.TOLD_NOT_TO_TALK)
    assert ending.pressure is Certainty.NOT_SURE
    assert ending.carer == CarerInformation(CarerAsked.ASKED, "Nan", "she was at the park")
    assert ending.open_offer == "text Sam"
    assert drafts.drafts(workspace) == ()
    assert place.case_id is not None
    away = casework.open_case(workspace, place.case_id, moment.now).episodes[0]
    assert (away.episode.late, away.episode.late_words) == (LateReason.WELFARE_FIRST, "asleep")
    assert away.clock.state is ClockState.OVERDUE


def test_rule_17_when_a_carer_says_no_it_is_asked_whether_the_child_was(
    open_ending: Opener, workspace: Workspace, place: Place, moment: Moment
) -> None:
    """Who said no; not known is not no."""
    page = open_ending()
    press(page, "outcome_declined_by_carer")
    write(page, "declined_by", "Step-dad")
    press(page, "child_asked_no")
    pressable(page, "check_report").click()
    ending = the_head(workspace, place, moment).ending
    assert ending is not None
    assert (ending.declined_by, ending.child_asked) == ("Step-dad", False)


@pytest.mark.parametrize("who", ["declined_by_child", "declined_by_carer", "not_reached"])
def test_rule_18_what_the_carer_knows_is_asked_also_not_safe_to_ask(
    open_ending: Opener, workspace: Workspace, place: Place, moment: Moment, who: str
) -> None:
    """Nobody is named then; the words say why."""
    page = open_ending()
    press(page, f"outcome_{who}", "carer_asked_not_safe")
    names = {one.objectName() for one in fields(page)}
    assert "carer_words" in names
    assert "carer_who" not in names
    pressable(page, "check_report").click()
    ending = the_head(workspace, place, moment).ending
    assert ending is not None
    assert ending.carer == CarerInformation(CarerAsked.NOT_SAFE)


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [("not_required", NotRequired.COVERED_BY_ANOTHER), ("not_offered", None)],
)
def test_rule_19_a_decision_has_a_reason_and_a_name(
    open_ending: Opener,
    workspace: Workspace,
    place: Place,
    moment: Moment,
    outcome: str,
    kind: NotRequired | None,
) -> None:
    """Not required and not offered alike."""
    page = open_ending()
    press(page, f"outcome_{outcome}")
    if kind is not None:
        press(page, f"not_required_{kind.value}")
    write(page, "decision", "talk of Monday")
    write(page, "decided_by", "Jo Bell, manager")
    pressable(page, "check_report").click()
    ending = the_head(workspace, place, moment).ending
    assert ending is not None
    assert (ending.why, ending.decided_by, ending.not_required) == (
        "talk of Monday",
        "Jo Bell, manager",
        kind,
    )


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.held])
def test_every_outcome_ends_at_the_check_page(
    open_ending: Opener, shell: Shell, outcome: Outcome
) -> None:
    """With only what it needs in view, and usable by everybody."""
    page, wanted = open_ending(), QSignalSpy(shell.wanted)
    press(page, f"outcome_{outcome.value}")
    assert len(fields(page)) <= MOST_FIELDS
    assert_page_accessible(page)
    pressable(page, "check_report").click()
    assert wanted.at(0)[0].page is PageName.CHECK


def test_without_an_outcome_nothing_is_recorded(
    open_ending: Opener, workspace: Workspace, place: Place, moment: Moment
) -> None:
    """It is said what is missing; looking at the page leaves no trace."""
    page = open_ending()
    pressable(page, "check_report").click()
    assert "Choose what it was." in seen(page)
    assert place.case_id is not None
    assert casework.open_case(workspace, place.case_id, moment.now).interviews == ()


def test_what_was_half_written_comes_back_and_can_be_opened_again(
    open_ending: Opener, shell: Shell, workspace: Workspace, place: Place, moment: Moment
) -> None:
    """Drafts first, then the record; opened again the clock runs on and the words stay."""
    page = open_ending()
    press(page, "outcome_declined_by_child", "reasons_language")
    write(page, "child_words", "nie chce")
    shell.autosave.flush()
    again = open_ending()
    area = again.findChild(QPlainTextEdit, "child_words")
    assert area is not None
    assert area.isVisibleTo(again)
    assert area.toPlainText() == "nie chce"
    pressable(again, "check_report").click()
    pressable(open_ending(), "reopen").click()
    head = the_head(workspace, place, moment)
    assert head.outcome is None
    assert head.ending is not None
    assert head.ending.words == "nie chce"


def test_a_prepared_talk_is_closed_instead_of_a_second_record(
    open_ending: Opener, workspace: Workspace, place: Place, moment: Moment
) -> None:
    """What was explained before stays with it."""
    assert place.case_id is not None
    assert place.episode_id is not None
    prepared = interviewing.prepare(workspace, place.case_id, [place.episode_id], moment)
    page = open_ending()
    press(page, "outcome_not_reached")
    pressable(page, "check_report").click()
    assert the_head(workspace, place, moment).id == prepared


def test_the_ending_fits_a_small_window(open_ending: Opener) -> None:
    """683 x 344 is the system's 200 %, also when the record can be opened again."""
    page = open_ending()
    press(page, "outcome_declined_by_child", "carer_asked_asked")
    pressable(page, "check_report").click()
    again = open_ending()
    again.hide()
    shown(again, 683, 344)
    assert again.width() == 683
    assert_nothing_cut(again)


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
def test_everybody_can_use_the_ending(open_ending: Opener, qapp: QApplication, look: Theme) -> None:
    """At 100 % and at 200 %, before and after an outcome was chosen."""
    dress(qapp, look)
    page = open_ending()
    assert_page_accessible(page)
    press(page, "outcome_declined_by_child", "carer_asked_asked")
    assert_page_accessible(page)
    assert page.title == "R-AB"
