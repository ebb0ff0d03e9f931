"""Owns where each open point of an account is settled: the way from a finding to its page."""

from __future__ import annotations

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Topic
from rhi_desktop.errors import Problem
from rhi_desktop.ui.places import PageName, Place

_BY_CODE = {
    "no_line": PageName.CAPTURE,
    "told_by_missing": PageName.CAPTURE,
    "come_back_open": PageName.CAPTURE,
    "characters_unreadable": PageName.CAPTURE,
    "line_unsorted": PageName.SORT,
    "not_ended": PageName.READ_BACK,
    "read_back_missing": PageName.READ_BACK,
    "promise_open": PageName.CHILD_PLAN,
    "return_time_missing": PageName.EPISODE,
    "times_out_of_order": PageName.EPISODE,
    "time_before_birth": PageName.EPISODE,
    "episodes_overlap": PageName.EPISODE,
    "episode_left_open": PageName.EPISODE,
}


def place_of(problem: Problem, account: Account, case_id: CaseId) -> Place:
    """The page that settles a finding, opened at the very line, topic or question."""
    interview_id = account.interview.id
    page = _BY_CODE.get(problem.code)
    if page is None:
        topic = problem.where in {one.value for one in Topic}
        page = PageName.SORT if topic else PageName.GUIDED
    episode = None
    if page is PageName.EPISODE:
        episode = next((one.id for one in account.episodes if one.id == problem.where), None)
    return Place(page, case_id, episode, interview_id, detail=problem.where)
