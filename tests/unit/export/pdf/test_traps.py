"""Claims about the traps of tagged, signed files that have no test elsewhere, by their number.

The others: 2, 3, 6, 14, 15 in `test_cures`, 4 and 5 in `tests/formats/test_scripts`, 12 in the
twentieth acceptance check, 13 in `test_breaking`, 17 in `test_fonts`, 18 in `test_pages`, 20 in
`tests/unit/export/test_summary`. 11 is about time stamps and 16 about flowables: we use neither.
"""

from __future__ import annotations

import builtins
import io
import os
import re
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.pages import pages
from rhi_desktop.export.pdf.sign import countersign, sign
from tests.unit.export import samples
from tests.unit.export.samples import JO
from tests.unit.export.signed import SAM, base, countersigned, moment, person, signed

REVISIONS = (base, signed, countersigned)


def fonts_of(data: bytes) -> dict[str, bool]:
    """Every font that any page or form can use, and whether it is inside."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, Dictionary) and item.get("/Type") == Name.Font:
                kept = item.get("/FontDescriptor", Dictionary())
                found[str(item.BaseFont)] = "/FontFile2" in kept
    return found


@pytest.mark.parametrize("revision", REVISIONS)
def test_trap_01_and_08_no_font_comes_in_by_a_default(revision: Any) -> None:
    """Neither the canvas nor a table nor the stamp of a signature names one of the fourteen."""
    found = fonts_of(revision())
    assert len(found) > 3
    assert all(found.values()), found


def test_trap_07_a_signature_field_is_the_only_child_of_its_element() -> None:
    """Without an array around it, or the first signature looks suspicious after the second."""
    with pikepdf.open(io.BytesIO(base())) as pdf:
        forms = [
            item
            for item in pdf.objects
            if isinstance(item, Dictionary) and item.get("/S") == Name.Form
        ]
        assert len(forms) == 2
        assert all(isinstance(form.K, Dictionary) and form.K.Type == Name.OBJR for form in forms)


def test_trap_09_nothing_is_written_to_any_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither while drawing nor while a page becomes the look of a signature."""
    real_open, real_os_open = builtins.open, os.open

    def only_reading(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        assert set(mode) <= set("rbt"), file
        return real_open(file, mode, *rest, **more)

    def only_existing(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        assert not flags & (os.O_CREAT | os.O_WRONLY | os.O_RDWR), path
        return real_os_open(path, flags, *rest, **more)

    monkeypatch.setattr(builtins, "open", only_reading)
    monkeypatch.setattr(os, "open", only_existing)
    first = sign(draw(samples.report()), person(JO).signer, moment(3.2))
    assert countersign(first, person(SAM).signer, moment(27))


def test_trap_10_both_fields_are_tagged_before_anybody_signs() -> None:
    """Signing adds no field, so nothing untagged comes in with a signature."""
    counts = []
    for revision in REVISIONS:
        with pikepdf.open(io.BytesIO(revision())) as pdf:
            fields = pdf.Root.AcroForm.Fields
            counts.append(len(fields))
            assert all("/StructParent" in field and "/TU" in field for field in fields)
    assert counts == [2, 2, 2]


def test_trap_19_the_first_page_names_the_page_of_a_later_part() -> None:
    """The number is known before anything is drawn."""
    data = base()
    found = re.search(r"The whole plan: page (\d+)", pages(data, 40)[0].text)
    assert found is not None
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sheets = [str(sheet.objgen) for sheet in pdf.pages]
        with pdf.open_outline() as outline:
            (top,) = outline.root
            plan = next(one for one in top.children if "plan" in one.title)
            assert isinstance(plan.destination, pikepdf.Array)
            assert sheets.index(str(plan.destination[0].objgen)) + 1 == int(found[1])
