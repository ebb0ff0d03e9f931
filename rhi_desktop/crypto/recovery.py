"""Owns the recovery code: 130 random bits that fit on paper, and a wrong sign shows by itself."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import reduce
from operator import xor

from rhi_desktop.domain.moment import CROCKFORD, Moment
from rhi_desktop.errors import VaultError

RANDOM, CHECKS = 26, 2
LENGTH = RANDOM + CHECKS
GROUP = 4
_BYTES, _SPARE_BITS = 17, 6
"""17 bytes hold 136 bits: six more than 26 characters take."""
_LOOKALIKE = str.maketrans("oil", "011")
_POLYNOMIAL = 0b100101
"""x^5 + x^2 + 1: makes the 32 characters a field, in which 2 is a generator."""


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """28 upper-case Crockford characters: 26 random ones and two that check them.

    Any two wrong characters are caught, and so any swap of two; of what is wholly wrong one in
    1,024 passes. Nothing that shows the object shows the code.
    """

    characters: str = field(repr=False)

    @property
    def groups(self) -> tuple[str, ...]:
        """Seven groups of four, as they are printed and typed."""
        at = self.characters
        return tuple(at[start : start + GROUP] for start in range(0, LENGTH, GROUP))

    def secret(self) -> bytes:
        """The bytes that go into Argon2id: the 28 characters in ASCII."""
        return self.characters.encode("ascii")


def draw_code(at: Moment) -> RecoveryCode:
    """A fresh code; every one of the 2**130 is equally likely."""
    number = int.from_bytes(at.draw(_BYTES), "big") >> _SPARE_BITS
    values = [(number >> (5 * place)) & 31 for place in reversed(range(RANDOM))]
    signs = "".join(CROCKFORD[value] for value in (*values, *_checks(values)))
    return RecoveryCode(signs.upper())


def parse_code(text: str) -> RecoveryCode:
    """What somebody typed from paper: case, spaces and hyphens are forgiven, O is 0, I and L are 1.

    Raises VaultError code_unreadable, with how many characters were counted.
    """
    signs = "".join(sign for sign in unicodedata.normalize("NFKC", text) if not _between(sign))
    signs = signs.lower().translate(_LOOKALIKE)
    values = [CROCKFORD.find(sign) for sign in signs]
    if len(values) != LENGTH or min(values) < 0 or any(_sums(values)):
        raise VaultError("code_unreadable", count=len(values), wanted=LENGTH)
    return RecoveryCode(signs.upper())


def _between(sign: str) -> bool:
    """True for every kind of space, dash and invisible mark that may stand between groups."""
    return (
        unicodedata.category(sign) in {"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"}
        or sign == "\N{MINUS SIGN}"
    )


def _checks(values: list[int]) -> tuple[int, int]:
    """The two values that make both sums of the whole code zero."""
    plain, weighted = _sums([*values, 0, 0])
    first, second = _WEIGHTS[RANDOM], _WEIGHTS[RANDOM + 1]
    last = _divide(weighted ^ _times(plain, first), first ^ second)
    return plain ^ last, last


def _sums(values: list[int]) -> tuple[int, int]:
    """The sum of the values, and the sum of each value times the weight of its place."""
    weighted = (_times(value, weight) for value, weight in zip(values, _WEIGHTS, strict=True))
    return reduce(xor, values), reduce(xor, weighted)


def _times(one: int, other: int) -> int:
    product = 0
    for bit in range(5):
        if other >> bit & 1:
            product ^= one << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= _POLYNOMIAL << (bit - 5)
    return product


def _divide(one: int, other: int) -> int:
    return next(value for value in range(32) if _times(value, other) == one)


_WEIGHTS = tuple(reduce(_times, [2] * place, 1) for place in range(LENGTH))
"""2 to the power of the place: 28 different ones, so no two errors can cancel out in both sums."""
