"""Owns the values that go to a worker thread: whole, frozen, without vault or widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rhi_desktop.crypto.identity import Identity
from rhi_desktop.domain.card import Card, KnownCard
from rhi_desktop.domain.exchange import BundleHead
from rhi_desktop.export.content import ReportData
from rhi_desktop.export.pdf.sign import PdfSigner
from rhi_desktop.export.pdf.verify import Pin


@dataclass(frozen=True, slots=True)
class ReportJob:
    """What drawing and signing one report needs. A draft's bytes are shown and never signed."""

    report: ReportData = field(repr=False)
    signer: PdfSigner
    fingerprint: str
    """Of the signer's card."""


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """A signed file before it is stored, and who signed it when."""

    data: bytes = field(repr=False)
    signed_at: datetime
    signer: str
    """Fingerprint of the signer's card."""


@dataclass(frozen=True, slots=True)
class Countersigner:
    """What countersigning one report needs: who signs, and what the file must prove first."""

    signer: PdfSigner
    pins: tuple[Pin, ...]
    seal_digest: str
    """Of the account as it arrived with the report."""
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Whoever packs a bundle: the secret halves and the card others verify with."""

    identity: Identity = field(repr=False)
    card: Card


@dataclass(frozen=True, slots=True)
class Packed:
    """A sealed bundle before it is written, and its header."""

    data: bytes = field(repr=False)
    head: BundleHead
    held: Mapping[str, int] = field(default_factory=dict)
    """How many revisions of which case are in it."""


@dataclass(frozen=True, slots=True)
class ReaderInputs:
    """What reading a bundle needs of this vault, and no more."""

    secret: str = field(repr=False)
    """The age secret that opens bundles sealed to this vault."""
    cards: tuple[KnownCard, ...]
    """Every card known here, this vault's own among them."""
    packs: tuple[str, ...]
    """Digests of the question packs known here."""
