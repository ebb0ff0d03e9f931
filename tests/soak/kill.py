"""Owns the row "kill": whatever was acknowledged survives kill -9 at any moment."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.errors import RhiError
from rhi_desktop.store import journal
from rhi_desktop.workflow import planning
from tests.bench import world
from tests.bench.world import World
from tests.soak import writer
from tests.soak.forked import Forks
from tests.soak.row import number_from
from tests.soak.writer import Written

LONGEST_MS = 150


@dataclass(frozen=True, slots=True)
class Killing:
    """One vault with an open interview, copied anew for each kill."""

    base: World
    interview: InterviewId
    seed: str
    forks: Forks
    order: str = "after"

    def run(self, number: int) -> list[str]:
        """Starts the writer, kills it after a while, looks what is left.

        The while counts from the first act, or from the fork: then some kills come while the
        vault is being opened.
        """
        folder = self.base.folder.with_name("killed.rhivault")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.base.folder, folder)
        key = self.base.key
        child = self.forks.start(
            str(folder), key.vault_id, key.master.hex(), self.interview, self.order
        )
        first = [child.line()] if number % 2 else []
        time.sleep(number_from(self.seed, number, below=LONGEST_MS * 1000) / 1e6)
        child.kill()
        said = len([*first, *child.rest()])
        if child.status != 9:
            return [f"the writer ended by itself, with {child.status}"]
        return self._faults(World(folder, key), said)

    def _faults(self, left: World, said: int) -> list[str]:
        try:
            with left.opened() as ws:
                journal.check(ws.store)
                there = writer.found(ws, self.interview)
        except RhiError as error:
            return [f"the vault does not open whole: {error.code}"]
        # The kill may have come between a commit and the word that it was done.
        fitting = (writer.after(said), writer.after(said + 1))
        return [] if there in fitting else [_lost(there, fitting[0], said)]

    def end(self) -> None:
        """Ends the process that makes the writers."""
        self.forks.end()


def _lost(there: Written, wanted: Written, said: int) -> str:
    """In which of its parts a vault is not what was acknowledged; counts only."""
    parts = ("lines", "answers", "plan", "drafts")
    pairs = [(part, getattr(there, part), getattr(wanted, part)) for part in parts]
    wrong = [f"{part} {len(has)} of {len(due)}" for part, has, due in pairs if has != due]
    return f"{said} acts acknowledged, other than that: {', '.join(wrong)}"


@dataclass(frozen=True, slots=True)
class Kill:
    """Autosave as fast as possible, kill, open again: nothing acknowledged may be missing."""

    name: str = "kill"
    what: str = "kill -9 at a random moment of autosave: nothing acknowledged is lost or torn"
    runs: int = 1_000
    order: str = "after"

    def ready(self, work: Path, seed: str) -> Killing:
        """A vault with one open interview and its empty plan."""
        base = world.make(work / "base.rhivault", f"{seed}/kill")
        with base.opened() as ws:
            interview = world.start_interview(ws, f"{seed}/talk")
            planning.open_plan(ws, interview, world.moment(f"{seed}/plan", 4))
        return Killing(base, interview, seed, Forks("tests.soak.writer:keep"), self.order)
