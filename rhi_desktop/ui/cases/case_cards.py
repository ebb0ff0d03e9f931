"""Owns the cards of the case page: what the child asked for, offers, conversations, how to talk."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLayout

from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, SafetyPlan
from rhi_desktop.ui import dates
from rhi_desktop.ui.cases.case_words import METHODS, REPLIES, say, stage_words
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    QUIET,
    SAID,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Chip,
    Icon,
    Item,
    Text,
    card,
    column,
    hline,
    row,
)
from rhi_desktop.workflow.views import InterviewView

ASKED = (PlanBlock.ADULTS, PlanBlock.HELPS)
MOST_WISHES = 4
_SENTENCES = re.compile(
    r"\n|(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[A-Z]\.)(?<=[.!?])\s+(?=\S)"
)
"""Where a new sentence begins; never inside a name such as Mr. Price or M. T."""


def wishes_card(initials: str, plan: SafetyPlan | None) -> QFrame:
    """What the child asked for in the newest plan, in their own words, and the promises to it."""
    title = Text(_tr("What {who} asked for").format(who=initials), H3)
    lines = [] if plan is None else [one for one in plan.standing if one.block in ASKED]
    if not lines:
        words = _tr("No plan yet. What {who} asks for will stand here first.").format(who=initials)
        return card(_padded(title, 12, Text(words, QUIET, wrap=True), "*"))
    items: list[QLayout | QFrame] = []
    for one in lines[:MOST_WISHES]:
        if items:
            items.append(hline())
        if one.author is PlanAuthor.ADULT_PROMISE:
            by = dates.short_day(one.by_when) if one.by_when else ""
            below = _tr("{who} promised, by {day}").format(who=one.promised_by, day=by)
            items.append(column(Text(one.words, BODY, wrap=True), 4, Text(below, SMALL_QUIET)))
        else:
            items.append(column(Text(f"“{one.words}”", SAID, wrap=True)))
    return card(_padded(title, 14, column(*items, gap=12), "*"))


def talk_card(how: str) -> QFrame:
    """How to talk with the child, one sentence a line."""
    title = Text(_tr("How to talk with me"), H3)
    said = [part.strip() for part in _SENTENCES.split(how) if part.strip()]
    if not said:
        words = _tr("Nothing written down yet. Ask what helps.")
        return card(_padded(title, 12, Text(words, QUIET, wrap=True), "*"))
    lines = [
        row(column(3, Icon("quote", size=18), "*"), 12, (Text(one, BODY, wrap=True), 1))
        for one in said
    ]
    return card(_padded(title, 12, column(*lines, gap=10), "*"))


def offers_card(attempts: Sequence[Attempt], add: Callable[[], None]) -> QFrame:
    """Every offer that was made, oldest first, with what came back."""
    button = Button(_tr("Write down an offer"), "link", size=SMALL_LINE)
    button.setObjectName("add_attempt")
    button.clicked.connect(add)
    head = row(Text(_tr("Offers"), H3), "*", button)
    if not attempts:
        words = _tr("No offer written down yet.")
        return card(_padded(head, 12, Text(words, QUIET), "*"))
    lines = [_offer(one) for one in attempts[-MOST_WISHES:]]
    return card(_padded(head, 12, column(*lines, gap=10), "*"))


def talks_card(talks: Sequence[InterviewView], go: Callable[[InterviewView], None]) -> QFrame:
    """The conversations of this case, newest first, and how far each one came."""
    title = Text(_tr("Conversations"), H3)
    if not talks:
        words = _tr("Not talked yet.")
        return card(_padded(title, 12, Text(words, QUIET), "*"))
    lines: list[QLayout | QFrame] = []
    for number, talk in enumerate(talks):
        if lines:
            lines.append(hline())
        lines.append(_talk(talk, go, number))
    return card(_padded(title, 12, column(*lines, gap=12), "*"))


def _offer(one: Attempt) -> QLayout:
    line = f"{dates.short_day_and_time(one.at)}. {say(METHODS[one.method])}"
    words = say(REPLIES[one.reply])
    quote = Text(f"“{one.words}”", BODY, wrap=True) if one.words else None
    return column(row(Text(words, BODY.medium), 12, Text(line, SMALL_QUIET), "*"), quote, gap=2)


def _talk(talk: InterviewView, go: Callable[[InterviewView], None], number: int) -> QLayout:
    said, tone, verb = stage_words(talk.stage)
    when = dates.day_and_time(talk.head.started_at)
    button = Button(verb, "link", size=SMALL_LINE)
    button.setObjectName(f"open_talk_{number}")
    button.setAccessibleName(_tr("{verb}, {when}").format(verb=verb, when=when))
    button.clicked.connect(lambda: go(talk))
    comment = talk.reviews[-1].comment if talk.reviews else ""
    below = Text(comment, SMALL_QUIET, wrap=True) if comment else None
    return column(row(Text(when, BODY.medium), "*", Chip(said, tone), 16, button), below, gap=2)


def _padded(*items: Item) -> QLayout:
    return column(*items, margins=(24, 16, 24, 16))


def _tr(words: str) -> str:
    return QCoreApplication.translate("case", words)
