from enum import Enum

class SignatureCoverageLevel(Enum):
    ENTIRE_REVISION = ...
    ENTIRE_FILE = ...
    value: int

class PdfSignatureStatus:
    intact: bool
    valid: bool
    trusted: bool
    coverage: SignatureCoverageLevel
    docmdp_ok: bool | None
    modification_level: object | None
    bottom_line: bool
