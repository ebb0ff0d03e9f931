"""Owns what may befall the bytes of a file: a bit, an end, two places, an older piece."""

from __future__ import annotations

from collections.abc import Callable

from tests.soak.row import number_from

PAGE = 4096
FRAME = PAGE + 24
"""A page in the write-ahead log, with its header."""
LOG_HEADER = 32

Harm = Callable[[bytes, bytes, int, str], bytes]
"""Of the bytes as they are, the bytes as they once were, the run's number and the seed."""


def flipped(data: bytes, _older: bytes, number: int, seed: str) -> bytes:
    """One bit changed somewhere."""
    place = number_from(seed, number, "place", below=len(data))
    bit = 1 << number_from(seed, number, "bit", below=8)
    return data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]


def cut(data: bytes, _older: bytes, number: int, seed: str) -> bytes:
    """The end is missing."""
    return data[: number_from(seed, number, "place", below=len(data))]


def swapped(data: bytes, _older: bytes, number: int, seed: str) -> bytes:
    """Two pieces have changed places: two pages, or two frames of the log."""
    start, size = _pieces(data)
    count = (len(data) - start) // size
    if count < 2:
        return flipped(data, b"", number, seed)
    one = number_from(seed, number, "one", below=count)
    other = (one + 1 + number_from(seed, number, "other", below=count - 1)) % count
    low, high = sorted((start + one * size, start + other * size))
    return b"".join(
        (
            data[:low],
            data[high : high + size],
            data[low + size : high],
            data[low : low + size],
            data[high + size :],
        )
    )


def replayed(data: bytes, older: bytes, number: int, seed: str) -> bytes:
    """One piece is as it once was."""
    start, size = _pieces(data)
    places = [
        place
        for place in range(start, min(len(data), len(older)) - size + 1, size)
        if data[place : place + size] != older[place : place + size]
    ]
    if not places:
        return flipped(data, b"", number, seed)
    place = places[number_from(seed, number, "piece", below=len(places))]
    return data[:place] + older[place : place + size] + data[place + size :]


def put_back(_data: bytes, older: bytes, _number: int, _seed: str) -> bytes:
    """The whole file is as it once was."""
    return older


def _pieces(data: bytes) -> tuple[int, int]:
    """Where the first piece begins and how long each is."""
    if (len(data) - LOG_HEADER) % FRAME == 0:
        return LOG_HEADER, FRAME
    return (0, PAGE) if len(data) > PAGE else (0, max(1, len(data) // 8))
