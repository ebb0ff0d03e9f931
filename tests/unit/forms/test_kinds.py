"""What each kind of question reads, refuses, leaves blank and says."""

from __future__ import annotations

import pytest

from rhi_desktop.domain.answer import Blank
from rhi_desktop.forms import loader
from rhi_desktop.forms.kinds import (
    KINDS,
    MAX_OPEN,
    MAX_WORDS,
    YES_NO,
    YES_NO_BLANKS,
    Given,
    given,
    say,
)
from rhi_desktop.forms.model import Question
from tests.unit.forms.written import added, answer

PACK = loader.load(
    added(
        """
[[question]]
id = "things"
section = "why"
kind = "many"
ask.en = "Which of these?"
options = [
    { id = "bus", text.en = "Bus" },
    { id = "train", text.en = "Train" },
    { id = "lift", text.en = "A lift" },
]

[[question]]
id = "name"
section = "why"
kind = "words"
ask.en = "Who?"

[[question]]
id = "day_of_it"
section = "why"
kind = "when"
ask.en = "When?"
"""
    )
)


def question(question_id: str) -> Question:
    """A question of the pack above."""
    found = PACK.question(question_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question_id", "held", "expected"),
    [
        ("day", ["  i went\n"], Given(("  i went\n",))),
        ("day", [" \n"], Given((), Blank.NOT_REACHED)),
        ("harm_told", [], Given((), Blank.NOT_ASKED)),
        ("name", ["nan"], Given(("nan",))),
        ("how_it_was", ["planned"], Given(("planned",))),
        ("how_it_was", [""], Given((), Blank.NOT_REACHED)),
        ("how_it_was", ["not_known"], Given((), Blank.NOT_KNOWN)),
        ("things", ["lift", "bus", "lift"], Given(("bus", "lift"))),
        ("things", ["lift", "boat"], Given(("lift", "boat"))),
        ("harm", ["not_sure"], Given(("not_sure",))),
        ("harm", ["chose_not_to_say"], Given((), Blank.CHOSE_NOT_TO_SAY)),
        ("harm", [], Given((), Blank.NOT_ASKED)),
        ("after", [" 7 "], Given(("7",))),
        ("after", [], Given((), Blank.NOT_REACHED)),
        ("day_of_it", ["2026-03-10", "", ""], Given(("2026-03-10",))),
        ("day_of_it", ["2026-03-10", "18:05"], Given(("2026-03-10", "18:05"))),
    ],
)
def test_what_a_field_held_is_read(question_id: str, held: list[str], expected: Given) -> None:
    """Words stay as typed, choices come in the pack's order, nothing chosen is a blank."""
    found = KINDS[question(question_id).kind].read(question(question_id), held)
    assert found == expected
    assert found.values == expected.values


@pytest.mark.parametrize(
    ("question_id", "held", "codes"),
    [
        ("day", Given(("words",)), []),
        ("day", Given(("a" * MAX_OPEN,)), []),
        ("day", Given(("a" * (MAX_OPEN + 1),)), ["answer_too_long"]),
        ("name", Given(("a" * (MAX_WORDS + 1),)), ["answer_too_long"]),
        ("day", Given(()), ["answer_empty"]),
        ("day", Given(("words",), Blank.NOT_ASKED), ["answer_and_blank"]),
        ("how_it_was", Given(("planned",)), []),
        ("how_it_was", Given(("boat",)), ["answer_not_offered"]),
        ("how_it_was", Given(("planned", "sudden")), ["answer_too_many"]),
        ("things", Given(("bus", "train")), []),
        ("things", Given(("bus", "bus")), ["answer_too_many"]),
        ("harm", Given(("yes",)), []),
        ("harm", Given(("not_asked",)), ["answer_not_offered"]),
        ("harm", Given(("yes", "no")), ["answer_too_many"]),
        ("harm", Given((), Blank.CHOSE_NOT_TO_SAY), []),
        ("after", Given(("0",)), []),
        ("after", Given(("10",)), []),
        ("after", Given(("11",)), ["answer_off_scale"]),
        ("after", Given(("-1",)), ["answer_off_scale"]),
        ("after", Given(("\u0663",)), ["answer_off_scale"]),
        ("after", Given(("1", "2")), ["answer_too_many"]),
        ("day_of_it", Given(("2026-03-10", "18:05")), []),
        ("day_of_it", Given(("10/03/2026",)), ["answer_not_a_time"]),
        ("day_of_it", Given(("2026-03-29", "01:30")), ["answer_not_a_time"]),
        ("day_of_it", Given(("2026-10-25", "01:30")), []),
        ("day_of_it", Given(("2026-03-10", "18:05Z")), ["answer_not_a_time"]),
        ("day_of_it", Given(("2026-03-10", "18:05", "19:00")), ["answer_not_a_time"]),
    ],
)
def test_what_cannot_stand_is_found(question_id: str, held: Given, codes: list[str]) -> None:
    """Each finding names the question and carries no content."""
    found = KINDS[question(question_id).kind].check(question(question_id), held)
    assert [problem.code for problem in found] == codes
    assert {problem.where for problem in found} <= {question_id}


@pytest.mark.parametrize(
    ("question_id", "values", "said"),
    [
        ("day", ("i went",), "i went"),
        ("how_it_was", ("planned",), "I planned it"),
        ("things", ("bus", "lift"), "Bus; A lift"),
        ("things", ("boat",), "boat"),
        ("harm", ("not_sure",), "Not sure"),
        ("after", ("7",), "7 (0: Bad; 10: Good)"),
        ("name", ("nan",), "nan"),
        ("day_of_it", ("2026-03-10",), "10/03/2026"),
        ("day_of_it", ("2026-03-10", "18:05"), "10/03/2026 18:05"),
        ("day_of_it", ("after tea",), "after tea"),
    ],
)
def test_what_stands_is_said_in_the_words_of_the_pack(
    question_id: str, values: tuple[str, ...], said: str
) -> None:
    """A value the pack does not know is shown as it is: nothing stored ever vanishes."""
    assert say(question(question_id), answer(question_id, *values), "en-GB") == said


@pytest.mark.parametrize("blank", list(Blank))
@pytest.mark.parametrize("question_id", [q.id for q in PACK.questions])
def test_every_blank_is_said_as_itself(question_id: str, blank: Blank) -> None:
    """No blank reads like another, and none like a no."""
    said = say(question(question_id), answer(question_id, blank=blank), "en")
    assert said.casefold().replace(" ", "_") == blank.value


@pytest.mark.parametrize("question_id", [q.id for q in PACK.questions])
def test_empty_never_prints_as_no(question_id: str) -> None:
    """Neither a missing answer nor an empty one says no; sensitive ones say that nobody asked."""
    expected = "Not asked" if question(question_id).sensitive else "Not reached"
    assert say(question(question_id), None, "en") == expected
    assert say(question(question_id), answer(question_id), "en") == expected


def test_the_five_answers_are_in_the_words_of_the_pack() -> None:
    """Yes, no, not sure, chose not to say, not asked; a missing translation is marked."""
    asked = question("harm")
    words = {option.id: option.text for option in (*asked.options, *asked.blanks)}
    five = (*YES_NO, *(blank.value for blank in YES_NO_BLANKS))
    assert five == ("yes", "no", "not_sure", "chose_not_to_say", "not_asked")
    assert set(five) <= set(words)
    assert words["yes"].get("cy") == "Ydw"
    assert words["not_asked"].get("cy") == "[en] Not asked"


def test_nothing_given_shows_in_no_repr() -> None:
    """What a child answered does not reach a log."""
    assert "secret" not in repr(Given(("secret",)))
    assert given(question("day"), answer("day", "secret")).values == ("secret",)
