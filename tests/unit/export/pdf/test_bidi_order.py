"""Claims about rows that run from right to left: no validator notices a wrong order."""

from __future__ import annotations

from dataclasses import replace

import bidi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.export.pdf.bidi_order import levels, visual
from rhi_desktop.export.pdf.breaking import Row, Span
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import BODY
from rhi_desktop.export.pdf.words import broken, words

FONTS = Fonts()
SPOKEN = replace(BODY, language="ar")
"""Somebody's own words, in any language; what is ours has none."""
MIXED = "ab \u05d0\u05d1\u0628\u062a12()[],.:-+%\u0301\u05b0"
ARABIC = "\u0628\u0627\u0628"


def row(text: str) -> Row:
    """A text in one row."""
    (found,) = broken(FONTS, (Span(text, SPOKEN),), 1000)
    return found


def order(text: str) -> list[str]:
    """The stretches from left to right, without the spaces between."""
    found = [stretch.text.strip() for stretch in visual(row(text))]
    return [text for text in found if text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u05d0\u05d1 Nan \u05d2\u05d3", ["\u05d2\u05d3", "Nan", "\u05d0\u05d1"]),
        ("She said \u05d0\u05d1 twice", ["She said", "\u05d0\u05d1", "twice"]),
        (f"{ARABIC} 24", ["24", ARABIC]),
        (f"{ARABIC} 0800 123 456", ["0800 123 456", ARABIC]),
        (f"{ARABIC} +44 (0)7700 900 123", ["+44 (0)7700 900 123", ARABIC]),
        (f"{ARABIC} (01632) 960 001", ["(01632) 960 001", ARABIC]),
        ("\u05d0\u05d1 116 000", ["116 000", "\u05d0\u05d1"]),
        (f"{ARABIC} 12 13", ["13", "12", ARABIC]),
    ],
)
def test_words_stand_in_the_order_of_the_script(text: str, expected: list[str]) -> None:
    """Words from the right, Latin words inside from the left, telephone numbers as dialled.

    Two other numbers side by side stand in the order of the script, as the algorithm has it.
    """
    assert order(text) == expected


@pytest.mark.parametrize("inner", ["b", "b 2", "\u05d2", ""])
def test_brackets_turn_with_the_text(inner: str) -> None:
    """An opening bracket opens towards the words it holds."""
    drawn = "".join(stretch.text for stretch in visual(row(f"\u05d0 ({inner}x) \u05d2")))
    assert drawn.index("(") < drawn.index("x") < drawn.index(")")


def test_a_bracket_is_not_torn_from_its_pair() -> None:
    """Behind Latin words, in a row from right to left: both brackets turn, not the second alone."""
    assert levels("\u05d0 ab (\u05d2)", backwards=True)[5] == 1
    assert levels("\u05d0 ab (c) d", backwards=True)[5:8] == [2, 2, 2]


@pytest.mark.parametrize(
    ("text", "language", "backwards"),
    [
        (f"{ARABIC} was away for a day.", "", False),
        (f"{ARABIC} was away for a day.", "en-GB", True),
        (f"{ARABIC} {ARABIC}", "", True),
        (f"{ARABIC} 24", "ur", True),
        (f"Dex {ARABIC}", "ar", False),
        ("24", "", False),
    ],
)
def test_our_own_sentences_are_english_whoever_they_name(
    text: str, language: str, *, backwards: bool
) -> None:
    """What somebody said goes by its first letter; ours only where all of it is such letters."""
    span = Span(text, replace(BODY, language=language))
    assert words(FONTS, (span,), 300).backwards is backwards


def test_a_joiner_does_not_part_a_word() -> None:
    """Persian writes one inside many words; in an English row as well."""
    persian = "\u0646\u0645\u06cc\u200c\u062e\u0648"
    assert set(levels(persian, backwards=False)) == {1}


def placed(text: str, *, backwards: bool) -> str:
    """The characters from left to right, by our levels alone."""
    known = levels(text, backwards=backwards)
    kept = len(text.rstrip(" "))
    known = known[:kept] + [int(backwards)] * (len(text) - kept)
    chars = list(zip(known, text, strict=True))
    for level in range(max(known, default=0), 0, -1):
        chars = turned(chars, level)
    return "".join(char for _, char in chars)


def turned(chars: list[tuple[int, str]], level: int) -> list[tuple[int, str]]:
    """Everything at a level or above turned around where it stands."""
    out: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    for item in chars:
        if item[0] >= level:
            run.append(item)
        else:
            out, run = [*out, *reversed(run), item], []
    return [*out, *reversed(run)]


@given(st.text(MIXED, max_size=16), st.booleans())
def test_the_order_is_that_of_another_implementation(text: str, backwards: bool) -> None:  # noqa: FBT001  hypothesis gives it
    """The one in Rust that the package ships answers with finished lines only: they are ours."""
    assert placed(text, backwards=backwards) == bidi.get_display(
        text, base_dir="R" if backwards else "L"
    )


def test_the_level_of_a_row_is_worked_out_over_the_whole_paragraph() -> None:
    """Between two Latin words a dash belongs to them, also where the row ends behind it."""
    rows = broken(FONTS, (Span("\u05d0\u05d1\u05d2 abcdef - ghijkl", SPOKEN),), 70)
    assert [found.text for found in rows] == ["\u05d0\u05d1\u05d2 abcdef - ", "ghijkl"]
    assert rows[0].levels[-2] == 2
    assert rows[0].levels[-1] == 1


def test_arabic_letters_are_joined() -> None:
    """Shaping gives other glyphs than the letters standing alone, in visual order."""
    shaped = FONTS.shape(ARABIC, "Arabic", 12)
    assert shaped != ARABIC
    assert FONTS.width(ARABIC, "Arabic", 12) > 0
