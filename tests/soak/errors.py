"""Owns the row "errors": the disk refuses in the middle of work, says so, and nothing is lost.

A working session runs in a child. At one of its calls the disk begins to refuse, once or from
then on. Whatever a verb raises must be of our own kind. At the end the disk takes everything
again: the vault opens, every promise holds, and the work goes on.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.session import Session
from tests.soak import operations, recording
from tests.soak.forked import Forks
from tests.soak.looker import Looker
from tests.soak.points import Base, opening, ours
from tests.soak.promises import Facts, Teller
from tests.soak.recording import EVER, Recorder
from tests.soak.work import NAME, Work, facts_of, journal_of

ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT)
CALLS = 500
"""How many of the first calls of a session are refused, each in its run."""
ACTS = 28
SNAPSHOT_AFTER = 10
STRIDE = 307
"""Prime to the number of calls: a few runs are spread over the whole session."""


@dataclass(frozen=True, slots=True)
class Refusing:
    """A vault with a talk, and the process whose children meet a bad disk."""

    base: Base
    forks: Forks
    looker: Looker
    seed: str
    swallow: str = ""
    """For proof that a loss is seen: a refusal is passed over and called kept."""
    calls: int = CALLS
    acts: int = ACTS
    noticed: list[bool] = field(default_factory=list)
    """Of each run whether the refusal was told; what is only tidied up may fail in silence."""

    def run(self, number: int) -> list[str]:
        """One session on a disk that refuses at some call, once or from then on."""
        first = number * STRIDE % self.calls + 1
        once = number // len(ERRORS) % 2 == 0
        return self.refuse(ERRORS[number % len(ERRORS)], first, once=once)

    def refuse(self, error: int, first: int, *, once: bool) -> list[str]:
        """One session on a disk that refuses at this call."""
        root = self.base.folder.with_name("refused")
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.base.folder, root)
        child = self.forks.start(
            *(str(root), self.base.interview, f"{self.seed}/{error}/{first}", self.swallow),
            *(str(error), str(first), str(first if once else EVER), str(self.acts)),
        )
        said = child.rest()
        told = [*self.base.told, *(line for line in said if line.startswith("{"))]
        faults = [] if child.status == 0 else [f"the session ended with {child.status}"]
        met = [int(line.removeprefix(COUNTED)) for line in said if line.startswith(COUNTED)]
        if not faults and met[0] < first:
            faults.append(f"the session has {met[0]} calls only")
        self.noticed.append(any(line.startswith(REFUSED) for line in said))
        faults += self.looker.faults(root / NAME, told, self.base.interview)
        which = f"{errno.errorcode[error]} at call {first}{'' if once else ' and after'}"
        return [f"{which}: {fault}" for fault in faults]

    def figures(self) -> dict[str, float]:
        """How many refusals a person was told of."""
        return {"refusals told": sum(self.noticed)}

    def end(self) -> None:
        """Ends the process that makes the children."""
        self.looker.end()
        self.forks.end()


REFUSED, COUNTED = "refused ", "counted "


@dataclass(slots=True)
class Sitting:
    """One session that goes on whatever the disk says, as a person would."""

    work: Work
    swallow: bool
    session: Session | None = None
    sealed: list[bytes] = field(default_factory=list)

    def tried(self, act: Callable[[], object], facts: Facts | None = None) -> bool:
        """Whether it went through; a refusal is said, anything else ends the child."""
        if facts is not None:
            self.work.teller.will(facts)
        try:
            act()
        except RhiError as error:
            _say(REFUSED + error.code)
            if not self.swallow:
                return False
        if facts is not None:
            self.work.teller.kept()
        return True

    def open(self) -> None:
        """The vault, with what an earlier lock handed over."""
        work = self.work
        if self.session is None:
            self.session = operations.session_of(work, work.open())
        for sealed in tuple(self.sealed):
            self.session.take_over(sealed)
            self.sealed.remove(sealed)

    def act(self, number: int) -> None:
        """Something kept, then half-typed words that the autosave keeps or holds."""
        if self.session is None:
            return
        ws = self.session.ws
        facts = facts_of(number)
        if self.tried(lambda: self.work.acting(ws)(number), facts):
            self.tried(lambda: _say(json.dumps({"kept": journal_of(ws)})))

    def snapshot(self) -> None:
        """What the program does by itself now and then."""
        if self.session is not None:
            ws = self.session.ws
            self.tried(lambda: self.work.take_snapshot(ws))

    def lock(self, text: str) -> None:
        """Words that nobody saved yet, then the lock: saved, or sealed and handed over."""
        if self.session is None:
            return
        session, self.session = self.session, None
        self.work.teller.will({"draft/line": text})
        session.shell.autosave.mark("line", text)
        session.shell.autosave.refused.connect(_autosave_refused)
        sealed = b"" if self.swallow else session.close()
        if sealed:
            self.sealed.append(sealed)
        self.work.teller.kept()


def _autosave_refused(error: RhiError | None) -> None:
    if error is not None:
        _say(REFUSED + error.code)


def sat(arguments: list[str]) -> None:
    """One session in a process of its own."""
    root, interview, seed, swallow = arguments[:4]
    error, first, last, acts = map(int, arguments[4:])
    work = Work(Path(root), Teller(_say), seed, "first", InterviewId(interview))
    sitting, recorder = Sitting(work, bool(swallow)), Recorder()
    start = operations.first_of(work)
    recorder.arm(Path(root))
    recorder.refuse(error, first, last)
    sitting.tried(sitting.open)
    if not sitting.tried(work.change_passphrase) and last == first:
        # Whoever was told that the disk refused goes on with the old one.
        _say(json.dumps({"kept": {"passphrase": "first"}}))
    for number in range(start, start + acts):
        sitting.act(number)
        if number == start + SNAPSHOT_AFTER:
            sitting.snapshot()
    sitting.lock(f"half a sentence {seed}")
    _say(f"{COUNTED}{recorder.counted}")
    recorder.give_room()
    work.passphrase = opening(Path(root))
    sitting.open()
    for number in range(start + acts, start + acts + 3):
        sitting.act(number)
    sitting.lock(f"another half {seed}")
    if sitting.sealed:
        raise RuntimeError("there was room and the words were not saved")


def made(arguments: list[str]) -> None:
    """A new vault on a disk that refuses from a call on; says how many calls there were."""
    root, error, first = arguments
    work, recorder = Work(Path(root), Teller(lambda _: None), "made"), Recorder()
    recorder.arm(Path(root))
    recorder.refuse(int(error), int(first), int(first))
    try:
        work.make()
    except RhiError as refusal:
        _say(REFUSED + refusal.code)
    _say(f"{COUNTED}{recorder.counted}")


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


@dataclass(frozen=True, slots=True)
class Errors:
    """A disk that refuses is named, and takes nothing away that was acknowledged."""

    name: str = "errors"
    what: str = "the disk full, failing or read-only at a call: said clearly, nothing lost"
    runs: int = CALLS
    calls: int = CALLS
    acts: int = ACTS
    swallow: str = ""

    def ready(self, work: Path, seed: str) -> Refusing:
        """A vault with a talk."""
        base = ours(work.resolve() / "base", seed)
        forks = Forks("tests.soak.errors:sat", recording.environment())
        return Refusing(base, forks, Looker(), seed, self.swallow, self.calls, self.acts)
