"""Owns the shape of what a report draws to a measure: a clock line, nights away, counts as bars."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True)
class ClockLine:
    """The figure of one time away: from going missing to the end of the hours."""

    alt: str
    gone: datetime | None
    back: datetime
    talked: datetime
    due: datetime
    away: str
    used: str
    """In the solid part of the bar."""
    labels: tuple[tuple[str, str], ...]
    """Title and time of gone, back, talked, due; gone is left out when it is not known."""
    over: str = ""
    """In the part after the due time, when the talk came late."""
    days: tuple[tuple[datetime, str], ...] = ()
    """Midnights on the line, each with the name of the day that begins."""


@dataclass(frozen=True, slots=True)
class Night:
    """One time away on the common clock; `start` and `end` in hours after noon."""

    left: str
    away: str
    start: float
    end: float
    ends: tuple[str, str]
    """When it began and ended, by the clock."""
    alt: str


@dataclass(frozen=True, slots=True)
class Nights:
    """Times away below each other on one clock that begins at noon."""

    summary: str
    head: tuple[str, str, str]
    rows: tuple[Night, ...]
    axis: tuple[str, str]
    """What a noon and a night are called."""


class BarKind(Enum):
    """How a bar is filled; they differ on a grey print as well."""

    SOLID = "solid"
    LIGHT = "light"
    HATCHED = "hatched"
    OUTLINED = "outlined"


@dataclass(frozen=True, slots=True)
class Bar:
    """One count: its cells as a table has them, and how its bar looks."""

    cells: tuple[str, ...]
    count: int
    kind: BarKind = BarKind.SOLID


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts as a table with a bar beside each row; `widths` in millimetres leave room for them."""

    summary: str
    head: tuple[str, ...]
    rows: tuple[Bar, ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of a way. A `fixed` one has a recorded time; a `sure` one the child told of."""

    name: str = field(repr=False)
    below: tuple[str, str] = field(repr=False)
    sure: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """Places in a row, in the order told; what lay between them is not known."""

    alt: str = field(repr=False)
    stops: tuple[Stop, ...]
