"""Owns the row "paper": a signed report with one changed bit or a cut end is never genuine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.export.pdf.verify import Outcome, Pin, verify
from rhi_desktop.workflow import reviewing, signing
from tests.bench import talk, world
from tests.soak import harm

CUT_EVERY = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """One signed report, and whoever is trusted to have signed it."""

    data: bytes
    pins: Sequence[Pin]
    digest: str
    seed: str

    def run(self, number: int) -> list[str]:
        """Damages the file in one place and asks for a verdict."""
        do = harm.flipped if number % CUT_EVERY else harm.cut
        outcome = self.verdict(do(self.data, b"", number, self.seed))
        return [f"run {number}: called genuine"] if outcome is Outcome.GENUINE else []

    def verdict(self, data: bytes) -> Outcome:
        """What the verifier says of these bytes."""
        return verify(data, self.pins, seal_digest=self.digest).outcome


@dataclass(frozen=True, slots=True)
class Paper:
    """Whoever changes a signed report is found out."""

    name: str = "paper"
    what: str = "a signed report with a bit flipped or its end cut: never called genuine"
    runs: int = 5_000

    def ready(self, work: Path, seed: str) -> Reading:
        """A short report, drawn, sealed and signed."""
        base = world.make(work / "base.rhivault", f"{seed}/paper")
        with base.opened() as ws:
            interview = world.start_interview(ws, f"{seed}/talk")
            at = world.moment(f"{seed}/lines", 90)
            sealed = talk.sealed(ws, interview, 4, at)
            job = signing.prepare(ws, sealed)
            signed = signing.sign(job, signing.draw(job), at)
            return Reading(signed.data, reviewing.pins(ws), sealed.seal.digest, seed)
