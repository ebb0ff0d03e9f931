"""Owns the way of a paper to a printer: the system's dialog, the very pages, nothing kept by us."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QMarginsF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.lock.printing import open_dialog
from rhi_desktop.ui.lock.sheet import Printed
from rhi_desktop.workflow.signing import PageImage

DOTS, LONG, SHORT = 300, 11.69, 8.27
"""Dots to an inch, and the sides of A4 in inches: fine enough for the smallest words on a card."""


def print_width(*, landscape: bool) -> int:
    """How many dots wide a page is drawn for a printer."""
    return round(DOTS * (LONG if landscape else SHORT))


def print_pages(
    owner: QWidget, pages: Sequence[PageImage], ended: Callable[[Printed], object]
) -> None:
    """Ask for a printer and print. `ended` hears how it went, once."""
    if not QPrinterInfo.availablePrinterNames():
        ended(Printed.NO_PRINTER)
        return
    ask(owner, pages, ended)


def ask(
    owner: QWidget, pages: Sequence[PageImage], ended: Callable[[Printed], object]
) -> QPrintDialog:
    """The system's dialog over the window; the program goes on below, so that a lock is heard."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    settle(printer, pages)
    return open_dialog(owner, printer, partial(put_on, printer, pages), ended)


def settle(printer: QPrinter, pages: Sequence[PageImage]) -> None:
    """A4 as the pages lie, and a name in the printer's queue that tells nothing."""
    printer.setDocName(QCoreApplication.translate("sheet", "Sheet"))
    printer.setFullPage(True)
    wide = bool(pages) and pages[0].width > pages[0].height
    way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(size, way, QMarginsF(0, 0, 0, 0)))


def put_on(printer: QPrinter, pages: Sequence[PageImage]) -> Printed:
    """Draw the pages on a printer, each as large as its paper allows."""
    painter = QPainter()
    if not painter.begin(printer):
        return Printed.REFUSED
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            painter.end()
            return Printed.REFUSED
        _draw(painter, paper, page)
    return Printed.SENT if painter.end() else Printed.REFUSED


def _draw(painter: QPainter, paper: QRect, page: PageImage) -> None:
    image = QImage(page.rgba, page.width, page.height, QImage.Format.Format_RGBX8888)
    size = QSize(page.width, page.height).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2
    painter.drawImage(QRectF(left, top, size.width(), size.height()), image)
