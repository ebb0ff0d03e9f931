"""Owns the tables: ordered steps, each in one transaction with the version that records it."""

from __future__ import annotations

from collections.abc import Callable

from rhi_desktop.errors import VaultError
from rhi_desktop.store import schema_2, schema_3, schema_4
from rhi_desktop.store.connection import Connection
from rhi_desktop.store.schema_1 import TABLES, TRIGGERS

Step = Callable[[Connection], None]


def _first(connection: Connection) -> None:
    for statement in (*TABLES, *TRIGGERS):
        connection.run(statement)


def _second(connection: Connection) -> None:
    for statement in schema_2.STATEMENTS:
        connection.run(statement)


def _third(connection: Connection) -> None:
    for statement in schema_3.STATEMENTS:
        connection.run(statement)


def _fourth(connection: Connection) -> None:
    for statement in schema_4.STATEMENTS:
        connection.run(statement)


STEPS: tuple[Step, ...] = (_first, _second, _third, _fourth)
"""Released steps are never edited; a change is a new step at the end."""


def version(connection: Connection, steps: tuple[Step, ...] = STEPS) -> int:
    """Which step the database has reached. VaultError vault_newer beyond the last we know."""
    reached = connection.number("PRAGMA user_version")
    if reached > len(steps):
        raise VaultError("vault_newer", version=reached)
    return reached


def migrate(connection: Connection, steps: tuple[Step, ...] = STEPS) -> None:
    """Takes every step that is missing. A step that fails leaves the version before it whole."""
    for number in range(version(connection, steps) + 1, len(steps) + 1):
        with connection.transaction():
            steps[number - 1](connection)
            connection.run(f"PRAGMA user_version = {number}")
