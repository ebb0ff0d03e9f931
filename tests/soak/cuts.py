"""Owns the row "cuts": the power goes while a vault is at work, and nothing promised is missing.

The work is recorded once. Each run cuts the record somewhere, makes one of the states in which a
disk may then be found, and opens the vault in it as the product does.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.store import connection, journal, vault
from rhi_desktop.store.connection import Connection, Mode
from tests.soak import recording
from tests.soak.disk import WAYS, Disk, lay_out, left_behind
from tests.soak.forked import Forks
from tests.soak.looker import Looker
from tests.soak.promises import Teller
from tests.soak.recording import Call, Op, Recorder
from tests.soak.row import number_from
from tests.soak.work import NAME, Work
from tests.unit.store.samples import Dice

MEMORY = Path("/dev/shm")  # noqa: S108 - states are fictional and need no slow disk
NEAR = 3


@dataclass(frozen=True, slots=True)
class Cutting:
    """One recorded day of work, and a place where states of the disk are made."""

    root: Path
    calls: tuple[Call, ...]
    edges: tuple[int, ...]
    """Where the program forced or promised something: what goes wrong goes wrong there."""
    seed: str
    place: Path
    looker: Looker
    talk: InterviewId = field(default=InterviewId(""))

    def run(self, number: int) -> list[str]:
        """Cuts the power somewhere and looks at one of the states it leaves."""
        dice = Dice(f"{self.seed}/{number}")
        cut = self._cut(number, dice)
        way = tuple(WAYS)[number // 2 % len(WAYS)]
        done = self.calls[:cut]
        left = left_behind(Disk(self.root).take(done), way, dice)
        told = [call.first.decode() for call in done if call.op is Op.MARK]
        shutil.rmtree(self.place, ignore_errors=True)
        lay_out(left, self.place)
        faults = self.looker.faults(self.place / NAME, told, self.talk)
        return [f"cut {cut}, {way}: {fault}" for fault in faults]

    def _cut(self, number: int, dice: Dice) -> int:
        if number % 2:
            return dice.below(len(self.calls) + 1)
        near = self.edges[dice.below(len(self.edges))] + dice.below(NEAR) - 1
        return max(0, min(near, len(self.calls)))

    def end(self) -> None:
        """Gives the place back."""
        self.looker.end()
        shutil.rmtree(self.place, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Cuts:
    """Whatever the disk kept of what was not forced, the promises hold."""

    name: str = "cuts"
    what: str = "the power cut in recorded work: nothing promised lost or torn, every vault opens"
    runs: int = 10_000
    lie: str = ""
    """For proof that a loss is seen: what the recorded program leaves out."""

    def ready(self, work: Path, seed: str) -> Cutting:
        """Records one day of work."""
        root, trace = work.resolve() / "disk", work / "trace"
        root.mkdir()
        forks = Forks("tests.soak.cuts:recorded", recording.environment())
        try:
            child = forks.start(str(root), str(trace), seed, self.lie)
            said = child.rest()
        finally:
            forks.end()
        if child.status != 0:
            raise RuntimeError(f"the recorded work ended with {child.status}: {said}")
        calls = recording.read(trace)
        edges = tuple(n for n, call in enumerate(calls) if call.op in {Op.MARK, Op.SYNC})
        talk = InterviewId(said[0].strip())
        return Cutting(root, calls, edges, seed, _place(work), Looker(), talk)


def recorded(arguments: list[str]) -> None:
    """The work that is recorded, in a process of its own."""
    root, trace, seed, lie = arguments
    if lie:
        LIES[lie]()
    recorder = Recorder()
    recorder.arm(Path(root), Path(trace))
    day = Work(Path(root), Teller(recorder.mark), seed)
    whole_day(day)
    recorder.disarm()
    os.write(1, f"{day.interview}\n".encode())


def whole_day(day: Work) -> None:
    """A new vault, talk, locks, a new passphrase, snapshots, a case removed, a vault restored."""
    first = number_from(day.seed, "start", below=1000)
    day.make()
    with day.opened() as ws:
        day.begin(ws)
        day.add_other(ws)
        day.acts(ws, range(first, first + 10))
    day.guess_wrong()
    day.change_passphrase()
    with day.opened() as ws:
        day.acts(ws, range(first + 10, first + 16))
        day.take_snapshot(ws)
        day.acts(ws, range(first + 16, first + 20))
        day.purge_other(ws)
        length = str(journal.head(ws.store).length)
    day.restore(length)
    with day.opened() as ws:
        day.acts(ws, range(first + 20, first + 26))


def _lax_engine() -> None:
    """Commits are not forced any more, as with the setting that many programs use."""
    real = connection.open_database

    def opened(path: Path, key: bytes, salt: bytes, mode: Mode) -> Connection:
        fresh = real(path, key, salt, mode)
        fresh.run("PRAGMA synchronous = NORMAL")
        return fresh

    vars(vault)["open_database"] = opened


def _lax_files() -> None:
    """A file takes the place of another before its bytes are forced."""

    def through(path: Path, data: bytes, mode: int) -> None:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(number, "wb") as file:
            file.write(data)

    vars(files)["_write_through"] = through


def _lax_folders() -> None:
    """A name is called kept before its folder is forced."""
    vars(files)["sync_folder"] = lambda _folder: None


LIES: Mapping[str, Callable[[], None]] = {
    "lax engine": _lax_engine,
    "lax files": _lax_files,
    "lax folders": _lax_folders,
}
"""What breaks the product on purpose, in the recorded process only."""


@dataclass(frozen=True, slots=True)
class Breaking:
    """A folder to record in, and how many states of each broken program are looked at."""

    work: Path
    seed: str
    states: int
    found: dict[str, float] = field(default_factory=dict)

    def run(self, number: int) -> list[str]:
        """Records one broken program and looks for what it lost."""
        lie = tuple(LIES)[number % len(LIES)]
        place = self.work / lie.replace(" ", "-")
        place.mkdir()
        trial = Cuts(lie=lie).ready(place, self.seed)
        try:
            lost = sum(bool(trial.run(state)) for state in range(self.states))
        finally:
            trial.end()
        self.found[f"{lie}: states of {self.states} with a loss"] = lost
        return [] if lost else [f"{lie}: nothing was found in {self.states} states"]

    def figures(self) -> dict[str, float]:
        """How many states of each broken program were found out."""
        return dict(self.found)


@dataclass(frozen=True, slots=True)
class Lax:
    """The row cuts must fail for a program that does not force what it calls kept."""

    name: str = "lax"
    what: str = "the row cuts over broken programs: each must be found out"
    runs: int = len(LIES)
    states: int = 500

    def ready(self, work: Path, seed: str) -> Breaking:
        """Nothing to make: each run records for itself."""
        return Breaking(work, seed, self.states)


def _place(work: Path) -> Path:
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK):
        return MEMORY / f"rhi-cuts-{os.getpid()}"
    return work / "state"
