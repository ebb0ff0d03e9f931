"""Claims about the journal: chained, checked, and honest about whose clock it speaks of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import journal, migrations, records
from rhi_desktop.store.connection import Connection
from rhi_desktop.store.vault import Vault, VaultKey, open_vault
from tests.unit.store.samples import ME, START, Days, Talk, keep, start


def test_every_saving_is_one_link(vault: Vault, talk: Talk, days: Days) -> None:
    """The head grows by one with each save, and no two heads are alike."""
    heads = [journal.head(vault)]
    for words in ("a", "b", "c"):
        keep(vault, talk, words, days())
        heads.append(journal.head(vault))
    assert [head.length for head in heads] == [5, 6, 7, 8]
    assert len({head.link for head in heads}) == 4
    journal.check(vault)


def test_an_empty_journal_has_a_head_of_its_vault(vault: Vault) -> None:
    """Before the first record the head is bound to the vault, and there is no newest time."""
    assert journal.head(vault).length == 0
    assert len(journal.head(vault).link) == 64
    assert journal.newest_at(vault) is None
    journal.check(vault)
    journal.check_head(vault)


def test_the_newest_time_is_the_latest_of_this_laptop(vault: Vault, talk: Talk, days: Days) -> None:
    """A clock set back does not make the newest time earlier; another laptop's clock is no news."""
    later = days(hours=5)
    keep(vault, talk, "late", later)
    keep(vault, talk, "clock was set back", days())
    assert journal.newest_at(vault) == later.now
    line = keep(vault, talk, "more", days())
    theirs = replace(
        records.load_record(vault, Kind.LINE, line.id),
        revision=2,
        device="9" * 26,
        at=days(hours=90).now,
    )
    with vault.transaction():
        records.write(vault, theirs)
    assert journal.newest_at(vault) == later.now
    assert later.now > START


TAMPERING = {
    "a body": ("lines_sealed_update_new", "UPDATE lines SET body = json_set(body, '$.words', 'x')"),
    "an author": ("lines_sealed_update_new", "UPDATE lines SET author = 'x'"),
    "a record taken out": ("lines_not_deleted", "DELETE FROM lines"),
    "an earlier revision taken out": ("history_not_deleted", "DELETE FROM history"),
    "a row of the journal": ("journal_not_changed", "UPDATE journal SET at = 'x' WHERE seq = 2"),
    "the end of the journal": ("journal_not_deleted", "DELETE FROM journal WHERE seq = 7"),
    "the start of the journal": ("journal_not_deleted", "DELETE FROM journal WHERE seq = 1"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_past_the_triggers_is_found(
    vault: Vault, talk: Talk, days: Days, what: str
) -> None:
    """Whoever takes a trigger away and changes a row is found by the full check."""
    line = keep(vault, talk, "words", days())
    records.save(vault, Kind.LINE, talk.case_id, replace(line, words="w"), ME.id, days())
    journal.check(vault)
    trigger, statement = TAMPERING[what]
    vault.connection.run(f"DROP TRIGGER {trigger}")
    assert vault.connection.run(statement) > 0
    with pytest.raises(VaultError, match="vault_damaged"):
        journal.check(vault)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET digest = 'x' WHERE seq = 6",
        "DELETE FROM journal WHERE seq < 6",
        "UPDATE lines SET digest = 'x'",
        "DELETE FROM lines",
    ],
)
def test_opening_looks_at_the_head(folder: Path, key: VaultKey, days: Days, statement: str) -> None:
    """The cheap check at opening finds a last row that does not follow or names nothing."""
    opened = open_vault(folder, key)
    keep(opened, start(opened, days), "words", days())
    for trigger in ("journal_not_changed", "journal_not_deleted", "lines_not_deleted"):
        opened.connection.run(f"DROP TRIGGER {trigger}")
    opened.connection.run(statement)
    opened.close()
    with pytest.raises(VaultError, match="vault_damaged"):
        open_vault(folder, key)
    with pytest.raises(VaultError, match="vault_damaged"):
        open_vault(folder, key)


def test_a_step_that_fails_leaves_the_version_before_it(vault: Vault, talk: Talk) -> None:
    """Tables and version go back together, and the same step can be taken again."""

    def half(connection: Connection) -> None:
        connection.run("CREATE TABLE extra (a INTEGER) STRICT")
        connection.run("INSERT INTO nowhere VALUES (1)")

    def whole(connection: Connection) -> None:
        connection.run("CREATE TABLE extra (a INTEGER) STRICT")

    assert talk.id
    with pytest.raises(Exception, match="nowhere"):
        migrations.migrate(vault.connection, (*migrations.STEPS, half))
    assert migrations.version(vault.connection) == len(migrations.STEPS)
    migrations.migrate(vault.connection, (*migrations.STEPS, whole))
    with pytest.raises(VaultError, match="vault_newer"):
        migrations.version(vault.connection)
    assert vault.connection.rows("SELECT * FROM extra") == []
