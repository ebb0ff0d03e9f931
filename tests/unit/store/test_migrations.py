"""Claims about coming from an older version: nothing that was written changes by a single byte."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.ids import AttemptId, CaseId, DeviceId, EpisodeId, InterviewId
from rhi_desktop.domain.interview import Interview, Outcome
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import (
    cases,
    interviews,
    journal,
    listing,
    migrations,
    records,
    schema_3,
    vault,
)
from rhi_desktop.store.connection import Connection, Mode, Row, open_database
from rhi_desktop.store.schema_1 import TABLES, TRIGGERS
from rhi_desktop.store.schema_2 import STATEMENTS
from rhi_desktop.store.vault import Vault, VaultKey, open_vault
from tests.unit.store import samples
from tests.unit.store.samples import Days, Talk, start

EXAMPLE = Path(__file__).parents[2] / "formats" / "vault_1"
PASSPHRASE = "kettle harbour violin moss"
FIRST = migrations.STEPS[:1]
RELEASED = "03ae5f5de37f49e8b51631bb453f24417f2862d9a559ad0448ff24a3c14f1244"


@pytest.fixture
def example(tmp_path: Path) -> tuple[Path, VaultKey]:
    """A copy of the vault of version 1 that is kept for ever, and its key."""
    folder = tmp_path / "example.rhivault"
    shutil.copytree(EXAMPLE / "example.rhivault", folder)
    return folder, vault.unlock(folder, PASSPHRASE)


def _connect(folder: Path, key: VaultKey, mode: Mode) -> Connection:
    return open_database(folder / "case.db", key.database_key(), key.database_salt(), mode)


def everything(connection: Connection) -> dict[str, list[Row]]:
    """Every row of every table but the list of cases, which is worked out again."""
    names = connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'case_rows' ORDER BY name"
    )
    return {
        name: sorted(connection.rows(f"SELECT rowid, * FROM {name}"))  # noqa: S608 - ours
        for name in (str(row[0]) for row in names)
    }


def statements(connection: Connection) -> set[Row]:
    """The text of every table, index and trigger."""
    return set(connection.rows("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_every_row_and_every_digest_of_version_1_stays(example: tuple[Path, VaultKey]) -> None:
    """What was there before is there after, cell by cell; the new tables are empty."""
    folder, key = example
    before_it = _connect(folder, key, Mode.READ)
    assert migrations.version(before_it) == 1
    before, said = everything(before_it), statements(before_it)
    before_it.close()
    opened = open_vault(folder, key)
    try:
        assert migrations.version(opened.connection) == len(migrations.STEPS)
        after = everything(opened.connection)
        assert {name: after[name] for name in before} == before
        assert not any(rows for name, rows in after.items() if name not in before)
        replaced = ("case_rows", *schema_3.REPLACED)
        kept = {one for one in said if not any(name in str(one[1]) for name in replaced)}
        assert kept <= statements(opened.connection)
        journal.check(opened)
        listed = cases.rows(opened)[0]
        assert (listed.stage, listed.outcome) == ("signed", None)
        assert listed.started_at is not None
    finally:
        opened.close()


def test_an_account_of_version_1_has_its_bytes_still(example: tuple[Path, VaultKey]) -> None:
    """Also where it is put together anew, and not read as it was kept."""
    folder, key = example
    opened = open_vault(folder, key)
    try:
        expected = json.loads((EXAMPLE / "expected.json").read_bytes())["account"]
        interview_id = InterviewId(expected["interview"]["id"])
        assert to_plain(interviews.account(opened, interview_id)) == expected
        opened.connection.run("DROP TRIGGER accounts_not_deleted")
        opened.connection.run("DELETE FROM accounts")
        assert to_plain(interviews.account(opened, interview_id)) == expected
    finally:
        opened.close()


def test_the_statements_of_version_1_are_those_of_the_example(
    example: tuple[Path, VaultKey], tmp_path: Path
) -> None:
    """The first step is never edited: it makes today what it made then, letter by letter."""
    folder, key = example
    old = _connect(folder, key, Mode.READ)
    (tmp_path / "new").mkdir()
    new = _connect(tmp_path / "new", key, Mode.CREATE)
    try:
        migrations.migrate(new, FIRST)
        assert statements(new) == statements(old)
    finally:
        new.close()
        old.close()
    text = "\n".join((*TABLES, *TRIGGERS))
    assert hashlib.sha256(text.encode()).hexdigest() == RELEASED


OLD_LIST: Mapping[str, tuple[Outcome | None, ...]] = {
    "under way": (None,),
    "held": (Outcome.COMPLETED,),
    "stopped half-way": (Outcome.STOPPED_BY_CHILD,),
    "declined": (Outcome.DECLINED_BY_CHILD,),
    "held, then declined": (Outcome.COMPLETED, Outcome.DECLINED_BY_CHILD),
    "declined, then held": (Outcome.DECLINED_BY_CHILD, Outcome.COMPLETED),
    "offered": (),
}


@pytest.fixture
def old(tmp_path: Path, days: Days) -> Iterator[Vault]:
    """A vault of version 1 with a case for each way in which a time away went."""
    key = VaultKey("0" * 26, b"k" * 32)
    connection = _connect(tmp_path, key, Mode.CREATE)
    migrations.migrate(connection)
    made = Vault(tmp_path, DeviceId("device"), connection, key, None)
    for reference, outcomes in OLD_LIST.items():
        _tell(made, start(made, days, reference), outcomes, days)
    _try(made, start(made, days, "tried"), days)
    samples.seal(made, _tell(made, start(made, days, "settled"), (Outcome.MOVED,), days), days())
    yield made
    connection.close()


def _tell(vault: Vault, talk: Talk, outcomes: tuple[Outcome | None, ...], days: Days) -> Talk:
    at = days()
    # Without an outcome the case has no interview about its newest episode.
    episode = replace(talk.episode, id=EpisodeId(at.fresh_id()), returned=at.now)
    records.save(vault, Kind.EPISODE, talk.case_id, episode, samples.ME.id, at)
    made = samples.attempt(episode, days())
    records.save(vault, Kind.ATTEMPT, talk.case_id, made, samples.ME.id, days())
    found = talk
    for outcome in outcomes:
        at = days()
        ended = None if outcome is None else at.now + timedelta(minutes=30)
        head: Interview = replace(
            talk.interview,
            id=InterviewId(at.fresh_id()),
            episode_ids=(episode.id,),
            started_at=at.now,
            ended_at=ended,
            outcome=outcome,
        )
        records.save(vault, Kind.INTERVIEW, talk.case_id, head, samples.ME.id, at)
        found = replace(talk, interview=head)
    return found


def _try(vault: Vault, talk: Talk, days: Days) -> None:
    at = days()
    episode = replace(talk.episode, id=EpisodeId(at.fresh_id()), returned=at.now)
    records.save(vault, Kind.EPISODE, talk.case_id, episode, samples.ME.id, at)
    made = Attempt(
        AttemptId(at.fresh_id()), episode.id, at.now, Method.PHONE, OfferedTo.CHILD, Reply.NO_ANSWER
    )
    records.save(vault, Kind.ATTEMPT, talk.case_id, made, samples.ME.id, at)


def _back_to_version_1(vault: Vault) -> None:
    """The list as version 1 kept it: every interview a talk, the newest one's start, two stages."""
    run = vault.connection.run
    for name in ("case_rows_waiting", "case_rows_rest"):
        run(f"DROP INDEX {name}")
    run("ALTER TABLE case_rows DROP COLUMN outcome")
    run("ALTER TABLE case_rows DROP COLUMN stopped_at")
    run(
        "UPDATE case_rows SET started_at ="
        " (SELECT started_at FROM interviews WHERE id = case_rows.interview_id),"
        " stage = CASE stage WHEN 'ended' THEN 'talking' WHEN 'tried' THEN 'offered' ELSE stage END"
    )
    for name in ("waiting", "rest"):
        text = next(one for one in TABLES if f"INDEX case_rows_{name} " in one)
        run(text)


def test_the_list_is_told_who_was_heard_and_what_was_settled(old: Vault) -> None:
    """The row that the step makes is the one that a save would make, in every way it went."""
    wanted = {row.reference: row for row in cases.rows(old)}
    _back_to_version_1(old)
    step = [one for one in STATEMENTS if "case_rows" in one]
    with old.transaction():
        for statement in step:
            old.connection.run(statement)
    found = {row.reference: row for row in cases.rows(old)}
    assert found == wanted
    assert {name: row.stage for name, row in found.items()} == {
        "under way": "talking",
        "held": "talking",
        "stopped half-way": "talking",
        "declined": "ended",
        "held, then declined": "ended",
        "declined, then held": "talking",
        "offered": "offered",
        "tried": "tried",
        "settled": "sealed",
    }
    heard = {name for name, row in found.items() if row.started_at is not None}
    assert heard == {
        *("under way", "held", "stopped half-way"),
        *("held, then declined", "declined, then held"),
    }
    stopped = {name for name, row in found.items() if row.stopped_at is not None}
    assert stopped == {"declined", "held, then declined", "settled"}
    for case_id in [row.case_id for row in found.values()]:
        listing.refresh(old, Kind.CASE, CaseId(case_id), "2026-03-11T00:00:00.000000+00:00")
    again = {
        row.reference: replace(row, saved_at=wanted[row.reference].saved_at)
        for row in cases.rows(old)
    }
    assert again == wanted
