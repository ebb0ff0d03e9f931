"""Owns the row "points": kill -9 at twenty places that have names, and what is found after it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.domain.ids import DeviceId, InterviewId
from rhi_desktop.domain.line import Typed, Voice
from rhi_desktop.errors import VaultError
from rhi_desktop.store import vault
from rhi_desktop.store.connection import Mode, open_database
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.unlocking import DATABASE
from rhi_desktop.workflow import exchanging, interviewing, keyholding, trusting, unlocking
from tests.bench import world
from tests.soak import operations, recording, writer
from tests.soak.forked import Fork, Forks
from tests.soak.looker import Looker
from tests.soak.operations import BUNDLE, CARD, Operation
from tests.soak.promises import Teller
from tests.soak.recording import Op, Recorder
from tests.soak.work import NAME, PASSPHRASES, WHO, Work, journal_facts
from tests.vaults import CHEAP

OLD = Path(__file__).resolve().parents[1] / "formats" / "vault_1" / "example.rhivault"
OLD_PASSPHRASE = "kettle harbour violin moss"
KILLED = 9
TOP = "/"


@dataclass(frozen=True, slots=True)
class Point:
    """A place to die: in which operation, before or after which call on a path that fits.

    A piece that ends with a slash stands anywhere in the path, any other at its end.
    """

    does: Operation
    op: Op
    piece: str
    nth: int = 1
    after: bool = False
    base: str = "ours"
    """Which vault it is done in."""


POINTS: Mapping[str, Point] = {
    "save: the log is written, not yet forced": Point(operations.save, Op.SYNC, "-wal", 3),
    "save: the log is forced, nobody was told": Point(
        operations.save, Op.SYNC, "-wal", 2, after=True
    ),
    "checkpoint: some of the pages are in the file": Point(
        operations.checkpoint, Op.WRITE, "case.db", 5
    ),
    "checkpoint: the file is forced, the log is still there": Point(
        operations.checkpoint, Op.UNLINK, "-wal"
    ),
    "snapshot: written, not yet with its name": Point(
        operations.take_snapshot, Op.RENAME, ".snapshot", base="kept"
    ),
    "snapshot: with its name, which is not yet forced": Point(
        operations.take_snapshot, Op.RENAME, ".snapshot", after=True, base="kept"
    ),
    "snapshot: counted, the oldest is about to go": Point(
        operations.take_snapshot, Op.UNLINK, ".snapshot", base="kept"
    ),
    "slots: the first copy is written beside the old one": Point(
        operations.change_passphrase, Op.RENAME, "slots.a"
    ),
    "slots: the first copy is new, the second old": Point(
        operations.change_passphrase, Op.RENAME, "slots.a", after=True
    ),
    "slots: the second copy is written beside the old one": Point(
        operations.change_passphrase, Op.RENAME, "slots.b"
    ),
    "purge: everything is in the log, not yet forced": Point(
        operations.purge, Op.SYNC, "-wal", 2, base="kept"
    ),
    "purge: committed, older snapshots still have it": Point(
        operations.purge, Op.UNLINK, ".snapshot", base="kept"
    ),
    "migrate: the step is in the log, not yet forced": Point(
        operations.migrate, Op.SYNC, "-wal", 2, base="old"
    ),
    "migrate: the step is committed, nothing else happened": Point(
        operations.migrate, Op.SYNC, "-wal", 2, after=True, base="old"
    ),
    "import: everything is in the log, not yet forced": Point(
        operations.take_in, Op.SYNC, "-wal", 2
    ),
    "export: the file is written, not yet with its name": Point(
        operations.send_out, Op.RENAME, ".rhib"
    ),
    "export: the file has its name, the log of what left has no line": Point(
        operations.send_out, Op.RENAME, ".rhib", after=True
    ),
    "lock: the last words are saved, the vault is being closed": Point(
        operations.lock, Op.UNLINK, "-wal"
    ),
    "lock: what was handed over is in the log, not yet forced": Point(
        operations.take_over, Op.SYNC, "-wal", 2
    ),
    "restore: the new vault is whole, not yet with its name": Point(
        operations.restore, Op.RENAME, "-restored.rhivault", base="kept"
    ),
}


@dataclass(frozen=True, slots=True)
class Base:
    """A folder to start every run from, what is promised of it, and the talk in it."""

    folder: Path
    told: tuple[str, ...]
    interview: InterviewId


@dataclass(frozen=True, slots=True)
class Pointing:
    """The vaults to begin with, and the process whose children are killed."""

    bases: Mapping[str, Base]
    forks: Forks
    looker: Looker
    seed: str
    early: bool = False
    """For proof that a loss is seen: promises are said before they are true."""

    def run(self, number: int) -> list[str]:
        """Kills an operation at its point, looks, does the operation again, looks again."""
        name = tuple(POINTS)[number % len(POINTS)]
        base = self.bases[POINTS[name].base]
        root = base.folder.with_name("killed")
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(base.folder, root)
        told = list(base.told)
        faults = []
        for turn in ("killed", "again"):
            child = self.forks.start(
                str(root),
                base.interview,
                f"{self.seed}/{number}/{turn}",
                name,
                turn,
                "early" * self.early,
            )
            told += child.rest()
            faults += ended(child, turn) or self.looker.faults(root / NAME, told, base.interview)
        return [f"{name}: {fault}" for fault in faults]

    def end(self) -> None:
        """Ends the process that makes the children."""
        self.looker.end()
        self.forks.end()


def ended(child: Fork, turn: str) -> list[str]:
    """What is wrong with the way a child ended."""
    if turn == "killed":
        return [] if child.status == KILLED else [f"the point was not reached: {child.status}"]
    return [] if child.status == 0 else [f"after the kill it cannot be done: {child.status}"]


def acted(arguments: list[str]) -> None:
    """One operation in a process of its own, up to its point or to its end."""
    root, interview, seed, name, turn, early = arguments
    point, recorder = POINTS[name], Recorder()
    work = Work(
        Path(root), Teller(_say, bool(early)), seed, opening(Path(root)), InterviewId(interview)
    )

    def arm() -> None:
        recorder.arm(Path(root))
        recorder.stop_at(point.op, point.piece, point.nth, after=point.after)

    point.does(work, arm if turn == "killed" else lambda: None)


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def opening(root: Path) -> str:
    """Which one opens the vault now."""
    for name in PASSPHRASES:
        try:
            vault.unlock(root / NAME, PASSPHRASES[name], floor=CHEAP)
        except VaultError:
            continue
        return name
    raise RuntimeError("neither passphrase opens the vault")


@dataclass(frozen=True, slots=True)
class Points:
    """Wherever the program dies, nothing promised is missing and the work can be done again."""

    name: str = "points"
    what: str = "kill -9 at twenty named points: nothing promised lost, and it can be done again"
    runs: int = 20 * 25
    early: bool = False

    def ready(self, work: Path, seed: str) -> Pointing:
        """A vault with a talk, a bundle of a colleague for it, and a vault of version 1."""
        work = work.resolve()
        first = ours(work / "base", seed)
        _met(first, seed)
        bases = {"ours": first, "kept": _kept(first, seed), "old": _older(work / "old", seed)}
        forks = Forks("tests.soak.points:acted", recording.environment())
        return Pointing(bases, forks, Looker(), seed, self.early)


def ours(root: Path, seed: str) -> Base:
    """A vault with a talk."""
    root.mkdir()
    told: list[str] = []
    work = Work(root, Teller(told.append), f"{seed}/ours")
    work.make()
    with work.opened() as ws:
        work.begin(ws)
        work.acts(ws, range(6))
    return Base(root, tuple(told), work.interview)


def _met(base: Base, seed: str) -> None:
    """A colleague, their card, and a bundle from them; the vault trusts them."""
    work = Work(base.folder, Teller(lambda _: None), f"{seed}/met", "first", base.interview)
    sender = world.make(base.folder.with_name("sender.rhivault"), f"{seed}/sender")
    with work.opened() as ws, sender.opened() as there:
        at = work.at()
        trusting.export_my_card(there, base.folder / CARD, at)
        card = trusting.read_card_file(base.folder / CARD)
        trusting.trust(ws, trusting.add_card(ws, card, at).card.fingerprint, at)
        talk = world.start_interview(there, seed)
        for number in range(4):
            typed = Typed(Voice.CHILD, writer.words(number))
            interviewing.keep_line(there, talk, typed, at)
        case = interviewing.load(there, talk).account.case.id
        packed = exchanging.pack(
            exchanging.collect(there, [case]),
            exchanging.sender(there),
            [trusting.my_card(ws)],
            at,
        )
        (base.folder / BUNDLE).write_bytes(packed.data)


def _kept(base: Base, seed: str) -> Base:
    """The same with three snapshots, and a second child in all of them."""
    root = base.folder.with_name("kept")
    shutil.copytree(base.folder, root)
    told = list(base.told)
    work = Work(root, Teller(told.append), f"{seed}/kept", "first", base.interview)
    with work.opened() as ws:
        work.add_other(ws)
        for number in range(6, 9):
            work.acts(ws, range(number, number + 1))
            work.take_snapshot(ws)
    return Base(root, tuple(told), base.interview)


def _older(root: Path, seed: str) -> Base:
    """The vault of version 1 that is kept for ever, with a holder and a cheaper passphrase."""
    root.mkdir()
    folder, at = root / NAME, world.moment(f"{seed}/old")
    shutil.copytree(OLD, folder)
    keyholding.change_passphrase(folder, OLD_PASSPHRASE, PASSPHRASES["first"], at, cost=CHEAP)
    key = vault.unlock(folder, PASSPHRASES["first"], floor=CHEAP)
    # Not by the product, which would migrate it.
    raw = open_database(folder / DATABASE, key.database_key(), key.database_salt(), Mode.WRITE)
    with closing(raw):
        unlocking._settle(Vault(folder, DeviceId(""), raw, key, None), WHO, at)
        facts = journal_facts(raw)
    kept = json.dumps({"kept": facts | {"vault": "made", "passphrase": "first"}})
    # Whoever migrates it makes a snapshot first.
    will = json.dumps({"will": {"snapshot": str(len(facts))}})
    return Base(root, (kept, will), InterviewId(""))
