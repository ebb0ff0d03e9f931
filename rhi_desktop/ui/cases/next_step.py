"""Owns what comes next in a case: one step, whatever became of the talk so far."""

from __future__ import annotations

from enum import Enum

from rhi_desktop.forms import flow
from rhi_desktop.workflow import interviewing, packs
from rhi_desktop.workflow.views import CaseView, InterviewView, Stage
from rhi_desktop.workflow.workspace import Workspace


class Step(Enum):
    """The step that the primary button takes."""

    ADD_TIME = "add_time"
    BEFORE = "before"
    """Something has to be said, or told why not, before the talk begins (rule 26)."""
    START = "start"
    GO_ON = "go_on"
    CHECK = "check"
    """It is written down why no talk was held; the report is to be checked."""
    SIGN = "sign"


UNSIGNED = {
    Stage.PREPARED: Step.BEFORE,
    Stage.TALKING: Step.GO_ON,
    Stage.ENDED: Step.CHECK,
    Stage.SEALED: Step.SIGN,
}


def open_talk(view: CaseView) -> InterviewView | None:
    """The newest interview, or record that none was held, that is not signed yet.

    One that was sealed about an earlier time away waits in the list: the newest comes first.
    """
    newest = view.episodes[0].episode.id if view.episodes else None
    return next(
        (
            one
            for one in view.interviews
            if one.stage in UNSIGNED
            and (one.stage is not Stage.SEALED or newest in one.head.episode_ids)
        ),
        None,
    )


def next_step(ws: Workspace, view: CaseView) -> Step:
    """What to do next."""
    if not view.episodes:
        return Step.ADD_TIME
    talk = open_talk(view)
    if talk is not None and talk.stage is not Stage.PREPARED:
        return UNSIGNED[talk.stage]
    if talk is None:
        return Step.BEFORE if flow.open_first(packs.questions(ws), ()) else Step.START
    found = interviewing.load(ws, talk.head.id)
    left = flow.open_first(interviewing.pack_of(ws, found), found.account)
    return Step.BEFORE if left else Step.START


def may_close(ws: Workspace, view: CaseView) -> bool:
    """Whether it can be said that no talk was held: nothing was heard yet, nothing is sealed."""
    step, talk = next_step(ws, view), open_talk(view)
    if step is Step.GO_ON and talk is not None:
        return not interviewing.load(ws, talk.head.id).account.standing
    return step in {Step.BEFORE, Step.START, Step.CHECK}
