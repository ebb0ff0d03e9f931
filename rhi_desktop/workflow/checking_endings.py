"""Owns what a record without a talk must say before it can be sealed (rules 16 to 19).

Codes, each to be fixed and about the outcome as a whole (`where` is the outcome's value):
`offer_missing`, `declined_by_missing`, `carer_unasked`, `carer_reason_missing`,
`decision_reason_missing`, `decider_missing`, `passed_to_missing`, `happened_missing`.
Only worth a look: `child_not_asked`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rhi_desktop.domain.ending import CarerAsked, Ending, NotRequired
from rhi_desktop.domain.interview import Account, Outcome

OFFER_MISSING, CHILD_NOT_ASKED = "offer_missing", "child_not_asked"


def ending_points(account: Account) -> Iterator[str]:
    """The codes of what is open, for an outcome that says no talk was held; else nothing."""
    outcome = account.interview.outcome
    if outcome is None or outcome.held:
        return
    ending = account.interview.ending or Ending()
    yield from _offer(account, outcome)
    if outcome in _UNHEARD:
        yield from _carer(ending)
    for check in _OF_OUTCOME.get(outcome, ()):
        yield from check(ending)


_UNHEARD = {Outcome.DECLINED_BY_CHILD, Outcome.DECLINED_BY_CARER, Outcome.NOT_REACHED}
"""The child was to be heard and was not: the carer is offered to say what they know (rule 18)."""


def _offer(account: Account, outcome: Outcome) -> Iterator[str]:
    """Rule 16: who declines was offered it, by an attempt that reached somebody or by letter."""
    reached = any(attempt.reached for attempt in account.attempts)
    declined = outcome in {Outcome.DECLINED_BY_CHILD, Outcome.DECLINED_BY_CARER}
    if (declined and not reached) or (outcome is Outcome.NOT_REACHED and not account.attempts):
        yield OFFER_MISSING


def _carer(ending: Ending) -> Iterator[str]:
    if ending.carer is None:
        yield "carer_unasked"
    elif ending.carer.asked is CarerAsked.NOT_ASKED and not ending.carer.words.strip():
        yield "carer_reason_missing"


def _declined_by_carer(ending: Ending) -> Iterator[str]:
    if not ending.declined_by.strip():
        yield "declined_by_missing"
    if not ending.child_asked:
        yield CHILD_NOT_ASKED


def _not_required(ending: Ending) -> Iterator[str]:
    unsaid = ending.not_required in {None, NotRequired.OTHER} and not ending.why.strip()
    if ending.not_required is None or unsaid:
        yield "decision_reason_missing"


def _reason(ending: Ending) -> Iterator[str]:
    if not ending.why.strip():
        yield "decision_reason_missing"


def _decider(ending: Ending) -> Iterator[str]:
    if not ending.decided_by.strip():
        yield "decider_missing"


def _passed_to(ending: Ending) -> Iterator[str]:
    if not ending.passed_to.strip():
        yield "passed_to_missing"


def _happened(ending: Ending) -> Iterator[str]:
    if not ending.why.strip():
        yield "happened_missing"


_OF_OUTCOME: dict[Outcome, tuple[Callable[[Ending], Iterator[str]], ...]] = {
    Outcome.DECLINED_BY_CARER: (_declined_by_carer,),
    Outcome.NOT_REQUIRED: (_not_required, _decider),
    Outcome.NOT_OFFERED: (_reason, _decider),
    Outcome.MOVED: (_passed_to,),
    Outcome.MISSING_AGAIN: (_happened,),
    Outcome.NOT_WELL_ENOUGH: (_happened,),
    Outcome.IN_CUSTODY: (_happened,),
}
