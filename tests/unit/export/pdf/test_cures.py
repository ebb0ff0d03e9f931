"""Claims about the private corners of libraries we lean on: an upgrade fails here first."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import page
import pikepdf
import pytest
import uharfbuzz
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from rhi_desktop.export.pdf import finish
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.fonts import FALLBACKS, Fonts, ShapedFont
from rhi_desktop.export.pdf.pades import Signing, put_signature
from rhi_desktop.export.pdf.sign import sign
from rhi_desktop.export.pdf.stamp import Stamp, draw_stamp
from rhi_desktop.export.pdf.words import RisenText
from rhi_desktop.export.report import record_bytes
from rhi_desktop.resources import resource
from tests.unit.export import samples
from tests.unit.export.samples import JO
from tests.unit.export.signed import base, moment, person, signed

WORD = "\u0627\u0644\u0644\u0647 \u067e\u069a\u062a\u0648"


def shaped_widths(kind: type[TTFont]) -> dict[int, float]:
    """Widths that a font keeps for the private glyphs of a shaped word."""
    font = kind("Probe", str(resource("fonts", FALLBACKS["Arabic"])))
    before = set(font.face.charWidths)
    font.hbFont(12)
    add: Callable[[str, int, int], int] = vars(font)["hbAddPrivate"]
    add("probe.1", 100, 12345)
    return {code: font.face.charWidths[code] for code in set(font.face.charWidths) - before}


def test_shaped_glyphs_keep_the_width_of_the_font_program() -> None:
    """Reportlab alone files the kerned advance."""
    (kept,) = shaped_widths(ShapedFont).values()
    font = ShapedFont("Probe", str(resource("fonts", FALLBACKS["Arabic"])))
    assert kept == uharfbuzz.Font(font.hbFace).get_glyph_h_advance(100)
    (kerned,) = shaped_widths(TTFont).values()
    assert kerned == 12345


def test_shaping_adds_private_glyphs_through_our_font() -> None:
    """The hook is still called by reportlab."""
    fonts = Fonts()
    shaped = fonts.shape(WORD, "Arabic", 12)
    assert any("\ue000" <= char <= "\uf8ff" for char in shaped)
    assert isinstance(fonts.font("Arabic"), ShapedFont)


def test_marks_keep_the_height_the_shaper_gives_them() -> None:
    """Reportlab merges two changes of height in a row and forgets the second."""
    canvas = Canvas(io.BytesIO())
    for kind, known in ((PDFTextObject, -3), (RisenText, 5)):
        text = kind(canvas, 0, 0)
        text.setRise(-3)
        text.setRise(0)
        text.setRise(5)
        assert vars(text)["_rise"] == known
    assert text.getCode().split()[-3:] == ["5", "Ts", "ET"]


def test_reportlab_still_writes_character_maps_that_need_cleaning() -> None:
    """When this fails the cure can go."""
    dirty = b"x 2 beginbfchar\n<00> <0000>\n<41> <1F600>\nendbfchar\nend"
    cleaned = finish._clean_map(dirty)
    assert cleaned == b"x 1 beginbfchar\n<41> <D83DDE00>\nendbfchar\nend"


def test_no_character_map_points_at_nothing() -> None:
    """In the finished file, emoji included."""
    data = draw(samples.report(samples.with_words("\U0001f600 \u042f")))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        maps = [
            item.ToUnicode.read_bytes()
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item
        ]
    assert maps
    assert not any(b"> <0000>" in found for found in maps)
    assert any(b"<D83DDE00>" in found for found in maps)


def test_the_colour_profile_does_not_tell_the_time() -> None:
    """Pillow writes the time of day into it."""
    assert finish.srgb() == finish.srgb()
    assert finish.srgb()[24:36] == bytes((7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    assert finish.srgb()[36:40] == b"acsp"


def test_signing_leaves_the_metadata_alone() -> None:
    """PyHanko would rewrite the packet and lose the schema PDF/A asks for."""
    assert callable(IncrementalPdfFileWriter._update_meta)
    packets = [
        bytes(PdfFileReader(io.BytesIO(data)).root["/Metadata"].data) for data in (base(), signed())
    ]
    assert packets[0] == packets[1]


def test_signing_takes_our_time_and_not_the_clock() -> None:
    """In the signature dictionary, to the second, in UTC."""
    (found,) = PdfFileReader(io.BytesIO(signed())).embedded_signatures
    assert found.self_reported_timestamp == moment(3.2).now.replace(microsecond=0)
    assert found.self_reported_timestamp.utcoffset() == timedelta(0)


def test_no_revision_ends_a_stream_in_a_carriage_return() -> None:
    """One in 256 would, and a strict validator then finds a wrong length."""
    for second in range(8):
        data = sign(base(), person(JO).signer, moment(3 + second / 3600))
        assert b"\r\nendstream" not in data
    assert page.is_pdf_compliant_bytes(data, profile="3a")


def test_a_checksum_that_is_a_carriage_return_ends_every_packed_form() -> None:
    """At every level of packing, so packing again is no cure."""
    assert {zlib.compress(b"\x0c", level)[-1:] for level in range(10)} == {b"\r"}
    assert finish.ends_badly(b"\x0c")
    assert not finish.ends_badly(b"\x0c" + finish.PADDING)


def test_no_stream_of_a_report_can_end_in_a_carriage_return() -> None:
    """Forced for each of them: operators, maps, fonts, colours."""
    with pikepdf.open(io.BytesIO(base())) as pdf:
        kept = {pikepdf.Name.Metadata, pikepdf.Name.EmbeddedFile}
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Type") not in kept:
                item.write(made_bad(item.read_bytes()))
                if "/Length1" in item:
                    item.Length1 = len(item.read_bytes())
        data = finish.steady(pdf)
    assert b"\r\nendstream" not in data
    assert b"ObjStm" in data
    assert page.is_pdf_compliant_bytes(data, profile="3a")


def made_bad(plain: bytes) -> bytes:
    """The same with as many tabs behind it as give it the bad checksum."""
    tabs = (b"\t" * count for count in range(1024))
    return next(plain + more for more in tabs if finish.ends_badly(plain + more))


def test_no_record_can_end_in_a_carriage_return() -> None:
    """Forced: words that give the attached record the bad checksum."""
    texts = (f"I said it {number} times." for number in range(5000))
    accounts = (samples.with_words(text) for text in texts)
    told = next(
        one for one in accounts if finish.ends_badly(record_bytes(one, samples.seal_of(one)))
    )
    data = draw(samples.report(told))
    assert b"\r\nendstream" not in data
    assert page.is_pdf_compliant_bytes(data, profile="3a")


def test_no_look_of_a_signature_can_end_in_a_carriage_return() -> None:
    """Forced: blanks at the end of its operators until they have the bad checksum."""
    look = draw_stamp(Stamp("Interviewer", "Jo", moment(3).now, ("copper", "otter")))
    with pikepdf.open(io.BytesIO(look)) as pdf:
        contents = pdf.pages[0].Contents
        contents.write(made_bad(contents.read_bytes()))
        look = finish.steady(pdf)
    signer = person(JO).signer
    signing = Signing(
        "Interviewer", "Jo", "", moment(3).now, signer.key_pkcs8, signer.certificate, look,
        certify=True,
    )  # fmt: skip
    data = put_signature(base(), signing)
    assert b"\r\nendstream" not in data[len(base()) :]
    assert page.is_pdf_compliant_bytes(data, profile="3a")


@pytest.mark.parametrize("hours", [0, 5])
def test_the_zone_of_a_moment_does_not_change_the_file(hours: int) -> None:
    """A moment is a point in time, wherever the laptop stands."""
    there = timezone(timedelta(hours=hours))
    at = datetime(2026, 3, 10, 19, 0, tzinfo=UTC).astimezone(there)
    assert type(moment(0))(at, bytes).now == datetime(2026, 3, 10, 19, 0, tzinfo=UTC)


def test_signing_stays_with_pdf_1_7() -> None:
    """PDF/A-3 is about 1.7; pyHanko alone would write 2.0 into the catalogue."""
    with pikepdf.open(io.BytesIO(signed())) as pdf:
        assert pdf.pdf_version == "1.7"
        assert str(pdf.Root.get("/Version", "/1.7")) == "/1.7"
