"""Owns inserting many rows with few statements."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from rhi_desktop.store.connection import Connection, Row

_AT_ONCE = (64, 8, 1)
"""How many rows one statement inserts. Few sizes, so that each statement is prepared once."""


def put(connection: Connection, into: str, rows: Sequence[Row]) -> None:
    """Inserts all rows; `into` is the statement up to VALUES.

    The engine locks and wipes all memory that a statement needs, again for each of them: that
    takes more time than everything else it does.
    """
    done = 0
    for size in _AT_ONCE:
        while len(rows) - done >= size:
            several = rows[done : done + size]
            marks = f"({', '.join('?' * len(rows[0]))})"
            statement = f"{into} VALUES {', '.join([marks] * size)}"
            connection.run(statement, *chain.from_iterable(several))
            done += size
