"""Owns the way from a case to a paper: what each may hold, what was chosen, and its drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.domain.interview import Account, AnyInterview
from rhi_desktop.domain.plan import PlanBlock, PlanLine
from rhi_desktop.export.papers.again import (
    AgainHead,
    AgainItem,
    AgainPart,
    again,
    again_items,
    kept_count,
)
from rhi_desktop.export.papers.child_copy import CopyChosen, copy_sheet
from rhi_desktop.export.papers.chosen import Chosen
from rhi_desktop.export.papers.leave_behind import Caller, Number, leave_behind, numbers
from rhi_desktop.export.papers.letter import LetterItem, LetterPart, Sender, letter, letter_items
from rhi_desktop.export.papers.plan import plan_sheet
from rhi_desktop.export.papers.pocket import left_off, notes_sheet, pocket_sheet
from rhi_desktop.export.sheet import SheetData
from rhi_desktop.forms.model import Pack
from rhi_desktop.workflow import exporting, packs
from rhi_desktop.workflow.interviewing import pack_of
from rhi_desktop.workflow.papers import Matter
from rhi_desktop.workflow.workspace import Workspace

__all__ = [
    "AgainHead",
    "AgainItem",
    "AgainPart",
    "Caller",
    "Choice",
    "Chosen",
    "CopyChosen",
    "LetterItem",
    "LetterPart",
    "Number",
    "SheetData",
    "again_offered",
    "again_sheet",
    "draw",
    "kept_back",
    "letter_offered",
    "numbers_offered",
    "off_discreet",
    "sheet",
]

ON_POCKET = 3
"""So many numbers have room on the back of a pocket card."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a paper; each paper takes what is its own."""

    ticked: frozenset[str] = frozenset()
    """Ids of letter items, or of numbers."""
    caller: Caller = field(default_factory=Caller)
    plan: Chosen = field(default_factory=Chosen)
    copy: CopyChosen = field(default_factory=CopyChosen)


def sheet(
    ws: Workspace, found: Matter, kind: GivenKind, choice: Choice, now: datetime
) -> SheetData:
    """A paper for the child, as values. Raises ExportError, and FormError pack_unknown."""
    if kind is GivenKind.LEAVE_BEHIND:
        return leave_behind(ws.profile, choice.caller, now, choice.ticked)
    if kind is GivenKind.LETTER:
        sender = Sender(choice.caller.name, choice.caller.organisation, choice.caller.contact)
        account, packs = _account(found), _packs(ws, found)
        return letter(account, packs, ws.profile, choice.ticked, sender, now)
    if kind is GivenKind.CHILD_COPY:
        left = exporting.given(ws, found.case.id)
        return copy_sheet(_account(found), replace(choice.copy, given=left), now)
    account, plan = _account(found), replace(choice.plan, titles=_titles(ws, found))
    if kind is GivenKind.POCKET_DISCREET:
        return notes_sheet(account, plan, now)
    if kind is GivenKind.POCKET:
        known = [one for one in numbers_offered(ws, now) if one.suggested]
        return pocket_sheet(account, plan, known[:ON_POCKET], now)
    return plan_sheet(account, plan, now)


def draw(data: SheetData) -> bytes:
    """[bg] The file: tagged and archival, unsigned, nothing attached."""
    from rhi_desktop.export.pdf.sheets import draw_sheet  # noqa: PLC0415  slow to import

    return draw_sheet(data)


def numbers_offered(ws: Workspace, now: datetime) -> tuple[Number, ...]:
    """The numbers that can stand on a card, each with the day on which somebody looked."""
    return numbers(ws.profile, now.date())


def letter_offered(found: Matter) -> tuple[LetterItem, ...]:
    """What can stand in a letter."""
    return letter_items(_account(found)) if found.talk is not None else ()


def again_offered(ws: Workspace, found: Matter) -> tuple[AgainItem, ...]:
    """What can stand on the sheet for the first hour."""
    return again_items(_account(found), _packs(ws, found)) if found.talk is not None else ()


def again_sheet(ws: Workspace, found: Matter, ticked: frozenset[str], head: AgainHead) -> SheetData:
    """The sheet for the first hour, as values."""
    return again(_account(found), _packs(ws, found), ticked, head)


def off_discreet(found: Matter, chosen: Chosen) -> tuple[PlanLine, ...]:
    """The child's lines that the discreet card does not hold: they would tell what it is."""
    return left_off(_account(found), chosen) if found.talk is not None else ()


def kept_back(found: Matter) -> int:
    """How many things the child asked to keep; no paper but their own says what they are."""
    return kept_count(_account(found)) if found.talk is not None else 0


def _titles(ws: Workspace, found: Matter) -> Mapping[PlanBlock, str]:
    """The names of the blocks as the pack of the talk has them, in the child's language."""
    language = found.case.child.language
    pack = packs.plan_pack(ws, _talk(found))
    known = {one.value for one in PlanBlock}
    return {PlanBlock(one.id): one.title.get(language) for one in pack.blocks if one.id in known}


def _account(found: Matter) -> Account:
    return _talk(found).account


def _talk(found: Matter) -> AnyInterview:
    if found.talk is None:
        raise ValueError("this paper comes out of a talk")
    return found.talk


def _packs(ws: Workspace, found: Matter) -> Sequence[Pack]:
    talk = _talk(found)
    known = {pack.digest: pack for pack in ws.packs}
    beside = (known.get(ref.digest) for ref in talk.account.interview.packs)
    return (pack_of(ws, talk), *(pack for pack in beside if pack is not None))
