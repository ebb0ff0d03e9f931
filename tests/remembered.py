"""Owns what was once done to a vault and is needed again: the same rows, without doing it anew."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store.connection import Connection, Row
from rhi_desktop.workflow import practising
from rhi_desktop.workflow.workspace import Workspace

T = TypeVar("T")
Play = Callable[[Workspace, Moment], T]
Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of it: the answer, the rows that were added or changed, the bytes it drew."""

    answer: Any
    added: Rows
    drawn: tuple[bytes, ...]


@dataclass(slots=True)
class _Tape:
    """Hands out bytes that were drawn too early first, and writes down all that it hands out."""

    draw: Callable[[int], bytes]
    early: list[bytes] = field(default_factory=list)
    drawn: list[bytes] = field(default_factory=list)

    def __call__(self, length: int) -> bytes:
        given = self.early.pop(0) if self.early else self.draw(length)
        self.drawn.append(given)
        return given


_DONE: dict[tuple[str, str], _Done] = {}


def remembered(ws: Workspace, at: Moment, play: Play[T]) -> T:
    """The answer of `play(ws, at)`, with the vault and the moment as it leaves them.

    The first time in this process it is done. When it is asked for again over the same rows, at
    the same time and with the same randomness, the rows are put in; a play that removes rows
    cannot be remembered.
    """
    before = _rows(ws.store.connection)
    key = (f"{play.__module__}.{play.__qualname__} {at.now}", _digest(before))
    known, tape = _DONE.get(key), _Tape(at.draw)
    if known is not None:
        early = [at.draw(len(one)) for one in known.drawn]
        if early == list(known.drawn):
            _put(ws, known.added)
            answer: T = known.answer
            return answer
        tape.early = early
    answer = play(ws, replace(at, draw=tape))
    after = _rows(ws.store.connection)
    had = {name: set(rows) for name, rows in before.items()}
    added = {name: [row for row in rows if row not in had[name]] for name, rows in after.items()}
    _DONE[key] = _Done(answer, added, tuple(tape.drawn))
    return answer


def practice_talk(ws: Workspace, at: Moment) -> tuple[CaseId, InterviewId]:
    """The practice case with its talk, played to its end."""
    return remembered(ws, at, _practice_talk)


def _practice_talk(ws: Workspace, at: Moment) -> tuple[CaseId, InterviewId]:
    case_id = practising.load_practice(ws, at)
    return case_id, practising.play_talk(ws, case_id, at)


def _rows(connection: Connection) -> dict[str, list[Row]]:
    tables = connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: connection.rows(f"SELECT {_columns(connection, name)} FROM {name}")  # noqa: S608 - names out of the database itself
        for name in (str(row[0]) for row in tables)
    }


def _columns(connection: Connection, table: str) -> str:
    """Those that hold something of their own; the rest is generated out of them."""
    listed = connection.rows(f"PRAGMA table_xinfo({table})")
    return ", ".join(str(row[1]) for row in listed if row[-1] == 0)


def _put(ws: Workspace, added: Rows) -> None:
    connection = ws.store.connection
    with ws.store.transaction():
        for name, rows in added.items():
            columns = _columns(connection, name) if rows else ""
            for row in rows:
                places = ", ".join("?" * len(row))
                connection.run(
                    f"INSERT OR REPLACE INTO {name} ({columns}) VALUES ({places})",  # noqa: S608 - the same
                    *row,
                )


def _digest(rows: Rows) -> str:
    said = repr(sorted((name, list(kept)) for name, kept in rows.items()))
    return hashlib.sha256(said.encode()).hexdigest()
