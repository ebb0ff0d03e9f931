"""Claims about writing down a time away: a new child, another time, a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QRadioButton

from rhi_desktop.domain.episode import Accuracy
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_leaves_by_tab, assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import dress
from tests.ui.episode.filling import NEW, Opener, fill, holds, newest, only_case, open_things, save
from tests.ui.interview.hands import focused, tabbed
from tests.ui.rooms import pressable, seen
from tests.vaults import contents


def test_a_new_child_with_everything(
    open_form: Opener, shell: Shell, workspace: Workspace, moment: Moment
) -> None:
    """One press keeps child, places and times, words as typed, and opens the case."""
    page, wanted = open_form(NEW), QSignalSpy(shell.wanted)
    first = page.first_focus()
    assert first is not None
    assert first.objectName() == "initials"
    fill(page, initials="K.O.", called="Kit", born="3/11/2012", how_to_talk="wait a bit")
    fill(page, lives_at="2 Lock Cottages", responsible_authority="North", host_authority="South")
    fill(page, last_seen_day="7/3/26", last_seen_time="1640", returned_day="08.03.2026")
    fill(page, returned_time="9:05", reported_by="dad", police_reference="P1", known_before="none")
    save(page)

    view = only_case(workspace, moment)
    child, away = view.case.child, view.episodes[0].episode
    assert (child.initials, child.called, child.how_to_talk) == ("K.O.", "Kit", "wait a bit")
    assert child.born is not None
    assert child.born.isoformat() == "2012-11-03"
    assert view.case.out_of_area
    assert away.last_seen == datetime(2026, 3, 7, 16, 40, tzinfo=UTC)
    assert away.returned == datetime(2026, 3, 8, 9, 5, tzinfo=UTC)
    assert (away.accuracy, away.reported_by) == (Accuracy.EXACT, "dad")
    assert wanted.at(0)[0] == Place(PageName.CASE, view.case.id)


def test_only_the_initials_are_needed(
    open_form: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Without them nothing is written; a missing return is said once and then accepted."""
    page, before = open_form(NEW), contents(workspace)
    save(page)
    assert open_things(page)[0] == "Write the initials of the child"
    assert "Two things to look at first" in seen(page)
    assert contents(workspace) == before
    assert focused().objectName() == "error_1"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused().objectName() == "initials"

    fill(page, initials="K.O.")
    save(page)
    assert open_things(page) == ("Write when the child came back, if anybody knows",)
    assert "One thing to look at. Save again to keep it so." in seen(page)
    save(page)
    assert newest(workspace, moment).returned is None


def test_to_change_details_begins_where_reading_begins(open_form: Opener, known: Place) -> None:
    """The initials; Tab goes on below them. Another time of a known child begins with its time."""
    page = open_form(known)
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    assert focused().objectName() == "initials"
    assert tabbed(2) == ["called", "born"]
    another = open_form(Place(PageName.EPISODE, known.case_id)).first_focus()
    assert another is not None
    assert another.objectName() != "initials"


def test_a_change_keeps_what_was_not_touched(
    open_form: Opener, workspace: Workspace, known: Place, moment: Moment
) -> None:
    """Only the one field differs; saving without a change writes nothing."""
    before = only_case(workspace, moment)
    page = open_form(known)
    first = page.first_focus()
    assert first is not None
    assert first.objectName() == "initials"
    fill(page, reported_by="a neighbour")
    save(page)

    after = only_case(workspace, moment)
    assert after.case == before.case
    changed = replace(before.episodes[0].episode, reported_by="a neighbour")
    assert after.episodes[0].episode == changed
    kept = contents(workspace)
    save(open_form(known))
    assert contents(workspace) == kept


def test_another_time_away_never_takes_the_place_of_the_first(
    open_form: Opener, workspace: Workspace, known: Place, moment: Moment
) -> None:
    """The child is known, the times are empty."""
    page = open_form(Place(PageName.EPISODE, known.case_id))
    assert (holds(page, "initials"), holds(page, "returned_day")) == ("M.T.", "")
    own = page.findChild(QRadioButton, "second_time_own")
    assert own is not None
    own.click()
    fill(page, last_seen_day="10/3/2026", last_seen_time="10:30")
    fill(page, returned_day="10/3/2026", returned_time="12:00")
    save(page)
    assert len(only_case(workspace, moment).episodes) == 2


def test_back_leads_where_one_came_from(open_form: Opener, shell: Shell, known: Place) -> None:
    """A new child to the list, a known one to its page; what was typed is kept."""
    wanted = QSignalSpy(shell.wanted)
    for place in (NEW, known):
        pressable(open_form(place), "back").click()
    assert [wanted.at(n)[0].page for n in range(2)] == [PageName.CASES, PageName.CASE]


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
@pytest.mark.parametrize("state", ["new", "another", "change", "odd"])
def test_everybody_can_use_the_form(
    open_form: Opener, qapp: QApplication, known: Place, state: str, look: Theme
) -> None:
    """Every state at 100 % and 200 %; text areas are left by Tab; the title names nobody."""
    dress(qapp, look)
    places = {"new": NEW, "another": Place(PageName.EPISODE, known.case_id)}
    page = open_form(places.get(state, known))
    if state == "odd":
        fill(page, found_day="1/1/2020", returned_day="25/10/2026", returned_time="01:30")
        save(page)
    assert_page_accessible(page)
    for area in page.findChildren(QPlainTextEdit):
        assert_leaves_by_tab(area)
    assert page.title in {"New episode", "R-0142"}


def test_a_small_window_has_one_column(open_form: Opener, known: Place) -> None:
    """683 x 344: the time away stands below the child."""
    page = open_form(known)
    page.resize(683, 344)
    shown(page)
    assert page.width() == 683
    assert_nothing_cut(page)


def test_a_refused_save_keeps_everything_on_the_page(
    open_form: Opener, shell: Shell, workspace: Workspace, moment: Moment
) -> None:
    """A case that is gone meanwhile: the banner says so, neither half is written."""
    page, said = open_form(NEW), QSignalSpy(shell.noticed)
    fill(page, initials="K.O.", returned_day="8/3/2026")
    workspace.store.connection.run("PRAGMA query_only = 1")
    save(page)
    workspace.store.connection.run("PRAGMA query_only = 0")

    assert said.count() > 0
    assert casework.list_cases(workspace, moment.now + timedelta(hours=1)) == ()
    assert holds(page, "initials") == "K.O."
