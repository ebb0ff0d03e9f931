"""Claims about one question at a time: lines, fields and blanks under it, and the way on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.interview import Outcome, ReadBack
from rhi_desktop.domain.line import Topic
from rhi_desktop.domain.moment import Moment
from rhi_desktop.forms.kinds import KINDS
from rhi_desktop.forms.loader import released
from rhi_desktop.ui.interview.fields import FIELDS
from rhi_desktop.ui.interview.guided_page import GuidedPage
from rhi_desktop.ui.interview.read_back_page import ReadBackPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import casework, interviewing, practising
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.interview.conftest import kept, settle
from tests.ui.interview.hands import Key, button, press, press_on, tabbed, type_words

Guide = Callable[[str], GuidedPage]


@pytest.fixture
def fresh(workspace: Workspace, moment: Moment, _flushed: None) -> Place:
    """A talk with the small pack, which has every kind of question in one walk."""
    case_id = practising.load_practice(workspace, moment)
    episode = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    small = replace(workspace, packs=(released("starter_v1"),))
    talk = interviewing.start(small, case_id, (episode.id,), moment)
    return Place(PageName.CAPTURE, case_id, interview_id=talk)


@pytest.fixture
def guide(qtbot: QtBot, workspace: Workspace, shell: Shell, fresh: Place) -> Guide:
    """Opens the guided page on a question."""

    def make(detail: str) -> GuidedPage:
        place = replace(fresh, page=PageName.GUIDED, detail=detail)
        page = GuidedPage(workspace, shell, place)
        qtbot.addWidget(page)
        settle(page)
        return page

    return make


def answer(ws: Workspace, place: Place, question: str) -> Answer | None:
    """What is stored for a question."""
    found = (a for a in kept(ws, place).answers if a.question_id == question)
    return next(found, None)


def test_every_kind_has_a_field() -> None:
    """The two tables match: a kind that cannot be shown cannot be released."""
    assert set(FIELDS) == set(KINDS)


def test_what_is_stored_comes_back_into_its_field(qtbot: QtBot) -> None:
    """A field holds what was shown in it, in the form that is stored."""
    values = {
        "choice": ("sudden",),
        "many": ("walked", "train"),
        "yes_no": ("no",),
        "scale": ("7",),
        "words": ("Nan",),
        "when": ("2026-03-12", "16:30"),
    }
    for question in released("starter_v1").questions:
        field = FIELDS[question.kind](question, "en")
        qtbot.addWidget(field)
        wanted = values.get(question.kind, ())
        field.show_values(wanted)
        assert KINDS[question.kind].read(question, field.held()).values == wanted
        field.show_values(())
        assert KINDS[question.kind].read(question, field.held()).values == ()


def test_a_line_is_kept_under_its_question(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """Enter keeps it with the question's id, under its topic; it stands among what was heard."""
    page = guide("day_you_left")
    type_words("nobody was in")
    press(Key.Key_Return)
    (line,) = kept(workspace, fresh).lines
    assert (line.question_id, line.topics) == ("day_you_left", (Topic.WHY,))
    assert page.view is not None
    assert [row.line.words for row in page.view.lines.rows] == ["nobody was in"]


def test_a_line_unsets_a_blank(guide: Guide, workspace: Workspace, fresh: Place) -> None:
    """A blank is committed when it is chosen, and gone when words come."""
    page = guide("day_you_left")
    press_on(page, "blank_chose_not_to_say")
    stored = answer(workspace, fresh, "day_you_left")
    assert stored is not None
    assert stored.blank is Blank.CHOSE_NOT_TO_SAY
    assert page.view is not None
    page.view.first.setFocus()
    QTest.keyClicks(page.view.first, "i was fed up")
    press(Key.Key_Return)
    stored = answer(workspace, fresh, "day_you_left")
    assert stored is not None
    assert stored.blank is None
    assert page.view.blank.blank is None


def test_an_answer_and_a_blank_unset_each_other(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """Never both: the newest stands."""
    page = guide("planned")
    press_on(page, "answer_sudden")
    stored = answer(workspace, fresh, "planned")
    assert stored is not None
    assert (stored.values, stored.blank) == (("sudden",), None)
    press_on(page, "blank_not_known")
    stored = answer(workspace, fresh, "planned")
    assert stored is not None
    assert (stored.values, stored.blank) == ((), Blank.NOT_KNOWN)
    press_on(page, "answer_someone_wanted")
    stored = answer(workspace, fresh, "planned")
    assert stored is not None
    assert (stored.values, stored.blank) == (("someone_wanted",), None)


def test_yes_no_has_five_answers(guide: Guide, workspace: Workspace, fresh: Place) -> None:
    """Yes, no, not sure, chose not to say, and not asked because."""
    page = guide("not_wanted")
    names = ["answer_yes", "answer_no", "answer_not_sure"]
    names += ["blank_chose_not_to_say", "blank_not_asked"]
    assert all(button(page, name).isVisible() for name in names)
    press_on(page, "blank_not_asked")
    type_words("mum was there")
    press(Key.Key_Return)
    stored = answer(workspace, fresh, "not_wanted")
    assert stored is not None
    assert (stored.blank, stored.reason) == (Blank.NOT_ASKED, "mum was there")


def test_a_day_that_is_none_is_said_and_not_stored(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """What was typed stays in the field beside the words; a right day is stored."""
    page = guide("look_again")
    day = button(page, "answer_day")
    QTest.keyClicks(day, "31/2/2026")
    QTest.keyClick(day, Key.Key_Return)
    assert answer(workspace, fresh, "look_again") is None
    assert page.view is not None
    assert page.view.odd.isVisible()
    day.setFocus()
    QTest.keyClick(day, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(day, "12/3/2026")
    QTest.keyClick(day, Key.Key_Return)
    stored = answer(workspace, fresh, "look_again")
    assert stored is not None
    assert stored.values == ("2026-03-12",)
    assert not page.view.odd.isVisible()


def test_an_answer_no_longer_offered_stays_and_is_marked(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """Changing an earlier answer takes nothing away."""
    page = guide("planned")
    press_on(page, "answer_someone_wanted")
    page.further()
    assert page.question.id == "whose_idea"
    press_on(page, "blank_chose_not_to_say")
    page.back()
    press_on(page, "answer_sudden")
    page.further()
    assert page.question.id == "whose_idea"
    QApplication.processEvents()
    assert button(page, "kept_apart").isVisible()
    assert answer(workspace, fresh, "whose_idea") is not None


def test_nothing_is_required_on_the_way(qtbot: QtBot, guide: Guide, shell: Shell) -> None:
    """Leaving goes on; the last question leads back to the conversation; Escape does at once."""
    page = guide("look_again")
    with qtbot.waitSignal(shell.wanted) as asked:
        press_on(page, "leave_for_now")
    assert asked.args is not None
    assert asked.args[0].page is PageName.CAPTURE
    page = guide("planned")
    with qtbot.waitSignal(shell.wanted):
        press(Key.Key_Escape)


def test_keep_and_go_on_keeps_what_was_typed(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """The primary button is Enter and the next question in one."""
    page = guide("day_you_left")
    type_words("nobody was in")
    press_on(page, "keep_and_go_on")
    assert kept(workspace, fresh).lines[0].words == "nobody was in"
    assert page.question.id == "way_you_went"


def test_half_a_reason_is_kept_and_never_overtakes_a_later_choice(
    guide: Guide, shell: Shell, workspace: Workspace, fresh: Place
) -> None:
    """What was typed into "because" is saved without leaving it; the newest choice stands."""
    page = guide("day_you_left")
    press_on(page, "blank_not_asked")
    type_words("she was ti")
    assert shell.autosave.flush()
    stored = answer(workspace, fresh, "day_you_left")
    assert stored is not None
    assert (stored.blank, stored.reason) == (Blank.NOT_ASKED, "she was ti")
    type_words("red")
    press_on(page, "blank_not_known")
    assert shell.autosave.flush()
    stored = answer(workspace, fresh, "day_you_left")
    assert stored is not None
    assert (stored.blank, stored.reason) == (Blank.NOT_KNOWN, "")


def test_a_line_under_a_question_can_be_changed_and_undone(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """Up takes the last line in; Ctrl+Z in the empty field takes acts back one by one."""
    guide("day_you_left")
    type_words("nobody was")
    press(Key.Key_Return)
    press(Key.Key_Up)
    type_words(" in")
    press(Key.Key_Return)
    assert kept(workspace, fresh).lines[0].words == "nobody was in"
    press(Key.Key_Z, control=True)
    assert kept(workspace, fresh).lines[0].words == "nobody was"
    press(Key.Key_Y, control=True)
    assert kept(workspace, fresh).lines[0].words == "nobody was in"


def test_half_typed_words_wait_at_their_question(guide: Guide, shell: Shell) -> None:
    """Each question has its own half line."""
    page = guide("day_you_left")
    type_words("nobody wa")
    page.further()
    page.back()
    assert page.view is not None
    assert page.view.input.edit.words() == "nobody wa"
    assert shell.autosave.flush()


def test_the_end_of_a_talk_is_committed_and_can_be_taken_back(
    qtbot: QtBot, workspace: Workspace, shell: Shell, fresh: Place
) -> None:
    """How it ended and where it was held: each choice at once."""
    page = ReadBackPage(workspace, shell, fresh)
    qtbot.addWidget(page)
    settle(page)
    press_on(page, "ended_stopped_by_child")
    field = button(page, "talk_place")
    QTest.keyClicks(field, "the library")
    QTest.keyClick(field, Key.Key_Return)
    head = kept(workspace, fresh).interview
    assert (head.outcome, head.read_back) == (Outcome.STOPPED_BY_CHILD, ReadBack.NOT_DONE)
    assert head.ended_at is not None
    assert head.place == "the library"
    press_on(page, "ended_open")
    assert kept(workspace, fresh).interview.ended_at is None


def test_tab_goes_from_the_answer_to_the_way_on(guide: Guide) -> None:
    """Also at the next question: what was made later is seen above the foot."""
    page = guide("")
    for _ in range(2):
        button(page, "new_line").setFocus()
        names = [name for name in tabbed(3) if not name.startswith("blank_")]
        assert names[:2] == ["leave_for_now", "keep_and_go_on"]
        page.further()


def test_ctrl_enter_keeps_and_goes_on(guide: Guide, workspace: Workspace, fresh: Place) -> None:
    """What the coloured button does, from the line that is being typed."""
    page = guide("")
    first = page.question
    button(page, "new_line").setFocus()
    type_words("it was cold")
    press(Key.Key_Return, control=True)
    assert [line.words for line in kept(workspace, fresh).lines] == ["it was cold"]
    assert page.question != first
