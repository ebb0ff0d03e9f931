"""Owns what stands beside the pages of a report under review: its head, answers, and parts."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.interview import Account, Report, SignedInterview
from rhi_desktop.ui import dates
from rhi_desktop.ui.clock_words import clock_words
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.review.answer_card import answer_card
from rhi_desktop.ui.signing.standing import standing_rows
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.verdict_view import VerdictView
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    LABEL,
    QUIET,
    Icon,
    Text,
    column,
    hline,
    row,
    sized,
    wrap,
)
from rhi_desktop.workflow import casework, reviewing
from rhi_desktop.workflow.workspace import Workspace

NAME_WIDE = 148


def contents(
    ws: Workspace, talk: SignedInterview, report: Report, verdict: VerdictView, now: datetime
) -> QVBoxLayout:
    """The report in words: who, earlier answers, the verdict, the clock, each part of the account.

    Which parts were heard and which are blank is said; no line of the account is repeated here.
    Of an addendum it says what it belongs to: what it holds stands on its pages.
    """
    account = talk.account
    about = _tr("{reference}, {who}   Heard {day}").format(
        reference=account.case.reference,
        who=account.case.child.initials,
        day=dates.day_and_year(account.interview.started_at),
    )
    added = reviewing.addendum_of(ws, report)
    title = _tr("Review this report")
    if added is not None:
        title = _tr("Review addendum {number}").format(number=added.number)
    head = column(Text(title, H1, wrap=True), 4, Text(about, QUIET, wrap=True))
    answers = reviewing.reviews_of(ws, report)
    cards = [item for one in answers for item in (answer_card(one), 12)]
    side, right = theme().margin, theme().margin if theme().crowded else 40
    rows = _rows(ws, account, now) if added is None else [_belongs(talk.report)]
    return column(head, 16, *cards, verdict, 8, *rows, "*", margins=(side, 24, right, 16))


def _rows(ws: Workspace, account: Account, now: datetime) -> list[QWidget]:
    parts: list[QWidget] = []
    for words in _clocks(ws, account, now):
        parts += [_line(_tr("72-hour clock"), "clock", words), hline()]
    for one in standing_rows(account):
        parts += [_line(one.name, one.icon, one.words), hline()]
    return parts[:-1]


def _belongs(report: Report) -> QWidget:
    words = _tr("To the report signed {when}. That one stays as it was signed.")
    when = dates.short_day_and_time(report.signed_at)
    return _line(_tr("Belongs to"), "file", words.format(when=when))


def _clocks(ws: Workspace, account: Account, now: datetime) -> list[str]:
    wanted = set(account.interview.episode_ids)
    views = casework.open_case(ws, account.case.id, now).episodes
    hours = ws.profile.hours
    said = [clock_words(one.clock, hours) for one in views if one.episode.id in wanted]
    return [f"{one.short}, {one.below}" for one in said]


def _line(name: str, icon: IconName, words: str) -> QWidget:
    label = sized(wrap(column(Text(name, LABEL), "*")), NAME_WIDE)
    sign = wrap(column(3, Icon(icon, "text2", 18), "*"))
    said = Text(words, BODY.tint("text2"), wrap=True)
    return wrap(row(sign, 12, label, (said, 1), margins=(0, 6, 0, 6)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("review", words)
