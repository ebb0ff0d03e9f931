"""Owns where somebody is: a page and the ids it needs, as a value that can be kept over a lock."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from enum import StrEnum

from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId, ReportId


class PageName(StrEnum):
    """Every page there is; app.PAGES says which class shows it."""

    CASES = "cases"
    CASE = "case"
    EPISODE = "episode"
    ATTEMPT = "attempt"
    CAPTURE = "capture"
    GUIDED = "guided"
    SORT = "sort"
    READ_BACK = "read_back"
    CHILD_PLAN = "child_plan"
    CHECK = "check"
    SEND = "send"
    IMPORT = "import"
    CARDS = "cards"
    REVIEWS = "reviews"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Place:
    """A page and what it shows. `detail` is the page's own: a topic, a question, a field."""

    page: PageName
    case_id: CaseId | None = None
    episode_id: EpisodeId | None = None
    interview_id: InterviewId | None = None
    report_id: ReportId | None = None
    detail: str = ""

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
                **{name: kept[name] for name in _PACKED},
            )
        except (ValueError, KeyError, TypeError):
            return None


HOME = Place(PageName.CASES)
"""The list of cases."""

_PACKED = tuple(field.name for field in fields(Place) if field.name not in {"page", "case_id"})
