from enum import Enum

from pyhanko.pdf_utils.writer import BasePdfFileWriter

class SigFieldSpec:
    def __init__(
        self, sig_field_name: str, *, box: tuple[int, int, int, int], on_page: int
    ) -> None: ...

def append_signature_field(pdf_out: BasePdfFileWriter, sig_field_spec: SigFieldSpec) -> None: ...

class MDPPerm(Enum):
    NO_CHANGES = ...
    FILL_FORMS = ...

class SigSeedSubFilter(Enum):
    PADES = ...
