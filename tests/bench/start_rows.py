"""Owns the rows about starting: from the command to the painted unlock page, and its memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop.workflow import interviewing
from tests.bench import world
from tests.bench.measure import Bar, Row, in_turns
from tests.bench.world import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
TIMES = 15
FEW = 3
BARE = "a bare PySide6 window, painted"
UNLOCKED = "key derived to the list painted, passphrase typed in a process just started"


@dataclass(frozen=True, slots=True)
class Starter:
    """Starts one program again and again, and notes how much memory each took."""

    command: tuple[str, ...]
    home: Path
    given: str = ""
    memory: list[float] = field(default_factory=list)
    more: list[float] = field(default_factory=list)
    """What the program measured itself, in milliseconds."""

    def start(self) -> float:
        """Milliseconds from the start of the process to the line it reports with."""
        environment = {
            **os.environ,
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
        }
        began = time.monotonic_ns()
        done = subprocess.run(
            [sys.executable, "-m", *self.command],
            cwd=ROOT,
            env=environment,
            input=self.given,
            check=True,
            capture_output=True,
            text=True,
        )
        reported, resident, *more = (int(number) for number in done.stdout.split())
        self.memory.append(resident / 1024)
        self.more.extend(microseconds / 1000 for microseconds in more)
        return (reported - began) / 1e6


def rows(work: Path, seed: str) -> Iterator[Row]:
    """The app with one vault, against a bare window."""
    home = work / "home"
    folder = home_vault(home)
    app = Starter(("tests.bench.painted", "ours"), home)
    bare = Starter(("tests.bench.painted", "bare"), home)
    talking = _talking(folder, home, seed)
    ours, floor = in_turns(app.start, bare.start, TIMES)
    yield Row("start", "command to painted unlock page", Bar(ratio=1.5), ours, floor, BARE)
    what = "resident memory of the unlock page"
    memory = tuple(app.memory), tuple(bare.memory)
    yield Row("memory at start", what, Bar(), *memory, BARE, "MiB")
    bare.memory.clear()
    in_turns(lambda: _talk(talking, folder), bare.start, FEW)
    what = "resident memory after 40 lines typed in the window"
    yield Row("memory talking", what, Bar(ratio=2), talking.memory, bare.memory, BARE, "MiB")
    yield Row("cover", "F9 to covered, in that talk", Bar(p99=100), talking.more)


def home_vault(home: Path) -> Path:
    """Where the app of this home looks for its one vault."""
    vaults = home / "data" / "rhi-desktop" / "vaults"
    vaults.mkdir(parents=True)
    return vaults / "notes.rhivault"


def unlock(home: Path) -> Row:
    """From the derived key to the painted list, each time in a process that was just started.

    The vault lies where `home_vault` says.
    """
    opener = Starter(("tests.bench.opening", PASSPHRASE), home)
    for _ in range(TIMES):
        opener.start()
    return Row("unlock", UNLOCKED, Bar(most=150), opener.more)


def _talk(talking: Starter, folder: Path) -> float:
    # Each process types into a copy of the same empty talk.
    copy = folder.with_name("talk.rhivault")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    return talking.start()


def _talking(folder: Path, home: Path, seed: str) -> Starter:
    made = world.make(folder, f"{seed}/start")
    with made.opened() as ws:
        interview = world.start_interview(ws, f"{seed}/talking")
        case_id = interviewing.load(ws, interview).account.case.id
    return Starter(
        ("tests.bench.talking", str(folder.with_name("talk.rhivault")), case_id, interview),
        home,
        f"{made.key.vault_id} {made.key.master.hex()}",
    )
