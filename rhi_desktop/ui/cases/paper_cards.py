"""Owns the tabs of what came of each talk: the plans, and the reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLayout

from rhi_desktop.ui import dates
from rhi_desktop.ui.cases.case_words import stage_words
from rhi_desktop.ui.episode.ending_words import OUTCOMES
from rhi_desktop.ui.episode.ending_words import say as say_ending
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Chip,
    Item,
    Text,
    card,
    column,
    hline,
    row,
)
from rhi_desktop.workflow.views import InterviewView, PlanOfTalk

T = TypeVar("T", PlanOfTalk, InterviewView)


def plans_card(found: Sequence[PlanOfTalk], go: Callable[[PlanOfTalk], None]) -> QFrame:
    """Every plan of the child, newest first."""
    items: list[Item] = [Text(_tr("Plans"), H3), 14]
    for number, one in enumerate(found):
        items += [hline(), 12] if number else []
        link = Button(_tr("Open"), "link", size=SMALL_LINE)
        link.setObjectName(f"open_plan_{number}")
        when = dates.day_and_year(one.talk.heard_at or one.talk.started_at)
        link.setAccessibleName(_tr("Open the plan of {day}").format(day=when))
        link.clicked.connect(partial(_go, go, one))
        count = len(one.plan.standing)
        words = _tr("1 line") if count == 1 else _tr("{n} lines").format(n=count)
        said = _tr("Did not want a plan") if one.plan.declined else words
        items += [_line(when, said, None, link), 12]
    return _card(*items)


def reports_card(
    talks: Sequence[InterviewView], child: str, go: Callable[[InterviewView], None]
) -> QFrame:
    """Every signed report, newest first, and how far it came."""
    items: list[Item] = [Text(_tr("Documents"), H3), 14]
    for number, talk in enumerate(one for one in talks if one.report is not None):
        items += [hline(), 12] if number else []
        said, tone, verb = stage_words(talk.stage)
        head, report = talk.head, talk.report
        when = dates.day_and_year(report.signed_at if report else head.started_at)
        link = Button(verb, "link", size=SMALL_LINE)
        link.setObjectName(f"open_report_{number}")
        link.setAccessibleName(_tr("{verb}, report of {day}").format(verb=verb, day=when))
        link.clicked.connect(partial(_go, go, talk))
        what = _tr("Report of the talk")
        if head.outcome is not None and not head.outcome.held:
            what = say_ending(OUTCOMES[head.outcome], child)
        signed = _tr("Signed on {day}").format(day=when)
        items += [_line(what, signed, Chip(said, tone), link), 12]
    return _card(*items)


def _go(go: Callable[[T], None], what: T, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
    go(what)


def _line(first: str, second: str, chip: Chip | None, link: Button) -> QLayout:
    words = column(Text(first, BODY.medium, wrap=True), 2, Text(second, SMALL_QUIET, wrap=True))
    return row((words, 1), 16, chip, 16 if chip else None, link)


def _card(*items: Item) -> QFrame:
    return card(column(*items, margins=(24, 16, 24, 6)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("case", words)
