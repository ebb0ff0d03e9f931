"""Owns the way between domain values and plain mappings: one strict rule for every dataclass."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, TypeVar, Union, get_args, get_origin, get_type_hints

from rhi_desktop.domain.canonical import Plain

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")

_LATER = "later"


def later(default: T) -> T:
    """A field that a released dataclass got afterwards; its value is never part of a repr.

    It is written only when it differs from its default. What was stored, digested and sealed
    before the field came keeps its one byte form for ever.
    """
    return dataclasses.field(default=default, repr=False, metadata={_LATER: True})


class NotPlainError(ValueError):
    """A mapping that does not describe the wanted type; names the field, never its content."""


def to_plain(value: object) -> Plain:
    """A domain value as canonical JSON can hold it: times in UTC, enumerations by value."""
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(getattr(value, name))
            for name, came_later, default in _fields(type(value))
            if not came_later or getattr(value, name) != default
        }
    return _leaf(value)


@cache
def _fields(kind: type[DataclassInstance]) -> tuple[tuple[str, bool, object], ...]:
    fields = dataclasses.fields(kind)
    return tuple((f.name, bool(f.metadata.get(_LATER)), f.default) for f in fields)


def _leaf(value: object) -> Plain:
    if isinstance(value, Enum):
        return _leaf(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    raise NotPlainError(type(value).__name__)


def from_plain(wanted: type[T], plain: Plain, where: str = "") -> T:
    """The value that `to_plain` described. Missing, surplus and wrongly typed fields are refused.

    A field that the mapping lacks takes the default of the dataclass, so that a later version may
    add fields; raises NotPlainError with the path of the field.
    """
    try:
        return _built(wanted, plain)
    except NotPlainError as refused:
        # `from None`: what stopped it may carry the content.
        raise NotPlainError(f"{where}{refused}" or wanted.__name__) from None


_Reader = Callable[[Plain], object]
"""Makes the value of one field; raises NotPlainError with the path below that field."""


def _built(wanted: type[T], plain: Plain) -> T:
    # Pages read thousands of values: how a field is read is worked out once, and a path only when
    # something is refused.
    if not isinstance(plain, dict):
        raise NotPlainError
    kind: type = wanted
    readers, given = _readers(kind), {}
    for name, item in plain.items():
        if name not in readers:
            raise NotPlainError(": unknown field")
        try:
            given[name] = readers[name](item)
        except NotPlainError as refused:
            raise NotPlainError(f".{name}{refused}") from None
    try:
        return wanted(**given)
    except (TypeError, ValueError):
        raise NotPlainError from None


@cache
def _readers(wanted: type) -> dict[str, _Reader]:
    if not dataclasses.is_dataclass(wanted):
        raise NotPlainError
    hints = get_type_hints(wanted)
    return {f.name: _reader(hints[f.name]) for f in dataclasses.fields(wanted)}


def _reader(hint: object) -> _Reader:
    hint = getattr(hint, "__supertype__", hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        real = [one for one in inner if one is not types.NoneType]
        found = _reader(real[0]) if len(real) == 1 else _refused
        return _or_none(found) if types.NoneType in inner else found
    if origin is tuple:
        return _several(_reader(inner[0]))
    return _reader_of(hint) if isinstance(hint, type) else _refused


def _reader_of(kind: type) -> _Reader:
    if dataclasses.is_dataclass(kind):
        return lambda plain: _built(kind, plain)
    if kind in {str, bool, int}:
        return lambda plain: plain if type(plain) is kind else _refused(plain)
    read = _OF_TEXT.get(kind, kind if issubclass(kind, Enum) else None)
    return _refused if read is None else _spelt(read)


def _refused(plain: Plain) -> object:
    del plain
    raise NotPlainError


def _or_none(read: _Reader) -> _Reader:
    return lambda plain: None if plain is None else read(plain)


def _several(read: _Reader) -> _Reader:
    def several(plain: Plain) -> object:
        if not isinstance(plain, list):
            raise NotPlainError
        found = []
        for number, item in enumerate(plain):
            try:
                found.append(read(item))
            except NotPlainError as refused:
                raise NotPlainError(f"[{number}]{refused}") from None
        return tuple(found)

    return several


_OF_TEXT: dict[type, Callable[[str], object]] = {
    datetime: lambda text: datetime.fromisoformat(text).astimezone(UTC),
    date: date.fromisoformat,
    bytes: bytes.fromhex,
}


def _spelt(read: Callable[[str], object]) -> _Reader:
    def spelt(plain: Plain) -> object:
        if not isinstance(plain, str):
            raise NotPlainError
        try:
            value = read(plain)
        except (ValueError, OverflowError):
            # `from None`: the original exception carries the text itself.
            raise NotPlainError from None
        # A time without zone, or another spelling, would mean something else on another machine.
        if _leaf(value) != plain:
            raise NotPlainError
        return value

    return spelt
