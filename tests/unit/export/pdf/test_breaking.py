"""Claims about breaking text into rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.export.pdf.breaking import Breaker, Row, Span, clusters, right_to_left
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import BODY
from rhi_desktop.export.pdf.words import words

FONTS = Fonts()
LETTERS = "abcdefghij \u0175\u0177\u0142\u017c ,.!?"


def text(row: Row) -> str:
    """What a row says."""
    return "".join(piece.text for piece in row.pieces)


def broken(given_text: str, width: float = 120) -> tuple[Row, ...]:
    """The rows of a text in the face of the page."""
    return Breaker(FONTS, width).rows((Span(given_text, BODY),))


@given(st.text(LETTERS, max_size=200), st.integers(30, 300))
def test_no_word_is_lost_or_moved(said: str, width: int) -> None:
    """The rows joined are the text, whatever the width."""
    assert "".join(text(row) for row in broken(said, width)) == said


@given(st.text(LETTERS, max_size=200), st.integers(30, 300))
def test_no_row_is_too_wide(said: str, width: int) -> None:
    """The space that ends a row may hang over; words may not."""
    for row in broken(said, width):
        visible = text(row).rstrip(" ")
        assert FONTS.width(visible, BODY.face, BODY.size) <= width + 0.01


def test_rows_end_in_a_space_but_the_last() -> None:
    """Otherwise the words of two rows run together for whoever listens."""
    rows = broken("one two three four five six seven eight nine ten")
    assert len(rows) > 1
    assert all(text(row).endswith(" ") for row in rows[:-1])
    assert not text(rows[-1]).endswith(" ")


def test_a_word_of_300_letters_breaks() -> None:
    """Inside the word, without a letter lost."""
    rows = broken("w" * 300)
    assert len(rows) > 10
    assert "".join(text(row) for row in rows) == "w" * 300


def test_line_breaks_and_tabs_are_kept_as_room() -> None:
    """A line break ends a row, and an empty line stays empty."""
    assert [text(row).strip() for row in broken("a\tb\n\nc", 400)] == ["a    b", "", "c"]


def test_letters_put_together_are_the_same_as_letters_composed() -> None:
    """A combining circumflex reads and copies as the letter it makes."""
    assert text(broken("w\u0302 y\u0302", 400)[0]) == "\u0175 \u0177"


def test_fixed_spaces_hold_words_together() -> None:
    """Number and unit never part, and are read with a plain space."""
    rows = broken("aaaaaaaaaaaaaa 61\u00a0h\u00a050\u00a0min", 100)
    assert text(rows[-1]) == "61 h 50 min"


@pytest.mark.parametrize(
    "number", ["0800 123 456", "(01632) 960 001", "116 000", "+44 7700 900123"]
)
def test_a_telephone_number_is_never_parted(number: str) -> None:
    """Whoever dials it reads it in one go."""
    for width in range(60, 200, 7):
        assert any(number in text(row) for row in broken(f"aaa bbb ccc {number} ddd", width + 30))


def test_numbers_that_nobody_dials_may_be_parted() -> None:
    """A list of small numbers is a list."""
    assert len(broken("2 3 4 5 6 7 8 9 10 11 12 13 14 15", 60)) > 1


def test_the_opening_quotation_mark_hangs() -> None:
    """It stands left of the text edge by its own width."""
    quoted = words(FONTS, (Span("Knock. Just knock.", BODY),), 300, quoted=True)
    assert quoted.hang == FONTS.width("\u201c", BODY.face, BODY.size) > 0
    assert text(quoted.rows[0]) == "\u201cKnock. Just knock.\u201d"


@pytest.mark.parametrize(("rows", "room", "first"), [(9, 4.2, 4), (9, 8.0, 7), (4, 3.9, 2)])
def test_no_row_is_left_alone_on_a_page(rows: int, room: float, first: int) -> None:
    """Two rows at least stay, and two go on."""
    block = words(FONTS, (Span("\n".join("a" * rows), BODY),), 300)
    halves = block.split(room * block.leading)
    assert halves is not None
    assert [len(half.rows) for half in halves] == [first, rows - first]


def test_three_rows_are_never_divided() -> None:
    """There is no way that leaves two on both pages."""
    block = words(FONTS, (Span("a\nb\nc", BODY),), 300)
    assert block.split(2 * block.leading) is None


def test_scripts_from_right_to_left_are_noticed() -> None:
    """Hebrew and Arabic, and nothing else."""
    assert right_to_left("abc \u05e9\u05dc\u05d5\u05dd")
    assert right_to_left("\u0633\u0644\u0627\u0645")
    assert not right_to_left("\u042f \u03a9 \u0175 24")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("क्षमा", ["क्ष", "मा"]),
        ("পিছে", ["পি", "ছে"]),
        ("ਪਿੱਛੇ", ["ਪਿੱ", "ਛੇ"]),
        ("e\u0323a", ["e\u0323", "a"]),
    ],
)
def test_what_readers_take_for_one_letter_is_never_parted(text: str, expected: list[str]) -> None:
    """A vowel sign, a conjunct, a dot below."""
    assert clusters(text) == expected


@pytest.mark.parametrize("letter", ["क्षि", "ক্ষু", "ਪਿੱ", "\u0633\u0644\u0627"])
def test_a_long_word_of_a_shaped_script_breaks_between_letters(letter: str) -> None:
    """Without a letter lost, and no row wider than its room."""
    rows = broken(letter * 60)
    assert len(rows) > 3
    assert "".join(text(row) for row in rows) == letter * 60
    for row in rows:
        assert row.width <= 120.01
        assert clusters(text(row))[0] == clusters(letter)[0]
