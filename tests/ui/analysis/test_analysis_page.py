"""Claims about the analysis page: threads rest on lines, actions name who and when, all returns."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from rhi_desktop.domain.action import Kept, Sureness
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.analysis.analysis_page import AnalysisPage
from rhi_desktop.ui.analysis.quote import Quote
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Select
from rhi_desktop.workflow import analysing, following, lines
from rhi_desktop.workflow.analysis_entries import NewAction, NewThread
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.analysis.conftest import Opener, Talk, visible
from tests.ui.conftest import dress
from tests.ui.interview.hands import focused, press, type_words
from tests.ui.rooms import pressable, seen

Key = Qt.Key
VIEW = "Somebody may be paying for the travel."


@pytest.fixture
def thread(workspace: Workspace, talk: Talk, moment: Moment) -> str:
    """A view on one line, with an action of today."""
    new = NewThread(VIEW, (talk.lines[0].id,), Sureness.FAIRLY_SURE, "A friend")
    made = analysing.add_thread(workspace, talk.id, new, moment)
    action = NewAction("Tell the police lead", "Sam", date(2026, 3, 10), made.id, "police", True)  # noqa: FBT003 - the child knows
    analysing.add_action(workspace, talk.id, action, moment)
    return made.id


def act(page: AnalysisPage, keys: str) -> None:
    """Press the keys of an action."""
    action = next(one for _, one in page.acts if one.shortcut().toString() == keys)
    action.trigger()
    shown(page)


@pytest.mark.usefixtures("thread")
def test_a_thread_reads_from_words_to_view_to_action(
    open_page: Opener[AnalysisPage], talk: Talk
) -> None:
    """The line with its edge, how sure, what else it may be, who will do what by when."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    words = seen(page)
    for part in (VIEW, "Fairly sure", "A friend", "Tell the police lead", "Sam", "Today", "Knows"):
        assert part in words
    assert "Every view has a line under it" in words
    spoken = [one.accessibleName() for one in page.findChildren(Quote)]
    assert len(spoken) == 1
    assert "M.T. said" in spoken[0]
    assert "it was @Dex he paid" in spoken[0]


def test_a_thread_is_written_by_keyboard_alone(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk
) -> None:
    """Ctrl+Shift+N, the view, how sure, keep; then its lines by Space and Enter."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    act(page, "Ctrl+Shift+N")
    assert focused().objectName() == "thread_view"
    type_words(VIEW)
    press(Key.Key_Tab)
    press(Key.Key_Up)
    visible(page, "keep_thread").setFocus()
    press(Key.Key_Space)
    (made,) = analysing.threads(workspace, talk.id)
    assert (made.view, made.sureness, made.line_ids) == (VIEW, Sureness.FAIRLY_SURE, ())
    assert "Not yet supported" in seen(page)
    assert "1 view not yet supported" in seen(page)
    visible(page, "add_lines_1").setFocus()
    press(Key.Key_Space)
    assert focused().objectName() == "lines_to_choose"
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    press(Key.Key_Return)
    shown(page)
    (now,) = analysing.threads(workspace, talk.id)
    assert now.line_ids == (talk.lines[0].id, talk.lines[1].id)
    assert "Not yet supported" not in seen(page)
    assert focused().objectName() == "add_lines_1"


def test_neither_my_view_nor_a_question_of_mine_can_support_a_view(
    open_page: Opener[AnalysisPage], talk: Talk
) -> None:
    """The list holds what was said or seen: five of seven lines."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    act(page, "Ctrl+Shift+N")
    pressable(page, "add_lines_1").click()
    assert page.picker.list.model().rowCount() == 5
    press(Key.Key_Escape)
    assert not page.picker.isVisible()


def test_lines_of_a_view_that_is_not_kept_yet_are_kept_with_it(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk
) -> None:
    """The words half-typed stay where they were."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    act(page, "Ctrl+Shift+N")
    type_words(VIEW)
    pressable(page, "add_lines_1").click()
    press(Key.Key_Space)
    press(Key.Key_Return)
    shown(page)
    pressable(page, "keep_thread").click()
    (made,) = analysing.threads(workspace, talk.id)
    assert (made.view, made.line_ids) == (VIEW, (talk.lines[0].id,))


def test_a_view_without_words_is_asked_for_beside_its_field(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk
) -> None:
    """Nothing is kept, and the caret is where the words belong."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    act(page, "Ctrl+Shift+N")
    pressable(page, "keep_thread").click()
    assert "Say what it may mean." in seen(page)
    assert focused().objectName() == "thread_view"
    assert analysing.threads(workspace, talk.id) == ()


@pytest.mark.usefixtures("thread")
def test_half_typed_words_come_back_when_the_page_is_opened_again(
    open_page: Opener[AnalysisPage], keeping: Shell, talk: Talk
) -> None:
    """A lock in between loses nothing."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    pressable(page, "add_action_1").click()
    type_words("Ring the sch")
    keeping.autosave.flush()
    again = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    pressable(again, "add_action_1").click()
    field = visible(again, "action_what")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Ring the sch"


@pytest.mark.usefixtures("thread")
def test_an_action_is_changed_and_a_day_that_is_none_is_said(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk
) -> None:
    """Nothing is guessed and nothing is lost."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    pressable(page, "change_action_1").click()
    day = visible(page, "action_day")
    assert isinstance(day, QLineEdit)
    day.setText("31/2/2026")
    pressable(page, "keep_action").click()
    assert "Write the day as 3/11/2026." in seen(page)
    assert focused() is day
    day.setText("12/3/2026")
    agrees = visible(page, "action_agrees")
    assert isinstance(agrees, Select)
    agrees.choose("yes")
    pressable(page, "keep_action").click()
    (action,) = analysing.actions(workspace, talk.id)
    assert (action.by_when, action.child_agrees) == (date(2026, 3, 12), True)
    assert "Knows, and agrees" in seen(page)


def test_an_action_may_stand_without_a_view(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk
) -> None:
    """A missing name and a missing day are shown, and do not stop it from being kept."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    pressable(page, "add_loose_action").click()
    type_words("Ring the school")
    pressable(page, "keep_action").click()
    (action,) = analysing.actions(workspace, talk.id)
    assert (action.what, action.thread_id, action.by_when) == ("Ring the school", None, None)
    assert "Nobody yet" in seen(page)
    assert "No day yet" in seen(page)


def test_what_was_taken_out_is_put_back_by_one_key(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk, thread: str
) -> None:
    """The actions of a view that was taken out stay, without it."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    pressable(page, "change_view_1").click()
    pressable(page, "strike_thread").click()
    shown(page)
    assert "A view was taken out." in seen(page)
    assert VIEW not in seen(page)
    assert "Tell the police lead" in seen(page)
    assert analysing.threads(workspace, talk.id)[0].struck_at is not None
    act(page, "Ctrl+Z")
    assert VIEW in seen(page)
    assert analysing.threads(workspace, talk.id)[0].id == thread
    assert analysing.threads(workspace, talk.id)[0].struck_at is None


def test_a_line_that_was_struck_supports_no_view(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk, thread: str, moment: Moment
) -> None:
    """The view stays, and says that it is not yet supported."""
    lines.strike_line(workspace, talk.lines[0], moment)
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS, thread))
    assert "Not yet supported" in seen(page)
    assert focused().objectName() == "add_lines_1"


def test_what_was_promised_last_time_is_asked_after_and_kept(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """An answer needs a choice; the words said about it stand beside it."""
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    assert "Move the room" in seen(page)
    assert "The day has passed" in seen(page)
    pressable(page, "follow_up_1").click()
    shown(page)
    pressable(page, "keep_follow_up").click()
    assert "Choose one." in seen(page)
    visible(page, "kept_state_not_yet").setFocus()
    press(Key.Key_Space)
    visible(page, "kept_words").setFocus()
    type_words("still next to the stairs")
    pressable(page, "keep_follow_up").click()
    shown(page)
    (view,) = following.asked_last_time(workspace, talk.case_id, moment.now, before=talk.id)
    assert view.follow_up is not None
    assert view.follow_up.state is Kept.NOT_YET
    assert "still next to the stairs" in seen(page)
    assert focused().objectName() == "follow_up_1"


def test_the_open_point_of_an_action_opens_its_form(
    open_page: Opener[AnalysisPage], workspace: Workspace, talk: Talk, moment: Moment
) -> None:
    """Whoever comes from the check stands in the field."""
    made = analysing.add_action(workspace, talk.id, NewAction("Ring the school"), moment)
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS, made.id))
    assert focused().objectName() == "action_what"
    assert pressable(page, "strike_action").isVisible()


@pytest.mark.usefixtures("thread")
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_page_is_for_everybody(
    open_page: Opener[AnalysisPage], talk: Talk, qapp: QApplication, mode: Mode
) -> None:
    """Named, reached, large enough, nothing cut; also with each form open."""
    dress(qapp, Theme(mode))
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    assert_page_accessible(page)
    act(page, "Ctrl+Shift+N")
    assert_page_accessible(page)
    pressable(page, "add_lines_2").click()
    assert_page_accessible(page)
    press(Key.Key_Escape)
    pressable(page, "change_action_1").click()
    assert_page_accessible(page)
    act(page, "F6")
    assert_page_accessible(page)


@pytest.mark.usefixtures("thread")
def test_at_200_per_cent_the_parts_stand_below_each_other(
    open_page: Opener[AnalysisPage], talk: Talk, qapp: QApplication
) -> None:
    """One column, nothing cut, nothing sideways."""
    dress(qapp, Theme(zoom=2.0))
    page = open_page(AnalysisPage, talk.at(PageName.ANALYSIS))
    assert page.height() <= 724
    assert_nothing_cut(page)
    pressable(page, "change_action_1").click()
    shown(page)
    assert_nothing_cut(page)


def test_from_here_one_goes_on_to_the_check(
    open_page: Opener[AnalysisPage], keeping: Shell, talk: Talk
) -> None:
    """And back to the signs."""
    page, wanted = open_page(AnalysisPage, talk.at(PageName.ANALYSIS)), QSignalSpy(keeping.wanted)
    QTest.mouseClick(pressable(page, "to_check"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(pressable(page, "to_concerns"), Qt.MouseButton.LeftButton)
    assert [wanted.at(n)[0].page for n in range(2)] == [PageName.CHECK, PageName.CONCERNS]
