"""Claims about drawing a free sheet: what flows, what is refused, and what is never cut."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import Run, Table, Text
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.gate import check_file
from rhi_desktop.export.pdf.pages import pages
from rhi_desktop.export.pdf.sheet_boxes import Abreast
from rhi_desktop.export.pdf.sheet_parts import Blank, Slip, fill
from rhi_desktop.export.pdf.sheets import draw_sheet
from rhi_desktop.export.sheet import (
    A4,
    MM,
    Block,
    Box,
    Column,
    Columns,
    Crease,
    Emblem,
    Ends,
    Face,
    Frame,
    Gap,
    Ink,
    Item,
    Items,
    Page,
    Panel,
    Picture,
    Quotes,
    Rule,
    Ruled,
    SheetData,
    Sign,
    Tabled,
    Tinted,
    Type,
    Way,
    Words,
)
from tests.unit.export import samples

BODY, HEAD = Type(11, 15), Type(14, 18, Face.STRONG, Ink.CHILD)
BOX = Box(20 * MM, 20 * MM, 170 * MM, 250 * MM)
AT = datetime(2026, 3, 10, tzinfo=UTC)
STROKES = (Stroke((2000, 5200, 2200, 4700, 2700, 4500), 90), Stroke((7000, 5000), 200))


def text(words: str) -> Text:
    """One run."""
    return (Run(words),)


def title(words: str = "A title") -> Words:
    """A heading of the first level."""
    return Words(text(words), HEAD, level=1)


def listed(count: int) -> Items:
    """So many entries, each with a word of its own."""
    return Items(tuple(Item(text(f"entry number{at}x here")) for at in range(count)), BODY)


def sheet(*blocks: Block, box: Box = BOX, most: int = 0) -> SheetData:
    """One panel with these blocks."""
    panel = Panel(box, tuple(blocks), continued="It goes on")
    return SheetData("Sheet", "", "en-GB", AT, A4, (Page((panel,)),), most=most)


def read(data: SheetData) -> list[str]:
    """What stands on each page."""
    return [one.text for one in pages(draw_sheet(data), 60)]


def everything() -> SheetData:
    """Every block there is, a turned panel, marks to fold and cut, and lines at both ends."""
    table = Table("Numbers", ("Who", "Number"), ((text("Nan"), text("01632 960 204")),), (60, 60))
    blocks: tuple[Block, ...] = (
        title(),
        Words(text("right"), BODY, right=True),
        Emblem(Sign.TALK, 40, Ink.TEAL),
        Frame("draw", 60, BODY),
        Picture("a wheel", STROKES, 200, 90),
        Columns((Column(200, (listed(2),)), Column(200, (Quotes((Item(text("no")),), BODY),)))),
        Tinted((Words(text("Adults"), HEAD, level=2, sign=Sign.TICK),)),
        Items((Item(text("a"), label="1", aside=text("b"), note=text("c")),), BODY, aside=80),
        Items(tuple(Item(text("x"), "Me: ", sign) for sign in Sign), BODY),
        Tabled(table),
        Gap(10),
        Rule(),
        Ruled(2),
        Ruled(),
    )
    upright = Panel(BOX, blocks, foot=(Rule(), Words(text("foot"), BODY)), number="1")
    turned = Panel(Box(0, 0, 200, 60), (Words(text("turned"), BODY),), turned=True)
    ways = tuple(Crease(way, (10, 10), (90, 10)) for way in Way)
    ends = Ends(("left", "middle", "right"), ("", "", "Page {page} of {pages}"))
    whole = Page((upright, turned), ways)
    return SheetData("Sheet", "Who", "en-GB", AT, A4, (whole,), ends, "Tool")


def test_every_block_is_drawn_sound_and_always_alike() -> None:
    """PDF/A-3A, PDF/UA-1, and the same bytes twice."""
    data = draw_sheet(everything())
    assert page.is_pdf_compliant_bytes(data, profile="3a")
    assert page.is_pdf_compliant_bytes(data, profile="ua1")
    assert draw_sheet(everything()) == data


def test_the_file_says_what_it_is_told_and_nothing_else() -> None:
    """Author and tool stand in it when they are given."""
    with pikepdf.open(io.BytesIO(draw_sheet(everything()))) as pdf:
        assert str(pdf.docinfo["/Author"]) == "Who"
        assert str(pdf.docinfo["/Producer"]) == "Tool"
    with pikepdf.open(io.BytesIO(draw_sheet(sheet(title())))) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/CreationDate", "/ModDate"}
        assert b"pdf:Producer" not in pdf.Root.Metadata.read_bytes()


def test_what_does_not_fit_goes_on_and_nothing_is_lost() -> None:
    """Every entry once, in order; later pages say that they go on, the first does not."""
    found = read(sheet(title(), listed(200)))
    assert len(found) > 1
    whole = "".join(found)
    places = [whole.index(f"number{at}x") for at in range(200)]
    assert places == sorted(places)
    assert [("It goes on" in one) for one in found] == [False, *[True] * (len(found) - 1)]


def test_columns_go_on_side_by_side() -> None:
    """A short one ends, a long one goes on; both whole."""
    columns = Columns((Column(200, (listed(3),)), Column(200, (listed(90),))))
    whole = "".join(read(sheet(title(), columns)))
    assert [whole.count(f"number{at}x") for at in range(90)] == [2] * 3 + [1] * 87


def test_a_tint_goes_on_overleaf() -> None:
    """With all that stands on it."""
    heading = Words(text("Adults"), HEAD, level=2)
    whole = "".join(read(sheet(title(), Tinted((heading, listed(120))))))
    assert all(whole.count(f"number{at}x") == 1 for at in range(120))


def test_a_paragraph_longer_than_a_page_is_divided() -> None:
    """Also a quotation."""
    said = "and then we went down to the water again " * 400
    for block in (Words(text(said), BODY), Quotes((Item(text(said)),), BODY)):
        found = read(sheet(title(), block))
        assert len(found) > 1
        assert "".join(found).count("water") == 400


def test_more_pages_than_allowed_are_refused() -> None:
    """A card that must be one sheet is never two."""
    with pytest.raises(ExportError, match="sheet_full"):
        draw_sheet(sheet(title(), listed(200), most=1))
    assert len(read(sheet(title(), listed(2), most=1))) == 1


def test_a_tighter_one_is_drawn_when_it_saves_a_page() -> None:
    """And only then."""
    small = sheet(title("Tight"), replace(listed(46), type=Type(8, 10), gap=1.0))
    assert "Tight" in read(replace(sheet(title(), listed(46)), tighter=small))[0]
    assert "A title" in read(replace(sheet(title(), listed(20)), tighter=small))[0]
    same = sheet(title("Tight"), listed(46))
    assert "A title" in read(replace(sheet(title(), listed(46)), tighter=same))[0]


def test_one_thing_larger_than_its_place_is_refused() -> None:
    """Rather than drawn over what stands beside it, or left out."""
    with pytest.raises(ExportError, match="sheet_full"):
        draw_sheet(sheet(Picture("a wheel", STROKES, 200, 300), box=replace(BOX, height=200)))


def test_a_heading_taller_than_its_place_is_divided_rather_than_refused() -> None:
    """Row by row if it must be; also an entry of single rows."""
    small = replace(BOX, height=60)
    said = " ".join(f"word{at}x" for at in range(90))
    whole = "".join(read(sheet(title(said), box=small)))
    assert all(whole.count(f"word{at}x") == 1 for at in range(90))
    below = tuple(Words(text(f"row{at}x"), Type(20, 25)) for at in range(4))
    item = Items((Item(text("first"), below=below),), BODY)
    whole = "".join(read(sheet(title("T"), item, box=small)))
    assert all(whole.count(f"row{at}x") == 1 for at in range(4))


def test_a_letter_that_cannot_be_drawn_is_named() -> None:
    """As in the report."""
    with pytest.raises(ExportError, match="glyph_missing") as caught:
        draw_sheet(sheet(title("\U0001f9ff\ue000")))
    assert str(caught.value.facts["character"]).startswith("U+")


def test_a_skipped_heading_and_a_drawing_without_words_are_refused() -> None:
    """The gate of the report stands here too."""
    with pytest.raises(ExportError, match="heading_skipped"):
        draw_sheet(sheet(title(), Words(text("three"), HEAD, level=3)))
    with pytest.raises(ExportError, match="alt_missing"):
        draw_sheet(sheet(title(), Picture(" ", STROKES, 200, 90)))


def test_nothing_is_attached_and_the_gate_would_see_it() -> None:
    """A sheet has no record."""
    with pikepdf.open(io.BytesIO(draw_sheet(sheet(title())))) as pdf:
        assert len(pdf.attachments) == 0
        assert "/Names" not in pdf.Root
        assert "/AF" not in pdf.Root
    with pytest.raises(ExportError, match="record_differs"):
        check_file(draw(samples.report()))


def test_a_list_that_goes_on_says_with_what() -> None:
    """Only where it goes on."""
    items = replace(listed(120), continued="The list, continued")
    found = read(sheet(title(), items))
    assert ["The list, continued" in one for one in found] == [
        False,
        True,
        *[True] * (len(found) - 2),
    ]


class Stub(Slip):
    """A slip of a height that may be kept with the next."""

    def __init__(self, height: float, *, keep: bool = False) -> None:
        self.height, self.keep = height, keep


def heights(slips: Sequence[Slip]) -> list[float]:
    """As they stand."""
    return [one.height for one in slips]


def test_a_heading_never_stands_last() -> None:
    """It goes over with what follows it, and so does mere room."""
    filled = fill([Stub(50), Blank(5), Stub(10, keep=True), Stub(50)], 100)
    assert heights([one.slip for one in filled.laid]) == [50]
    assert heights(filled.rest) == [5, 10, 50]


def test_columns_that_stay_whole_are_divided_only_when_they_must() -> None:
    """On a fresh page there will never be more room."""
    columns = Abreast([(100, [Stub(60), Stub(60)])], 0, whole=True)
    assert columns.split(100) is None
    assert columns.split(100, _forced=True) is not None


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.floats(1, 90), st.booleans()), max_size=30),
    st.floats(90, 400),
)
def test_filling_page_after_page_loses_nothing(
    given_slips: list[tuple[float, bool]], room: float
) -> None:
    """Every slip stands once, in its order, and no page is too full."""
    slips: list[Slip] = [Stub(height, keep=keep) for height, keep in given_slips]
    waiting: Sequence[Slip] = slips
    put: list[Slip] = []
    while waiting:
        filled = fill(waiting, room, fresh=True)
        if not filled.laid:
            # Only headings, taller together than a page: refused, never dropped.
            assert all(one.keep for one in waiting[: len(waiting) - len(filled.rest) + 1])
            return
        assert filled.height <= room + 0.1
        put += [one.slip for one in filled.laid]
        waiting = filled.rest
    assert put == slips
