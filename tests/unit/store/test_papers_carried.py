"""Claims about addenda and versions on their way to another vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.exchange import Standing
from rhi_desktop.domain.interview import Report, SealedInterview
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.variant import Variant
from rhi_desktop.store import (
    addenda,
    exchange_records,
    given,
    interviews,
    journal,
    purging,
    reports,
)
from rhi_desktop.store.reading import children
from rhi_desktop.store.vault import Vault, open_vault
from tests.unit.store import papers, samples
from tests.unit.store.carrying import carry, changing, packed, planned, seal_truly, standing_of
from tests.unit.store.samples import ME, Days, Talk, make


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Vault]:
    """Another, empty vault."""
    folder = tmp_path / "theirs.rhivault"
    opened = open_vault(folder, make(folder, Days("theirs")))
    yield opened
    opened.close()


@pytest.fixture
def added(vault: Vault, talk: Talk, days: Days) -> Addendum:
    """A signed report with an addendum and a version for the police."""
    samples.keep(vault, talk, "words", days())
    seal_truly(vault, talk, days())
    report = samples.sign(vault, talk, b"%PDF the whole", days())
    papers.sign(vault, talk, Variant.POLICE, "places", days())
    made, _ = papers.add(vault, talk, "it was Tuesday", days, report.sha256)
    return made


def signed(vault: Vault, talk: Talk) -> set[tuple[Variant, bytes]]:
    """What was signed about a talk, with the very files."""
    found = children(vault, Kind.REPORT, "interview_id", talk.id, Report)
    return {(one.variant, reports.get_file(vault, one.sha256)) for one in found}


def test_they_arrive_whole_and_once(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, added: Addendum
) -> None:
    """Addendum, files and records; the report there is the full one. Again changes nothing."""
    carry(vault, theirs, talk.case_id, days())
    assert addenda.of_interview(theirs, talk.id) == (added,)
    assert signed(theirs, talk) == signed(vault, talk)
    assert interviews.stage(theirs, talk.id) == interviews.stage(vault, talk.id)
    again = carry(vault, theirs, talk.case_id, days())
    assert {item.standing for item in again.items} == {Standing.SAME}
    journal.check(theirs)


@pytest.mark.usefixtures("added")
def test_an_addendum_to_no_report_of_this_talk_is_kept_apart(
    vault: Vault, theirs: Vault, talk: Talk, days: Days
) -> None:
    """Whatever speaks about the talk stays out with it; the words come in."""
    change = changing(Kind.ADDENDUM, of="00" * 32)
    plan = planned(theirs, packed(vault, talk.case_id, change))
    for kind in (Kind.SEAL, Kind.ADDENDUM, Kind.REPORT):
        assert set(standing_of(plan, kind)) == {Standing.CONFLICT}
    exchange_records.apply(theirs, plan, days())
    assert not isinstance(interviews.stage(theirs, talk.id), SealedInterview)
    assert addenda.of_interview(theirs, talk.id) == ()


def test_an_addendum_may_name_the_report_as_it_was_before_the_countersignature(
    vault: Vault, theirs: Vault, talk: Talk, days: Days
) -> None:
    """Both files are that report; the later one begins with the earlier."""
    samples.keep(vault, talk, "words", days())
    seal_truly(vault, talk, days())
    report = samples.sign(vault, talk, b"%PDF the whole", days())
    papers.add(vault, talk, "it was Tuesday", days, report.sha256)
    both = reports.put_file(vault, b"%PDF the whole, countersigned")
    papers.countersigned(vault, talk, report, both, days())
    plan = carry(vault, theirs, talk.case_id, days())
    assert plan.count(Standing.CONFLICT) == 0
    assert reports.files_about(theirs, talk.id) == {report.sha256, both}


def test_two_addenda_of_one_number_wait_for_a_person(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, added: Addendum
) -> None:
    """Both laptops wrote one: neither hides the other."""
    carry(vault, theirs, talk.case_id, days())
    for owner in (vault, theirs):
        made = papers.an_addendum(talk, added.of, "asked again", days(), 2)
        papers.save(owner, talk, made, days())
    plan = planned(theirs, packed(vault, talk.case_id))
    (odd,) = exchange_records.taken(theirs, plan)
    assert odd not in {one.id for one in addenda.of_interview(theirs, talk.id)}


@pytest.mark.usefixtures("added")
def test_a_removed_case_takes_them_with_it(vault: Vault, talk: Talk, days: Days) -> None:
    """Addendum, version, files, and every note of what left."""
    notes = (papers.gave(talk.case_id, None, words, days().now) for words in ("a", "b"))
    for one in notes:
        given.log(vault, one)
    purging.purge(vault, talk.case_id, ME.id, days())
    for table in ("addenda", "reports", "files", "given"):
        assert vault.connection.number(f"SELECT count(*) FROM {table}") == 0  # noqa: S608 - ours
    journal.check(vault)
