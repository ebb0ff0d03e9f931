"""Claims about the page of one child: what stands there, what comes next, picture and table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.given import Given, GivenKind, Method
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import DraftInterview, SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.errors import VaultError
from rhi_desktop.store import given
from rhi_desktop.ui.cases.case_page import CasePage
from rhi_desktop.ui.cases.case_tabs import CaseTabs
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Picture
from rhi_desktop.workflow import (
    casework,
    interviewing,
    practising,
    signing,
)
from rhi_desktop.workflow.entries import NewCase
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.cases.conftest import Opener
from tests.ui.conftest import dress
from tests.ui.interview.hands import focused
from tests.ui.rooms import pressable, seen


@pytest.fixture
def talked(workspace: Workspace, practice: CaseId, moment: Moment) -> CaseId:
    """The practice case with its conversation."""
    practising.play_talk(workspace, practice, moment)
    return practice


def pictures(page: CasePage) -> list[str]:
    """What the drawings in view say to a reader."""
    found = page.findChildren(Picture)
    return [one.accessibleName() for one in found if one.isVisibleTo(page) and one.accessibleName()]


def tabs(page: CasePage) -> list[str]:
    """What the tabs say."""
    (bar,) = page.findChildren(CaseTabs)
    return [bar.tabText(number) for number in range(bar.count())]


def test_a_case_with_nothing_says_so_card_by_card(
    open_case: Opener, shell: Shell, bare: CaseId
) -> None:
    """No empty hole anywhere, and the primary button leads to the time away."""
    page, wanted = open_case(bare), QSignalSpy(shell.wanted)
    words = seen(page)
    for sentence in (
        "No times away",
        "No time is known yet.",
        "No plan yet. What K.O. asks for will stand here first.",
        "Nothing written down yet. Ask what helps.",
        "Not talked yet.",
        "No offer written down yet.",
        "Return time missing",
    ):
        assert sentence in words
    pressable(page, "start_conversation").click()
    assert wanted.at(0)[0] == Place(PageName.EPISODE, bare)
    assert page.title == "R-0200"


def test_a_case_with_everything_shows_the_childs_words(
    open_case: Opener, workspace: Workspace, practice: CaseId, moment: Moment
) -> None:
    """What was asked for in their words, promises with who and when, how to talk, offers."""
    practising.play_talk(workspace, practice, moment)
    words = seen(open_case(practice))

    for part in (
        "Five times away",
        "“music in both ears and sit on the back step”",
        "Mum promised, by ",
        'Short sentences.\nOne headphone stays in.\nSays "pause" to stop.',
        "Another time, please",
        "“shes asleep, try her tomorrow”",
        "Not signed yet",
    ):
        assert part in words
    assert "(s)" not in words


def test_sentences_are_not_cut_inside_names(
    open_case: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Mr. Price stays one name; a new line is a new sentence."""
    child = Child("K.O.", how_to_talk="Ask Mr. Price first. Then M. T. too\nNo questions")
    case_id = casework.add_case(workspace, NewCase("R-1", child), moment)

    assert "Ask Mr. Price first.\nThen M. T. too\nNo questions" in seen(open_case(case_id))


def test_the_picture_and_the_table_say_the_same(open_case: Opener, practice: CaseId) -> None:
    """F6 turns; the focus stays on the link; lengths and days are equal in both."""
    page = open_case(practice)
    shown(page)
    (said,) = pictures(page)
    assert said.count(";") == 4
    pressable(page, "turn_times").click()

    assert pictures(page) == []
    for part in said.split("; "):
        length, day = part.split(", ")
        assert day in seen(page)
        assert length in seen(page)
    assert focused() is pressable(page, "turn_times")
    turn = next(act for _, act in page.acts if act.shortcut().toString() == "F6")
    turn.trigger()
    assert pictures(page) == [said]


def test_a_sealed_conversation_is_to_be_signed(
    open_case: Opener, shell: Shell, workspace: Workspace, practice: CaseId, moment: Moment
) -> None:
    """The primary button and the link both lead to the pages that will be signed."""
    talk = practising.play_talk(workspace, practice, moment)
    draft = interviewing.load(workspace, talk)
    assert isinstance(draft, DraftInterview)
    signing.seal(workspace, draft, moment)
    page, wanted = open_case(practice), QSignalSpy(shell.wanted)
    assert pressable(page, "start_conversation").text() == "Sign"
    pressable(page, "start_conversation").click()
    pressable(page, "open_talk_0").click()

    assert [wanted.at(n)[0].page for n in range(2)] == [PageName.CHECK, PageName.CHECK]


def test_a_signed_conversation_leads_to_sending(
    open_case: Opener, shell: Shell, signed_interview: SignedInterview
) -> None:
    """With its report; a further conversation may be started."""
    case_id = signed_interview.account.case.id
    page, wanted = open_case(case_id), QSignalSpy(shell.wanted)
    assert pressable(page, "start_conversation").text() == "Before you meet"
    pressable(page, "open_talk_0").click()

    place = wanted.at(0)[0]
    assert (place.page, place.report_id) == (PageName.SEND, signed_interview.report.id)


def test_a_signed_report_stands_among_the_documents(
    open_case: Opener, shell: Shell, signed_interview: SignedInterview
) -> None:
    """Its tab is there only then, and the row leads to sending it."""
    page = open_case(signed_interview.account.case.id)
    shown(page)
    next(act for _, act in page.acts if act.shortcut().toString() == "Alt+4").trigger()
    assert "Talk of Tuesday 10 March 2026\nFull report" in seen(page)
    assert_page_accessible(page)
    wanted = QSignalSpy(shell.wanted)
    pressable(page, "open_report_0").click()
    assert wanted.at(0)[0].report_id == signed_interview.report.id


def test_what_left_is_listed_even_where_nothing_was_signed(
    open_case: Opener, workspace: Workspace, practice: CaseId, moment: Moment
) -> None:
    """A paper that was given out brings the tab of the documents, with everything noted."""
    assert "Documents" not in tabs(open_case(practice))
    left = Given(
        practice, GivenKind.LEAVE_BEHIND, "M.T.", "child", "To keep", Method.HANDED_OVER,
        moment.now, "ab" * 32,
    )  # fmt: skip
    given.log(workspace.store, left)
    page = open_case(practice)
    assert "Documents" in tabs(page)
    next(act for _, act in page.acts if act.shortcut().toString() == "Alt+4").trigger()
    words = seen(page)
    assert "Nothing was signed yet." in words
    assert "Card to leave behind: M.T." in words
    assert_nothing_cut(page)


def test_an_offer_has_its_own_key(open_case: Opener, shell: Shell, practice: CaseId) -> None:
    """Ctrl+Shift+A, from the page of the case."""
    page, wanted = open_case(practice), QSignalSpy(shell.wanted)
    next(act for _, act in page.acts if act.shortcut().toString() == "Ctrl+Shift+A").trigger()
    assert wanted.at(0)[0].page is PageName.ATTEMPT


def test_the_ways_from_a_case(open_case: Opener, shell: Shell, practice: CaseId) -> None:
    """Back, change, another time away, an offer, the facts: each with the ids it needs."""
    page, wanted = open_case(practice), QSignalSpy(shell.wanted)
    names = ("back_to_cases", "edit_episode", "add_episode", "add_attempt", "about_child")
    for name in (*names, "about_away"):
        pressable(page, name).click()
    back, edit, add, offer, child, away = (wanted.at(n)[0] for n in range(len(names) + 1))

    assert back == Place(PageName.CASES)
    assert (edit.page, bool(edit.episode_id)) == (PageName.EPISODE, True)
    assert add == Place(PageName.EPISODE, practice)
    assert (offer.page, offer.episode_id) == (PageName.ATTEMPT, edit.episode_id)
    assert child == Place(PageName.ABOUT_CHILD, practice)
    assert away == Place(PageName.ABOUT_CHILD, practice, edit.episode_id)


def test_reading_anew_keeps_the_focus(open_case: Opener, practice: CaseId) -> None:
    """Whoever stands on a control stands on it afterwards."""
    page = open_case(practice)
    shown(page)
    pressable(page, "add_attempt").setFocus(Qt.FocusReason.TabFocusReason)
    page.refresh()
    QApplication.processEvents()

    assert focused() is pressable(page, "add_attempt")


def test_a_case_that_is_gone_is_refused(open_case: Opener) -> None:
    """The page is not made at all."""
    with pytest.raises(VaultError, match="record_missing"):
        open_case(CaseId("0" * 26))


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.DARK, 2.0), Theme(Mode.CONTRAST, 2.0)])
@pytest.mark.parametrize("state", ["bare", "practice", "talked", "table"])
def test_everybody_can_use_the_page(
    open_case: Opener,
    qapp: QApplication,
    request: pytest.FixtureRequest,
    state: str,
    look: Theme,
) -> None:
    """With nothing, with everything, as picture and as table, at 100 % and at 200 %."""
    case_id = request.getfixturevalue("practice" if state == "table" else state)
    dress(qapp, look)
    page = open_case(case_id)
    shown(page)
    if state == "table":
        pressable(page, "turn_times").click()
    assert_page_accessible(page)


def test_a_small_window_has_one_column(open_case: Opener, practice: CaseId) -> None:
    """683 x 344 at 100 % is the system's 200 %."""
    page = open_case(practice)
    shown(page, 683, 344)

    assert page.width() == 683
    assert_nothing_cut(page)
