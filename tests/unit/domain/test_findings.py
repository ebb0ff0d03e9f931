"""Offers, indicators, strokes and whose a plan is: what these values say of themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rhi_desktop.domain.attempt import Attempt, Method, OfferedTo, Reply, offered
from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.drawing import Stroke, points
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.ids import (
    AttemptId,
    CaseId,
    ConcernId,
    EpisodeId,
    InterviewId,
    LineId,
    PlanId,
    PlanLineId,
)
from rhi_desktop.domain.plan import (
    PartSeen,
    PlanAuthor,
    PlanBlock,
    PlanLine,
    SafetyPlan,
    Shares,
    Sight,
)

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
CALL = Attempt(
    AttemptId("a"), EpisodeId("e"), NOON, Method.PHONE, OfferedTo.CHILD, Reply.NOT_REACHED
)
CONCERN = Concern(
    ConcernId("c"), InterviewId("i"), "set", "one", "Set", "Older friends", Certainty.YES
)
PLAN = SafetyPlan(PlanId("p"), CaseId("c"), InterviewId("i"))


def test_rule_16_only_what_reached_somebody_or_a_letter_is_an_offer() -> None:
    """However often nobody answered, nothing was offered."""
    unheard = [CALL, replace(CALL, reply=Reply.NO_ANSWER)]
    assert not offered([])
    assert not offered(unheard)
    assert offered([*unheard, replace(CALL, reply=Reply.DECLINED)])
    assert offered([replace(CALL, method=Method.LETTER)])


@pytest.mark.parametrize("state", Certainty)
def test_rule_43_an_indicator_that_stands_needs_evidence_with_its_source(state: Certainty) -> None:
    """Yes and not sure stand; words or a line support it, and only with a source."""
    one = replace(CONCERN, state=state)
    assert one.stands is (state in {Certainty.YES, Certainty.NOT_SURE})
    assert not one.supported
    assert not replace(one, evidence="stays with an adult").supported
    assert not replace(one, source=EvidenceSource.SEEN, evidence="  ").supported
    assert replace(one, source=EvidenceSource.SEEN, evidence="seen").supported
    assert replace(one, source=EvidenceSource.CHILD_SAID, line_ids=(LineId("l"),)).supported


def test_a_line_that_was_struck_is_no_evidence_any_more() -> None:
    """Words beside it still are, and one line that stands is enough."""
    one = replace(CONCERN, source=EvidenceSource.CHILD_SAID, line_ids=(LineId("l"), LineId("m")))
    assert one.supported_by([LineId("m"), LineId("other")])
    assert not one.supported_by([LineId("other")])
    assert replace(one, evidence="stays with an adult").supported_by([])
    assert not replace(one, source=None).supported_by([LineId("l")])


def test_points_of_strokes_are_counted_in_pairs() -> None:
    """Two whole numbers are one point."""
    assert points(()) == 0
    assert points((Stroke((1, 2, 3, 4)), Stroke((5, 6)))) == 3


def line(number: int, author: PlanAuthor, *, struck: bool = False) -> PlanLine:
    """A line of the plan of which the author matters."""
    made = PlanLine(PlanLineId(f"l{number}"), PlanId("p"), number, PlanBlock.HELPS, "words", author)
    return replace(made, struck_at=NOON) if struck else made


def test_rule_50_the_share_of_the_child_can_be_counted() -> None:
    """Typed, written for them, promised; a line that was taken out is nobody's."""
    lines = (
        line(1, PlanAuthor.CHILD),
        line(2, PlanAuthor.CHILD),
        line(3, PlanAuthor.WRITTEN_FOR_CHILD),
        line(4, PlanAuthor.ADULT_PROMISE),
        line(5, PlanAuthor.ADULT_PROMISE, struck=True),
    )
    found = replace(PLAN, lines=lines).shares
    assert found == Shares(2, 1, 1)
    assert (found.own, found.all) == (3, 4)


def test_rule_53_what_the_child_said_about_each_person_is_one_of_four() -> None:
    """All, parts, no, or nothing said: which is never the same as a no."""
    parts = (PartSeen("my teacher", (PlanBlock.SIGNS,)),)
    plan = replace(PLAN, may_see=("my nan", "my teacher"), may_not_see=("my stepdad",), parts=parts)
    assert plan.sight_of("my nan") is Sight.ALL
    assert plan.sight_of("my teacher") is Sight.PARTS
    assert plan.sight_of("my stepdad") is Sight.NO
    assert plan.sight_of("my social worker") is Sight.UNSAID
    assert plan.parts_for("my teacher") == (PlanBlock.SIGNS,)
    assert plan.parts_for("my nan") == ()
