from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter

class PdfResources:
    xobject: DictionaryObject

class PdfContent:
    box: BoxConstraints
    resources: PdfResources

    def __init__(self) -> None: ...
    @property
    def _ensure_writer(self) -> BasePdfFileWriter: ...
    def render(self) -> bytes: ...
