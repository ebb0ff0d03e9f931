# The few calls of sqlcipher3 that store.connection makes.

from collections.abc import Iterable, Sequence
from typing import TypeAlias

SqlValue: TypeAlias = int | str | bytes | None

sqlite_version_info: tuple[int, int, int]

class Error(Exception):
    sqlite_errorcode: int

class DatabaseError(Error): ...
class OperationalError(DatabaseError): ...
class IntegrityError(DatabaseError): ...

class Cursor:
    rowcount: int
    def fetchone(self) -> tuple[SqlValue, ...] | None: ...
    def fetchall(self) -> list[tuple[SqlValue, ...]]: ...

class Connection:
    in_transaction: bool
    def set_key(self, key: str) -> None: ...
    def execute(self, sql: str, parameters: Sequence[SqlValue] = ...) -> Cursor: ...
    def executemany(self, sql: str, parameters: Iterable[Sequence[SqlValue]]) -> Cursor: ...
    def close(self) -> None: ...

def connect(
    database: str,
    *,
    timeout: float = ...,
    isolation_level: str | None = ...,
    cached_statements: int = ...,
    uri: bool = ...,
) -> Connection: ...
