"""Owns the row "flips": a vault file with one changed bit or a cut end never gives wrong data."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.errors import RhiError
from rhi_desktop.store import exchange_records, journal
from rhi_desktop.sync.records import record_plain
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import talk, world
from tests.bench.world import World
from tests.soak.row import number_from

DATABASE = "case.db"
CUT_EVERY = 10
"""Each tenth run cuts the file instead of flipping a bit."""


@dataclass(frozen=True, slots=True)
class Flipping:
    """One vault with a sealed interview, and what it holds."""

    base: World
    cases: tuple[CaseId, ...]
    content: bytes
    seed: str
    hurt: Callable[[bytes, int, str], bytes]

    def run(self, number: int) -> list[str]:
        """Damages a copy, then opens, checks and reads all of it."""
        folder = self.base.folder.with_name("damaged.rhivault")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.base.folder, folder)
        damaged = self.hurt((folder / DATABASE).read_bytes(), number, self.seed)
        (folder / DATABASE).write_bytes(damaged)
        try:
            with World(folder, self.base.key).opened() as ws:
                journal.check(ws.store)
                content = everything(ws, self.cases)
        except RhiError:
            return []
        return [] if content == self.content else [f"run {number}: other content, and no refusal"]


def damage(data: bytes, number: int, seed: str) -> bytes:
    """One bit changed somewhere, or the end cut off."""
    place = number_from(seed, number, "place", below=len(data))
    if number % CUT_EVERY == 0:
        return data[:place]
    bit = 1 << number_from(seed, number, "bit", below=8)
    return data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]


def everything(ws: Workspace, cases: tuple[CaseId, ...]) -> bytes:
    """Every revision of every record of these cases, as bytes that can be compared."""
    outgoing = exchange_records.collect(ws.store, cases)
    return dumps([record_plain(record) for record in outgoing.records])


@dataclass(frozen=True, slots=True)
class Flips:
    """Damage is refused or harmless; it never shows as other content."""

    name: str = "flips"
    what: str = "one bit flipped, or the end cut: refused or harmless, never other content"
    runs: int = 11_000

    def ready(self, work: Path, seed: str) -> Flipping:
        """A vault with one sealed interview of ten lines, closed, all of it in one file."""
        base = world.make(work / "base.rhivault", f"{seed}/flips")
        with base.opened() as ws:
            interview = world.start_interview(ws, f"{seed}/talk")
            case = talk.case_of(talk.sealed(ws, interview, 10, world.moment(f"{seed}/lines", 90)))
            content = everything(ws, (case,))
        return Flipping(base, (case,), content, seed, damage)
