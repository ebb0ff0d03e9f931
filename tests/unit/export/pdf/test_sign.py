"""Claims about signing: who may sign what, in which order, and what stays as it was."""

from __future__ import annotations

import io
from dataclasses import replace

import page
import pikepdf
import pytest

from rhi_desktop.errors import ExportError, SigningError
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.pages import pages
from rhi_desktop.export.pdf.sign import PdfSigner, countersign, sign
from tests.unit.export import samples
from tests.unit.export.samples import JO
from tests.unit.export.signed import KIT, SAM, base, countersigned, moment, person, signed


def test_countersigning_only_appends() -> None:
    """The first revision stays byte for byte."""
    assert signed().startswith(base()[:1000])
    assert countersigned()[: len(signed())] == signed()


def test_the_stamp_tells_who_when_and_the_key_in_words() -> None:
    """By whose clock, and words to compare by telephone."""
    text = pages(countersigned(), 100)[-1].text
    assert "Sam Okonjo" in text or "Sam Okonjo" in stamp_text(countersigned())
    assert "by this laptop\u2019s clock" in stamp_text(countersigned())
    assert " ".join(person(SAM).signer.fingerprint_words) in stamp_text(countersigned())


def stamp_text(data: bytes) -> str:
    """The words of the newest stamp, read by drawing its page alone."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        look = fields["Supervisor"].AP.N
        sheet = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=look.BBox,
            Resources=look.Resources,
            Contents=pdf.make_stream(look.read_bytes()),
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(sheet)))
        out = io.BytesIO()
        pdf.save(out)
    return pages(out.getvalue(), 300)[-1].text


def test_a_third_signature_is_refused() -> None:
    """Whoever asks."""
    with pytest.raises(SigningError, match="third_signature"):
        countersign(countersigned(), person(KIT).signer, moment(30))


def test_nobody_countersigns_their_own_report() -> None:
    """Two signatures are two people."""
    with pytest.raises(SigningError, match="already_signed"):
        countersign(signed(), person(JO).signer, moment(30))


def test_a_signed_report_is_not_signed_again() -> None:
    """The interviewer's place is taken."""
    with pytest.raises(SigningError, match="already_signed"):
        sign(signed(), person(KIT).signer, moment(30))


def test_an_unsigned_report_is_not_countersigned() -> None:
    """There is nothing to countersign."""
    with pytest.raises(SigningError, match="no_field"):
        countersign(base(), person(SAM).signer, moment(30))


def test_a_draft_cannot_be_signed() -> None:
    """It has no place to sign."""
    with pytest.raises(SigningError, match="no_field"):
        sign(draw(samples.report(draft=True)), person(JO).signer, moment(4))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x00" * 2000])
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    """In our own words."""
    with pytest.raises(ExportError, match="pdf_unreadable"):
        countersign(data, person(SAM).signer, moment(30))


def test_a_signer_shows_no_key() -> None:
    """Neither in a log nor in a traceback."""
    signer = person(JO).signer
    assert isinstance(signer, PdfSigner)
    assert "key_pkcs8" not in repr(signer)


def test_a_very_long_name_fits_its_stamp() -> None:
    """It is set smaller, and stands in full as page text."""
    signer = person(JO).signer
    long = PdfSigner(
        "Wilhelmina Featherstonehaugh-Cholmondeley of Upper Marlhaven",
        signer.role,
        signer.key_pkcs8,
        signer.certificate,
        signer.fingerprint_words,
    )
    assert len(sign(base(), long, moment(4))) > len(base())


@pytest.mark.parametrize(
    "name",
    [
        "\u09aa\u09cd\u09b0\u09bf\u09af\u09bc\u09be",
        "\u0633\u0627\u0631\u0629",
        "\u05de\u05e9\u05d4",
    ],
)
def test_a_name_in_any_script_stands_in_the_stamp(name: str) -> None:
    """Shaped, and read as it is spelled: the file stays archival."""
    signer = replace(person(JO).signer, name=name)
    data = sign(base(), signer, moment(4))
    assert page.is_pdf_compliant_bytes(data, profile="3a")
    assert page.is_pdf_compliant_bytes(data, profile="ua1")
