"""Owns what is said of a signed report: the outcome, each signature, and who is trusted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rhi_desktop.domain.variant import Variant

Note = Callable[[int, int], None]
"""Hears how much of how much was looked at."""


def unheard(_done: int, _of: int) -> None:
    """Nobody listens to how far it is."""


class Outcome(Enum):
    """The judgement as a whole."""

    GENUINE = "genuine"
    UNKNOWN_SIGNER = "unknown_signer"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Pin:
    """A person whose certificate (X.509, DER) was compared and is trusted."""

    name: str
    role: str
    fingerprint: str
    certificate: bytes = field(repr=False)
    words: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """Of the certificate, as a finding names it."""
        return hashlib.sha256(self.certificate).hexdigest()


@dataclass(frozen=True, slots=True)
class SignatureFinding:
    """What one signature says. `name` is the pin's when known, else as the certificate claims."""

    field: str
    """Interviewer or Supervisor."""
    name: str
    claimed_at: datetime | None
    """By the signer's own clock; nobody else confirms it."""
    known: bool
    intact: bool
    fingerprint: str
    """Of the matching card; empty when the signer is not known."""
    certificate_sha256: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Never an exception: every doubt is a reason code and an outcome."""

    outcome: Outcome
    signatures: tuple[SignatureFinding, ...] = ()
    countersigned: bool = False
    reasons: tuple[str, ...] = ()
    digest: str = ""
    """The seal digest in record.json, when it could be recomputed."""
    variant: Variant | None = None
    """For whom the report was made, by its record; None when the record is not to be believed."""
    of: str = ""
    """Of an excerpt or addendum: the seal digest of the full report that it belongs to."""

    @property
    def awaits_supervisor(self) -> bool:
        """Whether one signature is there, and a second is still to come."""
        alone = self.variant is not None and not self.variant.countersigned
        return len(self.signatures) == 1 and not alone

    @property
    def exit_code(self) -> int:
        """What `rhi-desktop verify` exits with."""
        return {Outcome.GENUINE: 0, Outcome.UNKNOWN_SIGNER: 3, Outcome.UNREADABLE: 2}.get(
            self.outcome, 1
        )
