from io import BytesIO

from pyhanko.pdf_utils.generic import DictionaryObject, PdfObject, Reference
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

class XRefCache:
    def get_last_change(self, ref: Reference) -> int: ...
    def explicit_refs_in_revision(self, revision: int) -> set[Reference]: ...

class PdfFileReader:
    root: DictionaryObject
    trailer: DictionaryObject
    xrefs: XRefCache
    embedded_signatures: list[EmbeddedPdfSignature]

    def __init__(self, stream: BytesIO, strict: bool = True) -> None: ...
    def get_object(
        self,
        ref: Reference,
        revision: int | None = None,
        never_decrypt: bool = False,
        transparent_decrypt: bool = True,
        as_metadata_stream: bool = False,
    ) -> PdfObject: ...
