"""Owns pictures and text of the pages, for showing them in a window."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from rhi_desktop.errors import ExportError

if TYPE_CHECKING:
    import pypdfium2

_ONE_AT_A_TIME = Lock()
"""PDFium keeps its state in the process and is not made for two threads at once."""

QUICKLY = 1
"""Mostly white paper packs well at the lowest level already."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as it looks. Kept packed: eighty pages would fill a third of a gigabyte."""

    width: int
    height: int
    packed: bytes = field(repr=False)
    text: str = field(repr=False)

    @property
    def rgba(self) -> bytes:
        """Four bytes for each pixel, rows from the top."""
        return zlib.decompress(self.packed)


def pages(data: bytes, width: int) -> tuple[PageImage, ...]:
    """Every page, `width` pixels wide. Raises ExportError pdf_unreadable.

    `init_forms` comes first, or the library leaves out the signature blocks.
    """
    import pypdfium2  # noqa: PLC0415  slow to import

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise ExportError("pdf_unreadable") from error
        try:
            document.init_forms()
            return tuple(_image(document[at], width) for at in range(len(document)))
        except pypdfium2.PdfiumError as error:
            raise ExportError("pdf_unreadable") from error
        finally:
            document.close()


def _image(page: pypdfium2.PdfPage, width: int) -> PageImage:
    bitmap = page.render(
        scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True, may_draw_forms=True
    )
    text = page.get_textpage()
    try:
        spoken = text.get_text_range()
        rows = bytes(bitmap.buffer)
    finally:
        # Closed here and now: a finalizer would run whenever and in whichever thread collects.
        text.close()
        page.close()
    tight = _tight(rows, bitmap.stride, bitmap.width * 4, bitmap.height)
    return PageImage(bitmap.width, bitmap.height, zlib.compress(tight, QUICKLY), spoken)


def _tight(rows: bytes, stride: int, wanted: int, height: int) -> bytes:
    """The pixels without what the library leaves at the end of each row."""
    if stride == wanted:
        return rows
    return b"".join(rows[at * stride : at * stride + wanted] for at in range(height))
