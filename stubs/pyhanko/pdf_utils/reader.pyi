from io import BytesIO

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

class PdfFileReader:
    root: DictionaryObject
    embedded_signatures: list[EmbeddedPdfSignature]

    def __init__(self, stream: BytesIO, strict: bool = True) -> None: ...
