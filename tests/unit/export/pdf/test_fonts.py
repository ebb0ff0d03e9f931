"""Claims about which face draws a character."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.errors import ExportError
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.fonts import FACES, Fonts
from tests.unit.export import samples

FONTS = Fonts()


@pytest.mark.parametrize(
    ("char", "face"),
    [
        ("\u0175", "Body"),
        ("\u0142", "Body"),
        ("\u042f", "Sans"),
        ("\ufffd", "Sans"),
        ("\u2192", "Math"),
        ("\u263a", "Symbols"),
        ("\u2713", "Symbols2"),
        ("\U0001f600", "Emoji"),
        ("\u05d0", "Hebrew"),
        ("\u0628", "Arabic"),
        ("\u0915", "Devanagari"),
        ("\u0995", "Bengali"),
        ("\u0a15", "Gurmukhi"),
        ("\u0a95", "Gujarati"),
        ("\u0b95", "Tamil"),
        ("\u1208", "Ethiopic"),
    ],
)
def test_a_character_is_drawn_by_the_first_face_that_has_it(char: str, face: str) -> None:
    """The face of the page first, then the fallbacks in their order."""
    assert FONTS.face_of(char, "Body") == face


def test_figures_in_columns_share_one_width() -> None:
    """The tabular copies have digits of one width; the face itself has not."""
    for face in ("Tab", "Tab-S"):
        assert len({FONTS.width(digit, face, 10) for digit in "0123456789"}) == 1
    assert len({FONTS.width(digit, "Body", 10) for digit in "0123456789"}) > 1


def test_every_face_of_the_page_draws_the_letters_of_wales_and_poland() -> None:
    """So a sentence never changes its face in the middle of a word."""
    letters = "ŵŷŴŶâêîôûąćęłńóśźżŁŻ’“”"  # noqa: RUF001  quotation marks as printed
    for face in FACES:
        assert {FONTS.face_of(letter, face) for letter in letters} == {face}


def test_a_missing_letter_stops_the_export_and_is_named() -> None:
    """With its number and the line it stands on; never with the words around it."""
    with pytest.raises(ExportError) as caught:
        draw(samples.report(samples.with_words("then \u4f60 came")))
    assert caught.value.code == "glyph_missing"
    assert caught.value.facts == {"character": "U+4F60 CJK UNIFIED IDEOGRAPH-4F60", "line": 30}
    assert "then" not in repr(caught.value)


def test_a_missing_letter_outside_the_lines_is_named_too() -> None:
    """A place or a name; there is no line then."""
    told = samples.account()
    told = replace(told, case=replace(told.case, lives_at="\u4f60"))
    with pytest.raises(ExportError, match="glyph_missing"):
        draw(samples.report(told))


def test_signs_that_are_never_seen_are_not_asked_of_any_face() -> None:
    """Variation selectors, direction marks and joiners in emoji."""
    pieces = list(FONTS.pieces("\u2764\ufe0f a\u200eb \U0001f469\u200d\U0001f692", "Body"))
    assert "".join(text for _, text in pieces) == "\u2764 ab \U0001f469\U0001f692"


def test_urdu_is_drawn_in_nastaliq_and_other_languages_in_naskh() -> None:
    """By the language of the line; what is wanted first still comes first."""
    assert FONTS.face_of("\u06cc", "Body", "ur") == "Nastaliq"
    assert FONTS.face_of("\u06cc", "Body", "ur-PK") == "Nastaliq"
    assert FONTS.face_of("\u06cc", "Body", "fa") == "Arabic"
    assert FONTS.face_of("7", "Body", "ur") == "Body"


def test_a_mark_and_a_full_stop_stay_with_their_letters() -> None:
    """A vowel sign takes the face of its letter, and so does the full stop that scripts share."""
    bengali = "\u0995\u09bf\u09a8\u09be\u0964"
    assert list(FONTS.pieces(bengali, "Body")) == [("Bengali", bengali)]
