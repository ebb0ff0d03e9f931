"""Owns the rows that say which case was removed when, and which rows of the journal that covers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.errors import VaultError
from rhi_desktop.store.connection import Row
from rhi_desktop.store.opened import Vault

KIND = "purge"
"""Stands in the journal in the place of a kind of record."""

_DOMAIN = b"rhi/purge/v1\0"
_ALL = "SELECT seq, id, case_id, author, device, at, records, covers, digest FROM purges"


@dataclass(frozen=True, slots=True)
class Purge:
    """One removal of a case. Holds nothing of what was removed but the case's random identifier."""

    seq: int
    """Its own row of the journal, one more than the journal was long."""
    id: str
    case_id: str
    author: str
    device: str
    at: datetime
    records: int
    """How many revisions went."""
    covers: str
    """Their rows of the journal, as canonical JSON: pairs of the first and last of a run."""

    @property
    def digest(self) -> str:
        """SHA-256 over everything else; the journal's chain holds it."""
        return hashlib.sha256(_DOMAIN + dumps([*self._values()])).hexdigest()

    @property
    def row(self) -> Row:
        """As it stands in the table."""
        return (*self._values(), self.digest)

    @property
    def covered(self) -> frozenset[int]:
        """Every row of the journal whose revision went. VaultError vault_damaged."""
        rows = {row for first, last in self._pairs() for row in range(first, last + 1)}
        if len(rows) != self.records:
            raise VaultError("vault_damaged")
        return frozenset(rows)

    def _pairs(self) -> list[tuple[int, int]]:
        try:
            pairs = [(int(first), int(last)) for first, last in json.loads(self.covers)]
        except (TypeError, ValueError):
            raise VaultError("vault_damaged") from None
        # Looked at before they are counted out: a number may be of any size.
        if not all(0 < first <= last < self.seq for first, last in pairs):
            raise VaultError("vault_damaged")
        return pairs

    def _values(self) -> tuple[int | str, ...]:
        return (
            *(self.seq, self.id, self.case_id, self.author, self.device),
            *(str(to_plain(self.at)), self.records, self.covers),
        )


def runs(numbers: Iterable[int]) -> str:
    """Whole numbers as `covers` has them."""
    pairs: list[list[int]] = []
    for number in sorted(numbers):
        if pairs and pairs[-1][1] == number - 1:
            pairs[-1][1] = number
        else:
            pairs.append([number, number])
    plain: list[Plain] = [[first, last] for first, last in pairs]
    return dumps(plain).decode()


def texts(several: Iterable[str]) -> str:
    """Several texts as the JSON that a query can take apart."""
    plain: list[Plain] = [*dict.fromkeys(several)]
    return dumps(plain).decode()


def put(vault: Vault, purge: Purge) -> None:
    """Begins a removal. Call it inside the transaction that ends it with its row of the journal."""
    vault.connection.run("INSERT INTO purges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *purge.row)
    vault.connection.run("INSERT INTO purge_rest VALUES (?)", purge.seq)


def all_covered(vault: Vault) -> frozenset[int]:
    """The rows of the journal that have no record any more because their case was removed.

    Raises VaultError vault_damaged for a purge that is not what its digest says, or claims rows
    that it cannot have removed.
    """
    covered: set[int] = set()
    for row in vault.connection.rows(f"{_ALL} ORDER BY seq") if count(vault) else ():
        purge = _purge(row)
        rows = purge.covered
        if purge.digest != row[-1] or rows & covered:
            raise VaultError("vault_damaged")
        covered |= rows
    return frozenset(covered)


def digest_at(vault: Vault, seq: int) -> str | None:
    """The digest of the purge with this number, worked out of its row; None when there is none."""
    row = vault.connection.row(f"{_ALL} WHERE seq = ?", seq)
    return None if row is None or _purge(row).digest != row[-1] else str(row[-1])


def count(vault: Vault) -> int:
    """How many removals there were; a copy of an earlier version of the tables knows of none."""
    known = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'purges'"
    if vault.connection.number(known) == 0:
        return 0
    return vault.connection.number("SELECT count(*) FROM purges")


def once_here(vault: Vault, digests: Iterable[str]) -> frozenset[str]:
    """Which of these the journal knows: the very revisions, also of records that were removed."""
    found = vault.connection.rows(
        "SELECT digest FROM journal WHERE digest IN (SELECT value FROM json_each(?))",
        texts(digests),
    )
    return frozenset(str(row[0]) for row in found)


def removed(vault: Vault, case_ids: Iterable[str]) -> Mapping[CaseId, datetime]:
    """Which of these cases were removed here and have not come again, and when."""
    found = vault.connection.rows(
        "SELECT case_id, at FROM purges WHERE case_id IN (SELECT value FROM json_each(?))"
        " AND case_id NOT IN (SELECT id FROM cases) ORDER BY seq",
        texts(case_ids),
    )
    return {CaseId(str(case_id)): datetime.fromisoformat(str(at)) for case_id, at in found}


def _purge(row: Row) -> Purge:
    seq, purge_id, case_id, author, device, at, records, covers, _ = row
    if not isinstance(seq, int) or not isinstance(records, int):
        raise VaultError("vault_damaged")
    return Purge(
        seq,
        str(purge_id),
        str(case_id),
        str(author),
        str(device),
        datetime.fromisoformat(str(at)),
        records,
        str(covers),
    )
