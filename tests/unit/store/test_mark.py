"""Claims about the mark: an older copy is told from damage and from a power cut."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from rhi_desktop.domain.canonical import loads
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import VaultError
from rhi_desktop.store import journal, mark, slots, vault
from rhi_desktop.store.vault import VaultKey, open_vault
from tests.unit.store.samples import CHEAP, PASSPHRASE, Days, contents, keep, start

ONE_ROW_MORE = (
    "INSERT INTO journal SELECT seq + 1, kind, id, revision + 1, previous, digest, author, device,"
    " at, newest, link FROM journal ORDER BY seq DESC LIMIT 1"
)
DATA = ("case.db", "case.db-wal", "case.db-shm")


def mark_of(folder: Path, key: VaultKey) -> JournalHead | None:
    """What stands beside the database."""
    state = slots.genuine(folder, key)
    assert state is not None
    return state.mark


def work(folder: Path, key: VaultKey, days: Days, lines: int = 1) -> JournalHead:
    """A case more and some lines, then closed; where the journal ends now."""
    opened = open_vault(folder, key)
    talk = start(opened, days, reference=f"R-{days().fresh_id()[:6]}")
    for number in range(lines):
        keep(opened, talk, f"line {number}", days())
    end = journal.head(opened)
    opened.close()
    return end


def copy_data(folder: Path, to: Path) -> Path:
    """The files of the database as they stand now, without the slots."""
    to.mkdir(exist_ok=True)
    for name in DATA:
        (to / name).unlink(missing_ok=True)
        if (folder / name).exists():
            shutil.copy(folder / name, to / name)
    return to


def refused(folder: Path, key: VaultKey) -> str:
    """Why a vault does not open; empty when it does."""
    try:
        open_vault(folder, key).close()
    except VaultError as error:
        return error.code
    return ""


def test_closing_writes_down_where_the_journal_ends(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """Length and link stand in both copies, under the MAC, and the file says version 2."""
    assert mark_of(folder, key) is None
    for _ in range(2):
        end = work(folder, key, days)
        assert mark_of(folder, key) == end
        assert (folder / "slots.a").read_bytes() == (folder / "slots.b").read_bytes()
    plain = loads((folder / "slots.a").read_bytes())
    assert isinstance(plain, dict)
    assert (plain["version"], plain["generation"]) == (2, 3)
    assert vault.unlock(folder, PASSPHRASE, floor=CHEAP).master == key.master


def test_nothing_is_written_when_nothing_moved(folder: Path, key: VaultKey, days: Days) -> None:
    """Opening and closing leaves the slot files as they are, to the time of their change."""
    work(folder, key, days)
    before = [(folder / name).stat().st_mtime_ns for name in slots.NAMES]
    open_vault(folder, key).close()
    reader = vault.open_reader(folder, key)
    reader.close()
    assert [(folder / name).stat().st_mtime_ns for name in slots.NAMES] == before


def test_an_older_copy_of_the_database_is_told_and_left_alone(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """Put back under the newer slots it does not open, and not a byte of it changes."""
    work(folder, key, days)
    older = copy_data(folder, folder.with_name("older"))
    newer = work(folder, key, days)
    copy_data(older, folder)
    before = contents(folder)
    for _ in range(2):
        assert refused(folder, key) == "vault_rolled_back"
    after = contents(folder)
    assert {name: after[name] for name in before} == before
    assert mark_of(folder, key) == newer


def test_an_older_copy_can_be_opened_on_purpose(folder: Path, key: VaultKey, days: Days) -> None:
    """After that and a close it is the one that counts: no more question."""
    first = work(folder, key, days)
    older = copy_data(folder, folder.with_name("older"))
    work(folder, key, days)
    copy_data(older, folder)
    opened = open_vault(folder, key, older=True)
    assert journal.head(opened) == first
    opened.close()
    assert mark_of(folder, key) == first
    assert refused(folder, key) == ""


def test_a_journal_that_went_another_way_is_told(folder: Path, key: VaultKey, days: Days) -> None:
    """An older copy in which somebody went on until it was longer does not stand at the mark."""
    work(folder, key, days)
    older = folder.with_name("older.rhivault")
    shutil.copytree(folder, older)
    marked = work(folder, key, days)
    longer = work(older, key, days, lines=20)
    assert longer.length > marked.length
    copy_data(older, folder)
    assert refused(folder, key) == "vault_rolled_back"


def test_what_is_broken_at_its_end_is_damage_and_no_older_copy(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """Where the last row of the journal does not hold, the vault says damaged, as it always did."""
    end = work(folder, key, days)
    opened = open_vault(folder, key)
    for trigger in ("journal_not_deleted", "journal_not_changed"):
        opened.connection.run(f"DROP TRIGGER {trigger}")
    opened.connection.run("DELETE FROM journal WHERE seq = ?", end.length)
    opened.connection.run("UPDATE journal SET link = ? WHERE seq = ?", "0" * 64, end.length - 1)
    opened.close()
    mark.renew(folder, key, end)
    assert refused(folder, key) == "vault_damaged"


def test_the_mark_is_the_vaults_own(folder: Path, key: VaultKey, days: Days) -> None:
    """A mark that anybody else wrote is none: the MAC shows it, and the vault opens by the rest."""
    end = work(folder, key, days)
    ahead = slots.genuine(folder, key)
    assert ahead is not None
    data = ahead.encode().replace(end.link.encode(), b"ab" * 32)
    (folder / "slots.a").write_bytes(data)
    assert mark_of(folder, key) == end
    assert refused(folder, key) == ""


def test_after_a_power_cut_there_is_no_false_alarm(folder: Path, key: VaultKey, days: Days) -> None:
    """What the disk holds after any commit, at any moment before closing, opens without a word."""
    work(folder, key, days)
    opened = open_vault(folder, key)
    talk = start(opened, days, reference="R-0009")
    cut = folder.with_name("cut.rhivault")
    for number in range(5):
        keep(opened, talk, f"line {number}", days())
        shutil.rmtree(cut, ignore_errors=True)
        shutil.copytree(folder, cut)
        assert refused(cut, key) == ""
    opened.close()


def test_the_mark_is_never_ahead_of_the_database(
    folder: Path, key: VaultKey, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each step of closing that reaches the disk, the files there open without a false alarm."""
    states: list[Path] = []
    take = os.fsync

    def look(number: int) -> None:
        take(number)
        states.append(folder.with_name(f"state {len(states)}.rhivault"))
        shutil.copytree(folder, states[-1], ignore=shutil.ignore_patterns("*.part"))

    opened = open_vault(folder, key)
    keep(opened, start(opened, days), "the last line", days())
    monkeypatch.setattr(os, "fsync", look)
    opened.close()
    monkeypatch.setattr(os, "fsync", take)
    # Two copies, each with its bytes and its name.
    assert len(states) == 4
    assert [mark_of(state, key) is not None for state in states] == [False, True, True, True]
    assert [refused(state, key) for state in states] == [""] * 4


def test_an_unfinished_transaction_is_not_marked(folder: Path, key: VaultKey, days: Days) -> None:
    """Closing in the middle of a write marks nothing that the engine takes back."""
    end = work(folder, key, days)
    opened = open_vault(folder, key)
    opened.connection.run("BEGIN IMMEDIATE")
    opened.connection.run(ONE_ROW_MORE)
    opened.close()
    assert mark_of(folder, key) == end
    assert refused(folder, key) == ""


def test_a_disk_that_refuses_the_mark_is_passed_over(
    folder: Path, key: VaultKey, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing ends well, the lock is given back, and the next close writes the mark."""

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "")

    opened = open_vault(folder, key)
    keep(opened, start(opened, days), "words", days())
    with monkeypatch.context() as world:
        world.setattr(os, "fsync", refuse)
        opened.close()
    assert mark_of(folder, key) is None
    assert not list(folder.glob("*.part"))
    assert refused(folder, key) == ""
    assert mark_of(folder, key) is not None


def test_without_slots_there_is_nothing_to_compare_with(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """A vault whose slots were lost while it was open still opens by its key, and closes."""
    work(folder, key, days)
    for name in slots.NAMES:
        (folder / name).unlink()
    assert refused(folder, key) == ""
    assert not (folder / "slots.a").exists()


def test_a_change_of_passphrase_while_open_is_kept(folder: Path, key: VaultKey, days: Days) -> None:
    """The mark is put into the newest slots: closing does not bring the old passphrase back."""
    opened = open_vault(folder, key)
    keep(opened, start(opened, days), "words", days())
    new = "orchard lantern pebble sky"
    vault.change_passphrase(folder, PASSPHRASE, new, days(), cost=CHEAP, floor=CHEAP)
    opened.close()
    assert mark_of(folder, key) is not None
    assert vault.unlock(folder, new, floor=CHEAP).master == key.master
    with pytest.raises(VaultError, match="wrong_passphrase"):
        vault.unlock(folder, PASSPHRASE, floor=CHEAP)


def test_a_vault_of_a_time_before_the_mark_opens_and_gets_one(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """Version 1 slots beside a journal that has rows: no question, and a mark at the close."""
    work(folder, key, days)
    mark.renew(folder, key, None)
    assert b'"version":1' in (folder / "slots.a").read_bytes()
    assert refused(folder, key) == ""
    assert mark_of(folder, key) is not None


def test_closing_costs_four_syncs_and_no_more(
    folder: Path, key: VaultKey, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two small files, each forced with its name; none at all when nothing moved."""
    counted: list[int] = []
    monkeypatch.setattr(os, "fsync", counted.append)
    opened = open_vault(folder, key)
    keep(opened, start(opened, days), "words", days())
    counted.clear()
    opened.close()
    assert len(counted) == 4
    open_vault(folder, key).close()
    assert len(counted) == 4
    assert sum((folder / name).stat().st_size for name in slots.NAMES) < 4096
