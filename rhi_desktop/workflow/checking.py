"""Owns what is still open before an interview can be sealed, and what is only worth a look.

Every finding carries the fact `severity`: "fix" must be settled before sealing, "look" never
stops anybody. `where` is the id of what it is about, so that a page can lead there:

- fix, where a topic or question: everything `forms.flow.unaccounted` finds;
- fix: `no_line` (where empty; only "look" when the child stopped the talk), `not_ended`;
- fix, where a line: `told_by_missing`;
- fix, where a plan line: `promise_open`, with the fact `missing`: "who", "date" or "both";
- look, where a line: `line_unsorted`, `come_back_open`, `characters_unreadable`;
- look: `read_back_missing`; where an episode: `return_time_missing`, `times_out_of_order`.

Findings about lines carry the fact `number`, those about promises too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rhi_desktop.domain.episode import check_times
from rhi_desktop.domain.interview import Account, Outcome, ReadBack
from rhi_desktop.domain.line import REPLACEMENT, Line, Voice
from rhi_desktop.domain.plan import PlanAuthor, PlanLine
from rhi_desktop.errors import Fact, Problem
from rhi_desktop.forms import flow
from rhi_desktop.forms.model import Pack

FIX = "fix"
LOOK = "look"


def open_points(pack: Pack, account: Account) -> list[Problem]:
    """Every finding, in the order of the conversation: what must be settled comes first."""
    found = [
        *(_fix(p.code, p.where, **p.facts) for p in flow.unaccounted(pack, account)),
        *_talk(account),
        *(point for line in account.standing for point in _line(line)),
        *_promises(account),
        *_episodes(account),
    ]
    return [p for p in found if must_fix(p)] + [p for p in found if not must_fix(p)]


def must_fix(problem: Problem) -> bool:
    """True for a finding that stops sealing."""
    return problem.facts["severity"] == FIX


def _fix(code: str, where: str = "", **facts: Fact) -> Problem:
    return Problem(code, where, {**facts, "severity": FIX})


def _look(code: str, where: str = "", **facts: Fact) -> Problem:
    return Problem(code, where, {**facts, "severity": LOOK})


def _talk(account: Account) -> Iterator[Problem]:
    stopped = account.interview.outcome is Outcome.STOPPED_BY_CHILD
    if not account.standing:
        # A child who stops before saying anything was still offered a talk.
        yield _look("no_line") if stopped else _fix("no_line")
    if account.interview.outcome is None:
        yield _fix("not_ended")
    if account.interview.read_back is ReadBack.NOT_DONE:
        yield _look("read_back_missing")


def _line(line: Line) -> Iterator[Problem]:
    if line.voice is Voice.TOLD and not line.told_by.strip():
        yield _fix("told_by_missing", line.id, number=line.number)
    if line.voice.is_heard and not line.topics:
        yield _look("line_unsorted", line.id, number=line.number)
    if line.come_back:
        yield _look("come_back_open", line.id, number=line.number)
    if REPLACEMENT in line.words:
        yield _look("characters_unreadable", line.id, number=line.number)


def _promises(account: Account) -> Iterator[Problem]:
    lines: Sequence[PlanLine] = () if account.plan is None else account.plan.standing
    for line in lines:
        missing = _missing(line)
        if line.author is PlanAuthor.ADULT_PROMISE and missing:
            yield _fix("promise_open", line.id, number=line.number, missing=missing)


def _missing(line: PlanLine) -> str:
    if not line.promised_by.strip():
        return "who" if line.by_when is not None else "both"
    return "" if line.by_when is not None else "date"


def _episodes(account: Account) -> Iterator[Problem]:
    for episode in account.episodes:
        for problem in check_times(episode):
            yield _look(problem.code, episode.id, field=problem.where, **problem.facts)
