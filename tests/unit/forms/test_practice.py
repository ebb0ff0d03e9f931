"""The practice conversation: plainly invented, and true to the domain and the starter pack."""

from __future__ import annotations

import re
import tomllib
from enum import Enum
from pathlib import Path
from typing import Any

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.domain.episode import Accuracy
from rhi_desktop.domain.interview import Outcome, ReadBack, TopicBlank
from rhi_desktop.domain.line import Topic, Voice, read_typed, readable
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock
from rhi_desktop.forms import flow, loader
from rhi_desktop.forms.kinds import KINDS
from rhi_desktop.forms.kinds import given as standing
from tests.unit.forms.written import account, answer, line

FILE = Path(__file__).parents[3] / "resources" / "practice" / "starter.toml"
TEXT = FILE.read_text("utf-8")
DATA: dict[str, Any] = tomllib.loads(TEXT)
PACK = loader.released(DATA["pack"])


def test_it_says_that_everything_is_invented() -> None:
    """Nobody can take it for a case: the file says so, and its numbers are kept for fiction."""
    assert "EVERYTHING HERE IS INVENTED" in TEXT
    assert all(number.startswith("01632960") for number in numbers())
    assert numbers()
    assert "(invented)" in DATA["case"]["lives_at"]


def numbers() -> list[str]:
    """Everything in the file that looks like a telephone number."""
    return [found.replace(" ", "") for found in re.findall(r"\b0[\d ]{9,}\d", TEXT)]


def test_its_lines_are_typed_in_the_grammar_and_use_every_voice() -> None:
    """All five voices, one line to come back to, a person and a place, one wish to keep apart."""
    read = [read_typed(one["typed"]) for one in DATA["line"]]
    assert {one.voice for one in read} == set(Voice)
    assert sum(one.come_back for one in read) == 1
    assert {tag[0] for one in read for tag in one.tags} == {"@", "#"}
    assert [one["keep_from"] for one in DATA["line"] if "keep_from" in one] == [["Mum"]]
    assert all(readable(one.words) == (one.words, []) for one in read)
    assert 12 <= len(read) <= 16


def test_lines_come_in_time_and_told_lines_say_by_whom() -> None:
    """Minutes never go back, and only lines told by somebody name somebody."""
    minutes = [one["minutes_in"] for one in DATA["line"]]
    assert minutes == sorted(minutes)
    assert minutes[-1] < DATA["interview"]["minutes"]
    for one in DATA["line"]:
        told = read_typed(one["typed"]).voice is Voice.TOLD
        assert bool(one.get("told_by")) is told


def test_the_clock_has_run_for_54_hours_when_the_talk_begins() -> None:
    """Seen, reported, found and returned follow one another, and the offers came after that."""
    episode = DATA["episode"]
    order = [episode[f"{name}_hours_before"] for name in ("last_seen", "reported", "found")]
    assert order == sorted(order, reverse=True)
    assert episode["returned_hours_before"] == 54
    assert all(0 < one["hours_before"] < 54 for one in DATA["attempt"])


def test_every_word_of_a_list_is_one_the_domain_knows() -> None:
    """Nothing in the file needs a person to guess what was meant."""
    kinds: list[tuple[type[Enum], list[str]]] = [
        (Accuracy, [DATA["episode"]["accuracy"]]),
        (Outcome, [DATA["interview"]["outcome"]]),
        (ReadBack, [DATA["interview"]["read_back"]]),
        (Method, [one["method"] for one in DATA["attempt"]]),
        (OfferedTo, [one["offered_to"] for one in DATA["attempt"]]),
        (Reply, [one["reply"] for one in DATA["attempt"]]),
        (PlanBlock, [one["block"] for one in DATA["plan"]["line"]]),
        (PlanAuthor, [one["author"] for one in DATA["plan"]["line"]]),
        (Agreed, [one["agreed"] for one in DATA["plan"]["line"]]),
    ]
    for kind, values in kinds:
        assert set(values) <= {one.value for one in kind}


def test_it_can_be_sealed_with_one_topic_explained() -> None:
    """Every topic but one is heard; that one has its reason, the sensitive question its blank."""
    lines = tuple(
        line(read_typed(one["typed"]).voice, *(Topic(topic) for topic in one.get("topics", ())))
        for one in DATA["line"]
    )
    answers = tuple(
        answer(
            one["question"],
            *one.get("values", ()),
            blank=Blank(one["blank"]) if "blank" in one else None,
        )
        for one in DATA["answer"]
    )
    blanks = tuple(
        TopicBlank(Topic(one["topic"]), Blank(one["blank"]), one["reason"])
        for one in DATA["topic_blank"]
    )
    asked = account(PACK, lines, answers, blanks)
    left = [one for section in PACK.sections for one in flow.leave_rest(PACK, asked, section.id)]
    rest = (answer(one, blank=Blank.NOT_ASKED, reason=DATA["rest"]) for one in left)
    whole = (*answers, *rest)
    assert flow.unaccounted(PACK, account(PACK, lines, whole, blanks)) == []
    assert [found.where for found in flow.unaccounted(PACK, account(PACK, lines, whole))] == [
        DATA["topic_blank"][0]["topic"]
    ]
    offered = {one.id for one in flow.prompts(PACK, account(PACK, lines, answers))}
    assert {one.question_id for one in answers} <= offered
    for one in answers:
        question = PACK.question(one.question_id)
        assert question is not None
        assert KINDS[question.kind].check(question, standing(question, one)) == []


def test_the_plan_is_the_childs_and_a_promise_has_a_name_and_a_day() -> None:
    """Most lines are the child's own; each promise says who keeps it and by when."""
    lines = DATA["plan"]["line"]
    promises = [one for one in lines if one["author"] == "adult_promise"]
    assert sum(one["author"] == "child" for one in lines) > len(promises)
    assert promises
    assert all(one["promised_by"] and one["days_after"] > 0 for one in promises)
    assert DATA["plan"]["may_see"]
