"""Claims about removing a case: all of it or nothing, one way only, and the journal holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.domain.exchange import Sent
from rhi_desktop.domain.ids import BundleId, CaseId
from rhi_desktop.domain.interview import Report
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import RhiError, VaultError
from rhi_desktop.store import (
    cases,
    drafts,
    exchanges,
    interviews,
    journal,
    purges,
    purging,
    records,
    reports,
    snapshots,
)
from rhi_desktop.store.vault import VaultKey, open_reader, open_vault
from tests.pages import frames, holding, pages
from tests.unit.store import samples
from tests.unit.store.samples import ME, Days
from tests.unit.store.two_cases import CANARY, OF_EVERYBODY, Two, days, everything, key, made, two

__all__ = ["days", "key", "made", "two"]


def test_everything_of_the_case_goes_and_nothing_else(two: Two, days: Days) -> None:
    """Row by row: what names the case is gone, all other rows are the same."""
    vault, before = two.vault, everything(two.vault)
    drafts.put_place(vault, "case", two.goes.case_id, "", days())
    purging.purge(vault, two.goes.case_id, ME.id, days())
    after = everything(vault)
    ids = {str(row[0]) for name in ("cases", "interviews", "reports") for row in before[name]}
    gone = ids - {str(row[0]) for name in ("cases", "interviews", "reports") for row in after[name]}
    for name in before.keys() - OF_EVERYBODY:
        left = [row for row in before[name] if not (gone & {str(cell) for cell in row})]
        kept = [row for row in left if CANARY not in str(row)]
        assert after[name] == kept, name
    assert after["sent"] == before["sent"]
    assert len(set(after["journal"]) - set(before["journal"])) == 1
    assert set(before["journal"]) <= set(after["journal"])
    assert CANARY not in repr(after)
    assert drafts.get_place(vault) is None
    assert [draft.text for draft in drafts.all(vault)] == ["Ann", "somebody else"]
    journal.check(vault)


def test_a_file_that_another_case_names_stays(two: Two, days: Days) -> None:
    """Both signed the same bytes; they go with the second one."""
    shared = next(
        report.sha256
        for report in records.children(two.vault, Kind.REPORT, "interview_id", two.stays.id, Report)
        if report.size == len(b"%PDF")
    )
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    assert reports.get_file(two.vault, shared) == b"%PDF"
    purging.purge(two.vault, two.stays.case_id, ME.id, days())
    assert two.vault.connection.rows("SELECT * FROM files") == []
    assert cases.count(two.vault) == 0
    journal.check(two.vault)


def test_the_row_says_who_when_and_how_much(two: Two, days: Days) -> None:
    """And nothing of the child."""
    length, at = journal.head(two.vault).length, days()
    size = purging.size_of(two.vault, two.goes.case_id)
    gone = purging.purge(two.vault, two.goes.case_id, ME.id, at)
    assert (gone.seq, gone.at, gone.author, gone.records) == (length + 1, at.now, ME.id, size)
    assert len(gone.covered) == size
    assert purges.removed(two.vault, [two.goes.case_id, two.stays.case_id]) == {
        two.goes.case_id: at.now
    }
    assert journal.newest_at(two.vault) == at.now


def test_a_second_one_covers_nothing_of_the_first(two: Two, days: Days) -> None:
    """The two together cover every revision that ever was, each once."""
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    purging.purge(two.vault, two.stays.case_id, ME.id, days())
    covered = purges.all_covered(two.vault)
    assert len(covered) == journal.head(two.vault).length - 2
    samples.start(two.vault, days, "R-0003")
    journal.check(two.vault)
    journal.check_head(two.vault)


def test_a_case_that_is_not_here_is_not_removed(two: Two, days: Days) -> None:
    """Neither an unknown one nor one that went already."""
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    before = journal.head(two.vault)
    for case_id in (CaseId("0" * 26), two.goes.case_id):
        with pytest.raises(VaultError, match="record_missing"):
            purging.purge(two.vault, case_id, ME.id, days())
    assert journal.head(two.vault) == before


def _purge_moved(two: Two) -> None:
    two.vault.connection.run("DROP TRIGGER purges_not_changed")
    two.vault.connection.run("UPDATE purges SET covers = '[[1,2]]', records = 2")


def _purge_lost(two: Two) -> None:
    two.vault.connection.run("DROP TRIGGER purges_not_deleted")
    two.vault.connection.run("DELETE FROM purge_rest")
    two.vault.connection.run("DELETE FROM purges")


def _another_record_lost(two: Two) -> None:
    two.vault.connection.run("DROP TRIGGER attempts_not_deleted")
    two.vault.connection.run("DELETE FROM attempts")


@pytest.mark.parametrize("damage", [_purge_moved, _purge_lost, _another_record_lost])
def test_what_a_removal_does_not_cover_is_still_found(
    two: Two, days: Days, damage: Callable[[Two], None]
) -> None:
    """A row of the journal without record is right only where a removal says so."""
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    journal.check(two.vault)
    damage(two)
    with pytest.raises(VaultError, match="vault_damaged"):
        journal.check(two.vault)


@pytest.mark.parametrize("covers", ["[[1,9]]", "[[0,1]]", "[[5,4]]", "[[1,99999999999]]", "x", "7"])
def test_a_removal_that_claims_too_much_is_damage(two: Two, days: Days, covers: str) -> None:
    """Its numbers are looked at before they are counted out."""
    gone = purging.purge(two.vault, two.goes.case_id, ME.id, days())
    odd = replace(gone, covers=covers)
    with pytest.raises(VaultError, match="vault_damaged"):
        assert odd.covered
    assert json.loads(gone.covers)


def test_a_record_put_back_is_found(two: Two, days: Days) -> None:
    """An old page with a removed record on it does not pass for a sound vault."""
    before = records.load_record(two.vault, Kind.CASE, two.goes.case_id)
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    two.vault.connection.run(
        "INSERT INTO cases (id, case_id, revision, previous, author, device, at, salt, digest,"
        " body)"
        " VALUES (?, ?, 1, '', '', '', '', '', ?, '{}')",
        *(before.id, before.id, before.digest),
    )
    with pytest.raises(VaultError, match="vault_damaged"):
        journal.check(two.vault)


def _canaries(folder: Path, key: VaultKey) -> int:
    """How many pages of database, log and snapshots hold anything of the case that went."""
    wanted = (CANARY.encode(), CANARY.casefold().encode())
    where = folder / "case.db"
    count = holding(pages(where, key.database_key()), wanted)
    count += holding(frames(where.with_name("case.db-wal"), key.database_key()), wanted)
    for snapshot in (folder / snapshots.FOLDER).glob("*"):
        count += holding(pages(snapshot, key.snapshot_key()), wanted)
    return count


def test_no_page_anywhere_holds_it_any_more(
    two: Two, folder: Path, key: VaultKey, days: Days
) -> None:
    """Every page of database, log and snapshots is opened; before there were some."""
    snapshots.take(folder, key)
    assert _canaries(folder, key) > 10
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    assert _canaries(folder, key) > 10
    assert purging.unfinished(two.vault)
    assert purging.complete(two.vault)
    assert _canaries(folder, key) == 0
    assert not purging.unfinished(two.vault)
    (kept,) = snapshots.kept(folder, key)
    assert kept.holds is not None
    assert kept.holds.cases == 1
    journal.check(two.vault)
    assert interviews.account(two.vault, two.stays.id).case.reference == "R-0002"


def test_a_reader_in_the_way_only_puts_it_off(
    two: Two, folder: Path, key: VaultKey, days: Days
) -> None:
    """What could not be cleaned is cleaned the next time somebody asks."""
    reader = open_reader(folder, key)
    two.vault.connection.run("PRAGMA busy_timeout = 10")
    with reader.connection.reading():
        reader.connection.rows("SELECT count(*) FROM cases")
        purging.purge(two.vault, two.goes.case_id, ME.id, days())
        assert not purging.complete(two.vault)
    reader.close()
    assert purging.unfinished(two.vault)
    assert purging.complete(two.vault)
    assert _canaries(folder, key) == 0


def test_it_opens_again(two: Two, folder: Path, key: VaultKey, days: Days) -> None:
    """The last row of the journal is a removal, and the cheap check knows what to look for."""
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    two.vault.close()
    again = open_vault(folder, key)
    try:
        journal.check(again)
        assert purging.unfinished(again)
        again.connection.run("DROP TRIGGER purges_not_changed")
        again.connection.run("UPDATE purges SET author = 'x'")
    finally:
        again.close()
    with pytest.raises(RhiError, match="vault_damaged"):
        open_vault(folder, key)


def test_bundles_keep_their_note_and_lose_the_case(two: Two, days: Days) -> None:
    """When and with whom stays; what was in them goes."""
    bundle = Sent(BundleId("7" * 26), days().now, outgoing=True, partners=(), records=9)
    exchanges.log_sent(two.vault, bundle, {two.goes.case_id: 5, two.stays.case_id: 4})
    assert exchanges.bundles_of(two.vault, two.goes.case_id) == ((bundle, 5),)
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    assert exchanges.bundles_of(two.vault, two.goes.case_id) == ()
    assert exchanges.bundles_of(two.vault, two.stays.case_id) == ((bundle, 4),)
    assert bundle in exchanges.all_sent(two.vault)


def test_a_copy_from_before_does_not_pass_for_the_vault(
    two: Two, folder: Path, key: VaultKey, days: Days
) -> None:
    """Removing makes the journal longer: what held the case is older than the mark."""
    two.vault.connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
    before = (folder / "case.db").read_bytes()
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    two.vault.close()
    (folder / "case.db").write_bytes(before)
    with pytest.raises(VaultError, match="vault_rolled_back"):
        open_vault(folder, key)
