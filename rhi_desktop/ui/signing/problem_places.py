"""Owns where each open point of an account is settled: the way from a finding to its page."""

from __future__ import annotations

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Topic
from rhi_desktop.errors import Problem
from rhi_desktop.forms.model import PLAN, VIEW, Pack
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
    "plan_line_not_agreed": PageName.CHILD_PLAN,
    "anyway_reason_missing": PageName.PLAN_SEEN,
    "take_home_unasked": PageName.PLAN_END,
    "disclosure_waiting": PageName.SAFETY,
    "concern_unsupported": PageName.CONCERNS,
    "concern_unanswered": PageName.CONCERNS,
    "thread_unsupported": PageName.ANALYSIS,
    "action_open": PageName.ANALYSIS,
    "offer_missing": PageName.ATTEMPT,
    "child_not_asked": PageName.ENDING,
    "declined_by_missing": PageName.ENDING,
    "carer_unasked": PageName.ENDING,
    "carer_reason_missing": PageName.ENDING,
    "decision_reason_missing": PageName.ENDING,
    "decider_missing": PageName.ENDING,
    "passed_to_missing": PageName.ENDING,
    "happened_missing": PageName.ENDING,
}
ABOUT_A_TIME_AWAY = {PageName.EPISODE, PageName.ENDING, PageName.ATTEMPT}
"""Pages that show one time away: the record names it, for no talk is there to lead to it."""
_SECTIONS = {VIEW: PageName.ANALYSIS, PLAN: PageName.PLAN_FEEL}


def place_of(problem: Problem, account: Account, pack: Pack) -> Place:
    """The page that settles a finding, opened at the very line, topic or question."""
    page = _BY_CODE.get(problem.code) or _page(problem, account, pack)
    episode = None
    if page in ABOUT_A_TIME_AWAY:
        ids = [one.id for one in account.episodes]
        last = account.interview.episode_ids[-1:]
        episode = next((one for one in ids if one == problem.where), last[0] if last else None)
    talk, case_id = account.interview.id, account.case.id
    return Place(page, case_id, episode, talk, detail=problem.where)


def _page(problem: Problem, account: Account, pack: Pack) -> PageName:
    if problem.where in {one.id for one in account.episodes}:
        return PageName.EPISODE
    if problem.where in {one.value for one in Topic} and problem.code.startswith("topic_"):
        return PageName.SORT
    question = pack.question(problem.where)
    section = question.section if question is not None else problem.where
    return _SECTIONS.get(section, PageName.GUIDED)
