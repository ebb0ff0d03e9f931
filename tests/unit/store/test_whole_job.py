"""Claims about the whole job in the store: what an account holds, what is fixed and what lives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.domain.action import Kept
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.disclosure import Disclosure, StepKind
from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.ids import CaseId, EpisodeId, FactId, FollowUpId, InterviewId, StepId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.plan import SafetyPlan
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import accounts, disclosures, interviews, journal, plans, reading, records
from rhi_desktop.store.tables import NOUNS, by_content, sql
from rhi_desktop.store.vault import Vault, VaultKey, open_reader
from tests.unit.store import samples, whole
from tests.unit.store.samples import Days, Talk, start
from tests.unit.store.whole import Whole, fill, put


@pytest.fixture
def full(vault: Vault, talk: Talk, days: Days) -> Whole:
    """An interview with one of everything."""
    return fill(vault, talk, days)


def test_an_account_holds_everything_that_was_kept(vault: Vault, talk: Talk, full: Whole) -> None:
    """Each value as it went in, what was struck beside it; nothing of the account is empty."""
    found = interviews.account(vault, talk.id)
    assert found.facts == full.facts
    assert found.readings == (full.reading,)
    assert found.concerns == (full.concern,)
    assert found.disclosures == (full.disclosure,)
    assert found.follow_ups == (full.follow_up,)
    assert (len(found.entities), len(found.threads), len(found.actions)) == (2, 2, 2)
    assert found.plan is not None
    assert found.plan.drawing == full.drawing
    standing = found.without_struck
    assert standing.entities == (full.entity,)
    assert standing.threads == (full.thread,)
    assert standing.actions == (full.action,)
    plain = to_plain(found)
    assert isinstance(plain, dict)
    assert all(plain.values())
    journal.check(vault)


def test_only_what_belongs_to_the_interview_is_in_its_account(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """Another child, another time away and another interview of the same child stay out."""
    before = interviews.account(vault, talk.id)
    other = start(vault, days, "R-0002")
    fill(vault, other, days)
    elsewhere = EpisodeId("another-time-away")
    put(vault, talk, Kind.FACT, whole.fact(talk, elsewhere, days()), days())
    second = replace(talk.interview, id=InterviewId("second-interview"))
    put(vault, talk, Kind.INTERVIEW, second, days())
    later = replace(full.follow_up, id=FollowUpId("second"), interview_id=second.id)
    put(vault, talk, Kind.FOLLOW_UP, later, days())
    outside = replace(whole.a_disclosure(talk, days()), interview_id=None)
    put(vault, talk, Kind.DISCLOSURE, outside, days())
    assert interviews.account(vault, talk.id) == before
    assert interviews.account(vault, second.id).follow_ups == (later,)
    assert len(disclosures.of_case(vault, talk.case_id)) == 2
    assert disclosures.of_interview(vault, talk.id) == (full.disclosure,)


def test_drawing_and_steps_are_records_of_their_own(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """Saving the plan or reading a disclosure never stores a second copy of them."""
    shown = plans.plan(vault, talk.plan.id)
    assert shown.drawing == full.drawing
    put(vault, talk, Kind.PLAN, replace(shown, may_see=("my nan",)), days())
    assert not records.load(vault, Kind.PLAN, talk.plan.id, SafetyPlan).lines
    body = records.load_record(vault, Kind.PLAN, talk.plan.id).body
    assert body.keys().isdisjoint({"lines", "drawing"})
    assert plans.plan(vault, talk.plan.id).drawing == full.drawing
    head = records.load_record(vault, Kind.DISCLOSURE, full.disclosure.id)
    assert "steps" not in head.body


def test_the_order_is_that_of_the_content_and_not_of_arrival(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """Cards by name, facts by question, steps as they were written, whenever they came."""
    put(vault, talk, Kind.ENTITY, whole.card(talk, "Ann", days()), days())
    early = replace(full.facts[0], id=FactId("early"), question_id="aunt")
    put(vault, talk, Kind.FACT, early, days())
    first, second = full.disclosure.steps[:2]
    between = replace(
        first,
        id=StepId("between"),
        kind=StepKind.CHILD_KNOWS,
        written_at=first.written_at.replace(microsecond=5),
    )
    put(vault, talk, Kind.DISCLOSURE_STEP, between, days())
    found = interviews.account(vault, talk.id)
    assert [one.name for one in found.entities] == ["Ann", "Dex", "Dex"]
    assert found.facts[0] == early
    assert found.disclosures[0].steps[:3] == (first, between, second)


def test_the_two_ways_of_ordering_are_one(vault: Vault, talk: Talk, full: Whole) -> None:
    """By SQL and by content, every kind that an account holds comes in the same order."""
    asked = {
        (Kind.FACT, "about", talk.case_id),
        (Kind.ENTITY, "case_id", talk.case_id),
        (Kind.ATTEMPT, "episode_id", talk.episode.id),
        (Kind.DISCLOSURE_STEP, "disclosure_id", full.disclosure.id),
        (Kind.PLAN_LINE, "plan_id", talk.plan.id),
        (Kind.DRAWING, "plan_id", talk.plan.id),
        *(
            (kind, "interview_id", talk.id)
            for kind in (Kind.LINE, Kind.READING, Kind.ANSWER, Kind.CONCERN, Kind.THREAD)
        ),
        *(
            (kind, "interview_id", talk.id)
            for kind in (Kind.ACTION, Kind.DISCLOSURE, Kind.FOLLOW_UP, Kind.PLAN)
        ),
    }
    for kind, column, value in asked:
        found = reading.child_records(vault, kind, column, value)
        assert found
        assert list(found) == sorted(found, key=by_content)


def test_rule_60_what_a_seal_fixes_is_neither_changed_nor_added_to(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """Readings, indicators, views, actions and the drawing stand still, and so does the account."""
    samples.seal(vault, talk, days())
    sealed = dumps(to_plain(interviews.account(vault, talk.id)))
    for kind, value in full.fixed:
        fresh = replace(value, id=f"new {kind.value}")  # type: ignore[type-var]  # any of them
        for changed in (value, fresh):
            with pytest.raises(VaultError, match="record_fixed"):
                put(vault, talk, kind, changed, days())
        with pytest.raises(VaultError, match="record_fixed"):
            vault.connection.run(f"DELETE FROM {NOUNS[kind].table}")  # noqa: S608 - ours
    assert dumps(to_plain(interviews.account(vault, talk.id))) == sealed
    journal.check(vault)


_PUT_IN_PLACE = "REPLACE INTO NOUN (ENVELOPE) SELECT ENVELOPE FROM NOUN"


def test_rule_60_what_is_only_added_to_is_never_changed(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """Before a seal and after it; a further step still comes, and the sealed account stays."""
    for _ in range(2):
        for kind, value in full.added:
            with pytest.raises(VaultError, match="record_fixed"):
                put(vault, talk, kind, value, days())
            with pytest.raises(VaultError, match="record_fixed"):
                vault.connection.run(f"DELETE FROM {NOUNS[kind].table}")  # noqa: S608 - ours
            with pytest.raises(VaultError, match="record_fixed"):
                vault.connection.run(sql(_PUT_IN_PLACE, kind))
        if interviews.seal_of(vault, talk.id) is None:
            samples.seal(vault, talk, days())
    before = interviews.account(vault, talk.id)
    told = whole.step(full.disclosure, StepKind.CHILD_KNOWS, days())
    put(vault, talk, Kind.DISCLOSURE_STEP, told, days())
    assert told in disclosures.of_interview(vault, talk.id)[0].steps
    assert interviews.account(vault, talk.id) == before
    journal.check(vault)


def test_facts_and_cards_live_on_and_the_sealed_account_does_not(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """What is known about the child goes on changing; what was sealed says what was known then."""
    samples.seal(vault, talk, days())
    before = interviews.account(vault, talk.id)
    put(vault, talk, Kind.ENTITY, replace(full.entity, name="Dexter"), days())
    put(vault, talk, Kind.FACT, replace(full.facts[0], values=("Hill School",)), days())
    put(vault, talk, Kind.FACT, whole.fact(talk, None, days()), days())
    assert records.load(vault, Kind.ENTITY, full.entity.id, Entity).name == "Dexter"
    assert interviews.account(vault, talk.id) == before


def test_without_the_kept_account_it_is_put_together_as_it_was_at_the_seal(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """A seal that stands without its account is read by the time of each revision."""
    samples.seal(vault, talk, days())
    before = interviews.account(vault, talk.id)
    put(vault, talk, Kind.ENTITY, replace(full.entity, name="Abel"), days())
    put(vault, talk, Kind.ENTITY, whole.card(talk, "New", days()), days())
    put(vault, talk, Kind.FACT, replace(full.facts[0], values=("Hill School",)), days())
    told = whole.step(full.disclosure, StepKind.CHILD_KNOWS, days())
    put(vault, talk, Kind.DISCLOSURE_STEP, told, days())
    put(vault, talk, Kind.CASE, replace(talk.case, lives_at="elsewhere"), days())
    assert _as_it_was(vault, talk) == before


def _as_it_was(vault: Vault, talk: Talk) -> Account:
    # As if the table of kept accounts had lost its row: nothing else may change.
    connection = vault.connection
    connection.run("DROP TRIGGER accounts_not_deleted")
    connection.run("DELETE FROM accounts")
    return accounts.account(vault, talk.id)


def test_rule_7_records_keep_the_time_of_the_device_and_the_order_of_entry(
    vault: Vault, talk: Talk, days: Days
) -> None:
    """A clock that jumps back changes no time that was kept, and no order."""
    late, early = days(hours=50), days()
    assert early.now < late.now
    for words, at in (("first", late), ("second", early)):
        samples.keep(vault, talk, words, at)
    lines = reading.child_records(vault, Kind.LINE, "interview_id", talk.id)
    assert [(one.body["words"], one.at) for one in lines] == [
        ("first", late.now),
        ("second", early.now),
    ]
    rows = vault.connection.rows("SELECT at FROM journal WHERE kind = 'line' ORDER BY seq")
    assert [row[0] for row in rows] == [to_plain(late.now), to_plain(early.now)]
    assert journal.newest_at(vault) == late.now
    journal.check(vault)


def test_rule_29_what_was_acknowledged_is_committed(
    vault: Vault, talk: Talk, days: Days, folder: Path, key: VaultKey
) -> None:
    """Once `save` answers, a second look at the file sees it: nothing waits for a close."""
    full = fill(vault, talk, days)
    outside = open_reader(folder, key)
    try:
        assert interviews.account(outside, talk.id) == interviews.account(vault, talk.id)
        assert records.revision_of(outside, Kind.DRAWING, full.drawing.id) == 1
    finally:
        outside.close()


def test_rule_27_words_and_views_are_apart_and_no_word_is_changed(
    vault: Vault, talk: Talk, days: Days
) -> None:
    """What the child said is in no field of a view, and comes back letter by letter."""
    said = "i  dont no,, he s\N{LATIN SMALL LETTER I WITH ACUTE} ok \N{ZERO WIDTH JOINER}"
    line = samples.keep(vault, talk, said, days())
    thread = whole.a_thread(talk, line, days())
    put(vault, talk, Kind.THREAD, thread, days())
    found = interviews.account(vault, talk.id)
    assert [one.words for one in found.lines] == [said]
    assert found.threads == (thread,)
    assert said not in dumps(to_plain(thread)).decode()


def test_what_became_of_a_promise_needs_no_interview(
    vault: Vault, talk: Talk, days: Days, full: Whole
) -> None:
    """A follow-up between two talks belongs to the case, and to no account."""
    alone = replace(full.follow_up, id=FollowUpId("alone"), interview_id=None, state=Kept.NOT_YET)
    put(vault, talk, Kind.FOLLOW_UP, alone, days())
    of_case = reading.child_records(vault, Kind.FOLLOW_UP, "case_id", talk.case_id)
    assert {one.id for one in of_case} == {full.follow_up.id, "alone"}
    assert interviews.account(vault, talk.id).follow_ups == (full.follow_up,)


def test_a_body_that_describes_no_value_is_damage(vault: Vault, talk: Talk) -> None:
    """Also where it is read beside its envelope."""
    record = records.load_record(vault, Kind.CASE, talk.case_id)
    with pytest.raises(VaultError, match="vault_damaged"):
        reading.of_record(Disclosure, record)
    assert disclosures.of_case(vault, CaseId("none")) == ()
