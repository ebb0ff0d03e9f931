"""What is offered and what is open: nothing locks, nothing is lost, no blank is silent."""

from __future__ import annotations

import pytest

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.interview import TopicBlank
from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.forms import flow, loader
from tests.unit.forms.written import PACK as WRITTEN
from tests.unit.forms.written import account, answer, line

PACK = loader.load(WRITTEN.encode())
WHY, WHAT = Topic.WHY, Topic.WHAT
ALWAYS = ["day", "how_it_was", "harm"]
HEARD = (line(Voice.CHILD, WHY, WHAT),)
NOT_SAID = answer("harm", blank=Blank.CHOSE_NOT_TO_SAY)


@pytest.mark.parametrize(
    ("lines", "answers", "more"),
    [
        ((), (), []),
        ((), (answer("harm", "yes"),), ["harm_told"]),
        ((), (answer("harm", "no"),), []),
        ((), (answer("harm", blank=Blank.CHOSE_NOT_TO_SAY),), []),
        ((), (answer("how_it_was", "planned"),), []),
        ((), (answer("how_it_was", "planned"), answer("day", "i went")), ["harm_told"]),
        ((), (answer("how_it_was", "sudden"), answer("day", "i went")), []),
        ((), (answer("how_it_was", blank=Blank.NOT_KNOWN), answer("day", "i went")), []),
        (
            (line(Voice.CHILD, question_id="day"),),
            (answer("how_it_was", "planned"),),
            ["harm_told"],
        ),
        ((line(Voice.ASKED, question_id="day"),), (answer("how_it_was", "planned"),), []),
        ((line(Voice.VIEW, question_id="day"),), (answer("how_it_was", "planned"),), []),
        (
            (line(Voice.CHILD, question_id="day", struck_by="p"),),
            (answer("how_it_was", "planned"),),
            [],
        ),
        ((), (answer("harm", "yes"), answer("harm_told", "words")), ["harm_told", "after"]),
        ((), (answer("harm", "no"), answer("harm_told", "words")), []),
        ((), (answer("harm", "yes"), answer("harm_told", blank=Blank.NOT_KNOWN)), ["harm_told"]),
    ],
)
def test_what_is_offered(
    lines: tuple[Line, ...], answers: tuple[Answer, ...], more: list[str]
) -> None:
    """A blank opens nothing, `is_not` needs an answer, and what is not offered opens nothing."""
    found = flow.prompts(PACK, account(PACK, lines, answers))
    assert [question.id for question in found] == ALWAYS + more


def test_a_question_is_no_longer_offered_when_a_yes_becomes_a_no() -> None:
    """What was told under it stays in the account; an answer of another pack offers nothing."""
    told = answer("harm_told", "words")
    unknown = answer("from_another_pack", "words")
    before = account(PACK, (), (answer("harm", "yes"), told))
    after = account(PACK, (), (answer("harm", "no"), told, unknown))
    assert "harm_told" in {one.id for one in flow.prompts(PACK, before)}
    assert "harm_told" not in {one.id for one in flow.prompts(PACK, after)}
    assert after.answers[1:] == (told, unknown)


@pytest.mark.parametrize(
    ("lines", "blanks", "open_"),
    [
        ((), (), [("topic_unaccounted", "why"), ("topic_unaccounted", "what")]),
        ((line(Voice.CHILD, WHY),), (), [("topic_unaccounted", "what")]),
        ((line(Voice.SAW, WHY), line(Voice.TOLD, WHAT)), (), []),
        ((line(Voice.CHILD, WHY, WHAT),), (), []),
        ((line(Voice.CHILD, WHAT), line(Voice.VIEW, WHY)), (), [("topic_unaccounted", "why")]),
        ((line(Voice.CHILD, WHAT), line(Voice.ASKED, WHY)), (), [("topic_unaccounted", "why")]),
        (
            (line(Voice.CHILD, WHAT), line(Voice.CHILD, WHY, struck_by="p")),
            (),
            [("topic_unaccounted", "why")],
        ),
        ((line(Voice.CHILD, WHAT),), (TopicBlank(WHY, Blank.NOT_REACHED),), []),
        (
            (line(Voice.CHILD, WHAT),),
            (TopicBlank(WHY, Blank.NOT_ASKED, " "),),
            [("topic_reason_missing", "why")],
        ),
        ((line(Voice.CHILD, WHAT),), (TopicBlank(WHY, Blank.NOT_ASKED, "she slept"),), []),
        (HEARD, (TopicBlank(WHY, Blank.NOT_REACHED),), [("topic_heard_and_blank", "why")]),
        (HEARD, (TopicBlank(Topic.HOW, Blank.NOT_ASKED),), []),
    ],
)
def test_every_topic_of_the_pack_is_heard_or_explained(
    lines: tuple[Line, ...], blanks: tuple[TopicBlank, ...], open_: list[tuple[str, str]]
) -> None:
    """Struck lines, my view and a question that got no reply explain nothing."""
    found = flow.unaccounted(PACK, account(PACK, lines, (NOT_SAID,), blanks))
    assert [(problem.code, problem.where) for problem in found] == open_


@pytest.mark.parametrize(
    ("lines", "answers", "open_"),
    [
        ((), (), [("answer_unaccounted", "harm")]),
        ((), (answer("harm"),), [("answer_unaccounted", "harm")]),
        ((), (answer("harm", "no"),), []),
        ((), (answer("harm", blank=Blank.NOT_ASKED),), [("answer_reason_missing", "harm")]),
        ((), (answer("harm", blank=Blank.NOT_ASKED, reason="not alone"),), []),
        ((), (NOT_SAID,), []),
        ((line(Voice.CHILD, question_id="harm"),), (), []),
        ((line(Voice.ASKED, question_id="harm"),), (), [("answer_unaccounted", "harm")]),
        ((), (answer("harm", "yes"),), [("answer_unaccounted", "harm_told")]),
        ((), (answer("harm", "no"), answer("harm_told", "words")), []),
        ((), (answer("harm", "maybe"),), [("answer_not_offered", "harm")]),
        ((), (NOT_SAID, answer("how_it_was", "a", "b")), None),
        ((), (NOT_SAID, answer("day", blank=Blank.NOT_ASKED)), [("answer_reason_missing", "day")]),
    ],
)
def test_sensitive_questions_are_answered_or_accounted_for(
    lines: tuple[Line, ...], answers: tuple[Answer, ...], open_: list[tuple[str, str]] | None
) -> None:
    """Not asked is where they begin and never where they silently end; others may stay open."""
    found = flow.unaccounted(PACK, account(PACK, HEARD + lines, answers))
    expected = open_
    if expected is None:
        expected = [("answer_not_offered", "how_it_was"), ("answer_too_many", "how_it_was")]
    assert [(problem.code, problem.where) for problem in found] == expected


def test_an_empty_account_is_offered_questions_and_can_be_stopped() -> None:
    """Nothing has to be answered before anything else is offered."""
    assert [question.id for question in flow.prompts(PACK, account(PACK))] == ALWAYS
