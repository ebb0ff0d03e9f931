"""Owns the short words for the five topics and for every reason why nothing stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.line import Topic


def topic_word(topic: Topic) -> str:
    """What a chip and a button say; the pack has the long titles."""
    translate = QCoreApplication.translate
    return {
        Topic.WHY: translate("topics", "Why"),
        Topic.WHERE: translate("topics", "Where"),
        Topic.WHO: translate("topics", "Who"),
        Topic.WHAT: translate("topics", "What happened"),
        Topic.HOW: translate("topics", "How to help"),
    }[topic]


def blank_choice(blank: Blank, child: str) -> str:
    """The words of a choice: a whole sentence, so that it can be read alone."""
    translate = QCoreApplication.translate
    return {
        Blank.CHOSE_NOT_TO_SAY: translate("topics", "{child} chose not to say").format(child=child),
        Blank.NOT_ASKED: translate("topics", "Not asked, because …"),
        Blank.NOT_KNOWN: translate("topics", "Not known"),
        Blank.NOT_RELEVANT: translate("topics", "Not relevant"),
        Blank.NOT_REACHED: translate("topics", "We did not get to it"),
    }[blank]


def blank_word(blank: Blank) -> str:
    """The same in a list: how the topic stands."""
    translate = QCoreApplication.translate
    return {
        Blank.CHOSE_NOT_TO_SAY: translate("topics", "chose not to say"),
        Blank.NOT_ASKED: translate("topics", "not asked"),
        Blank.NOT_KNOWN: translate("topics", "not known"),
        Blank.NOT_RELEVANT: translate("topics", "not relevant"),
        Blank.NOT_REACHED: translate("topics", "not reached"),
    }[blank]


def lines_word(count: int) -> str:
    """How many lines, in words."""
    translate = QCoreApplication.translate
    if count == 1:
        return translate("topics", "1 line")
    return translate("topics", "{count} lines").format(count=count)
