"""Owns what an indicator, a view, an action, a disclosure and a wish about the plan must say.

Each finding is a Problem whose fact `severity` is set by `workflow.checking`:

- fix, where a disclosure: `disclosure_waiting`, with `count` (rule 40);
- fix, where an indicator: `concern_unsupported` (rule 43);
- fix, where a thread: `thread_unsupported`; where an action: `action_open`, with `missing`:
  "who", "date", "what" or several joined by a space;
- fix, where the plan: `anyway_reason_missing` (rule 53);
- look, where a plan line: `plan_line_not_agreed`; where the plan: `take_home_unasked` (rule 52);
- look, where an indicator: `concern_unanswered`: no action, and no reason for none (rule 44).
"""

from __future__ import annotations

from collections.abc import Iterator

from rhi_desktop.domain.action import Action
from rhi_desktop.domain.disclosure import unresolved
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import Agreed, PlanAuthor
from rhi_desktop.errors import Problem

_NO_WORRIES = {"push", "pull", "strengths"}
"""Sets that explain and carry; an action belongs to what worries."""
TAKE_HOME = "plan_take_home"
"""The question of the plan's pack."""


def view_points(account: Account) -> Iterator[Problem]:
    """What must be settled before sealing."""
    for one in unresolved(account.disclosures):
        yield Problem("disclosure_waiting", one.id, {"count": len(one.waiting)})
    lines = [line.id for line in account.standing]
    for concern in account.concerns:
        if concern.stands and not concern.supported_by(lines):
            yield Problem("concern_unsupported", concern.indicator_id)
    yield from _threads(account)
    if account.plan is not None and any(not a.because.strip() for a in account.plan.anyway):
        yield Problem("anyway_reason_missing", account.plan.id)


def view_looks(account: Account) -> Iterator[Problem]:
    """Indicators that nothing is done about, and nobody said why; the first leads to the rest."""
    doing = {one for a in account.actions if a.struck_at is None for one in a.concern_ids}
    left = [
        one
        for one in account.concerns
        if one.stands and one.set_id not in _NO_WORRIES and one.id not in doing
    ]
    open_ = [one for one in left if not one.no_action.strip()]
    if open_:
        yield Problem("concern_unanswered", open_[0].indicator_id, {"count": len(open_)})


def plan_looks(account: Account) -> Iterator[Problem]:
    """Lines of the plan that the child has not agreed to yet; an adult's promise needs none.

    And whether it is safe to take home, which is asked before anything is printed.
    """
    asked = {one.question_id for one in account.answers if one.values or one.blank}
    if account.plan is not None and account.plan.standing and TAKE_HOME not in asked:
        yield Problem("take_home_unasked", TAKE_HOME)
    for line in account.plan.standing if account.plan is not None else ():
        if line.author is not PlanAuthor.ADULT_PROMISE and line.agreed is Agreed.NOT_YET:
            yield Problem("plan_line_not_agreed", line.id, {"number": line.number})


def _threads(account: Account) -> Iterator[Problem]:
    standing = {line.id for line in account.standing}
    for thread in account.threads:
        if thread.struck_at is None and not standing.intersection(thread.line_ids):
            yield Problem("thread_unsupported", thread.id, {"number": thread.number})
    for action in account.actions:
        missing = _missing(action)
        if action.struck_at is None and missing:
            yield Problem("action_open", action.id, {"number": action.number, "missing": missing})


def _missing(action: Action) -> str:
    parts = {
        "what": not action.what.strip(),
        "who": not action.who.strip(),
        "date": action.by_when is None,
    }
    return " ".join(name for name, lacks in parts.items() if lacks)
