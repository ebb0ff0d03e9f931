"""Owns signing by pyHanko: PAdES B-B, offline, in memory, into fields that are there already."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    InnerScaling,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from rhi_desktop.export.pdf.finish import CARRIAGE_RETURN
from rhi_desktop.export.pdf.hush import hush

hush()
ROOM = 3072
"""Hexadecimal digits for a signature beside its certificate."""
TRIES = 32


class QuietWriter(IncrementalPdfFileWriter):
    """Appends a revision and leaves metadata and information as they are.

    pyHanko rewrites the metadata packet on every write and loses the schema that PDF/A asks for.
    Guarded by tests/unit/export/pdf/test_cures.py.
    """

    output_version = (1, 7)

    def _update_meta(self) -> None:
        return

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Stay PDF 1.7, which PDF/A-3 is about; pyHanko would write 2.0 into the catalogue."""
        if version > self.output_version:
            super().ensure_output_version(self.output_version)


class TimedSigner(PdfSigner):
    """Signs with the time it is given; pyHanko would read the clock and the local zone itself.

    Guarded by tests/unit/export/pdf/test_cures.py.
    """

    def __init__(
        self,
        metadata: PdfSignatureMetadata,
        signer: SimpleSigner,
        style: StaticStampStyle,
        at: datetime,
    ) -> None:
        super().__init__(metadata, signer, stamp_style=style)
        self.at = at

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002  pyHanko's own signature
    ) -> PdfSigningSession:
        """A session that takes our time for the signing time."""
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self.at
        return session


class StampContent(PdfContent):
    """The look of a signature out of bytes in memory; pyHanko's own wants a file name."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.page = page

    def render(self) -> bytes:
        """The operators that show the page."""
        writer = self._ensure_writer
        shown = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self.page)), page_ix=0)
        self.resources.xobject["/Stamp"] = shown
        left, low, right, high = (float(value) for value in shown.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=high - low)
        return b"/Stamp Do"


@dataclass(frozen=True, slots=True)
class Signing:
    """One act of signing: in which field, by whom, why, when, and how it looks."""

    field: str
    name: str
    reason: str
    at: datetime
    key: bytes
    certificate: bytes
    look: bytes
    certify: bool


def filled_fields(data: bytes) -> dict[str, Certificate | None]:
    """Every signature field with the certificate in it; None while it is empty.

    Raises whatever pyHanko raises on bytes it cannot read.
    """
    reader = PdfFileReader(io.BytesIO(data))
    names: list[str] = []
    if "/AcroForm" in reader.root:  # `get` would answer with a reference
        names = [str(field.get_object()["/T"]) for field in reader.root["/AcroForm"]["/Fields"]]
    signed = {str(s.field_name): s.signer_cert for s in reader.embedded_signatures}
    return {name: signed.get(name) for name in names} | signed


def put_signature(data: bytes, signing: Signing) -> bytes:
    """The file with one more revision that holds the signature.

    The compressed table at the end of the revision may by chance end in a carriage return, and a
    strict validator then finds a wrong length: the signature is put again with a little
    more room, which moves what the table counts.
    """
    metadata = PdfSignatureMetadata(
        field_name=signing.field,
        name=signing.name,
        reason=signing.reason,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=signing.certify,
        docmdp_permissions=MDPPerm.FILL_FORMS if signing.certify else MDPPerm.NO_CHANGES,
    )
    signer = SimpleSigner(
        Certificate.load(signing.certificate),
        PrivateKeyInfo.load(signing.key),
        SimpleCertificateStore(),
    )
    room = 2 * len(signing.certificate) + ROOM
    for spare in range(0, TRIES, 2):
        timed = TimedSigner(metadata, signer, _style(signing.look), signing.at)
        target = timed.sign_pdf(
            QuietWriter(io.BytesIO(data)), existing_fields_only=True, bytes_reserved=room + spare
        )
        signed = target.getvalue()
        if CARRIAGE_RETURN not in signed[len(data) :]:
            break
    return signed


def _style(look: bytes) -> StaticStampStyle:
    low = AxisAlignment.ALIGN_MIN
    layout = SimpleBoxLayoutRule(low, low, Margins(0, 0, 0, 0), InnerScaling.STRETCH_TO_FIT)
    return StaticStampStyle(
        border_width=0,
        background=StampContent(look),
        background_layout=layout,
        background_opacity=1.0,
    )
