"""Owns a look at every page of a vault without the engine: also at pages that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
"""At the end of each page: 16 bytes of initialisation vector and 64 of HMAC."""
SALT = 16
LOG_HEAD, FRAME_HEAD = 32, 24


def pages(database: Path, key: bytes) -> Iterator[bytes]:
    """Every page of a database, opened."""
    data = database.read_bytes()
    for start in range(0, len(data), PAGE):
        yield opened(data[start : start + PAGE], key, first=start == 0)


def frames(log: Path, key: bytes) -> Iterator[bytes]:
    """Every page that stands in a write-ahead log, also those of earlier rounds."""
    data = log.read_bytes() if log.exists() else b""
    for start in range(LOG_HEAD, len(data), FRAME_HEAD + PAGE):
        number = int.from_bytes(data[start : start + 4], "big")
        page = data[start + FRAME_HEAD : start + FRAME_HEAD + PAGE]
        if len(page) == PAGE:
            yield opened(page, key, first=number == 1)


def opened(page: bytes, key: bytes, *, first: bool) -> bytes:
    """One page without its cipher; the salt stands in front of the first."""
    start = SALT if first else 0
    vector = page[-RESERVED : -RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return decryptor.update(page[start:-RESERVED]) + decryptor.finalize()


def holding(where: Iterator[bytes], canaries: tuple[bytes, ...]) -> int:
    """How many pages hold any of these."""
    return sum(any(canary in page for canary in canaries) for page in where)
