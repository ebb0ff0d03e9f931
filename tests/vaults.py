"""Owns quick real vaults for tests, and a look at everything that stands in one."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random  # noqa: TID251  seeded, so that a run can be repeated
from tempfile import mkdtemp  # noqa: TID251  vaults of fictional people, gone with the process

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
    """A new vault with its holder, open. The caller closes it.

    Making one costs more than most tests that need one: each process makes one for a person, a
    name of a folder and a time, and every other is a copy of it.
    """
    made, key = _made(folder.name, who, at.now)
    shutil.copytree(made, folder)
    return open_workspace(folder, key)


@cache
def _made(name: str, who: NewPerson, now: datetime) -> tuple[Path, vault.VaultKey]:
    at = Moment(now, Random(f"{name}/{who.name}").randbytes)
    shelf = Path(mkdtemp(prefix="rhi-made-"))
    atexit.register(shutil.rmtree, shelf, ignore_errors=True)
    made = shelf / name
    key = vault.create(made, PASSPHRASE, at, cost=CHEAP)
    settle_in(made, key, who, at)
    return made, key


def contents(workspace: Workspace) -> Mapping[str, tuple[Row, ...]]:
    """Every row of every table: two equal answers mean that nothing was written between them."""
    connection = workspace.store.connection
    names = connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {
        name: tuple(sorted(connection.rows(f"SELECT * FROM {name}"), key=repr))  # noqa: S608 - a name out of the database itself
        for name in (str(row[0]) for row in names)
    }
