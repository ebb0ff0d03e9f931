"""Claims about what a holder does with their keys, and that every guess is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.crypto.recovery import RecoveryCode
from rhi_desktop.errors import VaultError
from rhi_desktop.store import guesses, vault
from rhi_desktop.workflow import keyholding, unlocking
from rhi_desktop.workflow.entries import NewPerson
from tests.guessing import Clock, Guesser, most_in_a_window
from tests.vaults import CHEAP, PASSPHRASE

WHO = NewPerson("Ash Pemberton", "Independent interviewer", "Lantern Row (practice)")
NEW = "orchard lantern pebble sky"


@pytest.fixture
def clock() -> Clock:
    """A clock that only this test moves."""
    return Clock()


@pytest.fixture
def code(clock: Clock) -> RecoveryCode:
    """The code on the printed sheet."""
    return keyholding.new_code(clock.moment())


@pytest.fixture
def folder(tmp_path: Path, clock: Clock, code: RecoveryCode) -> Path:
    """A vault with a holder, a passphrase and a code."""
    made = tmp_path / "ash.rhivault"
    unlocking.create_vault(made, PASSPHRASE, WHO, clock.moment(), code, cost=CHEAP)
    return made


def opens(folder: Path, passphrase: str, clock: Clock) -> bool:
    """Whether a passphrase opens the vault."""
    try:
        unlocking.derive_key(folder, passphrase, clock.moment(), floor=CHEAP)
    except VaultError as refused:
        if refused.code != "wrong_passphrase":
            raise
        return False
    return True


def test_a_forgotten_passphrase_is_replaced_with_the_code(
    folder: Path, code: RecoveryCode, clock: Clock
) -> None:
    """Typed from the sheet it gives the key and a new passphrase; the holder's work is there."""
    typed = keyholding.read_code(" ".join(code.groups).lower())
    key = keyholding.recover(folder, typed, NEW, clock.moment(), cost=CHEAP, floor=CHEAP)
    assert opens(folder, NEW, clock)
    assert not opens(folder, PASSPHRASE, clock)
    ws = unlocking.open_workspace(folder, key)
    assert ws.interviewer.name == WHO.name
    unlocking.close(ws)
    # The sheet is still in its place: it opens again.
    keyholding.try_code(folder, code, clock.moment(), floor=CHEAP)


def test_changing_the_passphrase(folder: Path, code: RecoveryCode, clock: Clock) -> None:
    """Old, new: only the new one opens then, and the code still does."""
    keyholding.change_passphrase(folder, PASSPHRASE, NEW, clock.moment(), cost=CHEAP, floor=CHEAP)
    assert opens(folder, NEW, clock)
    assert not opens(folder, PASSPHRASE, clock)
    keyholding.try_code(folder, code, clock.moment(), floor=CHEAP)


def test_replacing_the_code(folder: Path, code: RecoveryCode, clock: Clock) -> None:
    """The old sheet is void; the view says since when the new one counts."""
    before = keyholding.keys_view(folder)
    clock.seconds += 86_400
    at = clock.moment()
    fresh = keyholding.new_code(at)
    keyholding.replace_code(folder, PASSPHRASE, fresh, at, cost=CHEAP, floor=CHEAP)
    keyholding.try_code(folder, fresh, clock.moment(), floor=CHEAP)
    with pytest.raises(VaultError, match="wrong_code"):
        keyholding.try_code(folder, code, clock.moment(), floor=CHEAP)
    after = keyholding.keys_view(folder)
    assert before.has_code
    assert after == keyholding.KeysView(has_code=True, code_made_at=at.now)
    assert after.code_made_at != before.code_made_at


def test_a_vault_without_a_code_gets_one(tmp_path: Path, clock: Clock, code: RecoveryCode) -> None:
    """A vault of an earlier version says that it has none, and then has one."""
    folder = tmp_path / "older.rhivault"
    vault.create(folder, PASSPHRASE, clock.moment(), cost=CHEAP)
    assert keyholding.keys_view(folder) == keyholding.KeysView(has_code=False, code_made_at=None)
    for act in (
        lambda: keyholding.try_code(folder, code, clock.moment(), floor=CHEAP),
        lambda: keyholding.recover(folder, code, NEW, clock.moment(), cost=CHEAP, floor=CHEAP),
    ):
        with pytest.raises(VaultError, match="code_missing"):
            act()
    # Asking for what is not there is no guess.
    assert not (folder / guesses.NAME).exists()
    keyholding.replace_code(folder, PASSPHRASE, code, clock.moment(), cost=CHEAP, floor=CHEAP)
    keyholding.try_code(folder, code, clock.moment(), floor=CHEAP)
    assert keyholding.keys_view(folder).has_code


def test_every_way_in_is_counted_together(folder: Path, clock: Clock) -> None:
    """Unlock, change, replace, try and recover draw on the same few guesses."""
    at, other = clock.moment, keyholding.new_code(clock.moment())
    ways = (
        lambda: unlocking.derive_key(folder, NEW, at(), floor=CHEAP),
        lambda: keyholding.change_passphrase(folder, NEW, NEW, at(), cost=CHEAP, floor=CHEAP),
        lambda: keyholding.replace_code(folder, NEW, other, at(), cost=CHEAP, floor=CHEAP),
        lambda: keyholding.try_code(folder, other, at(), floor=CHEAP),
    )
    for way in ways:
        with pytest.raises(VaultError, match="wrong_"):
            way()
    recover = lambda: keyholding.recover(folder, other, NEW, at(), cost=CHEAP, floor=CHEAP)  # noqa: E731 - the fifth of the ways
    for way in (*ways, recover):
        with pytest.raises(VaultError, match="guess_too_soon") as refused:
            way()
        assert refused.value.facts == {"seconds": 5}
    clock.seconds += 5
    assert opens(folder, PASSPHRASE, clock)
    assert not (folder / guesses.NAME).exists()


def test_nothing_is_tried_while_one_has_to_wait(folder: Path, clock: Clock) -> None:
    """The right passphrase waits like any other: the wait tells nothing about it."""
    Guesser(folder, clock).hammer(4)
    with pytest.raises(VaultError, match="guess_too_soon"):
        opens(folder, PASSPHRASE, clock)


def test_what_cannot_be_a_passphrase_is_no_guess(
    folder: Path, clock: Clock, code: RecoveryCode
) -> None:
    """A new one that is too short is said before the old one or the code is tried."""
    at = clock.moment()
    with pytest.raises(VaultError, match="passphrase_short"):
        keyholding.change_passphrase(folder, "wrong", "short", at, cost=CHEAP, floor=CHEAP)
    with pytest.raises(VaultError, match="passphrase_short"):
        keyholding.recover(folder, code, "short", at, cost=CHEAP, floor=CHEAP)
    with pytest.raises(VaultError, match="passphrase_unreadable"):
        unlocking.derive_key(folder, "half \ud800 a pair of signs", at, floor=CHEAP)
    assert not (folder / guesses.NAME).exists()


def test_what_is_no_vault_is_named_and_gets_no_file(tmp_path: Path, clock: Clock) -> None:
    """A missing folder stays missing, an empty one empty."""
    (tmp_path / "bare").mkdir()
    for name in ("none", "bare"):
        with pytest.raises(VaultError, match="vault_missing"):
            unlocking.derive_key(tmp_path / name, PASSPHRASE, clock.moment())
    assert not (tmp_path / "none").exists()
    assert list((tmp_path / "bare").iterdir()) == []


def test_an_older_copy_opens_when_it_is_asked_for(folder: Path, clock: Clock) -> None:
    """The workspace of an older copy is refused once by name, and opens on purpose."""
    key = unlocking.derive_key(folder, PASSPHRASE, clock.moment(), floor=CHEAP)
    older = (folder / "case.db").read_bytes()
    opened = vault.open_vault(folder, key)
    with opened.transaction():
        opened.connection.run(ROW, "0" * 64)
    opened.close()
    (folder / "case.db").write_bytes(older)
    with pytest.raises(VaultError, match="vault_rolled_back"):
        unlocking.open_workspace(folder, key)
    unlocking.close(unlocking.open_workspace(folder, key, older=True))
    unlocking.close(unlocking.open_workspace(folder, key))


ROW = "INSERT INTO journal VALUES (1, 'case', 'x', 1, '', '', '', '', '', '', ?)"


def test_fifty_wrong_guesses_are_never_more_than_ten_in_five_minutes(
    folder: Path, clock: Clock
) -> None:
    """By passphrase and code in turns, as fast as may be; then the right passphrase opens."""
    guesser = Guesser(folder, clock)
    guesser.hammer(50)
    assert len(guesser.tried) == 50
    assert most_in_a_window(guesser.tried) == 9
    assert max(guesser.waits) == 300
    clock.seconds += 300
    assert opens(folder, PASSPHRASE, clock)


def test_the_count_of_windows_can_see() -> None:
    """Eleven guesses a second apart are eleven; a pause of more than five minutes parts them."""
    assert most_in_a_window([float(second) for second in range(11)]) == 11
    assert most_in_a_window([0.0, 300.0]) == 2
    assert most_in_a_window([0.0, 300.5]) == 1
