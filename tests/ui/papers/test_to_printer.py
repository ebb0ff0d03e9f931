"""Claims about a paper on its way to a printer: the very pages, each whole, as they lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from rhi_desktop.ui.lock.printing import aside_in_memory
from rhi_desktop.ui.lock.sheet import Printed
from rhi_desktop.ui.papers.to_printer import print_width, put_on, settle
from rhi_desktop.ui.places import Place
from rhi_desktop.workflow import signing
from rhi_desktop.workflow.signing import PageImage
from tests.ui.papers.conftest import Open


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A real one that prints into a file of this test."""
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def pages(open_papers: Open, place: Place, paper: str, *, landscape: bool) -> tuple[PageImage, ...]:
    """The pages of a paper, as they are drawn for a printer."""
    hand = open_papers(place)
    hand.press(f"paper_{paper}")
    hand.drawn()
    return signing.page_images(hand.page.door.data, print_width(landscape=landscape))


@pytest.mark.parametrize(("paper", "landscape"), [("child_copy", False), ("pocket", True)])
def test_every_page_comes_out_on_paper_that_lies_as_it_does(
    open_papers: Open,
    talked: Place,
    printer: QPrinter,
    tmp_path: Path,
    paper: str,
    landscape: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """As many pages as were in view, in the shape of A4, not blank."""
    shown = pages(open_papers, talked, paper, landscape=landscape)
    settle(printer, shown)
    assert put_on(printer, shown) is Printed.SENT
    printed = signing.page_images((tmp_path / "printed.pdf").read_bytes(), 600)
    assert len(printed) == len(shown)
    assert all((page.width > page.height) is landscape for page in printed)
    assert all(len(set(page.rgba)) > 1 for page in printed)


def test_what_the_system_puts_aside_for_a_print_lies_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For as long as the print takes; afterwards everything is as it was, also after a mistake."""
    runtime, usual = tmp_path / "runtime", tmp_path / "usual"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("TMPDIR", str(usual))
    met: list[str] = []

    def put() -> Printed:
        met.append(os.environ["TMPDIR"])
        return Printed.SENT

    def stumble() -> Printed:
        raise RuntimeError("a mistake")

    assert aside_in_memory(put) is Printed.SENT
    assert met == [str(runtime)]
    with pytest.raises(RuntimeError):
        aside_in_memory(stumble)
    assert os.environ["TMPDIR"] == str(usual)
    monkeypatch.delenv("TMPDIR")
    aside_in_memory(put)
    assert "TMPDIR" not in os.environ


def test_the_queue_learns_nothing(printer: QPrinter) -> None:
    """The name of what is printed is the same for every paper."""
    settle(printer, ())
    assert printer.docName() == "Sheet"
