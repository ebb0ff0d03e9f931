from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.reader import PdfFileReader

class BasePdfFileWriter:
    def import_page_as_xobject(self, other: PdfFileReader, page_ix: int) -> IndirectObject: ...
