"""Owns what a locking process tells the fresh one: where, and sealed words."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Handover:
    """No key and no plain word is in it; `sealed` is for the vault's own recipient only."""

    vault: Path
    sealed: tuple[bytes, ...] = field(default=(), repr=False)
    covered: bool = False
    """True when the screen was covered: the fresh one shows the clock, not the name."""
    damaged: bool = False
    """True when a page of the vault could not be read: it opens by a choice."""

    def carrying(self, sealed: bytes) -> Handover:
        """The same with further words, if there are any."""
        return replace(self, sealed=(*self.sealed, sealed)) if sealed else self

    def packed(self) -> bytes:
        """As bytes for an inherited memory file."""
        sealed = [base64.b64encode(part).decode("ascii") for part in self.sealed]
        told = {"vault": str(self.vault), "sealed": sealed, "covered": self.covered}
        return json.dumps({**told, "damaged": self.damaged}).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Handover:
        """Read it again. ValueError when it is none."""
        told = json.loads(data)
        sealed = tuple(base64.b64decode(part) for part in told["sealed"])
        return cls(Path(told["vault"]), sealed, bool(told["covered"]), bool(told["damaged"]))
