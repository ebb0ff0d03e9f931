"""Owns the row "canaries": nothing of a case stands in any file outside the encrypted ones."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.crypto.recovery import RecoveryCode
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.workflow import casework, exchanging, keyholding, trusting, unlocking
from rhi_desktop.workflow.entries import NewCase, NewPerson
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import world
from tests.soak import leaks, planting
from tests.soak.forked import Fork, Forks
from tests.soak.leaks import Surroundings
from tests.soak.row import number_from
from tests.soak.staying import ENDINGS, Errand

VAULT = "data/rhi-desktop/vaults/notes.rhivault"
SEEN = "seen"
STEPS = 4
NOT_ASCII = '\N{LATIN SMALL LETTER O WITH DIAERESIS}"q'
"""Written otherwise in JSON, in a URL and in upper case."""


@dataclass(slots=True)
class Searching:
    """One vault to begin with, surroundings of its own, and everything that is looked for."""

    work: Path
    seed: str
    errand: Errand
    needles: tuple[bytes, ...]
    forks: Forks
    errors: int
    whole: float = 1.0
    told: dict[str, float] = field(default_factory=dict)

    def run(self, number: int) -> list[str]:
        """One stay. The first three end by lock, quit and crash; every other by a kill."""
        place, exports = Surroundings(self.work / "own"), self.work / "exports"
        for folder in (place.root, exports):
            shutil.rmtree(folder, ignore_errors=True)
        place.make()
        exports.mkdir()
        shutil.copytree(self.work / "base.rhivault", place.root / VAULT)
        os.ftruncate(self.errors, 0)
        began = time.time()
        ending = ENDINGS[number % len(ENDINGS)]
        errand = replace(self.errand, ending=ending, short=0 < number < len(ENDINGS))
        child = self.forks.start(errand.packed())
        if number < len(ENDINGS):
            said, found = self._watched(child, place, number)
        else:
            said, found = self._killed(child, number), []
        found += self._left(place, said, began)
        return [f"run {number}: {one}" for one in dict.fromkeys(found)]

    def figures(self) -> dict[str, float]:
        """How many texts were planted and typed in one stay."""
        return self.told

    def end(self) -> None:
        """Ends the process that makes the stays."""
        self.forks.end()
        os.close(self.errors)

    def _watched(
        self, child: Fork, place: Surroundings, number: int
    ) -> tuple[list[str], list[str]]:
        """Looks while the program runs: at its files and its descriptors, then lets it end."""
        began, said, found = time.monotonic(), [], []
        while line := child.line():
            said.append(line)
            found += place.hits(self.needles)
            for pid in leaks.children(child.pid):
                found += leaks.descriptor_hits(pid, self.needles)
            if line.startswith("typed"):
                self.whole = max(self.whole, time.monotonic() - began)
                (self.work / "exports" / SEEN).touch()
        steps = [line.split() for line in said]
        for name, many in ((f"texts {step[0]}", step[1]) for step in steps if step[1:]):
            self.told[name] = max(self.told.get(name, 0.0), float(many))
        wanted = signal.SIGSEGV if ENDINGS[number] == "crash" else 0
        if len(said) != STEPS or child.status != wanted:
            found.append(f"the stay ended after {len(said)} steps with {child.status}")
        return said, found

    def _killed(self, child: Fork, number: int) -> list[str]:
        (self.work / "exports" / SEEN).touch()
        time.sleep(number_from(self.seed, number, below=int(self.whole * 1e6)) / 1e6)
        child.kill()
        return child.rest()

    def _left(self, place: Surroundings, said: Sequence[str], began: float) -> list[str]:
        """What stands anywhere after the end. Files that a person asked for are outside."""
        found = place.hits(self.needles)
        found += leaks.shared_hits(began, self.needles, self.work)
        if leaks.holds("\n".join(said).encode(), self.needles):
            found.append("standard output")
        if leaks.holds(os.pread(self.errors, leaks.LARGEST, 0), self.needles):
            found.append("standard error")
        bundles = [path for path in (self.work / "exports").glob("*.rhib") if path.is_file()]
        found += [one.name for one in bundles if leaks.holds(one.read_bytes(), self.needles)]
        return found


@dataclass(frozen=True, slots=True)
class Canaries:
    """Whatever is written, sought, received or half typed: only encrypted files hold it."""

    name: str = "canaries"
    what: str = "200 canaries in every text; lock, quit, crash, kill: none in any file"
    runs: int = 203

    def ready(self, work: Path, seed: str) -> Searching:
        """A vault with a talk that holds every kind, its code, and a bundle that will come in."""
        # Of this process alone: whoever tries the same beside us plants the same seed.
        mark = f"CANARY-{os.getpid()}-{number_from(seed, below=10**9)}-{NOT_ASCII}"
        at, home = world.moment(f"{seed}/canaries"), work / "base.rhivault"
        code, passphrase = keyholding.new_code(at), f"{mark} passphrase"
        me = NewPerson("Alex Example", "interviewer", "Example")
        key = unlocking.create_vault(home, passphrase, me, at, code, cost=FLOOR)
        with world.World(home, key).opened() as ws:
            there = planting.prepared(ws, at)
            came = _came(ws, work, mark, at)
        errand = Errand(passphrase, mark, there, str(came), str(work / "exports"), ENDINGS[0])
        return searching(work, seed, errand, needles(mark, code, key))


def searching(
    work: Path,
    seed: str,
    errand: Errand,
    wanted: tuple[bytes, ...],
    target: str = "tests.soak.staying:stay",
) -> Searching:
    """The search of what such stays leave behind."""
    errors = os.open(work / "stderr", os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    own = Surroundings(work / "own").environment() | {"QT_QPA_PLATFORM": "offscreen"}
    return Searching(work, seed, errand, wanted, Forks(target, own, errors), errors)


def needles(mark: str, code: RecoveryCode, key: VaultKey) -> tuple[bytes, ...]:
    """Every spelling of what all canaries and the passphrase begin with, the code, and the keys."""
    keys = (key.master, key.database_key(), key.slots_key(), key.snapshot_key())
    texts = (mark, code.characters, "-".join(code.groups), " ".join(code.groups))
    spelled = [form for text in texts for form in leaks.spellings(text)]
    return (*spelled, *(form for one in keys for form in leaks.spelled_key(one)))


def _came(ws: Workspace, work: Path, mark: str, at: Moment) -> Path:
    """A bundle of somebody whom the holder trusts, with a case that is full of canaries."""
    sender = world.make(work / "sender.rhivault", f"{mark}/sender")
    source = planting.words(mark)
    with sender.opened() as other:
        card = trusting.my_card(other)
        trusting.add_card(ws, card, at)
        trusting.trust(ws, card.fingerprint, at)
        child = Child(next(source), called=next(source))
        case = casework.add_case(other, NewCase(next(source), child, next(source)), at)
        outgoing = exchanging.collect(other, [case])
        to = [trusting.my_card(ws)]
        packed = exchanging.pack(outgoing, exchanging.sender(other), to, at)
    path = work / "came.rhib"
    path.write_bytes(packed.data)
    return path
