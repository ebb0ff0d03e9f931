"""Owns the record inside a signed file: which variant it is of, and whether its digest fits."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pikepdf import Pdf, PdfError

from rhi_desktop.crypto.digest import same, seal_digest
from rhi_desktop.domain.canonical import NotCanonicalError, Plain, loads
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.pdf.finish import RECORD
from rhi_desktop.export.pdf.gate import attached
from rhi_desktop.export.pdf.inside import acts

FULL_FORMAT = "rhi-record/1"
ADDENDUM_FORMAT = "rhi-addendum/1"
FIGURES_FORMAT = "rhi-figures/1"
_REDUCED = {one.value: one for one in (Variant.POLICE, Variant.CARER)}
_DIGEST = re.compile(r"[0-9a-f]{64}")
_KEYS = frozenset({"format", "account", "seal"})


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What the attached record says. Without a digest it is not to be believed; see `reasons`."""

    variant: Variant | None = None
    digest: str = ""
    of: str = ""
    """Of an excerpt or addendum: the seal digest of the full report that it belongs to."""
    reasons: tuple[str, ...] = ()


def enclosed(data: bytes) -> Enclosed:
    """The one record in these bytes, and what is wrong with it.

    Exactly one file may be attached, and its account must give the digest of its seal again;
    nothing may act: a signature protects what a file says only where nothing in it runs.
    """
    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            files = attached(pdf)
            acting = acts(pdf)
    except PdfError:
        return Enclosed(reasons=("record_missing",))
    reason = _wrong(files, acting=acting)
    if reason:
        return Enclosed(reasons=(reason,))
    try:
        return _read(loads(files[RECORD]))
    except (NotCanonicalError, ValueError, KeyError, TypeError):
        return Enclosed(reasons=("record_differs",))


def _wrong(files: Mapping[str, bytes], *, acting: bool) -> str:
    if RECORD not in files:
        return "record_missing"
    if len(files) > 1:
        return "other_attachment"
    return "not_certified" if acting else ""


def _read(record: Plain) -> Enclosed:
    """The record; ValueError, KeyError or TypeError when it is none of ours or does not fit."""
    if not isinstance(record, dict) or not isinstance(record["seal"], dict):
        raise TypeError("a record is an account with its seal")
    seal = record["seal"]
    salt, stated, of = seal["salt"], seal["digest"], seal.get("of", "")
    if not isinstance(salt, str) or not isinstance(stated, str) or not isinstance(of, str):
        raise TypeError("salt and digests are hexadecimal")
    if not same(seal_digest(record["account"], salt), stated):
        raise ValueError("the digest does not fit")
    variant = _variant(record)
    if variant.rests_on_another != bool(of) or (of and not _DIGEST.fullmatch(of)):
        raise ValueError("an excerpt names the report it was made from; a full one names none")
    return Enclosed(variant, stated, of)


def _variant(record: Mapping[str, Plain]) -> Variant:
    """Which of ours it is; ValueError or KeyError when it is none."""
    keys = set(record)
    if record["format"] == ADDENDUM_FORMAT and keys == _KEYS:
        return Variant.ADDENDUM
    if record["format"] == FIGURES_FORMAT and keys == _KEYS:
        return Variant.AGGREGATE
    if record["format"] != FULL_FORMAT:
        raise ValueError("another format")
    if keys == _KEYS:
        return Variant.FULL
    if keys != _KEYS | {"variant"}:
        raise ValueError("a field that no record has")
    return _REDUCED[str(record["variant"])]
