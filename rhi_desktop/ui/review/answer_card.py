"""Owns the card of an answer that was given to a report: who, when, and their words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame

from rhi_desktop.domain.review import Review
from rhi_desktop.ui import dates
from rhi_desktop.ui.widgets import BODY, SMALL_QUIET, STRONG, Text, card, column
from rhi_desktop.workflow.reviewing import Answer


def answer_card(one: Review) -> QFrame:
    """The answer in the reviewer's words."""
    gave = _tr("{who} gave it back")
    if one.verdict is Answer.COUNTERSIGNED:
        gave = _tr("{who} countersigned it")
    inside = column(
        Text(gave.format(who=one.reviewer), STRONG, wrap=True),
        Text(dates.day_and_time(one.at), SMALL_QUIET, wrap=True),
        6 if one.comment else None,
        Text(one.comment, BODY, wrap=True) if one.comment else None,
        margins=(20, 14, 20, 14),
    )
    return card(inside)


def _tr(words: str) -> str:
    return QCoreApplication.translate("review", words)
