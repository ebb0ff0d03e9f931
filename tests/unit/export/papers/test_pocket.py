"""Claims about the pocket card: what stands where once it is folded, and what never does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from rhi_desktop.domain.plan import PlanBlock
from rhi_desktop.export.papers.chosen import Chosen
from rhi_desktop.export.papers.discreet import telling
from rhi_desktop.export.papers.folding import BOTTOM, HEIGHT, TOP, WIDTH
from rhi_desktop.export.papers.packing import PAGES, Part, packed
from rhi_desktop.export.papers.pocket import left_off, noted, notes_sheet, pocket_sheet
from rhi_desktop.export.sheet import A4_LANDSCAPE, Item, Panel, SheetData, Type, Way, Words
from tests.unit.export.papers import em
from tests.unit.export.papers.read_sheet import texts, words

ACCOUNT = em.account(em.made())


def named(chosen: Chosen = em.ALL) -> SheetData:
    """Em's card."""
    return pocket_sheet(ACCOUNT, chosen, em.NUMBERS, em.AT)


def panels(sheet: SheetData) -> tuple[Panel, ...]:
    """The small pages in the order of reading."""
    return sheet.pages[0].panels


def test_folded_in_half_three_times_the_cover_is_outside() -> None:
    """Top behind, left behind, left behind: what is left in front is page 1, at the back 8."""
    rows = [list(TOP), list(BOTTOM)]
    stacks = [[row] for row in zip(*rows, strict=True)]
    # Each place of the sheet from front to back, the upper row folded behind the lower.
    layers = [[bottom, top] for ((top, bottom),) in stacks]
    while len(layers) > 1:
        half = len(layers) // 2
        layers = [
            right + list(reversed(left))
            for left, right in zip(reversed(layers[:half]), layers[half:], strict=True)
        ]
    assert layers[0][0] == 1
    assert layers[0][-1] == 8


def test_every_small_page_lies_in_its_own_eighth_of_the_sheet() -> None:
    """And the upper row is turned."""
    found = panels(named())
    assert len(found) == 8
    for number, one in enumerate(found, 1):
        column = (TOP if one.turned else BOTTOM).index(number)
        assert one.turned == (number in TOP)
        assert column * WIDTH < one.box.x
        assert one.box.x + one.box.width < (column + 1) * WIDTH
        low = HEIGHT if one.turned else 0
        assert low < one.box.y
        assert one.box.y + one.box.height < low + HEIGHT


def test_one_cut_goes_from_the_first_fold_to_the_third() -> None:
    """On the middle line."""
    (cut,) = [one for one in named().pages[0].creases if one.way is Way.CUT]
    assert cut.start == (WIDTH, HEIGHT)
    assert cut.end == (3 * WIDTH, HEIGHT)
    assert named().size == A4_LANDSCAPE


def test_the_named_card_holds_every_line_and_the_numbers_with_their_day() -> None:
    """As they were written."""
    printed = words(named())
    for block, _, line in em.MADE:
        if block is not em.B.PEOPLE:
            assert line in printed
    for number in em.NUMBERS:
        assert number.number in printed
    assert "Numbers looked up on" in printed
    assert "This is Em\u2019s." in printed


def test_numbers_looked_at_on_two_days_say_so() -> None:
    """The first and the last."""
    early = replace(em.NUMBERS[0], checked=em.AT.date())
    card = pocket_sheet(ACCOUNT, em.ALL, (early, *em.NUMBERS[1:]), em.AT)
    assert "Numbers looked up between 10 March 2026 and" in words(card)


def test_numbers_are_checked_only_when_every_one_is() -> None:
    """One that was never seen in a source makes it no more than a look."""
    sure = tuple(replace(one, certain=True) for one in em.NUMBERS)
    assert "Numbers checked on" in words(pocket_sheet(ACCOUNT, em.ALL, sure, em.AT))
    one_unsure = (*sure[1:], replace(sure[0], certain=False))
    assert "checked" not in words(pocket_sheet(ACCOUNT, em.ALL, one_unsure, em.AT))


def test_safe_places_and_the_code_word_are_off_both_cards_until_asked_for() -> None:
    """And the code word is on no discreet card at all."""
    places = em.MADE[10][2]
    code = next(line for block, _, line in em.MADE if block is PlanBlock.CODE_WORD)
    for sheet in (named(Chosen()), notes_sheet(ACCOUNT, Chosen(), em.AT)):
        assert "Places" not in words(sheet)
        assert places not in words(sheet)
        assert code not in words(sheet)
    assert code in words(named())
    quiet = em.account(em.made((*em.MADE, (em.B.PLACES, em.C, "the bench by the lifeboat"))))
    assert "the bench by the lifeboat" in words(notes_sheet(quiet, em.ALL, em.AT))
    assert "lifeboat" not in words(notes_sheet(quiet, Chosen(), em.AT))
    assert "my word" not in words(notes_sheet(ACCOUNT, em.ALL, em.AT)).casefold()


def test_the_discreet_card_is_notes_and_says_nothing_else() -> None:
    """Title, no drawing, no promise, no number of a helpline, no organisation."""
    card = notes_sheet(ACCOUNT, em.ALL, em.AT)
    printed = words(card)
    assert card.title == "Notes"
    assert card.author == card.tool == ""
    assert telling(printed) == ""
    for gone in ("116 000", "Knock and wait", "Lantern", "My Fridays", "Em", "pier"):
        assert gone not in texts_of(card)


def texts_of(sheet: SheetData) -> set[str]:
    """Its words, one by one."""
    return {word for text in texts(sheet) for word in text.replace(".", " ").split()}


def test_what_stays_off_can_be_said_to_the_child() -> None:
    """Lines on the card and lines off it are all their lines."""
    off = left_off(ACCOUNT, em.ALL)
    on = [line for group in noted(ACCOUNT, em.ALL).values() for line in group]
    assert len(off) + len(on) == em.made().shares.own
    assert "Don\u2019t ask about my phone first" in [line.words for line in off]


def test_an_empty_card_has_headings_and_a_declined_one_has_none() -> None:
    """Nobody is asked again for what they did not want."""
    empty = em.account(replace(em.made(()), drawing=None))
    assert "What helps" in words(pocket_sheet(empty, Chosen(), (), em.AT))
    no = em.account(replace(em.made(), declined=True))
    assert "What helps" not in words(pocket_sheet(no, Chosen(), (), em.AT))
    assert "What helps" not in words(notes_sheet(no, Chosen(), em.AT))


def part(letters: list[int], name: str) -> Part:
    """A part with entries of so many letters."""
    head = Words((), Type(10, 12), language=name)
    return Part(head, tuple((Item((), label=f"{name}{at}"), n) for at, n in enumerate(letters)))


@settings(max_examples=100)
@given(st.lists(st.lists(st.integers(1, 400), min_size=1, max_size=12), max_size=12))
def test_packing_keeps_every_entry_in_order(sizes: list[list[int]]) -> None:
    """On at most six pages."""
    parts = [part(letters, f"p{at}-") for at, letters in enumerate(sizes)]
    packing = packed(parts)
    assert len(packing.pages) <= PAGES
    shown = [item.label for page in packing.pages for one in page for item, _ in one.entries]
    assert shown == [item.label for one in parts for item, _ in one.entries]


def test_a_card_is_set_as_large_as_one_sheet_allows() -> None:
    """Few lines large, many small."""
    few = packed([part([20, 20], "a")])
    many = packed([part([60] * 5, f"p{at}-") for at in range(9)])
    assert few.size > many.size
