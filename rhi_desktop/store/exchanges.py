"""Owns the log of bundles that left and came; only ever added to."""

from __future__ import annotations

from collections.abc import Mapping

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.exchange import Sent
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.reading import value_of

_NOTHING: Mapping[str, int] = {}


def log_sent(vault: Vault, sent: Sent, held: Mapping[str, int] = _NOTHING) -> None:
    """Writes down a bundle that left or came. One that is in the log already stays as it is.

    `held` says how many revisions it had of which case; a removed case takes its own with it.
    """
    with vault.transaction():
        vault.connection.run(
            "INSERT INTO sent VALUES (?, ?, ?) ON CONFLICT (bundle_id) DO NOTHING",
            sent.bundle_id,
            str(to_plain(sent.at)),
            dumps(to_plain(sent)).decode(),
        )
        for case_id, revisions in held.items():
            vault.connection.run(
                "INSERT INTO bundle_cases VALUES (?, ?, ?)"
                " ON CONFLICT (bundle_id, case_id) DO NOTHING",
                sent.bundle_id,
                case_id,
                revisions,
            )


def bundles_of(vault: Vault, case_id: CaseId) -> tuple[tuple[Sent, int], ...]:
    """Each bundle that held something of a case, and how many revisions, the newest first.

    Bundles that were written down before the log knew of cases are not among them.
    """
    found = vault.connection.rows(
        "SELECT body, revisions FROM bundle_cases JOIN sent USING (bundle_id)"
        " WHERE case_id = ? ORDER BY sent.at DESC, sent.rowid DESC",
        case_id,
    )
    return tuple(
        (value_of(Sent, body), revisions if isinstance(revisions, int) else 0)
        for body, revisions in found
    )


def all_sent(vault: Vault) -> tuple[Sent, ...]:
    """Every bundle in the log, the newest first."""
    found = vault.connection.rows("SELECT body FROM sent ORDER BY at DESC, rowid DESC")
    return tuple(value_of(Sent, row[0]) for row in found)
