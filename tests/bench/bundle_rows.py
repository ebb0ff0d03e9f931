"""Owns the rows about bundles: out of one vault and into another, against packing alone."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyrage

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.sync import payload
from rhi_desktop.workflow import exchanging, trusting
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import talk, world
from tests.bench.floors import BareCipher
from tests.bench.measure import Bar, Row, in_turns, timed

LINES = 40
TIMES = 3
FLOOR = "zlib and age of the same bytes, out and in, and one bulk insert"


def rows(work: Path, seed: str, interviews: int) -> Iterator[Row]:
    """So many sealed interviews travel to a supervisor whose vault is empty."""
    here = world.make(work / "sender.rhivault", f"{seed}/sender")
    with here.opened() as ws:
        with ws.store.transaction():
            cases = [_interview(ws, f"{seed}/{number}") for number in range(interviews)]
        runs = iter(range(1_000))

        def ours() -> float:
            folder = work / f"receiver-{next(runs)}.rhivault"
            there = world.make(folder, f"{seed}/{folder.name}")
            with there.opened() as other:
                _trust(ws, other, seed)
                return timed(lambda: _travel(ws, other, cases, seed))

        outgoing = exchanging.collect(ws, cases)
        records = list(payload.lines(outgoing.records, outgoing.files))
        mine, floor = in_turns(
            ours, lambda: _floor(records, work / f"floor-{next(runs)}.db"), TIMES
        )
        what = f"{interviews} interviews of {LINES} lines, collected to applied"
        yield Row("bundle", what, Bar(ratio=3), mine, floor, FLOOR)


def _interview(ws: Workspace, seed: str) -> CaseId:
    interview = world.start_interview(ws, seed)
    return talk.case_of(talk.sealed(ws, interview, LINES, world.moment(f"{seed}/talk", 90)))


def _trust(ws: Workspace, other: Workspace, seed: str) -> None:
    at = world.moment(f"{seed}/trust", 95)
    for one, card in ((ws, trusting.my_card(other)), (other, trusting.my_card(ws))):
        trusting.add_card(one, card, at)
        trusting.trust(one, card.fingerprint, at)


def _travel(ws: Workspace, other: Workspace, cases: list[CaseId], seed: str) -> None:
    at = world.moment(f"{seed}/travel", 100)
    outgoing = exchanging.collect(ws, cases)
    packed = exchanging.pack(outgoing, exchanging.sender(ws), [trusting.my_card(other)], at)
    incoming = exchanging.read_bundle(packed.data, exchanging.reader_inputs(other))
    result = exchanging.apply(other, exchanging.preview(other, incoming), at)
    if result.added < len(cases):
        raise RuntimeError("the bundle did not arrive whole")


def _floor(records: list[bytes], path: Path) -> float:
    identity = pyrage.x25519.Identity.generate()
    with closing(BareCipher(path)) as bare:

        def least() -> None:
            sealed = pyrage.encrypt(zlib.compress(b"".join(records)), [identity.to_public()])
            lines = zlib.decompress(pyrage.decrypt(sealed, [identity])).splitlines()
            bare.keep_all([line.decode() for line in lines])

        return timed(least)
