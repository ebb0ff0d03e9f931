"""Owns the words of the page of papers: what each paper is, and why one cannot be made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.papers import Missing, Safe

_NAMES: Mapping[GivenKind, str] = {
    GivenKind.PLAN: noop("papers", "The plan on one page"),
    GivenKind.POCKET: noop("papers", "The plan as a pocket card"),
    GivenKind.POCKET_DISCREET: noop("papers", "A discreet pocket card"),
    GivenKind.CHILD_COPY: noop("papers", "Their own copy of the talk"),
    GivenKind.LETTER: noop("papers", "A letter"),
    GivenKind.LEAVE_BEHIND: noop("papers", "A card to leave behind"),
}
_ABOUT: Mapping[GivenKind, str] = {
    GivenKind.PLAN: noop("papers", "A4, with the drawing. For a wall or a folder."),
    GivenKind.POCKET: noop("papers", "One sheet, folded to eight pages."),
    GivenKind.POCKET_DISCREET: noop("papers", "Called “Notes”. Tells a stranger nothing."),
    GivenKind.CHILD_COPY: noop("papers", "What they said, word for word."),
    GivenKind.LETTER: noop("papers", "Their own lines, and what was agreed."),
    GivenKind.LEAVE_BEHIND: noop("papers", "Whom to call. No name, no reason."),
}
_MISSING: Mapping[Missing, str] = {
    Missing.NO_TALK: noop("papers", "There was no talk yet."),
    Missing.NOTHING_SAID: noop("papers", "Nothing of theirs was written down yet."),
}
_SAFE: Mapping[Safe, str] = {
    Safe.YES: noop("papers", "Yes"),
    Safe.NO: noop("papers", "No"),
    Safe.NOT_SURE: noop("papers", "Not sure"),
    Safe.NOT_SAID: noop("papers", "Rather not say"),
}


def name_of(paper: GivenKind) -> str:
    """What a paper is called on the page."""
    return tr(_NAMES[paper])


def about(paper: GivenKind) -> str:
    """What it is, in one line."""
    return tr(_ABOUT[paper])


def why_missing(why: Missing) -> str:
    """Why it cannot be made."""
    return tr(_MISSING[why])


def safe_ways() -> dict[Safe, str]:
    """The answers to whether it is safe to take it home."""
    return {one: tr(words) for one, words in _SAFE.items()}


def safe_state(safe: Safe) -> str:
    """The answer in a few words, where the question itself is out of view."""
    if safe is Safe.NOT_ASKED:
        return tr(noop("papers", "Safe to take home: not asked yet"))
    said = safe_ways()[safe]
    return tr(noop("papers", "Safe to take home: {answer}")).format(answer=said)


def tr(words: str) -> str:
    """Our own words in the language of the window."""
    return QCoreApplication.translate("papers", words)
