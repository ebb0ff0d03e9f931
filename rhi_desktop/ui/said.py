"""Owns the three sentences of a refusal; without widgets, so that a command can say them too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Three things in this order: what happened, what is safe, what to do."""

    happened: str
    safe: str = ""
    next: str = ""

    @property
    def rest(self) -> str:
        """What is safe and what to do, in one breath."""
        return " ".join(part for part in (self.safe, self.next) if part)

    @property
    def whole(self) -> str:
        """All three in one breath."""
        stop = "" if not self.happened or self.happened.endswith(".") else "."
        return f"{self.happened}{stop} {self.rest}".strip()
