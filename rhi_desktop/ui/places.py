"""Owns where somebody is: a page and the ids it needs, as a value that can be kept over a lock."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId, ReportId


class PageName(StrEnum):
    """Every page there is; app.PAGES says which class shows it."""

    CASES = "cases"
    CASE = "case"
    PURGE = "purge"
    EPISODE = "episode"
    ATTEMPT = "attempt"
    ABOUT_CHILD = "about_child"
    BEFORE = "before"
    ENDING = "ending"
    CAPTURE = "capture"
    GUIDED = "guided"
    SORT = "sort"
    READ_BACK = "read_back"
    CHILD_PLAN = "child_plan"
    PLAN_FEEL = "plan_feel"
    PLAN_DRAW = "plan_draw"
    PLAN_EARLIER = "plan_earlier"
    PLAN_SEEN = "plan_seen"
    PLAN_END = "plan_end"
    CONCERNS = "concerns"
    ANALYSIS = "analysis"
    PEOPLE = "people"
    CHECK = "check"
    SAFETY = "safety"
    PAPERS = "papers"
    AGAIN = "again"
    SEND = "send"
    VERSION = "version"
    ADDENDUM = "addendum"
    IMPORT = "import"
    CARDS = "cards"
    REVIEWS = "reviews"
    REVIEW = "review"
    VERIFY = "verify"
    MANUAL = "manual"
    KEEPING = "keeping"
    KEYS = "keys"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it shows. `detail` is the page's own: a topic, a question, a field."""

    page: PageName
    case_id: CaseId | None = None
    episode_id: EpisodeId | None = None
    interview_id: InterviewId | None = None
    report_id: ReportId | None = None
    detail: str = ""
    view: str = field(default="", compare=False, repr=False)
    """How the page looked when it was left (`view_kept`); two views of a place are one place."""

    def packed(self) -> str:
        """The ids and the detail as one text for the store."""
        return json.dumps({name: getattr(self, name) for name in _PACKED}, sort_keys=True)

    @classmethod
    def unpacked(cls, page: str, case_id: str, packed: str) -> Place | None:
        """The place that was kept, or None when this version does not know it."""
        try:
            kept = json.loads(packed)
            return cls(
                PageName(page),
                CaseId(case_id) if case_id else None,
                **{name: kept[name] for name in _PACKED if name in kept or name != "view"},
            )
        except (ValueError, KeyError, TypeError):
            return None


HOME = Place(PageName.CASES)
"""The list of cases."""

_PACKED = tuple(one.name for one in fields(Place) if one.name not in {"page", "case_id"})

_BACK = "back"
_SHOWN = "shown"


def aside(page: PageName, here: Place, shown: str = "") -> Place:
    """A page that is looked at beside the work: it leads back to exactly here, over a lock too.

    `shown` is what the page shows, in its own terms.
    """
    back = here if here.page is not page else back_from(here)
    detail = json.dumps({_SHOWN: shown, _BACK: back.page.value, **json.loads(back.packed())})
    return replace(back, page=page, detail=detail)


def back_from(place: Place) -> Place:
    """Where a page that is looked at beside the work leads back to: the case when it is unknown."""
    try:
        kept = json.loads(place.detail)
        back = Place.unpacked(kept[_BACK], place.case_id or "", place.detail)
    except (ValueError, KeyError, TypeError):
        back = None
    return back or Place(PageName.CASE if place.case_id else PageName.CASES, place.case_id)


def shown_aside(place: Place) -> str:
    """What such a page shows, in its own terms; empty when it chooses itself."""
    try:
        return str(json.loads(place.detail)[_SHOWN])
    except (ValueError, KeyError, TypeError):
        return place.detail


def led_aside(place: Place, here: Place) -> Place:
    """The same place; a page that is looked at beside the work gets its way back, if it has none.

    So a plain link to it, with what it shows as its detail, leads back to where it was pressed.
    """
    beside = place.page is PageName.SAFETY and place.case_id == here.case_id
    if not beside or shown_aside(place) != place.detail:
        return place
    return aside(place.page, here, place.detail)
