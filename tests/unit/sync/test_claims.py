"""What a record may claim: who may say it, what it goes on from, and what it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.exchange import Here, Standing
from rhi_desktop.domain.ids import ReportId, ReviewId, SealId
from rhi_desktop.domain.interview import Seal
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.domain.review import Review, Verdict
from rhi_desktop.sync.claims import Ground, Voice, goes_on, interviewers
from rhi_desktop.sync.merge import hold_about, plan_merge
from tests.unit.sync.people import (
    INTERVIEW,
    NOW,
    PDF_SHA,
    Someone,
    ada,
    ben,
    case_records,
    line_record,
    mal,
    record,
)
from tests.unit.sync.shelf import incoming

CASE, EPISODE, HEAD, REPORT = case_records()
LINE = line_record(1)


def review(reviewer: Someone, verdict: Verdict = Verdict.RETURNED) -> Record:
    """Somebody's answer to the report."""
    value = Review(
        ReviewId("review-1"),
        INTERVIEW,
        ReportId("report-1"),
        PDF_SHA,
        verdict,
        reviewer.person.name,
        NOW,
    )
    return replace(record(Kind.REVIEW, value, "review-1"), author=reviewer.person.id)


def seal() -> Record:
    """The seal over the interview, by its interviewer."""
    return record(Kind.SEAL, Seal(SealId("s"), INTERVIEW, NOW, "0" * 64, "1" * 64), "s")


def voice(me: Someone | None = None) -> Voice:
    """What Ada sends, and who reads."""
    return Voice(ada().card, me.card if me else None, interviewers([CASE, HEAD]))


def test_whoever_reads_their_own_bundle_is_believed() -> None:
    """A restored laptop gets back what it sent, in its own name and in that of others."""
    own = voice(ada())
    assert all(own.may_say(one) for one in (LINE, seal(), review(mal())))


def test_nobody_speaks_in_the_name_of_whoever_reads() -> None:
    """Words, seals and answers alike."""
    assert voice(ben()).may_say(LINE)
    for one in (LINE, seal(), review(ben())):
        assert not voice(ben()).may_say(replace(one, author=ben().person.id))


def test_an_answer_is_the_sender_s_own() -> None:
    """By author and by name; without a reader's card too."""
    assert voice().may_say(review(ada()))
    assert not voice().may_say(review(mal()))
    assert not voice().may_say(replace(review(mal()), author=ada().person.id))


def test_a_seal_is_set_by_the_interviewer() -> None:
    """And by nobody else, whoever sends it."""
    assert voice(ben()).may_say(seal())
    assert not voice(ben()).may_say(replace(seal(), author="mal"))


def told(**changes: Plain) -> Record:
    """The report with something else in it."""
    return replace(REPORT, body={**REPORT.body, **changes})


@pytest.mark.parametrize(
    ("changes", "accepted"),
    [
        ({"stage": "countersigned", "signers": ["ada", "ben"]}, True),
        ({"stage": "countersigned", "signers": ["ben", "ada"]}, False),
        ({"stage": "countersigned", "signers": ["ada", "ada"]}, False),
        ({"stage": "countersigned", "signers": ["ada"]}, False),
        ({"stage": "signed", "signers": ["ada"]}, False),
        ({"stage": "signed", "signers": "ada"}, False),
        ({"stage": "unknown", "signers": ["ada"]}, False),
        (
            {
                "stage": "countersigned",
                "signers": ["ada", "ben"],
                "signed_at": "2026-03-11T16:05:00.000000+00:00",
            },
            False,
        ),
    ],
)
def test_a_report_changes_once_by_a_countersignature(
    changes: dict[str, Plain], *, accepted: bool
) -> None:
    """The same report, the first signer first, and one more."""
    assert goes_on(None, REPORT)
    assert goes_on(REPORT, told(**changes)) is accepted
    both = told(stage="countersigned", signers=["ada", "ben"])
    assert not goes_on(both, both)


def test_a_revision_stays_in_its_place() -> None:
    """In its case, its interview, and whose interview it is."""
    assert goes_on(LINE, replace(LINE, revision=2))
    for moved in (
        replace(LINE, case_id="case-2"),
        replace(LINE, kind=Kind.ANSWER),
        replace(LINE, body={**LINE.body, "interview_id": "interview-2"}),
    ):
        assert not goes_on(LINE, moved)
    other: dict[str, Plain] = {"id": "mal", "name": "Mal", "role": "", "organisation": ""}
    assert not goes_on(HEAD, replace(HEAD, body={**HEAD.body, "interviewer": other}))


def test_a_report_needs_a_seal_and_an_answer_needs_its_report() -> None:
    """One report on one interview; a countersignature where the report has one."""
    ground = Ground({})
    assert not ground.take(LINE)
    assert all(ground.take(one) for one in (CASE, EPISODE, HEAD, LINE))
    assert not ground.take(REPORT)
    assert not ground.take(review(ada()))
    assert ground.take(seal())
    assert ground.take(REPORT)
    assert not ground.take(replace(REPORT, id="report-2"))
    assert ground.take(review(ada()))
    assert not ground.take(review(ada(), Verdict.COUNTERSIGNED))
    assert ground.take(told(stage="countersigned", signers=["ada", "ben"]))
    assert ground.take(review(ada(), Verdict.COUNTERSIGNED))


def test_what_stands_here_already_is_ground() -> None:
    """A sealed interview with its report takes an answer, and no second report."""
    here = {
        one.id: Here(one, fixed=one is HEAD, report="report-1" if one is HEAD else "")
        for one in (CASE, EPISODE, HEAD, REPORT)
    }
    ground = Ground(here)
    assert ground.take(review(ada()))
    second = Ground({**here, HEAD.id: Here(HEAD, fixed=True)})
    assert second.take(REPORT)


def test_what_nobody_may_say_stands_apart() -> None:
    """A line in the reader's own name that the reader does not know."""
    claimed = replace(LINE, author=ben().person.id)
    plan = plan_merge(incoming([CASE, EPISODE, HEAD, claimed]), {}, ben().card)
    assert [item.standing for item in plan.items] == [Standing.NEW] * 3 + [Standing.CONFLICT]


def test_whatever_speaks_about_words_that_do_not_fit_is_held() -> None:
    """Asked for by interview: its seal, its report and the answer; the words come in."""
    records = [CASE, EPISODE, HEAD, LINE, seal(), REPORT, review(ada())]
    plan = plan_merge(incoming(records), {}, ben().card)
    assert plan.count(Standing.CONFLICT) == 0
    held = hold_about(plan, {}, [INTERVIEW])
    apart = {item.record.kind for item in held.items if item.standing is Standing.CONFLICT}
    assert apart == {Kind.SEAL, Kind.REPORT, Kind.REVIEW}
    assert held.count(Standing.NEW) == 4
