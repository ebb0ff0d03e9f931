"""Owns the row "mutants": a bundle that was changed in any way is refused by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.errors import BundleError
from rhi_desktop.sync import bundle
from rhi_desktop.workflow import exchanging, trusting
from rhi_desktop.workflow.jobs import ReaderInputs
from tests.bench import talk, world
from tests.soak.row import number_from

WAYS = ("flip", "cut", "append", "splice", "swap", "resend")


@dataclass(frozen=True, slots=True)
class Mutating:
    """Two bundles of one sender for one reader, and one of somebody whom the reader never met."""

    bundles: tuple[bytes, bytes]
    stranger: bytes
    reader: ReaderInputs
    seed: str

    def run(self, number: int) -> list[str]:
        """Changes a bundle in one of six ways and opens it to its last line."""
        way = WAYS[number % len(WAYS)]
        data = self._mutant(way, number)
        inputs = self.reader
        try:
            opened = bundle.unseal(data, inputs.secret, inputs.cards, inputs.packs)
            for _ in opened.lines:
                pass
        except BundleError:
            return []
        return [f"run {number}: {way} was accepted"]

    def _mutant(self, way: str, number: int) -> bytes:
        one, other = self.bundles
        place = number_from(self.seed, number, "place", below=min(len(one), len(other)))
        bit = 1 << number_from(self.seed, number, "bit", below=8)
        length = number_from(self.seed, number, "length", below=4096) + 1
        made = {
            "flip": one[:place] + bytes([one[place] ^ bit]) + one[place + 1 :],
            "cut": one[:place],
            "append": one + (b"\0" if number % 2 else other)[:length],
            "splice": one[:place] + other[place:],
            "swap": one[: place // 2] + one[place:] + one[place // 2 : place],
            "resend": self.stranger,
        }[way]
        # A piece put back where it was is no mutant.
        return one[:-1] if made in self.bundles else made


@dataclass(frozen=True, slots=True)
class Mutants:
    """Nothing that was changed on the way is taken in."""

    name: str = "mutants"
    what: str = "a bundle flipped, cut, lengthened, spliced, swapped or of a stranger: refused"
    runs: int = 10_000

    def ready(self, work: Path, seed: str) -> Mutating:
        """A reader's vault and those of two senders, of whom the reader trusts the first."""
        reader = world.make(work / "reader.rhivault", f"{seed}/reader")
        made: list[bytes] = []
        with reader.opened() as there:
            for name in ("known", "stranger"):
                here = world.make(work / f"{name}.rhivault", f"{seed}/{name}")
                with here.opened() as ws:
                    card = trusting.my_card(ws)
                    if name == "known":
                        at = world.moment(f"{seed}/trust", 95)
                        trusting.add_card(there, card, at)
                        trusting.trust(there, card.fingerprint, at)
                    for part in ("a", "b") if name == "known" else ("c",):
                        place = f"{seed}/{name}/{part}"
                        interview = world.start_interview(ws, place)
                        at = world.moment(f"{place}/lines", 90)
                        case = talk.case_of(talk.sealed(ws, interview, 6, at))
                        outgoing = exchanging.collect(ws, [case])
                        packed = exchanging.pack(
                            outgoing, exchanging.sender(ws), [trusting.my_card(there)], at
                        )
                        made.append(packed.data)
            inputs = exchanging.reader_inputs(there)
        return Mutating((made[0], made[1]), made[2], inputs, seed)
