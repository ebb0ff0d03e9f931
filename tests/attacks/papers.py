"""Owns the signed papers that are attacked: one short report in each of its variants."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache

import pikepdf

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain.canonical import Plain, dumps, loads
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.sign import countersign, sign
from rhi_desktop.export.pdf.verify import Pin
from tests.unit.export import samples
from tests.unit.export.samples import JO
from tests.unit.export.signed import SAM, moment, person

SALT = "7b" * 32
NAMES = ("signed", "countersigned", "police", "carer", "addendum", "aggregate")
FORMATS = {
    Variant.POLICE: "rhi-record/1",
    Variant.CARER: "rhi-record/1",
    Variant.ADDENDUM: "rhi-addendum/1",
    Variant.AGGREGATE: "rhi-figures/1",
}
FIRST, SECOND = moment(3.2), moment(27)


@dataclass(frozen=True, slots=True)
class Paper:
    """One signed file with its earlier revisions. `once` is `data` where only one signs."""

    name: str
    base: bytes
    once: bytes
    data: bytes

    @property
    def twice(self) -> bool:
        """Whether a supervisor signed too."""
        return self.data != self.once


def trusted() -> tuple[Pin, ...]:
    """Both signers."""
    return person(JO).pin, person(SAM).pin


@cache
def base(variant: Variant = Variant.FULL) -> bytes:
    """The unsigned paper, with the fields and the record of its variant."""
    told = samples.account()
    report = samples.report(replace(told, lines=told.lines[:3], answers=()))
    if variant is Variant.FULL:
        return draw(report)
    drawn = draw(replace(report, record=reduced(report.record, variant)))
    return drawn if variant.countersigned else without_supervisor(drawn)


@cache
def paper(name: str = "countersigned") -> Paper:
    """One of them: a full report signed once or twice, or one of the other signed papers."""
    variant = Variant.FULL if name in NAMES[:2] else Variant(name)
    drawn = base(variant)
    once = sign(drawn, person(JO).signer, FIRST)
    twice = name != "signed" and variant.countersigned
    return Paper(
        name, drawn, once, countersign(once, person(SAM).signer, SECOND) if twice else once
    )


def reduced(record: bytes, variant: Variant) -> bytes:
    """The record as a paper of this variant carries it."""
    plain = loads(record)
    if not isinstance(plain, dict) or not isinstance(plain["seal"], dict):
        raise TypeError("no record")
    account: Plain = {"lines": ["Knock. Just knock."]}
    seal: dict[str, Plain] = {
        **plain["seal"],
        "salt": SALT,
        "digest": seal_digest(account, SALT),
    }
    if variant.rests_on_another:
        seal["of"] = plain["seal"]["digest"]
    said: dict[str, Plain] = {"format": FORMATS[variant], "account": account, "seal": seal}
    if variant in {Variant.POLICE, Variant.CARER}:
        said["variant"] = variant.value
    return dumps(said)


def without_supervisor(data: bytes) -> bytes:
    """The file without the second field, as the papers for one signature have it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fields = pdf.Root.AcroForm.Fields
        field = next(one for one in fields if one.T == "Supervisor")
        for page in pdf.pages:
            notes = page.obj.get("/Annots", pikepdf.Array())
            page.obj.Annots = pikepdf.Array([one for one in notes if one.objgen != field.objgen])
        pdf.Root.AcroForm.Fields = pikepdf.Array(
            [one for one in fields if one.objgen != field.objgen]
        )
        pdf.save(out)
    return out.getvalue()
