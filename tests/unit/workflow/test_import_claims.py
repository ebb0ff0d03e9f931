"""Claims about bundles of somebody trusted who lies: nothing of ours is moved, spoken or signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.crypto.digest import with_digest
from rhi_desktop.domain.exchange import Incoming, Standing
from rhi_desktop.domain.interview import DraftInterview, SealedInterview, SignedInterview
from rhi_desktop.domain.line import read_typed
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.workflow import (
    addenda,
    exchanging,
    facts,
    interviewing,
    reviewing,
    signing,
    trusting,
    unlocking,
)
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.views import Stage
from tests.conftest import seeded_draw
from tests.e2e.offices import receive, send
from tests.unit.workflow.liar import PRICE, Liar, liar
from tests.unit.workflow.lies import (
    NO_PDF,
    Lie,
    a_second_one_beside_ours,
    addendum,
    line_in_our_name,
    line_into_our_draft_by_another_case,
    line_of_another_case,
    line_under_the_id_of_a_case,
    our_draft_of_another_interviewer,
    report,
    review,
    seal_on_our_draft,
    two,
)
from tests.vaults import open_fresh

__all__ = ["liar"]


LIES: dict[str, Callable[[Liar], Lie]] = {
    "a line of another case": line_of_another_case,
    "a line under the id of a case": line_under_the_id_of_a_case,
    "a line into our draft by another case": line_into_our_draft_by_another_case,
    "a line in our name": line_in_our_name,
    "our draft of another interviewer": our_draft_of_another_interviewer,
    "a seal on our draft": seal_on_our_draft,
    "a report over another file": lambda liar: report(liar, NO_PDF),
    "a second report": lambda liar: report(
        liar, NO_PDF, id="second", signed_at="2030-01-01T00:00:00.000000+00:00"
    ),
    "a countersigned report that does not go on": lambda liar: report(
        liar, NO_PDF, stage="countersigned", signers=two(liar)
    ),
    "a countersigned report over the old file": lambda liar: report(
        liar,
        exchanging.collect(liar.theirs, [liar.signed.account.case.id]).files[
            liar.signed.report.sha256
        ],
        stage="countersigned",
        signers=two(liar),
    ),
    "an answer in our name": lambda liar: review(
        liar, liar.ours.interviewer.id, reviewer=liar.ours.interviewer.name
    ),
    "an answer in somebody's name": lambda liar: review(liar, "", reviewer="Jo Marsden"),
    "an answer of another author": lambda liar: review(liar, "somebody"),
    "a second answer to a question": lambda liar: a_second_one_beside_ours(liar, Kind.ANSWER),
    "a second plan": lambda liar: a_second_one_beside_ours(liar, Kind.PLAN),
    "a countersignature that no file has": lambda liar: review(liar, "", verdict="countersigned"),
    "an addendum in our name": lambda liar: addendum(liar, liar.ours.interviewer.id),
    "an addendum in somebody's name": lambda liar: addendum(liar, "somebody", "somebody else"),
    "an addendum to another file": lambda liar: addendum(liar, "somebody", of="00" * 32),
    "an addendum to what is not sealed": lambda liar: addendum(
        liar, "somebody", interview_id=liar.draft
    ),
    "a version that is countersigned": lambda liar: report(
        liar,
        NO_PDF,
        id="police",
        variant="police",
        digest="00" * 32,
        stage="countersigned",
        signers=two(liar),
    ),
    "a file over no addendum": lambda liar: report(
        liar,
        NO_PDF,
        id="over",
        variant="addendum",
        digest="00" * 32,
        addendum_id="nowhere",
        salt="00" * 32,
    ),
}


@pytest.mark.parametrize("name", LIES)
def test_a_lie_is_shown_and_not_applied(liar: Liar, name: str) -> None:
    """The last record is the lie: it stands apart, and what we had is as it was."""
    records, files = LIES[name](liar)
    drafted, signed = (interviewing.load(liar.ours, one) for one in (liar.draft, liar.talk))
    assert isinstance(signed, SignedInterview)
    assert liar.apply(records, files)[-1] is Standing.CONFLICT
    assert interviewing.load(liar.ours, liar.draft) == drafted
    assert interviewing.load(liar.ours, liar.talk) == signed
    assert reviewing.reviews_of(liar.ours, signed.report) == ()
    assert addenda.addenda_of(liar.ours, liar.talk) == ()
    # A case that somebody spoilt could not be packed any more: packing raises for what is amiss.
    again = exchanging.collect(liar.ours, [drafted.account.case.id])
    exchanging.pack(again, exchanging.sender(liar.ours), [], liar.at)


def test_an_honest_answer_is_applied(liar: Liar) -> None:
    """The same as the lies, but in the sender's own name."""
    records, files = review(liar, "")
    assert liar.apply(records, files)[-1] is Standing.NEW


def test_an_honest_addendum_is_applied(liar: Liar) -> None:
    """To the very report, in the name of who wrote it; it comes with no file of its own."""
    records, files = addendum(liar, "somebody")
    assert liar.apply(records, files)[-1] is Standing.NEW
    (view,) = addenda.addenda_of(liar.ours, liar.talk)
    assert (view.stage, view.report, view.reviews) == (Stage.SEALED, None, ())


def test_two_answers_to_one_question_are_never_both_kept(liar: Liar, moment: Moment) -> None:
    """Written on both sides meanwhile: what each of us wrote stays, and a person is told."""
    theirs, ours = liar.theirs, liar.ours
    case_id = interviewing.load(ours, liar.draft).account.case.id
    other = replace(liar.at, draw=seeded_draw("their side"))
    mine = facts.put_fact(ours, case_id, None, NewAnswer("gp", ("Dr Hale",)), moment)
    facts.put_fact(theirs, case_id, None, NewAnswer("gp", ("Dr Moss",)), other)
    alone = facts.put_fact(theirs, case_id, None, NewAnswer("religion", ("none",)), other)
    result = receive(ours, send(theirs, ours, case_id, other), other)
    assert facts.facts_of(ours, case_id) == (mine, alone)
    assert (result.added, result.kept_apart) == (1, 1)


def test_a_seal_over_other_words_than_came_is_shown_and_not_applied(
    liar: Liar, tmp_path: Path
) -> None:
    """One word of the account changed under a seal and a report that are genuine."""
    third = open_fresh(tmp_path / "third.rhivault", PRICE, liar.at)
    outgoing = exchanging.collect(liar.ours, [liar.signed.account.case.id])
    sender = trusting.my_card(liar.ours)
    head = exchanging.pack(outgoing, exchanging.sender(liar.ours), [], liar.at).head
    line = next(
        r for r in reversed(outgoing.records) if r.kind is Kind.LINE and r.body["voice"] == "child"
    )
    other = with_digest(replace(line, body={**line.body, "words": "never said"}))
    records = tuple(other if one is line else one for one in outgoing.records)
    try:
        plan = exchanging.preview(third, Incoming(head, sender, records, outgoing.files))
        apart = {item.record.kind for item in plan.items if item.standing is Standing.CONFLICT}
        assert apart == {Kind.SEAL, Kind.REPORT}
        exchanging.apply(third, plan, liar.at)
        assert isinstance(interviewing.load(third, liar.talk), DraftInterview)
    finally:
        unlocking.close(third)


def test_a_seal_never_closes_over_words_that_only_we_have(liar: Liar) -> None:
    """A line kept here before the seal arrives would stand in an account nobody sealed."""
    theirs, ours = liar.theirs, liar.ours
    line = interviewing.load(theirs, liar.draft).account.lines[0]
    interviewing.keep_line(theirs, liar.draft, read_typed(line.words), liar.at)
    draft = interviewing.load(ours, liar.draft)
    assert isinstance(draft, DraftInterview)
    signing.seal(ours, draft, liar.at)
    receive(theirs, send(ours, theirs, draft.account.case.id, liar.at), liar.at)
    assert isinstance(interviewing.load(theirs, liar.draft), DraftInterview)


def test_what_was_sealed_is_shown_whatever_we_added_to_the_case(liar: Liar) -> None:
    """The account under a seal that came is the sealed one, kept whole."""
    theirs, ours = liar.theirs, liar.ours
    draft = interviewing.load(ours, liar.draft)
    assert isinstance(draft, DraftInterview)
    sealed = signing.seal(ours, draft, liar.at)
    receive(theirs, send(ours, theirs, draft.account.case.id, liar.at), liar.at)
    arrived = interviewing.load(theirs, liar.draft)
    assert isinstance(arrived, SealedInterview)
    assert arrived == sealed
