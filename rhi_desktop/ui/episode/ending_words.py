"""Owns the words for why no talk was held, and for why the hours passed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.ending import CarerAsked, Certainty, DeclineReason, LateReason, NotRequired
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.ui.translation import noop

E = TypeVar("E", bound=Enum)

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.DECLINED_BY_CHILD: noop("ending", "{child} chose not to talk"),
    Outcome.DECLINED_BY_CARER: noop("ending", "A parent or carer said no"),
    Outcome.NOT_REACHED: noop("ending", "{child} could not be reached"),
    Outcome.MISSING_AGAIN: noop("ending", "{child} is missing again"),
    Outcome.NOT_WELL_ENOUGH: noop("ending", "{child} is not well enough"),
    Outcome.IN_CUSTODY: noop("ending", "{child} is in custody"),
    Outcome.MOVED: noop("ending", "{child} moved away"),
    Outcome.NOT_REQUIRED: noop("ending", "No talk is required"),
    Outcome.NOT_OFFERED: noop("ending", "No talk was offered"),
}
REASONS: Mapping[DeclineReason, str] = {
    DeclineReason.TALKS_TO_SOMEONE_ELSE: noop("ending", "Talks to somebody else already"),
    DeclineReason.SEES_NO_POINT: noop("ending", "Sees no point in it"),
    DeclineReason.FEELS_TOLD_OFF: noop("ending", "Feels told off"),
    DeclineReason.TIRED_OF_REPEATING: noop("ending", "Tired of saying it again"),
    DeclineReason.FEARS_WHAT_FOLLOWS: noop("ending", "Afraid of what follows"),
    DeclineReason.TOLD_NOT_TO_TALK: noop("ending", "Was told not to talk"),
    DeclineReason.OTHER_PERSON_OR_TIME: noop("ending", "Another person, time or place"),
    DeclineReason.LANGUAGE: noop("ending", "Language"),
    DeclineReason.OTHER: noop("ending", "Something else"),
    DeclineReason.NONE_GIVEN: noop("ending", "Gave no reason"),
}
PRESSURE: Mapping[Certainty, str] = {
    Certainty.YES: noop("ending", "Yes"),
    Certainty.NO: noop("ending", "No"),
    Certainty.NOT_SURE: noop("ending", "Not sure"),
    Certainty.CHOSE_NOT_TO_SAY: noop("ending", "Would not say"),
    Certainty.NOT_ASKED: noop("ending", "Not asked"),
}
CARER: Mapping[CarerAsked, str] = {
    CarerAsked.ASKED: noop("ending", "Asked"),
    CarerAsked.NOT_REACHED: noop("ending", "Could not be reached"),
    CarerAsked.NOT_SAFE: noop("ending", "Not safe to ask"),
    CarerAsked.NOT_ASKED: noop("ending", "Not asked"),
}
CHILD_ASKED: Mapping[str, str] = {
    "yes": noop("ending", "Yes"),
    "no": noop("ending", "No"),
    "unknown": noop("ending", "Not known"),
}
NOT_REQUIRED: Mapping[NotRequired, str] = {
    NotRequired.NOT_MISSING: noop("ending", "Was not really missing"),
    NotRequired.DUPLICATE: noop("ending", "The same report twice"),
    NotRequired.COVERED_BY_ANOTHER: noop("ending", "Another talk covers it"),
    NotRequired.OTHER: noop("ending", "Another reason"),
}
LATE: Mapping[LateReason, str] = {
    LateReason.TOLD_LATE: noop("ending", "We were told late"),
    LateReason.MISSING_AGAIN: noop("ending", "Missing again"),
    LateReason.CHILD_ASKED_FOR_LATER: noop("ending", "The child asked for later"),
    LateReason.CHILD_UNWELL: noop("ending", "The child was unwell"),
    LateReason.WELFARE_FIRST: noop("ending", "Put off for the child\u2019s welfare"),
    LateReason.NOBODY_FREE: noop("ending", "Nobody was free"),
    LateReason.DISTANCE: noop("ending", "Too far away"),
    LateReason.SCHOOL: noop("ending", "School or exams"),
    LateReason.INTERPRETER: noop("ending", "Waited for an interpreter"),
    LateReason.SAFETY: noop("ending", "It would not have been safe"),
    LateReason.OTHER: noop("ending", "Another reason"),
}


def choices(table: Mapping[E, str], child: str = "") -> dict[str, str]:
    """A table as a field takes it: value and words."""
    return {str(one.value): say(words, child) for one, words in table.items()}


def say(words: str, child: str = "") -> str:
    """A text of this file in the language of now."""
    return QCoreApplication.translate("ending", words).format(child=child)
