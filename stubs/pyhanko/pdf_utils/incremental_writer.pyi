from io import BytesIO

from pyhanko.pdf_utils.writer import BasePdfFileWriter

class IncrementalPdfFileWriter(BasePdfFileWriter):
    def __init__(self, input_stream: BytesIO) -> None: ...
    output_version: tuple[int, int]

    def ensure_output_version(self, version: tuple[int, int]) -> None: ...
    def _update_meta(self) -> None: ...
