"""Claims about signing, refusing and repeating, by other people's tools: see `test_acceptance`."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from rhi_desktop.domain.person import Interviewer
from rhi_desktop.errors import ExportError, SigningError
from rhi_desktop.export.content import ReportData, Section, Setting, Sketch, Sub
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.sign import countersign
from tests.bench import report_rows
from tests.formats.referees import need, run
from tests.formats.test_pdf_tamper import third_signature
from tests.unit.export import samples
from tests.unit.export.signed import KIT, SAM, base, countersigned, moment, person, signed

SIGNERS = (samples.JO, SAM)


@pytest.fixture
def trust_store(tmp_path: Path) -> Path:
    """A store in which both signers are trusted."""
    folder = tmp_path / "nss"
    folder.mkdir()
    store = f"sql:{folder}"
    run("certutil", "-N", "-d", store, "--empty-password")
    for who in SIGNERS:
        path = tmp_path / f"{who.id}.der"
        path.write_bytes(person(who).keys.certificate)
        run("certutil", "-A", "-d", store, "-n", who.id, "-t", "C,C,C", "-i", path)
    return folder


def test_09_pdfsig_trusts_both_signatures(tmp_path: Path, trust_store: Path) -> None:
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


def test_10_countersigning_only_appends() -> None:
    """The first revision stays byte for byte."""
    assert len(countersigned()) > len(signed())
    assert countersigned()[: len(signed())] == signed()


def judged(data: bytes, trusted: Sequence[Interviewer]) -> list[PdfSignatureStatus]:
    """What pyHanko says of every signature, with these people trusted and no way out."""
    roots = [x509.Certificate.load(person(who).keys.certificate) for who in trusted]
    reader = PdfFileReader(io.BytesIO(data))
    context = ValidationContext(
        trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail", moment=moment(40).now
    )
    return [validate_pdf_signature(one, context) for one in reader.embedded_signatures]


def test_11_pyhanko_finds_both_signatures_good() -> None:
    """Both bottom lines, a field filled in between and nothing else, the whole file covered."""
    first, last = judged(countersigned(), SIGNERS)
    assert first.bottom_line
    assert last.bottom_line
    assert first.modification_level is ModificationLevel.FORM_FILLING
    assert first.docmdp_ok
    assert last.docmdp_ok
    assert last.coverage is SignatureCoverageLevel.ENTIRE_FILE


@pytest.mark.parametrize("number", [0, 1])
def test_12_openssl_verifies_each_signature(tmp_path: Path, number: int) -> None:
    """With nothing but the bytes of the file and the signer's certificate."""
    need("openssl")
    data, who = countersigned(), SIGNERS[number]
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


def test_14_a_third_signature_is_refused_and_shows_when_it_is_forced() -> None:
    """By the program; and where a tool adds it, the lock of the second one is broken."""
    with pytest.raises(SigningError, match="third_signature"):
        countersign(countersigned(), person(KIT).signer, moment(30))
    _, second, _ = judged(third_signature(), (*SIGNERS, KIT))
    assert not second.docmdp_ok
    assert not second.bottom_line


def skipped_heading() -> ReportData:
    """A heading of the third level where one of the second is due."""
    told = samples.report()
    first = Section("x", "Too deep", (Sub("Deeper"),), setting=Setting.TOPIC)
    return replace(told, sections=(first, *told.sections))


def silent_picture() -> ReportData:
    """A drawing that says nothing aloud."""
    told = samples.report()
    return replace(told, sections=(Section("x", "Drawn", (Sketch(" ", ()),)), *told.sections))


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (samples.report(samples.with_words("then \u4f60 came")), "glyph_missing"),
        (silent_picture(), "alt_missing"),
        (skipped_heading(), "heading_skipped"),
    ],
)
def test_17_what_a_reader_could_not_trust_stops_the_export(report: ReportData, code: str) -> None:
    """By a code; that each has its three sentences is a test of `tests/architecture`."""
    with pytest.raises(ExportError) as caught:
        draw(report)
    assert caught.value.code == code
    assert code in ExportError.codes


def test_18_the_bench_holds_the_bars_of_time() -> None:
    """A test that runs beside others measures nothing: `make bench` does, against these bars."""
    assert report_rows.BARS == {"report": 400.0, "long report": 5000.0, "verify": 500.0}
    assert report_rows.PAGES == {"report": 6, "long report": 78}


def child(*prefix: str, options: Sequence[str] = ()) -> dict[str, Any]:
    """What a process of its own tells that makes and judges a report."""
    command = [*prefix, sys.executable, "-m", "tests.formats.without_network", *options]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@cache
def may_unshare() -> bool:
    """Whether this system lets us take the network away from a child."""
    if os.geteuid():
        return False
    return (
        subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode == 0
    )


def test_19_everything_works_without_a_network() -> None:
    """In a process whose only network is its own; where that may not be, with sockets refused."""
    told = child("unshare", "-n") if may_unshare() else child(options=["--block"])
    assert told["outcome"] == "genuine"
    assert told["reachable"] is False
    assert all(told["sizes"])


def test_20_two_exports_of_one_record_are_byte_equal() -> None:
    """Before signing: also where shaped letters leave something behind in their fonts."""
    told = samples.with_words("\u0633\u0644\u0627\u0645 \u0915\u094d\u0937\u092e\u093e")
    assert draw(samples.report(told)) == draw(samples.report(told))
    assert draw(samples.report()) == base()
