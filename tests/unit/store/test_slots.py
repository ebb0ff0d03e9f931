"""Claims about the slot file: damage, tampering, cost, healing, and what is kept for later."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from rhi_desktop.crypto.kdf import FLOOR, Cost
from rhi_desktop.domain.canonical import Plain, dumps, loads
from rhi_desktop.domain.record import JournalHead
from rhi_desktop.errors import VaultError
from rhi_desktop.store import slots, vault
from rhi_desktop.store.lock import keys_lock
from rhi_desktop.store.slots import SlotFile
from rhi_desktop.store.vault import VaultKey
from tests.unit.store.samples import CHEAP, PASSPHRASE, Days, contents

NEW = "orchard lantern pebble sky"


def state_of(folder: Path) -> SlotFile:
    """The newest state of the slots."""
    return slots.read(folder, CHEAP)[0]


def unlock_code(folder: Path, passphrase: str = PASSPHRASE) -> str:
    """What unlocking says."""
    try:
        vault.unlock(folder, passphrase, floor=CHEAP)
    except VaultError as refused:
        return refused.code
    return "opened"


def test_every_flipped_bit_of_one_copy_is_healed(folder: Path, key: VaultKey) -> None:
    """One damaged copy opens by the other and is whole again; 200 places over the file."""
    whole = (folder / "slots.a").read_bytes()
    for place in range(0, len(whole) * 8, max(1, len(whole) * 8 // 200)):
        damaged = bytearray(whole)
        damaged[place // 8] ^= 1 << place % 8
        name = slots.NAMES[place % 2]
        (folder / name).write_bytes(bytes(damaged))
        assert vault.unlock(folder, PASSPHRASE, floor=CHEAP).master == key.master
        assert (folder / name).read_bytes() == whole


def test_both_copies_damaged_is_not_a_wrong_passphrase(folder: Path, key: VaultKey) -> None:
    """Whichever bit flips in both copies: slots_damaged, for the right and a wrong passphrase."""
    assert key.vault_id
    whole = (folder / "slots.a").read_bytes()
    for place in range(0, len(whole) * 8, max(1, len(whole) * 8 // 60)):
        damaged = bytearray(whole)
        damaged[place // 8] ^= 1 << place % 8
        for name in slots.NAMES:
            (folder / name).write_bytes(bytes(damaged))
        assert unlock_code(folder) == "slots_damaged"
    assert unlock_code(folder, NEW) == "slots_damaged"


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]", b"\xff" * 100, b"0" * 70_000])
def test_a_copy_that_is_nothing_heals_after_unlocking_only(
    folder: Path, key: VaultKey, content: bytes | None
) -> None:
    """Missing, empty, foreign or huge: a wrong passphrase leaves it, the right one heals it."""
    whole = (folder / "slots.b").read_bytes()
    if content is None:
        (folder / "slots.a").unlink()
    else:
        (folder / "slots.a").write_bytes(content)
    before = contents(folder)
    assert unlock_code(folder, NEW) == "wrong_passphrase"
    assert contents(folder) == before
    assert vault.unlock(folder, PASSPHRASE, floor=CHEAP).master == key.master
    assert (folder / "slots.a").read_bytes() == whole


def rewrite(folder: Path, change: Callable[[dict[str, Plain]], object]) -> None:
    """Writes both copies anew with a change and a fitting checksum, as a tamperer would."""
    plain = loads((folder / "slots.a").read_bytes())
    assert isinstance(plain, dict)
    change(plain)
    del plain["checksum"]
    data = dumps(plain | {"checksum": slots.checksum(plain)})
    for name in slots.NAMES:
        (folder / name).write_bytes(data)


def first_slot(plain: dict[str, Plain]) -> dict[str, Plain]:
    """The first slot of a file, to be changed in place."""
    listed = plain["slots"]
    assert isinstance(listed, list)
    assert isinstance(listed[0], dict)
    return listed[0]


def parameters(plain: dict[str, Plain]) -> dict[str, Plain]:
    """The parameters of the first slot, to be changed in place."""
    found = first_slot(plain)["kdf"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("name", ["memory_kib", "passes", "lanes"])
def test_a_slot_that_asks_for_too_much_is_not_tried(folder: Path, key: VaultKey, name: str) -> None:
    """Beyond 1 GiB or absurdly many passes nothing is allocated: slots_costly."""
    assert key.vault_id
    rewrite(folder, lambda plain: parameters(plain).update({name: 1024 * 1024 + 1}))
    assert unlock_code(folder) == "slots_costly"


@pytest.mark.parametrize("name", ["memory_kib", "passes", "lanes"])
def test_parameters_cannot_be_swapped(folder: Path, key: VaultKey, name: str) -> None:
    """Other parameters with a fitting checksum never open, and never as the same key."""
    assert key.vault_id
    rewrite(
        folder, lambda plain: parameters(plain).update({name: 2 if name != "memory_kib" else 96})
    )
    assert unlock_code(folder) == "wrong_passphrase"


def test_a_header_that_was_changed_is_damage(folder: Path, key: VaultKey) -> None:
    """The identifier of a slot is bound to the wrapping: the passphrase fits, the bytes do not."""
    assert key.vault_id
    rewrite(folder, lambda plain: first_slot(plain).update(id="0" * 26))
    assert unlock_code(folder) == "slots_damaged"


def test_the_whole_file_is_authenticated(folder: Path, key: VaultKey) -> None:
    """A generation set by hand opens the slot, but the MAC shows it: slots_damaged."""
    assert key.vault_id
    rewrite(folder, lambda plain: plain.update(generation=9))
    assert unlock_code(folder) == "slots_damaged"


def test_a_later_version_is_called_newer(folder: Path, key: VaultKey) -> None:
    """Slots of a later format are refused as newer and stay as they are."""
    assert key.vault_id
    rewrite(folder, lambda plain: plain.update(version=3))
    before = contents(folder)
    assert unlock_code(folder) == "vault_newer"
    assert contents(folder) == before


def test_below_the_floor_is_damage(folder: Path, key: VaultKey) -> None:
    """The floor is 64 MiB, three passes, four lanes; each below it alone is refused."""
    assert key.vault_id
    for below in (
        replace(FLOOR, memory_kib=FLOOR.memory_kib - 1),
        replace(FLOOR, passes=2),
        replace(FLOOR, lanes=3),
    ):
        assert not below.at_least(FLOOR)
    with pytest.raises(VaultError, match="slots_damaged"):
        slots.read(folder, Cost(65, 1, 1))


ODD: dict[str, Callable[[dict[str, Plain]], object]] = {
    "no list": lambda plain: plain.update(slots=5),
    "no slot": lambda plain: plain.update(slots=[]),
    "seventeen": lambda plain: plain.update(slots=[first_slot(plain)] * 17),
    "a slot that is none": lambda plain: plain.update(slots=[first_slot(plain), 5]),
    "no kind": lambda plain: first_slot(plain).pop("kind"),
    "another way": lambda plain: parameters(plain).update(name="scrypt"),
    "no parameters": lambda plain: first_slot(plain).update(kdf=[]),
    "a short nonce": lambda plain: first_slot(plain).update(nonce="00"),
    "upper case": lambda plain: first_slot(plain).update(nonce="AB" * 12),
    "no text": lambda plain: plain.update(vault_id=5),
    "no number": lambda plain: plain.update(generation=True),
    "no time": lambda plain: first_slot(plain).update(kind="recovery", made_at="soon"),
    "a time nowhere": lambda plain: first_slot(plain).update(
        kind="recovery", made_at="2026-03-10T12:00:00"
    ),
    "a code of no time": lambda plain: first_slot(plain).update(kind="recovery"),
    "a passphrase of a time": lambda plain: first_slot(plain).update(made_at="2026-03-10"),
    "no mark": lambda plain: plain.update(mark=5, version=2),
    "half a mark": lambda plain: plain.update(mark={"length": 5}, version=2),
    "a short link": lambda plain: plain.update(mark={"length": 5, "link": "ab"}, version=2),
    "a mark in version 1": lambda plain: plain.update(mark={"length": 5, "link": "ab" * 32}),
    "something more": lambda plain: plain.update(more=1),
}


@pytest.mark.parametrize("way", ODD)
def test_a_file_that_is_not_as_the_page_says_is_damage(
    folder: Path, key: VaultKey, way: str
) -> None:
    """Whatever is missing, doubled or of another kind, with a fitting checksum: slots_damaged."""
    assert key.vault_id
    rewrite(folder, ODD[way])
    before = contents(folder)
    assert unlock_code(folder) == "slots_damaged"
    assert contents(folder) == before


def test_kinds_of_tomorrow_are_kept(folder: Path, key: VaultKey, days: Days) -> None:
    """A slot of an organisation or of any other kind stays byte for byte after a change."""
    tomorrow: list[dict[str, Plain]] = [
        {"kind": "tomorrow", "id": "t", "anything": [1, {"x": "y"}]},
        {"kind": slots.ORGANISATION, "id": "o"},
    ]
    state = replace(state_of(folder), others=tuple(tomorrow)).sealed(key)
    slots.write(folder, state)
    vault.change_passphrase(folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP)
    assert list(state_of(folder).others) == tomorrow
    assert unlock_code(folder, NEW) == "opened"


def test_interrupted_between_the_copies_the_new_passphrase_holds(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """With only the first copy renewed, the new passphrase opens and heals, the old is wrong."""
    former = (folder / "slots.b").read_bytes()
    vault.change_passphrase(folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP)
    (folder / "slots.b").write_bytes(former)
    assert unlock_code(folder, PASSPHRASE) == "wrong_passphrase"
    assert (folder / "slots.b").read_bytes() == former
    assert vault.unlock(folder, NEW, floor=CHEAP).master == key.master
    assert (folder / "slots.b").read_bytes() == (folder / "slots.a").read_bytes()


def test_no_secret_stands_in_the_slots(folder: Path, key: VaultKey) -> None:
    """Neither the passphrase nor the master key nor a key made from it is in the file."""
    data = (folder / "slots.a").read_text()
    for secret in (key.master, key.database_key(), key.slots_key()):
        assert secret.hex() not in data
    assert not any(word in data for word in PASSPHRASE.split())


def test_a_rewriting_waits_for_the_one_before(folder: Path, key: VaultKey, days: Days) -> None:
    """While somebody else holds the slots nothing is written; then it is, on top of theirs."""
    at, mark = days(), JournalHead(3, "ab" * 32)
    change = partial(vault.change_passphrase, folder, PASSPHRASE, NEW, at, cost=CHEAP, floor=CHEAP)
    waiting = threading.Thread(target=change)
    with keys_lock(folder):
        before = (folder / "slots.a").read_bytes()
        waiting.start()
        waiting.join(0.2)
        assert waiting.is_alive()
        assert (folder / "slots.a").read_bytes() == before
        slots.write(folder, replace(state_of(folder), generation=2, mark=mark).sealed(key))
    waiting.join()
    assert (state_of(folder).generation, state_of(folder).mark) == (3, mark)
    assert unlock_code(folder, NEW) == "opened"


def test_what_a_kill_left_half_written_goes_with_the_next_rewriting(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """A whole slot file of the old passphrase must not outlive its change; other files stay."""
    assert key.vault_id
    left, foreign = folder / ".00ff00ff00ff00ff.part", folder / ".mine.part"
    for path in (left, foreign):
        path.write_bytes((folder / "slots.a").read_bytes())
    vault.change_passphrase(folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP)
    assert not left.exists()
    assert foreign.exists()


def test_slots_that_nobody_lets_go_of_are_not_waited_for_without_end(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """After two seconds a change gives up by name, and nothing was written."""
    assert key.vault_id
    before = contents(folder)
    with keys_lock(folder), pytest.raises(VaultError, match="vault_in_use"):
        vault.change_passphrase(folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP)
    assert contents(folder) == before
