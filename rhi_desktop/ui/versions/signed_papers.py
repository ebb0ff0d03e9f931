"""Owns the signed papers of one talk as they are listed: what each is called, and its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout

from rhi_desktop.domain.ids import ReportId
from rhi_desktop.domain.interview import Report, ReportStage
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui import dates
from rhi_desktop.ui.given_words import variant_words
from rhi_desktop.ui.widgets import (
    BODY,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Chip,
    Item,
    Text,
    column,
    hline,
    row,
)
from rhi_desktop.workflow.reviewing import Answer
from rhi_desktop.workflow.views import InterviewView

_ORDER = (Variant.FULL, Variant.POLICE, Variant.CARER, Variant.ADDENDUM)


@dataclass(frozen=True, slots=True)
class Paper:
    """One signed paper: its name, how far it came, and the tone of that."""

    report: Report
    name: str
    state: str
    tone: str

    @property
    def signed(self) -> str:
        """When it was signed."""
        return _tr("Signed {day}").format(day=dates.day_and_time(self.report.signed_at))


def papers_of(talk: InterviewView) -> tuple[Paper, ...]:
    """The full report first, then versions, then addenda; each kind in the order of signing."""
    found = sorted(talk.papers, key=lambda one: _ORDER.index(one.variant))
    met = Counter[Variant]()
    papers = []
    for one in found:
        met[one.variant] += 1
        papers.append(Paper(one, _name(one.variant, met[one.variant]), *_state(talk, one)))
    return tuple(papers)


def paper_rows(
    papers: tuple[Paper, ...],
    go: Callable[[Report], None],
    here: ReportId | None = None,
    name: str = "show_paper",
) -> QLayout:
    """A line for each: name, when it was signed, state, and the way to it unless it is shown.

    The links are called by `name` and a number; the first one by the name alone.
    """
    lines: list[Item] = []
    for number, one in enumerate(papers):
        lines += [hline()] if number else []
        link = f"{name}_{number}" if number else name
        lines.append(_line(one, link, None if one.report.id == here else go))
    return column(*lines, gap=8)


def _line(one: Paper, name: str, go: Callable[[Report], None] | None) -> QLayout:
    words = column(
        Text(one.name, BODY.medium, wrap=True), 1, Text(one.signed, SMALL_QUIET, wrap=True)
    )
    way: Item = Text(_tr("In view"), SMALL_QUIET)
    if go is not None:
        link = Button(_tr("Show"), "link", size=SMALL_LINE)
        link.setObjectName(name)
        link.setAccessibleName(_tr("Show: {name}, {when}").format(name=one.name, when=one.signed))
        link.clicked.connect(partial(_go, go, one.report))
        way = link
    return row((words, 1), 16, Chip(one.state, one.tone), 16, way)


def _name(variant: Variant, number: int) -> str:
    name = variant_words(variant)
    if variant is Variant.ADDENDUM or number > 1:
        return _tr("{paper} {number}").format(paper=name, number=number)
    return name


def _state(talk: InterviewView, report: Report) -> tuple[str, str]:
    if not report.variant.countersigned:
        return _tr("Signed"), "good"
    if report.stage is ReportStage.COUNTERSIGNED:
        return _tr("Countersigned"), "good"
    answers = talk.answers_to(report)
    if answers and answers[-1].verdict is Answer.RETURNED:
        return _tr("Back with a comment"), "notice"
    return _tr("Signed, not countersigned"), "accent"


def _go(go: Callable[[Report], None], report: Report, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
    go(report)


def _tr(words: str) -> str:
    return QCoreApplication.translate("papers", words)
