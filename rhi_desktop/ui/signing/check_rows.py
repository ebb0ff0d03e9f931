"""Owns the rows of the check page and the words of what is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout

from rhi_desktop.domain.interview import Account, AnyInterview, DraftInterview, SealedInterview
from rhi_desktop.domain.line import Topic
from rhi_desktop.errors import Problem
from rhi_desktop.forms.model import Pack
from rhi_desktop.ui import messages
from rhi_desktop.ui.interview.topics import topic_word
from rhi_desktop.ui.number_words import in_words
from rhi_desktop.ui.signing.standing import StandingRow
from rhi_desktop.ui.widgets import (
    BODY,
    LABEL,
    SMALL_LINE,
    Button,
    Icon,
    Text,
    column,
    row,
    sized,
    wrap,
)

NAME_WIDE = 148


def check_row(
    one: StandingRow, number: int, change: Callable[[StandingRow], None] | None
) -> QLayout:
    """What it is, how it stands, and the way to its page while it may still change."""
    tint = "notice" if one.open else "text2"
    link = None
    if change is not None:
        link = Button(one.verb, "link", size=SMALL_LINE)
        link.setObjectName(f"change_{number}")
        link.setAccessibleName(f"{one.verb}: {one.name}")
        link.clicked.connect(partial(change, one))
    name = sized(wrap(column(2, Text(one.name, LABEL), "*")), NAME_WIDE)
    icon = column(5, Icon(one.icon, tint, 18), "*")
    # Two pixels down: the first line stands on the line of the name.
    words = column(2, Text(one.words, BODY.tint(tint), wrap=True), 2, "*")
    way = None if link is None else column(link, "*")
    return row(icon, 12, name, (words, 1), 12, way, margins=(0, 4, 0, 4))


def open_words(problem: Problem, pack: Pack, account: Account) -> str:
    """What to do about a finding, with the topic, question or indicator as they are shown."""
    signs = {one.indicator_id: one.wording for one in account.concerns}
    topics = {one.id: one.title.get(pack.language) for one in pack.sections}
    topics |= {topic.value: topic_word(topic) for topic in Topic}
    asked = {one.id: one.ask.get(pack.language) for one in pack.questions}
    where = problem.where
    return messages.problem_words(
        problem,
        topic=topics.get(where, where),
        question=asked.get(where, where),
        sign=signs.get(where, where),
    )


def open_title(found: int, stops: int) -> str:
    """How many things are open, and whether they stop sealing."""
    if stops == 1:
        return _tr("One thing needs a word before you can seal")
    if stops:
        words = _tr("{number} things need a word before you can seal")
        return words.format(number=in_words(stops))
    if found == 1:
        return _tr("One thing to look at")
    return _tr("{number} things to look at").format(number=in_words(found))


def stage_words(talk: AnyInterview) -> str:
    """How far the account came."""
    if isinstance(talk, DraftInterview):
        return _tr("Not sealed yet")
    return _tr("Sealed, not signed yet") if isinstance(talk, SealedInterview) else _tr("Signed")


def note_words(talk: AnyInterview) -> str:
    """What the button will do."""
    if isinstance(talk, DraftInterview):
        return _tr("Sealing fixes every word. After it nothing can be changed.")
    return _tr("These pages are what you sign. Nothing in them can change any more.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("check", words)
