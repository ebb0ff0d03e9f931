"""Owns one invented report in its three revisions, made once for all tests that read it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from rhi_desktop.crypto.identity import Identity, make_identity
from rhi_desktop.crypto.words import fingerprint_words
from rhi_desktop.domain.ids import PersonId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Interviewer
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.sign import PdfSigner, countersign, sign
from rhi_desktop.export.pdf.verify import Pin
from tests.unit.export.samples import JO, STARTED, report

SAM = Interviewer(PersonId("sam"), "Sam Okonjo", "Supervisor", "Lantern Row")
KIT = Interviewer(PersonId("kit"), "Kit Stranger", "Nobody we know", "Elsewhere")


def moment(hours: float) -> Moment:
    """A time after the start of the talk."""
    return Moment(STARTED + timedelta(hours=hours), lambda length: b"\x07" * length)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with keys."""

    who: Interviewer
    keys: Identity

    @property
    def signer(self) -> PdfSigner:
        """As the one who signs."""
        words = fingerprint_words(hashlib.sha256(self.keys.certificate).digest())
        keys = self.keys
        return PdfSigner(self.who.name, self.who.role, keys.signing_key, keys.certificate, words)

    @property
    def pin(self) -> Pin:
        """As somebody who is trusted."""
        return Pin(
            self.who.name, self.who.role, f"fingerprint-{self.who.id}", self.keys.certificate
        )


@cache
def person(who: Interviewer) -> Person:
    """The same keys for the whole run."""
    return Person(who, make_identity(who, moment(0)))


@cache
def base() -> bytes:
    """The unsigned file."""
    return draw(report())


@cache
def signed() -> bytes:
    """Signed by the interviewer."""
    return sign(base(), person(JO).signer, moment(3.2))


@cache
def countersigned() -> bytes:
    """And by the supervisor."""
    return countersign(signed(), person(SAM).signer, moment(27))


def pins() -> list[Pin]:
    """Both signers trusted."""
    return [person(JO).pin, person(SAM).pin]
