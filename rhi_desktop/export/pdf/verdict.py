"""Owns what is said of a signed report: the outcome, each signature, and who is trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


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

    @property
    def exit_code(self) -> int:
        """What `rhi-desktop verify` exits with."""
        return {Outcome.GENUINE: 0, Outcome.UNKNOWN_SIGNER: 3, Outcome.UNREADABLE: 2}.get(
            self.outcome, 1
        )
