"""Claims about what is known beside any talk: facts about a child and about a time away."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.episode.facts_page import FactsPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import casework, facts
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.episode.form_hands import FormOpener, press, write
from tests.ui.rooms import pressable, seen


def test_facts_about_a_child_are_kept_at_once_and_nothing_is_required(
    open_page: FormOpener, asked: Workspace, case_id: CaseId
) -> None:
    """Words, ticks, a blank with its reason; what opens only after an answer comes with it."""
    page = open_page(FactsPage, Place(PageName.ABOUT_CHILD, case_id))
    assert facts.facts_of(asked, case_id) == ()
    what = page.findChild(QLineEdit, "disabled_what_answer_words")
    assert what is not None
    assert not what.isVisibleTo(page)
    write(page, "school_answer_words", "Harbour  School")
    press(page, "disabled_answer_yes")
    assert what.isVisibleTo(page)
    press(page, "services_answer_low")
    press(page, "services_answer_other")
    write(page, "contact_answer_words", "Nan, not Dad")
    found = {one.question_id: one for one in facts.facts_of(asked, case_id)}
    assert found["school"].values == ("Harbour  School",)
    assert found["services"].values == ("low", "other")
    assert found["contact"].values == ("Nan, not Dad",)
    press(page, "disabled_blank_not_asked")
    write(page, "disabled_blank_reason", "too soon")
    fact = next(one for one in facts.facts_of(asked, case_id) if one.question_id == "disabled")
    assert (fact.values, fact.blank, fact.reason) == ((), Blank.NOT_ASKED, "too soon")
    assert not what.isVisibleTo(page)


def test_an_answer_that_is_no_longer_offered_is_kept_and_marked(
    open_page: FormOpener, asked: Workspace, case_id: CaseId
) -> None:
    """It stays in view, says so, and comes back whole when the question is offered again."""
    page = open_page(FactsPage, Place(PageName.ABOUT_CHILD, case_id))
    press(page, "disabled_answer_yes")
    write(page, "disabled_what_answer_words", "hears little")
    press(page, "disabled_answer_no")
    mark = "No longer offered after another answer. Kept, and left out of reports."
    assert mark in seen(page)
    kept = {one.question_id: one.values for one in facts.facts_of(asked, case_id)}
    assert kept["disabled_what"] == ("hears little",)
    press(page, "disabled_answer_yes")
    assert mark not in seen(page)


def test_facts_about_a_time_away_stand_apart_and_may_need_a_because(
    open_page: FormOpener, asked: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """The grade and why; a day as it is written here."""
    away = casework.open_case(asked, case_id, moment.now).episodes[0].episode.id
    page = open_page(FactsPage, Place(PageName.ABOUT_CHILD, case_id, away))
    press(page, "risk_answer_high")
    write(page, "risk_because", "said the police")
    write(page, "referred_answer_day", "9/3/2026")
    found = {one.question_id: one for one in facts.facts_of(asked, case_id, away)}
    assert (found["risk"].values, found["risk"].reason) == (("high",), "said the police")
    assert found["referred"].values == ("2026-03-09",)
    assert facts.facts_of(asked, case_id) == ()
    write(page, "referred_answer_time", "late")
    assert "Write a day and a time" in seen(page)


def test_what_is_typed_is_kept_before_the_field_is_left(
    open_page: FormOpener, asked: Workspace, shell: Shell, case_id: CaseId
) -> None:
    """Autosave writes the answer itself: a lock or a crash takes no word."""
    page = open_page(FactsPage, Place(PageName.ABOUT_CHILD, case_id))
    field = page.findChild(QLineEdit, "school_answer_words")
    assert field is not None
    QTest.keyClicks(field, "Harb")
    shell.autosave.flush()
    assert [one.values for one in facts.facts_of(asked, case_id)] == [("Harb",)]


def test_the_list_of_headings_leads_to_each_group(open_page: FormOpener, case_id: CaseId) -> None:
    """The focus lands on the first field of it."""
    page = open_page(FactsPage, Place(PageName.ABOUT_CHILD, case_id))
    pressable(page, "go_group_1").click()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "services_answer_low"
