"""Owns which packs an interview uses: its questions, the blocks of its plan, its indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rhi_desktop.domain.interview import AnyInterview, Interview, PackRef
from rhi_desktop.errors import FormError
from rhi_desktop.forms.model import IndicatorSet, Pack
from rhi_desktop.workflow.workspace import Workspace

Using = AnyInterview | Interview


def questions(ws: Workspace) -> Pack:
    """The questions of a new interview, and of what is known about a child and a time away."""
    return next(pack for pack in ws.packs if pack.topics)


def beside(ws: Workspace) -> tuple[PackRef, ...]:
    """The packs beside the questions that a new interview uses."""
    found = (_newest(ws.packs, wanted) for wanted in (_has_blocks, _has_sets))
    return tuple(pack.ref for pack in found if pack is not None)


def plan_pack(ws: Workspace, interview: Using) -> Pack:
    """The pack of the plan: its blocks, and the scales and feelings as questions."""
    return _used(ws, interview, _has_blocks)


def concern_pack(ws: Workspace, interview: Using) -> Pack:
    """The pack of the indicators."""
    return _used(ws, interview, _has_sets)


def concern_sets(ws: Workspace, interview: Using) -> tuple[IndicatorSet, ...]:
    """The sets of indicators of an interview."""
    return concern_pack(ws, interview).sets


def _used(ws: Workspace, interview: Using, wanted: Callable[[Pack], bool]) -> Pack:
    """The pack that the interview names; the newest where it names none, as old ones did not.

    Raises FormError `pack_unknown` when it names only packs that this laptop does not have.
    """
    head = interview if isinstance(interview, Interview) else interview.account.interview
    by_digest = {pack.digest: pack for pack in ws.packs}
    named = (by_digest[ref.digest] for ref in head.packs if ref.digest in by_digest)
    found = _newest(named, wanted)
    unknown = [ref.name for ref in head.packs if ref.digest not in by_digest]
    if found is None and not unknown:
        found = _newest(ws.packs, wanted)
    if found is None:
        raise FormError("pack_unknown", name=", ".join(unknown))
    return found


def _newest(packs: Iterable[Pack], wanted: Callable[[Pack], bool]) -> Pack | None:
    return next((pack for pack in packs if wanted(pack)), None)


def _has_blocks(pack: Pack) -> bool:
    return bool(pack.blocks)


def _has_sets(pack: Pack) -> bool:
    return bool(pack.sets)
