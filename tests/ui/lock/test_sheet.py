"""Claims about the printed sheet: drawn as a PDF by the painter of the print, read by another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.lock import printing
from rhi_desktop.ui.lock.sheet import Printed, Sheet
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.workflow import keyholding
from tests.ui.access import shown
from tests.ui.conftest import dress

LABEL = "notes"
MADE = date(2025, 3, 4)


def printed(sheet: Sheet, path: Path) -> pypdfium2.PdfDocument:
    """The sheet as the printer gets it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printing.settle(printer)
    assert printing.put_on(printer, sheet) is Printed.SENT
    return pypdfium2.PdfDocument(path.read_bytes())


def words_of(document: pypdfium2.PdfDocument) -> str:
    """Every word of the only page."""
    assert len(document) == 1
    return str(document[0].get_textpage().get_text_range())


def test_the_sheet_can_be_read_back(tmp_path: Path, moment: Moment) -> None:
    """Code, label, day and how to use it, on one page A4; another code is not on it."""
    code = keyholding.new_code(moment)
    other = keyholding.new_code(moment)
    document = printed(Sheet(code.groups, LABEL, MADE), tmp_path / "sheet.pdf")
    words = words_of(document)
    lines = [line.strip() for line in words.splitlines()]
    found = [line for line in lines if line in code.groups]

    assert keyholding.read_code("".join(found)) == code
    assert not any(line in other.groups for line in lines)
    assert f"Name of the vault {LABEL}" in words
    assert "Tuesday 4 March 2025" in words
    assert "safe" in words
    assert "Forgotten passphrase?" in words
    assert [round(side) for side in document[0].get_size()] == [595, 842]


def test_the_sheet_tells_nothing_of_what_the_notes_are(tmp_path: Path, moment: Moment) -> None:
    """Neither on the page nor in what a queue shows: no child, no talk, no name of the program."""
    sheet = Sheet(keyholding.new_code(moment).groups, LABEL, MADE)
    document = printed(sheet, tmp_path / "sheet.pdf")
    told = words_of(document).lower() + str(document.get_metadata_dict()).lower()

    for word in ("child", "missing", "return", "conversation", "rhi", "interview", "police"):
        assert word not in told
    assert document.get_metadata_dict()["Title"] == "Sheet"


def test_no_ink_leaves_the_paper_and_the_code_is_large(tmp_path: Path, moment: Moment) -> None:
    """Every word stands within the margins; the signs of the code are a centimetre high or so."""
    code = keyholding.new_code(moment)
    page = printed(Sheet(code.groups, LABEL, MADE), tmp_path / "sheet.pdf")[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    seen = [box for box in boxes if box[2] > box[0]]

    assert min(box[0] for box in seen) > 56
    assert max(box[2] for box in seen) < 595 - 56
    assert min(box[1] for box in seen) > 48
    assert max(box[3] for box in seen) < 842 - 48
    assert max(box[3] - box[1] for box in seen) > 18


@pytest.mark.parametrize("look", [Theme(Mode.DARK), Theme(zoom=2.0)])
def test_paper_does_not_wear_the_theme(
    tmp_path: Path, qapp: QApplication, moment: Moment, look: Theme
) -> None:
    """At another zoom and in dark colours the same sheet comes out."""
    sheet = Sheet(keyholding.new_code(moment).groups, LABEL, MADE)
    plain = seen(printed(sheet, tmp_path / "plain.pdf"))
    dress(qapp, look)

    assert seen(printed(sheet, tmp_path / "again.pdf")) == plain
    assert min(plain) < 80
    assert max(plain) == 255


def seen(document: pypdfium2.PdfDocument) -> bytes:
    """The page as pixels."""
    drawn = document[0].render(
        scale=0.5, rev_byteorder=False, prefer_bgrx=False, may_draw_forms=False
    )
    return bytes(drawn.buffer)


def test_a_sheet_never_becomes_a_file(qtbot: QtBot, moment: Moment) -> None:
    """The system's dialog does not offer it, the queue reads nothing, going back prints nothing."""
    owner = QWidget()
    qtbot.addWidget(owner)
    ended: list[Printed] = []
    sheet = Sheet(keyholding.new_code(moment).groups, LABEL, MADE)
    dialog = printing.ask(owner, sheet, ended.append)

    assert not dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    assert dialog.printer().docName() == "Sheet"
    assert dialog.isModal()
    dialog.reject()
    assert ended == [Printed.LEFT]


def test_the_cover_hides_the_print_dialog_too(program: Program, moment: Moment) -> None:
    """F9 while it is open: the clock shows, the dialog is gone."""
    program.start()
    shown(program.window)
    front = program.window.front
    assert front is not None
    sheet = Sheet(keyholding.new_code(moment).groups, LABEL, MADE)
    ended: list[Printed] = []
    printing.ask(front, sheet, ended.append)
    program.window.turn_cover()

    assert program.window.covered
    assert ended == [Printed.LEFT]
    assert not [one for one in QApplication.topLevelWidgets() if _open_dialog(one)]


def _open_dialog(widget: QWidget) -> bool:
    return isinstance(widget, QDialog) and widget.isVisible()
