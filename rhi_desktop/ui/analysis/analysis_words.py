"""Owns the words of the analysis rooms: how sure, which answer, which source, what became of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.action import Action, Kept, Sureness
from rhi_desktop.domain.concern import EvidenceSource
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.ui import dates


def sure_word(sureness: Sureness) -> str:
    """How sure the interviewer is."""
    return {
        Sureness.SURE: _tr("Sure"),
        Sureness.FAIRLY_SURE: _tr("Fairly sure"),
        Sureness.NOT_SURE: _tr("Not sure"),
    }[sureness]


def state_word(state: Certainty) -> str:
    """One of the five answers."""
    return {
        Certainty.YES: _tr("Yes"),
        Certainty.NO: _tr("No"),
        Certainty.NOT_SURE: _tr("Not sure"),
        Certainty.CHOSE_NOT_TO_SAY: _tr("Chose not to say"),
        Certainty.NOT_ASKED: _tr("Not asked"),
    }[state]


def source_word(source: EvidenceSource, child: str) -> str:
    """Whose evidence it is; the child's name stands in it."""
    return {
        EvidenceSource.CHILD_SAID: _tr("{child} said").format(child=child),
        EvidenceSource.CARER_SAID: _tr("Carer said"),
        EvidenceSource.OTHERS_SAID: _tr("Others said"),
        EvidenceSource.SEEN: _tr("Seen"),
        EvidenceSource.ON_RECORD: _tr("On record"),
        EvidenceSource.INFERRED: _tr("I conclude it"),
    }[source]


def kept_word(state: Kept) -> str:
    """What became of a promise."""
    return {
        Kept.KEPT: _tr("Kept"),
        Kept.NOT_YET: _tr("Not yet"),
        Kept.NOT_KEPT: _tr("Not kept"),
    }[state]


def by_word(by_when: date | None, today: date) -> str:
    """By when: today by its name, any other day with its weekday."""
    if by_when is None:
        return _tr("No day yet")
    return _tr("Today") if by_when == today else dates.short_day(by_when)


def child_word(action: Action) -> str:
    """Whether the child knows of an action and agrees; what was not asked is said as that."""
    if action.child_knows is None and action.child_agrees is None:
        return _tr("Not asked yet")
    if action.child_knows is False:
        return _tr("Does not know yet")
    if action.child_agrees is None:
        return _tr("Knows")
    if action.child_agrees:
        return _tr("Knows, and agrees") if action.child_knows else _tr("Agrees")
    return _tr("Knows, and does not agree") if action.child_knows else _tr("Does not agree")


def _tr(words: str) -> str:
    return QCoreApplication.translate("analysis", words)
