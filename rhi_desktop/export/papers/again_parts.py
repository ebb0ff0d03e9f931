"""Owns where each thing on a sheet "If I go missing again" belongs, and what is ticked at first."""

from __future__ import annotations

from enum import Enum

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.line import Topic
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.export.content import Mark


class AgainPart(Enum):
    """The parts of the sheet, in the order of the page."""

    FIRST = "first"
    """What to do in the first hour."""
    PLACES = "places"
    PEOPLE = "people"
    """Whom the child answers."""
    WITH = "with"
    """With whom, and in which car, the child may be."""
    TRAVEL = "travel"
    PHONE = "phone"
    HEALTH = "health"
    FOUND = "found"
    """How to meet the child when they are found."""
    HELPS = "helps"
    SIGNS = "signs"
    BEFORE = "before"
    """Earlier times away."""
    WORD = "word"


BLOCKS = {
    PlanBlock.IF_I_GO: AgainPart.FIRST,
    PlanBlock.PLACES: AgainPart.PLACES,
    PlanBlock.PEOPLE: AgainPart.PEOPLE,
    PlanBlock.PHONE: AgainPart.PHONE,
    PlanBlock.COMING_BACK: AgainPart.FOUND,
    PlanBlock.ME: AgainPart.HELPS,
    PlanBlock.HELPS: AgainPart.HELPS,
    PlanBlock.SIGNS: AgainPart.SIGNS,
    PlanBlock.CODE_WORD: AgainPart.WORD,
}
"""How the child gets away from somebody unsafe, what adults promised, wishes and the day of the
next look are for nobody who searches."""
AUTHORS = {
    PlanAuthor.CHILD: Mark.CHILD,
    PlanAuthor.WRITTEN_FOR_CHILD: Mark.WRITTEN,
    PlanAuthor.ADULT_PROMISE: Mark.PROMISE,
}
HIDDEN = frozenset({PlanBlock.PLACES, PlanBlock.CODE_WORD, PlanBlock.IF_I_GO})
"""Never ticked beforehand: whoever holds the sheet could use them, to find or to stop the child."""
QUESTIONS = {
    "safer_if_again": (AgainPart.FIRST, True),
    "reach_safely": (AgainPart.PHONE, True),
    "travel": (AgainPart.TRAVEL, True),
    "way_you_went": (AgainPart.TRAVEL, False),
    "travel_paid": (AgainPart.TRAVEL, False),
    "slept": (AgainPart.PLACES, False),
    "safe_places": (AgainPart.PLACES, False),
    "unsafe_places": (AgainPart.PLACES, False),
    "who_trust": (AgainPart.PEOPLE, False),
    "who_helped": (AgainPart.PEOPLE, False),
    "medicine": (AgainPart.HEALTH, True),
    "injuries": (AgainPart.HEALTH, False),
    "found_where": (AgainPart.PLACES, True),
    "last_seen_place": (AgainPart.PLACES, True),
    "disability": (AgainPart.HEALTH, True),
    "phone_handles": (AgainPart.PHONE, False),
    "talk_helps": (AgainPart.HELPS, True),
}
"""Where what stands under a question belongs, and whether it is ticked beforehand."""
TOPICS = {
    Topic.WHERE: AgainPart.PLACES,
    Topic.WHO: AgainPart.WITH,
    Topic.HOW: AgainPart.FOUND,
}
CARDS = {
    EntityKind.PLACE: AgainPart.PLACES,
    EntityKind.PERSON: AgainPart.WITH,
    EntityKind.VEHICLE: AgainPart.WITH,
    EntityKind.PHONE: AgainPart.PHONE,
}
MARKERS, MEDICINE = "known_markers", "medication"
