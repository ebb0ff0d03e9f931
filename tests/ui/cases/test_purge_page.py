"""Claims about the page that removes a case: it says what that means; none goes by accident."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.store import journal, purging
from rhi_desktop.ui.cases.case_page import CasePage
from rhi_desktop.ui.cases.purge_page import PurgePage
from rhi_desktop.ui.places import HOME, PageName, Place
from rhi_desktop.ui.shell import Notice, Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.widgets import Field
from rhi_desktop.workflow import casework, disclosing, interviewing, practising
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import Windows, assert_nothing_cut, assert_page_accessible
from tests.ui.conftest import dress
from tests.ui.rooms import pressable, seen

Opener = Callable[[CaseId], PurgePage]


@pytest.fixture
def asked(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Opener:
    """Opens the page about a case."""

    def opened(case_id: CaseId) -> PurgePage:
        page = PurgePage(workspace, shell, Place(PageName.PURGE, case_id))
        qtbot.addWidget(page)
        return page

    return opened


@pytest.fixture
def talked(workspace: Workspace, practice: CaseId, moment: Moment) -> CaseId:
    """The practice case with its conversation."""
    practising.play_talk(workspace, practice, moment)
    return practice


def typed(page: PurgePage, words: str) -> None:
    """Somebody types a reference and presses the button."""
    field = page.findChild(Field, "typed_reference")
    assert field is not None
    field.setText(words)
    pressable(page, "remove_case").click()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_it_can_be_used_by_everybody(
    asked: Opener, talked: CaseId, qapp: QApplication, zoom: float
) -> None:
    """Names, focus and room, also in large print."""
    dress(qapp, Theme(zoom=zoom))
    page = asked(talked)
    page.resize(1366, 700)
    assert_page_accessible(page)
    assert_nothing_cut(page)


def test_it_is_shown_whole(asked: Opener, talked: CaseId, qapp: QApplication) -> None:
    """No part of it is a window for a moment: that would take the focus from the way back."""
    windows = Windows()
    qapp.installEventFilter(windows)
    page = asked(talked)
    qapp.removeEventFilter(windows)
    assert windows.met == []
    assert pressable(page, "remove_case").isEnabled()


def test_it_says_what_goes_and_what_stays(asked: Opener, talked: CaseId) -> None:
    """And never that it is gone from everywhere."""
    words = seen(asked(talked))
    for sentence in (
        "No bundle with this case is written down",
        "1 record not sealed",
        "The child has a plan here",
        "5 times away",
        "15 lines heard",
        "Printed pages, PDFs and bundles that left this laptop",
        "It cannot be undone here.",
    ):
        assert sentence in words
    for promise in ("secure", "unrecoverable", "for ever", "permanently"):
        assert promise not in words.casefold()


def test_only_the_typed_reference_removes(
    asked: Opener, workspace: Workspace, talked: CaseId, shell: Shell, bare: CaseId
) -> None:
    """Another reference, or none, removes nothing; the right one leads to the list."""
    page, said, wanted = asked(talked), QSignalSpy(shell.noticed), QSignalSpy(shell.wanted)
    for wrong in ("", "R-0200", "R-014"):
        typed(page, wrong)
        assert "This is not the reference of this case. Nothing was removed." in seen(page)
    assert casework.count_cases(workspace) == 2
    typed(page, " r-0142 ")
    assert [row.case_id for row in casework.list_cases(workspace, shell.moment().now)] == [bare]
    assert wanted.at(0)[0] == HOME
    notice = said.at(said.count() - 1)[0]
    assert isinstance(notice, Notice)
    assert notice.said.happened == "R-0142 was removed from the notes on this laptop"
    assert "All other cases are as they were." in notice.said.rest
    assert not purging.unfinished(workspace.store)
    journal.check(workspace.store)
    with pytest.raises(VaultError, match="record_missing"):
        asked(talked)


def test_what_stops_it_stands_on_top_with_its_way(
    asked: Opener, workspace: Workspace, talked: CaseId, shell: Shell, moment: Moment
) -> None:
    """Somebody who is still to be told keeps the case here; there is no field and no button."""
    disclosing.open_disclosure(workspace, talked, None, moment)
    page, wanted = asked(talked), QSignalSpy(shell.wanted)
    assert "4 people still to be told" in seen(page)
    assert not [one for one in page.findChildren(Field) if one.isVisibleTo(page)]
    pressable(page, "to_safety").click()
    assert wanted.at(0)[0] == Place(PageName.SAFETY, talked)


def test_a_running_conversation_stops_it_too(
    asked: Opener, workspace: Workspace, practice: CaseId, shell: Shell, moment: Moment
) -> None:
    """Its words are nowhere else yet."""
    away = casework.open_case(workspace, practice, moment.now).episodes[0].episode.id
    interviewing.start(workspace, practice, (away,), moment)
    page, wanted = asked(practice), QSignalSpy(shell.wanted)
    assert "A conversation is running" in seen(page)
    pressable(page, "to_case").click()
    assert wanted.at(0)[0] == Place(PageName.CASE, practice)


def test_the_coloured_button_keeps_it(
    asked: Opener, workspace: Workspace, talked: CaseId, shell: Shell
) -> None:
    """Enter and Ctrl+Enter lead back, wherever somebody stands."""
    page, wanted = asked(talked), QSignalSpy(shell.wanted)
    page.show()
    field = page.findChild(Field, "typed_reference")
    assert field is not None
    assert page.first_focus() is pressable(page, "back")
    field.setText("R-0142")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert casework.count_cases(workspace) == 1
    assert wanted.at(0)[0] == Place(PageName.CASE, talked)


def test_it_is_reached_by_the_menu_of_the_case_and_by_no_key(
    qtbot: QtBot, workspace: Workspace, shell: Shell, talked: CaseId
) -> None:
    """Going there removes nothing."""
    page, wanted = (
        CasePage(workspace, shell, Place(PageName.CASE, talked)),
        QSignalSpy(shell.wanted),
    )
    qtbot.addWidget(page)
    (action,) = [one for _, one in page.acts if one.text() == "Remove this case from this laptop"]
    assert action.shortcut().isEmpty()
    action.trigger()
    assert wanted.at(0)[0] == Place(PageName.PURGE, talked)
    assert casework.count_cases(workspace) == 1
