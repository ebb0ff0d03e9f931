"""Owns what is still open before an interview can be sealed, and what is only worth a look.

Every finding carries the fact `severity`: "fix" must be settled before sealing, "look" never
stops anybody. `where` is the id of what it is about, so that a page can lead there:

- fix, where a topic or question: everything `forms.flow.unaccounted` and `open_first` find;
- fix, where the section "before": `first_open`, with `count`, for several things not said;
- fix, where a section: `section_unaccounted`, with `count`, for several sensitive questions of
  one section that nothing stands for: one reason can be given for all;
- fix: `no_line` (where empty; only "look" when the child stopped the talk), `not_ended`;
- fix, where a line: `told_by_missing`;
- fix, where a plan line: `promise_open`, with the fact `missing`: "who", "date" or "both";
- look, where a line: `line_unsorted`, `come_back_open`, `characters_unreadable`;
- look: `read_back_missing`; where an episode: everything `domain.time_checks` finds, and
  `talk_before_away`: the talk began before the child went, so that it counts for nothing there.
- what `checking_endings` and `checking_views` name.

A record that no talk was held is asked for its ending, never for topics, lines or a reading.

Findings about lines carry the fact `number`, those about promises too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rhi_desktop.domain.clock import can_be_about
from rhi_desktop.domain.interview import Account, Outcome, ReadBack
from rhi_desktop.domain.line import REPLACEMENT, Line, Voice
from rhi_desktop.domain.plan import PlanAuthor, PlanLine
from rhi_desktop.domain.time_checks import check_away
from rhi_desktop.errors import Fact, Problem
from rhi_desktop.forms import flow
from rhi_desktop.forms.model import BEFORE, Pack
from rhi_desktop.workflow.checking_endings import CHILD_NOT_ASKED, ending_points
from rhi_desktop.workflow.checking_views import plan_looks, view_looks, view_points

FIRST = "first_unanswered"
FIX = "fix"
LOOK = "look"


def open_points(pack: Pack, account: Account) -> list[Problem]:
    """Every finding, in the order of the conversation: what must be settled comes first."""
    found = [
        *_questions(pack, account),
        *_ending(account),
        *(_talk(account) if account.interview.stopped_at is None else ()),
        *(point for line in account.standing for point in _line(line)),
        *_promises(account),
        *(_fix(p.code, p.where, **p.facts) for p in view_points(account)),
        *(_look(p.code, p.where, **p.facts) for p in view_looks(account)),
        *(_look(p.code, p.where, **p.facts) for p in plan_looks(account)),
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


def _questions(pack: Pack, account: Account) -> Iterator[Problem]:
    held = account.interview.stopped_at is None
    yield from _first(pack, account) if held and account.interview.begun else ()
    grouped = {s.id: flow.leave_rest(pack, account, s.id) for s in pack.sections}
    together = {asked for left in grouped.values() if len(left) > 1 for asked in left}
    for problem in flow.unaccounted(pack, account):
        if problem.where not in together:
            yield _fix(problem.code, problem.where, **problem.facts)
    for section, left in grouped.items():
        if len(left) > 1:
            yield _fix("section_unaccounted", section, count=len(left))


def _first(pack: Pack, account: Account) -> Iterator[Problem]:
    found = flow.open_first(pack, account)
    bare = [p for p in found if p.code == FIRST]
    for problem in found:
        if problem.code != FIRST or len(bare) == 1:
            yield _fix(problem.code, problem.where, **problem.facts)
    if len(bare) > 1:
        yield _fix("first_open", BEFORE, count=len(bare))


def _ending(account: Account) -> Iterator[Problem]:
    outcome = account.interview.outcome
    where = outcome.value if outcome is not None else ""
    for code in ending_points(account):
        yield _look(code, where) if code == CHILD_NOT_ASKED else _fix(code, where)


def _talk(account: Account) -> Iterator[Problem]:
    stopped = account.interview.outcome is Outcome.STOPPED_BY_CHILD
    if not account.standing:
        # A child who stops before saying anything was still offered a talk.
        yield _look("no_line") if stopped else _fix("no_line")
    if account.interview.outcome is None or not account.interview.begun:
        # A talk that never began cannot have ended: nobody was heard, whatever it says.
        yield _fix("not_ended")
    if account.interview.read_back is ReadBack.NOT_DONE:
        yield _look("read_back_missing")


def _line(line: Line) -> Iterator[Problem]:
    if line.voice is Voice.TOLD and not line.told_by.strip():
        yield _fix("told_by_missing", line.id, number=line.number)
    if line.voice.is_heard and not line.topics and not line.no_topic:
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
        for problem in check_away(episode, account.case.child.born, account.episodes):
            yield _look(problem.code, episode.id, field=problem.where, **problem.facts)
        heard = account.interview.heard_at
        if heard is not None and not can_be_about(episode, heard):
            yield _look("talk_before_away", episode.id, field="last_seen")
