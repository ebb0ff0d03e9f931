"""Claims about duties over the shipped indicators: the record's age, its facts, its answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rhi_desktop.domain import duty
from rhi_desktop.domain.duty import DutyCode
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.workflow import analysing, casework, facts, interviewing
from rhi_desktop.workflow.analysis_entries import NewConcern
from rhi_desktop.workflow.entries import NewAnswer, NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace

AT_14 = date(2012, 1, 5)


def talk_with(ws: Workspace, at: Moment, born: date | None) -> InterviewId:
    """A conversation with a made-up child."""
    case = NewCase("R-0001", Child("M.T.", born=born))
    case_id = casework.open_file(ws, case, NewEpisode(returned=at.now), at)
    away = casework.open_case(ws, case_id, at.now).episodes[0].episode
    return interviewing.start(ws, case_id, (away.id,), at)


def answer(
    ws: Workspace, talk: InterviewId, flag: str, at: Moment, state: Certainty = Certainty.YES
) -> str:
    """Answer the first shipped indicator that carries a flag; its id."""
    for group in analysing.sets_of(ws, talk):
        for one in group.asked:
            if flag in one.flags:
                words = one.text.get("en-GB")
                new = NewConcern(group.id, one.id, group.title.get("en-GB"), words, state)
                analysing.answer_indicator(ws, talk, new, at)
                return one.id
    raise LookupError(flag)


def codes(ws: Workspace, talk: InterviewId, at: Moment) -> set[DutyCode]:
    """What follows now."""
    return {one.code for one in analysing.duties_of(ws, talk, at.now)}


@pytest.mark.parametrize("flag", sorted(duty.FLAGS))
def test_rule_41_every_flag_of_a_rule_is_carried_by_a_shipped_indicator(
    workspace: Workspace, moment: Moment, flag: str
) -> None:
    """No rule is there that nothing on the page could ever meet."""
    talk = talk_with(workspace, moment, AT_14)
    assert codes(workspace, talk, moment) == set()
    assert answer(workspace, talk, flag, moment)


@pytest.mark.parametrize(
    ("born", "code"),
    [
        (date(2014, 1, 5), DutyCode.REFER_SAME_DAY),
        (date(2013, 1, 5), DutyCode.ONE_FACTOR_COUNTS),
        (None, DutyCode.AGE_NOT_KNOWN),
    ],
)
def test_rule_41_the_age_is_the_childs_on_the_day_of_the_talk(
    workspace: Workspace, moment: Moment, born: date | None, code: DutyCode
) -> None:
    """Twelve, thirteen, and not known; a birthday since then takes no duty away."""
    talk = talk_with(workspace, moment, born)
    answer(workspace, talk, duty.CSE, moment)
    answer(workspace, talk, duty.HIGH_RISK, moment)
    assert code in codes(workspace, talk, moment)
    year = replace(moment, now=moment.now + timedelta(days=366))
    assert code in codes(workspace, talk, year)


def test_rule_41_a_learning_disability_on_record_counts(
    workspace: Workspace, moment: Moment
) -> None:
    """As it was answered about the child, beside any talk."""
    talk = talk_with(workspace, moment, AT_14)
    answer(workspace, talk, duty.CSE, moment)
    assert DutyCode.REFER_DISABILITY not in codes(workspace, talk, moment)
    case_id = interviewing.load(workspace, talk).account.case.id
    facts.put_fact(workspace, case_id, None, NewAnswer("disability", ("ld",)), moment)
    assert DutyCode.REFER_DISABILITY in codes(workspace, talk, moment)


def test_rule_41_an_answer_that_is_taken_back_asks_for_nothing(
    workspace: Workspace, moment: Moment
) -> None:
    """Neither does a no."""
    talk = talk_with(workspace, moment, AT_14)
    answer(workspace, talk, duty.REFER_NOW, moment)
    assert codes(workspace, talk, moment)
    for state in (Certainty.NOT_ASKED, Certainty.NO):
        answer(workspace, talk, duty.REFER_NOW, moment, state)
        assert codes(workspace, talk, moment) == set()


def test_rule_41_the_days_deadline_runs_from_the_talk(workspace: Workspace, moment: Moment) -> None:
    """Looked at two days later, the day is the same."""
    talk = talk_with(workspace, moment, AT_14)
    answer(workspace, talk, duty.FGM_KNOWN, moment)
    (first,) = (
        one
        for one in analysing.duties_of(workspace, talk, moment.now)
        if one.code is DutyCode.REPORT_FGM
    )
    assert first.by_end_of == date(2026, 3, 11)
    later = replace(moment, now=moment.now.replace(day=12))
    assert first in analysing.duties_of(workspace, talk, later.now)


def test_what_protects_is_named_from_the_signs_and_from_the_own_view(
    workspace: Workspace, moment: Moment
) -> None:
    """Each once, in the words of the pack."""
    talk = talk_with(workspace, moment, AT_14)
    group = next(s for s in analysing.sets_of(workspace, talk) if s.id == "strengths")
    one = group.asked[0]
    words = one.text.get("en-GB")
    new = NewConcern("strengths", one.id, group.title.get("en-GB"), words, Certainty.YES)
    analysing.answer_indicator(workspace, talk, new, moment)
    interviewing.answer(workspace, talk, NewAnswer("strengths", ("pet",)), moment)
    assert analysing.strengths_heard(workspace, talk) == (words, "An animal")
