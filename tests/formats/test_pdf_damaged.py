"""Claims that the validators of the gate can fail: each damage is caught by the right profile."""

from __future__ import annotations

import io
from collections.abc import Callable

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.unit.export.signed import base

Damage = Callable[[Pdf], None]


def elements(pdf: Pdf, tag: str) -> list[Object]:
    """The structure elements of one kind."""
    return [
        item
        for item in pdf.objects
        if isinstance(item, Dictionary)
        and item.get("/Type") == Name.StructElem
        and item.get("/S") == Name("/" + tag)
    ]


def no_language(pdf: Pdf) -> None:
    """Nobody knows in which voice to read."""
    del pdf.Root.Lang


def no_alternative(pdf: Pdf) -> None:
    """The clock line says nothing aloud."""
    del elements(pdf, "Figure")[0].Alt


def untagged_text(pdf: Pdf) -> None:
    """Words that belong to nothing."""
    font = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    words = f"BT {font} 9 Tf 20 20 Td (x) Tj ET".encode()
    pdf.pages[0].contents_add(pdf.make_stream(words))


def no_output_intent(pdf: Pdf) -> None:
    """Nobody knows which colours are meant."""
    del pdf.Root.OutputIntents


def no_relationship(pdf: Pdf) -> None:
    """Nobody knows what the record is to the report."""
    del pdf.Root.AF[0].AFRelationship


def heading_skip(pdf: Pdf) -> None:
    """From the second to the fourth level."""
    for heading in elements(pdf, "H3"):
        heading.S = Name.H4


def outside_font(pdf: Pdf) -> None:
    """A font that is not in the file."""
    fonts = pdf.pages[0].obj.Resources.Font
    fonts[next(iter(fonts.keys()))] = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica
    )


def script(pdf: Pdf) -> None:
    """A file that does something when it is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def no_tooltip(pdf: Pdf) -> None:
    """A field that does not say what it is for."""
    del pdf.Root.AcroForm.Fields[0].TU
    del elements(pdf, "Form")[0].Alt


def no_tab_order(pdf: Pdf) -> None:
    """The page with the fields does not say how to go from one to the next."""
    del pdf.pages[-1].obj.Tabs


def no_title_shown(pdf: Pdf) -> None:
    """The window would show the name of the file."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_scope(pdf: Pdf) -> None:
    """A head cell that does not say of what."""
    for cell in elements(pdf, "TH"):
        if "/A" in cell:
            del cell.A


def not_marked(pdf: Pdf) -> None:
    """Tags that nobody is told of."""
    pdf.Root.MarkInfo = Dictionary(Marked=False)


def second_profile(pdf: Pdf) -> None:
    """The attachment is forbidden in this part of the standard."""
    packet = pdf.Root.Metadata.read_bytes()
    changed = packet.replace(b"<pdfaid:part>3<", b"<pdfaid:part>2<")
    pdf.Root.Metadata = pdf.make_stream(changed, Type=Name.Metadata, Subtype=Name.XML)


DAMAGES: dict[str, tuple[Damage, set[str]]] = {
    "no language": (no_language, {"ua1"}),
    "no alternative": (no_alternative, {"ua1"}),
    "untagged text": (untagged_text, {"ua1"}),
    "no output intent": (no_output_intent, {"3a"}),
    "no relationship": (no_relationship, {"3a"}),
    "heading skip": (heading_skip, {"ua1"}),
    "outside font": (outside_font, {"3a", "ua1"}),
    "script": (script, {"3a"}),
    "no tooltip": (no_tooltip, {"ua1"}),
    "no tab order": (no_tab_order, {"ua1"}),
    "no title shown": (no_title_shown, {"ua1"}),
    "no scope": (no_scope, {"ua1"}),
    "not marked": (not_marked, {"3a", "ua1"}),
    "second profile": (second_profile, {"3a"}),
}


def damaged(damage: Damage) -> bytes:
    """The report with one thing spoiled, saved again."""
    with pikepdf.open(io.BytesIO(base())) as pdf:
        damage(pdf)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


def failing(data: bytes) -> set[str]:
    """The profiles that refuse a file."""
    profiles = ("3a", "ua1")
    return {name for name in profiles if not page.is_pdf_compliant_bytes(data, profile=name)}


def test_saving_again_alone_spoils_nothing() -> None:
    """So that a failure below is the damage and not the saving."""
    assert failing(damaged(lambda _pdf: None)) == set()


@pytest.mark.parametrize("name", DAMAGES)
def test_03_each_damage_is_caught(name: str) -> None:
    """By at least the profiles it concerns."""
    damage, expected = DAMAGES[name]
    assert failing(damaged(damage)) >= expected


def test_arrays_of_the_report_are_what_the_damages_expect() -> None:
    """A damage that finds nothing to spoil would prove nothing."""
    with pikepdf.open(io.BytesIO(base())) as pdf:
        assert isinstance(pdf.Root.AF, Array)
        assert all(elements(pdf, tag) for tag in ("Figure", "H3", "TH"))
