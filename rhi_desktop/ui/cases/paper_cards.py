"""Owns the tabs of what came of each talk: the plans, and the reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLayout

from rhi_desktop.domain.given import Given
from rhi_desktop.domain.interview import Report
from rhi_desktop.ui import dates
from rhi_desktop.ui.episode.ending_words import OUTCOMES
from rhi_desktop.ui.episode.ending_words import say as say_ending
from rhi_desktop.ui.exchange.given_list import given_list
from rhi_desktop.ui.versions.signed_papers import paper_rows, papers_of
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    SMALL,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Item,
    Text,
    card,
    column,
    hline,
    row,
)
from rhi_desktop.workflow.views import InterviewView, PlanOfTalk


def plans_card(
    found: Sequence[PlanOfTalk],
    go: Callable[[PlanOfTalk], None],
    on_paper: Callable[[PlanOfTalk], None],
) -> QFrame:
    """Every plan of the child, newest first; each can be looked at and put on paper."""
    items: list[Item] = [Text(_tr("Plans"), H3), 14]
    for number, one in enumerate(found):
        items += [hline(), 12] if number else []
        link = Button(_tr("Open"), "link", size=SMALL_LINE)
        link.setObjectName(f"open_plan_{number}")
        when = dates.day_and_year(one.talk.heard_at or one.talk.started_at)
        link.setAccessibleName(_tr("Open the plan of {day}").format(day=when))
        link.clicked.connect(partial(_go, go, one))
        paper = Button(_tr("On paper"), "link", size=SMALL_LINE)
        paper.setObjectName(f"plan_on_paper_{number}")
        paper.setAccessibleName(_tr("The plan of {day} on paper").format(day=when))
        paper.clicked.connect(partial(_go, on_paper, one))
        count = len(one.plan.standing)
        words = _tr("1 line") if count == 1 else _tr("{n} lines").format(n=count)
        said = _tr("Did not want a plan") if one.plan.declined else words
        items += [_line(when, said, paper, link), 12]
    return _card(*items)


def reports_card(
    talks: Sequence[InterviewView], child: str, go: Callable[[InterviewView, Report], None]
) -> QFrame:
    """Everything that was signed, talk by talk, newest first; each paper with its state."""
    items: list[Item] = [Text(_tr("Documents"), H3), 14]
    signed = [one for one in talks if one.report is not None]
    if not signed:
        items += [Text(_tr("Nothing was signed yet."), SMALL_QUIET, wrap=True), 10]
    for number, talk in enumerate(signed):
        items += [hline(), 14] if number else []
        head = talk.head
        day = dates.day_and_year(head.heard_at or head.ended_at or head.started_at)
        what = _tr("Talk of {day}").format(day=day)
        if head.outcome is not None and not head.outcome.held:
            what = f"{say_ending(OUTCOMES[head.outcome], child)}, {day}"
        rows = paper_rows(papers_of(talk), partial(go, talk), name=f"open_report_{number}")
        items += [Text(what, SMALL.strong, wrap=True), 10, rows, 14]
    return _card(*items)


def given_card(given: Sequence[Given]) -> QFrame:
    """Everything that left, signed or not, newest first."""
    return _card(given_list(given), 10)


def _go(go: Callable[[PlanOfTalk], None], what: PlanOfTalk, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
    go(what)


def _line(first: str, second: str, *ways: Button) -> QLayout:
    words = column(Text(first, BODY.medium, wrap=True), 2, Text(second, SMALL_QUIET, wrap=True))
    return row((words, 1), *(part for way in ways for part in (20, way)))


def _card(*items: Item) -> QFrame:
    return card(column(*items, margins=(24, 16, 24, 6)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("case", words)
