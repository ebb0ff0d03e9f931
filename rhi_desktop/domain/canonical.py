"""Owns the one byte form of a value: what is signed, hashed, compared and sent."""

from __future__ import annotations

import json
from collections.abc import Sequence

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]
"""What canonical bytes can hold. No floats: two machines may print them differently."""

MAX_DEPTH = 32
MAX_INTEGER = 2**53 - 1


class NotCanonicalError(ValueError):
    """Bytes or a value outside the canonical form; carries no content."""


def dumps(value: Plain) -> bytes:
    """The canonical UTF-8 bytes of a value: sorted keys, no spaces, no floats, no surrogates.

    Text is kept exactly as given, without normalising: a child's words come back unchanged.
    Raises NotCanonicalError for anything that has no canonical form.
    """
    _check(value, 0)
    text = json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8")


def loads(data: bytes) -> Plain:
    """The value of canonical bytes, and only of those: `dumps(loads(data)) == data`.

    Raises NotCanonicalError for duplicate keys, floats, NaN, depth beyond 32, integers beyond 53
    bits, surrogates, and any other spelling of the same value.
    """
    try:
        value: Plain = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_float=_refuse,
            parse_constant=_refuse,
            parse_int=_integer,
        )
        if dumps(value) != data:
            raise NotCanonicalError("not the canonical spelling")
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise NotCanonicalError("not canonical JSON") from error
    return value


def _unique(pairs: Sequence[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonicalError("a key stands twice")
    return found


def _refuse(_: str) -> Plain:
    raise NotCanonicalError("a number that is not whole")


def _integer(digits: str) -> int:
    if len(digits) > len(str(MAX_INTEGER)) + 1:
        raise NotCanonicalError("an integer beyond 53 bits")
    return int(digits)


def _check(value: object, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise NotCanonicalError("nested too deep")
    if isinstance(value, list):
        for item in value:
            _check(item, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            _check_leaf(key if isinstance(key, str) else object())
            _check(item, depth + 1)
    else:
        _check_leaf(value)


def _check_leaf(value: object) -> None:
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise NotCanonicalError("an integer beyond 53 bits")
    elif value is not None:
        raise NotCanonicalError("a kind of value without canonical form")


def _check_text(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        # `from None`: the original exception carries the text itself.
        raise NotCanonicalError("half of a surrogate pair") from None
