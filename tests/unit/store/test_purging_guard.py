"""Claims about the one way to remove anything: the database refuses every other one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2 as engine

from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import (
    given,
    journal,
    purges,
    purging,
    records,
)
from rhi_desktop.store.tables import NOUNS
from rhi_desktop.store.vault import Vault
from tests.unit.store import papers, samples
from tests.unit.store.samples import ME, Days
from tests.unit.store.two_cases import Two, days, everything, key, made, two

__all__ = ["days", "key", "made", "two"]


def _row(vault: Vault, case_id: str, length: int) -> purges.Purge:
    return purges.Purge(length + 1, "p" * 26, case_id, ME.id, vault.device, samples.START, 0, "[]")


def _only_half(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length))
    two.vault.connection.run("DELETE FROM lines WHERE case_id = ?", two.goes.case_id)
    journal.append_purge(
        two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length)
    )


def _another_case(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length))
    two.vault.connection.run("DELETE FROM attempts WHERE case_id = ?", two.stays.case_id)


def _whole_table(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length))
    two.vault.connection.run("DELETE FROM history")


def _a_named_file(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length))
    two.vault.connection.run("DELETE FROM files")


def _nothing_taken_out(two: Two) -> None:
    row = _row(two.vault, two.goes.case_id, journal.head(two.vault).length)
    purges.put(two.vault, row)
    journal.append_purge(two.vault, row)


def _interviews_first(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length))
    two.vault.connection.run("DELETE FROM seals WHERE case_id = ?", two.goes.case_id)
    two.vault.connection.run("DELETE FROM interviews WHERE case_id = ?", two.goes.case_id)


def _a_note_of_what_left(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length))
    two.vault.connection.run("DELETE FROM given WHERE case_id = ?", two.stays.case_id)


def _all_but(two: Two, *, note: bool) -> None:
    row = _row(two.vault, two.goes.case_id, journal.head(two.vault).length)
    purges.put(two.vault, row)
    purging._remove(two.vault, two.goes.case_id)
    if note:
        given.log(two.vault, papers.gave(two.goes.case_id, None, "left", samples.START))
    journal.append_purge(two.vault, row)


def _a_note_is_left(two: Two) -> None:
    _all_but(two, note=True)


def _in_the_past(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, 3))


def _in_the_future(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length + 1))


def _of_nobody(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, "nobody", journal.head(two.vault).length))


def _something_else_meanwhile(two: Two) -> None:
    purges.put(two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length))
    samples.start(two.vault, Days("meanwhile"))


def _another_digest(two: Two) -> None:
    row = _row(two.vault, two.goes.case_id, journal.head(two.vault).length)
    purges.put(two.vault, row)
    journal.append_purge(two.vault, replace(row, records=7))


def _without_a_row(two: Two) -> None:
    journal.append_purge(
        two.vault, _row(two.vault, two.goes.case_id, journal.head(two.vault).length)
    )


@pytest.mark.parametrize(
    "other_way",
    [
        *(_only_half, _another_case, _whole_table, _a_named_file, _nothing_taken_out),
        *(_interviews_first, _in_the_past, _in_the_future, _of_nobody),
        *(
            _a_note_of_what_left,
            _a_note_is_left,
            _something_else_meanwhile,
            _another_digest,
            _without_a_row,
        ),
    ],
)
def test_there_is_no_other_way(two: Two, other_way: Callable[[Two], None]) -> None:
    """The database refuses whatever is not the removal of one whole case."""
    before = everything(two.vault)
    with pytest.raises(VaultError, match="record_fixed"), two.vault.transaction():
        other_way(two)
    assert everything(two.vault) == before


_LEFT = "id, case_id, revision, previous, author, device, at, salt, digest, body"


def _leave_one(two: Two, days: Days, kind: Kind) -> None:
    connection, table = two.vault.connection, NOUNS[kind].table
    one = f"SELECT {_LEFT} FROM {table} WHERE case_id = ? LIMIT 1"  # noqa: S608 - ours
    row = connection.row(one, two.goes.case_id)
    assert row is not None
    with two.vault.transaction():
        purging.purge(two.vault, two.goes.case_id, ME.id, days())
        marks = ", ".join("?" * len(row))
        connection.run(f"INSERT INTO {table} ({_LEFT}) VALUES ({marks})", *row)  # noqa: S608 - ours


def test_a_record_that_is_left_stops_the_commit(two: Two, days: Days) -> None:
    """Of whatever kind: the removal would not be whole."""
    before = everything(two.vault)
    for kind in NOUNS:
        if kind is not Kind.CASE:
            with pytest.raises((VaultError, engine.IntegrityError)):
                _leave_one(two, days, kind)
    assert everything(two.vault) == before


def test_but_for_the_note_the_removal_would_stand(two: Two) -> None:
    """What the database refuses above is the note that is left, and nothing else."""
    with two.vault.transaction():
        _all_but(two, note=False)
    assert given.of_case(two.vault, two.goes.case_id) == ()
    assert len(given.of_case(two.vault, two.stays.case_id)) == 3


def test_nothing_can_be_removed_after_the_commit(two: Two, days: Days) -> None:
    """The row stays and opens nothing any more, also when the same case comes again."""
    before = records.load_record(two.vault, Kind.CASE, two.goes.case_id)
    purging.purge(two.vault, two.goes.case_id, ME.id, days())
    with two.vault.transaction():
        records.write(two.vault, replace(before, revision=1))
    for statement in ("DELETE FROM cases", "DELETE FROM purges", "UPDATE purges SET at = ''"):
        with pytest.raises(VaultError, match="record_fixed"):
            two.vault.connection.run(statement)
