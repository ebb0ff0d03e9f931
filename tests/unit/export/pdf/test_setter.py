"""Claims about putting parts on pages."""

from __future__ import annotations

from rhi_desktop.export.content import Setting
from rhi_desktop.export.pdf.breaking import Span
from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import BODY, BOTTOM, HEADING, TOP
from rhi_desktop.export.pdf.parts import Heading, Paragraph, Part, Turn
from rhi_desktop.export.pdf.setter import Setter
from rhi_desktop.export.pdf.tags import Node
from rhi_desktop.export.pdf.words import words

FONTS = Fonts()
ROOM = TOP - BOTTOM


def paragraph(rows: int) -> Paragraph:
    """A paragraph of so many rows."""
    return Paragraph(Node("P"), words(FONTS, (Span("\n".join("a" * rows), BODY),), 300))


def heading() -> Heading:
    """A heading in the side column."""
    title = words(FONTS, (Span("Safe now?", HEADING),), 100)
    return Heading(Node("H2"), title, "safe", "Safe now?", Setting.SIDE)


def heights(pages: list[list[Part]]) -> list[float]:
    """How full each page is."""
    return [sum(part.height for part in page) for page in pages]


def placed(*parts: Part) -> list[list[Part]]:
    """The parts of each page."""
    return [[item.part for item in page] for page in Setter().place(parts)]


def test_a_long_paragraph_goes_on_over_many_pages() -> None:
    """No page is overfull and no row is lost."""
    pages = placed(paragraph(1000))
    assert len(pages) > 10
    assert all(height <= ROOM + 0.01 for height in heights(pages))
    rows = [part.words.rows for page in pages for part in page if isinstance(part, Paragraph)]
    assert sum(len(found) for found in rows) == 1000


def test_a_heading_is_never_left_alone_at_the_foot() -> None:
    """It goes to the next page with what follows."""
    full = int((ROOM - 45) / BODY.leading)
    pages = placed(paragraph(full), heading(), paragraph(2))
    assert [len(page) for page in pages] == [1, 2]


def test_a_turn_keeps_the_first_page_to_itself_and_no_other() -> None:
    """What is for deciding stands alone; later pages are simply filled."""
    assert len(placed(paragraph(1), Turn(), paragraph(1), Turn(), paragraph(1))) == 2


def test_a_tall_side_column_pushes_the_next_section_down() -> None:
    """A heading with many notes does not run into the next."""
    first = heading()
    note = words(FONTS, (Span("\n".join("a" * 9), BODY),), 100)
    first.annotate([(Node("P"), note)])
    (page,) = Setter().place([first, paragraph(1), heading()])
    assert page[2].top <= page[0].top - first.hangs
