"""Owns what a kind of question means: how it is read, checked, left blank and said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.clock import exists
from rhi_desktop.domain.fact import Fact
from rhi_desktop.errors import Problem
from rhi_desktop.forms.model import Question, Texts

YES_NO = ("yes", "no", "not_sure")
"""The three answers; choosing not to say and not having been asked are blanks."""
YES_NO_BLANKS = (Blank.CHOSE_NOT_TO_SAY, Blank.NOT_ASKED)
SCALE = range(11)
MAX_WORDS = 500
MAX_OPEN = 20_000


@dataclass(frozen=True, slots=True)
class Given:
    """What stands for a question: values, or the blank that stands instead; never both."""

    values: tuple[str, ...] = field(default=(), repr=False)
    blank: Blank | None = None


@dataclass(frozen=True, slots=True)
class KindEntry:
    """What the core knows about one kind; `ui/interview/fields.py` has the widget for it.

    `read` makes what a field holds into what is stored. `check` finds what cannot stand.
    `blank` says which blank stands while nothing was answered: never a no. `say` puts what
    stands into words of a language, out of the pack's own texts.
    """

    read: Callable[[Question, Sequence[str]], Given]
    check: Callable[[Question, Given], list[Problem]]
    blank: Callable[[Question], Blank]
    say: Callable[[Question, Given, str], str]
    options: bool = False
    """True when the pack must list options."""
    ends: bool = False
    """True when the pack must name the low and the high end, and may list what is no number."""


def given(question: Question, answer: Answer | Fact | None) -> Given:
    """What stands for a question, from its stored answer or the lack of one."""
    if answer is None or (not answer.values and answer.blank is None):
        return Given((), KINDS[question.kind].blank(question))
    return Given(answer.values, answer.blank)


def say(question: Question, answer: Answer | Fact | None, language: str) -> str:
    """What stands for a question, in words of the pack. A blank is said as the blank it is."""
    return KINDS[question.kind].say(question, given(question, answer), language)


def _blank(question: Question) -> Blank:
    return Blank.NOT_ASKED if question.sensitive else Blank.NOT_REACHED


def _not_asked(_question: Question) -> Blank:
    return Blank.NOT_ASKED


def _read_words(question: Question, held: Sequence[str]) -> Given:
    # Kept exactly as given: only a field with nothing but white space holds no words.
    kept = tuple(text for text in held if text.strip())
    return Given(kept) if kept else Given((), KINDS[question.kind].blank(question))


def _read_ids(question: Question, held: Sequence[str]) -> Given:
    chosen = {text.strip() for text in held} - {""}
    blank = next((blank for blank in Blank if {blank.value} == chosen), None)
    if blank is not None:
        return Given((), blank)
    order = [option.id for option in question.options]
    known = tuple(one for one in order if one in chosen)
    unknown = tuple(sorted(chosen - set(order)))
    values = known + unknown
    return Given(values) if values else Given((), KINDS[question.kind].blank(question))


def _read_short(question: Question, held: Sequence[str]) -> Given:
    kept = tuple(text.strip() for text in held if text.strip())
    return Given(kept) if kept else Given((), KINDS[question.kind].blank(question))


def _whole(question: Question, held: Given) -> list[Problem]:
    """What no kind allows: values and a blank at once, or neither."""
    if held.values and held.blank is not None:
        return [Problem("answer_and_blank", question.id)]
    if not held.values and held.blank is None:
        return [Problem("answer_empty", question.id)]
    return []


def _check_words(limit: int) -> Callable[[Question, Given], list[Problem]]:
    def check(question: Question, held: Given) -> list[Problem]:
        longest = max((len(text) for text in held.values), default=0)
        too_long = [Problem("answer_too_long", question.id, {"limit": limit})]
        return _whole(question, held) + (too_long if longest > limit else [])

    return check


def _check_ids(most: int | None) -> Callable[[Question, Given], list[Problem]]:
    def check(question: Question, held: Given) -> list[Problem]:
        problems = _whole(question, held)
        known = {option.id for option in question.options}
        if not known.issuperset(held.values):
            problems.append(Problem("answer_not_offered", question.id))
        if len(set(held.values)) != len(held.values) or (most and len(held.values) > most):
            problems.append(Problem("answer_too_many", question.id))
        return problems

    return check


def _check_scale(question: Question, held: Given) -> list[Problem]:
    problems = _whole(question, held)
    if len(held.values) > 1:
        problems.append(Problem("answer_too_many", question.id))
    beside = {option.id for option in question.options}
    if not {*(str(step) for step in SCALE), *beside}.issuperset(held.values):
        problems.append(
            Problem("answer_off_scale", question.id, {"low": SCALE.start, "high": SCALE.stop - 1})
        )
    return problems


def _check_when(question: Question, held: Given) -> list[Problem]:
    problems = _whole(question, held)
    if held.values and _moment(held.values) is None:
        problems.append(Problem("answer_not_a_time", question.id))
    return problems


def _moment(values: tuple[str, ...]) -> tuple[date, time | None] | None:
    """The day and perhaps the time on the wall; None when it is neither or never came."""
    first, *rest = values
    try:
        day = date.fromisoformat(first)
        times = [time.fromisoformat(text) for text in rest]
    except ValueError:
        return None
    if len(times) > 1 or any(at.tzinfo is not None or not exists(day, at) for at in times):
        return None
    return day, times[0] if times else None


def _blank_words(question: Question, blank: Blank, language: str) -> str:
    words = {option.id: option.text for option in question.blanks}
    return words.get(blank.value, Texts()).get(language)


def _say_as(
    tell: Callable[[Question, tuple[str, ...], str], str],
) -> Callable[[Question, Given, str], str]:
    def speak(question: Question, held: Given, language: str) -> str:
        if held.values:
            return tell(question, held.values, language)
        blank = held.blank or KINDS[question.kind].blank(question)
        return _blank_words(question, blank, language)

    return speak


def _tell_words(_question: Question, values: tuple[str, ...], _language: str) -> str:
    return "\n".join(values)


def _tell_ids(question: Question, values: tuple[str, ...], language: str) -> str:
    words = {option.id: option.text.get(language) for option in question.options}
    return "; ".join(words.get(value, value) for value in values)


def _tell_scale(question: Question, values: tuple[str, ...], language: str) -> str:
    if any(option.id == values[0] for option in question.options):
        return _tell_ids(question, values, language)
    low, high = question.low.get(language), question.high.get(language)
    return f"{values[0]} (0: {low}; 10: {high})"


def _tell_when(_question: Question, values: tuple[str, ...], _language: str) -> str:
    found = _moment(values)
    if found is None:
        return " ".join(values)
    day, at = found
    return f"{day:%d/%m/%Y}" + (f" {at:%H:%M}" if at is not None else "")


KINDS: Mapping[str, KindEntry] = {
    "open": KindEntry(_read_words, _check_words(MAX_OPEN), _blank, _say_as(_tell_words)),
    "words": KindEntry(_read_words, _check_words(MAX_WORDS), _blank, _say_as(_tell_words)),
    "choice": KindEntry(_read_ids, _check_ids(1), _blank, _say_as(_tell_ids), options=True),
    "many": KindEntry(_read_ids, _check_ids(None), _blank, _say_as(_tell_ids), options=True),
    "yes_no": KindEntry(_read_ids, _check_ids(1), _not_asked, _say_as(_tell_ids)),
    "scale": KindEntry(_read_short, _check_scale, _blank, _say_as(_tell_scale), ends=True),
    "when": KindEntry(_read_short, _check_when, _blank, _say_as(_tell_when)),
}
