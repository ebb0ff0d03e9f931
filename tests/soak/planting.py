"""Owns the canaries in a vault: one in every text of every kind of record, and beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints

from rhi_desktop.domain.action import Kept
from rhi_desktop.domain.addendum import Addendum, Correction
from rhi_desktop.domain.bodies import BODIES
from rhi_desktop.domain.given import Given, GivenKind, Method
from rhi_desktop.domain.ids import AddendumId, CaseId, InterviewId
from rhi_desktop.domain.interview import PackRef, SealedInterview
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import given, reading, records
from rhi_desktop.workflow import (
    casework,
    drafts,
    exchanging,
    following,
    interviewing,
    keeping,
    packs,
    signing,
    telling,
    trusting,
)
from rhi_desktop.workflow.analysis_entries import NewFollowUp
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.workspace import Workspace

WORDS = 200
ONLY_ADDED = {*(Kind.ATTEMPT, Kind.DISCLOSURE, Kind.DISCLOSURE_STEP, Kind.FOLLOW_UP, Kind.ADDENDUM)}
UNPLANTED = {Kind.SEAL, Kind.REPORT, Kind.REVIEW}
"""Of digests and identifiers; the words of a review come as those of any other record do."""


@dataclass(frozen=True, slots=True)
class Field:
    """Where the canaries go: the case and its open talk, and the earlier one that is sealed."""

    case: CaseId
    interview: InterviewId
    sealed: InterviewId


def prepared(ws: Workspace, at: Moment) -> Field:
    """A child with an earlier time away that is sealed, and a talk that holds every kind."""
    story = telling.story_of_min()
    # Every kind of record once; the rest of the story would only take its time.
    present = replace(
        story.present,
        follow_up=(),
        answer=(),
        closing=(),
        view=(),
        rest="",
        reading=story.present.reading[:1],
    )
    story = replace(story, visit=(story.visit[0], present))
    case = telling.load_story(ws, story, at)
    talk = telling.tell_present(ws, story, case, at)
    talks = casework.open_case(ws, case, at.now).interviews
    sealed = next(one.head.id for one in talks if one.head.id != talk)
    promise = NewFollowUp(case, talk, "earlier", "a promise", "somebody", None, Kept.KEPT)
    following.follow_up(ws, promise, at)
    said = Correction(Voice.CHILD, "it was Tuesday")
    added = Addendum(
        AddendumId(at.fresh_id()), sealed, 1, "ab" * 32, "asked", (said,), ws.interviewer, at.now
    )
    records.save(ws.store, Kind.ADDENDUM, case, added, ws.interviewer.id, at)
    return Field(case, talk, sealed)


def words(mark: str) -> Iterator[str]:
    """The canaries, one after the other, round and round."""
    number = 0
    while True:
        yield f"{mark} {number % WORDS:03d}"
        number += 1


def plant(ws: Workspace, field: Field, source: Iterator[str], at: Moment) -> int:
    """Into every text of one record of each kind, and as the answer to a question of each kind."""
    taken: list[str] = []

    def draw() -> str:
        taken.append(next(source))
        return taken[-1]

    with ws.store.transaction():
        for kind in (one for one in Kind if one not in UNPLANTED):
            changed = planted(_newest(ws, kind), draw)
            if kind in ONLY_ADDED:
                changed = replace(changed, id=at.fresh_id())
            records.save(ws.store, kind, field.case, changed, ws.interviewer.id, at)
        for question in {one.kind: one for one in packs.questions(ws).questions}.values():
            interviewing.answer(ws, field.interview, NewAnswer(question.id, (draw(),)), at)
    return len(taken)


def plant_beside(ws: Workspace, source: Iterator[str], at: Moment) -> None:
    """Into half-typed words, the place where somebody stands, the search and a note of papers."""
    for number in range(100):
        text = f"{next(source)} " * (number % 20 * 20 + 1)
        drafts.save_drafts(ws, [Edit(f"field/{number}", text, 3)], at)
    drafts.drop_draft(ws, "field/19")
    who, role, why = next(source), next(source), next(source)
    figures, by_post = GivenKind.AGGREGATE, Method.POST
    left = Given(CaseId(""), figures, who, role, why, by_post, at.now, "ab" * 32)
    given.log(ws.store, left)
    drafts.put_place(ws, "cases", "", next(source), at)
    casework.list_cases(ws, at.now, next(source))
    casework.count_cases(ws, at.now, next(source))


def carry(ws: Workspace, field: Field, came: bytes, exports: Path, at: Moment) -> None:
    """Receives a bundle, sends one, draws and signs a report, and takes a snapshot."""
    incoming = exchanging.read_bundle(came, exchanging.reader_inputs(ws))
    exchanging.apply(ws, exchanging.preview(ws, incoming), at)
    outgoing = exchanging.collect(ws, [field.case])
    packed = exchanging.pack(outgoing, exchanging.sender(ws), [trusting.my_card(ws)], at)
    exchanging.write_bundle(ws, packed, exports, at)
    sealed = interviewing.load(ws, field.sealed)
    if isinstance(sealed, SealedInterview):
        job = signing.prepare(ws, sealed)
        signing.store_signed(ws, sealed, signing.sign(job, signing.draw(job), at), at)
    keeping.take_snapshot(ws.store.folder, ws.store.keys, at)


def planted(value: Any, draw: Callable[[], str]) -> Any:
    """The same value with a canary in every text that is no identifier, empty ones too."""
    changed: dict[str, object] = {}
    kinds = get_type_hints(type(value))
    for name in (one.name for one in fields(value) if not _identifies(one.name)):
        old = getattr(value, name)
        if kinds[name] is str:
            changed[name] = draw()
        elif kinds[name] == tuple[str, ...]:
            changed[name] = (draw(),)
        elif _open(old):
            changed[name] = planted(old, draw)
        elif isinstance(old, tuple):
            changed[name] = tuple(planted(one, draw) if _open(one) else one for one in old)
    return replace(value, **changed)


def _identifies(name: str) -> bool:
    return name in {"id", "of", "struck_by", "topics"} or name.endswith(("_id", "_ids"))


def _open(item: object) -> bool:
    return is_dataclass(item) and not isinstance(item, PackRef)


def _newest(ws: Workspace, kind: Kind) -> Any:
    """The record of a kind that was written last: of the open talk, so that it may change."""
    row = ws.store.connection.row(
        "SELECT id FROM journal WHERE kind = ? ORDER BY seq DESC LIMIT 1", kind.value
    )
    if row is None:
        raise RuntimeError(f"there is no {kind.value} to plant in")
    return reading.load(ws.store, kind, str(row[0]), BODIES[kind])
