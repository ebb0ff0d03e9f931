"""Owns reading the signed talk that a version or an addendum is made of."""

from __future__ import annotations

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.ui.places import Place
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.workspace import Workspace


def signed_talk(ws: Workspace, place: Place) -> SignedInterview:
    """The talk of a place. ValueError when it names none, or one that is not signed."""
    if place.interview_id is not None:
        talk = interviewing.load(ws, place.interview_id)
        if isinstance(talk, SignedInterview):
            return talk
    raise ValueError("there is no signed report here")
