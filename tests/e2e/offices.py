"""Owns the steps that an interviewer and a supervisor take, so that walks can be read as walks."""

from __future__ import annotations

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import DraftInterview, SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.workflow import (
    exchanging,
    interviewing,
    practising,
    signing,
    trusting,
)
from rhi_desktop.workflow.views import ImportResult
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import remembered


def meet(one: Workspace, two: Workspace, at: Moment) -> None:
    """Both read their own words to each other, find them equal, and trust."""
    for here, there in ((one, two), (two, one)):
        read_out = trusting.words(trusting.my_card(there))
        card = trusting.my_card(there)
        trusting.add_card(here, card, at)
        assert trusting.words(card) == read_out
        trusting.trust(here, card.fingerprint, at)


def signed_talk(ws: Workspace, at: Moment) -> SignedInterview:
    """The practice conversation from the first offer to the interviewer's signature."""
    return remembered(ws, at, _signed_talk)


def _signed_talk(ws: Workspace, at: Moment) -> SignedInterview:
    talk = practising.play_talk(ws, practising.load_practice(ws, at), at)
    draft = interviewing.load(ws, talk)
    assert isinstance(draft, DraftInterview)
    sealed = signing.seal(ws, draft, at)
    job = signing.prepare(ws, sealed)
    shown = signing.draw(job)
    return signing.store_signed(ws, sealed, signing.sign(job, shown, at), at)


def send(mine: Workspace, theirs: Workspace, case_id: CaseId, at: Moment) -> bytes:
    """A bundle of one case for one person."""
    outgoing = exchanging.collect(mine, [case_id])
    to = [trusting.my_card(theirs)]
    return exchanging.pack(outgoing, exchanging.sender(mine), to, at).data


def receive(ws: Workspace, data: bytes, at: Moment) -> ImportResult:
    """Reads, previews and applies a bundle."""
    incoming = exchanging.read_bundle(data, exchanging.reader_inputs(ws))
    return exchanging.apply(ws, exchanging.preview(ws, incoming), at)
