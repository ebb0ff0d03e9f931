"""Claims about the next step on the page of a case, and about what was asked for last time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTabBar
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ending import Ending, LateReason
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import Outcome, ReadBack
from rhi_desktop.domain.line import read_typed
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.ui.cases.case_page import CasePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import (
    casework,
    closing,
    interviewing,
    planning,
)
from rhi_desktop.workflow.entries import NewAnswer, NewPlanLine
from rhi_desktop.workflow.following import asked_last_time
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown
from tests.ui.cases.conftest import Opener
from tests.ui.rooms import back_since, pressable, seen


@pytest.fixture
def nothing_first(workspace: Workspace) -> Workspace:
    """The vault with a pack in which nothing has to be said before the talk."""
    starter = next(one for one in workspace.packs if one.name == "starter_v1")
    return replace(workspace, packs=(starter,))


def test_starting_makes_a_conversation_and_going_on_finds_it_again(
    qtbot: QtBot, shell: Shell, nothing_first: Workspace, practice: CaseId, moment: Moment
) -> None:
    """Pressed twice there is still one conversation."""
    wanted, said = QSignalSpy(shell.wanted), []
    for _ in range(2):
        page = CasePage(nothing_first, shell, Place(PageName.CASE, practice))
        qtbot.addWidget(page)
        said.append(pressable(page, "start_conversation").text())
        pressable(page, "start_conversation").click()

    assert said == ["Start conversation", "Go on"]
    (talk,) = casework.open_case(nothing_first, practice, moment.now).interviews
    for number in range(2):
        place = wanted.at(number)[0]
        assert (place.page, place.interview_id) == (PageName.CAPTURE, talk.head.id)


def test_rule_26_what_comes_first_is_the_next_step_until_it_was_said(
    open_case: Opener, shell: Shell, workspace: Workspace, practice: CaseId, moment: Moment
) -> None:
    """Then the talk may be started from here; that none was held can always be said."""
    page, wanted = open_case(practice), QSignalSpy(shell.wanted)
    assert pressable(page, "start_conversation").text() == "Before you meet"
    pressable(page, "start_conversation").click()
    pressable(page, "no_talk").click()
    assert [wanted.at(n)[0].page for n in range(2)] == [PageName.BEFORE, PageName.ENDING]

    newest = casework.open_case(workspace, practice, moment.now).episodes[0].episode.id
    talk = interviewing.prepare(workspace, practice, [newest], moment)
    for question in workspace.packs[0].questions:
        if question.first:
            given = NewAnswer(question.id, (question.options[0].id,))
            interviewing.answer(workspace, talk, given, moment)
    ready = open_case(practice)
    assert pressable(ready, "start_conversation").text() == "Start conversation"
    pressable(ready, "before_you_meet").click()
    pressable(ready, "start_conversation").click()
    assert wanted.at(2)[0] == Place(PageName.BEFORE, practice, interview_id=talk)
    assert wanted.at(3)[0] == Place(PageName.CAPTURE, practice, interview_id=talk)
    (only,) = casework.open_case(workspace, practice, moment.now).interviews
    assert only.head.heard_at == moment.now


def test_that_no_talk_was_held_is_checked_next(
    open_case: Opener, shell: Shell, workspace: Workspace, practice: CaseId, moment: Moment
) -> None:
    """The head says it in words, the report comes next, and it can still be changed."""
    newest = casework.open_case(workspace, practice, moment.now).episodes[0].episode
    closing.settle(workspace, None, newest, Outcome.DECLINED_BY_CHILD, Ending("no"), moment)
    page, wanted = open_case(practice), QSignalSpy(shell.wanted)
    assert "Chose not to talk" in seen(page)
    assert "M.T. chose not to talk" in seen(page)
    assert pressable(page, "start_conversation").text() == "Check the report"
    pressable(page, "start_conversation").click()
    pressable(page, "no_talk").click()
    assert [wanted.at(n)[0].page for n in range(2)] == [PageName.CHECK, PageName.ENDING]


def test_a_talk_in_which_nothing_was_heard_may_still_be_none(
    open_case: Opener, workspace: Workspace, practice: CaseId, moment: Moment
) -> None:
    """Begun too early, it is closed; with one line it can only be ended where it was held."""
    newest = casework.open_case(workspace, practice, moment.now).episodes[0].episode.id
    talk = interviewing.start(workspace, practice, [newest], moment)
    assert pressable(open_case(practice), "no_talk").text() == "No talk was held"
    interviewing.keep_line(workspace, talk, read_typed("i was at Nan's"), moment)
    assert not open_case(practice).findChildren(QAbstractButton, "no_talk")


def test_hours_that_passed_ask_for_the_reason(
    open_case: Opener, shell: Shell, workspace: Workspace, moment: Moment
) -> None:
    """A link to the very field; with a reason it is said instead."""
    case_id = back_since(workspace, moment, "J.W.", 80)
    page, wanted = open_case(case_id), QSignalSpy(shell.wanted)
    pressable(page, "say_why_late").click()
    assert (wanted.at(0)[0].page, wanted.at(0)[0].detail) == (PageName.EPISODE, "late")
    away = casework.open_case(workspace, case_id, moment.now).episodes[0].episode.id
    casework.say_why_late(workspace, away, LateReason.WELFARE_FIRST, "", moment)
    assert "Put off for the child\u2019s welfare" in seen(open_case(case_id))


def test_what_became_of_a_promise_is_said_on_the_case(
    open_case: Opener, workspace: Workspace, case_with_promise: CaseId, moment: Moment
) -> None:
    """It is asked when the day has passed; the newest answer is shown with its words."""
    page = open_case(case_with_promise)
    shown(page)
    words = seen(page)
    assert "i will ring on sundays" in words
    assert "\u201ci will ring" not in words, "only the child's words stand in quotation marks"
    assert "Not yet" in words
    assert "The day has passed: say why today." in words
    pressable(page, "note_promise_0").click()
    pressable(page, "keep_became").click()
    assert "Choose what became of it." in seen(page)
    assert_page_accessible(page)
    kept = page.findChildren(QAbstractButton, "became_kept")[-1]
    kept.click()
    field = page.findChildren(QLineEdit, "became_words")[-1]
    field.setText("she rang twice")
    pressable(page, "keep_became").click()
    assert "It happened" in seen(page)
    assert "she rang twice" in seen(page)
    assert asked_last_time(workspace, case_with_promise, moment.now)[0].open is False
    pressable(page, "note_promise_0").click()
    pressable(page, "drop_became").click()
    assert page.findChild(QAbstractButton, "keep_became") is None or "In a few" not in seen(page)


@pytest.fixture
def case_with_promise(workspace: Workspace, practice: CaseId, moment: Moment) -> CaseId:
    """An adult promised something in a talk of last month; another talk names somebody new."""
    before = replace(moment, now=moment.now - timedelta(days=30))
    newest = casework.open_case(workspace, practice, moment.now).episodes[0].episode.id
    first = interviewing.start(workspace, practice, [newest], before)
    plan = planning.open_plan(workspace, first, before)
    promise = NewPlanLine(
        PlanBlock.ADULTS,
        "i will ring on sundays",
        PlanAuthor.ADULT_PROMISE,
        "Mum",
        (moment.now - timedelta(days=3)).date(),
    )
    planning.save_line(workspace, plan.id, promise, before)
    interviewing.finish(workspace, first, Outcome.COMPLETED, ReadBack.DONE, before)
    second = interviewing.start(workspace, practice, [newest], moment)
    line = read_typed("me and @Zed went to the #pier")
    interviewing.keep_line(workspace, second, line, moment)
    return practice


def test_new_names_and_plans_have_their_place(
    open_case: Opener, shell: Shell, case_with_promise: CaseId
) -> None:
    """New since last time; a tab for plans; people and places on their own page."""
    page, wanted = open_case(case_with_promise), QSignalSpy(shell.wanted)
    shown(page)
    assert "A new name, Zed" in seen(page)
    assert "A new place, pier" in seen(page)
    tabs = page.findChild(QTabBar, "case_tabs")
    assert tabs is not None
    titles = [tabs.tabText(n) for n in range(tabs.count())]
    assert titles == ["Timeline", "People and places", "Plans"]
    tabs.setCurrentIndex(2)
    pressable(page, "open_plan_0").click()
    assert wanted.at(0)[0].page is PageName.CHILD_PLAN
    pressable(page, "plan_on_paper_0").click()
    assert wanted.at(1)[0].page is PageName.PAPERS
    assert wanted.at(1)[0].interview_id == wanted.at(0)[0].interview_id
    assert_page_accessible(page)
    next(act for _, act in page.acts if act.shortcut().toString() == "Alt+2").trigger()
    assert wanted.at(2)[0].page is PageName.PEOPLE
