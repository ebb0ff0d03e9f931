"""Claims about the pictures of pages shown in a window."""

from __future__ import annotations

import pytest

from rhi_desktop.errors import ExportError
from rhi_desktop.export.pdf.pages import PageImage, pages
from tests.unit.export.signed import base, countersigned, signed

TEAL = (0x0F, 0x5C, 0x6E)
WIDTH = 800


def teal_pixels(image: PageImage, left: float, right: float) -> int:
    """How many pixels of a stamp's bar stand in a stretch of the page."""
    found, pixels = 0, image.rgba
    for y in range(image.height):
        for x in range(int(left * image.width), int(right * image.width)):
            at = (y * image.width + x) * 4
            found += tuple(pixels[at : at + 3]) == TEAL
    return found


def test_a_page_has_its_pixels_and_its_words() -> None:
    """Four bytes a pixel, white paper, and text for a screen reader."""
    first = pages(base(), WIDTH)[0]
    assert len(first.rgba) == first.width * first.height * 4
    assert first.width == WIDTH
    assert first.rgba[:4] == b"\xff\xff\xff\xff"
    assert "M.T., aged 14" in first.text
    assert len(first.packed) < len(first.rgba) / 8


def test_the_stamps_are_in_the_picture() -> None:
    """The library leaves them out unless forms are started."""
    empty, once, twice = (pages(data, WIDTH)[-1] for data in (base(), signed(), countersigned()))
    left, right = (0.07, 0.10), (0.51, 0.55)
    before = teal_pixels(empty, *left)
    assert teal_pixels(once, *left) > before + 50
    assert teal_pixels(once, *right) == 0
    assert teal_pixels(twice, *right) > 50


def test_what_is_no_pdf_is_refused() -> None:
    """In our own words."""
    with pytest.raises(ExportError, match="pdf_unreadable"):
        pages(b"not a pdf", WIDTH)
