"""Claims about a form that is open: Escape leaves it, Ctrl+Enter keeps it, its words wait."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.ids import ThreadId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.analysis.analysis_page import AnalysisPage
from rhi_desktop.ui.analysis.people_page import PeoplePage
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.theme import Theme
from rhi_desktop.workflow import analysing, naming
from rhi_desktop.workflow.analysis_entries import NewAction, NewEntity, NewThread
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.analysis.conftest import Opener, Talk, visible
from tests.ui.conftest import dress
from tests.ui.interview.hands import focused, press, type_words
from tests.ui.rooms import seen

Key = Qt.Key
WAITING = "You have words that are not kept yet."


@pytest.fixture
def thread(workspace: Workspace, talk: Talk, moment: Moment) -> ThreadId:
    """A view with one action."""
    made = analysing.add_thread(workspace, talk.id, NewThread("A view", ()), moment)
    analysing.add_action(workspace, talk.id, NewAction("Act", thread_id=made.id), moment)
    return made.id


@pytest.mark.usefixtures("thread")
@pytest.mark.parametrize(
    ("opener", "field"),
    [
        ("new_thread", "thread_view"),
        ("change_view_1", "thread_view"),
        ("change_action_1", "action_what"),
        ("add_action_1", "action_what"),
        ("add_loose_action", "action_what"),
    ],
)
def test_escape_closes_a_form_and_leads_back_to_what_opened_it(
    open_page: Opener[AnalysisPage], talk: Talk, opener: str, field: str
) -> None:
    """What was typed comes back with the form; the page says meanwhile that it waits."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    visible(page, opener).setFocus()
    press(Key.Key_Space)
    shown(page)
    assert focused().objectName() == field
    press(Key.Key_Escape)
    shown(page)
    assert focused().objectName() == opener
    assert WAITING not in seen(page)
    press(Key.Key_Space)
    shown(page)
    type_words("Half")
    press(Key.Key_Tab)
    press(Key.Key_Escape)
    shown(page)
    assert focused().objectName() == opener
    assert WAITING in seen(page)
    press(Key.Key_Space)
    shown(page)
    again = visible(page, field)
    assert isinstance(again, QPlainTextEdit)
    assert "Half" in again.toPlainText()
    assert WAITING not in seen(page)


def test_ctrl_enter_in_a_form_keeps_the_form(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk
) -> None:
    """From a field of several lines, from one of one line; no other form is opened by it."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    page.new_thread()
    type_words("A view")
    press(Key.Key_Return, control=True)
    shown(page)
    assert [one.view for one in analysing.threads(workspace, talk.id)] == ["A view"]
    assert focused().objectName() == "change_view_1"
    visible(page, "add_action_1").setFocus()
    press(Key.Key_Space)
    type_words("Act")
    visible(page, "action_who").setFocus()
    type_words("Sam")
    press(Key.Key_Return, control=True)
    shown(page)
    (action,) = analysing.actions(workspace, talk.id)
    assert (action.what, action.who) == ("Act", "Sam")
    assert page.threads.form_focus() is None
    assert focused().objectName() == "add_action_1"


@pytest.mark.parametrize("opener", ["new_thread", "add_action_1", "add_loose_action"])
def test_words_not_kept_are_said_and_found_when_the_page_is_opened_anew(
    open_page: Opener[AnalysisPage], talk: Talk, thread: ThreadId, opener: str
) -> None:
    """The focus stands on the way to them; kept or thrown away, nothing is said any more."""
    del thread
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    assert WAITING not in seen(page)
    visible(page, opener).setFocus()
    press(Key.Key_Space)
    type_words("Half a sen")
    page.shell.autosave.flush()
    again = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    assert WAITING in seen(again)
    assert focused().objectName() == "go_on_writing"
    assert_page_accessible(again)
    assert_nothing_cut(again)
    visible(again, "go_on_writing").setFocus()
    press(Key.Key_Space)
    shown(again)
    field = focused()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Half a sen"
    press(Key.Key_Return, control=True)
    shown(again)
    assert WAITING not in seen(again)


def test_at_200_per_cent_the_words_that_wait_are_said_whole(
    open_page: Opener[AnalysisPage], talk: Talk, qapp: QApplication
) -> None:
    """Nothing cut, nothing sideways."""
    dress(qapp, Theme(zoom=2.0))
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    visible(page, "add_loose_action").setFocus()
    press(Key.Key_Space)
    type_words("Half")
    press(Key.Key_Escape)
    again = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    assert WAITING in seen(again)
    assert_nothing_cut(again)


@pytest.fixture
def cards(workspace: Workspace, talk: Talk, moment: Moment) -> None:
    """Two cards."""
    for name in ("Dex", "Mum"):
        naming.add_entity(workspace, talk.case_id, NewEntity(EntityKind.PERSON, name), moment)


@pytest.mark.usefixtures("cards")
@pytest.mark.parametrize("opener", ["people", "new_card", "name_1"])
def test_escape_closes_a_card_and_leads_back_to_what_opened_it(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk, opener: str
) -> None:
    """Half a card comes back with it; Ctrl+Enter keeps it and makes no other."""
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))
    before = len(naming.entities(workspace, talk.case_id))
    key = Key.Key_Return if opener == "people" else Key.Key_Space
    visible(page, opener).setFocus()
    press(key)
    shown(page)
    assert focused().objectName() == "card_name"
    visible(page, "card_how_met").setFocus()
    type_words("by the tra")
    press(Key.Key_Escape)
    shown(page)
    assert page.panel.form is None
    assert focused().objectName() == opener
    press(key)
    shown(page)
    field = visible(page, "card_how_met")
    assert isinstance(field, QLineEdit)
    assert field.text() == "by the tra"
    visible(page, "card_name").setFocus()
    type_words("X")
    press(Key.Key_Return, control=True)
    shown(page)
    assert page.panel.form is None
    found = naming.entities(workspace, talk.case_id)
    assert len(found) == before + (opener != "people")
    assert [one.how_met for one in found].count("by the tra") == 1


def test_the_table_of_people_ends_on_a_whole_row(
    open_page: Opener[PeoplePage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """At its start, at another height, while the arrows go down, and at its end."""
    for number in range(15):
        new = NewEntity(EntityKind.PERSON, f"Somebody {number}")
        naming.add_entity(workspace, talk.case_id, new, moment)
    page = open_page(PeoplePage, talk.at(PageName.PEOPLE))

    def foot() -> tuple[int, int]:
        shown(page)
        boxes = [page.table.visualRect(page.table.model().index(n, 0)) for n in range(15)]
        high = page.table.viewport().height()
        return max(one.bottom() + 1 for one in boxes if one.top() < high), high

    lowest, high = foot()
    assert lowest == high
    page.resize(page.width(), page.height() - 37)
    lowest, high = foot()
    assert lowest == high
    for _ in range(14):
        press(Key.Key_Down)
        lowest, high = foot()
        assert lowest <= high
    assert page.table.chosen() == 14
