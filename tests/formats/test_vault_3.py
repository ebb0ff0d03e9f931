"""The vault of version 3 opens for ever: one case was removed from it, and the others stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rhi_desktop.store import (
    cases,
    drafts,
    exchanges,
    interviews,
    journal,
    purges,
    vault,
)
from rhi_desktop.store.vault import Vault, VaultKey
from tests.formats.kept_vaults import copied, statements

HERE = Path(__file__).parent / "vault_3"
EXPECTED = json.loads((HERE / "expected.json").read_bytes())
PURGE = EXPECTED["purge"]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, VaultKey]:
    """A copy of the vault that is kept for ever, and its key."""
    return copied(3, tmp_path_factory.mktemp("vault_3"))


@pytest.fixture
def opened(example: tuple[Path, VaultKey]) -> Iterator[Vault]:
    """Open, by today's program."""
    found = vault.open_vault(*example)
    yield found
    found.close()


def test_it_opens_and_the_journal_holds(opened: Vault) -> None:
    """The account of the case that stayed, its words half typed, and no trace of the other."""
    journal.check(opened)
    (row,) = opened.connection.rows("SELECT interview_id, body FROM accounts")
    assert json.loads(str(row[1])) == EXPECTED["account"]
    assert [draft.text for draft in drafts.all(opened)] == ["half a sen"]
    assert sorted(entry.reference for entry in cases.rows(opened)) == ["R-0002", "R-0003"]
    (seal,) = opened.connection.rows("SELECT interview_id FROM seals")
    assert interviews.sealed_of_case(opened, EXPECTED["account"]["case"]["id"]) == {seal[0]}


def test_it_knows_what_was_removed(opened: Vault) -> None:
    """When, by whom, and how much; the bundle it was in keeps its note."""
    assert list(purges.removed(opened, [PURGE["case_id"]])) == [PURGE["case_id"]]
    assert len(purges.all_covered(opened)) == PURGE["records"]
    assert [sent.records for sent in exchanges.all_sent(opened)] == [9]
    assert exchanges.bundles_of(opened, PURGE["case_id"]) == ()


def test_the_digest_of_a_removal_can_be_computed_again(opened: Vault) -> None:
    """With a JSON library and SHA-256, as `docs/formats/vault.md` tells."""
    names = ("seq", "id", "case_id", "author", "device", "at", "records", "covers")
    plain = json.dumps([PURGE[name] for name in names], separators=(",", ":")).encode()
    digest = hashlib.sha256(b"rhi/purge/v1\0" + plain).hexdigest()
    stored = opened.connection.row("SELECT digest FROM purges WHERE seq = ?", PURGE["seq"])
    linked = opened.connection.row("SELECT kind, digest FROM journal WHERE seq = ?", PURGE["seq"])
    assert stored == (digest,)
    assert linked == ("purge", digest)


def test_the_statements_of_version_3_are_those_of_the_example(
    example: tuple[Path, VaultKey], tmp_path: Path
) -> None:
    """A released step is never edited: it makes today what it made then, letter by letter."""
    _, key = example
    kept, new = statements(3, key, tmp_path)
    assert kept == new
