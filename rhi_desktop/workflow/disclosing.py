"""Owns disclosures: opening one, and everything that is added to it. Nothing is ever taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind
from rhi_desktop.domain.ids import CaseId, DisclosureId, InterviewId, StepId
from rhi_desktop.domain.line import Line, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import Problem
from rhi_desktop.store import disclosures as stored
from rhi_desktop.store import interviews, records
from rhi_desktop.workflow.entries import NewStep, legible
from rhi_desktop.workflow.lines import put_line
from rhi_desktop.workflow.workspace import Workspace

SAME_EVENT = timedelta(hours=12)
"""Outside a talk: whoever comes back within so many hours goes on with what was opened."""

_NEEDS_NAME = frozenset({StepKind.TOLD, StepKind.OVERRIDE})
_NEEDS_WORDS = frozenset({StepKind.WORDS, StepKind.NOT_NEEDED, StepKind.OVERRIDE})
_NEEDS_WHOM = frozenset({StepKind.TOLD, StepKind.NOT_NEEDED})


def disclosures(ws: Workspace, case_id: CaseId) -> tuple[Disclosure, ...]:
    """Every disclosure of a case with its steps, the oldest first."""
    return stored.of_case(ws.store, case_id)


def open_disclosure(
    ws: Workspace, case_id: CaseId, interview_id: InterviewId | None, at: Moment
) -> Disclosure:
    """Begins a disclosure: the time runs from now."""
    disclosure = Disclosure(
        DisclosureId(at.fresh_id()), case_id, interview_id, at.now, ws.interviewer.name
    )
    records.save(ws.store, Kind.DISCLOSURE, case_id, disclosure, ws.interviewer.id, at)
    return disclosure


def at_hand(
    ws: Workspace, case_id: CaseId, interview_id: InterviewId | None, at: Moment
) -> Disclosure:
    """The disclosure that somebody who asks for immediate safety means: the present one, or new.

    Whoever comes back goes on where they were: with the one of this talk, or with one that was
    opened in the last hours. Without a talk in hand a disclosure belongs to the record that is
    open, if one is.
    """
    talk = running_talk(ws, case_id, interview_id)
    found = [one for one in disclosures(ws, case_id) if _means(one, talk, at)]
    return found[-1] if found else open_disclosure(ws, case_id, talk, at)


def running_talk(
    ws: Workspace, case_id: CaseId, interview_id: InterviewId | None
) -> InterviewId | None:
    """The talk a disclosure belongs to: the given one, or the newest record that is still open.

    Also one that is being prepared, or says why no talk was held: what was said on the telephone
    stands in its report. What is sealed is fixed; what is said later stands with the case.
    """
    sealed = interviews.sealed_of_case(ws.store, case_id)
    if interview_id is not None:
        return None if interview_id in sealed else interview_id
    newest_first = reversed(interviews.of_case(ws.store, case_id))
    return next((head.id for head in newest_first if head.id not in sealed), None)


def check_step(step: NewStep, at: Moment) -> list[Problem]:
    """What a step lacks, or claims that cannot be: a time that has not come yet."""
    found = []
    if step.kind in _NEEDS_NAME and not step.name.strip():
        found.append(Problem("step_name_missing", "name"))
    if step.kind in _NEEDS_WORDS and not step.words.strip():
        found.append(Problem("step_words_missing", "words"))
    if step.happened_at is not None and step.happened_at > at.now:
        found.append(Problem("step_in_future", "happened_at"))
    return found


def add_step(
    ws: Workspace, disclosure_id: DisclosureId, step: NewStep, at: Moment
) -> DisclosureStep:
    """Adds what was said, done or decided, stamped now. ValueError for one that lacks a part."""
    with ws.store.transaction():
        disclosure = records.load(ws.store, Kind.DISCLOSURE, disclosure_id, Disclosure)
        if check_step(step, at) or (step.kind in _NEEDS_WHOM and step.whom is None):
            raise ValueError("an incomplete step")
        given = legible(step)
        new = DisclosureStep(
            StepId(at.fresh_id()),
            disclosure_id,
            given.kind,
            at.now,
            given.happened_at,
            given.whom,
            given.name.strip(),
            given.reference.strip(),
            given.words,
        )
        kind = Kind.DISCLOSURE_STEP
        records.save(ws.store, kind, disclosure.case_id, new, ws.interviewer.id, at)
    return new


def add_steps(
    ws: Workspace, disclosure_id: DisclosureId, steps: Sequence[NewStep], at: Moment
) -> tuple[DisclosureStep, ...]:
    """Adds several steps in one commit: all of them, or none."""
    with ws.store.transaction():
        return tuple(add_step(ws, disclosure_id, step, at) for step in steps)


def keep_as_line(
    ws: Workspace, interview_id: InterviewId, step: DisclosureStep, at: Moment
) -> Line:
    """Keeps the words of a step as a line of the child's as well, heard when they were written.

    Only when somebody asks for it: nothing is copied by itself.
    """
    if step.kind is not StepKind.WORDS:
        raise ValueError("only words that were spoken are a line")

    def made(line: Line) -> Line:
        return replace(line, heard_at=step.written_at)

    return put_line(ws, interview_id, Typed(Voice.CHILD, step.words), made, at)


def newest(ws: Workspace, disclosure: Disclosure) -> Disclosure:
    """The disclosure with everything that was added to it since."""
    return next(one for one in disclosures(ws, disclosure.case_id) if one.id == disclosure.id)


def _means(one: Disclosure, talk: InterviewId | None, at: Moment) -> bool:
    if talk is not None and one.interview_id == talk:
        return True
    return at.now - one.opened_at < SAME_EVENT and one.interview_id in {None, talk}
