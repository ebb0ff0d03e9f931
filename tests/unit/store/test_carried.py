"""Claims about the whole job on its way to another vault: the same account there, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.disclosure import StepKind
from rhi_desktop.domain.exchange import Standing
from rhi_desktop.domain.interview import DraftInterview, PackRef, SealedInterview
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import disclosures, exchange_records, interviews, journal
from rhi_desktop.store.connection import Row
from rhi_desktop.store.vault import Vault, open_vault
from tests.unit.store import whole
from tests.unit.store.carrying import (
    carry,
    changing,
    going_on,
    packed,
    planned,
    seal_truly,
    standing_of,
)
from tests.unit.store.samples import Days, Talk, make
from tests.unit.store.whole import Whole, fill, put

NEW_KINDS = (
    *(Kind.FACT, Kind.ENTITY, Kind.READING, Kind.CONCERN, Kind.THREAD, Kind.ACTION),
    *(Kind.DISCLOSURE, Kind.DISCLOSURE_STEP, Kind.DRAWING, Kind.FOLLOW_UP),
)


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Vault]:
    """Another, empty vault: the supervisor's."""
    folder = tmp_path / "theirs.rhivault"
    opened = open_vault(folder, make(folder, Days("theirs")))
    yield opened
    opened.close()


@pytest.fixture
def full(vault: Vault, talk: Talk, days: Days) -> Whole:
    """An interview with one of everything, not yet sealed."""
    return fill(vault, talk, days)


def kept(vault: Vault) -> list[Row]:
    """The accounts as they were fixed, byte for byte."""
    return vault.connection.rows("SELECT * FROM accounts")


def test_a_whole_interview_arrives_as_it_was_sealed(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """The same account byte for byte, and the seal's digest fits what stands there."""
    seal = seal_truly(vault, talk, days())
    plan = carry(vault, theirs, talk.case_id, days())
    assert {item.standing for item in plan.items} == {Standing.NEW}
    assert kept(theirs) == kept(vault)
    there = interviews.stage(theirs, talk.id)
    assert there == interviews.stage(vault, talk.id)
    assert isinstance(there, SealedInterview)
    assert there.account.disclosures == (full.disclosure,)
    assert seal_digest(to_plain(there.account.without_struck), seal.salt) == seal.digest
    journal.check(theirs)


@pytest.mark.usefixtures("full")
def test_the_same_bundle_again_changes_nothing(
    vault: Vault, theirs: Vault, talk: Talk, days: Days
) -> None:
    """Every kind is known again, whatever was struck."""
    seal_truly(vault, talk, days())
    carry(vault, theirs, talk.case_id, days())
    head, accounts = journal.head(theirs), kept(theirs)
    again = carry(vault, theirs, talk.case_id, days())
    assert {item.standing for item in again.items} == {Standing.SAME}
    assert (journal.head(theirs), kept(theirs)) == (head, accounts)


def test_a_draft_travels_with_what_was_struck(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """Another office can take it up and restore it; the sealed account then leaves it out."""
    carry(vault, theirs, talk.case_id, days())
    there = interviews.account(theirs, talk.id)
    assert there == interviews.account(vault, talk.id)
    assert [one.struck_at is None for one in there.threads] == [True, False]
    seal_truly(vault, talk, days())
    carry(vault, theirs, talk.case_id, days())
    assert kept(theirs) == kept(vault)
    assert there.without_struck.threads == (full.thread,)


@pytest.mark.parametrize("hours", [1, -1000])
def test_what_lives_on_after_the_seal_comes_along_and_changes_no_account(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, full: Whole, hours: int
) -> None:
    """Also when the laptop clock has jumped back since, so that the later looks earlier."""
    seal_truly(vault, talk, days())
    put(vault, talk, Kind.ENTITY, replace(full.entity, name="Dexter"), days(hours=hours))
    put(vault, talk, Kind.ENTITY, whole.card(talk, "New", days()), days(hours=hours))
    put(vault, talk, Kind.CASE, replace(talk.case, lives_at="elsewhere"), days(hours=hours))
    told = whole.step(full.disclosure, StepKind.CHILD_KNOWS, days())
    put(vault, talk, Kind.DISCLOSURE_STEP, told, days(hours=hours))
    plan = carry(vault, theirs, talk.case_id, days())
    assert plan.count(Standing.CONFLICT) == 0
    assert kept(theirs) == kept(vault)
    assert told in disclosures.of_case(theirs, talk.case_id)[0].steps
    assert told not in interviews.account(theirs, talk.id).disclosures[0].steps


def test_a_seal_of_the_first_version_is_read_by_the_time(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """It names no revisions: what was written until then was sealed."""
    seal_truly(vault, talk, days(), first_version=True)
    put(vault, talk, Kind.ENTITY, replace(full.entity, name="Dexter"), days())
    put(vault, talk, Kind.ENTITY, whole.card(talk, "New", days()), days())
    carry(vault, theirs, talk.case_id, days())
    assert kept(theirs) == kept(vault)
    assert isinstance(interviews.stage(theirs, talk.id), SealedInterview)


CHANGES: dict[Kind, dict[str, Plain]] = {
    Kind.FACT: {"reason": "something else"},
    Kind.ENTITY: {"name": "Nobody"},
    Kind.READING: {"words": "never said"},
    Kind.CONCERN: {"state": "no"},
    Kind.THREAD: {"view": "another view"},
    Kind.ACTION: {"who": "somebody else"},
    Kind.DISCLOSURE: {"opened_by": "somebody else"},
    Kind.DISCLOSURE_STEP: {"reference": "P-0"},
    Kind.DRAWING: {"caption": "not hers"},
    Kind.FOLLOW_UP: {"state": "not_kept"},
}


@pytest.mark.parametrize("kind", NEW_KINDS)
@pytest.mark.usefixtures("full")
def test_a_seal_over_anything_else_is_kept_apart(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, kind: Kind
) -> None:
    """One field of one record changed on the way: the seal is a conflict, the rest is a draft."""
    seal_truly(vault, talk, days())
    plan = planned(theirs, packed(vault, talk.case_id, changing(kind, **CHANGES[kind])))
    assert standing_of(plan, Kind.SEAL) == [Standing.CONFLICT]
    exchange_records.apply(theirs, plan, days())
    assert isinstance(interviews.stage(theirs, talk.id), DraftInterview)


@pytest.mark.parametrize(
    "kind", [Kind.ATTEMPT, Kind.DISCLOSURE, Kind.DISCLOSURE_STEP, Kind.FOLLOW_UP]
)
@pytest.mark.usefixtures("full")
def test_rule_60_a_second_revision_of_what_is_only_added_to_is_kept_apart(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, kind: Kind
) -> None:
    """Whether the first one is here already or comes with it, no later one is ever written."""
    change = going_on(kind, **CHANGES.get(kind, {"words": "other words"}))
    for _ in range(2):
        plan = planned(theirs, packed(vault, talk.case_id, change))
        assert standing_of(plan, kind)[-1] is Standing.CONFLICT
        exchange_records.apply(theirs, plan, days())
    assert interviews.account(theirs, talk.id) == interviews.account(vault, talk.id)


def test_nothing_comes_into_what_was_sealed_but_a_further_step(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """Views, indicators, readings and strokes from elsewhere wait for a person; steps arrive."""
    carry(vault, theirs, talk.case_id, days())
    seal_truly(theirs, talk, days())
    before = kept(theirs)
    for kind, value in full.fixed:
        fresh = replace(value, id=f"new-{kind.value}")  # type: ignore[type-var]  # any of them
        put(vault, talk, kind, fresh, days())
    told = whole.step(full.disclosure, StepKind.CHILD_AGREES, days())
    put(vault, talk, Kind.DISCLOSURE_STEP, told, days())
    plan = carry(vault, theirs, talk.case_id, days())
    apart = {item.record.kind for item in plan.items if item.standing is Standing.CONFLICT}
    assert apart == {kind for kind, _ in full.fixed}
    assert plan.count(Standing.NEW) == plan.count(Standing.NEW, Kind.DISCLOSURE_STEP) == 1
    assert kept(theirs) == before


@pytest.mark.parametrize("kind", [Kind.THREAD, Kind.DRAWING, Kind.READING])
def test_a_seal_never_closes_over_what_only_we_have(
    vault: Vault, theirs: Vault, talk: Talk, days: Days, full: Whole, kind: Kind
) -> None:
    """A view, a drawing or a reading kept here before the seal arrives is in no sealed account."""
    carry(vault, theirs, talk.case_id, days())
    value = dict(full.fixed)[kind]
    put(theirs, talk, kind, replace(value, id="only-here"), days())  # type: ignore[type-var]
    seal_truly(vault, talk, days())
    plan = carry(vault, theirs, talk.case_id, days())
    assert standing_of(plan, Kind.SEAL) == [Standing.CONFLICT]
    assert kept(theirs) == []


def test_the_packs_beside_the_first_are_named(vault: Vault, talk: Talk, days: Days) -> None:
    """Whoever reads the bundle needs the packs of the plan and of the indicators, too."""
    beside = (PackRef("plan_v1", "cd" * 32), PackRef("concerns_v1", "ef" * 32))
    put(vault, talk, Kind.INTERVIEW, replace(talk.interview, packs=beside), days())
    outgoing = exchange_records.collect(vault, [talk.case_id])
    assert outgoing.packs == ("ab" * 32, "cd" * 32, "ef" * 32)
    assert packed(vault, talk.case_id).head.packs == outgoing.packs


def test_a_view_on_a_line_that_is_nowhere_cannot_leave(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """Whatever names a line that is not in the bundle would be refused by whoever reads it."""
    odd = replace(full.thread, line_ids=(replace(full.line, id="nowhere").id,))  # type: ignore[arg-type]
    put(vault, talk, Kind.THREAD, odd, days())
    with pytest.raises(ValueError, match="refuse"):
        packed(vault, talk.case_id)
