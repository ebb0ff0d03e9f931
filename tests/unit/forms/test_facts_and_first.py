"""What is offered about a child or a time away, what comes first, and what is left together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import CaseId, FactId
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.forms import flow, loader
from tests.unit.forms.written import PACK as WRITTEN
from tests.unit.forms.written import account, answer, line

MORE = """
[[section]]
id = "before"
title.en = "Before"

[[section]]
id = "child"
title.en = "The child"

[[section]]
id = "view"
title.en = "My view"

[[question]]
id = "told"
section = "before"
kind = "words"
ask.en = "You are not in trouble."
first = true

[[question]]
id = "gender"
section = "child"
kind = "words"
ask.en = "Gender"
to_worker = true

[[question]]
id = "gender_words"
section = "child"
kind = "words"
ask.en = "Their word"
to_worker = true
offer_when = { question = "gender", answered = true }

[[question]]
id = "level"
section = "view"
kind = "words"
ask.en = "Risk"
because = true
to_worker = true
"""
PACK = loader.load((WRITTEN + MORE).encode())
HEARD = (line(Voice.CHILD, Topic.WHY, Topic.WHAT),)


def fact(question_id: str, *values: str) -> Fact:
    """A fact about the child."""
    return Fact(FactId(question_id), CaseId("c"), None, question_id, values)


def test_questions_about_a_child_are_offered_by_its_facts_alone() -> None:
    """Conditions look at facts as they look at answers; the talk is not mixed in."""
    assert [q.id for q in flow.prompts(PACK, (), "child")] == ["gender"]
    known = (fact("gender", "other"),)
    assert [q.id for q in flow.prompts(PACK, known, "child")] == ["gender", "gender_words"]
    talk = [q.id for q in flow.prompts(PACK, account(PACK))]
    assert not {"gender", "gender_words"} & set(talk)
    assert [q.id for q in flow.prompts(PACK, account(PACK), "before")] == ["told"]


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ((), ["first_unanswered"]),
        ((answer("told"),), ["first_unanswered"]),
        ((answer("told", "said"),), []),
        ((answer("told", blank=Blank.NOT_ASKED),), ["answer_reason_missing"]),
        ((answer("told", blank=Blank.NOT_RELEVANT),), ["answer_reason_missing"]),
        ((answer("told", blank=Blank.NOT_ASKED, reason="asleep"),), []),
    ],
)
def test_rule_26_what_comes_first_is_answered_or_explained(
    given: tuple[Answer, ...], codes: list[str]
) -> None:
    """From the answers alone, before any talk is there, and from an account just the same."""
    assert [p.code for p in flow.open_first(PACK, given)] == codes
    assert [p.code for p in flow.open_first(PACK, account(PACK, (), given))] == codes


def test_rule_42_a_value_that_is_judged_needs_its_reason() -> None:
    """No value needs none."""
    harmless = answer("harm", "no")
    for given, codes in (
        ((), []),
        ((answer("level", "high"),), ["answer_because_missing"]),
        ((answer("level", "high", reason="so"),), []),
    ):
        found = flow.unaccounted(PACK, account(PACK, HEARD, (harmless, *given)))
        assert [p.code for p in found] == codes


def test_rule_25_where_the_child_stopped_the_rest_was_not_reached() -> None:
    """Neither a topic nor a question is missing; a reason that was promised still is."""
    fresh = account(PACK)
    assert len(flow.unaccounted(PACK, fresh)) == 3
    stopped = replace(fresh.interview, outcome=Outcome.STOPPED_BY_CHILD)
    assert flow.unaccounted(PACK, replace(fresh, interview=stopped)) == []
    asked = replace(fresh, interview=stopped, answers=(answer("harm", blank=Blank.NOT_ASKED),))
    assert [p.code for p in flow.unaccounted(PACK, asked)] == ["answer_reason_missing"]


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.held])
def test_where_no_talk_was_held_nothing_is_unaccounted_for(outcome: Outcome) -> None:
    """Nobody explains five topics that were never talked about."""
    told = account(PACK)
    assert (
        flow.unaccounted(PACK, replace(told, interview=replace(told.interview, outcome=outcome)))
        == []
    )


def test_the_rest_of_a_section_is_what_nothing_stands_for() -> None:
    """Answered, heard and left ones are not among them; other sections are left alone."""
    fresh = account(PACK, HEARD)
    assert flow.leave_rest(PACK, fresh, "what") == ("harm",)
    assert flow.leave_rest(PACK, fresh, "why") == ()
    assert flow.leave_rest(PACK, fresh, "child") == ()
    heard = account(PACK, (*HEARD, line(Voice.CHILD, question_id="harm")))
    assert flow.leave_rest(PACK, heard, "what") == ()
