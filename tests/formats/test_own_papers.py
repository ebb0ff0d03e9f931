"""Claims about the files of the child's own papers, as other people's tools read them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.export.papers.child_copy import CopyChosen, copy_sheet
from rhi_desktop.export.papers.chosen import Chosen
from rhi_desktop.export.papers.discreet import telling
from rhi_desktop.export.papers.plan import plan_sheet
from rhi_desktop.export.papers.pocket import notes_sheet, pocket_sheet
from rhi_desktop.export.pdf.sheets import draw_sheet
from rhi_desktop.export.sheet import SheetData
from rhi_desktop.export.wording.own_papers import TELLING
from tests.formats.referees import run
from tests.unit.export import whole
from tests.unit.export.papers import em
from tests.unit.export.papers.read_sheet import words

LONG = "Rindfleischetikettierungs\u00fcberwachungsaufgaben" * 8
BACKWARDS = "\u0623\u0646\u0627 \u0628\u062e\u064a\u0631 (24) Nan \u0633\u0644\u0627\u0645"


def plan() -> SheetData:
    """Em's plan, whole."""
    return plan_sheet(em.account(em.made()), em.ALL, em.AT)


def forty() -> SheetData:
    """Forty-six lines."""
    return plan_sheet(em.account(em.made(em.MADE * 2)), em.ALL, em.AT)


def empty() -> SheetData:
    """A plan without a line or a drawing."""
    return plan_sheet(em.account(replace(em.made(()), drawing=None)), Chosen(), em.AT)


def declined() -> SheetData:
    """No plan wanted."""
    no = replace(em.made(()), declined=True, declined_words="They never last.")
    return plan_sheet(em.account(no), Chosen(), em.AT)


def strange() -> SheetData:
    """Words from right to left, and one that no row can hold."""
    lines = [(block, em.C, line) for block in PlanBlock for line in (BACKWARDS, LONG)]
    return plan_sheet(em.account(em.made(lines)), replace(em.ALL, title=BACKWARDS), em.AT)


def pocket() -> SheetData:
    """Named, with numbers to ring."""
    return pocket_sheet(em.account(em.made()), em.ALL, em.NUMBERS, em.AT)


def called(account: Account, name: str, language: str = "en-GB") -> Account:
    """The talk of a child who likes to be called so."""
    child = replace(account.case.child, called=name, language=language)
    return replace(account, case=replace(account.case, child=child))


def pocket_titled() -> SheetData:
    """With a title and a name that no head or foot of a small page can hold, on many pages."""
    chosen = replace(em.ALL, title=LONG)
    account = em.account(em.made(em.MADE * 2))
    child = replace(account.case.child, called=LONG)
    return pocket_sheet(
        replace(account, case=replace(account.case, child=child)), chosen, (), em.AT
    )


def nothing_at_all() -> SheetData:
    """Signs that no file may hold, nobody's name, and a drawing of one point."""
    drawn = replace(em.drawing(), strokes=(Stroke((5000, 3000), 60),), caption="")
    told = replace(em.made([(PlanBlock.HELPS, em.C, "music\0 and \x07tea")]), drawing=drawn)
    return plan_sheet(called(em.account(told), "\0"), Chosen(), em.AT)


def pocket_forty() -> SheetData:
    """More than one sheet holds."""
    return pocket_sheet(em.account(em.made(em.MADE * 2)), em.ALL, em.NUMBERS, em.AT)


def pocket_strange() -> SheetData:
    """As the plan, on small pages."""
    lines = [(block, em.C, line) for block in PlanBlock for line in (BACKWARDS, LONG)]
    return pocket_sheet(em.account(em.made(lines)), em.ALL, (), em.AT)


def notes() -> SheetData:
    """Discreet, with everything that can be asked for."""
    return notes_sheet(em.account(em.made()), em.ALL, em.AT)


def notes_empty() -> SheetData:
    """Discreet, and nothing on it."""
    return notes_sheet(em.account(None), Chosen(), em.AT)


def copy() -> SheetData:
    """The copy of a whole job."""
    return copy_sheet(whole.account(), CopyChosen(), em.AT)


def tall() -> SheetData:
    """A title whose letters stand twice as high, above a drawing."""
    title = "\u0645\u06cc\u0631\u06d2 \u062c\u0645\u0639\u06d2 \u06a9\u06d2 \u062f\u0646"
    urdu = called(em.account(em.made()), "Em", language="ur")
    return pocket_sheet(urdu, replace(em.ALL, title=title), em.NUMBERS, em.AT)


PAPERS: tuple[Callable[[], SheetData], ...] = (
    *(plan, forty, empty, declined, strange, nothing_at_all),
    *(pocket, pocket_forty, pocket_strange, pocket_titled, tall, notes, notes_empty, copy),
)
every = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.__name__)


@cache
def drawn(paper: Callable[[], SheetData]) -> bytes:
    """Its file, once."""
    return draw_sheet(paper())


def said(data: bytes, folder: Path) -> str:
    """Everything a file says to anybody: pages, tags, metadata, strings, unpacked streams."""
    file = folder / "paper.pdf"
    file.write_bytes(data)
    found = [run("pdftotext", file, "-"), run("pdfinfo", "-struct-text", file)]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found += [str(value) for value in pdf.docinfo.values()]
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                found.append(one.read_bytes().decode("latin-1"))
                found += _spelled(one.read_bytes())
            elif isinstance(one, pikepdf.Dictionary):
                found += [str(v) for v in one.values() if isinstance(v, pikepdf.String)]
    return "\n".join(found)


def _spelled(stream: bytes) -> list[str]:
    """What shaped words are read as."""
    hexed = re.findall(rb"<FEFF([0-9A-F]+)>", stream)
    return [bytes.fromhex(one.decode()).decode("utf-16-be") for one in hexed]


def pages(data: bytes) -> int:
    """How many pages a file has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


@every
def test_every_paper_is_archival_and_accessible(paper: Callable[[], SheetData]) -> None:
    """PDF/A-3A and PDF/UA-1 by the validator."""
    assert page.is_pdf_compliant_bytes(drawn(paper), profile="3a")
    assert page.is_pdf_compliant_bytes(drawn(paper), profile="ua1")


@every
def test_every_paper_is_sound_without_pictures(
    paper: Callable[[], SheetData], tmp_path: Path
) -> None:
    """No complaint of qpdf, every font inside, and no drawing turned into dots."""
    (tmp_path / "paper.pdf").write_bytes(drawn(paper))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", tmp_path / "paper.pdf")
    fonts = run("pdffonts", tmp_path / "paper.pdf").splitlines()[2:]
    assert all(line.split()[-5:-2] == ["yes"] * 3 for line in fonts)
    assert run("pdfimages", "-list", tmp_path / "paper.pdf").splitlines()[2:] == []


@every
def test_no_paper_is_signed_names_anybody_or_carries_a_file(
    paper: Callable[[], SheetData],
) -> None:
    """A certificate, an author or a tool would tell where it comes from."""
    with pikepdf.open(io.BytesIO(drawn(paper))) as pdf:
        assert len(pdf.attachments) == 0
        assert "/AcroForm" not in pdf.Root
        assert set(pdf.docinfo.keys()) == {"/Title", "/CreationDate", "/ModDate"}
        assert str(pdf.docinfo["/Title"]) in {"My plan", "My copy", "Notes"}
        packet = pdf.Root.Metadata.read_bytes()
    assert not re.search(rb"dc:creator|CreatorTool|Producer|dc:description", packet)


@every
def test_the_same_paper_gives_the_same_bytes(paper: Callable[[], SheetData]) -> None:
    """Whenever it is drawn."""
    assert draw_sheet(paper()) == drawn(paper)


BITS = (
    *("music ", BACKWARDS, LONG[:90], " 07700 900 123 "),
    *("\n", "\U0001f600 ", "\u0141\u00f3d\u017a "),
)
told = st.lists(st.sampled_from(BITS), max_size=30).map("".join)


@settings(max_examples=8)
@given(
    st.lists(st.tuples(st.sampled_from(PlanBlock), st.sampled_from(PlanAuthor), told), max_size=25),
    told,
)
def test_whatever_a_child_writes_can_be_drawn(lines: list[em.Told], title: str) -> None:
    """Long, short, empty, in many scripts, in any block, by anybody."""
    chosen, account = replace(em.ALL, title=title), em.account(em.made(lines))
    for sheet in (
        plan_sheet(account, chosen, em.AT),
        pocket_sheet(account, chosen, em.NUMBERS, em.AT),
        notes_sheet(account, chosen, em.AT),
    ):
        assert page.is_pdf_compliant_bytes(draw_sheet(sheet), profile="ua1")


def test_a_plan_is_one_page_and_goes_on_only_when_it_must() -> None:
    """A card is one sheet for the same lines."""
    assert [pages(drawn(paper)) for paper in (plan, empty, declined)] == [1] * 3
    assert [pages(drawn(paper)) for paper in (pocket, tall, notes)] == [1] * 3
    many = (*em.MADE, *em.MADE[:3], (PlanBlock.WISHES, em.C, "Nan every Saturday"))
    assert pages(draw_sheet(plan_sheet(em.account(em.made(many)), em.ALL, em.AT))) == 1
    assert pages(drawn(forty)) > 1
    assert pages(drawn(pocket_forty)) > 1


@pytest.mark.parametrize("paper", [forty, pocket_forty])
def test_no_line_is_lost_overleaf(paper: Callable[[], SheetData], tmp_path: Path) -> None:
    """Every word of every line is read as often as it stands in the plan."""
    (tmp_path / "paper.pdf").write_bytes(drawn(paper))
    read = run("pdfinfo", "-struct-text", tmp_path / "paper.pdf")
    spoken = re.sub(r"\W+", "", "".join(re.findall(r'"(.*)"', read)))
    for _, _, line in em.MADE:
        assert spoken.count(re.sub(r"\W+", "", line)) == 2, line


def test_the_drawing_is_told_in_the_words_of_the_child(tmp_path: Path) -> None:
    """As a figure with its place on the page."""
    assert "My drawing: the pier and Nan\u2019s house" in said(drawn(plan), tmp_path)
    assert "drawing" not in said(drawn(notes), tmp_path)


def test_a_screen_reader_hears_who_wrote_a_line(tmp_path: Path) -> None:
    """Dot and pencil are spoken."""
    heard = said(drawn(plan), tmp_path)
    assert "Jo Penhallow wrote this for me: " in heard
    assert "Me: " in heard


def test_no_word_of_the_discreet_card_tells_what_it_is(tmp_path: Path) -> None:
    """Page, tags, metadata and all streams; names of people and the home stand in none."""
    for told in (said(drawn(paper), tmp_path) for paper in (notes, notes_empty)):
        assert telling(told) == ""
        for name in ("Em", "Priya", "Ruth", "Kayla", "Nan", "Jo", "Penhallow", "Alder House"):
            assert not re.search(rf"(?<!\w){name}(?!\w)", told), name
        for name in ("Lantern", "RHI", "Harrowmere", "My Fridays"):
            assert name not in told


@pytest.mark.parametrize("word", TELLING)
def test_a_line_with_a_telling_word_stays_off_the_discreet_card(word: str) -> None:
    """Each word of the list, in any block that could stand on it."""
    lines = [(block, em.C, f"so {word.upper()} then") for block in PlanBlock]
    lines.append((PlanBlock.HELPS, em.C, "music"))
    sheet = notes_sheet(em.account(em.made(lines)), em.ALL, em.AT)
    printed = words(sheet)
    assert "music" in printed
    assert word.upper() not in printed


def test_the_search_for_telling_words_can_find_them(tmp_path: Path) -> None:
    """The named card and the plan are full of them."""
    for paper in (plan, pocket, copy):
        told = said(drawn(paper), tmp_path)
        assert telling(told) != ""
        assert "Priya" in told


def test_ink_and_grey_are_all_the_colours_of_the_discreet_card() -> None:
    """No operator sets the purple of the child; the named card does."""
    purple = b".419608 .247059 .627451"
    assert purple not in b"".join(_streams(drawn(notes)))
    assert purple in b"".join(_streams(drawn(pocket)))


def _streams(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [one.Contents.read_bytes() for one in (page.obj for page in pdf.pages)]
