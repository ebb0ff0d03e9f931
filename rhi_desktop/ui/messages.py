"""Owns the way from a code to its sentences in the language of now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from rhi_desktop.errors import Fact, Problem, RhiError
from rhi_desktop.ui.problem_words import FAULTS, FINDINGS, REMEDIES
from rhi_desktop.ui.refusal_words import (
    AT_THE_DOOR,
    NO_SNAPSHOT,
    NOT_MADE,
    NOT_OPENED,
    NOT_RESTORED,
    NOTES_AS_THEY_WERE,
    REFUSALS,
    STILL_TYPED,
)
from rhi_desktop.ui.said import Said


class _Facts(dict[str, Fact]):
    """Facts for a sentence; one that was not given leaves nothing behind, never an error."""

    def __missing__(self, key: str) -> str:
        return ""


def refusal(error: RhiError) -> Said:
    """What happened, what is safe, what to do."""
    happened, safe, then = REFUSALS[error.code]
    return Said(*(_say(words, error.facts) for words in (happened, safe, then)))


def not_opened(error: RhiError) -> Said:
    """Why a vault stays shut. A disk that refuses is said otherwise than in the middle of work."""
    return _at_the_door(error, NOT_OPENED, NOTES_AS_THEY_WERE)


def not_made(error: RhiError) -> Said:
    """Why a vault could not be made."""
    return _at_the_door(error, NOT_MADE, STILL_TYPED)


def no_snapshot(error: RhiError) -> Said:
    """Why somebody who asked for a snapshot gets none."""
    return _at_the_door(error, NO_SNAPSHOT, NOTES_AS_THEY_WERE)


def not_restored(error: RhiError) -> Said:
    """Why a snapshot could not be put beside the notes."""
    return _at_the_door(error, NOT_RESTORED, NOTES_AS_THEY_WERE)


def _at_the_door(error: RhiError, happened: str, safe: str) -> Said:
    if error.code not in AT_THE_DOOR:
        return refusal(error)
    why, then = AT_THE_DOOR[error.code]
    return Said(_say(happened, {"why": _say(why, {})}), _say(safe, {}), _say(then, {}))


def problem_words(problem: Problem, **names: Fact) -> str:
    """What to do about a finding of a check.

    `names` are words that only the page knows: `topic`, `question`, `sign` as they are shown.
    """
    return _say(FINDINGS[problem.code], {**problem.facts, **names})


def fault_words(problem: Problem) -> str:
    """One line about a fault of a question pack: where, what, and the remedy."""
    remedy = REMEDIES.get(str(problem.facts.get("remedy", "")), "")
    words = f"{_say(FAULTS[problem.code], problem.facts)}. {_say(remedy, problem.facts)}".strip()
    return f"{problem.where}: {words}" if problem.where else words


def _say(words: str, facts: Mapping[str, Fact]) -> str:
    if not words:
        return ""
    return QCoreApplication.translate("messages", words).format_map(_Facts(facts))
