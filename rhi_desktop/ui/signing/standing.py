"""Owns how each topic and the read-back stand, in words: the rows of the check page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.interview import Account, Outcome, ReadBack
from rhi_desktop.domain.line import Topic
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.interview.topics import blank_choice, lines_word, topic_word
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.translation import noop


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One row: what it is, how it stands, the icon, and the page that changes it."""

    name: str
    words: str
    icon: IconName
    page: PageName
    verb: str
    open: bool = False
    detail: str = ""


def standing_rows(account: Account) -> tuple[StandingRow, ...]:
    """The five topics, the child's plan, reading back and the end, in this order."""
    topics = tuple(_topic(account, topic) for topic in Topic)
    return (*topics, _plan(account), _read_back(account), _ended(account))


def _topic(account: Account, topic: Topic) -> StandingRow:
    name, heard, blank = topic_word(topic), account.heard(topic), account.blank_of(topic)
    page, detail = PageName.SORT, topic.value
    if heard:
        words = lines_word(len(heard))
        return StandingRow(name, words, "quote", page, _tr("Change"), detail=detail)
    if blank is None:
        words = _tr("Nothing here, and no reason yet")
        return StandingRow(name, words, "notice", page, _tr("Say why"), open=True, detail=detail)
    words = blank_choice(blank.blank, account.case.child.initials)
    if blank.reason:
        words = _tr("Not asked: {reason}").format(reason=blank.reason)
    return StandingRow(name, words, "minus", page, _tr("Change"), detail=detail)


def _plan(account: Account) -> StandingRow:
    plan = account.plan
    count = len(plan.standing) if plan else 0
    words = lines_word(count) if count else _tr("No plan this time")
    if plan is not None and plan.declined:
        words = _tr("{child} did not want one").format(child=account.case.child.initials)
    icon: IconName = "heart" if count else "minus"
    return StandingRow(_tr("The plan"), words, icon, PageName.CHILD_PLAN, _tr("Change"))


def _read_back(account: Account) -> StandingRow:
    state = account.interview.read_back
    icon: IconName = "minus" if state is ReadBack.NOT_DONE else "quote"
    return StandingRow(
        _tr("Read back"), _tr(_READ_BACK[state]), icon, PageName.READ_BACK, _tr("Change")
    )


def _ended(account: Account) -> StandingRow:
    outcome = account.interview.outcome
    name = _tr("How it ended")
    if outcome is None:
        words = _tr("Not said yet")
        return StandingRow(name, words, "notice", PageName.READ_BACK, _tr("Say how"), open=True)
    who = account.case.child.initials
    words = _tr(_ENDED[outcome]).format(child=who)
    return StandingRow(name, words, "check", PageName.READ_BACK, _tr("Change"))


_READ_BACK = {
    ReadBack.NOT_DONE: noop("check", "Not read back"),
    ReadBack.IN_PART: noop("check", "In part"),
    ReadBack.DONE: noop("check", "All of it"),
}
_ENDED = {
    Outcome.COMPLETED: noop("check", "We came to the end"),
    Outcome.STOPPED_BY_CHILD: noop("check", "{child} wanted to stop"),
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("check", words)
