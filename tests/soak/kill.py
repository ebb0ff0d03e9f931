"""Owns the row "kill": whatever was acknowledged survives kill -9 at any moment."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.errors import RhiError
from rhi_desktop.store import journal
from rhi_desktop.workflow import interviewing
from tests.bench import world
from tests.bench.world import World
from tests.soak.row import number_from
from tests.soak.writer import words

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MS = 200


@dataclass(frozen=True, slots=True)
class Killing:
    """One vault with an open interview, copied anew for each kill."""

    base: World
    interview: InterviewId
    seed: str
    order: str = "after"

    def run(self, number: int) -> list[str]:
        """Starts the writer, waits for its first line and a while, kills it, looks what is left."""
        folder = self.base.folder.with_name("killed.rhivault")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.base.folder, folder)
        said = self._killed(folder, number_from(self.seed, number, below=LONGEST_MS * 1000) / 1e6)
        return self._faults(folder, said)

    def _killed(self, folder: Path, after: float) -> int:
        command = [sys.executable, "-m", "tests.soak.writer", str(folder), self.interview]
        with subprocess.Popen(
            [*command, self.order],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            if process.stdin is None or process.stdout is None:
                raise RuntimeError("no pipe")
            process.stdin.write(f"{self.base.key.vault_id} {self.base.key.master.hex()}")
            process.stdin.close()
            first = process.stdout.readline()
            time.sleep(after)
            process.kill()
            rest = process.stdout.read().splitlines()
        # Half a line is nothing acknowledged.
        return len([first, *rest]) if first else 0

    def _faults(self, folder: Path, said: int) -> list[str]:
        if not said:
            return ["the writer ended before its first line"]
        try:
            with World(folder, self.base.key).opened() as ws:
                lines = interviewing.load(ws, self.interview).account.lines
                journal.check(ws.store)
        except RhiError as error:
            return [f"the vault does not open whole: {error.code}"]
        kept = [line.words for line in lines]
        found = [] if len(kept) >= said else [f"{said} lines acknowledged, {len(kept)} there"]
        if len(kept) > said + 1:
            found.append(f"{said} lines acknowledged, {len(kept)} there: more than one unsaid")
        torn = [number for number, text in enumerate(kept) if text != words(number).strip()]
        return found + [f"line {number} is not what was written" for number in torn]


@dataclass(frozen=True, slots=True)
class Kill:
    """Keep lines as fast as possible, kill, open again: nothing acknowledged may be missing."""

    name: str = "kill"
    what: str = "kill -9 while lines are kept: none that was acknowledged is lost or torn"
    runs: int = 1_000
    order: str = "after"

    def ready(self, work: Path, seed: str) -> Killing:
        """A vault with one open interview."""
        base = world.make(work / "base.rhivault", f"{seed}/kill")
        with base.opened() as ws:
            interview = world.start_interview(ws, f"{seed}/talk")
        return Killing(base, interview, seed, self.order)
