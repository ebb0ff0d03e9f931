"""Owns the cards of the case page: how to talk, what is new, offers, conversations, plans."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLayout

from rhi_desktop.domain.attempt import Attempt
from rhi_desktop.ui import dates
from rhi_desktop.ui.cases.case_words import stage_words
from rhi_desktop.ui.episode.ending_words import OUTCOMES
from rhi_desktop.ui.episode.ending_words import say as say_ending
from rhi_desktop.ui.episode.offer_words import METHODS, REPLIES, say
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
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

MOST_OFFERS, MOST_TALKS = 4, 6
_SENTENCES = re.compile(
    r"\n|(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[A-Z]\.)(?<=[.!?])\s+(?=\S)"
)
"""Where a new sentence begins; never inside a name such as Mr. Price or M. T."""


def talk_card(how: str, fresh: Sequence[tuple[IconName, str]] = ()) -> QFrame:
    """How to talk with the child, one sentence a line; below it what is new since last time."""
    title = Text(_tr("How to talk with me"), H3)
    said = [part.strip() for part in _SENTENCES.split(how) if part.strip()]
    words = _tr("Nothing written down yet. Ask what helps.")
    parts: list[Item] = [title, 12]
    parts.append(
        _marked([("quote", one) for one in said]) if said else Text(words, QUIET, wrap=True)
    )
    if fresh:
        parts += [14, hline(), 14, Text(_tr("New since last time"), STRONG), 10, _marked(fresh)]
    return card(_padded(*parts, "*"))


def _marked(lines: Sequence[tuple[IconName, str]]) -> QLayout:
    made = [
        row(column(3, Icon(icon, size=18), "*"), 12, (Text(one, BODY, wrap=True), 1))
        for icon, one in lines
    ]
    return column(*made, gap=10)


def fresh_lines(tags: Sequence[str]) -> list[tuple[IconName, str]]:
    """Names that were said for the first time, each with the sign of its kind."""
    return [
        ("pin", _tr("A new place, {name}").format(name=tag[1:]))
        if tag.startswith("#")
        else ("person", _tr("A new name, {name}").format(name=tag[1:]))
        for tag in tags
    ]


def offers_card(attempts: Sequence[Attempt], add: Callable[[], None]) -> QFrame:
    """Every offer that was made, oldest first, with what came back."""
    button = Button(_tr("Write down an offer"), "link", size=SMALL_LINE)
    button.setObjectName("add_attempt")
    button.clicked.connect(add)
    head = row(Text(_tr("Offers"), H3), "*", button)
    if not attempts:
        words = _tr("No offer written down yet.")
        return card(_padded(head, 12, Text(words, QUIET), "*"))
    lines = [_offer(one) for one in attempts[-MOST_OFFERS:]]
    return card(_padded(head, 12, column(*lines, gap=10), "*"))


def talks_card(
    talks: Sequence[InterviewView],
    go: Callable[[InterviewView], None],
    child: str,
    show_all: Callable[[], None] | None = None,
) -> QFrame:
    """The conversations of this case, newest first, and how far each one came.

    With `show_all` only the newest stand here, and a link to it when there are more.
    """
    title = Text(_tr("Conversations"), H3)
    if not talks:
        words = _tr("Not talked yet.")
        return card(_padded(title, 12, Text(words, QUIET), "*"))
    lines: list[QLayout | QFrame] = []
    shown = talks if show_all is None else talks[:MOST_TALKS]
    for number, talk in enumerate(shown):
        if lines:
            lines.append(hline())
        lines.append(_talk(talk, go, number, child))
    if show_all is not None and len(talks) > len(shown):
        more = Button(_tr("Show all {n}").format(n=len(talks)), "link", size=SMALL_LINE)
        more.setObjectName("all_talks")
        more.clicked.connect(show_all)
        lines += [hline(), row(more, "*")]
    return card(_padded(title, 12, column(*lines, gap=12), "*"))


def _offer(one: Attempt) -> QLayout:
    line = f"{dates.short_day_and_time(one.at)}. {say(METHODS[one.method])}"
    words = say(REPLIES[one.reply])
    quote = Text(f"“{one.words}”", BODY, wrap=True) if one.words else None
    return column(row(Text(words, BODY.medium), 12, Text(line, SMALL_QUIET), "*"), quote, gap=2)


def _talk(
    talk: InterviewView, go: Callable[[InterviewView], None], number: int, child: str
) -> QLayout:
    said, tone, verb = stage_words(talk.stage)
    when = dates.day_and_time(talk.head.heard_at or talk.head.ended_at or talk.head.started_at)
    button = Button(verb, "link", size=SMALL_LINE)
    button.setObjectName(f"open_talk_{number}")
    button.setAccessibleName(_tr("{verb}, {when}").format(verb=verb, when=when))
    button.clicked.connect(lambda: go(talk))
    outcome = talk.head.outcome
    parts = [] if outcome is None or outcome.held else [say_ending(OUTCOMES[outcome], child)]
    parts += [talk.reviews[-1].comment] if talk.reviews else []
    below = Text("\n".join(parts), SMALL_QUIET, wrap=True) if any(parts) else None
    return column(row(Text(when, BODY.medium), "*", Chip(said, tone), 16, button), below, gap=2)


def _padded(*items: Item) -> QLayout:
    return column(*items, margins=(24, 16, 24, 16))


def _tr(words: str) -> str:
    return QCoreApplication.translate("case", words)
