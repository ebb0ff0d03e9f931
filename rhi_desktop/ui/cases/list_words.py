"""Owns what stands over the list of cases: which clocks run, how many there are, which show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.clock import ClockState
from rhi_desktop.ui.counting import in_words
from rhi_desktop.ui.widgets import Select
from rhi_desktop.workflow.views import CaseRow

LATE = "late"
RUNNING = {ClockState.RUNNING, ClockState.DUE_SOON, ClockState.URGENT}


def summary(rows: Sequence[CaseRow]) -> str:
    """How many clocks are running, and whose ends next."""
    running = [row for row in rows if row.clock.state in RUNNING]
    if not running:
        return _tr("No clock is running.")
    if len(running) == 1:
        return _tr("One clock is running. It is {who}\u2019s.").format(who=running[0].initials)
    words = _tr("{number} clocks are running. The next is {who}")
    # Initials end with a full stop of their own.
    said = words.format(number=in_words(len(running)), who=running[0].initials)
    return said if said.endswith(".") else f"{said}."


def count_words(shown: int, total: int, most: int, *, searched: bool) -> str:
    """How many cases the list shows, and whether there are more than the `most` it reads."""
    if searched and shown == most:
        return _tr("The first {n} matches").format(n=shown)
    if searched:
        if shown == 0:
            return ""
        return _tr("1 match") if shown == 1 else _tr("{n} matches").format(n=shown)
    if shown < total:
        return _tr("The first {n} of {total} cases").format(n=shown, total=f"{total:,}")
    if total == 1:
        return _tr("1 case")
    return _tr("{n} cases, running clocks first").format(n=total)


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
