"""Owns one small vault as it stood at several moments, to be harmed: old, closed, killed."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.line import Typed, Voice
from rhi_desktop.errors import VaultError
from rhi_desktop.workflow import drafts, interviewing, keeping
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import talk, world
from tests.bench.world import World

OLD, CLOSED, KILLED = "old", "closed", "killed"
DATABASE, LOG, SLOTS = "case.db", "case.db-wal", ("slots.a", "slots.b")
SNAPSHOT = "snapshots/00000002.snapshot"
LINES_OF_A_SESSION = 6


BESIDE = frozenset({"drafts", "place"})
"""What is not part of any record, and which the journal does not hold."""


@dataclass(frozen=True, slots=True)
class Content:
    """Digests over every row of every table: of the records and of what stands beside them."""

    records: bytes
    beside: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """The folders of each moment and what the vault held, then and in its newest snapshot.

    `session` is what it held after each commit of the session that was cut off by a crash.
    """

    work: Path
    key: VaultKey
    content: dict[str, Content]
    session: frozenset[Content]

    def folder(self, state: str) -> Path:
        """The vault as it was then. The old one also has the log of the session after it."""
        return self.work / f"{state}.rhivault"


def make(work: Path, seed: str) -> Kept:
    """A talk that is begun (old), sealed (closed), and followed by one that a crash cuts off."""
    base = world.make(work / "base.rhivault", f"{seed}/states")
    with base.opened() as ws:
        first = world.start_interview(ws, f"{seed}/talk")
        drafts.save_draft(ws, "line", "half an old sentence", 4, world.moment(seed))
    _snapshot(base, seed)
    content = {OLD: _keep(base, OLD)}
    older = work / f"{OLD}.rhivault" / SNAPSHOT
    shutil.copy(older.with_name("00000001.snapshot"), older)
    with base.opened() as ws:
        _session(ws, first, f"{seed}/old")
        shutil.copy(base.folder / LOG, work / f"{OLD}.rhivault" / LOG)
    with base.opened() as ws:
        talk.sealed(ws, first, 4, world.moment(f"{seed}/lines", 90))
        second = world.start_interview(ws, f"{seed}/second")
    _snapshot(base, seed)
    content[CLOSED] = _keep(base, CLOSED)
    with base.opened() as ws:
        seen = [everything(ws), *_session(ws, second, f"{seed}/killed")]
        shutil.copytree(base.folder, work / f"{KILLED}.rhivault")
    content[KILLED] = seen[-1]
    return Kept(work, base.key, content, frozenset(seen))


def read(of: World) -> Content:
    """What the product reads: opened, checked as after every unlock, all of it."""
    with of.opened() as ws:
        if not keeping.check_vault(of.folder, of.key, lambda _done, _of: None).sound:
            raise VaultError("vault_damaged")
        return everything(ws)


def everything(ws: Workspace) -> Content:
    """All that the vault holds."""
    connection = ws.store.connection
    tables = connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    records, beside = hashlib.sha256(), hashlib.sha256()
    for name in (str(row[0]) for row in tables):
        rows = sorted(map(repr, connection.rows("SELECT * FROM NOUN".replace("NOUN", name))))
        (beside if name in BESIDE else records).update("\n".join((name, *rows)).encode())
    return Content(records.digest(), beside.digest())


def _snapshot(base: World, seed: str) -> None:
    keeping.take_snapshot(base.folder, base.key, world.moment(f"{seed}/snapshot"))


def _keep(base: World, state: str) -> Content:
    shutil.copytree(base.folder, base.folder.with_name(f"{state}.rhivault"))
    with base.opened() as ws:
        return everything(ws)


def _session(ws: Workspace, interview: InterviewId, seed: str) -> list[Content]:
    """Lines and half-typed words, each in a commit of its own; what is there after each."""
    at, seen = world.moment(seed, 30), []
    for number in range(LINES_OF_A_SESSION):
        words = f"{number}: it was loud at home and nobody asked me anything"
        drafts.save_draft(ws, "line", words[: number + 9], number, at)
        seen.append(everything(ws))
        interviewing.keep_line(ws, interview, Typed(Voice.CHILD, words), at)
        seen.append(everything(ws))
    return seen
