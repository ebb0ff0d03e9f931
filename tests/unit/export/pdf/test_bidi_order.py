"""Claims about rows that run from right to left: no validator notices a wrong order."""

from __future__ import annotations

import pytest

from rhi_desktop.export.pdf.bidi_order import visual
from rhi_desktop.export.pdf.breaking import Breaker, Span
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import BODY

FONTS = Fonts()


def order(text: str, *, backwards: bool) -> list[str]:
    """The stretches from left to right, without the spaces between."""
    (row,) = Breaker(FONTS, 1000).rows((Span(text, BODY),))
    found = [stretch.text.strip() for stretch in visual(row.pieces, backwards=backwards)]
    return [text for text in found if text]


@pytest.mark.parametrize(
    ("text", "backwards", "expected"),
    [
        ("\u05d0\u05d1 Nan \u05d2\u05d3", True, ["\u05d2\u05d3", "Nan", "\u05d0\u05d1"]),
        ("She said \u05d0\u05d1 twice", False, ["She said", "\u05d0\u05d1", "twice"]),
        ("\u0628\u0627\u0628 24", True, ["24", "\u0628\u0627\u0628"]),
    ],
)
def test_words_stand_in_the_order_of_the_script(
    text: str, *, backwards: bool, expected: list[str]
) -> None:
    """Hebrew and Arabic runs from the right, Latin words and numbers inside from the left."""
    assert order(text, backwards=backwards) == expected


def test_brackets_turn_with_the_text() -> None:
    """An opening bracket opens towards the words it holds."""
    (row,) = Breaker(FONTS, 1000).rows((Span("\u05d0 (b) \u05d2", BODY),))
    drawn = "".join(stretch.text for stretch in visual(row.pieces, backwards=True))
    assert drawn.index("(") < drawn.index("b") < drawn.index(")")


def test_arabic_letters_are_joined() -> None:
    """Shaping gives other glyphs than the letters standing alone, in visual order."""
    shaped = FONTS.shape("\u0628\u0627\u0628", "Arabic", 12)
    assert shaped != "\u0628\u0627\u0628"
    assert FONTS.width("\u0628\u0627\u0628", "Arabic", 12) > 0
