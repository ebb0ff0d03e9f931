"""Owns quick real vaults for tests, and a look at everything that stands in one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rhi_desktop.crypto.kdf import Cost
from rhi_desktop.domain.moment import Moment
from rhi_desktop.store import vault
from rhi_desktop.store.connection import Row
from rhi_desktop.workflow.entries import NewPerson
from rhi_desktop.workflow.unlocking import open_workspace, settle_in
from rhi_desktop.workflow.workspace import Workspace

PASSPHRASE = "harbour lantern quiet seven"
CHEAP = Cost(64, 1, 1)
"""Everything about the vault is as in the product but the price of one guess."""


def open_fresh(folder: Path, who: NewPerson, at: Moment) -> Workspace:
    """A new vault with its holder, open. The caller closes it."""
    key = vault.create(folder, PASSPHRASE, at, cost=CHEAP)
    settle_in(folder, key, who, at)
    return open_workspace(folder, key)


def contents(workspace: Workspace) -> Mapping[str, tuple[Row, ...]]:
    """Every row of every table: two equal answers mean that nothing was written between them."""
    connection = workspace.store.connection
    names = connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {
        name: tuple(sorted(connection.rows(f"SELECT * FROM {name}"), key=repr))  # noqa: S608 - a name out of the database itself
        for name in (str(row[0]) for row in names)
    }
