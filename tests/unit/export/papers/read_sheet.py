"""Owns reading a sheet as values: every text that could reach the paper or the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from rhi_desktop.export.sheet import SheetData

T = TypeVar("T")


def every(kind: type[T], value: object) -> Iterator[T]:
    """Everything of a kind in a value of frozen values and tuples, however deep."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for one in value:
            yield from every(kind, one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from every(kind, getattr(value, field.name))


def texts(value: object) -> Iterator[str]:
    """Every text in it."""
    return every(str, value)


def words(sheet: SheetData) -> str:
    """All of it as one text, with ordinary spaces."""
    return "\n".join(texts(sheet)).replace("\u00a0", " ")
