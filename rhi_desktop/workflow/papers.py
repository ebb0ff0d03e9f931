"""Owns the papers that leave unsigned: whether they may, what they are drawn from, and the log."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.given import Given, GivenKind
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import AnyInterview, DraftInterview
from rhi_desktop.domain.line import Line, Voice, says_something
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Case
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import given, interviews, plans, records
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.exporting import Leaving, named_for
from rhi_desktop.workflow.workspace import Workspace

TAKE_HOME = "plan_take_home"
"""The question of the plan's pack that comes before every paper."""
FOR_CHILD = (
    GivenKind.PLAN,
    GivenKind.POCKET,
    GivenKind.POCKET_DISCREET,
    GivenKind.CHILD_COPY,
    GivenKind.LETTER,
    GivenKind.LEAVE_BEHIND,
)
"""What the child may be given, in the order of the page."""
_FILES = {
    GivenKind.PLAN: "plan",
    GivenKind.POCKET: "pocket",
    GivenKind.POCKET_DISCREET: "notes",
    GivenKind.CHILD_COPY: "copy",
    GivenKind.LETTER: "letter",
    GivenKind.LEAVE_BEHIND: "card",
    GivenKind.AGAIN: "again",
}


class Safe(Enum):
    """What the child says about taking paper home."""

    NOT_ASKED = ""
    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"
    NOT_SAID = "chose_not_to_say"


class Missing(Enum):
    """Why a paper cannot be made for a child yet."""

    NO_TALK = "no_talk"
    NOTHING_SAID = "nothing_said"


@dataclass(frozen=True, slots=True)
class Matter:
    """What papers are made from: the child's case, and the talk they come out of, if any."""

    case: Case
    talk: AnyInterview | None = field(repr=False)

    @property
    def said(self) -> tuple[Line, ...]:
        """What the child said and nobody took out, in its order."""
        lines = self.talk.account.standing if self.talk is not None else ()
        return tuple(one for one in lines if one.voice is Voice.CHILD and says_something(one.words))


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper on its way out: whose, which, the very bytes, and what the child said about it."""

    case_id: CaseId
    kind: GivenKind
    data: bytes = field(repr=False)
    safe: Safe

    @property
    def folded(self) -> bool:
        """A pocket card lies on its side."""
        return self.kind in {GivenKind.POCKET, GivenKind.POCKET_DISCREET}


def may_leave(kind: GivenKind, safe: Safe) -> bool:
    """Whether a paper may be made, after what the child said about taking it home.

    Unsafe or unsure: only the discreet card, which tells a stranger nothing. Not asked: only the
    card to leave behind, which names no child and no reason, because nobody may have opened the
    door. The sheet for the first hour is not for the child to keep.
    """
    if kind is GivenKind.AGAIN or safe is Safe.YES:
        return True
    wanted = GivenKind.LEAVE_BEHIND if safe is Safe.NOT_ASKED else GivenKind.POCKET_DISCREET
    return kind is wanted


def matter(ws: Workspace, case_id: CaseId, interview_id: InterviewId | None = None) -> Matter:
    """What papers of a case are made from: the talk that is named, or the one that says most.

    That is the newest talk in which the child was heard; without one, the newest that has a plan.
    """
    case = records.load(ws.store, Kind.CASE, case_id, Case)
    wanted = interview_id or _newest(ws, case_id)
    return Matter(case, interviewing.load(ws, wanted) if wanted is not None else None)


def missing(kind: GivenKind, found: Matter) -> Missing | None:
    """Why a paper cannot be made; None when it can.

    A plan without a line has room to write, and one that was not wanted says so.
    """
    if kind is GivenKind.LEAVE_BEHIND:
        return None
    if found.talk is None:
        return Missing.NO_TALK
    if kind in {GivenKind.CHILD_COPY, GivenKind.LETTER}:
        return None if found.said else Missing.NOTHING_SAID
    return None


def said_in_talk(found: Matter) -> Safe:
    """What was answered in the talk about taking paper home."""
    answers = found.talk.account.answers if found.talk is not None else ()
    one = next((each for each in answers if each.question_id == TAKE_HOME), None)
    if one is None:
        return Safe.NOT_ASKED
    if one.blank is Blank.CHOSE_NOT_TO_SAY:
        return Safe.NOT_SAID
    value = one.values[0] if one.values else ""
    return next((each for each in Safe if each.value == value), Safe.NOT_SURE)


def may_answer(found: Matter) -> bool:
    """Whether the answer goes into the record: only while the talk may still change."""
    return isinstance(found.talk, DraftInterview)


def say_safe(ws: Workspace, interview_id: InterviewId, safe: Safe, at: Moment) -> None:
    """Keeps with the talk what the child says about taking paper home."""
    blank = Blank.CHOSE_NOT_TO_SAY if safe is Safe.NOT_SAID else None
    values = () if blank is not None else (safe.value,)
    interviewing.answer(ws, interview_id, NewAnswer(TAKE_HOME, values, blank), at)


def suggested_name(found: Matter, kind: GivenKind) -> str:
    """A file name that says nothing about the child; the discreet card names no case either."""
    if kind is GivenKind.POCKET_DISCREET:
        return f"{_FILES[kind]}.pdf"
    return f"{named_for(found.case, 'paper')}-{_FILES[kind]}.pdf"


def save_paper(ws: Workspace, paper: Paper, leaving: Leaving, path: Path, at: Moment) -> Given:
    """Writes a paper outside the vault, then notes that it left.

    The file comes first: a line without a file would say that something left which did not.
    """
    _refuse_unsafe(paper)
    files.write_atomic(path, paper.data)
    return _note(ws, paper, leaving, at)


def note_printed(ws: Workspace, paper: Paper, leaving: Leaving, at: Moment) -> Given:
    """Notes that a paper went to a printer."""
    _refuse_unsafe(paper)
    return _note(ws, paper, leaving, at)


def _refuse_unsafe(paper: Paper) -> None:
    # Our own mistake: no page offers it.
    if not may_leave(paper.kind, paper.safe):
        raise ValueError("this paper may not leave")


def _note(ws: Workspace, paper: Paper, leaving: Leaving, at: Moment) -> Given:
    digest = hashlib.sha256(paper.data).hexdigest()
    noted = leaving.noted(paper.case_id, paper.kind, digest, at)
    given.log(ws.store, noted)
    return noted


def _newest(ws: Workspace, case_id: CaseId) -> InterviewId | None:
    heads = interviews.of_case(ws.store, case_id)
    heard = next((one for one in reversed(heads) if one.heard_at is not None), None)
    if heard is not None:
        return heard.id
    plan = plans.newest_of_case(ws.store, case_id)
    return plan.interview_id if plan is not None else None
