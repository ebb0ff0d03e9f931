"""Owns reading a sheet as values: every text that could reach the paper or the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from rhi_desktop.export.sheet import SheetData


def texts(value: object) -> Iterator[str]:
    """Every text in a value of frozen values and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts(getattr(value, one.name))


def words(sheet: SheetData) -> str:
    """All of it as one text, with ordinary spaces."""
    return "\n".join(texts(sheet)).replace("\u00a0", " ")
