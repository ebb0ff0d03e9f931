"""Claims about the verdict: genuine needs all of it, and no bytes make it raise."""

from __future__ import annotations

import io
import logging
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.sign import countersign, sign
from rhi_desktop.export.pdf.verify import Outcome, verify
from tests.unit.export import samples
from tests.unit.export.samples import JO
from tests.unit.export.signed import (
    KIT,
    SAM,
    base,
    countersigned,
    moment,
    person,
    pins,
    signed,
)

DIGEST = samples.seal_of(samples.account()).digest


def test_a_signed_report_of_somebody_trusted_is_genuine() -> None:
    """Who, when by their own clock, with the digest of the seal."""
    verdict = verify(signed(), pins(), seal_digest=DIGEST)
    assert (verdict.outcome, verdict.reasons, verdict.exit_code) == (Outcome.GENUINE, (), 0)
    (finding,) = verdict.signatures
    assert (finding.name, finding.field) == ("Jo Penhallow", "Interviewer")
    assert finding.claimed_at == moment(3.2).now
    assert finding.fingerprint == "fingerprint-jo"
    assert not verdict.countersigned
    assert verdict.digest == DIGEST


@pytest.mark.parametrize("quick", [True, False])
def test_a_countersigned_report_is_genuine(*, quick: bool) -> None:
    """Both names, in the order of signing."""
    verdict = verify(countersigned(), pins(), quick=quick)
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.countersigned
    assert [finding.name for finding in verdict.signatures] == ["Jo Penhallow", "Sam Okonjo"]


@pytest.mark.parametrize("trusted", [[], [person(SAM).pin]])
def test_a_signer_we_do_not_know_is_never_trusted_silently(trusted: list[object]) -> None:
    """Unchanged, but by whom? Exit code 3."""
    verdict = verify(signed(), trusted)  # type: ignore[arg-type]  # pins, or none
    assert (verdict.outcome, verdict.exit_code) == (Outcome.UNKNOWN_SIGNER, 3)
    assert verdict.reasons == ("signer_unknown",)
    assert verdict.signatures[0].intact
    assert verdict.signatures[0].name == "Jo Penhallow"


def test_a_stranger_who_countersigns_is_shown_as_a_stranger() -> None:
    """One known name does not vouch for the other."""
    data = countersign(signed(), person(KIT).signer, moment(28))
    verdict = verify(data, pins())
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert [finding.known for finding in verdict.signatures] == [True, False]


def test_an_unsigned_report_is_unsigned() -> None:
    """And never genuine. Exit code 1."""
    verdict = verify(base(), pins())
    assert (verdict.outcome, verdict.exit_code) == (Outcome.UNSIGNED, 1)


def test_another_record_than_expected_is_noticed() -> None:
    """The file is sound, but it is not the report of this seal."""
    verdict = verify(signed(), pins(), seal_digest="00" * 32)
    assert (verdict.outcome, verdict.reasons) == (Outcome.CHANGED, ("other_record",))


def test_a_record_whose_digest_does_not_fit_is_noticed() -> None:
    """Even when it was signed like that."""
    report = samples.report()
    forged = replace(
        report, record=report.record.replace(b"Knock. Just knock.", b"Knock. Just walk.")
    )
    verdict = verify(sign(draw(forged), person(JO).signer, moment(4)), pins())
    assert (verdict.outcome, verdict.reasons) == (Outcome.CHANGED, ("record_differs",))


def test_a_second_attachment_is_noticed() -> None:
    """Even when it was signed like that: exactly one is allowed."""
    with pikepdf.open(io.BytesIO(base())) as pdf:
        pdf.attachments["more.txt"] = b"more"
        out = io.BytesIO()
        pdf.save(out)
    verdict = verify(sign(out.getvalue(), person(JO).signer, moment(4)), pins())
    assert (verdict.outcome, verdict.reasons) == (Outcome.CHANGED, ("other_attachment",))


def test_a_certificate_that_was_not_valid_then_is_not_trusted() -> None:
    """Judged at the claimed time: eleven years later the certificate has run out."""
    data = sign(base(), person(JO).signer, moment(24 * 366 * 11))
    verdict = verify(data, pins())
    assert verdict.outcome is Outcome.UNKNOWN_SIGNER
    assert "certificate_not_valid_then" in verdict.reasons


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    """What is no PDF is unreadable. Exit code 2."""
    verdict = verify(data, pins())
    assert (verdict.outcome, verdict.exit_code) == (Outcome.UNREADABLE, 2)


@given(st.data())
def test_no_cut_of_a_report_is_genuine(data: st.DataObject) -> None:
    """Whatever is missing at the end, but for the whole last revision."""
    length = data.draw(
        st.integers(5, len(countersigned()) - 1).filter(lambda n: n != len(signed()))
    )
    assert verify(countersigned()[:length], pins(), quick=True).outcome is not Outcome.GENUINE


def test_libraries_log_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Names out of certificates reach no log."""
    with caplog.at_level(logging.DEBUG):
        verify(countersigned() + b"junk", [])
        verify(b"%PDF-1.7 nothing", [])
    assert not [record for record in caplog.records if "Penhallow" in record.getMessage()]
    assert not [
        record for record in caplog.records if record.name.startswith(("pyhanko", "pikepdf"))
    ]


def test_the_pins_do_not_matter_by_order() -> None:
    """The signer's certificate picks its pin."""
    verdict = verify(signed(), [person(SAM).pin, person(KIT).pin, person(JO).pin])
    assert verdict.signatures[0].fingerprint == "fingerprint-jo"
    assert JO.name == verdict.signatures[0].name
