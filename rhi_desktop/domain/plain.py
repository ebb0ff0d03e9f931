"""Owns the way between domain values and plain mappings: one strict rule for every dataclass."""

from __future__ import annotations

import dataclasses
import types
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

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
        return {f.name: to_plain(getattr(value, f.name)) for f in _written(value)}
    return _leaf(value)


def _written(value: DataclassInstance) -> list[dataclasses.Field[object]]:
    return [
        f
        for f in dataclasses.fields(value)
        if not f.metadata.get(_LATER) or getattr(value, f.name) != f.default
    ]


def _leaf(value: object) -> Plain:
    match value:
        case Enum():
            return _leaf(value.value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case bytes():
            return value.hex()
        case None | bool() | int() | str():
            return value
    raise NotPlainError(type(value).__name__)


def from_plain(wanted: type[T], plain: Plain, where: str = "") -> T:
    """The value that `to_plain` described. Missing, surplus and wrongly typed fields are refused.

    A field that the mapping lacks takes the default of the dataclass, so that a later version may
    add fields; raises NotPlainError with the path of the field.
    """
    if not dataclasses.is_dataclass(wanted) or not isinstance(plain, dict):
        raise NotPlainError(where or wanted.__name__)
    shapes = _shapes(wanted)
    surplus = set(plain) - set(shapes)
    if surplus:
        raise NotPlainError(f"{where}: unknown field")
    given = {name: _read(shapes[name], item, f"{where}.{name}") for name, item in plain.items()}
    try:
        return wanted(**given)
    except (TypeError, ValueError) as error:
        raise NotPlainError(where or wanted.__name__) from error


class _Shape(NamedTuple):
    """What a field may hold, taken from its annotation once: pages read thousands of values."""

    optional: bool = False
    items: _Shape | None = None
    """Of each item, where the field holds several."""
    one: type | None = None
    """None for what no plain value can describe."""


@cache
def _shapes(wanted: type) -> dict[str, _Shape]:
    hints = get_type_hints(wanted)
    return {f.name: _shape(hints[f.name]) for f in dataclasses.fields(wanted)}


def _shape(hint: object) -> _Shape:
    hint = getattr(hint, "__supertype__", hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        real = [one for one in inner if one is not types.NoneType]
        found = _shape(real[0]) if len(real) == 1 else _Shape()
        return found._replace(optional=types.NoneType in inner)
    if origin is tuple:
        return _Shape(items=_shape(inner[0]))
    return _Shape(one=hint) if isinstance(hint, type) else _Shape()


def _read(shape: _Shape, plain: Plain, where: str) -> object:
    if plain is None and shape.optional:
        return None
    if shape.items is not None and isinstance(plain, list):
        inner = shape.items
        return tuple([_read(inner, item, f"{where}[{i}]") for i, item in enumerate(plain)])
    if shape.one is not None:
        return _read_type(shape.one, plain, where)
    raise NotPlainError(where)


def _read_type(hint: type, plain: Plain, where: str) -> object:
    if dataclasses.is_dataclass(hint):
        return from_plain(hint, plain, where)
    if hint is bool or hint is int:
        if type(plain) is hint:
            return plain
    elif isinstance(plain, str):
        return _read_text(hint, plain, where)
    raise NotPlainError(where)


def _read_text(hint: type, text: str, where: str) -> object:
    if hint is str:
        return text
    try:
        value = _value_of(hint, text)
    except (ValueError, OverflowError):
        # `from None`: the original exception carries the text itself.
        raise NotPlainError(where) from None
    # A time without zone, or another spelling, would mean something else on another machine.
    if value is None or _leaf(value) != text:
        raise NotPlainError(where)
    return value


def _value_of(hint: type, text: str) -> object:
    if issubclass(hint, Enum):
        return hint(text)
    if hint is datetime:
        return datetime.fromisoformat(text).astimezone(UTC)
    if hint is date:
        return date.fromisoformat(text)
    if hint is bytes:
        return bytes.fromhex(text)
    return None
