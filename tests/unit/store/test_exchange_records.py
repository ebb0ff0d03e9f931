"""Claims about taking records out of one vault and putting them into another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.crypto.digest import with_digest
from rhi_desktop.domain.card import Card
from rhi_desktop.domain.exchange import (
    BundleHead,
    Incoming,
    MergeItem,
    MergePlan,
    Outgoing,
    Standing,
)
from rhi_desktop.domain.ids import BundleId, CaseId
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.errors import BundleError, VaultError
from rhi_desktop.store import cases, exchange_records, interviews, journal, records, reports
from rhi_desktop.store.vault import Vault, open_vault
from tests.unit.store import samples
from tests.unit.store.samples import ME, Days, Talk, keep, make

SENDER: Card = samples.card("Rowan Hale")


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Vault]:
    """Another, empty vault: the supervisor's."""
    folder = tmp_path / "theirs.rhivault"
    opened = open_vault(folder, make(folder, Days("theirs")))
    yield opened
    opened.close()


@pytest.fixture
def finished(vault: Vault, talk: Talk, days: Days) -> Talk:
    """A whole interview with a history, sealed and signed; the case went on after sealing."""
    line = keep(vault, talk, "first", days())
    records.save(vault, Kind.LINE, talk.case_id, replace(line, words="better"), ME.id, days())
    samples.answer(vault, talk, "yes", days())
    samples.plan_line(vault, talk, "ring my nan", days())
    samples.seal(vault, talk, days())
    samples.sign(vault, talk, b"%PDF signed", days())
    moved = replace(talk.case, lives_at="with foster carers")
    records.save(vault, Kind.CASE, talk.case_id, moved, ME.id, days())
    samples.attempt(talk.episode, days())
    return talk


def planned(outgoing: Outgoing, *standings: Standing) -> MergePlan:
    """What a merge would say; without standings, that all is new."""
    head = BundleHead(
        BundleId("0" * 26),
        SENDER.fingerprint,
        (SENDER.fingerprint,),
        samples.START,
        outgoing.packs,
        outgoing.journal,
        len(outgoing.records),
        len(outgoing.files),
    )
    incoming = Incoming(head, SENDER, outgoing.records, outgoing.files)
    wanted = standings or tuple(
        Standing.NEW if record.revision == 1 else Standing.NEWER for record in outgoing.records
    )
    items = zip(outgoing.records, wanted, strict=True)
    return MergePlan(incoming, tuple(MergeItem(record, standing) for record, standing in items))


def collect(vault: Vault, talk: Talk) -> Outgoing:
    """The records of one case."""
    return exchange_records.collect(vault, [talk.case_id, talk.case_id])


def test_a_case_arrives_as_it_left(vault: Vault, theirs: Vault, finished: Talk, days: Days) -> None:
    """Account, seal, report, file, history and the list are the same on the other side."""
    outgoing = collect(vault, finished)
    assert outgoing.journal == journal.head(vault)
    assert outgoing.packs == (finished.interview.pack.digest,)
    written = exchange_records.apply(theirs, planned(outgoing), days())
    assert written == len(outgoing.records) == journal.head(theirs).length
    ours, there = interviews.stage(vault, finished.id), interviews.stage(theirs, finished.id)
    assert ours == there
    assert isinstance(there, SignedInterview)
    assert there.account.case == finished.case
    assert reports.get_file(theirs, there.report.sha256) == b"%PDF signed"
    assert records.load(theirs, Kind.CASE, finished.case_id, Case).lives_at == "with foster carers"
    assert [r.digest for r in collect(theirs, finished).records] == [
        r.digest for r in outgoing.records
    ]
    assert cases.rows(theirs)[0].stage == "signed"
    journal.check(theirs)


def test_how_records_stand(vault: Vault, theirs: Vault, finished: Talk) -> None:
    """Known records have revision, digest and earlier digests; a sealed interview is fixed."""
    outgoing = collect(vault, finished)
    ids = [record.id for record in outgoing.records]
    assert exchange_records.standing_inputs(theirs, ids) == {}
    here = exchange_records.standing_inputs(vault, [*ids, "unknown"])
    assert here.keys() == set(ids)
    by_line = [record for record in outgoing.records if record.kind is Kind.LINE]
    line = here[by_line[0].id]
    assert (line.newest.revision, line.digest) == (2, by_line[1].digest)
    assert line.previous == {by_line[0].digest}
    assert [id_ for id_, one in here.items() if one.fixed] == [finished.id]


def test_only_new_and_newer_are_written(
    vault: Vault, theirs: Vault, talk: Talk, days: Days
) -> None:
    """What is the same, older or in conflict is left out and the journal does not grow."""
    outgoing = collect(vault, talk)
    exchange_records.apply(theirs, planned(outgoing), days())
    head = journal.head(theirs)
    for standing in (Standing.SAME, Standing.OLDER, Standing.CONFLICT):
        plan = planned(outgoing, *[standing] * len(outgoing.records))
        assert exchange_records.apply(theirs, plan, days()) == 0
    assert journal.head(theirs) == head


def swap(outgoing: Outgoing, changed: Record) -> Outgoing:
    """The same records with one of them changed."""
    swapped = tuple(
        changed if (r.id, r.revision) == (changed.id, changed.revision) else r
        for r in outgoing.records
    )
    return replace(outgoing, records=swapped)


def test_a_record_that_was_changed_is_refused_with_all_others(
    vault: Vault, theirs: Vault, finished: Talk, days: Days
) -> None:
    """Another body, another id in the body, a body of no value, a file that differs: nothing."""
    outgoing = collect(vault, finished)
    line = next(record for record in outgoing.records if record.kind is Kind.LINE)
    name = next(iter(outgoing.files))
    broken = (
        (swap(outgoing, replace(line, body={**line.body, "words": "x"})), "bundle_changed"),
        (swap(outgoing, with_digest(replace(line, body={"id": "x"}))), "bundle_changed"),
        (swap(outgoing, with_digest(replace(line, body={"id": line.id}))), "bundle_damaged"),
        (replace(outgoing, files={name: b"%PDF other"}), "bundle_changed"),
        (replace(outgoing, files={}), "bundle_changed"),
    )
    for wrong, code in broken:
        with pytest.raises(BundleError, match=code):
            exchange_records.apply(theirs, planned(wrong), days())
    assert journal.head(theirs).length == 0
    assert cases.rows(theirs) == ()


def test_a_sealed_interview_takes_no_more_lines(
    vault: Vault, theirs: Vault, talk: Talk, days: Days
) -> None:
    """Even when a plan says new: what is sealed here refuses, and nothing else is written."""
    exchange_records.apply(theirs, planned(collect(vault, talk)), days())
    samples.seal(theirs, talk, days())
    head = journal.head(theirs)
    keep(vault, talk, "too late", days())
    outgoing = collect(vault, talk)
    standings = [
        Standing.NEW if record.kind is Kind.LINE else Standing.SAME for record in outgoing.records
    ]
    with pytest.raises(VaultError, match="record_fixed"):
        exchange_records.apply(theirs, planned(outgoing, *standings), days())
    assert journal.head(theirs) == head


def test_collecting_what_is_not_here(vault: Vault) -> None:
    """An unknown case is called missing; no case is an empty parcel."""
    with pytest.raises(VaultError, match="record_missing"):
        exchange_records.collect(vault, [CaseId("none")])
    assert exchange_records.collect(vault, []).records == ()
