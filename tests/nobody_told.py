"""Owns the quick end of a disclosure in tests: nobody who waits needs to be told."""

from __future__ import annotations

from rhi_desktop.domain.disclosure import Disclosure, StepKind
from rhi_desktop.domain.moment import Moment
from rhi_desktop.workflow import disclosing
from rhi_desktop.workflow.entries import NewStep
from rhi_desktop.workflow.workspace import Workspace


def nobody_need_be_told(ws: Workspace, disclosure: Disclosure, words: str, at: Moment) -> None:
    """One written reason for each who still waits, as after a wrong key."""
    steps = [NewStep(StepKind.NOT_NEEDED, whom, words=words) for whom in disclosure.waiting]
    disclosing.add_steps(ws, disclosure.id, steps, at)
