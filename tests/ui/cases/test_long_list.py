"""Claims about a list longer than what is read at once: all of it is there to be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.cases.cases_page import FIRST_PAGE, CasesPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Field, RowList
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown
from tests.ui.rooms import back_since, seen

CASES = FIRST_PAGE + 12


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, shell: Shell, moment: Moment) -> CasesPage:
    """The list over more made-up children than are read at once; half of the clocks run."""
    with workspace.store.transaction():
        for number in range(CASES):
            back_since(workspace, moment, f"A.{number}", 10 + number % 2 * 80 + number / 10)
    made = CasesPage(workspace, shell, Place(PageName.CASES))
    qtbot.addWidget(made)
    shown(made)
    return made


def listed(page: CasesPage) -> RowList:
    """The list of cases."""
    found = page.findChild(RowList, "case_list")
    assert found is not None
    return found


def count(page: CasesPage) -> int:
    """How many rows were read."""
    return listed(page).model().rowCount()


def to_the_end(page: CasesPage) -> None:
    """Press End until there is nothing below any more."""
    rows = listed(page)
    rows.setFocus()
    for _ in range(3):
        QTest.keyClick(rows, Qt.Key.Key_End)
        QApplication.processEvents()


def test_the_first_rows_are_read_and_all_are_counted(page: CasesPage) -> None:
    """Whoever looks knows at once how many there are, and how many clocks run."""
    assert count(page) == FIRST_PAGE
    assert f"{CASES} cases, running clocks first" in seen(page)
    assert f"{CASES // 2} clocks are running. The next is A.70." in seen(page)
    assert_page_accessible(page)


def test_keys_lead_to_the_last_row(page: CasesPage, workspace: Workspace, moment: Moment) -> None:
    """Every case comes once, in the order of the whole list, and the next look keeps them."""
    to_the_end(page)
    rows = listed(page)
    said = [str(rows.model().index(n, 0).data()).split(",")[0] for n in range(count(page))]
    assert said == [row.initials for row in casework.list_cases(workspace, moment.now)]
    assert rows.chosen() == CASES - 1
    page.refresh()
    assert (count(page), rows.chosen()) == (CASES, CASES - 1)


def test_a_search_counts_what_it_has_not_read_yet(page: CasesPage) -> None:
    """And a list that was read whole asks for no more."""
    find = page.findChild(Field, "find")
    assert find is not None
    QTest.keyClicks(find, "a.")
    QTest.keyClick(find, Qt.Key.Key_Return)
    assert f"{CASES} matches" in seen(page)
    assert listed(page).model().canFetchMore(listed(page).rootIndex())
    QTest.keyClicks(find, "7")
    QTest.keyClick(find, Qt.Key.Key_Return)
    assert f"{count(page)} matches" in seen(page)
    assert not listed(page).model().canFetchMore(listed(page).rootIndex())


def test_nobody_without_a_reason_is_left_out(page: CasesPage) -> None:
    """The ones that passed stand behind those that run; all of them are found."""
    which = page.findChild(QComboBox, "which_cases")
    assert which is not None
    which.setCurrentIndex(1)
    which.activated.emit(1)
    assert count(page) == CASES // 2
    assert f"{CASES // 2} matches" in seen(page)
