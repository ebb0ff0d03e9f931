"""Owns the floors: the least that anybody's program would have to do for the same effect."""

from __future__ import annotations

import json
import sqlite3  # noqa: TID251  the floor of a query is the same query on plain sqlite3
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as engine

from rhi_desktop.domain.clock import local, state
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import EpisodeId
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.person import Child
from rhi_desktop.store.connection import Connection, Value
from rhi_desktop.workflow.views import CaseRow, Stage
from rhi_desktop.workflow.workspace import Workspace

KEY = "ab" * 48
"""A raw key and salt of nobody's."""


class BareCipher:
    """One encrypted table in a file of its own, with the settings that keep a commit on the disk.

    Nothing of ours in between: the engine's Python connection alone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._raw = self._opened()
        self._raw.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT)")

    def _opened(self) -> engine.Connection:
        raw = engine.connect(str(self._path), isolation_level=None)
        raw.set_key(f"x'{KEY}'")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        return raw

    def keep(self, body: str) -> None:
        """One insert and one commit."""
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.execute("INSERT INTO t (body) VALUES (?)", (body,))
        self._raw.execute("COMMIT")

    def keep_all(self, bodies: list[str]) -> None:
        """Many inserts and one commit."""
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.executemany("INSERT INTO t (body) VALUES (?)", [(body,) for body in bodies])
        self._raw.execute("COMMIT")

    def close(self) -> None:
        """Closes the file."""
        self._raw.close()


class PlainCopy:
    """The two tables behind the list of cases, copied to plain sqlite3 in a file of its own.

    What a person would write who had only these rows and no need to hide them: the same tables
    with the same indexes, the very statements that the store sends (caught on their way, so that
    neither side has the better plan), and each row made into the value that the page gets, by
    hand and without a check. So the ratio is what encryption, layers and strict reading cost. A
    statement that sorts the whole table would be the more usual thing to write; beside that floor
    ours would always look good.
    """

    def __init__(self, ws: Workspace, path: Path) -> None:
        self._ws = ws
        self._raw = sqlite3.connect(path)
        self._raw.execute("PRAGMA journal_mode = WAL")
        self._raw.execute("PRAGMA cache_size = -32768")
        for table in ("case_rows", "episodes"):
            self._copy(table)
        for row in ws.store.connection.rows(_INDEXES):
            self._raw.execute(str(row[0]))
        self._raw.commit()

    def _copy(self, table: str) -> None:
        store = self._ws.store.connection
        columns = [str(row[1]) for row in store.rows(f"PRAGMA table_info({table})")]
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        kind = f"{columns[0]} TEXT PRIMARY KEY, " + ", ".join(columns[1:])
        without = " WITHOUT ROWID" if table == "case_rows" else ""
        self._raw.execute(f"CREATE TABLE {table} ({kind}){without}")
        found = store.rows(f"SELECT {names} FROM {table}")  # noqa: S608  ours
        self._raw.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608  ours

    def asker(
        self, ask: Callable[[Workspace], object], now: datetime
    ) -> Callable[[], list[CaseRow]]:
        """A call that asks plain sqlite3 what `ask` makes the store ask, and gives its values."""
        caught: list[tuple[str, tuple[Value, ...]]] = []
        original = Connection.rows

        def catch(connection: Connection, sql: str, *values: Value) -> object:
            caught.append((sql, values))
            return original(connection, sql, *values)

        Connection.rows = catch  # type: ignore[method-assign,assignment]  # put back below
        try:
            ask(self._ws)
        finally:
            Connection.rows = original  # type: ignore[method-assign]  # as it was

        def floor() -> list[CaseRow]:
            answers = [self._raw.execute(sql, values).fetchall() for sql, values in caught]
            # Before the rows of a search it is asked which ones: identifiers alone.
            rows = [row for answer in answers for row in answer if len(row) > 1]
            return [_value(row, self._ws.profile.hours, now) for row in rows]

        return floor

    def close(self) -> None:
        """Closes the file."""
        self._raw.close()


_INDEXES = (
    "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'case_rows' AND sql NOT NULL"
)


def _value(row: tuple[Any, ...], hours: int, now: datetime) -> CaseRow:
    """The value of a row of the list, as short as it can be written."""
    case_id, reference, initials, _, born, body, attempts, interview, heard, stage, saved = row[:11]
    away = json.loads(body) if body else {}
    times: dict[str, Any] = {
        name: datetime.fromisoformat(away[name])
        for name in ("last_seen", "reported", "found", "returned")
        if away.get(name)
    }
    episode = Episode(
        EpisodeId(""), case_id, accuracy=Accuracy(away.get("accuracy", "exact")), **times
    )
    started = datetime.fromisoformat(heard) if heard else None
    stopped = datetime.fromisoformat(row[12]) if row[12] else None
    return CaseRow(
        case_id=case_id,
        reference=reference,
        initials=initials,
        age=Child("", born=date.fromisoformat(born)).age_on(local(now).date()) if born else None,
        returned=times.get("returned"),
        clock=state(episode, started, hours, now, stopped_at=stopped),
        stage=Stage(stage),
        attempts=attempts,
        saved_at=datetime.fromisoformat(saved),
        interview_id=interview,
        outcome=Outcome(row[11]) if row[11] else None,
        late=LateReason(away["late"]) if away.get("late") else None,
    )
