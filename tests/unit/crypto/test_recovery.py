"""Claims about the recovery code: what it carries, what it catches, and how it may be typed."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import fields
from datetime import UTC, datetime

import pytest

from rhi_desktop.crypto.recovery import LENGTH, RANDOM, RecoveryCode, draw_code, parse_code
from rhi_desktop.domain.moment import CROCKFORD, Moment
from rhi_desktop.errors import VaultError

SIGNS = CROCKFORD.upper()
NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


def seeded(seed: str) -> Moment:
    """A moment whose bytes are the same in every run."""
    return Moment(NOON, lambda length: hashlib.shake_256(seed.encode()).digest(length))


def code(seed: str = "one") -> RecoveryCode:
    """A code that is the same in every run."""
    return draw_code(seeded(seed))


def refused(text: str) -> bool:
    """Whether a text is called unreadable."""
    try:
        parse_code(text)
    except VaultError as error:
        return error.code == "code_unreadable"
    return False


@pytest.mark.parametrize("seed", ["one", "two", "three"])
def test_every_single_wrong_character_is_caught(seed: str) -> None:
    """At each of the 28 places, each of the 31 other characters."""
    right = code(seed).characters
    for place in range(LENGTH):
        for sign in SIGNS.replace(right[place], ""):
            assert refused(right[:place] + sign + right[place + 1 :])


def test_every_swap_of_neighbours_is_caught_whatever_they_are() -> None:
    """At each of the 27 places, for every pair of different characters that can stand there."""
    for place in range(LENGTH - 1):
        pairs: set[tuple[str, str]] = set()
        for number in range(60):
            right = code(f"swap {number}").characters
            one, other = right[place], right[place + 1]
            if one != other and (one, other) not in pairs:
                pairs.add((one, other))
                assert refused(right[:place] + other + one + right[place + 2 :])
        assert len(pairs) > 40


def test_any_two_wrong_characters_are_caught() -> None:
    """Each pair of places, changed at random: more than was asked for, and it holds."""
    right = code().characters
    for one in range(LENGTH):
        for other in range(one + 1, LENGTH):
            wrong = list(right)
            for place in (one, other):
                here = SIGNS.index(right[place])
                wrong[place] = SIGNS[(here + 1 + (7 * one + 3 * other) % 31) % 32]
            assert refused("".join(wrong))


def test_of_what_is_wholly_wrong_one_in_1024_passes() -> None:
    """The catching is a check of writing and not of guessing: 20,000 texts at random."""
    passed = 0
    for number in range(20_000):
        noise = hashlib.shake_256(f"noise {number}".encode()).digest(LENGTH)
        passed += not refused("".join(SIGNS[byte & 31] for byte in noise))
    assert 5 < passed < 45


def test_codes_are_130_bits_that_fall_evenly() -> None:
    """Every character at every random place comes up about as often; no code comes twice."""
    drawn = [code(f"even {number}").characters for number in range(3200)]
    assert len(set(drawn)) == 3200
    for place in range(RANDOM):
        counts = Counter(text[place] for text in drawn)
        assert set(counts) == set(SIGNS)
        assert max(counts.values()) < 160


def test_both_ends_of_the_range_can_be_drawn_and_read() -> None:
    """No bit set and all: codes like any other."""
    for sign, draw in ((SIGNS[0], bytes), (SIGNS[31], lambda length: b"\xff" * length)):
        made = draw_code(Moment(NOON, draw))
        assert set(made.characters[:RANDOM]) == {sign}
        assert parse_code(made.characters) == made


def test_the_checks_are_what_the_page_says() -> None:
    """Worked out by another way: both sums over GF(32) with x^5 + x^2 + 1 come to nought."""

    def times(one: int, other: int) -> int:
        product = 0
        while other:
            product ^= one if other & 1 else 0
            one, other = one << 1, other >> 1
            one ^= 0b100101 if one & 32 else 0
        return product

    plain = weighted = 0
    weight = 1
    for sign in code().characters:
        plain ^= SIGNS.index(sign)
        weighted ^= times(SIGNS.index(sign), weight)
        weight = times(weight, 2)
    assert (plain, weighted) == (0, 0)


def test_seven_groups_of_four() -> None:
    """As it is printed; together they are the code."""
    made = code()
    assert [len(group) for group in made.groups] == [4] * 7
    assert "".join(made.groups) == made.characters
    assert made.secret() == made.characters.encode()


@pytest.mark.parametrize(
    "spelled",
    [
        lambda groups: "-".join(groups).lower(),
        "  ".join,
        lambda groups: "\n".join(groups) + "\n",
        "\N{EN DASH}".join,
        "\N{NO-BREAK SPACE}\N{MINUS SIGN} ".join,
        lambda groups: "\u200e" + "".join(groups),
        lambda groups: "".join(chr(ord(sign) + 0xFEE0) for sign in "".join(groups)),
        lambda groups: "".join(groups).replace("0", "O").replace("1", "I"),
        lambda groups: "".join(groups).replace("0", "o").replace("1", "l"),
    ],
)
def test_it_may_be_typed_as_people_type(spelled: object) -> None:
    """Case, spaces, dashes of any kind, wide letters, O for 0, I and L for 1: the same code."""
    assert callable(spelled)
    for seed in ("one", "two", "three", "four"):
        made = code(seed)
        assert parse_code(str(spelled(made.groups))) == made


@pytest.mark.parametrize(
    "typed",
    ["", " ", "-", "0000", "U" * 28, "é" * 28, "\U0001f511" * 28, "\x00" * 28, "0" * 100_000],
)
def test_what_is_no_code_says_so_and_nothing_else(typed: str) -> None:
    """Too short, too long, letters that no code has: unreadable, and the error holds no letter."""
    with pytest.raises(VaultError) as error:
        parse_code(typed)
    assert error.value.code == "code_unreadable"
    assert set(error.value.facts) == {"count", "wanted"}
    assert str(error.value) == "code_unreadable"


def test_one_character_more_or_fewer_is_caught() -> None:
    """A character left out or doubled at any place is never read as a code."""
    right = code().characters
    for place in range(LENGTH):
        assert refused(right[:place] + right[place + 1 :])
        assert refused(right[:place] + right[place] + right[place:])


def test_a_code_does_not_show_itself() -> None:
    """Neither repr nor str has a character of it."""
    made = code()
    assert repr(made) == str(made) == "RecoveryCode()"
    assert not [one for one in fields(made) if one.repr]
