"""The grammar of capture, and the characters that no page can hold."""

from __future__ import annotations

import pytest

from rhi_desktop.domain.line import (
    REPLACEMENT,
    Typed,
    Voice,
    read_typed,
    readable,
    says_something,
)
from rhi_desktop.errors import Problem


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("nobody was in", Typed(Voice.CHILD, "nobody was in")),
        (". looked away", Typed(Voice.SAW, "looked away")),
        ("> phone was off", Typed(Voice.TOLD, "phone was off")),
        ("= nan may be safest", Typed(Voice.VIEW, "nan may be safest")),
        ("? and then", Typed(Voice.ASKED, "and then")),
        (".\tlooked away", Typed(Voice.SAW, "looked away")),
        ("  . looked away  ", Typed(Voice.SAW, "looked away")),
        ('"i went', Typed(Voice.CHILD, "i went")),
        ('"i went"', Typed(Voice.CHILD, "i went")),
        ("\u201ci went\u201d", Typed(Voice.CHILD, "i went")),
        ("i went !", Typed(Voice.CHILD, "i went", come_back=True)),
        (". cried !", Typed(Voice.SAW, "cried", come_back=True)),
        ("", Typed(Voice.CHILD, "")),
        (".", Typed(Voice.CHILD, ".")),
        ("!", Typed(Voice.CHILD, "!")),
    ],
)
def test_what_a_typed_line_means(typed: str, expected: Typed) -> None:
    """A sign and a space choose the voice; a quotation mark is the child; ` !` comes back to it."""
    assert read_typed(typed) == expected


@pytest.mark.parametrize("typed", ["...and then", ".5 miles", "=)", "?? what", ">:(", "wow!"])
def test_what_only_looks_like_a_sign_is_the_child_speaking(typed: str) -> None:
    """Without the space it is part of the words, and no mark is set."""
    assert read_typed(typed) == Typed(Voice.CHILD, typed)


def test_the_voice_chosen_before_stays_unless_a_sign_says_otherwise() -> None:
    """A sign at the start wins over the voice of the button; a quotation mark means the child."""
    assert read_typed("cried", Voice.SAW).voice is Voice.SAW
    assert read_typed("? and then", Voice.SAW).voice is Voice.ASKED
    assert read_typed('"i cried', Voice.SAW).voice is Voice.CHILD


@pytest.mark.parametrize(
    "typed",
    ['"Stay", he said, "or else"', '"Mars" told me to come', "\u201cstay\u201d he said"],
)
def test_quotation_marks_inside_what_was_said_stay(typed: str) -> None:
    """The child quotes somebody: no mark of theirs is taken for one of the grammar."""
    assert read_typed(typed, Voice.SAW) == Typed(Voice.CHILD, typed)


def test_tags_are_noted_and_stay_in_the_words() -> None:
    """People and places are found again without anything being taken from what was said."""
    found = read_typed("it was @Dex, by the #canal. a@b # @ !")
    assert found.tags == ("@Dex", "#canal")
    assert found.words == "it was @Dex, by the #canal. a@b # @"
    assert found.come_back


def test_spelling_is_never_corrected() -> None:
    """Nan would of come: exactly so."""
    words = "nan  would of come if id rung , but i had no charge"
    assert read_typed(words).words == words


@pytest.mark.parametrize(
    ("words", "kept", "count"),
    [
        ("plain", "plain", 0),
        ("a\tb\nc", "a\tb\nc", 0),
        ("\U0001f469\u200d\U0001f467 שלום ŵ\u0301 \ufdd0", None, 0),
        ("a\x00b", f"a{REPLACEMENT}b", 1),
        ("\x1b[31m", f"{REPLACEMENT}[31m", 1),
        ("cr\r\n", f"cr{REPLACEMENT}\n", 1),
        ("half \ud83d and \udc00", f"half {REPLACEMENT} and {REPLACEMENT}", 2),
        ("\x85", REPLACEMENT, 1),
    ],
)
def test_only_what_no_page_can_hold_is_replaced(words: str, kept: str | None, count: int) -> None:
    """Controls and halves of pairs show as U+FFFD one for one; every script stays."""
    expected = words if kept is None else kept
    problems = [Problem("characters_unreadable", "", {"count": count})] if count else []
    assert readable(words) == (expected, problems)


def test_only_my_view_stands_outside_the_account() -> None:
    """The interviewer's opinion never reads as something that happened."""
    assert [voice for voice in Voice if not voice.in_account] == [Voice.VIEW]


@pytest.mark.parametrize("text", ["", "  \t", "\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}\n"])
def test_signs_that_nobody_sees_say_nothing(text: str) -> None:
    """A name of invisible signs is no name."""
    assert not says_something(text)
    assert says_something(f"{text}Ł{text}")
