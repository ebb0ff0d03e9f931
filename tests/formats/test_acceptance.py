"""Claims about report files that other people's tools confirm."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import page
import pytest

from rhi_desktop.domain.person import Interviewer
from rhi_desktop.export.content import Sub
from tests.unit.export import samples
from tests.unit.export.signed import SAM, base, countersigned, person, signed

REVISIONS = {"base": base, "signed": signed, "countersigned": countersigned}
BYTE_RANGE = "PDFA3A-SIGNATURE-BYTERANGE-001"
"""This validator wants every signature to cover the whole file: no countersigned one can."""


@pytest.fixture(params=REVISIONS)
def revision(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One report in each of its three revisions."""
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(REVISIONS[request.param]())
    return path


def run(*command: str | Path) -> str:
    """What a tool says, its complaints included; it must succeed."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, check=True, encoding="utf-8"
    )
    assert not done.stderr, done.stderr
    return done.stdout


def test_pdf_a_and_pdf_ua(revision: Path) -> None:
    """PDF/A-3A and PDF/UA-1, but for the one rule that forbids countersigning."""
    archival = page.validate_pdf(str(revision), profile="3a")
    failing = {failure.rule_id for failure in archival.failures}
    assert failing == ({BYTE_RANGE} if revision.stem == "countersigned" else set())
    assert page.is_pdf_compliant(str(revision), profile="ua1")


def test_qpdf_finds_no_fault(revision: Path) -> None:
    """Neither in syntax nor in streams."""
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", revision)


def test_every_font_is_inside(revision: Path) -> None:
    """And none of the standard fourteen is named."""
    rows = run("pdffonts", revision).splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)
    assert not re.search("Helvetica|Courier|Times", "\n".join(rows))


def test_pdfinfo(revision: Path) -> None:
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


def test_the_record_comes_out_byte_for_byte(revision: Path) -> None:
    """One attachment, equal to the record the report was made from."""
    assert run("pdfdetach", "-list", revision).startswith("1 embedded files")
    saved = revision.with_suffix(".json")
    run("pdfdetach", "-save", "1", "-o", saved, revision)
    assert saved.read_bytes() == samples.report().record


def test_pages_are_vectors(revision: Path) -> None:
    """Nothing is a picture."""
    assert len(run("pdfimages", "-list", revision).splitlines()) == 2


def test_words_come_back_unchanged(revision: Path) -> None:
    """Welsh and Polish letters, and no two words run together at the end of a row."""
    text = " ".join(run("pdftotext", revision, "-").split())
    for line in samples.lines():
        if not line.struck_by:
            assert " ".join(line.words.split()) in text
    assert "zanzibar" not in text


def test_every_page_has_its_marking_and_number(revision: Path) -> None:
    """Twice the marking, the case, and page x of y."""
    pages = run("pdftotext", "-layout", revision, "-").split("\f")[:-1]
    for number, text in enumerate(pages, 1):
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(pages)}" in text
        assert "R-0142" in text


def test_reading_order_is_the_order_of_the_sections(revision: Path) -> None:
    """One first heading; the others in order; every row keeps its space; lists are whole."""
    spoken = run("pdfinfo", "-struct-text", revision)
    assert spoken.count("\nH1") + spoken.count("  H1") == 1
    titles = headings()
    found = re.findall(r'^\s*H[23]\s*(?:\([^)]*\))?\n\s*"(.*)"', spoken, re.MULTILINE)
    assert [title.strip() for title in found] == titles
    assert spoken.count("  LI ") == spoken.count("  LBody ")
    joined = "".join(re.findall(r'"(.*)"', spoken))
    assert "off the board in the kitchen." in joined


def headings() -> list[str]:
    """Every heading of the report, in order: of the sections, and within them."""
    found = []
    for section in samples.report().sections:
        found.append(section.title)
        found += [block.text for block in section.blocks if isinstance(block, Sub)]
    return found


@pytest.fixture
def trust_store(tmp_path: Path) -> Path:
    """A store in which both signers are trusted."""
    folder = tmp_path / "nss"
    folder.mkdir()
    run("certutil", "-N", "-d", f"sql:{folder}", "--empty-password")
    for who in (samples.JO, SAM):
        path = tmp_path / f"{who.id}.der"
        path.write_bytes(person(who).keys.certificate)
        store = f"sql:{folder}"
        run("certutil", "-A", "-d", store, "-n", who.id, "-t", "C,C,C", "-i", path)
    return folder


def test_pdfsig_trusts_both_signatures(tmp_path: Path, trust_store: Path) -> None:
    """Valid and trusted twice, and the last one covers the whole document."""
    path = tmp_path / "report.pdf"
    path.write_bytes(countersigned())
    told = run("pdfsig", "-nssdir", f"sql:{trust_store}", path)
    assert told.count("Signature Validation: Signature is Valid.") == 2
    assert told.count("Certificate Validation: Certificate is Trusted.") == 2
    assert told.count("ETSI.CAdES.detached") == 2
    first, last = told.split("Signature #2:")
    assert "Not total document signed" in first
    assert "  - Total document signed" in last


@pytest.mark.parametrize(("number", "who"), [(0, samples.JO), (1, SAM)])
def test_openssl_verifies_each_signature(tmp_path: Path, number: int, who: Interviewer) -> None:
    """With nothing but the bytes of the file and the signer's certificate."""
    data = countersigned()
    ranges = re.findall(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)", data)
    start, length, behind, rest = (int(value) for value in ranges[number])
    (tmp_path / "content").write_bytes(data[start : start + length] + data[behind : behind + rest])
    packed = bytes.fromhex(data[start + length + 1 : behind - 1].decode())
    (tmp_path / "signature").write_bytes(packed)
    (tmp_path / "root.der").write_bytes(person(who).keys.certificate)
    run("openssl", "x509", "-inform", "DER", "-in", tmp_path / "root.der", "-out", tmp_path / "r")
    command = "openssl cms -verify -binary -inform DER -in signature -content content -CAfile r"
    options = "-purpose any -no_check_time -out /dev/null"
    done = subprocess.run(
        f"{command} {options}".split(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr


def test_the_referees_are_here() -> None:
    """A missing tool must not look like a passing test."""
    tools = ("qpdf", "pdffonts", "pdfinfo", "pdfdetach", "pdfimages", "pdftotext", "pdfsig")
    assert all(shutil.which(tool) for tool in (*tools, "certutil", "openssl"))
