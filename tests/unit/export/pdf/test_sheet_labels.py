"""Claims about labels beside the words of a list: one never stands on the other."""

from __future__ import annotations

import pypdfium2
import pytest

from rhi_desktop.export.pdf.sheets import draw_sheet
from rhi_desktop.export.sheet import Item, Items
from tests.unit.export.pdf.test_sheets import BODY, sheet, text


def ends_and_begins(label: str, indent: float) -> tuple[float, float]:
    """Where the label ends and where the words beside it begin, in points."""
    item = Item(text("XXXX"), label=label)
    document = pypdfium2.PdfDocument(draw_sheet(sheet(Items((item,), BODY, indent=indent))))
    try:
        page = document[0]
        told = page.get_textpage()
        found = [told.get_charbox(at) for at in range(told.count_chars())]
        letters = told.get_text_range()
        begins = min(box[0] for box, char in zip(found, letters, strict=True) if char == "X")
        ends = max(box[2] for box, char in zip(found, letters, strict=True) if char == "m")
        told.close()
        page.close()
    finally:
        document.close()
    return ends, begins


@pytest.mark.parametrize("label", ["m", "m" * 4, "m" * 24])
def test_words_begin_behind_the_widest_label(label: str) -> None:
    """However narrow the list was meant to be."""
    ends, begins = ends_and_begins(label, 40)
    assert begins > ends + 4


def test_a_list_keeps_its_measure_where_labels_have_room() -> None:
    """So that the lists of one page stand on one line."""
    assert ends_and_begins("m", 120)[1] == ends_and_begins("mm", 120)[1]
