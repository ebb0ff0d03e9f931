"""Owns the row "flips": a file of the vault that is not what was written never gives wrong data."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop.errors import RhiError
from rhi_desktop.store import vault
from rhi_desktop.workflow import keeping
from tests.bench import world
from tests.bench.world import PASSPHRASE, QUICK, World
from tests.soak import harm, states
from tests.soak.harm import Harm
from tests.soak.row import number_from
from tests.soak.states import CLOSED, DATABASE, KILLED, LOG, OLD, SLOTS, SNAPSHOT, Content, Kept

HARMED = "harmed.rhivault"
ROUND = 112
"""So many runs make a round; which kind of harm each is follows from its place in it."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one run does: to which files of which state of the vault, and from where the old come.

    `known` tells what the vault may hold afterwards without anybody being told: the state as it
    was, any moment of the session that a crash cut off, or also the older state. Of a snapshot
    what counts is what is restored: it, or the one before it, whole.
    """

    kind: str
    state: str
    names: tuple[str, ...]
    do: Harm
    older: str = OLD
    known: str = "same"


DATA = (
    *3 * ((CLOSED, (DATABASE,)),),
    *2 * ((KILLED, (DATABASE,)),),
    *2 * ((KILLED, (LOG,)),),
    (CLOSED, (SNAPSHOT,)),
)
"""As often as they stand here; restoring from a snapshot takes longest."""
SMALL = (
    (CLOSED, ("slots.a",)),
    (CLOSED, ("slots.b",)),
    (CLOSED, SLOTS),
)
KNOWN: dict[tuple[str, ...], str] = {(LOG,): "session", (SNAPSHOT,): "snapshot"}
BACK = (
    Attempt("old file", CLOSED, (DATABASE,), harm.put_back),
    Attempt("old slots", CLOSED, SLOTS, harm.put_back),
    Attempt("old log", KILLED, (LOG,), harm.put_back, known="session"),
    Attempt("old log beside", CLOSED, (LOG,), harm.put_back),
    Attempt("old slots", CLOSED, ("slots.a",), harm.put_back),
    Attempt("whole folder", CLOSED, (DATABASE, *SLOTS), harm.put_back, known="old"),
)


def attempt(number: int, seed: str) -> Attempt:
    """What the run of this number does."""
    place, turn = number % ROUND, number_from(seed, number, "target", below=5040)
    if place < len(BACK):
        return BACK[place]
    kinds: tuple[tuple[int, str, Harm], ...] = (
        (12, "old page", harm.replayed),
        (18, "pages swapped", harm.swapped),
        (28, "cut", harm.cut),
        (ROUND, "bit flipped", harm.flipped),
    )
    kind, do = next((kind, do) for below, kind, do in kinds if place < below)
    paged = do in {harm.replayed, harm.swapped}
    targets = DATA if paged else (*DATA, SMALL[turn // 5 % len(SMALL)])
    state, names = targets[turn % len(targets)]
    return Attempt(kind, state, names, do, known=KNOWN.get(names, "same"))


@dataclass(frozen=True, slots=True)
class Flipping:
    """One vault as it was at several moments, and what it held at each."""

    kept: Kept
    seed: str
    told: Counter[str] = field(default_factory=Counter)

    def run(self, number: int) -> list[str]:
        """Harms a copy, then opens, checks and reads all of it as the product does."""
        what = attempt(number, self.seed)
        with self._harmed(what, number) as folder:
            outcome, fault = self._outcome(what, folder)
        self.told[f"{what.kind}: {outcome}"] += 1
        return [f"{what.kind} of {' and '.join(what.names)}: {fault}"] if fault else []

    def figures(self) -> dict[str, float]:
        """How often each kind of harm was refused, changed nothing, or showed another moment."""
        return dict(sorted(self.told.items()))

    @contextmanager
    def _harmed(self, what: Attempt, number: int) -> Iterator[Path]:
        folder = self.kept.work / HARMED
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.kept.folder(what.state), folder)
        for name in what.names:
            source, older = self.kept.folder(what.state) / name, self.kept.folder(what.older) / name
            before = source.read_bytes() if source.exists() else b""
            (folder / name).write_bytes(what.do(before, older.read_bytes(), number, self.seed))
        yield folder

    def _outcome(self, what: Attempt, folder: Path) -> tuple[str, str]:
        """A word for what happened, and what is wrong with that."""
        try:
            content = self._read(what, folder)
        except RhiError as error:
            # One copy of the slots is there for exactly this.
            needless = set(what.names) < set(SLOTS)
            return "refused", f"one copy harmed, and refused: {error.code}" if needless else ""
        seen = self._seen(what, content)
        return seen or "wrong", "" if seen else "other content, and no refusal"

    def _seen(self, what: Attempt, content: Content) -> str:
        """What a content that opened without a refusal is; "" when it may not be."""
        true, old = self.kept.content[what.state], self.kept.content[OLD]
        if content == true:
            return "harmless"
        if what.known == "session" and content in self.kept.session:
            return "an earlier moment of the session that the crash cut off"
        if what.known == "old" and content == old:
            return "unseen: the whole folder is as it once was"
        if what.known == "snapshot" and content == old:
            return "the snapshot before it is restored"
        if what.kind == "old page" and content == Content(true.records, old.beside):
            return "unseen: half-typed words are as they once were"
        return ""

    def _read(self, what: Attempt, folder: Path) -> Content:
        key = self.kept.key
        if set(what.names) & set(SLOTS):
            key = vault.unlock(folder, PASSPHRASE, floor=QUICK)
        if what.names == (SNAPSHOT,):
            folder = keeping.restore(folder, key, world.moment(self.seed))
        try:
            return states.read(World(folder, key))
        finally:
            if folder.name != HARMED:
                shutil.rmtree(folder)


@dataclass(frozen=True, slots=True)
class Flips:
    """Harm is refused or harmless; it never shows as other content."""

    name: str = "flips"
    what: str = "bits, ends, pages, old pages and old files: refused or harmless, never wrong data"
    runs: int = 11_200

    def ready(self, work: Path, seed: str) -> Flipping:
        """A vault with one sealed interview, kept as it was at four moments."""
        return Flipping(states.make(work, seed), seed)
