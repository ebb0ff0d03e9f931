"""Claims about what stands beside a signed report: it changes nothing, and nothing changes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import Report, ReportStage, SealedInterview, SignedInterview
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.review import Verdict
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import VaultError
from rhi_desktop.store import (
    cases,
    given,
    interviews,
    journal,
    reading,
    records,
    reports,
)
from rhi_desktop.store.vault import Vault
from tests.unit.store import papers, samples
from tests.unit.store.samples import ME, Days, Talk, left_before, start


@pytest.fixture
def report(vault: Vault, talk: Talk, days: Days) -> Report:
    """The full report of the talk, signed once."""
    samples.keep(vault, talk, "words", days())
    samples.seal(vault, talk, days())
    return samples.sign(vault, talk, b"%PDF the whole", days())


def _of(vault: Vault, talk: Talk) -> tuple[Addendum, ...]:
    return reading.children(vault, Kind.ADDENDUM, "interview_id", talk.id, Addendum)


def test_an_addendum_changes_no_byte_of_the_report(
    vault: Vault, talk: Talk, days: Days, report: Report
) -> None:
    """The file, the record, the account and the stage are what they were."""
    before = records.load_record(vault, Kind.REPORT, report.id)
    stage, account = interviews.stage(vault, talk.id), interviews.account(vault, talk.id)
    made, signed = papers.add(vault, talk, "it was Tuesday", days, report.sha256)
    samples.review(vault, signed, talk.case_id, Verdict.COUNTERSIGNED, days())
    assert _of(vault, talk) == (made,)
    assert reports.get_file(vault, report.sha256) == b"%PDF the whole"
    assert records.load_record(vault, Kind.REPORT, report.id) == before
    assert interviews.stage(vault, talk.id) == stage
    assert interviews.account(vault, talk.id) == account
    assert cases.rows(vault)[0].stage == "signed"
    journal.check(vault)


def test_the_database_refuses_to_change_an_addendum(
    vault: Vault, talk: Talk, days: Days, report: Report
) -> None:
    """Nor can it be taken out, nor one be written to what is not sealed."""
    made, _ = papers.add(vault, talk, "it was Tuesday", days, report.sha256)
    with pytest.raises(VaultError, match="record_fixed"):
        records.save(vault, Kind.ADDENDUM, talk.case_id, replace(made, reason="x"), ME.id, days())
    for statement in ("DELETE FROM addenda", "UPDATE addenda SET author = ''"):
        with pytest.raises(VaultError, match="record_fixed"):
            vault.connection.run(statement)
    still_open = start(vault, days, "R-0002")
    early = papers.an_addendum(still_open, report.sha256, "too early", days())
    with pytest.raises(VaultError, match="record_fixed"):
        records.save(vault, Kind.ADDENDUM, still_open.case_id, early, ME.id, days())
    assert _of(vault, talk) == (made,)
    assert _of(vault, still_open) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"sha256": "00" * 32},
        {"stage": ReportStage.COUNTERSIGNED, "digest": "00" * 32},
        {"stage": ReportStage.COUNTERSIGNED, "variant": Variant.POLICE},
        {"stage": ReportStage.COUNTERSIGNED, "signed_at": samples.START},
    ],
)
def test_a_report_changes_once_and_only_by_a_countersignature(
    vault: Vault, talk: Talk, days: Days, report: Report, changed: dict[str, object]
) -> None:
    """The database itself holds it, whatever the program should ask for."""
    moved: Report = replace(report, **changed)  # type: ignore[arg-type]  # fields of the report
    with pytest.raises(VaultError, match="record_fixed"):
        records.save(vault, Kind.REPORT, talk.case_id, moved, ME.id, days())
    samples.review(vault, report, talk.case_id, Verdict.COUNTERSIGNED, days())
    again = replace(report, stage=ReportStage.COUNTERSIGNED, size=report.size + 1)
    with pytest.raises(VaultError, match="record_fixed"):
        records.save(vault, Kind.REPORT, talk.case_id, again, ME.id, days())


def test_what_was_made_for_the_police_is_never_countersigned(
    vault: Vault, talk: Talk, days: Days, report: Report
) -> None:
    """It has one signature for ever, and waits for nobody."""
    police = papers.sign(vault, talk, Variant.POLICE, "places only", days())
    moved = replace(police, stage=ReportStage.COUNTERSIGNED)
    with pytest.raises(VaultError, match="record_fixed"):
        records.save(vault, Kind.REPORT, talk.case_id, moved, ME.id, days())
    assert reports.unanswered(vault) == (report,)


def test_only_the_full_report_is_the_report(vault: Vault, talk: Talk, days: Days) -> None:
    """A talk with nothing but a variant is sealed; what is signed later than the report is not it.

    The list says the same as the stage.
    """
    samples.seal(vault, talk, days())
    papers.sign(vault, talk, Variant.CARER, "before", days())
    assert isinstance(interviews.stage(vault, talk.id), SealedInterview)
    assert cases.rows(vault)[0].stage == "sealed"
    report = samples.sign(vault, talk, b"%PDF the whole", days())
    papers.sign(vault, talk, Variant.CARER, "after", days())
    made, added = papers.add(vault, talk, "it was Tuesday", days, report.sha256)
    found = interviews.stage(vault, talk.id)
    assert isinstance(found, SignedInterview)
    assert found.report == report
    assert cases.rows(vault)[0].stage == "signed"
    assert reports.signed_about(vault) == {talk.id: report.id, made.id: added.id}
    assert reports.unanswered(vault) == (report, added)
    samples.review(vault, report, talk.case_id, Verdict.COUNTERSIGNED, days())
    assert reports.unanswered(vault) == (added,)
    assert cases.rows(vault)[0].stage == "countersigned"
    assert reports.files_about(vault, talk.id) == {report.sha256}


def test_the_log_of_what_left(vault: Vault, talk: Talk, days: Days, report: Report) -> None:
    """In the order of leaving, by case; what is about no single case has a place of its own."""
    notes = [papers.gave(talk.case_id, one, "Sam", days().now) for one in (None, report)]
    figures = papers.gave("", None, "the board", days().now)
    for one in (notes[1], figures, notes[0]):
        given.log(vault, one)
    assert given.of_case(vault, talk.case_id) == tuple(notes)
    assert given.of_case(vault, CaseId("")) == (figures,)
    older = left_before(vault, report.id, "Kim", "meeting", days())
    assert given.before_version_4(vault, talk.case_id) == (older,)
    for statement in ("DELETE FROM given", "UPDATE given SET at = ''"):
        with pytest.raises(VaultError, match="record_fixed"):
            vault.connection.run(statement)
