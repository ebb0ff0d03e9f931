"""Owns the row "memory": after a lock no process of ours holds a key or a word of a case."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop.app import RESUME
from rhi_desktop.crypto.kdf import FLOOR
from rhi_desktop.workflow import interviewing, keyholding, unlocking
from rhi_desktop.workflow.practice import practice_case
from tests.bench import world
from tests.soak import leaks
from tests.soak.canaries import VAULT
from tests.soak.forked import Fork, Forks
from tests.soak.holding import TRIGGERS, Stay
from tests.soak.leaks import Surroundings
from tests.soak.row import number_from

LONGEST_S = 3.0
PATIENCE_S = 30.0
CHUNK = 16 << 20
WRITABLE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r[w-].. \S+ \S+ (\d+) *(.*)")
Needles = Mapping[str, tuple[bytes, ...]]
"""By what they are: how they could stand in memory."""


def memory_hits(pid: int, needles: Needles) -> set[str]:
    """What of these stands in the memory of a live process; the names of what was found.

    Every part that can be read is read but the unchanged pages of files, which hold nothing that
    was ever typed.
    """
    found: set[str] = set()
    longest = max(len(form) for forms in needles.values() for form in forms)
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _parts(pid):
            before = b""
            for place in range(start, end, CHUNK):
                try:
                    memory.seek(place)
                    data = before + memory.read(min(CHUNK, end - place))
                except (OSError, ValueError, OverflowError):
                    # Given back in the meantime, or a page of the kernel's own.
                    break
                found |= {name for name, forms in needles.items() if leaks.holds(data, forms)}
                before = data[-longest:]
    return found


def _parts(pid: int) -> Iterable[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
        part = WRITABLE.match(line)
        if part is None or part[4] in {"[vvar]", "[vsyscall]"}:
            continue
        if "w" in line.split()[1] or not int(part[3]):
            yield int(part[1], 16), int(part[2], 16)


@dataclass(slots=True)
class Remembering:
    """One vault, surroundings of its own, and everything that may be in memory only while open."""

    work: Path
    stay: Stay
    needles: dict[str, tuple[bytes, ...]]
    forks: Forks
    seconds: list[float] = field(default_factory=list)

    def run(self, number: int) -> list[str]:
        """One stay: everything is found before the lock, and nothing after it."""
        place, now = Surroundings(self.work / "own"), Path(self.stay.now)
        shutil.rmtree(place.root, ignore_errors=True)
        now.unlink(missing_ok=True)
        place.make()
        shutil.copytree(self.work / "base.rhivault", place.root / VAULT)
        trigger = list(TRIGGERS)[number % len(TRIGGERS)]
        stay = Stay(**{**_plain(self.stay), "trigger": trigger})
        child = self.forks.start(stay.packed())
        try:
            return [f"run {number}, {trigger}: {one}" for one in self._faults(child, now)]
        finally:
            child.kill()

    def figures(self) -> dict[str, float]:
        """How long after the trigger the memory was gone."""
        if not self.seconds:
            return {}
        middle = statistics.median(self.seconds)
        return {"median s": round(middle, 3), "longest s": round(max(self.seconds), 3)}

    def end(self) -> None:
        """Ends the process that makes the stays."""
        self.forks.end()

    def _faults(self, child: Fork, now: Path) -> list[str]:
        if child.line() != "holding 4":
            return ["it did not unlock"]
        missing = set(self.needles) - self._held(child)
        if missing:
            return [f"not found even before the lock: {', '.join(sorted(missing))}"]
        now.touch()
        began = float(child.line().split()[1])
        gone = self._replaced(child, began)
        if gone is None:
            return ["it did not lock"]
        self.seconds.append(gone)
        # Twice: as soon as the old memory is gone, and when the fresh process shows its field.
        found = self._held(child)
        self._wait_until_quiet(child)
        found |= self._held(child)
        faults = [f"{name} in memory after the lock" for name in sorted(found)]
        if gone > LONGEST_S:
            faults.append(f"gone only after {gone:.1f} s")
        return faults

    def _held(self, child: Fork) -> set[str]:
        found: set[str] = set()
        for pid in leaks.children(child.pid):
            found |= memory_hits(pid, self.needles)
            forms = [form for some in self.needles.values() for form in some]
            found |= set(leaks.descriptor_hits(pid, forms))
        return found

    def _replaced(self, child: Fork, began: float) -> float | None:
        """Seconds until the process that held the case was no more: its memory went with it."""
        while time.monotonic() < began + PATIENCE_S:
            if RESUME.encode() in Path(f"/proc/{child.pid}/cmdline").read_bytes():
                return time.monotonic() - began
            time.sleep(0.001)
        return None

    def _wait_until_quiet(self, child: Fork) -> None:
        """Until the fresh process has started: its processor time stands still for a while."""
        ends, last, still = time.monotonic() + PATIENCE_S, -1, 0
        while still < 3 and time.monotonic() < ends:
            time.sleep(0.05)
            fields = Path(f"/proc/{child.pid}/stat").read_text(encoding="utf-8").split()
            used = int(fields[13]) + int(fields[14])
            still, last = (still + 1 if used == last else 0), used


def _plain(stay: Stay) -> dict[str, str]:
    return {name: getattr(stay, name) for name in Stay.__slots__}


def _keys(key: bytes) -> tuple[bytes, ...]:
    return (key, key.hex().encode(), key.hex().upper().encode(), key.hex().encode("utf-16-le"))


def _texts(text: str) -> tuple[bytes, ...]:
    return (text.encode(), text.encode("utf-16-le"))


@dataclass(frozen=True, slots=True)
class Memory:
    """Whoever takes a locked laptop finds no key and no word in the memory of our processes."""

    name: str = "memory"
    what: str = "after every kind of lock, no key and no word in the memory of our processes"
    runs: int = 100
    target: str = "tests.soak.holding:hold"

    def ready(self, work: Path, seed: str) -> Remembering:
        """A vault with an open talk, and what is looked for."""
        mark = f"CANARY-{number_from(seed, 'memory', below=10**9)}"
        at, home = world.moment(f"{seed}/memory"), work / "base.rhivault"
        me, code = practice_case().interviewer, keyholding.new_code(at)
        passphrase = f"passphrase {mark[::-1]}"
        key = unlocking.create_vault(home, passphrase, me, at, code, cost=FLOOR)
        with world.World(home, key).opened() as ws:
            interview = world.start_interview(ws, f"{seed}/talk")
            case = interviewing.load(ws, interview).account.case.id
        needles = {
            "the master key": _keys(key.master),
            "the database key": _keys(key.database_key()),
            "the key of the slots": _keys(key.slots_key()),
            "the key of the snapshots": _keys(key.snapshot_key()),
            "the passphrase": _texts(passphrase),
            "the recovery code": _texts(code.characters),
            "a canary": _texts(mark),
        }
        stay = Stay(passphrase, code.characters, mark, case, interview, "", str(work / "now"))
        own = Surroundings(work / "own").environment() | {"QT_QPA_PLATFORM": "offscreen"}
        return Remembering(work, stay, needles, Forks(self.target, own, subprocess.DEVNULL))
