"""Owns the floors: the least that anybody's program would have to do for the same effect."""

from __future__ import annotations

import sqlite3  # noqa: TID251  the floor of a query is the same query on plain sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as engine

from rhi_desktop.store.connection import Connection, Value
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

    It answers the very statements that the store sends, caught on their way.
    """

    def __init__(self, ws: Workspace, path: Path) -> None:
        self._ws = ws
        self._raw = sqlite3.connect(path)
        for table in ("case_rows", "episodes"):
            self._copy(table)
        self._raw.commit()

    def _copy(self, table: str) -> None:
        columns = [str(row[1]) for row in self._ws.store.connection.rows(_columns(table))]
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        kind = f"{columns[0]} TEXT PRIMARY KEY, " + ", ".join(columns[1:])
        without = " WITHOUT ROWID" if table == "case_rows" else ""
        self._raw.execute(f"CREATE TABLE {table} ({kind}){without}")
        found = self._ws.store.connection.rows(f"SELECT {names} FROM {table}")  # noqa: S608  ours
        self._raw.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608  ours

    def asker(self, ask: Callable[[Workspace], object]) -> Callable[[], list[object]]:
        """A call that asks plain sqlite3 what `ask` makes the store ask its own file."""
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
        return lambda: [self._raw.execute(sql, values).fetchall() for sql, values in caught]

    def close(self) -> None:
        """Closes the file."""
        self._raw.close()


def _columns(table: str) -> str:
    return f"PRAGMA table_info({table})"
