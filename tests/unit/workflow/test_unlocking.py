"""Claims about the way into a vault and out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.store import book, vault
from rhi_desktop.workflow import unlocking
from rhi_desktop.workflow.entries import NewPerson
from rhi_desktop.workflow.trusting import my_card
from rhi_desktop.workflow.workspace import Workspace
from tests.vaults import CHEAP, PASSPHRASE

WHO = NewPerson("Ash Pemberton", "Independent interviewer", "Lantern Row (practice)")
SERIAL_BYTES = 20
"""What the number of a certificate is drawn from, and nothing else."""


def test_a_made_vault_opens_with_its_passphrase_and_knows_its_holder(
    tmp_path: Path, moment: Moment
) -> None:
    """Person, keys and packs are there again in another process's hands; the price is full."""
    folder = tmp_path / "ash.rhivault"
    made = unlocking.create_vault(folder, PASSPHRASE, WHO, moment)
    key = unlocking.derive_key(folder, PASSPHRASE, moment)
    assert key.master == made.master
    opened = unlocking.open_workspace(folder, key)
    try:
        assert opened.interviewer.name == WHO.name
        assert my_card(opened).person == opened.interviewer
        assert opened.packs[0].name == "rhi_v1"
        assert opened.profile.name == "england"
    finally:
        unlocking.close(opened)


def test_a_vault_that_is_open_is_not_opened_again(workspace: Workspace) -> None:
    """One vault has one writer."""
    with pytest.raises(VaultError) as refused:
        unlocking.open_workspace(workspace.store.folder, workspace.store.keys)
    assert refused.value.code == "vault_in_use"


def test_a_closed_vault_can_be_opened_again(workspace: Workspace) -> None:
    """Closing gives the lock back; closing twice harms nothing."""
    unlocking.close(workspace)
    again = unlocking.open_workspace(workspace.store.folder, workspace.store.keys)
    assert again.interviewer == workspace.interviewer
    unlocking.close(again)


def test_a_vault_without_holder_is_refused_and_let_go(tmp_path: Path, moment: Moment) -> None:
    """What was left half-made says what is missing, and its lock is given back."""
    folder = tmp_path / "half.rhivault"
    key = vault.create(folder, PASSPHRASE, moment, cost=CHEAP)
    for _ in range(2):
        with pytest.raises(VaultError) as refused:
            unlocking.open_workspace(folder, key)
        assert refused.value.code == "record_missing"


def test_an_identity_that_is_none_is_damage(workspace: Workspace) -> None:
    """Bytes that describe no keys are refused without being shown."""
    book.put_identity(workspace.store, b'{"signing_key":"00"}')
    unlocking.close(workspace)
    with pytest.raises(VaultError) as refused:
        unlocking.open_workspace(workspace.store.folder, workspace.store.keys)
    assert refused.value.code == "vault_damaged"
    assert refused.value.__cause__ is None


def test_a_holder_whom_no_card_can_carry_makes_no_vault(tmp_path: Path, moment: Moment) -> None:
    """Every problem is named with its field; nothing is written."""
    who = NewPerson(" ", "r\u202er", "o" * 201)
    found = [(problem.code, problem.where) for problem in unlocking.person_problems(who)]
    assert found == [
        ("name_missing", "name"),
        ("characters_unreadable", "role"),
        ("text_too_long", "organisation"),
    ]
    with pytest.raises(ValueError, match="card"):
        unlocking.create_vault(tmp_path / "no.rhivault", PASSPHRASE, who, moment)
    assert list(tmp_path.iterdir()) == []


def test_a_vault_whose_holder_could_not_be_made_is_no_vault(tmp_path: Path, moment: Moment) -> None:
    """A break between the folder and its holder leaves nothing that could be opened."""

    def draw(count: int) -> bytes:
        if count == SERIAL_BYTES:
            raise InterruptedError
        return moment.draw(count)

    with pytest.raises(InterruptedError):
        unlocking.create_vault(tmp_path / "no.rhivault", PASSPHRASE, WHO, Moment(moment.now, draw))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("too few", ["passphrase_short"]),
        ("half a pair \ud800 in here", ["passphrase_unreadable"]),
        ("five or six plain words", []),
    ],
)
def test_a_passphrase_is_judged_before_it_is_taken(text: str, codes: list[str]) -> None:
    """Too short and unreadable are told apart; the words are never in the finding."""
    found = unlocking.passphrase_problems(text)
    assert [problem.code for problem in found] == codes
    assert text not in repr(found)


def test_a_suggested_passphrase_is_long_enough(moment: Moment) -> None:
    """Two suggestions differ, and each may be taken."""
    first, second = unlocking.suggest_passphrase(moment), unlocking.suggest_passphrase(moment)
    assert first != second
    assert unlocking.passphrase_problems(first) == []
