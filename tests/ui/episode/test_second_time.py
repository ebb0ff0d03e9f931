"""Claims about a second time away while one is open: it is asked which, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton

from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.episode.episode_page import LATE, EpisodePage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import casework, interviewing
from rhi_desktop.workflow.views import CaseView, Stage
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible
from tests.ui.conftest import dress
from tests.ui.episode.filling import Opener, fill, open_things, save
from tests.ui.rooms import back_since


@pytest.fixture
def case_id(workspace: Workspace, moment: Moment) -> CaseId:
    """A child who came back ten hours ago and was not talked with yet."""
    return back_since(workspace, moment, "A.B.", 10)


def answer(page: EpisodePage, which: str) -> None:
    """Say which time away it is."""
    radio = page.findChild(QRadioButton, f"second_time_{which}")
    assert radio is not None
    QTest.mouseClick(radio, Qt.MouseButton.LeftButton)


def view(ws: Workspace, case_id: CaseId, at: Moment) -> CaseView:
    """The case as it stands."""
    return casework.open_case(ws, case_id, at.now)


def test_rule_9_a_second_time_away_is_asked_about_and_never_guessed(
    open_form: Opener, workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Nothing is chosen to begin with, and nothing is saved without an answer."""
    page = open_form(Place(PageName.EPISODE, case_id))
    radios = [one for one in page.findChildren(QRadioButton) if "second_time" in one.objectName()]
    assert len(radios) == 3
    assert not any(one.isChecked() for one in radios)
    fill(page, returned_day="10/3/2026", returned_time="13:00")
    save(page)
    assert open_things(page) == ("Say whether it is the open time away or another one",)
    assert len(view(workspace, case_id, moment).episodes) == 1


def test_rule_9_another_time_away_leaves_the_first_as_it_was(
    open_form: Opener, workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Each has its own clock."""
    before = view(workspace, case_id, moment).episodes
    page = open_form(Place(PageName.EPISODE, case_id))
    answer(page, "own")
    fill(page, last_seen_day="10/3/2026", last_seen_time="8:00")
    fill(page, returned_day="10/3/2026", returned_time="13:00")
    save(page)
    after = view(workspace, case_id, moment)
    assert after.episodes[1:] == before
    assert len(after.open_episodes) == 2
    assert after.interviews == ()


@pytest.mark.parametrize("begun", [False, True])
def test_rule_9_one_conversation_may_be_about_both(
    open_form: Opener, workspace: Workspace, case_id: CaseId, moment: Moment, *, begun: bool
) -> None:
    """The one that is open takes the new time away in; otherwise one is prepared."""
    first = view(workspace, case_id, moment).episodes[0].episode.id
    if begun:
        interviewing.prepare(workspace, case_id, [first], moment)
    page = open_form(Place(PageName.EPISODE, case_id))
    answer(page, "together")
    fill(page, last_seen_day="10/3/2026", last_seen_time="8:00")
    fill(page, returned_day="10/3/2026", returned_time="13:00")
    save(page)
    after = view(workspace, case_id, moment)
    (talk,) = after.interviews
    assert talk.stage is Stage.PREPARED
    assert talk.head.episode_ids == (first, after.episodes[0].episode.id)
    assert len(set(talk.head.episode_ids)) == len(after.episodes)


def test_rule_9_more_about_the_open_one_fills_in_what_was_blank(
    open_form: Opener, workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """What stands already is never written over: the field says so, and nothing is saved."""
    known = view(workspace, case_id, moment).episodes[0].episode
    page = open_form(Place(PageName.EPISODE, case_id))
    answer(page, "same")
    fill(page, police_reference="HP-77", returned_day="10/3/2026", returned_time="13:00")
    save(page)
    assert any("stands here already" in words for words in open_things(page))
    fill(page, returned_day="", returned_time="")
    save(page)
    (only,) = view(workspace, case_id, moment).episodes
    assert only.episode == replace(known, police_reference="HP-77")


def test_odd_times_beside_another_time_away_are_named_and_kept(
    open_form: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Before the birth, in the future, inside another one: said once, then kept as typed."""
    case_id = back_since(workspace, moment, "A.B.", 10)
    page = open_form(Place(PageName.EPISODE, case_id))
    answer(page, "own")
    fill(page, last_seen_day="1/1/2012", last_seen_time="8:00", returned_day="1/1/2030")
    save(page)
    assert set(open_things(page)) == {
        "This lies before the child was born",
        "This has not come yet. Check day and time",
    }
    save(page)
    assert len(view(workspace, case_id, moment).episodes) == 2


def test_a_time_away_left_open_is_named(
    open_form: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Nobody has to remember that the last one has no return."""
    case_id = back_since(workspace, moment, "A.B.", None)
    first = view(workspace, case_id, moment).episodes[0].episode
    seen = moment.now - timedelta(days=3)
    casework.save_episode(workspace, replace(first, last_seen=seen), moment)
    page = open_form(Place(PageName.EPISODE, case_id))
    answer(page, "own")
    fill(page, last_seen_day="9/3/2026", last_seen_time="8:00")
    fill(page, returned_day="9/3/2026", returned_time="13:00")
    save(page)
    words = "A time away has no return, and another one began after it"
    assert open_things(page) == (words,)


def test_rule_4_why_it_is_late_is_said_where_the_time_away_is(
    open_form: Opener, workspace: Workspace, moment: Moment
) -> None:
    """Only once the hours passed; the place with that detail leads to the very field."""
    case_id = back_since(workspace, moment, "C.D.", 80)
    away = view(workspace, case_id, moment).episodes[0]
    page = open_form(Place(PageName.EPISODE, case_id, away.episode.id, detail=LATE))
    late = page.findChild(QComboBox, "late")
    assert late is not None
    assert page.first_focus() is late
    late.setCurrentIndex(late.findData("welfare_first"))
    save(page)
    after = view(workspace, case_id, moment).episodes[0]
    assert after.episode.late is LateReason.WELFARE_FIRST
    assert after.clock == away.clock
    fresh = back_since(workspace, moment, "E.F.", 3)
    running = view(workspace, fresh, moment).episodes[0].episode.id
    assert open_form(Place(PageName.EPISODE, fresh, running)).findChild(QComboBox, "late") is None


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
def test_everybody_can_answer_which_time_away(
    open_form: Opener, case_id: CaseId, qapp: QApplication, look: Theme
) -> None:
    """At 100 % and at 200 %."""
    dress(qapp, look)
    assert_page_accessible(open_form(Place(PageName.EPISODE, case_id)))
