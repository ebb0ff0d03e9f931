"""Claims about attacks: no changed report is ever called genuine."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
)
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from rhi_desktop.export.pdf.pades import QuietWriter, Signing, put_signature
from rhi_desktop.export.pdf.stamp import Stamp, draw_stamp
from rhi_desktop.export.pdf.verify import Outcome, verify
from tests.unit.export.signed import KIT, countersigned, moment, person, pins, signed


def increment(change: Callable[[QuietWriter], None]) -> bytes:
    """The countersigned report with one more revision."""
    writer = QuietWriter(io.BytesIO(countersigned()))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def add_content(writer: QuietWriter) -> None:
    """Draws over the first page."""
    page = writer.root["/Pages"]["/Kids"][0]
    stream = StreamObject(stream_data=b"1 0 0 rg 0 0 300 300 re f")
    page[NameObject("/Contents")] = ArrayObject(
        [page.raw_get("/Contents"), writer.add_object(stream)]
    )
    writer.update_container(page)


def swap_record(writer: QuietWriter) -> None:
    """Another record under the same name."""
    spec = writer.root["/AF"][0]
    embedded = writer.add_object(StreamObject(stream_data=b"{}"))
    spec[NameObject("/EF")] = DictionaryObject({NameObject("/F"): embedded})
    writer.update_container(spec)


def add_annotation(writer: QuietWriter) -> None:
    """A note on the first page."""
    page = writer.root["/Pages"]["/Kids"][0]
    box = ArrayObject([FloatObject(value) for value in (10, 10, 90, 90)])
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Square"),
            NameObject("/Rect"): box,
        }
    )
    page[NameObject("/Annots")] = ArrayObject([writer.add_object(note)])
    writer.update_container(page)


def swap_stamp(writer: QuietWriter) -> None:
    """Another name in the supervisor's block."""
    field = writer.root["/AcroForm"]["/Fields"][1]
    look = StreamObject(stream_data=b"0 0 100 50 re f")
    look[NameObject("/Type")] = NameObject("/XObject")
    look[NameObject("/Subtype")] = NameObject("/Form")
    look[NameObject("/BBox")] = ArrayObject([FloatObject(value) for value in (0, 0, 100, 50)])
    field[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer.add_object(look)})
    writer.update_container(field)


def resaved() -> bytes:
    """Opened and saved by another tool."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(countersigned())) as pdf:
        pdf.save(out)
    return out.getvalue()


def flipped(data: bytes, at: int) -> bytes:
    """One bit changed."""
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def third_signature() -> bytes:
    """A signature of somebody else, forced in with a tool."""
    writer = QuietWriter(io.BytesIO(countersigned()))
    append_signature_field(writer, SigFieldSpec("Third", box=(10, 10, 90, 40), on_page=0))
    out = io.BytesIO()
    writer.write(out)
    look = draw_stamp(Stamp("Third", KIT.name, moment(40).now, ("a",) * 6))
    keys = person(KIT).keys
    act = Signing(
        field="Third",
        name=KIT.name,
        reason="x",
        at=moment(40).now,
        key=keys.signing_key,
        certificate=keys.certificate,
        look=look,
        certify=False,
    )
    return put_signature(out.getvalue(), act)


def within_first_revision() -> bytes:
    """A byte flipped in a stream of the first page."""
    return flipped(countersigned(), countersigned().index(b"stream\n") + 60)


ATTACKS: dict[str, Callable[[], bytes]] = {
    "byte flipped": within_first_revision,
    "content added": lambda: increment(add_content),
    "record swapped": lambda: increment(swap_record),
    "annotation added": lambda: increment(add_annotation),
    "stamp swapped": lambda: increment(swap_stamp),
    "saved again": resaved,
    "junk behind the end": lambda: countersigned() + b"\n% junk",
    "white space behind the end": lambda: countersigned() + b"\n\n",
    "third signature": third_signature,
}


@pytest.mark.parametrize("quick", [True, False])
@pytest.mark.parametrize("name", ATTACKS)
def test_13_no_attack_is_called_genuine(name: str, *, quick: bool) -> None:
    """Neither at the first glance nor at the full one, and with exit code 1 or 2."""
    verdict = verify(ATTACKS[name](), pins(), quick=quick)
    assert verdict.outcome in {Outcome.CHANGED, Outcome.UNREADABLE}
    assert verdict.reasons
    assert verdict.exit_code in {1, 2}


def test_a_roll_back_shows_as_not_countersigned() -> None:
    """The first revision alone is a genuine report, but only of one signature."""
    verdict = verify(countersigned()[: len(signed())], pins())
    assert verdict.outcome is Outcome.GENUINE
    assert not verdict.countersigned


@pytest.mark.parametrize("quick", [True, False])
def test_a_roll_back_is_changed_where_the_record_says_countersigned(*, quick: bool) -> None:
    """Who keeps that both signed is not told otherwise by an older file."""
    cut = countersigned()[: len(signed())]
    verdict = verify(cut, pins(), both=True, quick=quick)
    assert verdict.outcome is Outcome.CHANGED
    assert "countersignature_gone" in verdict.reasons
    assert verify(countersigned(), pins(), both=True, quick=quick).outcome is Outcome.GENUINE
