"""Claims about the ways to immediate safety and back, and who is still to be told."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.ui.cases.case_page import CasePage
from rhi_desktop.ui.disclosure.safety_page import SafetyPage
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.places import PageName, Place, aside, back_from, led_aside, shown_aside
from rhi_desktop.ui.shell import Page, Shell
from rhi_desktop.workflow.workspace import Workspace
from tests.nobody_told import nobody_need_be_told
from tests.ui.disclosure.conftest import Open
from tests.ui.interview.conftest import settle
from tests.ui.interview.hands import Key, button, press, press_on, type_words

WORDS = "he said if i dont come back saturday hes got pictures"


def test_escape_goes_back_to_exactly_here(qtbot: QtBot, safety: Open, shell: Shell) -> None:
    """First a form closes, then the page; the place is the one it was opened from."""
    page = safety()
    press_on(page, "rang_police")
    press(Key.Key_Escape)
    assert not button(page, "told_police_name").isVisible()
    with qtbot.waitSignal(shell.wanted) as asked:
        press(Key.Key_Escape)
    assert asked.args is not None
    assert asked.args[0].page is PageName.CAPTURE


def test_a_place_beside_the_work_leads_back_over_a_lock() -> None:
    """The page, its ids and its detail come back out of what a lock keeps."""
    here = Place(PageName.GUIDED, None, detail="day_you_left")
    beside = aside(PageName.SAFETY, here, "x")
    again = Place.unpacked(beside.page.value, "", beside.packed())
    assert again is not None
    assert back_from(again) == here
    assert back_from(aside(PageName.SAFETY, beside)) == here
    assert back_from(Place(PageName.SAFETY)).page is PageName.CASES


def test_a_plain_link_gets_its_way_back() -> None:
    """Whoever follows a link of the check page comes back to it; a way that is known stays."""
    here = Place(PageName.CHECK, CaseId("c"), interview_id=InterviewId("i"))
    plain = Place(PageName.SAFETY, CaseId("c"), interview_id=InterviewId("i"), detail="d1")
    led = led_aside(plain, here)
    assert (back_from(led), shown_aside(led)) == (here, "d1")
    assert led_aside(led, Place(PageName.CASE, CaseId("c"))) == led
    assert led_aside(here, here) == here
    elsewhere = Place(PageName.CASES)
    assert led_aside(plain, elsewhere) == plain


def test_another_disclosure_has_its_own_record(
    qtbot: QtBot, safety: Open, shell: Shell, workspace: Workspace
) -> None:
    """Two things told in one talk are two records with their own times."""
    page = safety()
    type_words(WORDS)
    press_on(page, "keep_words")
    with qtbot.waitSignal(shell.wanted) as asked:
        press_on(page, "another_disclosure")
    assert asked.args is not None
    other = SafetyPage(workspace, shell, asked.args[0])
    qtbot.addWidget(other)
    assert other.disclosure is not None
    assert page.disclosure is not None
    assert other.disclosure.id != page.disclosure.id


def test_who_waits_is_said_calmly_on_the_case_and_over_the_lines(
    qtbot: QtBot, safety: Open, workspace: Workspace, shell: Shell, fresh: Place
) -> None:
    """A link with the number of people; it leads to the disclosure, and goes with the last one."""
    page = safety()
    assert page.disclosure is not None
    assert fresh.case_id is not None
    pages: tuple[Page, ...] = (
        CapturePage(workspace, shell, fresh),
        CasePage(workspace, shell, Place(PageName.CASE, fresh.case_id)),
    )
    for shows in pages:
        qtbot.addWidget(shows)
        settle(shows)
        link = button(shows, "still_to_be_told")
        assert link.text() == "4 people still to be told"  # type: ignore[attr-defined]
        with qtbot.waitSignal(shell.wanted) as asked:
            press_on(shows, "still_to_be_told")
        assert asked.args is not None
        assert asked.args[0].page is PageName.SAFETY
        assert shown_aside(asked.args[0]) == page.disclosure.id
    nobody_need_be_told(workspace, page.disclosure, "a wrong key", shell.moment())
    for shows in pages:
        shows.refresh()
        QApplication.processEvents()
        assert not button(shows, "still_to_be_told").isVisible()
