"""Claims about the vault folder: made whole, unlocked by its passphrase alone, never replaced."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from rhi_desktop.crypto.kdf import STANDARD
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.store import book, journal, slots, vault
from rhi_desktop.store.vault import Vault, VaultKey
from tests.unit.store.samples import (
    CHEAP,
    ME,
    PASSPHRASE,
    Days,
    Talk,
    contents,
    keep,
    make,
    start,
)

NEW = "orchard lantern pebble sky"


def code_of(folder: Path, passphrase: str) -> str:
    """Why a passphrase is refused."""
    with pytest.raises(VaultError) as refused:
        vault.unlock(folder, passphrase, floor=CHEAP)
    return refused.value.code


def test_made_and_unlocked_with_what_the_product_asks_for(tmp_path: Path, days: Days) -> None:
    """Without a cost given, 256 MiB in three passes and four lanes are what the slot says."""
    folder = tmp_path / "ours.rhivault"
    key = vault.create(folder, PASSPHRASE, days())
    (state,) = slots.read(folder, STANDARD)
    assert [slot.cost for slot in state.slots] == [STANDARD]
    assert vault.unlock(folder, PASSPHRASE).master == key.master


def test_slots_below_the_floor_are_damaged(folder: Path, key: VaultKey) -> None:
    """Cheap slots, as only a test or a tamperer makes them, do not open in the product."""
    assert key.vault_id
    with pytest.raises(VaultError, match="slots_damaged"):
        vault.unlock(folder, PASSPHRASE)


def test_the_key_shows_nothing(key: VaultKey) -> None:
    """Neither repr nor str of the key or the vault has the secret in it."""
    assert key.master.hex() not in repr(key)
    assert str(key.master) not in repr(key)
    assert {f.name for f in fields(key) if f.repr} == {"vault_id"}


def test_a_folder_that_exists_is_not_made_over(folder: Path, key: VaultKey, days: Days) -> None:
    """Creating where a vault stands is refused and leaves every byte."""
    before = contents(folder)
    with pytest.raises(VaultError, match="vault_exists"):
        make(folder, days)
    assert contents(folder) == before
    assert vault.unlock(folder, PASSPHRASE, floor=CHEAP).master == key.master


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [("fourteen chars", "passphrase_short"), ("fifteen chars \ud800", "passphrase_unreadable")],
)
def test_a_passphrase_that_cannot_be_chosen(
    tmp_path: Path, days: Days, passphrase: str, code: str
) -> None:
    """Below 15 characters or with half a surrogate pair no vault is begun."""
    with pytest.raises(VaultError, match=code):
        vault.create(tmp_path / "new.rhivault", passphrase, days(), cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_wrong_passphrase_changes_nothing(folder: Path, key: VaultKey) -> None:
    """A wrong passphrase is called wrong, and no file is touched."""
    before = contents(folder)
    assert key.vault_id
    assert code_of(folder, PASSPHRASE + " ") == "wrong_passphrase"
    assert contents(folder) == before


def test_changing_the_passphrase_rewrites_slots_only(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """The database keeps its bytes, the new passphrase opens, the old one does not."""
    before = contents(folder)
    vault.change_passphrase(folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP)
    after = contents(folder)
    assert {name for name in after if after[name] != before[name]} == set(slots.NAMES)
    assert after.keys() == before.keys()
    assert code_of(folder, PASSPHRASE) == "wrong_passphrase"
    assert vault.unlock(folder, NEW, floor=CHEAP).master == key.master


def test_a_change_with_the_wrong_old_passphrase(folder: Path, key: VaultKey, days: Days) -> None:
    """Who does not know the old passphrase sets no new one."""
    before = contents(folder)
    assert key.vault_id
    with pytest.raises(VaultError, match="wrong_passphrase"):
        vault.change_passphrase(folder, NEW, NEW, days(), cost=CHEAP, floor=CHEAP)
    assert contents(folder) == before


def test_what_was_saved_is_there_after_reopening(folder: Path, key: VaultKey, days: Days) -> None:
    """A line survives closing, and the journal still holds together."""
    first = vault.open_vault(folder, key)
    talk = start(first, days)
    keep(first, talk, "we took the last bus", days())
    head = journal.head(first)
    first.close()
    again = vault.open_vault(folder, key)
    journal.check(again)
    assert journal.head(again) == head
    assert again.device == first.device
    again.close()


def test_a_second_opening_is_refused_and_calls_the_first(folder: Path, vault_open: Vault) -> None:
    """In the same process and in another: vault_in_use, and the raise file is touched."""
    raised = vault.raise_file(folder)
    assert not raised.exists()
    with pytest.raises(VaultError, match="vault_in_use"):
        vault.open_vault(folder, vault_open.keys)
    assert raised.exists()
    raised.unlink()
    script = (
        "import sys; from pathlib import Path\n"
        "from rhi_desktop.store.vault import VaultKey, open_vault\n"
        "from rhi_desktop.errors import VaultError\n"
        "try: open_vault(Path(sys.argv[1]), VaultKey('', bytes(32)))\n"
        "except VaultError as refused: print(refused.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "vault_in_use"
    assert raised.exists()


def test_after_closing_the_vault_opens_again(folder: Path, key: VaultKey) -> None:
    """Closing gives the lock back; closing twice does no harm."""
    first = vault.open_vault(folder, key)
    first.close()
    first.close()
    vault.open_vault(folder, key).close()


def test_a_reader_beside_the_writer(folder: Path, vault_open: Vault, days: Days) -> None:
    """A second connection sees what was committed and cannot write."""
    talk = start(vault_open, days)
    reader = vault.open_reader(folder, vault_open.keys)
    journal.check(reader)
    with pytest.raises(FileError, match="disk_read_only"):
        keep(reader, talk, "no", days())
    reader.close()
    assert journal.head(vault_open).length == 5


def test_nothing_of_a_half_made_vault_is_left(tmp_path: Path, days: Days) -> None:
    """When making fails in the middle there is no folder that looks like a vault."""
    target = tmp_path / "file" / "ours.rhivault"
    target.parent.write_text("a file where a folder is needed")
    with pytest.raises(FileError):
        make(target, days)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_vault_is_filled_before_it_has_its_name(tmp_path: Path, days: Days) -> None:
    """What `settle` wrote is in the new vault; when it fails there is no vault at all."""
    folder = tmp_path / "ours.rhivault"

    def break_off(_: Vault) -> None:
        assert not folder.exists()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        vault.create(folder, PASSPHRASE, days(), cost=CHEAP, settle=break_off)
    assert list(tmp_path.iterdir()) == []
    key = vault.create(
        folder, PASSPHRASE, days(), cost=CHEAP, settle=lambda new: book.put_person(new, ME)
    )
    opened = vault.open_vault(folder, key)
    assert book.get_person(opened) == ME
    opened.close()


@pytest.fixture
def vault_open(vault: Vault) -> Vault:
    """The open vault under a name that leaves the module's free."""
    return vault


def test_an_odd_folder_name_and_tight_modes(tmp_path: Path, days: Days) -> None:
    """Signs of an address mean nothing in a vault's name; every file is its owner's alone."""
    folder = tmp_path / "a?b#c%20 é.rhivault"
    opened = vault.open_vault(folder, make(folder, days))
    talk: Talk = start(opened, days)
    keep(opened, talk, "words", days())
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert set(modes.values()) == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert "case.db-wal" in modes
    opened.close()
    assert sorted(contents(folder)) == ["case.db", "slots.a", "slots.b"]
