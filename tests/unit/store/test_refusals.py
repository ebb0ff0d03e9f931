"""Claims about what is no vault or a broken one: its own code each, and not a byte is changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rhi_desktop.domain.line import Line
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import connection, reading, vault
from rhi_desktop.store.connection import Mode, open_database
from rhi_desktop.store.vault import VaultKey
from tests.unit.store.samples import Days, contents, keep, make, start

Spoil = Callable[[Path, VaultKey], None]


def _emptied(database: Path, _: VaultKey) -> None:
    database.write_bytes(b"")


def _plain(database: Path, _: VaultKey) -> None:
    database.write_bytes(connection.PLAIN_MAGIC + bytes(8176))


def _foreign(database: Path, _: VaultKey) -> None:
    database.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 64)


def _other_vault(database: Path, _: VaultKey) -> None:
    folder = database.parent.with_name("theirs.rhivault")
    make(folder, Days("other"))
    shutil.copy(folder / "case.db", database)


def _newer(database: Path, key: VaultKey) -> None:
    opened = open_database(database, key.database_key(), key.database_salt(), Mode.WRITE)
    opened.run("PRAGMA user_version = 99")
    opened.close()


def _first_page_torn(database: Path, _: VaultKey) -> None:
    data = bytearray(database.read_bytes())
    data[512:1024] = bytes(512)
    database.write_bytes(bytes(data))


def _cut_in_the_first_page(database: Path, _: VaultKey) -> None:
    database.write_bytes(database.read_bytes()[:1000])


def _missing(database: Path, _: VaultKey) -> None:
    database.unlink()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_emptied, "vault_empty"),
        (_plain, "vault_plain"),
        (_foreign, "vault_foreign"),
        (_other_vault, "vault_foreign"),
        (_newer, "vault_newer"),
        (_first_page_torn, "vault_damaged"),
        (_cut_in_the_first_page, "vault_damaged"),
        (_missing, "vault_missing"),
    ],
)
def test_refused_by_name_and_left_alone(
    folder: Path, key: VaultKey, spoil: Spoil, code: str
) -> None:
    """Each kind of wrong file has its own code, and every byte stays."""
    spoil(folder / "case.db", key)
    before = contents(folder)
    with pytest.raises(VaultError) as refused:
        vault.open_vault(folder, key)
    assert refused.value.code == code
    after = contents(folder)
    # Looking into a sound file of a later version leaves the engine's two empty side files.
    assert after.keys() - before.keys() <= {"case.db-wal", "case.db-shm"}
    assert {name: after[name] for name in before} == before


def test_a_newer_vault_with_work_in_its_log_is_left_alone(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """A later version that lost its power in the middle keeps every byte of file and log."""
    opened = vault.open_vault(folder, key)
    keep(opened, start(opened, days), "words", days())
    opened.connection.run("PRAGMA user_version = 99")
    cut = folder.with_name("cut.rhivault")
    cut.mkdir()
    for name in ("case.db", "case.db-wal"):
        shutil.copy(folder / name, cut / name)
    opened.close()
    before = contents(cut)
    with pytest.raises(VaultError, match="vault_newer"):
        vault.open_vault(cut, key)
    after = contents(cut)
    assert {name: after[name] for name in before} == before


def test_no_folder_and_an_empty_folder(tmp_path: Path, key: VaultKey) -> None:
    """Where nothing stands, opening and unlocking say missing and make nothing."""
    bare = tmp_path / "bare"
    bare.mkdir()
    for folder in (tmp_path / "none", bare):
        with pytest.raises(VaultError, match="vault_missing"):
            vault.open_vault(folder, key)
        with pytest.raises(VaultError, match="vault_missing"):
            vault.unlock(folder, "any passphrase at all")
    assert list(bare.iterdir()) == []
    assert not (tmp_path / "none").exists()


def test_a_torn_salt_loses_nothing(folder: Path, key: VaultKey, days: Days) -> None:
    """The first 16 bytes may be destroyed: they come from the key, and everything is read."""
    opened = vault.open_vault(folder, key)
    talk = start(opened, days)
    keep(opened, talk, "still here", days())
    opened.close()
    database = folder / "case.db"
    database.write_bytes(bytes(16) + database.read_bytes()[16:])
    again = vault.open_vault(folder, key)
    assert [line.words for line in vault_lines(again, talk.id)] == ["still here"]
    again.close()


def vault_lines(opened: vault.Vault, interview_id: str) -> tuple[Line, ...]:
    """The lines of an interview."""
    return reading.children(opened, Kind.LINE, "interview_id", interview_id, Line)


def test_the_key_must_have_its_length(folder: Path, key: VaultKey) -> None:
    """The engine takes a key of another length for a passphrase: it never gets one."""
    with pytest.raises(ValueError, match="32"):
        open_database(folder / "case.db", key.database_key()[:31], key.database_salt(), Mode.WRITE)


def test_settings_of_every_open_vault(folder: Path, key: VaultKey) -> None:
    """What keeps commits on the disk and temporary data off it is really set."""
    opened = vault.open_vault(folder, key)
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "temp_store": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "cipher_memory_security": "0",
        "application_id": 0x52484956,
        "user_version": 4,
    }
    found = {name: opened.connection.row(f"PRAGMA {name}") for name in expected}
    opened.close()
    assert found == {name: (value,) for name, value in expected.items()}
