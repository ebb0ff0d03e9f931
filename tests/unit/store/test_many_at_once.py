"""Claims about writing many revisions at once: the same as one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.crypto.digest import with_digest
from rhi_desktop.domain.record import ONE_REVISION, Kind, Record
from rhi_desktop.errors import VaultError
from rhi_desktop.store import exchange_records, journal, records
from rhi_desktop.store.connection import Row
from rhi_desktop.store.tables import NOUNS
from rhi_desktop.store.vault import Vault, open_vault
from tests.unit.store import samples
from tests.unit.store.samples import ME, Days, Talk, keep, make

TABLES = (*(noun.table for noun in NOUNS.values()), "history", "journal")
LINES = 75
"""More than one statement takes, and not a multiple of it."""


def there_and_then(folder: Path, *writings: Sequence[Record]) -> dict[str, list[Row]]:
    """Every row of a new vault into which these were written; the same vault each time."""
    with_key = make(folder, Days("theirs"))
    vault = open_vault(folder, with_key)
    try:
        with vault.transaction():
            for several in writings:
                records.write_all(vault, several)
        journal.check(vault)
        return {
            table: sorted(vault.connection.rows(f"SELECT * FROM {table}"), key=repr)  # noqa: S608  a name of ours
            for table in TABLES
        }
    finally:
        vault.close()


@pytest.fixture
def arriving(vault: Vault, talk: Talk, days: Days) -> tuple[Record, ...]:
    """A case with many lines, some of them changed again and again, sealed at the end."""
    for number in range(LINES):
        line = keep(vault, talk, f"line {number}", days())
        for again in range(number % 3):
            better = replace(line, words=f"line {number}, said better ({again})")
            records.save(vault, Kind.LINE, talk.case_id, better, ME.id, days())
    samples.answer(vault, talk, "yes", days())
    samples.plan_line(vault, talk, "ring my nan", days())
    samples.attempt(talk.episode, days())
    samples.seal(vault, talk, days())
    return exchange_records.collect(vault, [talk.case_id]).records


def test_all_at_once_is_one_by_one(arriving: tuple[Record, ...], tmp_path: Path) -> None:
    """Tables, history and journal hold the same rows either way, and also in two halves."""
    one_by_one = there_and_then(tmp_path / "one.rhivault", *([record] for record in arriving))
    assert there_and_then(tmp_path / "all.rhivault", arriving) == one_by_one
    for cut in (1, 100, len(arriving) - 1):
        halves = arriving[:cut], arriving[cut:]
        assert there_and_then(tmp_path / f"{cut}.rhivault", *halves) == one_by_one
    assert len(one_by_one["history"]) > LINES / 2


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind in ONE_REVISION])
def test_a_second_revision_of_what_has_one_is_refused(kind: Kind, vault: Vault, talk: Talk) -> None:
    """Beside the first as well as alone: what is only added to never gets into the history."""
    case = records.load_record(vault, Kind.CASE, talk.case_id)
    body = {**case.body, "interview_id": "another"}
    first = with_digest(replace(case, id="fresh", kind=kind, body=body))
    second = with_digest(replace(first, revision=2, previous=first.digest))
    if kind is Kind.ADDENDUM:  # only what is sealed can have one
        seal = with_digest(replace(case, id="seal", kind=Kind.SEAL, body=body))
        records.write_all(vault, [seal])
    with pytest.raises(VaultError, match="record_fixed"), vault.transaction():
        records.write_all(vault, [first, second])
    assert records.revision_of(vault, kind, "fresh") == 0
    with vault.transaction():
        records.write_all(vault, [first])
    with pytest.raises(VaultError, match="record_fixed"), vault.transaction():
        records.write_all(vault, [second])
    assert records.revisions(vault, kind, "fresh") == (first,)
