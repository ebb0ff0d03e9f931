"""Owns which duties follow from answered indicators: a prompt for a person, never a score.

Data in, codes out. Each duty names its rule in `DutyCode`; the words, and "follow your local
procedure", belong to whoever shows it. An indicator answered "not sure" counts like a "yes": to be
prompted once too often harms nobody. A blank never counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.concern import Concern

CSE = "cse"
"""A sign of sexual exploitation, of whatever weight."""
SEXUAL_ACTIVITY = "sexual_activity"
HIGH_RISK = "high_risk"
"""One that counts by itself at 13 or younger."""
LEARNING_DISABILITY = "learning_disability"
SUICIDE_PLAN = "suicide_plan"
"""Intent with a plan or the means, not thoughts alone."""
FGM_KNOWN = "fgm_known"
"""Told by her or seen, not feared."""
EXPLOITATION = "exploitation"
TRAFFICKING = "trafficking"
REFER_NOW = "refer_now"
HEALTH_NOW = "health_now"
"""Something that a doctor or nurse should hear of now."""
ONE_CHANCE = "one_chance"
"""There may be one chance only: forced marriage, so-called honour, genital mutilation feared."""
FLAGS = frozenset(
    {
        CSE,
        SEXUAL_ACTIVITY,
        HIGH_RISK,
        LEARNING_DISABILITY,
        SUICIDE_PLAN,
        FGM_KNOWN,
        EXPLOITATION,
        TRAFFICKING,
        REFER_NOW,
        HEALTH_NOW,
        ONE_CHANCE,
    }
)
"""Every flag of an indicator that a duty looks at."""

UNDER_13, UP_TO_13, ADULT = 13, 13, 18
FGM_NATIONS = frozenset({"england", "wales"})
_FIRST_FREE_DAY = 5
_ONE_DAY = timedelta(days=1)


class DutyCode(Enum):
    """What a rule asks for, most urgent first.

    Sources as our reference names them; where it says "general knowledge", a prompt must say so.
    """

    NOT_ALONE = "not_alone"
    """Suicidal intent with plan or means: do not leave alone, 999 or the crisis team (general
    knowledge of the field, to be checked with the local procedure)."""
    REFER_SAME_DAY = "refer_same_day"
    """Under 13 with any sexual activity or sign of exploitation: refer the same day (Surrey tool
    for the referral; that the police are told as well is general knowledge)."""
    REFER_NOW = "refer_now"
    """An incident of the "refer now" list (Surrey tool)."""
    ONE_CHANCE = "one_chance"
    """Treat it as the one chance there is: no contact with the family, no mediation (one-chance
    rule, Staffordshire; the rest general knowledge)."""
    HEALTH_NOW = "health_now"
    """Seek medical advice now; time windows are left to the local procedure (rule 47)."""
    REFER_DISABILITY = "refer_disability"
    """A learning disability with any concern of sexual exploitation: a referral is required
    (thresholds of the partner-agency checklist)."""
    ONE_FACTOR_COUNTS = "one_factor_counts"
    """13 or younger: any single high-risk factor counts (CSE screening tool)."""
    AGE_NOT_KNOWN = "age_not_known"
    """A rule depends on the age, and nobody wrote it down: ask, do not assume."""
    REPORT_FGM = "report_fgm"
    """Known female genital mutilation of a girl under 18 in England or Wales: regulated health or
    social care professionals and teachers report personally to the police by the end of the next
    working day (government guidance on mandatory reporting). Others refer."""
    NRM = "nrm"
    """Signs of exploitation or trafficking: safeguard first, then the national referral mechanism
    through a first responder; the child's consent is not needed (YJLC and Medway guidance)."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A rule that is met, and by which indicators. It says what to look at, not how bad it is."""

    code: DutyCode
    because: tuple[str, ...]
    """Ids of the indicators, in the order given; empty where the record itself says it."""
    by_end_of: date | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What the rules need to know beside the indicators."""

    age: int | None = field(repr=False)
    """None when the date of birth is not known."""
    nation: str
    """Name of the profile."""
    known_at: datetime
    """When the interviewer came to know; a deadline counts from here."""
    learning_disability: bool = field(default=False, repr=False)
    """True when the record says so, beside any indicator."""


def duties(
    about: About, concerns: Iterable[Concern], flags: Mapping[str, frozenset[str]]
) -> tuple[Duty, ...]:
    """The duties that follow, in the order of `DutyCode` (rule 41).

    `flags` says what each indicator id stands for in its pack. Ids it does not know are passed
    over: whoever shows the concern shows it all the same.
    """
    met = _Met(tuple(one for one in concerns if one.stands), flags)
    found = [*_by_age(about, met), *_at_any_age(about, met)]
    order = list(DutyCode)
    return tuple(sorted(found, key=lambda duty: order.index(duty.code)))


def end_of_next_working_day(after: datetime) -> date:
    """The day whose end is the deadline.

    Bank holidays are counted as working days: that names the earlier, stricter day.
    """
    day = local(after).date() + _ONE_DAY
    while day.weekday() >= _FIRST_FREE_DAY:
        day += _ONE_DAY
    return day


@dataclass(frozen=True, slots=True)
class _Met:
    """The indicators that stand, and what each stands for."""

    standing: tuple[Concern, ...]
    flags: Mapping[str, frozenset[str]]

    def any_of(self, *wanted: str) -> tuple[str, ...]:
        """The ids of those that carry one of the flags."""
        return tuple(
            one.indicator_id
            for one in self.standing
            if self.flags.get(one.indicator_id, frozenset()).intersection(wanted)
        )


def _by_age(about: About, met: _Met) -> list[Duty]:
    sexual = met.any_of(CSE, SEXUAL_ACTIVITY)
    heavy = met.any_of(HIGH_RISK)
    either = tuple(dict.fromkeys((*sexual, *heavy)))
    if about.age is None:
        return [Duty(DutyCode.AGE_NOT_KNOWN, either)] if either else []
    found = []
    if sexual and about.age < UNDER_13:
        found.append(Duty(DutyCode.REFER_SAME_DAY, sexual))
    if heavy and about.age <= UP_TO_13:
        found.append(Duty(DutyCode.ONE_FACTOR_COUNTS, heavy))
    return found


def _at_any_age(about: About, met: _Met) -> list[Duty]:
    found = []
    if intent := met.any_of(SUICIDE_PLAN):
        found.append(Duty(DutyCode.NOT_ALONE, intent))
    if now := met.any_of(REFER_NOW):
        found.append(Duty(DutyCode.REFER_NOW, now))
    for flag, code in ((ONE_CHANCE, DutyCode.ONE_CHANCE), (HEALTH_NOW, DutyCode.HEALTH_NOW)):
        if signs := met.any_of(flag):
            found.append(Duty(code, signs))
    disability, cse = met.any_of(LEARNING_DISABILITY), met.any_of(CSE)
    if cse and (disability or about.learning_disability):
        because = tuple(dict.fromkeys((*disability, *cse)))
        found.append(Duty(DutyCode.REFER_DISABILITY, because))
    if moved := met.any_of(EXPLOITATION, TRAFFICKING):
        found.append(Duty(DutyCode.NRM, moved))
    known = met.any_of(FGM_KNOWN)
    if known and about.nation in FGM_NATIONS and (about.age is None or about.age < ADULT):
        found.append(Duty(DutyCode.REPORT_FGM, known, end_of_next_working_day(about.known_at)))
    return found
