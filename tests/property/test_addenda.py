"""Whatever an addendum says, no byte of the report it names changes, and none of its own after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given

from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.given import Given
from rhi_desktop.domain.ids import AddendumId
from rhi_desktop.domain.interview import Report
from rhi_desktop.domain.plain import from_plain, to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import VaultError
from rhi_desktop.store import addenda, interviews, journal, records, reports
from rhi_desktop.store import given as log
from rhi_desktop.store.vault import Vault, open_vault
from tests.property import beside
from tests.unit.store import papers, samples
from tests.unit.store.samples import ME, Days, Talk
from tests.unit.store.two_cases import everything

PDF = b"%PDF the whole report"
LIST = "case_rows"
"""Worked out again with every change of a case."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, Talk, Report, Days]]:
    """One talk with its signed report, to which every example adds."""
    folder, days = tmp_path_factory.mktemp("addenda") / "ours.rhivault", Days("addenda")
    vault = open_vault(folder, samples.make(folder, days))
    talk = samples.start(vault, days)
    samples.keep(vault, talk, "words", days())
    samples.seal(vault, talk, days())
    yield vault, talk, samples.sign(vault, talk, PDF, days()), days
    vault.close()


@given(beside.addenda)
def test_an_addendum_changes_nothing_that_was_there(
    desk: tuple[Vault, Talk, Report, Days], drawn: Addendum
) -> None:
    """Every row of every table is there afterwards as it was; the report is the report."""
    vault, talk, report, days = desk
    before, stage = everything(vault), interviews.stage(vault, talk.id)
    number = addenda.next_number(vault, talk.id)
    added = replace(
        drawn,
        interview_id=talk.id,
        number=number,
        of=report.sha256,
        id=AddendumId(f"{number:026d}"),
    )
    papers.save(vault, talk, added, days())
    over = papers.sign(vault, talk, Variant.ADDENDUM, str(number), days(), added)
    after = everything(vault)
    for name in before.keys() - {LIST}:
        left = [row for row in before[name] if row not in after[name]]
        assert left == [], name
    assert interviews.stage(vault, talk.id) == stage
    assert reports.get_file(vault, report.sha256) == PDF
    assert addenda.of_interview(vault, talk.id)[-1] == added
    assert reports.signed_about(vault)[added.id] == over.id
    with pytest.raises(VaultError, match="record_fixed"):
        records.save(vault, Kind.ADDENDUM, talk.case_id, added, ME.id, days())
    journal.check_head(vault)


@given(beside.addenda, beside.reports, beside.notes)
def test_the_plain_form_comes_back(addendum: Addendum, report: Report, note: Given) -> None:
    """Of each; a full report has the bytes that it had before there were others."""
    assert from_plain(Addendum, to_plain(addendum)) == addendum
    assert from_plain(Report, to_plain(report)) == report
    assert from_plain(Given, to_plain(note)) == note
    full = replace(report, variant=Variant.FULL, digest="", addendum_id=None, salt="")
    plain = to_plain(full)
    assert isinstance(plain, dict)
    assert plain.keys() == {
        *("id", "interview_id", "stage", "sha256", "size", "signed_at", "signers")
    }


@given(beside.notes)
def test_a_note_comes_back_and_stays(desk: tuple[Vault, Talk, Report, Days], note: Given) -> None:
    """Word for word, under its case."""
    vault = desk[0]
    log.log(vault, note)
    assert note in log.of_case(vault, note.case_id)
    with pytest.raises(VaultError, match="record_fixed"):
        vault.connection.run("DELETE FROM given WHERE case_id = ?", note.case_id)
