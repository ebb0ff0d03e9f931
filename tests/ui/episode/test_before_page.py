"""Claims about what comes before the first question, and about the forms for everybody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.clock import ClockState
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import Interview, Meeting
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.episode.before_page import BeforePage
from rhi_desktop.ui.episode.facts_page import FactsPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.entries import NewEpisode
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import dress
from tests.ui.episode.form_hands import FormOpener, press, write
from tests.ui.rooms import pressable, seen


def only_talk(ws: Workspace, case_id: CaseId, at: Moment) -> Interview:
    """The one interview of the case."""
    (found,) = casework.open_case(ws, case_id, at.now).interviews
    return found.head


def test_rule_26_the_talk_begins_once_everything_was_said_or_is_told_why_not(
    open_page: FormOpener, asked: Workspace, shell: Shell, case_id: CaseId, moment: Moment
) -> None:
    """The start is off and says how much is open; a reason opens it as an answer does."""
    page, wanted = open_page(BeforePage, Place(PageName.BEFORE, case_id)), QSignalSpy(shell.wanted)
    begin = pressable(page, "begin")
    assert (begin.isEnabled(), pressable(page, "still_open").text()) == (
        False,
        "Two things are still to be said",
    )
    press(page, "no_trouble_answer_yes")
    assert pressable(page, "still_open").text() == "One thing is still to be said"
    press(page, "limits_blank_not_asked")
    assert not begin.isEnabled()
    write(page, "limits_blank_reason", "no interpreter")
    assert begin.isEnabled()
    assert "still to be said" not in seen(page)
    assert all(not one.isVisibleTo(page) for one in page.findChildren(Button, "still_open"))
    begin.click()
    talk = only_talk(asked, case_id, moment)
    assert (talk.begun, talk.heard_at) == (True, moment.now)
    assert wanted.at(0)[0] == Place(PageName.CAPTURE, case_id, interview_id=talk.id)


def test_rule_26_while_it_is_being_said_the_clock_runs_on(
    open_page: FormOpener, asked: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Each answer is kept at once, and is there again; looking alone records nothing."""
    open_page(BeforePage, Place(PageName.BEFORE, case_id))
    assert casework.open_case(asked, case_id, moment.now).interviews == ()
    page = open_page(BeforePage, Place(PageName.BEFORE, case_id))
    press(page, "no_trouble_answer_not_sure")
    write(page, "limits_answer_words", "you have to tell")
    write(page, "meeting_place", "Nan's kitchen")
    press(page, "meeting_how_video")
    view = casework.open_case(asked, case_id, moment.now)
    assert view.episodes[0].clock.state is ClockState.RUNNING
    talk = only_talk(asked, case_id, moment)
    assert (talk.place, talk.meeting) == ("Nan's kitchen", Meeting.VIDEO)
    answers = interviewing.load(asked, talk.id).account.answers
    assert {one.question_id: one.values for one in answers} == {
        "no_trouble": ("not_sure",),
        "limits": ("you have to tell",),
    }
    again = open_page(BeforePage, Place(PageName.BEFORE, case_id))
    chosen = again.findChild(QAbstractButton, "no_trouble_answer_not_sure")
    area = again.findChild(QPlainTextEdit, "limits_answer_words")
    assert chosen is not None
    assert area is not None
    assert (chosen.isChecked(), area.toPlainText()) == (True, "you have to tell")


def test_a_talk_on_paper_began_when_it_really_did(
    open_page: FormOpener, asked: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Neither without a time nor in the future; then the clock counts to that time."""
    page = open_page(BeforePage, Place(PageName.BEFORE, case_id))
    press(page, "no_trouble_answer_yes")
    write(page, "limits_answer_words", "ok")
    press(page, "held_on_paper")
    pressable(page, "begin").click()
    assert "Say on which day and at what time the talk began." in seen(page)
    write(page, "started_day", "11/3/2026")
    write(page, "started_time", "9:00")
    pressable(page, "begin").click()
    assert "This has not come yet. Check day and time." in seen(page)
    day = page.findChild(QLineEdit, "started_day")
    assert day is not None
    day.clear()
    write(page, "started_day", "10/3/2026")
    pressable(page, "begin").click()
    heard = only_talk(asked, case_id, moment).heard_at
    assert heard is not None
    assert heard.isoformat() == "2026-03-10T09:00:00+00:00"


def test_rule_8_a_talk_says_which_times_away_it_is_about(
    open_page: FormOpener, asked: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Several may be ticked; the last one cannot be taken away."""
    first = casework.open_case(asked, case_id, moment.now).episodes[0].episode.id
    second = casework.add_episode(asked, case_id, NewEpisode(returned=moment.now), moment)
    page = open_page(BeforePage, Place(PageName.BEFORE, case_id))
    press(page, f"about_times_{first}")
    assert only_talk(asked, case_id, moment).episode_ids == (first, second)
    press(page, f"about_times_{first}")
    press(page, f"about_times_{second}")
    assert only_talk(asked, case_id, moment).episode_ids == (second,)
    assert "A talk is about one time away at least." in seen(page)


def test_from_before_one_can_say_that_there_was_no_talk(
    open_page: FormOpener, shell: Shell, case_id: CaseId
) -> None:
    """The way is a link, not a dead end."""
    page, wanted = open_page(BeforePage, Place(PageName.BEFORE, case_id)), QSignalSpy(shell.wanted)
    pressable(page, "no_talk").click()
    assert wanted.at(0)[0].page is PageName.ENDING


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
@pytest.mark.parametrize("form", ["before", "child", "away"])
def test_everybody_can_use_the_forms(
    open_page: FormOpener, places: dict[str, Place], qapp: QApplication, form: str, look: Theme
) -> None:
    """At 100 % and at 200 %."""
    dress(qapp, look)
    made = open_page(BeforePage if form == "before" else FactsPage, places[form])
    assert_page_accessible(made)
    assert made.title == "R-AB"


@pytest.mark.parametrize("form", ["before", "child", "away"])
def test_everybody_can_use_the_forms_of_the_real_questions(
    qtbot: QtBot, workspace: Workspace, shell: Shell, places: dict[str, Place], form: str
) -> None:
    """The whole set, with every option at its length."""
    page = (BeforePage if form == "before" else FactsPage)(workspace, shell, places[form])
    qtbot.addWidget(page)
    assert_page_accessible(page)


@pytest.mark.parametrize("form", ["before", "child", "away"])
def test_the_real_questions_are_whole_at_200_percent(
    qtbot: QtBot, workspace: Workspace, shell: Shell, places: dict[str, Place], form: str
) -> None:
    """683 x 344 is the system's 200 %: nothing is cut off, nothing scrolls sideways."""
    page = (BeforePage if form == "before" else FactsPage)(workspace, shell, places[form])
    qtbot.addWidget(page)
    shown(page, 683, 344)
    assert page.width() == 683
    assert_nothing_cut(page)


@pytest.mark.parametrize("kind", [BeforePage, FactsPage])
def test_a_pack_without_such_questions_says_so(
    qtbot: QtBot,
    workspace: Workspace,
    shell: Shell,
    case_id: CaseId,
    kind: type[BeforePage | FactsPage],
) -> None:
    """Nothing breaks; the talk may begin at once when nothing comes first."""
    starter = next(one for one in workspace.packs if one.name == "starter_v1")
    bare = replace(workspace, packs=(starter,))
    page = kind(bare, shell, Place(PageName.BEFORE, case_id))
    qtbot.addWidget(page)
    assert_page_accessible(page)
