"""Owns the way of a sheet to a printer: the system's dialog, never a file, nothing kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from rhi_desktop import paths
from rhi_desktop.ui.lock.sheet import HEIGHT, WIDTH, Printed, Sheet, paint_sheet

A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
)

TEMPORARY = "TMPDIR"


def print_sheet(owner: QWidget, sheet: Sheet, ended: Callable[[Printed], object]) -> None:
    """Ask for a printer and print. `ended` hears how it went, once."""
    if not QPrinterInfo.availablePrinterNames():
        ended(Printed.NO_PRINTER)
        return
    ask(owner, sheet, ended)


def ask(owner: QWidget, sheet: Sheet, ended: Callable[[Printed], object]) -> QPrintDialog:
    """The system's dialog over the window, for a sheet."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    settle(printer)
    return open_dialog(owner, printer, partial(put_on, printer, sheet), ended)


def open_dialog(
    owner: QWidget,
    printer: QPrinter,
    put: Callable[[], Printed],
    ended: Callable[[Printed], object],
) -> QPrintDialog:
    """Ask which printer; the program goes on below, so that a lock is heard. Then `put`."""
    dialog = QPrintDialog(printer, owner)
    # A code belongs on paper: a file of it would lie beside the vault that it opens. A paper for
    # somebody is saved by its own button, which notes that it left.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.setWindowTitle(QCoreApplication.translate("sheet", "Print"))
    dialog.setObjectName("print_dialog")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: ended(aside_in_memory(put)))
    dialog.rejected.connect(partial(ended, Printed.LEFT))
    dialog.show()
    return dialog


def aside_in_memory(put: Callable[[], Printed]) -> Printed:
    """Print, with what the system puts aside meanwhile in memory and not on the disk.

    With CUPS Qt writes every job into a temporary file of its own before it hands it over.
    """
    folder, before = paths.memory_folder(), os.environ.get(TEMPORARY)
    if folder is None:
        return put()
    os.environ[TEMPORARY] = str(folder)
    try:
        return put()
    finally:
        if before is None:
            del os.environ[TEMPORARY]
        else:
            os.environ[TEMPORARY] = before


def settle(printer: QPrinter) -> None:
    """One page A4, and a name in the printer's queue that tells nothing."""
    printer.setDocName(QCoreApplication.translate("sheet", "Sheet"))
    printer.setFullPage(True)
    printer.setPageLayout(A4)


def put_on(printer: QPrinter, sheet: Sheet) -> Printed:
    """Draw the sheet on a printer as large as its paper allows."""
    painter = QPainter()
    if not painter.begin(printer):
        return Printed.REFUSED
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    paint_sheet(painter, sheet, min(paper.width() / WIDTH, paper.height() / HEIGHT))
    return Printed.SENT if painter.end() else Printed.REFUSED
