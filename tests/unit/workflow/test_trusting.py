"""Claims about cards and trust."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.domain.card import Trust
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import BundleError, FileError
from rhi_desktop.workflow import reviewing, trusting, unlocking
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.vaults import contents, open_fresh


@pytest.fixture
def supervisor(tmp_path: Path, moment: Moment) -> Iterator[Workspace]:
    """Another person's vault."""
    opened = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    yield opened
    unlocking.close(opened)


def test_both_sides_see_the_same_six_words(
    workspace: Workspace, supervisor: Workspace, tmp_path: Path, moment: Moment
) -> None:
    """A card that went through a file says the words its owner sees."""
    path = tmp_path / "mine.rhicard"
    trusting.export_my_card(supervisor, path, moment)
    theirs = trusting.read_card_file(path)
    assert trusting.words(theirs) == trusting.words(trusting.my_card(supervisor))
    assert len(trusting.words(theirs)) == 6
    assert trusting.words(theirs) != trusting.words(trusting.my_card(workspace))


def test_a_new_card_is_pending_until_somebody_compared(
    workspace: Workspace, supervisor: Workspace, moment: Moment
) -> None:
    """Taking a card in trusts nobody; trusting and revoking are a person's acts."""
    card = trusting.my_card(supervisor)
    assert trusting.add_card(workspace, card, moment).trust is Trust.PENDING
    assert len(reviewing.pins(workspace)) == 1
    trusting.trust(workspace, card.fingerprint, moment)
    assert len(reviewing.pins(workspace)) == 2
    assert trusting.add_card(workspace, card, moment).trust is Trust.TRUSTED
    trusting.revoke(workspace, card.fingerprint, moment)
    assert [known.trust for known in trusting.cards(workspace)] == [Trust.REVOKED]
    assert trusting.add_card(workspace, card, moment).trust is Trust.REVOKED


def test_the_same_keys_under_another_name_are_pending_again(
    workspace: Workspace, supervisor: Workspace, moment: Moment
) -> None:
    """The words cover the keys, so that a new name asks for a new look."""
    card = trusting.my_card(supervisor)
    trusting.add_card(workspace, card, moment)
    trusting.trust(workspace, card.fingerprint, moment)
    renamed = replace(card, person=replace(card.person, name="Sam Oduya"))
    assert trusting.add_card(workspace, renamed, moment).trust is Trust.PENDING


def test_our_own_card_is_neither_added_nor_revoked(workspace: Workspace, moment: Moment) -> None:
    """It is trusted from the start and not listed among those of others."""
    card, before = trusting.my_card(workspace), contents(workspace)
    with pytest.raises(BundleError) as added:
        trusting.add_card(workspace, card, moment)
    with pytest.raises(BundleError) as revoked:
        trusting.revoke(workspace, card.fingerprint, moment)
    assert (added.value.code, revoked.value.code) == ("card_own", "card_own")
    assert trusting.cards(workspace) == ()
    assert contents(workspace) == before


def test_a_file_that_is_no_card_is_refused(tmp_path: Path) -> None:
    """Foreign, too large and missing are told apart."""
    path = tmp_path / "x.rhicard"
    with pytest.raises(FileError) as missing:
        trusting.read_card_file(path)
    assert missing.value.code == "file_missing"
    path.write_bytes(b"no card")
    with pytest.raises(BundleError) as foreign:
        trusting.read_card_file(path)
    assert foreign.value.code == "card_foreign"
    path.write_bytes(b"x" * (trusting.CARD_LIMIT + 1))
    with pytest.raises(FileError) as large:
        trusting.read_card_file(path)
    assert large.value.code == "file_too_large"
