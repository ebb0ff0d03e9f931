from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import SimpleSigner
from pyhanko.stamp import StaticStampStyle

class PdfSigningSession:
    system_time: datetime

class PdfSignatureMetadata:
    def __init__(
        self,
        *,
        field_name: str,
        name: str,
        reason: str,
        md_algorithm: str,
        subfilter: SigSeedSubFilter,
        certify: bool,
        docmdp_permissions: MDPPerm,
    ) -> None: ...

class PdfSigner:
    def __init__(
        self,
        signature_meta: PdfSignatureMetadata,
        signer: SimpleSigner,
        *,
        stamp_style: StaticStampStyle,
    ) -> None: ...
    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession: ...
    def sign_pdf(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,
        bytes_reserved: int | None = None,
    ) -> BytesIO: ...
