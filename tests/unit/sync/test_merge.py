"""What an import would do is shown before it is done; what is in doubt goes to a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply
from rhi_desktop.domain.exchange import Standing
from rhi_desktop.domain.ids import AttemptId, PlanId, PlanLineId, ReportId, ReviewId, SealId
from rhi_desktop.domain.interview import Seal
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.domain.review import Review, Verdict
from tests.unit.sync import whole
from tests.unit.sync.people import (
    CASE,
    EPISODE,
    INTERVIEW,
    NOW,
    PDF_SHA,
    case_records,
    edited,
    line_record,
    record,
)
from tests.unit.sync.shelf import Shelf, applied, plan, shelf

CASE_RECORD, EPISODE_RECORD, INTERVIEW_RECORD, REPORT_RECORD = case_records()
DRAFT = (CASE_RECORD, EPISODE_RECORD, INTERVIEW_RECORD)
FIRST = line_record(1)
SECOND = edited(FIRST, "as I really said it")
THIRD = edited(SECOND, "and once more")


def seal(id_: str = "seal-1") -> Record:
    """The seal over the interview."""
    return record(Kind.SEAL, Seal(SealId(id_), INTERVIEW, NOW, "0" * 64, "1" * 64), id_)


def review() -> Record:
    """The supervisor's answer to the report."""
    value = Review(
        id=ReviewId("review-1"),
        interview_id=INTERVIEW,
        report_id=ReportId("report-1"),
        report_sha256=PDF_SHA,
        verdict=Verdict.RETURNED,
        reviewer="Ada",
        at=NOW,
    )
    return record(Kind.REVIEW, value, "review-1")


def plan_records() -> tuple[Record, Record]:
    """The child's plan and one line of it."""
    head = SafetyPlan(PlanId("plan-1"), CASE, INTERVIEW)
    one = PlanLine(
        PlanLineId("plan-line-1"),
        PlanId("plan-1"),
        1,
        PlanBlock.HELPS,
        "Music.",
        PlanAuthor.CHILD,
    )
    return record(Kind.PLAN, head, "plan-1"), record(Kind.PLAN_LINE, one, "plan-line-1")


def standings(held: Shelf, records: Sequence[Record]) -> dict[tuple[str, int], Standing]:
    """How each revision would stand."""
    items = plan(held, records).items
    assert len(items) == len(records)
    return {(item.record.id, item.record.revision): item.standing for item in items}


def test_into_an_empty_vault_everything_is_new() -> None:
    """Its first revision is new; those that follow bring the history along."""
    found = plan({}, [*DRAFT, FIRST, SECOND, THIRD])
    assert [item.standing for item in found.items[:4]] == [Standing.NEW] * 4
    assert [item.standing for item in found.items[4:]] == [Standing.NEWER] * 2
    assert found.count(Standing.NEW, Kind.LINE) == 1
    assert found.changes == 6


def test_what_is_here_already_is_the_same() -> None:
    """The same bundle again changes nothing."""
    held = shelf([*DRAFT, FIRST, SECOND])
    found = standings(held, [*DRAFT, FIRST, SECOND])
    assert set(found.values()) == {Standing.SAME, Standing.OLDER}
    assert found["line-1", 1] is Standing.OLDER
    assert found["line-1", 2] is Standing.SAME


def test_revisions_that_go_on_from_ours_are_newer() -> None:
    """However many there are."""
    found = standings(shelf([*DRAFT, FIRST]), [*DRAFT, FIRST, SECOND, THIRD])
    assert found["line-1", 1] is Standing.SAME
    assert found["line-1", 2] is found["line-1", 3] is Standing.NEWER


def test_only_the_last_revision_is_enough_when_it_follows_ours() -> None:
    """It names the one before."""
    assert standings(shelf([*DRAFT, FIRST]), [*DRAFT, SECOND])["line-1", 2] is Standing.NEWER


def test_a_gap_is_a_conflict() -> None:
    """Nobody can tell that the third revision goes on from our first."""
    assert standings(shelf([FIRST]), [THIRD])["line-1", 3] is Standing.CONFLICT


def test_an_older_bundle_brings_nothing_back() -> None:
    """What we wrote since stays."""
    found = plan(shelf([*DRAFT, FIRST, SECOND, THIRD]), [*DRAFT, FIRST])
    assert found.changes == 0
    assert found.count(Standing.OLDER, Kind.LINE) == 1


def test_both_sides_went_on_is_a_conflict() -> None:
    """From the same revision, in two directions: neither is written over the other."""
    ours, theirs = edited(FIRST, "ours"), edited(FIRST, "theirs")
    later = edited(theirs, "theirs, later")
    found = standings(shelf([FIRST, ours]), [FIRST, theirs, later])
    assert found["line-1", 1] is Standing.OLDER
    assert found["line-1", 2] is found["line-1", 3] is Standing.CONFLICT
    assert applied(shelf([FIRST, ours]), [FIRST, theirs, later]) == shelf([FIRST, ours])


def test_a_conflict_stops_nothing_else() -> None:
    """The other lines of the bundle come in."""
    ours, theirs = edited(FIRST, "ours"), edited(FIRST, "theirs")
    found = plan(shelf([*DRAFT, FIRST, ours]), [*DRAFT, FIRST, theirs, line_record(2)])
    assert found.count(Standing.CONFLICT) == 1
    assert found.count(Standing.NEW, Kind.LINE) == 1


def test_parents_come_first() -> None:
    """Whatever the order in the bundle, the plan can be applied from front to back."""
    found = plan({}, [SECOND, FIRST, *reversed(DRAFT)])
    kinds = [item.record.kind for item in found.items]
    assert kinds == [Kind.CASE, Kind.EPISODE, Kind.INTERVIEW, Kind.LINE, Kind.LINE]
    assert [item.record.revision for item in found.items[3:]] == [1, 2]


def test_a_sealed_interview_comes_whole() -> None:
    """Content, seal, report and review, all new."""
    records = [*DRAFT, FIRST, *plan_records(), seal(), REPORT_RECORD, review()]
    assert set(standings({}, records).values()) == {Standing.NEW}


def test_a_report_joins_an_interview_that_is_sealed_here() -> None:
    """Signed later, or countersigned: that is no change to what was sealed."""
    held = shelf([*DRAFT, FIRST, seal()])
    found = standings(held, [*DRAFT, FIRST, seal(), REPORT_RECORD, review()])
    assert found["report-1", 1] is found["review-1", 1] is Standing.NEW
    assert found["seal-1", 1] is Standing.SAME


@pytest.mark.parametrize(
    "sent",
    [
        [line_record(2)],
        [FIRST, SECOND],
        list(plan_records()),
        *([FIRST, whole.plan_record(), whole.first(*one)] for one in whole.FIXED),
    ],
)
def test_nothing_new_comes_into_an_interview_that_is_sealed_here(sent: list[Record]) -> None:
    """A line, another revision, a plan: a person decides, with the seal in the bundle or not."""
    held = shelf([*DRAFT, FIRST, seal()])
    for records in ([*DRAFT, *sent], [*DRAFT, *sent, seal()]):
        found = plan(held, records)
        assert found.changes == 0
        assert found.count(Standing.CONFLICT) >= 1


def test_a_second_seal_is_a_conflict_with_all_that_speaks_of_it() -> None:
    """Both sides sealed: two accounts, and a person decides."""
    held = shelf([*DRAFT, FIRST, seal()])
    found = standings(held, [*DRAFT, FIRST, seal("seal-2"), REPORT_RECORD, review()])
    held_back = {found["seal-2", 1], found["report-1", 1], found["review-1", 1]}
    assert held_back == {Standing.CONFLICT}


@pytest.mark.parametrize(
    "ours", [[FIRST, edited(FIRST, "ours")], [FIRST, SECOND, THIRD]], ids=["forked", "ahead"]
)
def test_a_seal_over_other_words_is_a_conflict(ours: list[Record]) -> None:
    """What was sealed there does not stand here so; sealing ours with it would be a lie."""
    found = standings(shelf([*DRAFT, *ours]), [*DRAFT, FIRST, SECOND, seal(), REPORT_RECORD])
    assert found["seal-1", 1] is found["report-1", 1] is Standing.CONFLICT


def test_what_lives_on_and_what_is_added_comes_after_a_seal() -> None:
    """A fact, a card, a disclosure with its steps, what became of a promise: none was sealed."""
    held = shelf([*DRAFT, FIRST, seal()])
    sent = [whole.first(*one) for one in (*whole.LIVING, *whole.ADDED)]
    found = standings(held, [*DRAFT, FIRST, seal(), *sent])
    assert {found[record.id, 1] for record in sent} == {Standing.NEW}
    for kind, value in whole.LIVING:
        once = whole.first(kind, value)
        again = record(kind, value, once.id, once)
        assert standings(shelf([*DRAFT, once]), [*DRAFT, again])[once.id, 2] is Standing.NEWER


@pytest.mark.parametrize(("kind", "value"), whole.ADDED)
def test_rule_60_what_is_only_added_to_has_no_second_revision(kind: Kind, value: object) -> None:
    """However properly it goes on from the first, here or in the same bundle."""
    ground = [*DRAFT, whole.first(Kind.DISCLOSURE, whole.DISCLOSURE)]
    once = whole.first(kind, value)
    again = record(kind, value, once.id, once)
    for held in (shelf([*ground, once]), shelf(ground)):
        sent = {one.digest: one for one in (*ground, once, again)}
        assert standings(held, list(sent.values()))[once.id, 2] is Standing.CONFLICT


def test_a_step_without_its_disclosure_hangs_in_the_air() -> None:
    """So does a reading of a line that is not here, and a view on it."""
    loose = [
        whole.first(Kind.DISCLOSURE_STEP, whole.STEP),
        whole.first(Kind.READING, whole.READING),
        whole.first(Kind.THREAD, whole.THREAD),
        whole.first(Kind.DRAWING, whole.DRAWING),
    ]
    found = standings(shelf(DRAFT), [*DRAFT, *loose])
    assert {found[record.id, 1] for record in loose} == {Standing.CONFLICT}
    grounded = [FIRST, whole.plan_record(), whole.first(Kind.DISCLOSURE, whole.DISCLOSURE)]
    found = standings(shelf(DRAFT), [*DRAFT, *loose, *grounded])
    assert {found[record.id, 1] for record in loose} == {Standing.NEW}


def test_what_is_said_once_has_no_second_revision() -> None:
    """Attempts, seals and reviews are never rewritten, not even properly."""
    attempt = Attempt(
        AttemptId("attempt-1"),
        EPISODE,
        NOW,
        Method.PHONE,
        OfferedTo.CHILD,
        Reply.ACCEPTED,
    )
    once = record(Kind.ATTEMPT, attempt, "attempt-1")
    again = record(Kind.ATTEMPT, replace(attempt, reply=Reply.DECLINED), "attempt-1", once)
    assert standings(shelf([once]), [once, again])["attempt-1", 2] is Standing.CONFLICT


def test_one_interview_does_not_hold_another_back() -> None:
    """The seal of a second interview is applied while the first is in doubt."""
    other = replace(
        INTERVIEW_RECORD, id="interview-2", body=INTERVIEW_RECORD.body | {"id": "interview-2"}
    )
    theirs = seal("seal-2")
    theirs = replace(theirs, body=theirs.body | {"interview_id": "interview-2"})
    held = shelf([*DRAFT, FIRST, edited(FIRST, "ours")])
    found = standings(held, [*DRAFT, other, FIRST, SECOND, seal(), theirs])
    assert found["seal-1", 1] is Standing.CONFLICT
    assert found["seal-2", 1] is Standing.NEW
