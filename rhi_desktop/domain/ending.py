"""Owns what is known when no talk was held: who said no, in which words, what stays open."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Certainty(Enum):
    """The five answers to every sensitive question. None of them is a blank, and no blank a no."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"
    CHOSE_NOT_TO_SAY = "chose_not_to_say"
    NOT_ASKED = "not_asked"


class DeclineReason(Enum):
    """What kind of reason a child gave for not talking; their own words stand beside it."""

    TALKS_TO_SOMEONE_ELSE = "talks_to_someone_else"
    SEES_NO_POINT = "sees_no_point"
    FEELS_TOLD_OFF = "feels_told_off"
    TIRED_OF_REPEATING = "tired_of_repeating"
    FEARS_WHAT_FOLLOWS = "fears_what_follows"
    TOLD_NOT_TO_TALK = "told_not_to_talk"
    OTHER_PERSON_OR_TIME = "other_person_or_time"
    LANGUAGE = "language"
    OTHER = "other"
    NONE_GIVEN = "none_given"


class NotRequired(Enum):
    """Why no interview was required."""

    NOT_MISSING = "not_missing"
    DUPLICATE = "duplicate"
    COVERED_BY_ANOTHER = "covered_by_another"
    OTHER = "other"


class CarerAsked(Enum):
    """Whether the parent or carer was offered to say what they know, as the child was not heard."""

    ASKED = "asked"
    NOT_REACHED = "not_reached"
    NOT_SAFE = "not_safe"
    """It would not be safe for the child to ask."""
    NOT_ASKED = "not_asked"
    """Needs a reason, which stands in `words`."""


class LateReason(Enum):
    """Why an interview came, or will come, after its hours; the clock runs on all the same."""

    TOLD_LATE = "told_late"
    """Police or authority told the service late."""
    MISSING_AGAIN = "missing_again"
    CHILD_ASKED_FOR_LATER = "child_asked_for_later"
    CHILD_UNWELL = "child_unwell"
    WELFARE_FIRST = "welfare_first"
    """Put off for the child's welfare: sleep, food, medical care."""
    NOBODY_FREE = "nobody_free"
    DISTANCE = "distance"
    SCHOOL = "school"
    INTERPRETER = "interpreter"
    SAFETY = "safety"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CarerInformation:
    """What the parent or carer was asked and said, when the child was not heard."""

    asked: CarerAsked
    who: str = field(default="", repr=False)
    """Name and relation of whoever was asked."""
    words: str = field(default="", repr=False)
    """What they said; or why they were not asked."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is known about an offer that did not lead to a whole talk.

    Which of these must stand for which outcome is said by `workflow.checking`.
    """

    words: str = field(default="", repr=False)
    """The child's own words about not talking, as spoken."""
    reasons: tuple[DeclineReason, ...] = ()
    pressure: Certainty = Certainty.NOT_ASKED
    """Whether somebody may have pressed the child not to talk."""
    declined_by: str = field(default="", repr=False)
    """Name and relation of the adult who declined."""
    child_asked: bool | None = None
    """Whether the child was asked when an adult declined; None is not known, and is flagged."""
    carer: CarerInformation | None = field(default=None, repr=False)
    not_required: NotRequired | None = None
    why: str = field(default="", repr=False)
    """What happened, or the reason for the decision, in the interviewer's words."""
    decided_by: str = field(default="", repr=False)
    """Who decided that none is required or offered."""
    passed_to: str = field(default="", repr=False)
    """Which authority or service goes on with it, when the child moved."""
    open_offer: str = field(default="", repr=False)
    """How the child can come back to the offer."""
