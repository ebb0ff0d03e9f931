"""Owns the words of every duty: what the rule says, where it is from, what is not certain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.duty import Duty, DutyCode
from rhi_desktop.ui.dates import day
from rhi_desktop.ui.translation import noop


@dataclass(frozen=True, slots=True)
class DutyWords:
    """A prompt as it is read: title, rule, source. `urgent` ones lead to Immediate safety."""

    title: str
    rule: str
    source: str
    urgent: bool = False


_WORDS: Mapping[DutyCode, tuple[str, str, str, bool]] = {
    DutyCode.NOT_ALONE: (
        noop("duty", "Do not leave {child} alone"),
        noop(
            "duty",
            "Intent with a plan or the means: stay, and ring 999 or the crisis team. Tell the"
            " carer if that is safe.",
        ),
        noop("duty", "General practice, not read in one source: check your local procedure."),
        True,
    ),
    DutyCode.REFER_SAME_DAY: (
        noop("duty", "Refer today"),
        noop(
            "duty",
            "Under 13, any sexual activity or sign of sexual exploitation is referred the same"
            " day. Police as well as social care.",
        ),
        noop(
            "duty",
            "From a county\u2019s screening tool. That the police are told as well is general"
            " practice.",
        ),
        True,
    ),
    DutyCode.REFER_NOW: (
        noop("duty", "Refer now"),
        noop("duty", "This is on a list of what is referred at once, whatever else is known."),
        noop("duty", "From a county\u2019s screening tool for sexual exploitation."),
        True,
    ),
    DutyCode.ONE_CHANCE: (
        noop("duty", "There may be one chance only"),
        noop(
            "duty",
            "Do not speak to the family about it, and do not mediate. Tell the police and"
            " social care today.",
        ),
        noop(
            "duty",
            "The one-chance rule, as a safeguarding board has it. The rest is general"
            " practice: check your local procedure.",
        ),
        True,
    ),
    DutyCode.HEALTH_NOW: (
        noop("duty", "Seek medical advice now"),
        noop(
            "duty",
            "Some help works only within hours. Ring a doctor, 111 or a sexual assault"
            " referral centre, and ask which.",
        ),
        noop("duty", "General practice, not read in one source: check your local procedure."),
        False,
    ),
    DutyCode.REFER_DISABILITY: (
        noop("duty", "A referral is required"),
        noop("duty", "A learning disability together with any concern about exploitation."),
        noop("duty", "From a checklist for partner agencies."),
        False,
    ),
    DutyCode.ONE_FACTOR_COUNTS: (
        noop("duty", "One sign is enough"),
        noop("duty", "At 13 or younger any single high-risk sign counts."),
        noop("duty", "From a screening tool for sexual exploitation."),
        False,
    ),
    DutyCode.AGE_NOT_KNOWN: (
        noop("duty", "Find out how old {child} is"),
        noop("duty", "Rules for children of 13 and younger may hold. No date of birth is written."),
        noop("duty", "It is not assumed either way."),
        False,
    ),
    DutyCode.REPORT_FGM: (
        noop("duty", "Who must report it to the police?"),
        noop(
            "duty",
            "Regulated health and social care professionals and teachers report it personally, by"
            " the end of {day}. Everybody else refers.",
        ),
        noop("duty", "Government guidance on mandatory reporting, England and Wales, under 18."),
        True,
    ),
    DutyCode.NRM: (
        noop("duty", "National Referral Mechanism"),
        noop(
            "duty",
            "Safeguard first. Then a first responder refers. A child\u2019s consent is not needed.",
        ),
        noop("duty", "Guidance for lawyers, and a safeguarding partnership\u2019s page."),
        False,
    ),
}


def duty_words(duty: Duty, child: str) -> DutyWords:
    """The prompt for one duty."""
    title, rule, source, urgent = _WORDS[duty.code]
    by = day(duty.by_end_of) if duty.by_end_of is not None else ""
    return DutyWords(
        _tr(title).format(child=child), _tr(rule).format(day=by), _tr(source), urgent=urgent
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("duty", words)
