"""Claims about all the questions: open first, the rest if it fits, five answers, reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.line import Topic
from rhi_desktop.forms.flow import unaccounted
from rhi_desktop.forms.kinds import YES_NO
from rhi_desktop.forms.model import Pack
from rhi_desktop.ui.interview.because import BecauseField
from rhi_desktop.ui.interview.guided_page import GuidedPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import dress
from tests.ui.interview.conftest import kept, settle
from tests.ui.interview.hands import Key, button, press, press_on, type_words
from tests.ui.rooms import seen

Guide = Callable[[str], GuidedPage]
FOLD = "More to ask, if it fits"


@pytest.fixture
def guide(qtbot: QtBot, workspace: Workspace, shell: Shell, fresh: Place) -> Guide:
    """Opens the guided page on a question or a part."""

    def make(detail: str) -> GuidedPage:
        page = GuidedPage(workspace, shell, replace(fresh, page=PageName.GUIDED, detail=detail))
        qtbot.addWidget(page)
        settle(page)
        return page

    return make


def listed(page: GuidedPage) -> dict[str, str]:
    """Question to state, as the list of contents says it."""
    return {
        row.entry.question.id: row.entry.state
        for row in page.pane.list.rows
        if row.entry.question is not None
    }


def sensitive(page: GuidedPage, section: str) -> list[str]:
    """The sensitive questions that are offered in a part."""
    return [q.id for q in page.talk.prompts() if q.section == section and q.sensitive]


def test_a_part_begins_with_its_open_questions(guide: Guide) -> None:
    """What could be asked besides is folded away behind one line of the list."""
    page = guide("what")
    assert all(page.talk.pack.question(one).kind == "open" for one in listed(page))  # type: ignore[union-attr]
    assert any(row.entry.words.startswith(FOLD) for row in page.pane.list.rows)
    page.turn_more()
    every = {q.id for q in page.talk.prompts() if q.section == "what"}
    assert set(listed(page)) == every


def test_rule_25_the_five_parts_are_reached_in_any_order(guide: Guide) -> None:
    """Every part is one press away, and going on asks for nothing."""
    page = guide("how")
    words = [page.head.tabs.tabText(number) for number in range(page.head.tabs.count())]
    for topic in ("Why", "Where", "Who", "What happened", "How to help"):
        page.head.asked_part.emit(words.index(topic))
        assert page.head.tabs.tabText(page.head.tabs.currentIndex()) == topic
    page.head.asked_part.emit(0)
    asked = page.question
    page.further()
    assert page.question is not asked


def test_going_on_visits_the_open_questions_only_until_asked_for_more(guide: Guide) -> None:
    """Sixty questions are no form: the walk through all of them is short."""
    page = guide("day_you_left")
    short = page.guide.walk()
    page.turn_more()
    assert len(short) < len(page.guide.walk())
    assert {q.section for q in short} == {q.section for q in page.guide.walk()}


def test_rule_28_sensitive_questions_have_five_answers_and_none_is_chosen(
    guide: Guide, workspace: Workspace, fresh: Place, pack: Pack
) -> None:
    """Yes, no, not sure, chose not to say, not asked; nothing stored is no answer, never a no."""
    question = next(q for q in pack.questions if q.sensitive and q.kind == "yes_no")
    page = guide(question.id)
    assert page.question.id == question.id
    names = [f"answer_{value}" for value in YES_NO]
    names += ["blank_chose_not_to_say", "blank_not_asked"]
    assert not any(button(page, name).isChecked() for name in names)  # type: ignore[attr-defined]
    assert kept(workspace, fresh).answers == ()


def test_the_list_says_how_each_question_stands(guide: Guide) -> None:
    """Heard, left with its reason, still to be accounted for: in words."""
    page = guide("day_you_left")
    assert listed(page)["day_you_left"] == "not yet"
    type_words("nobody was in")
    press(Key.Key_Return)
    QApplication.processEvents()
    assert listed(page)["day_you_left"] == "heard, 1 line"
    page.turn_more()
    one = sensitive(page, "what")[0]
    page._go_to(page.talk.pack.question(one))  # type: ignore[arg-type]
    assert listed(page)[one] == "needs an answer or a reason"
    press_on(page, "blank_chose_not_to_say")
    assert listed(page)[one] == "left: chose not to say"


def test_the_rest_of_a_part_is_left_with_one_reason(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """What was answered stays; whatever else needs it gets the reason, in one commit."""
    page = guide("what")
    waiting = sensitive(page, "what")
    answered = waiting[0] if len(waiting) > 1 else ""
    if answered:
        page._go_to(page.talk.pack.question(answered))  # type: ignore[arg-type]
        press_on(page, "answer_no")
    press_on(page, "leave_rest")
    press(Key.Key_Return)
    assert "Write the reason in a few words" in seen(page)
    type_words("she was tired")
    press(Key.Key_Return)
    stored = {a.question_id: a for a in kept(workspace, fresh).answers}
    if answered:
        assert (stored[answered].values, stored[answered].blank) == (("no",), None)
    for one in waiting[1:] if answered else waiting:
        assert (stored[one].blank, stored[one].reason) == (Blank.NOT_ASKED, "she was tired")
    assert not button(page, "rest_reason").isVisible()


def test_there_may_have_been_no_time_for_the_rest(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """Not reached needs no reason, and is no no."""
    page = guide("what")
    press_on(page, "leave_rest")
    press_on(page, "rest_not_reached")
    blanks = {a.blank for a in kept(workspace, fresh).answers}
    assert blanks == {Blank.NOT_REACHED}


def test_leaving_the_rest_settles_the_part(
    workspace: Workspace, fresh: Place, guide: Guide, shell: Shell
) -> None:
    """Afterwards no question of the part is unaccounted for; other parts are as they were."""
    page = guide("what")
    talk = page.talk.id
    before = {p.where for p in unaccounted(page.talk.pack, page.talk.account)}
    given = interviewing.leave_rest(
        workspace, talk, "what", Blank.NOT_ASKED, "mum was there", shell.moment()
    )
    after = {p.where for p in unaccounted(page.talk.pack, kept(workspace, fresh))}
    assert before - after == {one.question_id for one in given}


def test_rule_29_half_a_reason_for_the_rest_comes_back(guide: Guide, shell: Shell) -> None:
    """After a lock the form is open again with what was typed."""
    page = guide("what")
    press_on(page, "leave_rest")
    type_words("she was ti")
    assert shell.autosave.flush()
    again = guide("what")
    assert again.pane.rest.reason.text() == "she was ti"
    assert again.pane.rest.reason.isVisible()


def test_an_answer_that_needs_a_reason_asks_for_it(qtbot: QtBot, pack: Pack) -> None:
    """Only where the pack wants one; what is stored comes back into the field."""
    plain = pack.questions[0]
    without, wanting = BecauseField(plain), BecauseField(replace(plain, because=True))
    for part in (without, wanting):
        qtbot.addWidget(part)
    assert without.isHidden()
    assert not wanting.isHidden()
    talk = Answer("a", "t", plain.id, ("high",), None, "three nights away")  # type: ignore[arg-type]
    wanting.show_reason(talk)
    assert wanting.words == "three nights away"
    without.show_reason(talk)
    assert without.words == ""


def test_the_place_is_the_question_that_is_shown(guide: Guide) -> None:
    """Whoever looks aside and comes back stands at the same question."""
    page = guide("day_you_left")
    page.further()
    place = page.standing(Place(PageName.GUIDED, detail="day_you_left"))
    assert place.detail == page.question.id


def test_a_question_of_a_topic_counts_for_its_topic(
    guide: Guide, workspace: Workspace, fresh: Place
) -> None:
    """What was said under a question of where is heard under where."""
    page = guide("where")
    type_words("we walked")
    press(Key.Key_Return)
    assert kept(workspace, fresh).lines[0].topics == (Topic.WHERE,)
    assert page.talk.heard(Topic.WHERE)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_every_part_is_accessible_with_everything_unfolded(
    guide: Guide, zoom: float, qapp: QApplication
) -> None:
    """Names, Tab, targets; nothing cut with contents and form open, at 200 % as a drawer."""
    dress(qapp, Theme(Mode.LIGHT, zoom))
    page = guide("what")
    page.turn_more()
    if zoom > 1:
        page._turn_drawer()
        press_on(page, "leave_rest")
        shown(page, 1366, 680)
        assert_nothing_cut(page)
        return
    press_on(page, "leave_rest")
    assert_page_accessible(page)
