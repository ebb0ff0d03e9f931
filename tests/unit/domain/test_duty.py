"""Claims about duties: which rule is met by which indicators, and never a level or a number."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest

from rhi_desktop.domain import duty
from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.duty import About, Duty, DutyCode, duties, end_of_next_working_day
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.ids import ConcernId, InterviewId

FRIDAY = datetime(2026, 3, 13, 16, 0, tzinfo=UTC)
ABOUT = About(14, "england", FRIDAY)


def concern(indicator: str, state: Certainty = Certainty.YES) -> Concern:
    """An indicator answered on what the child said."""
    return Concern(
        ConcernId(f"of-{indicator}"),
        InterviewId("i"),
        "a_set",
        indicator,
        "A set",
        "wording",
        state,
        "what was said",
        EvidenceSource.CHILD_SAID,
    )


def met(about: About, *flags: str, state: Certainty = Certainty.YES) -> tuple[Duty, ...]:
    """The duties of one indicator that carries each flag."""
    concerns = [concern(flag, state) for flag in flags]
    return duties(about, concerns, {flag: frozenset({flag}) for flag in flags})


def codes(found: tuple[Duty, ...]) -> list[DutyCode]:
    """What was asked for, in order."""
    return [one.code for one in found]


@pytest.mark.parametrize("flag", [duty.CSE, duty.SEXUAL_ACTIVITY])
@pytest.mark.parametrize(("age", "asked"), [(12, True), (13, False), (0, True)])
def test_rule_41_under_13_any_sexual_sign_is_referred_the_same_day(
    flag: str, age: int, *, asked: bool
) -> None:
    """Under thirteen, not at thirteen."""
    found = codes(met(replace(ABOUT, age=age), flag))
    assert (DutyCode.REFER_SAME_DAY in found) is asked


@pytest.mark.parametrize(("age", "asked"), [(13, True), (14, False), (9, True)])
def test_rule_41_at_13_or_younger_one_high_risk_factor_counts(age: int, *, asked: bool) -> None:
    """At thirteen, not at fourteen."""
    found = codes(met(replace(ABOUT, age=age), duty.HIGH_RISK))
    assert (DutyCode.ONE_FACTOR_COUNTS in found) is asked


def test_rule_41_without_a_date_of_birth_the_age_is_asked_for_and_never_assumed() -> None:
    """Neither rule of an age is met silently, nor passed over."""
    found = met(replace(ABOUT, age=None), duty.CSE, duty.HIGH_RISK)
    assert found == (Duty(DutyCode.AGE_NOT_KNOWN, (duty.CSE, duty.HIGH_RISK)),)


def test_rule_41_learning_disability_with_a_cse_concern_requires_a_referral() -> None:
    """By an indicator or by what is on record; neither alone."""
    both = met(ABOUT, duty.CSE, duty.LEARNING_DISABILITY)
    assert both == (Duty(DutyCode.REFER_DISABILITY, (duty.LEARNING_DISABILITY, duty.CSE)),)
    on_record = met(replace(ABOUT, learning_disability=True), duty.CSE)
    assert codes(on_record) == [DutyCode.REFER_DISABILITY]
    assert met(ABOUT, duty.CSE) == ()
    assert met(replace(ABOUT, learning_disability=True), duty.LEARNING_DISABILITY) == ()


def test_rule_41_intent_with_a_plan_is_never_left_alone_and_comes_first() -> None:
    """Whatever else is met stands below it."""
    found = codes(met(replace(ABOUT, age=12), duty.EXPLOITATION, duty.CSE, duty.SUICIDE_PLAN))
    assert found == [DutyCode.NOT_ALONE, DutyCode.REFER_SAME_DAY, DutyCode.NRM]


@pytest.mark.parametrize("nation", ["england", "wales"])
def test_rule_41_known_fgm_is_reported_by_the_end_of_the_next_working_day(nation: str) -> None:
    """Known on a Friday: by the end of Monday."""
    found = met(replace(ABOUT, nation=nation), duty.FGM_KNOWN)
    assert found == (Duty(DutyCode.REPORT_FGM, (duty.FGM_KNOWN,), date(2026, 3, 16)),)


def test_rule_41_the_fgm_duty_is_of_england_and_wales_and_of_girls_under_18() -> None:
    """Elsewhere and later other rules hold; an unknown age counts as under 18."""
    assert met(replace(ABOUT, nation="scotland"), duty.FGM_KNOWN) == ()
    assert met(replace(ABOUT, age=18), duty.FGM_KNOWN) == ()
    assert codes(met(replace(ABOUT, age=None), duty.FGM_KNOWN)) == [DutyCode.REPORT_FGM]


@pytest.mark.parametrize(
    ("known", "by"),
    [
        (datetime(2026, 3, 10, 14, 30, tzinfo=UTC), date(2026, 3, 11)),
        (datetime(2026, 3, 12, 23, 59, tzinfo=UTC), date(2026, 3, 13)),
        (datetime(2026, 3, 14, 10, 0, tzinfo=UTC), date(2026, 3, 16)),
        (datetime(2026, 3, 15, 10, 0, tzinfo=UTC), date(2026, 3, 16)),
        # 23:30 in UTC is the next day on the wall in summer.
        (datetime(2026, 6, 10, 23, 30, tzinfo=UTC), date(2026, 6, 12)),
    ],
)
def test_rule_41_the_next_working_day_is_counted_on_the_wall(known: datetime, by: date) -> None:
    """Weekends are passed over; the day is the one at home."""
    assert end_of_next_working_day(known) == by


@pytest.mark.parametrize("flag", [duty.EXPLOITATION, duty.TRAFFICKING])
def test_rule_41_exploitation_leads_to_the_nrm_prompt_at_any_age(flag: str) -> None:
    """Consent plays no part in the rule: nothing about it is asked."""
    assert codes(met(replace(ABOUT, age=None), flag)) == [DutyCode.NRM]


def test_rule_41_an_incident_of_the_refer_now_list_is_said_at_any_age() -> None:
    """Whatever the age."""
    assert codes(met(replace(ABOUT, age=17), duty.REFER_NOW)) == [DutyCode.REFER_NOW]


def test_rule_47_health_now_and_one_chance_are_said_at_any_age() -> None:
    """Both name what to do, and neither names a number of hours."""
    found = met(ABOUT, duty.HEALTH_NOW, duty.ONE_CHANCE)
    assert codes(found) == [DutyCode.ONE_CHANCE, DutyCode.HEALTH_NOW]
    assert all(one.by_end_of is None for one in found)


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        (Certainty.YES, True),
        (Certainty.NOT_SURE, True),
        (Certainty.NO, False),
        (Certainty.CHOSE_NOT_TO_SAY, False),
        (Certainty.NOT_ASKED, False),
    ],
)
def test_rule_41_not_sure_counts_and_a_blank_does_not(state: Certainty, *, counts: bool) -> None:
    """No blank is read as a yes, and none as a no."""
    assert bool(met(ABOUT, duty.REFER_NOW, state=state)) is counts


def test_rule_42_a_duty_holds_no_number_and_no_level() -> None:
    """A code, its indicators and a day; twenty signs lead to what one leads to."""
    assert {one.name for one in fields(Duty)} == {"code", "because", "by_end_of"}
    signs = [f"sign_{number}" for number in range(20)]
    flags = {sign: frozenset({duty.EXPLOITATION}) for sign in signs}
    found = duties(ABOUT, [concern(sign) for sign in signs], flags)
    assert codes(found) == [DutyCode.NRM]


def test_an_indicator_of_an_unknown_pack_asks_for_nothing() -> None:
    """It is shown by whoever shows concerns; no rule is guessed for it."""
    assert duties(ABOUT, [concern("never heard of")], {}) == ()
