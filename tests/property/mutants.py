"""Owns the ways in which bytes go wrong: each a mutation, drawn from a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from tests.conftest import seeded_draw


class Chance:
    """Seeded choices; the same in every run."""

    def __init__(self, seed: str) -> None:
        self._draw = seeded_draw(seed)

    def below(self, limit: int) -> int:
        """A number from 0 up to `limit`."""
        return int.from_bytes(self._draw(8), "big") % limit

    def some(self, length: int) -> bytes:
        """Random bytes."""
        return self._draw(length)


Mutate = Callable[[bytes, bytes, Chance], bytes]


def flip(data: bytes, _: bytes, chance: Chance) -> bytes:
    """One bit is another."""
    place = chance.below(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.below(8)]) + data[place + 1 :]


def cut(data: bytes, _: bytes, chance: Chance) -> bytes:
    """The end is missing."""
    return data[: chance.below(len(data))]


def append(data: bytes, _: bytes, chance: Chance) -> bytes:
    """Something stands behind."""
    return data + chance.some(1 + chance.below(5000))


def splice(data: bytes, other: bytes, chance: Chance) -> bytes:
    """The beginning of one and the end of another."""
    place = 1 + chance.below(min(len(data), len(other)) - 1)
    return data[:place] + other[place:]


def remove(data: bytes, _: bytes, chance: Chance) -> bytes:
    """A piece is missing."""
    start = chance.below(len(data))
    return data[:start] + data[start + 1 + chance.below(100) :]


def double(data: bytes, _: bytes, chance: Chance) -> bytes:
    """A piece stands twice."""
    start = chance.below(len(data))
    piece = data[start : start + 1 + chance.below(100)]
    return data[:start] + piece + data[start:]


KINDS: Mapping[str, Mutate] = MappingProxyType(
    {
        "flip": flip,
        "cut": cut,
        "append": append,
        "splice": splice,
        "remove": remove,
        "double": double,
    }
)


def mutants(data: bytes, other: bytes, mutate: Mutate, count: int) -> Iterator[bytes]:
    """So many mutants of one kind, none of them the bytes themselves."""
    chance = Chance(f"{mutate.__name__}/{len(data)}")
    made = 0
    while made < count:
        mutant = mutate(data, other, chance)
        if mutant not in (data, other):
            made += 1
            yield mutant
