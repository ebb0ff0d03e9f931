"""Claims about recovery slots: made with the vault, kept, replaced, and whole after any crash."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from rhi_desktop.crypto.kdf import STANDARD
from rhi_desktop.crypto.recovery import RecoveryCode, draw_code
from rhi_desktop.domain.canonical import Plain, dumps, loads
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.errors import VaultError
from rhi_desktop.store import slots, unlocking, vault
from rhi_desktop.store.slots import PASSPHRASE as OF_PASSPHRASE
from rhi_desktop.store.slots import RECOVERY, SlotFile
from rhi_desktop.store.vault import VaultKey
from tests.unit.store.samples import CHEAP, PASSPHRASE, Days, contents

NEW = "orchard lantern pebble sky"
Act = Callable[[Path, VaultKey, Days], None]


class CutError(BaseException):
    """The power went."""


@pytest.fixture
def code(days: Days) -> RecoveryCode:
    """The code that the vault is made with."""
    return draw_code(days())


@dataclass(frozen=True, slots=True)
class Made:
    """A vault with both slots, and what opens it."""

    folder: Path
    key: VaultKey
    code: RecoveryCode


@pytest.fixture
def key(folder: Path, days: Days, code: RecoveryCode) -> VaultKey:
    """A vault with both slots."""
    return vault.create(folder, PASSPHRASE, days(), code=code, cost=CHEAP)


@pytest.fixture
def made(folder: Path, key: VaultKey, code: RecoveryCode) -> Made:
    """The same, in one hand."""
    return Made(folder, key, code)


def said(folder: Path, secret: str | RecoveryCode) -> str:
    """What a passphrase or a code is told."""
    try:
        if isinstance(secret, RecoveryCode):
            unlocking.unlock_by_code(folder, secret, floor=CHEAP)
        else:
            unlocking.unlock(folder, secret, floor=CHEAP)
    except VaultError as refused:
        return refused.code
    return "opened"


def state_of(folder: Path) -> SlotFile:
    """The newest state of the slots."""
    return slots.read(folder, CHEAP)[0]


def test_a_vault_is_made_with_both_slots(folder: Path, key: VaultKey, code: RecoveryCode) -> None:
    """Passphrase and code give the same key; the file says version 2 and generation 1."""
    assert unlocking.unlock(folder, PASSPHRASE, floor=CHEAP).master == key.master
    assert unlocking.unlock_by_code(folder, code, floor=CHEAP).master == key.master
    plain = loads((folder / "slots.a").read_bytes())
    assert isinstance(plain, dict)
    assert (plain["version"], plain["generation"]) == (2, 1)
    assert [slot.kind for slot in state_of(folder).slots] == [OF_PASSPHRASE, RECOVERY]


def test_both_slots_stand_before_the_folder_has_its_name(
    folder: Path, code: RecoveryCode, days: Days
) -> None:
    """While the vault is filled it has no name yet, and code and passphrase open it already."""
    seen: list[str] = []

    def settle(opened: vault.Vault) -> None:
        assert not folder.exists()
        seen.extend(said(opened.folder, one) for one in (PASSPHRASE, code))

    made = vault.create(folder, PASSPHRASE, days(), code=code, cost=CHEAP, settle=settle)
    assert seen == ["opened", "opened"]
    assert unlocking.unlock_by_code(folder, code, floor=CHEAP).master == made.master


def test_without_a_code_the_file_is_one_of_version_1(tmp_path: Path, days: Days) -> None:
    """An older program reads it; asking it for a code says that there is none."""
    folder = tmp_path / "plain.rhivault"
    vault.create(folder, PASSPHRASE, days(), cost=CHEAP)
    assert b'"version":1' in (folder / "slots.a").read_bytes()
    assert said(folder, draw_code(days())) == "code_missing"


def test_a_code_has_its_full_price(folder: Path, key: VaultKey, days: Days) -> None:
    """Without a cost given, a guess at the code costs what a guess at the passphrase costs."""
    unlocking.set_code(folder, key, draw_code(days()), days())
    (slot,) = state_of(folder).of_kind(RECOVERY)
    assert slot.cost == STANDARD


def test_no_other_code_opens_and_none_opens_as_a_passphrase(
    folder: Path, key: VaultKey, code: RecoveryCode, days: Days
) -> None:
    """Another code is wrong, the code typed as a passphrase is wrong, and nothing is written."""
    assert key.vault_id
    before = contents(folder)
    assert said(folder, draw_code(days())) == "wrong_code"
    assert said(folder, code.characters) == "wrong_passphrase"
    assert said(folder, RecoveryCode(PASSPHRASE)) == "wrong_code"
    assert contents(folder) == before


def test_a_change_of_passphrase_leaves_the_code(
    folder: Path, key: VaultKey, code: RecoveryCode, days: Days
) -> None:
    """The slot of the code keeps its bytes; the new passphrase opens and the old does not."""
    before = state_of(folder).of_kind(RECOVERY)
    unlocking.change_passphrase(folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP)
    assert state_of(folder).of_kind(RECOVERY) == before
    assert [said(folder, one) for one in (PASSPHRASE, NEW, code)] == [
        "wrong_passphrase",
        "opened",
        "opened",
    ]
    assert unlocking.unlock_by_code(folder, code, floor=CHEAP).master == key.master


def test_another_code_makes_the_former_void(
    folder: Path, key: VaultKey, code: RecoveryCode, days: Days
) -> None:
    """One code at a time; its time of making is its own; the passphrase stays."""
    other, at = draw_code(days()), days()
    unlocking.set_code(folder, key, other, at, cost=CHEAP)
    assert [said(folder, one) for one in (code, other, PASSPHRASE)] == [
        "wrong_code",
        "opened",
        "opened",
    ]
    (slot,) = state_of(folder).of_kind(RECOVERY)
    assert slot.made_at == to_plain(at.now)


def test_a_new_passphrase_by_the_code_replaces_every_old_one(
    folder: Path, key: VaultKey, code: RecoveryCode, days: Days
) -> None:
    """However many passphrases there were: after it, one."""
    more = slots.passphrase_slot(b"another passphrase", key, CHEAP, days())
    slots.rewrite(folder, key, lambda state: replace(state, slots=(*state.slots, more)))
    unlocking.set_passphrase(folder, key, NEW, days(), cost=CHEAP)
    assert [said(folder, one) for one in (PASSPHRASE, "another passphrase", NEW, code)] == [
        "wrong_passphrase",
        "wrong_passphrase",
        "opened",
        "opened",
    ]


def test_two_changes_at_once_do_not_leave_two_passphrases(
    folder: Path, key: VaultKey, days: Days
) -> None:
    """Who was slower is told that the old passphrase is not the one any more."""
    assert key.vault_id
    overtaken: list[Moment] = [days()]

    def draw(length: int) -> bytes:
        # Asked for the first time when the old passphrase was tried and nothing is written yet.
        if overtaken:
            at = overtaken.pop()
            unlocking.change_passphrase(folder, PASSPHRASE, NEW, at, cost=CHEAP, floor=CHEAP)
        return days().draw(length)

    slow = Moment(days().now, draw)
    third = "slow lantern pebble sky"
    with pytest.raises(VaultError, match="wrong_passphrase"):
        unlocking.change_passphrase(folder, PASSPHRASE, third, slow, cost=CHEAP, floor=CHEAP)
    assert said(folder, NEW) == "opened"
    assert said(folder, third) == "wrong_passphrase"
    assert len(state_of(folder).slots) == 2


def test_organisations_slots_stay_through_every_change(
    folder: Path, key: VaultKey, code: RecoveryCode, days: Days
) -> None:
    """A slot that this program cannot open is written back as it was read."""
    kept: Plain = {"kind": slots.ORGANISATION, "id": "o", "sealed": "ab" * 40, "more": [1, None]}
    assert isinstance(kept, dict)
    slots.rewrite(folder, key, lambda state: replace(state, others=(kept,)))
    unlocking.change_passphrase(folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP)
    unlocking.set_code(folder, key, draw_code(days()), days(), cost=CHEAP)
    unlocking.set_passphrase(folder, key, PASSPHRASE, days(), cost=CHEAP)
    assert state_of(folder).others == (kept,)
    assert said(folder, code) == "wrong_code"
    assert said(folder, PASSPHRASE) == "opened"


ACTS: dict[str, Act] = {
    "passphrase": lambda folder, _, days: unlocking.change_passphrase(
        folder, PASSPHRASE, NEW, days(), cost=CHEAP, floor=CHEAP
    ),
    "by code": lambda folder, key, days: unlocking.set_passphrase(
        folder, key, NEW, days(), cost=CHEAP
    ),
    "code": lambda folder, key, days: unlocking.set_code(
        folder, key, draw_code(Days("new code")()), days(), cost=CHEAP
    ),
}


@pytest.mark.parametrize(("act", "point"), [(act, point) for act in ACTS for point in range(12)])
def test_a_change_that_is_cut_off_has_happened_or_has_not(
    made: Made, days: Days, act: str, point: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut at any call that opens, forces or renames: the old opens or the new, one of them."""
    folder = made.folder
    with monkeypatch.context() as world:
        cut_at(world, point)
        try:
            ACTS[act](folder, made.key, days)
            done = True
        except CutError:
            done = False
    fresh = draw_code(Days("new code")())
    old, new, other = (
        (made.code, fresh, PASSPHRASE) if act == "code" else (PASSPHRASE, NEW, made.code)
    )
    assert said(folder, other) == "opened"
    told = [said(folder, old), said(folder, new)]
    assert [one == "opened" for one in told] in (
        [[False, True]] if done else [[True, False], [False, True]]
    )
    assert all(one == "opened" or one.startswith("wrong_") for one in told)
    assert (folder / "slots.a").read_bytes() == (folder / "slots.b").read_bytes()


def test_the_cuts_reach_from_the_first_call_to_the_last(
    made: Made, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check of the check: the first cut leaves the old, the last point is beyond the end."""
    for point, change in ((0, False), (16, True)):
        before = (made.folder / "slots.a").read_bytes()
        with monkeypatch.context() as world, suppress(CutError):
            cut_at(world, point)
            ACTS["by code"](made.folder, made.key, days)
        assert ((made.folder / "slots.a").read_bytes() != before) is change


def cut_at(world: pytest.MonkeyPatch, point: int) -> None:
    """Lets so many calls that reach the disk through, and raises at the next."""
    left = [point]

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise CutError
            return real(*given, **named)

        return call

    for name in ("open", "fsync"):
        world.setattr(os, name, counted(getattr(os, name)))
    world.setattr(Path, "replace", counted(Path.replace))


def test_a_file_of_tomorrow_is_newer_and_left_alone(folder: Path, key: VaultKey) -> None:
    """Version 3 is refused as newer by passphrase, by code, and by a change."""
    assert key.vault_id
    for name in slots.NAMES:
        plain = loads((folder / name).read_bytes())
        assert isinstance(plain, dict)
        plain["version"] = 3
        del plain["checksum"]
        (folder / name).write_bytes(dumps(plain | {"checksum": slots.checksum(plain)}))
    before = contents(folder)
    assert said(folder, PASSPHRASE) == "vault_newer"
    assert said(folder, RecoveryCode("0" * 28)) == "vault_newer"
    with pytest.raises(VaultError, match="slots_damaged"):
        slots.rewrite(folder, key, lambda state: replace(state, generation=9))
    assert contents(folder) == before
