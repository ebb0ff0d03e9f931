"""Owns the short words for the five topics and for every reason why nothing stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.interview import Blank
from rhi_desktop.domain.line import Topic


def topic_word(topic: Topic) -> str:
    """What a chip and a button say; the pack has the long titles."""
    tr = QCoreApplication.translate
    return {
        Topic.WHY: tr("topics", "Why"),
        Topic.WHERE: tr("topics", "Where"),
        Topic.WHO: tr("topics", "Who"),
        Topic.WHAT: tr("topics", "What happened"),
        Topic.HOW: tr("topics", "How to help"),
    }[topic]


def blank_choice(blank: Blank, child: str) -> str:
    """The words of a choice: a whole sentence, so that it can be read alone."""
    tr = QCoreApplication.translate
    return {
        Blank.CHOSE_NOT_TO_SAY: tr("topics", "{child} chose not to say").format(child=child),
        Blank.NOT_ASKED: tr("topics", "Not asked, because \N{HORIZONTAL ELLIPSIS}"),
        Blank.NOT_KNOWN: tr("topics", "Not known"),
        Blank.NOT_RELEVANT: tr("topics", "Not relevant"),
        Blank.NOT_REACHED: tr("topics", "We did not get to it"),
    }[blank]


def blank_word(blank: Blank) -> str:
    """The same in a list: how the topic stands."""
    tr = QCoreApplication.translate
    return {
        Blank.CHOSE_NOT_TO_SAY: tr("topics", "chose not to say"),
        Blank.NOT_ASKED: tr("topics", "not asked"),
        Blank.NOT_KNOWN: tr("topics", "not known"),
        Blank.NOT_RELEVANT: tr("topics", "not relevant"),
        Blank.NOT_REACHED: tr("topics", "not reached"),
    }[blank]


def lines_word(count: int) -> str:
    """How many lines, in words."""
    tr = QCoreApplication.translate
    if count == 1:
        return tr("topics", "1 line")
    return tr("topics", "{count} lines").format(count=count)
