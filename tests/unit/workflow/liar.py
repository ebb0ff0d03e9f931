"""Owns somebody who is trusted, has our cases, and sends what nobody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.crypto.digest import with_digest
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.exchange import Incoming, Standing
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.store.connection import Row
from rhi_desktop.workflow import (
    exchanging,
    interviewing,
    trusting,
    unlocking,
)
from rhi_desktop.workflow.entries import NewPerson
from rhi_desktop.workflow.workspace import Workspace
from tests.conftest import seeded_draw
from tests.e2e.offices import meet, receive, send, signed_talk
from tests.remembered import practice_talk
from tests.vaults import contents, open_fresh

PRICE = NewPerson("Sam Price", "interviewer", "Elsewhere")


@dataclass(frozen=True)
class Liar:
    """Somebody who is trusted, has our cases, and sends what nobody wrote."""

    ours: Workspace
    theirs: Workspace
    signed: SignedInterview
    draft: InterviewId
    at: Moment

    @property
    def talk(self) -> InterviewId:
        """The interview of ours that is signed."""
        return self.signed.account.interview.id

    def newest(self, kind: Kind, interview: InterviewId) -> Record:
        """The record of ours, as the liar has it, that hangs on an interview."""
        return next(
            one
            for one in reversed(self._all(interview))
            if one.kind is kind and interview in {one.id, one.body.get("interview_id")}
        )

    def ground(self, interview: InterviewId) -> list[Record]:
        """Case, episode and head of one of our interviews, all as they are."""
        heads = {Kind.CASE, Kind.EPISODE, Kind.INTERVIEW}
        return [one for one in self._all(interview) if one.kind in heads]

    def _all(self, interview: InterviewId) -> Sequence[Record]:
        head = interviewing.load(self.theirs, interview).account.interview
        return exchanging.collect(self.theirs, [head.case_id]).records

    def says(self, before: Record, author: str = "", **changes: Plain) -> Record:
        """The next revision of a record, with other fields in its body."""
        body = {**before.body, **changes}
        same = body["id"] == before.id
        return with_digest(
            replace(
                before,
                id=str(body["id"]),
                body=body,
                revision=before.revision + 1 if same else 1,
                previous=before.digest if same else "",
                author=author or self.theirs.interviewer.id,
                at=self.at.now,
            )
        )

    def apply(self, records: Sequence[Record], files: Mapping[str, bytes]) -> list[Standing]:
        """How each of these stands; without a change every row of ours stays as it was."""
        outgoing = exchanging.collect(self.theirs, [])
        head = exchanging.pack(outgoing, exchanging.sender(self.theirs), [], self.at).head
        sender = trusting.my_card(self.theirs)
        plan = exchanging.preview(self.ours, Incoming(head, sender, tuple(records), files))
        before = contents(self.ours)
        exchanging.apply(self.ours, plan, self.at)
        after = contents(self.ours)
        if not plan.changes:
            noted: dict[str, tuple[Row, ...]] = {"sent": (), "bundle_cases": ()}
            assert {**after, **noted} == {**before, **noted}
        return [item.standing for item in plan.items]


@pytest.fixture
def liar(workspace: Workspace, tmp_path: Path, moment: Moment) -> Iterator[Liar]:
    """One signed interview and one draft of ours, both with somebody we trust."""
    theirs = open_fresh(tmp_path / "liar.rhivault", PRICE, moment)
    meet(workspace, theirs, moment)
    signed = signed_talk(workspace, moment)
    other = replace(moment, draw=seeded_draw("other"))
    case_id, draft = practice_talk(workspace, other)
    later = replace(moment, now=moment.now + timedelta(hours=3))
    for one in (signed.account.case.id, case_id):
        receive(theirs, send(workspace, theirs, one, moment), later)
    yield Liar(workspace, theirs, signed, draft, later)
    unlocking.close(theirs)
