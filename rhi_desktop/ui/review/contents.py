"""Owns what stands beside the pages of a report under review: its head, answers, and parts."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.interview import Account, SignedInterview
from rhi_desktop.domain.review import Review
from rhi_desktop.ui import dates
from rhi_desktop.ui.clock_words import clock_words
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.review.verdict_view import VerdictView, detail_row
from rhi_desktop.ui.signing.standing import standing_rows
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import BODY, H1, QUIET, STRONG, Text, card, column, hline, wrap
from rhi_desktop.workflow import casework, reviewing
from rhi_desktop.workflow.workspace import Workspace


def contents(
    ws: Workspace, talk: SignedInterview, verdict: VerdictView, now: datetime
) -> QVBoxLayout:
    """The report in words: who, earlier answers, the verdict, the clock, each part of the account.

    Which parts were heard and which are blank is said; no line of the account is repeated here.
    """
    account = talk.account
    about = _tr("{reference}, {who}   Heard {day}").format(
        reference=account.case.reference,
        who=account.case.child.initials,
        day=dates.day_and_year(account.interview.started_at),
    )
    head = column(Text(_tr("Review this report"), H1, wrap=True), 4, Text(about, QUIET, wrap=True))
    answers = reviewing.reviews_of(ws, account.interview.id)
    cards = [item for one in answers for item in (_answered(one), 12)]
    side, right = theme().margin, theme().margin if theme().crowded else 40
    rows = _rows(ws, account, now)
    return column(head, 16, *cards, verdict, *rows, "*", margins=(side, 24, right, 16))


def _rows(ws: Workspace, account: Account, now: datetime) -> list[QWidget]:
    parts: list[QWidget] = []
    for words in _clocks(ws, account, now):
        parts += [_line(_tr("72-hour clock"), "clock", words), hline()]
    for one in standing_rows(account):
        parts += [_line(one.name, one.icon, one.words), hline()]
    return parts[:-1]


def _clocks(ws: Workspace, account: Account, now: datetime) -> list[str]:
    wanted = set(account.interview.episode_ids)
    views = casework.open_case(ws, account.case.id, now).episodes
    hours = ws.profile.hours
    said = [clock_words(one.clock, hours) for one in views if one.episode.id in wanted]
    return [f"{one.short}, {one.below}" for one in said]


def _answered(one: Review) -> QWidget:
    gave = _tr("{who} gave it back, {when}")
    if one.verdict is reviewing.Answer.COUNTERSIGNED:
        gave = _tr("{who} countersigned it, {when}")
    words = gave.format(who=one.reviewer, when=dates.day_and_time(one.at))
    said = Text(one.comment, BODY, wrap=True) if one.comment else None
    return card(column(Text(words, STRONG, wrap=True), 2, said, margins=(20, 14, 20, 14)))


def _line(name: str, icon: IconName, words: str) -> QWidget:
    return wrap(detail_row(name, icon, Text(words, BODY.tint("text2"), wrap=True)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("review", words)
