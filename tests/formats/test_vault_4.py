"""The vault of version 4 opens for ever: an addendum, a variant, and the log of what left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rhi_desktop.domain.addendum import Addendum
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Report, SignedInterview
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.domain.variant import Variant
from rhi_desktop.store import given, interviews, journal, reading, reports, vault
from rhi_desktop.store.vault import Vault, VaultKey
from tests.formats.kept_vaults import copied, statements

HERE = Path(__file__).parent / "vault_4"
EXPECTED = json.loads((HERE / "expected.json").read_bytes())
INTERVIEW = InterviewId(EXPECTED["interview"])


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, VaultKey]:
    """A copy of the vault that is kept for ever, and its key."""
    return copied(4, tmp_path_factory.mktemp("vault_4"))


@pytest.fixture
def opened(example: tuple[Path, VaultKey]) -> Iterator[Vault]:
    """Open, by today's program."""
    found = vault.open_vault(*example)
    yield found
    found.close()


def test_it_opens_and_the_journal_holds(opened: Vault) -> None:
    """The account, and the full report as the report: the others stand beside it."""
    journal.check(opened)
    (row,) = opened.connection.rows("SELECT body FROM accounts")
    assert json.loads(str(row[0])) == EXPECTED["account"]
    found = interviews.stage(opened, INTERVIEW)
    assert isinstance(found, SignedInterview)
    assert to_plain(found.report) == EXPECTED["full"]
    assert reports.get_file(opened, found.report.sha256) == b"%PDF-1.7 R-0002"


def test_addendum_and_variant_are_what_they_were(opened: Vault) -> None:
    """The addendum word for word, the report over it, and the one for the police."""
    (added,) = reading.children(opened, Kind.ADDENDUM, "interview_id", INTERVIEW, Addendum)
    assert to_plain(added) == EXPECTED["addendum"]
    assert added.of == EXPECTED["full"]["sha256"]
    signed = reading.children(opened, Kind.REPORT, "interview_id", INTERVIEW, Report)
    by_variant = {one.variant: one for one in signed}
    assert by_variant.keys() == {Variant.FULL, Variant.POLICE, Variant.ADDENDUM}
    assert by_variant[Variant.ADDENDUM].addendum_id == added.id
    assert to_plain(by_variant[Variant.POLICE]) == EXPECTED["police"]


def test_the_log_says_what_left(opened: Vault) -> None:
    """Of the case that stayed and of no single one; what went with its case went here too."""
    found = given.of_case(opened, EXPECTED["case"])
    assert [to_plain(one) for one in found] == EXPECTED["given"]
    (older,) = given.before_version_4(opened, EXPECTED["case"])
    assert (older.recipient, older.purpose) == ("social worker", "strategy meeting")
    assert opened.connection.rows("SELECT DISTINCT case_id FROM given ORDER BY case_id") == [
        ("",),
        (EXPECTED["case"],),
    ]


def test_the_statements_of_version_4_are_those_of_the_example(
    example: tuple[Path, VaultKey], tmp_path: Path
) -> None:
    """A released step is never edited: it makes today what it made then, letter by letter."""
    _, key = example
    kept, new = statements(4, key, tmp_path)
    assert kept == new
