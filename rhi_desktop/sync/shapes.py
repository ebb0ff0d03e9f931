"""Owns the quick check that a mapping is what a dataclass would write, in its one spelling.

It says what `domain.plain` says, without building the value: a bundle holds very many. A property
test holds the two together.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from rhi_desktop.domain.canonical import Plain

Check = Callable[[Plain], bool]
_Day = TypeVar("_Day", date, datetime)

EARLIEST, LATEST = 1900, 2199
"""The years between which every date and time of a record lies."""


@cache
def shape(wanted: type) -> Check:
    """A check that is true for the plain form of a dataclass, and for nothing else.

    Fields with a default may be missing, as in a bundle of an older version.
    """
    hints = get_type_hints(wanted)
    fields = dataclasses.fields(wanted)
    checks = {field.name: _check(hints[field.name]) for field in fields}
    needed = {field.name for field in fields if _has_no_default(field)}

    def is_shaped(plain: Plain) -> bool:
        if not isinstance(plain, dict) or not needed <= plain.keys():
            return False
        for name, item in plain.items():  # a loop: this runs for every field of a bundle
            check = checks.get(name)
            if check is None or not check(item):
                return False
        return True

    return is_shaped


def _has_no_default(field: dataclasses.Field[object]) -> bool:
    return field.default is field.default_factory is dataclasses.MISSING


def _check(hint: object) -> Check:
    hint = getattr(hint, "__supertype__", hint)
    arguments = get_args(hint)
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [_check(item) for item in arguments if item is not types.NoneType]
        return lambda plain: plain is None or any(check(plain) for check in inner)
    if get_origin(hint) is tuple:
        item_check = _check(arguments[0])
        return lambda plain: isinstance(plain, list) and all(map(item_check, plain))
    if not isinstance(hint, type):
        raise TypeError("a hint without a plain form")
    return _check_type(hint)


def _check_type(hint: type) -> Check:
    if dataclasses.is_dataclass(hint):
        return shape(hint)
    if issubclass(hint, Enum):
        values = frozenset(member.value for member in hint)
        return lambda plain: isinstance(plain, str) and plain in values
    if hint in _TEXTS:
        respelled = _TEXTS[hint]
        return lambda plain: isinstance(plain, str) and _keeps(respelled, plain)
    return lambda plain: type(plain) is hint


def _keeps(respelled: Callable[[str], str], text: str) -> bool:
    try:
        return respelled(text) == text
    except ValueError:
        return False


def plausible(day: date) -> bool:
    """Whether a date or time can be one of a living person's: nothing else is ever worked with.

    At the far ends of the calendar an hour more or less, or another zone, is no time at all.
    """
    return EARLIEST <= day.year <= LATEST


def _time(text: str) -> str:
    if not text.endswith("+00:00"):
        raise ValueError("not in UTC")
    return _likely(datetime.fromisoformat(text)).isoformat(timespec="microseconds")


def _likely(day: _Day) -> _Day:
    if not plausible(day):
        raise ValueError("not in any life")
    return day


_TEXTS: dict[type, Callable[[str], str]] = {
    datetime: _time,
    date: lambda text: _likely(date.fromisoformat(text)).isoformat(),
    bytes: lambda text: bytes.fromhex(text).hex(),
}
