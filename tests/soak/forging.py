"""Owns the rows "attacks" and "malformed": no forged and no broken file is ever called genuine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.export.pdf.verify import Outcome
from tests.attacks.all import ATTACKS
from tests.attacks.malformed import malformed
from tests.attacks.papers import NAMES as PAPERS
from tests.attacks.papers import paper, trusted
from tests.soak.judged import Judge

NAMES = tuple(ATTACKS)


@dataclass(frozen=True, slots=True)
class Forging:
    """Every attack on every paper, one after the other."""

    judge: Judge

    def run(self, number: int) -> list[str]:
        """One attack on one paper, judged quickly and wholly."""
        name, attacked = NAMES[number % len(NAMES)], paper(PAPERS[number // len(NAMES)])
        data = ATTACKS[name](attacked)
        if data == attacked.data:
            return [f"run {number}: {name} changed nothing"]
        whole = self.judge.verdicts(data)[-1]
        if whole.outcome is Outcome.GENUINE or not whole.reasons:
            return [f"run {number}: {name} on {attacked.name} called genuine"]
        return []

    def figures(self) -> dict[str, float]:
        """How many children ended without an answer: the app then says "not verified"."""
        return {"checks that ended without an answer": self.judge.ended}

    def end(self) -> None:
        """No more forks."""
        self.judge.end()


@dataclass(frozen=True, slots=True)
class Attacks:
    """Whoever forges a signed paper is found out."""

    name: str = "attacks"
    what: str = f"{len(NAMES)} ways to forge a signed paper, on six of them: never called genuine"
    runs: int = len(PAPERS) * len(NAMES)

    def ready(self, work: Path, seed: str) -> Forging:
        """The five papers, and somebody who judges."""
        del seed
        return Forging(Judge(work, trusted()))


@dataclass(frozen=True, slots=True)
class Breaking:
    """Malformed files, one after the other."""

    judge: Judge
    seed: str

    def run(self, number: int) -> list[str]:
        """One file, judged quickly and wholly."""
        try:
            found = self.judge.verdicts(malformed(number, self.seed))
        except TimeoutError:
            return [f"run {number}: no end"]
        genuine = any(one.outcome is Outcome.GENUINE for one in found)
        return [f"run {number}: called genuine"] if genuine else []

    def figures(self) -> dict[str, float]:
        """How many children ended without an answer: the app then says "not verified"."""
        return {"checks that ended without an answer": self.judge.ended}

    def end(self) -> None:
        """No more forks."""
        self.judge.end()


@dataclass(frozen=True, slots=True)
class Malformed:
    """Whatever a file is, the verifier ends, and not with "genuine"."""

    name: str = "malformed"
    what: str = "torn, circular, swollen, endless files: the check ends, and never with genuine"
    runs: int = 2_000

    def ready(self, work: Path, seed: str) -> Breaking:
        """Somebody who judges."""
        return Breaking(Judge(work, trusted()), seed)
