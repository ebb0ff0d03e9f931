"""Claims about the discreet card: lines stand on it as they are, or stay off it whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.plan import PlanBlock
from rhi_desktop.export.papers.discreet import Discreet, Reached, initial
from rhi_desktop.export.papers.people import numbers_in
from rhi_desktop.export.papers.pocket import left_off, noted, notes_sheet
from tests.unit.export import whole
from tests.unit.export.papers import em, leaving_case
from tests.unit.export.papers.read_sheet import words

SEEN_BY = em.account(replace(em.made(), may_see=("School nurse", "Ruth")))
DISCREET = Discreet(SEEN_BY)


def held(line: str, block: PlanBlock = PlanBlock.HELPS) -> bool:
    """Whether a line of Em's stands on the card."""
    return DISCREET.holds(em.plan_line(1, block, em.C, line))


@pytest.mark.parametrize(
    "line",
    [
        "Ring Priya. Then wait",
        "ring PRIYA first",
        "Nan\u2019s toast",
        "after school with Ruth",
        "text em\u2019s other phone",
        "M.T. was here",
        "Pri\u200bya knocks",
        "a walk by Alder House",
        "ask Lantern Row",
        "keep out of danger",
        "keep out of dan\u00adger",
    ],
)
def test_a_line_with_a_known_name_or_a_telling_word_stays_off_whole(line: str) -> None:
    """In either case, with marks behind it, and with what cannot be seen in it."""
    assert not held(line)


@pytest.mark.parametrize(
    "line",
    [
        "my nan makes toast",
        "everyone is in the house",
        "School is fine on Mondays",
        "a dangerously good song",
        "The bench",
    ],
)
def test_words_that_only_look_like_names_keep_no_line_off(line: str) -> None:
    """Family words in small letters, and words that stand in somebody's name."""
    assert held(line)


def test_every_line_of_the_card_is_a_line_of_the_plan() -> None:
    """As it was kept, and the child's: no word of it is another."""
    kept = set(em.made().lines)
    on = [line for group in noted(SEEN_BY, em.ALL).values() for line in group]
    assert on
    assert kept.issuperset(on)
    printed = words(notes_sheet(SEEN_BY, em.ALL, em.AT))
    for line in on:
        assert line.block is PlanBlock.PEOPLE or line.words in printed


def test_what_stays_off_for_a_name_is_told_to_the_child() -> None:
    """With all its words."""
    lines = (*em.MADE, (em.B.HELPS, em.C, "Priya\u2019s sofa"))
    account = em.account(em.made(lines))
    off = [line.words for line in left_off(account, em.ALL)]
    assert "Priya\u2019s sofa" in off
    assert "sofa" not in words(notes_sheet(account, em.ALL, em.AT))


def test_names_of_cards_keep_a_line_off_too() -> None:
    """Whoever is known to the case; a thing's name as it is written."""
    discreet = Discreet(leaving_case.account())
    for line in ("dex and music", "Moth", "music and DEX\u2019s dog"):
        assert not discreet.holds(em.plan_line(1, em.B.HELPS, em.C, line))
    known = replace(whole.account(), entities=(leaving_case.card("Bus shelter", EntityKind.PLACE),))
    for line, stays in (("the Bus shelter", False), ("a bus shelter", True)):
        assert Discreet(known).holds(em.plan_line(1, em.B.HELPS, em.C, line)) is stays


def test_names_in_letters_without_capitals_are_found() -> None:
    """One word of two is enough."""
    account = em.account(em.made())
    child = replace(account.case.child, called="\u0644\u064a\u0644\u0649 \u062d\u0633\u0646")
    named = Discreet(replace(account, case=replace(account.case, child=child)))
    line = "\u0623\u0646\u0627 \u0648 \u0644\u064a\u0644\u0649"
    assert not named.holds(em.plan_line(1, em.B.HELPS, em.C, line))


def test_people_are_initials_and_their_number() -> None:
    """Built from name and number; a line about a person without a number stays off."""
    lines = (*em.MADE, (em.B.PEOPLE, em.C, "kayla knows if anyone does"))
    account = em.account(em.made(lines))
    shown = noted(account, em.ALL)[PlanBlock.PEOPLE]
    wanted = [
        ("N.", "01632 960 204"),
        ("P.", "07700 900 133"),
        ("K.", "07700 900 148"),
        ("R.", "07700 900 171"),
    ]
    found = [Discreet(account).reached(line) for line in shown]
    assert found == [Reached(*one) for one in wanted]
    printed = words(notes_sheet(account, em.ALL, em.AT))
    assert "Lets me be" not in printed
    assert all(number in printed for _, number in wanted)


@pytest.mark.parametrize(
    ("line", "reached"),
    [
        ("nan 01632 960142. she picks up", Reached("N.", "01632 960142")),
        ("ring Nan 01632 960142 or 07700 900 133", Reached("N.", "01632 960142, 07700 900 133")),
        ("Ruth, my social worker 07700 900 171", Reached("R.", "07700 900 171")),
        ("07700 900 171", Reached("", "07700 900 171")),
        ("Childline 0800 1111", None),
        ("Shelter +44 (0)800 800 4444", None),
        ("my key worker 07700 900 171", None),
        ("If he rings me say that I am out 07700 900 171", None),
        ("nan", None),
    ],
)
def test_only_a_person_with_a_number_is_an_initial(line: str, reached: Reached | None) -> None:
    """No organisation, no sentence, and nobody who is only what they are."""
    assert DISCREET.reached(em.plan_line(1, em.B.PEOPLE, em.C, line)) == reached


@pytest.mark.parametrize(
    "number",
    [
        "07700900123",
        "07700 900 123",
        "07700-900-123",
        "07700 \u2013 900 \u2013 123",
        "07700.900.123",
        "07700\u00a0900\u00a0123",
        "+44 7700 900123",
        "+44 (0)7700 900 123",
        "0044 7700 900123",
        "(01632) 960 204",
        "\u0660\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663",
    ],
)
def test_a_number_is_found_however_it_is_written(number: str) -> None:
    """And as it is written."""
    assert numbers_in(f"Nan {number}, at night") == (number,)


@pytest.mark.parametrize("words", ["01.02.2024 at 18.00", "room 0123", "4% left", "22:14"])
def test_a_date_or_a_time_is_no_number(words: str) -> None:
    """Nobody rings a day."""
    assert numbers_in(words) == ()


def test_initials_of_what_children_call_people() -> None:
    """The names, or else the first word that is one."""
    names = ("Nan", "my mate Kayla", "my nan", "Ruth Adeyemi", "Ring Nan", "")
    assert [initial(name) for name in names] == ["N.", "K.", "N.", "R. A.", "N.", ""]
