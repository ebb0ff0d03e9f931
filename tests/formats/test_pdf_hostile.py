"""Claims about files made to deceive or to exhaust: never genuine, never an exception, soon."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Pdf
from pyhanko.pdf_utils.generic import DictionaryObject, NameObject, StreamObject, TextStringObject

from rhi_desktop.export.pdf.pades import QuietWriter
from rhi_desktop.export.pdf.sign import countersign, sign
from rhi_desktop.export.pdf.verify import Outcome, verify
from tests.attacks.insiders import (
    another_form,
    file_in_a_note,
    layers,
    page_action,
    script,
    second_record,
)
from tests.unit.export.samples import JO
from tests.unit.export.signed import SAM, base, moment, person, pins, signed


def drawn(change: Callable[[Pdf], None]) -> bytes:
    """A report that holds something more, and is signed like that by somebody trusted."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(base())) as pdf:
        change(pdf)
        pdf.save(out)
    return sign(out.getvalue(), person(JO).signer, moment(4))


def between(change: Callable[[QuietWriter], None]) -> bytes:
    """A revision between the two signatures, countersigned by somebody trusted."""
    writer = QuietWriter(io.BytesIO(signed()))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return countersign(out.getvalue(), person(SAM).signer, moment(27))


HIDDEN = {
    "script": (script, "not_certified"),
    "page action": (page_action, "not_certified"),
    "form": (another_form, "not_certified"),
    "layers": (layers, "not_certified"),
    "note": (file_in_a_note, "other_attachment"),
    "second record": (second_record, "other_attachment"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_acts_or_hides_is_never_genuine(name: str) -> None:
    """Even when it was signed like that by somebody trusted."""
    change, reason = HIDDEN[name]
    verdict = verify(drawn(change), pins())
    assert (verdict.outcome, verdict.reasons) == (Outcome.CHANGED, (reason,))


def metadata(writer: QuietWriter) -> None:
    """Another packet of metadata: the comparison of revisions allows it."""
    packet = StreamObject(stream_data=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>forged</x:xmpmeta>")
    packet[NameObject("/Type")] = NameObject("/Metadata")
    packet[NameObject("/Subtype")] = NameObject("/XML")
    writer.root[NameObject("/Metadata")] = writer.add_object(packet)
    writer.update_root()


def title(writer: QuietWriter) -> None:
    """Another title, which a reader shows above the pages."""
    forged = DictionaryObject({NameObject("/Title"): TextStringObject("Forged")})
    writer.set_info(writer.add_object(forged))


def page(writer: QuietWriter) -> None:
    """Other words on the first page."""
    first = writer.root["/Pages"]["/Kids"][0]
    first[NameObject("/Contents")] = writer.add_object(StreamObject(stream_data=b"0 0 9 9 re f"))
    writer.update_container(first)


@pytest.mark.parametrize("quick", [True, False])
@pytest.mark.parametrize("change", [metadata, title, page])
def test_nothing_comes_between_the_signatures(
    change: Callable[[QuietWriter], None], *, quick: bool
) -> None:
    """Nor at the first glance, and not even where the second signer is trusted."""
    verdict = verify(between(change), pins(), quick=quick)
    assert verdict.outcome is Outcome.CHANGED
    assert "changed_after_signing" in verdict.reasons


def bomb() -> bytes:
    """A table that unpacks to more than any memory."""
    packed = zlib.compress(bytes(300 * 1024 * 1024), 9)
    head = b"%PDF-1.7\n1 0 obj<</Type/XRef/Size 9/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length "
    length = str(len(packed)).encode()
    return head + length + b">>stream\n" + packed + b"\nendstream endobj\nstartxref\n9\n%%EOF"


EXHAUSTING = {
    "no end": lambda: b"%PDF-1.7\n" + bytes(20_000_000),
    "a long gap": lambda: b"%PDF-1.7\n" + b" " * 20_000_000 + b"\nstartxref\n9\n%%EOF",
    "too large": lambda: b"%PDF-1.7\n" + bytes(33 * 1024 * 1024),
    "a bomb": bomb,
}


@pytest.mark.parametrize("name", EXHAUSTING)
def test_what_would_take_for_ever_is_not_read(name: str) -> None:
    """No reader is given it: it is unreadable at once."""
    assert verify(EXHAUSTING[name](), pins()).outcome is Outcome.UNREADABLE
