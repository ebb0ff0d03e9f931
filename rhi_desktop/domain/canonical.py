"""Owns the one byte form of a value: what is signed, hashed, compared and sent."""

from __future__ import annotations

import json
from collections.abc import Collection

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
    return _encode(value)


def loads(data: bytes) -> Plain:
    """The value of canonical bytes, and only of those: `dumps(loads(data)) == data`.

    Raises NotCanonicalError for duplicate keys, floats, NaN, depth beyond 32, integers beyond 53
    bits, surrogates, and any other spelling of the same value.
    """
    try:
        value: Plain = _DECODER.decode(data.decode("utf-8"))
        if data.count(b"[") + data.count(b"{") > MAX_DEPTH:
            _check(value, 0)
        if _encode(value) != data:
            raise NotCanonicalError("not the canonical spelling")
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        # `from None`: the original exception carries the text itself.
        raise NotCanonicalError("not canonical JSON") from None
    return value


def _encode(value: Plain) -> bytes:
    try:
        return _ENCODER.encode(value).encode("utf-8")
    except UnicodeEncodeError:
        # `from None`: the original exception carries the text itself.
        raise NotCanonicalError("half of a surrogate pair") from None


def _refuse(_: str) -> Plain:
    raise NotCanonicalError("a number that is not whole")


def _integer(digits: str) -> int:
    if len(digits) > len(str(MAX_INTEGER)) + 1 or abs(int(digits)) > MAX_INTEGER:
        raise NotCanonicalError("an integer beyond 53 bits")
    return int(digits)


_ENCODER = json.JSONEncoder(
    sort_keys=True,
    ensure_ascii=False,
    separators=(",", ":"),
    allow_nan=False,
    check_circular=False,  # the depth is limited
)
# A key that stands twice is found by the comparison with the canonical spelling.
_DECODER = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse, parse_int=_integer)


_SURE = frozenset({str, bool, type(None)})
"""Most values are of these; encoding finds what is wrong with a text."""


def _check(value: object, depth: int) -> None:
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise NotCanonicalError("a key that is no text")
        items: Collection[object] = value.values()
    elif isinstance(value, list):
        items = value
    else:
        _check_leaf(value)
        return
    if items and depth >= MAX_DEPTH:
        raise NotCanonicalError("nested too deep")
    for item in items:
        if type(item) not in _SURE:
            _check(item, depth + 1)


def _check_leaf(value: object) -> None:
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise NotCanonicalError("an integer beyond 53 bits")
    elif value is not None and not isinstance(value, str):
        raise NotCanonicalError("a kind of value without canonical form")
