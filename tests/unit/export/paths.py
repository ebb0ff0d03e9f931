"""Owns an invented record of every path that is not a whole talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rhi_desktop.domain.ending import (
    CarerAsked,
    CarerInformation,
    Certainty,
    DeclineReason,
    Ending,
    LateReason,
    NotRequired,
)
from rhi_desktop.domain.interview import Account, Outcome, ReadBack
from tests.unit.export import samples
from tests.unit.export.samples import STARTED

CARER = CarerInformation(CarerAsked.ASKED, "Ana Prior, foster carer", "Out with the dog all day.")
ENDINGS: dict[Outcome, Ending] = {
    Outcome.DECLINED_BY_CHILD: Ending(
        "nah. you all write the same thing", (DeclineReason.SEES_NO_POINT,), Certainty.NOT_SURE,
        carer=CARER, open_offer="Text Jo any time.",
    ),
    Outcome.DECLINED_BY_CARER: Ending(
        declined_by="Ana Prior, foster carer", child_asked=False, carer=CARER,
        why="Ana says the week was hard enough.",
    ),
    Outcome.NOT_REACHED: Ending(
        carer=CarerInformation(CarerAsked.NOT_SAFE, words="the carer may be the reason"),
        why="Three visits, nobody opened.", open_offer="A card is at the school office.",
    ),
    Outcome.MISSING_AGAIN: Ending(why="Gone again on Monday evening; police know."),
    Outcome.NOT_WELL_ENOUGH: Ending(why="In hospital with a fever.", open_offer="We ask again."),
    Outcome.IN_CUSTODY: Ending(why="Held at Marlhaven; the solicitor knows of the offer."),
    Outcome.MOVED: Ending(why="Moved on Monday.", passed_to="Quillbrook Council, missing team"),
    Outcome.NOT_REQUIRED: Ending(
        not_required=NotRequired.NOT_MISSING, why="At the other parent\u2019s, as agreed.",
        decided_by="Sam Okonjo, supervisor",
    ),
    Outcome.NOT_OFFERED: Ending(
        why="Told eight weeks later.", decided_by="Sam Okonjo, supervisor"
    ),
}  # fmt: skip


def not_heard(outcome: Outcome) -> Account:
    """The record of one path on which no talk was held; two of them late."""
    told = samples.account()
    interview = replace(
        told.interview, begun=False, outcome=outcome, ending=ENDINGS[outcome], place="", present="",
        ended_at=STARTED + timedelta(hours=2), read_back=ReadBack.NOT_DONE,
    )  # fmt: skip
    episode = told.episodes[0]
    if outcome is Outcome.NOT_OFFERED:
        interview = replace(interview, ended_at=STARTED + timedelta(hours=30))
        episode = replace(episode, late=LateReason.TOLD_LATE, late_words="By letter.")
    attempts = () if outcome in {Outcome.NOT_REQUIRED, Outcome.NOT_OFFERED} else told.attempts
    return replace(
        told, episodes=(episode,), interview=interview, lines=(), answers=(), plan=None,
        attempts=attempts,
    )  # fmt: skip


def stopped() -> Account:
    """A talk that the child stopped after four lines."""
    told = samples.account()
    interview = replace(told.interview, outcome=Outcome.STOPPED_BY_CHILD)
    return replace(told, interview=interview, lines=told.lines[:4], answers=(), plan=None)
