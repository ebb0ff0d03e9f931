"""Owns the fictional vaults that are measured: new and from a seed, and the moments in them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rhi_desktop.crypto.kdf import Cost
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.store import vault
from rhi_desktop.workflow import casework, interviewing, unlocking
from rhi_desktop.workflow.entries import NewCase, NewEpisode, NewPerson
from rhi_desktop.workflow.workspace import Workspace
from tests.conftest import seeded_draw

QUICK = Cost(8 * 1024, 1, 1)
"""Deriving the key is no row here: Argon2id takes the time it is told to take."""
PASSPHRASE = "lantern copper meadow violin"
NOW = datetime(2026, 3, 10, 14, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class World:
    """One vault folder with its key, and the folder to work in."""

    folder: Path
    key: VaultKey

    @contextmanager
    def opened(self) -> Iterator[Workspace]:
        """The vault, open for work."""
        ws = unlocking.open_workspace(self.folder, self.key)
        try:
            yield ws
        finally:
            unlocking.close(ws)


def moment(seed: str, minutes: float = 0) -> Moment:
    """A moment so many minutes after the beginning, with randomness of its own."""
    return Moment(NOW + timedelta(minutes=minutes), seeded_draw(seed))


def make(folder: Path, seed: str, cost: Cost = QUICK) -> World:
    """A new vault with its holder and nothing else."""
    if folder.exists():
        shutil.rmtree(folder)
    at = moment(f"{seed}/vault")
    key = vault.create(folder, PASSPHRASE, at, cost=cost)
    person = NewPerson("Alex Example", "independent interviewer", "Example Return Service")
    unlocking.settle_in(folder, key, person, at)
    return World(folder, key)


def start_interview(ws: Workspace, seed: str) -> InterviewId:
    """A new child, one episode, and an interview about it."""
    at = moment(seed)
    case_id = casework.add_case(ws, NewCase(f"TALK-{seed}", Child("Q.X.")), at)
    returned = NOW - timedelta(hours=20)
    episode = casework.add_episode(ws, case_id, NewEpisode(returned=returned), at)
    return interviewing.start(ws, case_id, [episode], at)
