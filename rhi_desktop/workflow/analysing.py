"""Owns indicators, views built on lines, and actions: what a person concludes, never the machine.

As in a conversation, every change loads the newest revision itself and changes what its name says.
Once the interview is sealed the store refuses each of them (VaultError record_fixed).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from rhi_desktop.domain.action import Action, Thread
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.duty import About, Duty, duties
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import ActionId, CaseId, ConcernId, InterviewId, ThreadId
from rhi_desktop.domain.interview import Interview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.forms.model import IndicatorSet, Question
from rhi_desktop.store import records
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.analysis_entries import NewAction, NewConcern, NewThread
from rhi_desktop.workflow.entries import legible
from rhi_desktop.workflow.packs import concern_sets
from rhi_desktop.workflow.workspace import Workspace

VIEW, STRENGTHS = "view", "strengths"
"""The section of the pack that is put to the interviewer, and its question about strengths."""
DISABILITY, LEARNING = "disability", "ld"
"""The question about the child whose answer may name a learning disability, and that answer."""
LANGUAGE = "en-GB"


def concerns(ws: Workspace, interview_id: InterviewId) -> tuple[Concern, ...]:
    """Every indicator that somebody answered."""
    return records.children(ws.store, Kind.CONCERN, "interview_id", interview_id, Concern)


def threads(ws: Workspace, interview_id: InterviewId) -> tuple[Thread, ...]:
    """Every view, struck ones too, in the order of making."""
    found = records.children(ws.store, Kind.THREAD, "interview_id", interview_id, Thread)
    return tuple(sorted(found, key=lambda one: (one.number, one.id)))


def actions(ws: Workspace, interview_id: InterviewId) -> tuple[Action, ...]:
    """Every action, struck ones too, in the order of making."""
    found = records.children(ws.store, Kind.ACTION, "interview_id", interview_id, Action)
    return tuple(sorted(found, key=lambda one: (one.number, one.id)))


def view_questions(ws: Workspace, interview_id: InterviewId) -> tuple[Question, ...]:
    """The questions to the interviewer that are offered now, in the pack's order."""
    talk = interviewing.load(ws, interview_id)
    return tuple(one for one in interviewing.prompts(ws, talk) if one.section == VIEW)


def strengths_heard(ws: Workspace, interview_id: InterviewId) -> tuple[str, ...]:
    """What protects the child, as it was answered: by the indicators, and in the own view."""
    talk = interviewing.load(ws, interview_id)
    signs = (
        one.wording
        for one in talk.account.concerns
        if one.set_id == STRENGTHS and one.state is Certainty.YES
    )
    question = interviewing.pack_of(ws, talk).question(STRENGTHS)
    chosen = {v for a in talk.account.answers if a.question_id == STRENGTHS for v in a.values}
    options = question.options if question is not None else ()
    viewed = (one.text.get(LANGUAGE) for one in options if one.id in chosen)
    return tuple(dict.fromkeys((*signs, *viewed)))


def sets_of(ws: Workspace, interview_id: InterviewId) -> tuple[IndicatorSet, ...]:
    """The sets of indicators that this interview was begun with."""
    return concern_sets(ws, interviewing.load(ws, interview_id))


def duties_of(ws: Workspace, interview_id: InterviewId, now: datetime) -> tuple[Duty, ...]:
    """What follows by rule from the indicators that were answered (rule 41); a prompt only.

    The age is that on the day of the talk: a birthday since then takes no duty away.
    """
    talk = interviewing.load(ws, interview_id)
    account = talk.account
    known_at = account.interview.heard_at or now
    about = About(
        account.case.child.age_on(local(known_at).date()),
        ws.profile.name,
        known_at,
        learning_disability=LEARNING in _said_of(account.facts, DISABILITY),
    )
    flags = {one.id: one.flags for group in concern_sets(ws, talk) for one in group.indicators}
    return duties(about, account.concerns, flags)


def answer_indicator(
    ws: Workspace, interview_id: InterviewId, new: NewConcern, at: Moment
) -> Concern:
    """Keeps what a person answered; a later answer is a new revision of the same concern."""
    clean = legible(new)
    with ws.store.transaction():
        before = (c for c in concerns(ws, interview_id) if _same(c, clean))
        old = next(before, None)
        made = Concern(
            ConcernId(at.fresh_id()) if old is None else old.id,
            interview_id,
            clean.set_id,
            clean.indicator_id,
            clean.set_title,
            clean.wording,
            clean.state,
            clean.evidence,
            clean.source,
            clean.line_ids,
            clean.no_action,
        )
        if made != old:
            _save(ws, Kind.CONCERN, interview_id, made, at)
    return made


def add_thread(ws: Workspace, interview_id: InterviewId, new: NewThread, at: Moment) -> Thread:
    """Adds a view at the end; without lines it is not yet supported, and is kept all the same."""
    clean = legible(new)
    with ws.store.transaction():
        made = Thread(
            ThreadId(at.fresh_id()),
            interview_id,
            _next_number(threads(ws, interview_id)),
            clean.line_ids,
            clean.view,
            clean.sureness,
            clean.or_it_may_be,
            clean.child_thinks,
        )
        _save(ws, Kind.THREAD, interview_id, made, at)
    return made


def change_thread(ws: Workspace, thread: Thread, at: Moment) -> Thread:
    """Puts other lines, words or certainty on a view; whether it was struck stays as it is."""
    wanted = legible(thread)
    return _set_thread(
        ws,
        thread,
        lambda old: replace(
            wanted, interview_id=old.interview_id, number=old.number, struck_at=old.struck_at
        ),
        at,
    )


def strike_thread(ws: Workspace, thread: Thread, at: Moment) -> Thread:
    """Takes a view out; it stays in the record and can be put back. Its actions stay."""
    return _set_thread(ws, thread, lambda old: replace(old, struck_at=at.now), at)


def restore_thread(ws: Workspace, thread: Thread, at: Moment) -> Thread:
    """Puts a view back that was taken out."""
    return _set_thread(ws, thread, lambda old: replace(old, struck_at=None), at)


def add_action(ws: Workspace, interview_id: InterviewId, new: NewAction, at: Moment) -> Action:
    """Adds what somebody will do."""
    clean = legible(new)
    with ws.store.transaction():
        made = Action(
            ActionId(at.fresh_id()),
            interview_id,
            _next_number(actions(ws, interview_id)),
            clean.what,
            clean.who,
            clean.by_when,
            clean.thread_id,
            clean.referral,
            clean.child_knows,
            clean.child_agrees,
            concern_ids=clean.concern_ids,
        )
        _save(ws, Kind.ACTION, interview_id, made, at)
    return made


def change_action(ws: Workspace, action: Action, at: Moment) -> Action:
    """Puts other words on an action.

    The child agreed to what stood there: when what, who or when changes and nobody said anew
    whether the child agrees, that goes back to not known.
    """
    wanted = legible(action)

    def change(old: Action) -> Action:
        same = _promise(old) == _promise(wanted) or wanted.child_agrees != old.child_agrees
        return replace(
            wanted,
            interview_id=old.interview_id,
            number=old.number,
            struck_at=old.struck_at,
            child_agrees=wanted.child_agrees if same else None,
        )

    return _set_action(ws, action, change, at)


def strike_action(ws: Workspace, action: Action, at: Moment) -> Action:
    """Takes an action out; it stays in the record and can be put back."""
    return _set_action(ws, action, lambda old: replace(old, struck_at=at.now), at)


def restore_action(ws: Workspace, action: Action, at: Moment) -> Action:
    """Puts an action back that was taken out."""
    return _set_action(ws, action, lambda old: replace(old, struck_at=None), at)


def _said_of(facts: Sequence[Fact], question_id: str) -> tuple[str, ...]:
    return tuple(v for one in facts if one.question_id == question_id for v in one.values)


def _promise(action: Action) -> tuple[object, ...]:
    return (action.what, action.who, action.by_when)


def _same(concern: Concern, new: NewConcern) -> bool:
    return (concern.set_id, concern.indicator_id) == (new.set_id, new.indicator_id)


def _next_number(made: Sequence[Thread] | Sequence[Action]) -> int:
    # Struck ones stay, so no number comes twice.
    return 1 + max((one.number for one in made), default=0)


def _set_thread(
    ws: Workspace, thread: Thread, change: Callable[[Thread], Thread], at: Moment
) -> Thread:
    with ws.store.transaction():
        newest = records.load(ws.store, Kind.THREAD, thread.id, Thread)
        changed = change(newest)
        if changed != newest:
            _save(ws, Kind.THREAD, newest.interview_id, changed, at)
    return changed


def _set_action(
    ws: Workspace, action: Action, change: Callable[[Action], Action], at: Moment
) -> Action:
    with ws.store.transaction():
        newest = records.load(ws.store, Kind.ACTION, action.id, Action)
        changed = change(newest)
        if changed != newest:
            _save(ws, Kind.ACTION, newest.interview_id, changed, at)
    return changed


def _save(ws: Workspace, kind: Kind, interview_id: InterviewId, value: object, at: Moment) -> None:
    records.save(ws.store, kind, _case_of(ws, interview_id), value, ws.interviewer.id, at)


def _case_of(ws: Workspace, interview_id: InterviewId) -> CaseId:
    return records.load(ws.store, Kind.INTERVIEW, interview_id, Interview).case_id
