"""Claims about clocks and about records without a talk, each with the number of its rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rhi_desktop.domain.ending import CarerAsked, CarerInformation, Certainty
from rhi_desktop.domain.episode import Accuracy
from rhi_desktop.domain.interview import Outcome
from tests.unit.export import paths, samples, whole
from tests.unit.export.printed import flags, flat, part, rows, told, words


@pytest.mark.parametrize("outcome", [Outcome.COMPLETED, Outcome.DECLINED_BY_CHILD])
def test_rule_6_a_day_without_time_is_printed_as_approximate(outcome: Outcome) -> None:
    """In the lead sentence and beside the clock of the time away, heard or not."""
    account = samples.account() if outcome.held else paths.not_heard(outcome)
    episode = replace(account.episodes[0], accuracy=Accuracy.DATE_ONLY)
    data = whole.report(replace(account, episodes=(episode,)))
    wanted = "Only the day of return is known; it is counted from 00:00"
    assert wanted in flat(data.mast.lead)
    assert wanted in words(part(data, "times"))


def test_rule_8_each_time_away_has_its_own_clock_result() -> None:
    """One in time, one late, in one report."""
    account = samples.account()
    first = account.episodes[0]
    late = replace(first, id=type(first.id)("episode-0"), last_seen=None, reported=None, found=None)
    assert first.returned is not None
    late = replace(late, returned=first.returned.replace(day=4))
    results = [row[-1] for row in rows(part(whole.report(replace(account, episodes=(late, first))),
                                           "times"))]  # fmt: skip
    assert [result.split(":")[0].split(" by")[0] for result in results] == ["Late", "In time"]


def test_rule_8_a_talk_from_before_the_child_went_is_not_called_heard() -> None:
    """Linked to a later time away, its first page says when the hours end, and no more."""
    account = samples.account()
    first, began = account.episodes[0], account.interview.started_at
    went = began + timedelta(days=2)
    later = replace(first, last_seen=went, reported=None, found=None, returned=went)
    data = whole.report(replace(account, episodes=(later,)))
    lead = flat(data.mast.lead)
    assert "The 72 hours end" in lead
    assert "Heard" not in lead
    (result,) = [row[-1] for row in rows(part(data, "times"))]
    assert result.startswith("Running")


@pytest.mark.parametrize(
    ("asked", "flag"),
    [(False, "M.T. was not asked."), (None, "It is not recorded whether M.T. was asked.")],
)
def test_rule_17_a_carer_declined_and_the_child_was_not_asked(
    asked: bool | None,  # noqa: FBT001 - one of the three cases
    flag: str,
) -> None:
    """A visible flag on the first page, and the name of who declined."""
    account = paths.not_heard(Outcome.DECLINED_BY_CARER)
    ending = replace(paths.ENDINGS[Outcome.DECLINED_BY_CARER], child_asked=asked)
    account = replace(account, interview=replace(account.interview, ending=ending))
    section = part(whole.report(account), "happened")
    assert flags(section) == [flag]
    assert "Declined by Ana Prior, foster carer." in words(section)


def test_rule_17_no_flag_when_the_child_was_asked_as_well() -> None:
    """It is said, and nothing has to be looked for."""
    account = paths.not_heard(Outcome.DECLINED_BY_CARER)
    ending = replace(paths.ENDINGS[Outcome.DECLINED_BY_CARER], child_asked=True)
    account = replace(account, interview=replace(account.interview, ending=ending))
    assert flags(part(whole.report(account), "happened")) == []


@pytest.mark.parametrize("asked", CarerAsked)
def test_rule_18_what_the_carer_was_asked_and_said_is_printed(asked: CarerAsked) -> None:
    """Whichever of the four it was; and that nothing is recorded, where nothing is."""
    account = paths.not_heard(Outcome.NOT_REACHED)
    ending = paths.ENDINGS[Outcome.NOT_REACHED]
    said = replace(ending, carer=CarerInformation(asked, "Ana Prior", "words of the carer"))
    text = told(replace(account, interview=replace(account.interview, ending=said)), "carer_said")
    assert "words of the carer" in text
    assert "Ana Prior" in text
    silent = replace(account.interview, ending=replace(ending, carer=None))
    nothing = replace(account, interview=silent)
    assert flags(part(whole.report(nothing), "carer_said"))


@pytest.mark.parametrize("outcome", [Outcome.NOT_REQUIRED, Outcome.NOT_OFFERED])
def test_rule_19_reason_and_decider_are_printed(outcome: Outcome) -> None:
    """On the first page; a missing decider is flagged."""
    account = paths.not_heard(outcome)
    assert paths.ENDINGS[outcome].why in told(account, "happened")
    assert "Decided by Sam Okonjo, supervisor." in told(account, "decided")
    ending = replace(paths.ENDINGS[outcome], decided_by="")
    nobody = replace(account, interview=replace(account.interview, ending=ending))
    assert flags(part(whole.report(nobody), "decided")) == ["Who decided is not recorded."]


def test_rule_20_a_declined_talk_has_a_complete_report() -> None:
    """The child's words, kinds of reason, pressure, the carer, the way back: and no empty topic."""
    data = whole.report(paths.not_heard(Outcome.DECLINED_BY_CHILD))
    keys = [section.key for section in data.sections]
    first = ["happened", "safe", "child_said", "carer_said", "open", "offers", "times"]
    assert keys == [*first, "distribution", "amendments", "glossary", "reading", "signatures"]
    said = words(part(data, "child_said"))
    assert "nah. you all write the same thing" in said
    assert "sees no point in it" in said
    assert flags(part(data, "child_said")) == [
        "Whether somebody pressed M.T. not to talk: not sure."
    ]
    assert "Text Jo any time." in words(part(data, "open"))


def test_rule_21_pressure_that_was_not_asked_about_is_no_no() -> None:
    """It says that it is no answer."""
    account = paths.not_heard(Outcome.DECLINED_BY_CHILD)
    ending = replace(paths.ENDINGS[Outcome.DECLINED_BY_CHILD], pressure=Certainty.NOT_ASKED)
    account = replace(account, interview=replace(account.interview, ending=ending))
    assert "was not asked. That is no answer." in told(account, "child_said")
