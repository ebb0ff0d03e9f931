from io import BytesIO

from pyhanko.pdf_utils.generic import DictionaryObject, Reference
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

class XRefCache:
    def get_last_change(self, ref: Reference) -> int: ...

class PdfFileReader:
    root: DictionaryObject
    trailer: DictionaryObject
    xrefs: XRefCache
    embedded_signatures: list[EmbeddedPdfSignature]

    def __init__(self, stream: BytesIO, strict: bool = True) -> None: ...
