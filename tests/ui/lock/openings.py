"""Owns what can be open or running while a lock is to happen."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox

from rhi_desktop.confined import MEMORY
from rhi_desktop.errors import BundleError
from rhi_desktop.sync import reader
from rhi_desktop.sync.reader import Limits
from rhi_desktop.ui.chooser import FileKind, SystemChooser
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Field, Select
from tests.ui.notes_page import NotesPage

LONG = 60.0


def field(program: Program) -> Field:
    """Where the words are typed."""
    page = program.window.page
    assert isinstance(page, NotesPage)
    return page.field


def limit_of(pid: int) -> int:
    """The memory a reading child may have: a number of its own, by which it is found again."""
    return MEMORY + pid


def nothing(program: Program) -> None:
    """Nothing is open."""
    del program


def modal_dialog(program: Program) -> None:
    """A dialog that waits for an answer, and one that it opened."""
    first = QDialog(program.window)
    QTimer.singleShot(0, QDialog(first).exec)
    first.exec()


def file_dialog(program: Program) -> None:
    """The dialog that asks where a report goes."""
    SystemChooser().save_file(program.window, FileKind.REPORT, "rhi-abc.pdf")


def message_box(program: Program) -> None:
    """A question with two buttons."""
    QMessageBox.question(program.window, "", "?")


def menu(program: Program) -> None:
    """A menu of the strip, and one below it."""
    opened = QMenu(program.window)
    below = opened.addMenu("more")
    below.addAction("one")
    opened.addAction("two")
    QTimer.singleShot(0, lambda: below.popup(QPoint(40, 40)))
    opened.exec(QPoint(10, 10))


def context_menu(program: Program) -> None:
    """What the right button opens over a field."""
    field(program).createStandardContextMenu().exec(QPoint(20, 20))


def drop_down(program: Program) -> None:
    """A list of choices that hangs open."""
    choice = Select([("a", "one"), ("b", "two")], name="choice", width=100)
    choice.setParent(program.window)
    choice.show()
    choice.showPopup()


def drag(program: Program) -> None:
    """Words that hang on the pointer."""
    data = QMimeData()
    data.setText("a word")
    held = QDrag(field(program))
    held.setMimeData(data)
    held.exec()


def print_dialog(program: Program) -> None:
    """The dialog that asks for a printer."""
    printer = QPrinter()
    QPrintDialog(printer, program.window).exec()


def background_job(program: Program) -> None:
    """Every thread at work for a minute."""
    session = program.window.session
    assert session is not None
    for _ in range(4):
        session.shell.run(program, partial(time.sleep, LONG), lambda _: None)


def importing(program: Program) -> None:
    """A bundle is being read in a child process, which has not answered yet."""
    session = program.window.session
    assert session is not None

    def read() -> None:
        with suppress(BundleError):
            reader.read(bytes(40_000_000), "", (), (), Limits(memory=limit_of(os.getpid())))

    session.shell.run(program, read, lambda _: None)


SITUATIONS: Mapping[str, Callable[[Program], None]] = {
    one.__name__: one
    for one in (
        nothing,
        modal_dialog,
        file_dialog,
        message_box,
        menu,
        context_menu,
        drop_down,
        drag,
        print_dialog,
        background_job,
        importing,
    )
}
FLOATS = {"modal_dialog", "file_dialog", "message_box", "print_dialog"}
HANGS = {"menu", "context_menu", "drop_down"}
