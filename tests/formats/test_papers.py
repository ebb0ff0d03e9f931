"""Claims about the files of the papers that leave unsigned, as other people's tools read them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest

from rhi_desktop.domain.disclosure import StepKind, Told
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.errors import ExportError
from rhi_desktop.export.papers.again import AgainItem, AgainPart, again, again_items
from rhi_desktop.export.papers.leave_behind import Caller, leave_behind
from rhi_desktop.export.papers.letter import letter, letter_items
from rhi_desktop.export.pdf.sheets import draw_sheet
from rhi_desktop.export.sheet import SheetData
from tests.formats.referees import run
from tests.unit.export import samples, whole
from tests.unit.export.papers import em
from tests.unit.export.papers import leaving_case as case

PACKS = whole.packs()
PROMISED = "I tell you the night before if nobody will be in when you wake up."


def chosen(item: AgainItem) -> bool:
    """What is ticked on the sheet of most tests."""
    return item.suggested or item.part is AgainPart.FIRST


def for_next_time() -> SheetData:
    """All that is suggested, and what to do first."""
    ticked = {item.id for item in again_items(case.account(), PACKS) if chosen(item)}
    return again(case.account(), PACKS, ticked, case.HEAD)


def for_next_time_whole() -> SheetData:
    """Everything that can be ticked: more than one page."""
    ticked = {item.id for item in again_items(case.account(), PACKS)}
    return again(case.account(), PACKS, ticked, case.HEAD)


def nothing_ticked() -> SheetData:
    """The sheet of a case with next to nothing in it."""
    return again(samples.account(), PACKS, (), case.HEAD)


def card() -> SheetData:
    """With an organisation."""
    return leave_behind(case.ENGLAND, case.CALLER, case.AT)


def long_card() -> SheetData:
    """With names that take two rows each, one of them typed in two."""
    name, contact = (
        "Alexandra Montgomery-Fitzgerald,\nreturn home interviewer",
        "07700 900 155, " * 5,
    )
    where = "Lantern Row Independent Return Home Interviews and Advocacy for Young People"
    caller = Caller(name, contact, "Wednesday 11 March, in the afternoon", where, independent=True)
    return leave_behind(case.ENGLAND, caller, case.AT)


def in_braces() -> SheetData:
    """For somebody whose name looks like a place to fill in."""
    head = replace(case.HEAD, recipients="{evil} {0} {", written_by="{page")
    return again(case.account(), PACKS, (), head)


def bare_card() -> SheetData:
    """When nothing else exists."""
    bare = replace(case.ENGLAND, helplines=(), asks=(), advocates=(), complaints=())
    return leave_behind(bare, Caller(), case.AT)


def to_the_child() -> SheetData:
    """With two lines in the child's own words, one of them in another script."""
    told = case.account()
    chosen = {item.id for item in letter_items(told) if item.suggested}
    return letter(
        told, PACKS, case.ENGLAND, chosen | {"line:line-3", "line:line-22"}, case.SENDER, case.AT
    )


def much_agreed() -> SheetData:
    """Six promises of two rows each, and whom it was passed on to in three: as talks end."""
    told = case.account()
    assert told.plan is not None
    promises = tuple(
        replace(
            em.plan_line(60 + at, PlanBlock.ADULTS, PlanAuthor.ADULT_PROMISE, PROMISED),
            promised_by="Imran Sadiq",
            by_when=date(2026, 11, 23 + at),
        )
        for at in range(6)
    )
    steps = tuple(
        whole.step(at, StepKind.TOLD, at, whom=whom, name="Imran Sadiq, social worker, duty line")
        for at, whom in enumerate((Told.MANAGER, Told.SOCIAL_CARE, Told.POLICE))
    )
    full = replace(
        told,
        actions=(),
        disclosures=(replace(whole.disclosure(), steps=steps),),
        plan=replace(told.plan, lines=promises, anyway=()),
    )
    chosen = {item.id for item in letter_items(full) if item.suggested}
    return letter(full, PACKS, case.ENGLAND, chosen | {"line:line-3"}, case.SENDER, case.AT)


PAPERS: tuple[Callable[[], SheetData], ...] = (
    *(for_next_time, for_next_time_whole, nothing_ticked),
    *(in_braces, card, bare_card, long_card, to_the_child, much_agreed),
)
every = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.__name__)


@cache
def drawn(paper: Callable[[], SheetData]) -> bytes:
    """Its file, once."""
    return draw_sheet(paper())


def read(data: bytes, folder: Path, *options: str) -> str:
    """The words as poppler reads them, in one run."""
    (folder / "paper.pdf").write_bytes(data)
    return " ".join(run("pdftotext", *options, folder / "paper.pdf", "-").split())


def unpacked(data: bytes) -> str:
    """Every object and every unpacked stream of a file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        raw = b"".join(one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
        return raw.decode("latin-1") + " ".join(repr(one) for one in pdf.objects)


@every
def test_every_paper_is_archival_and_accessible(paper: Callable[[], SheetData]) -> None:
    """PDF/A-3A and PDF/UA-1 by the validator."""
    assert page.is_pdf_compliant_bytes(drawn(paper), profile="3a")
    assert page.is_pdf_compliant_bytes(drawn(paper), profile="ua1")


@every
def test_every_paper_is_sound_and_brings_its_letters(
    paper: Callable[[], SheetData], tmp_path: Path
) -> None:
    """No complaint of qpdf; every font is inside."""
    (tmp_path / "paper.pdf").write_bytes(drawn(paper))
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", tmp_path / "paper.pdf")
    fonts = run("pdffonts", tmp_path / "paper.pdf").splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes"] * 3 for line in fonts)


@every
def test_no_paper_is_signed_or_carries_a_file(paper: Callable[[], SheetData]) -> None:
    """And what a file tells about itself tells neither child, nor worker, nor organisation."""
    with pikepdf.open(io.BytesIO(drawn(paper))) as pdf:
        assert len(pdf.attachments) == 0
        assert "/AcroForm" not in pdf.Root
        known = " ".join(str(value) for value in pdf.docinfo.values())
        known += pdf.Root.Metadata.read_bytes().decode()
    for name in ("M.T.", "Em", "Jo Penhallow", "Lantern", "R-0142", "RHI"):
        assert name not in known.split()


@every
def test_the_same_paper_gives_the_same_bytes(paper: Callable[[], SheetData]) -> None:
    """Whenever it is drawn."""
    assert draw_sheet(paper()) == drawn(paper)


@pytest.mark.parametrize(
    ("paper", "pages"),
    [
        (for_next_time, 1),
        (for_next_time_whole, 2),
        (card, 1),
        (long_card, 1),
        (to_the_child, 1),
        (much_agreed, 1),
    ],
)
def test_what_must_be_seen_at_once_is_on_one_page(
    paper: Callable[[], SheetData], pages: int
) -> None:
    """Only a sheet of everything needs a second one."""
    with pikepdf.open(io.BytesIO(drawn(paper))) as pdf:
        assert len(pdf.pages) == pages


def test_nothing_unticked_is_in_any_byte(tmp_path: Path) -> None:
    """Not on the page, in the tags, in the metadata, in any unpacked stream."""
    items = again_items(case.account(), PACKS)
    data = drawn(for_next_time)
    plain = unpacked(data)
    told = read(data, tmp_path) + run("pdfinfo", "-struct-text", tmp_path / "paper.pdf")
    for item in items:
        for text in (item.title, item.words):
            shared = any(text in f"{one.title} {one.words}" for one in items if chosen(one))
            if text and not chosen(item) and not shared:
                assert text not in told
                assert text not in plain
    assert case.WORD not in told
    assert "Tyre" not in told + plain


def test_every_ticked_word_comes_back(tmp_path: Path) -> None:
    """As it was kept, in an order that can be read aloud."""
    told = read(drawn(for_next_time), tmp_path, "-raw")
    for item in again_items(case.account(), PACKS):
        if chosen(item):
            assert item.words.split()[:2] == [] or " ".join(item.words.split()[:2]) in told


def test_the_card_is_read_from_front_to_back(tmp_path: Path) -> None:
    """Whichever way up a page of it stands."""
    (tmp_path / "paper.pdf").write_bytes(drawn(card))
    told = run("pdfinfo", "-struct-text", tmp_path / "paper.pdf")
    order = ("still talk.", "Someone to talk to", "What you can ask for", "Who came")
    places = [told.index(words) for words in order]
    assert places == sorted(places)


def test_too_many_numbers_for_a_card_are_refused() -> None:
    """None is cut off: the adult chooses fewer."""
    line = case.ENGLAND.for_children[0]
    many = tuple(replace(line, id=f"line_{at}") for at in range(9))
    full = replace(case.ENGLAND, helplines=many)
    chosen = {one.id for one in many}
    with pytest.raises(ExportError, match="sheet_full"):
        draw_sheet(leave_behind(full, Caller(), case.AT, chosen))


@pytest.mark.parametrize("count", range(7))
def test_as_many_numbers_as_the_profile_has_fit(count: int) -> None:
    """Each choice of them, and a long name of an organisation."""
    chosen = {one.id for one in case.ENGLAND.for_children[:count]}
    long = "Lantern Row Return Interviews and Advocacy for Young People in Wendshire"
    caller = Caller(organisation=long, independent=True)
    made = draw_sheet(leave_behind(case.ENGLAND, caller, case.AT, chosen))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 1
