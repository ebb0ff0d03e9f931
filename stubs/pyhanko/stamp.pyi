from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import SimpleBoxLayoutRule

class StaticStampStyle:
    def __init__(
        self,
        *,
        border_width: int = ...,
        background: PdfContent = ...,
        background_layout: SimpleBoxLayoutRule = ...,
        background_opacity: float = ...,
    ) -> None: ...
