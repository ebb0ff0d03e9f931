"""Claims about report files that other people's tools confirm: the twenty checks, one by one.

Each check has its number in the name of its test. Here stand those that judge one file in each of
its revisions; what concerns signing, refusing, the network and the same bytes stands in
`test_acceptance_signed`, damage (3) in `test_pdf_damaged`, attacks (13) in `test_pdf_tamper`, and
the pictures of lines (15) in `test_scripts`.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import page
import pytest

from rhi_desktop.export.content import Sub
from tests.formats.referees import BYTE_RANGE, need, run
from tests.unit.export import samples
from tests.unit.export.signed import base, countersigned, signed

REVISIONS = {"base": base, "signed": signed, "countersigned": countersigned}
TOOLS = (
    "certutil", "openssl", "pdfdetach", "pdffonts", "pdfimages", "pdfinfo", "pdfsig", "pdftoppm",
    "pdftotext", "qpdf",
)  # fmt: skip


@pytest.fixture(params=REVISIONS)
def revision(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One report in each of its three revisions."""
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(REVISIONS[request.param]())
    return path


def test_every_check_has_its_test() -> None:
    """Twenty numbers, each in the name of at least one test of this folder."""
    found = {
        int(number)
        for path in Path(__file__).parent.glob("test_*.py")
        for number in re.findall(r"^def test_(\d\d)_", path.read_text("utf-8"), re.MULTILINE)
    }
    assert found == set(range(1, 21))


@pytest.mark.parametrize("tool", TOOLS)
def test_the_referees_are_here(tool: str) -> None:
    """On the build machine a missing tool is a failure: it must not look like a passing test."""
    need(tool)


def test_a_missing_tool_fails_on_the_build_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is a test left out on a laptop, with the reason."""
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="nobodys-tool is missing"):
        need("nobodys-tool")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="nobodys-tool is missing"):
        need("nobodys-tool")


def test_01_qpdf_finds_no_fault(revision: Path) -> None:
    """Neither in syntax nor in streams."""
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", revision)


def test_02_pdf_a_and_pdf_ua(revision: Path) -> None:
    """PDF/A-3A and PDF/UA-1, but for the one rule that forbids countersigning."""
    archival = page.validate_pdf(str(revision), profile="3a")
    failing = {failure.rule_id for failure in archival.failures}
    assert failing == ({BYTE_RANGE} if revision.stem == "countersigned" else set())
    assert page.is_pdf_compliant(str(revision), profile="ua1")


def test_04_every_font_is_inside(revision: Path) -> None:
    """And none of the standard fourteen is named."""
    rows = run("pdffonts", revision).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)
    assert not re.search("Helvetica|Courier|Times", "\n".join(rows))


def test_05_what_the_file_says_of_itself(revision: Path) -> None:
    """Tagged, with metadata, without script, not encrypted, version 1.7, no name in the title."""
    told = dict(re.findall(r"^([^:]+):\s+(.*)$", run("pdfinfo", revision), re.MULTILINE))
    expected = {
        "Tagged": "yes",
        "Metadata Stream": "yes",
        "JavaScript": "no",
        "Encrypted": "no",
        "PDF version": "1.7",
        "Title": "Return interview report, R-0142",
    }
    assert {key: told[key] for key in expected} == expected
    assert told["Creator"] == told["Producer"] == "RHI Desktop"


def test_06_reading_order_is_the_order_of_the_sections(revision: Path) -> None:
    """One first heading, the others in order; every table has heads, every item its two parts."""
    spoken = run("pdfinfo", "-struct-text", revision)
    found = re.findall(r'^\s*H[23]\s*(?:\([^)]*\))?\n\s*"(.*)"', spoken, re.MULTILINE)
    assert [title.strip() for title in found] == headings()
    kinds = Counter(re.findall(r"^ +(\w+)(?: \(block\)| \(inline\)|:| *$)", spoken, re.MULTILINE))
    assert kinds["H1"] == 1
    assert kinds["LI"] == kinds["LBody"] == kinds["Lbl"] > 20
    tables = re.split(r"^ +Table", spoken, flags=re.MULTILINE)[1:]
    assert len(tables) > 5
    assert all("  TH" in table for table in tables)
    joined = "".join(re.findall(r'"(.*)"', spoken))
    assert "off the board in the kitchen." in joined


def headings() -> list[str]:
    """Every heading of the report, in order: of the sections, and within them."""
    found = []
    for section in samples.report().sections:
        found.append(section.title)
        found += [block.text for block in section.blocks if isinstance(block, Sub)]
    return found


def test_07_the_record_comes_out_byte_for_byte(revision: Path) -> None:
    """One attachment, equal to the record the report was made from."""
    assert run("pdfdetach", "-list", revision).startswith("1 embedded files")
    saved = revision.with_suffix(".json")
    run("pdfdetach", "-save", "1", "-o", saved, revision)
    assert saved.read_bytes() == samples.report().record


def test_08_every_page_has_its_marking_and_number(revision: Path) -> None:
    """Twice the marking, the case, and page x of y."""
    pages = run("pdftotext", "-layout", revision, "-").split("\f")[:-1]
    for number, text in enumerate(pages, 1):
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(pages)}" in text
        assert "R-0142" in text


def test_08_words_come_back_unchanged(revision: Path) -> None:
    """Welsh and Polish letters composed, and no two words run together at the end of a row."""
    text = " ".join(run("pdftotext", revision, "-").split())
    for line in samples.lines():
        if not line.struck_by:
            assert " ".join(line.words.split()) in text
    assert "zanzibar" not in text
    assert "t\u0177 yn rhy sw\u0175nllyd" in text
    assert "\u0141\u00f3dk\u0119" in text


def test_16_pages_are_vectors(revision: Path) -> None:
    """Nothing is a picture."""
    assert len(run("pdfimages", "-list", revision).splitlines()) == 2
