"""Claims about what is still open before an interview can be sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rhi_desktop.domain.interview import Account, Interview, Outcome, ReadBack
from rhi_desktop.domain.line import REPLACEMENT, Line, Topic, Voice
from rhi_desktop.domain.plan import Agreed, PlanLine
from rhi_desktop.forms.model import Pack
from rhi_desktop.workflow.checking import must_fix, open_points

Change = Callable[[Account], Account]


def findings(pack: Pack, account: Account) -> list[tuple[str, bool]]:
    """Code and whether it stops, of every finding."""
    return [(found.code, must_fix(found)) for found in open_points(pack, account)]


def head(change: Callable[[Interview], Interview]) -> Change:
    """Changes the head of the interview."""
    return lambda account: replace(account, interview=change(account.interview))


def first(change: Callable[[Line], Line]) -> Change:
    """Changes the first line."""
    return lambda account: replace(account, lines=(change(account.lines[0]), *account.lines[1:]))


def promised(change: Callable[[PlanLine], PlanLine]) -> Change:
    """Changes the promise in the plan."""

    def changed(account: Account) -> Account:
        assert account.plan is not None
        lines = (change(account.plan.lines[0]),)
        return replace(account, plan=replace(account.plan, lines=lines))

    return changed


def never_returned(account: Account) -> Account:
    """The return time is not known."""
    return replace(account, episodes=(replace(account.episodes[0], returned=None),))


def test_a_complete_account_has_no_open_point(pack: Pack, account: Account) -> None:
    """Nothing is found where nothing is open."""
    assert findings(pack, account) == []


@pytest.mark.parametrize(
    ("change", "code", "stops"),
    [
        (head(lambda old: replace(old, outcome=None)), "not_ended", True),
        (head(lambda old: replace(old, read_back=ReadBack.NOT_DONE)), "read_back_missing", False),
        (first(lambda old: replace(old, voice=Voice.TOLD)), "told_by_missing", True),
        (first(lambda old: replace(old, come_back=True)), "come_back_open", False),
        (first(lambda old: replace(old, words=f"a{REPLACEMENT}b")), "characters_unreadable", False),
        (first(lambda old: replace(old, topics=(Topic.WHERE,))), "topic_unaccounted", True),
        (never_returned, "return_time_missing", False),
    ],
)
def test_each_open_thing_is_found_alone(
    pack: Pack, account: Account, change: Change, code: str, *, stops: bool
) -> None:
    """One thing opened gives one finding, which stops sealing or does not."""
    assert findings(pack, change(account)) == [(code, stops)]


@pytest.mark.parametrize(
    "change",
    [
        promised(lambda old: replace(old, promised_by=" ")),
        promised(lambda old: replace(old, by_when=None)),
    ],
)
def test_rule_51_a_promise_without_name_or_day_stops_the_seal(
    pack: Pack, account: Account, change: Change
) -> None:
    """Whoever promises says who they are and by when."""
    assert findings(pack, change(account)) == [("promise_open", True)]


def test_an_unsorted_line_is_worth_a_look_and_its_topic_must_be_settled(
    pack: Pack, account: Account
) -> None:
    """A line under no topic is a notice; the topic left without one is not."""
    found = findings(pack, first(lambda old: replace(old, topics=()))(account))
    assert found == [("topic_unaccounted", True), ("line_unsorted", False)]


def test_the_interviewers_view_need_not_be_sorted(pack: Pack, account: Account) -> None:
    """A view stands outside the account, so that no topic waits for it."""
    extra = replace(account.lines[0], number=9, voice=Voice.VIEW, topics=())
    assert findings(pack, replace(account, lines=(*account.lines, extra))) == []


def test_a_talk_without_a_line_stops_only_while_the_child_did_not_stop_it(
    pack: Pack, account: Account
) -> None:
    """A child who stopped before saying anything was heard as far as they wanted."""
    empty = replace(account, lines=())
    assert ("no_line", True) in findings(pack, empty)
    stopped = head(lambda old: replace(old, outcome=Outcome.STOPPED_BY_CHILD))(empty)
    assert ("no_line", False) in findings(pack, stopped)


def test_a_struck_line_and_a_promise_taken_out_ask_for_nothing(
    pack: Pack, account: Account
) -> None:
    """What no report will show needs no settling."""
    lines = (*account.lines, replace(account.lines[0], number=9, topics=(), struck_by="Jo Ellis"))
    out = promised(
        lambda old: replace(old, promised_by="", struck_at=account.interview.started_at)
    )(account)
    assert findings(pack, replace(out, lines=lines)) == []


@pytest.mark.parametrize(
    ("by", "when", "missing"),
    [("", None, "both"), ("", date(2026, 3, 13), "who"), ("Robin", None, "date")],
)
def test_an_open_promise_says_what_it_lacks(
    pack: Pack, account: Account, by: str, when: date | None, missing: str
) -> None:
    """Who keeps it, by when, or both; the child's agreement is not asked for."""
    open_one = promised(
        lambda old: replace(old, promised_by=by, by_when=when, agreed=Agreed.NOT_YET)
    )(account)
    (found,) = open_points(pack, open_one)
    assert found.facts["missing"] == missing
