"""Owns drawing with tags: everything put on a page belongs to an element or is an artifact."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas

from rhi_desktop.export.pdf.fonts import Fonts
from rhi_desktop.export.pdf.grid import HEIGHT, REGULAR, WIDTH
from rhi_desktop.export.pdf.tags import Content, Node, Widget


@contextmanager
def reads_as(canvas: Canvas, text: str) -> Iterator[None]:
    """What is drawn inside is read and copied as `text`."""
    spelled = text.encode("utf-16-be").hex().upper()
    canvas.addLiteral(f"/Span <</ActualText <FEFF{spelled}>>> BDC")
    yield
    canvas.addLiteral("EMC")


class TagCanvas(Canvas):
    """A canvas that notes which marked content belongs to which element.

    `marks[page]` lists the elements by content number. Drawing outside `tag` or `artifact` would
    be untagged; the gate finds it. `initialFontName` keeps an unembedded Helvetica off the pages.
    """

    def __init__(self, target: io.BytesIO, fonts: Fonts, language: str) -> None:
        super().__init__(
            target,
            pagesize=(WIDTH, HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs take it for a number
            lang=language,
        )
        self.fonts = fonts
        self.marks: list[list[Node]] = [[]]
        self.widgets: list[Widget] = []

    @property
    def page(self) -> int:
        """Index of the page being drawn."""
        return len(self.marks) - 1

    @contextmanager
    def tag(self, node: Node) -> Iterator[None]:
        """What is drawn inside belongs to the element."""
        content = Content(self.page, len(self.marks[-1]))
        self.marks[-1].append(node)
        node.kids.append(content)
        self.addLiteral(f"/{node.tag} <</MCID {content.number}>> BDC")
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout", place: str = "") -> Iterator[None]:
        """What is drawn inside is furniture: a reader with a screen reader misses nothing."""
        subtype = f" /Subtype /{place}" if place else ""
        self.addLiteral(f"/Artifact <</Type /{kind}{subtype}>> BDC")
        yield
        self.addLiteral("EMC")

    def turn(self) -> None:
        """End this page and begin the next."""
        self.showPage()
        self.marks.append([])

    def outline(self, title: str, key: str, level: int, top: float) -> None:
        """An entry in the table of contents that a viewer shows beside the pages."""
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level, closed=level > 0)
