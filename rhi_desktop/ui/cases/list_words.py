"""Owns what stands over the list of cases: which clocks run, how many there are, which show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhi_desktop.ui.number_words import in_words
from rhi_desktop.ui.widgets import Select
from rhi_desktop.workflow.views import CaseRow

LATE = "late"


def summary(running: int, first: CaseRow | None) -> str:
    """How many clocks are running, and whose ends next: the first of the list."""
    if not running or first is None:
        return _tr("No clock is running.")
    if running == 1:
        return _tr("One clock is running. It is {who}\u2019s.").format(who=first.initials)
    words = _tr("{number} clocks are running. The next is {who}")
    # Initials end with a full stop of their own.
    said = words.format(number=in_words(running), who=first.initials)
    return said if said.endswith(".") else f"{said}."


def count_words(found: int, *, searched: bool) -> str:
    """How many cases there are to be shown, also those that are read when somebody comes there."""
    if searched:
        if found == 0:
            return ""
        return _tr("1 match") if found == 1 else _tr("{n} matches").format(n=f"{found:,}")
    if found == 1:
        return _tr("1 case")
    return _tr("{n} cases, running clocks first").format(n=f"{found:,}")


def which_cases() -> Select:
    """Which cases the list shows."""
    choices = ("", _tr("All cases")), (LATE, _tr("Passed, no reason yet"))
    made = Select(choices, name=_tr("Which cases"))
    made.setObjectName("which_cases")
    return made


def nothing_words(words: str, *, late: bool) -> str:
    """What an empty list says."""
    if late and not words.strip():
        return _tr("Wherever the hours passed, somebody has said why.")
    return _tr("Nothing matches “{words}”.").format(words=words)


def _tr(words: str) -> str:
    return QCoreApplication.translate("cases", words)
