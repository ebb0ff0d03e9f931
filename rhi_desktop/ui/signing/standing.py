"""Owns how each part of a record stands, in words: the rows of the check page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.disclosure import unresolved
from rhi_desktop.domain.interview import Account, Outcome, ReadBack
from rhi_desktop.domain.line import Topic
from rhi_desktop.ui.episode.ending_words import CARER, OUTCOMES
from rhi_desktop.ui.episode.ending_words import say as said_of
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
    """The five topics, the child's plan, reading back and the end; then what follows from them.

    Where no talk was held: the offers, how it ended, and what the carer was asked.
    """
    if account.interview.stopped_at is not None:
        return (_offers(account), _ended(account), *_carer(account), *_told(account))
    topics = tuple(_topic(account, topic) for topic in Topic)
    ends = _plan(account), _read_back(account), _ended(account)
    return (*topics, *ends, _signs(account), _views(account), *_told(account))


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
    if outcome is not None and not outcome.held:
        words = said_of(OUTCOMES[outcome], account.case.child.initials)
        return StandingRow(name, words, "check", PageName.ENDING, _tr("Change"))
    if outcome is None:
        words = _tr("Not said yet")
        return StandingRow(name, words, "notice", PageName.READ_BACK, _tr("Say how"), open=True)
    who = account.case.child.initials
    words = _tr(_ENDED[outcome]).format(child=who)
    return StandingRow(name, words, "check", PageName.READ_BACK, _tr("Change"))


def _offers(account: Account) -> StandingRow:
    count = len(account.attempts)
    words = _tr("None was made")
    if count:
        words = _tr("1 attempt") if count == 1 else _tr("{count} attempts").format(count=count)
    icon: IconName = "phone" if count else "minus"
    return StandingRow(_tr("Offers"), words, icon, PageName.ATTEMPT, _tr("Add"))


def _carer(account: Account) -> tuple[StandingRow, ...]:
    """Where somebody answered for the child, or was asked because the child was not heard."""
    carer = account.interview.ending.carer if account.interview.ending is not None else None
    if carer is None:
        return ()
    asked = said_of(CARER[carer.asked])
    words = f"{asked}: {carer.who}" if carer.who else asked
    return (StandingRow(_tr("The carer"), words, "people", PageName.ENDING, _tr("Change")),)


def _signs(account: Account) -> StandingRow:
    count = sum(1 for one in account.concerns if one.stands)
    words = _tr("None is marked")
    if count:
        words = _tr("1 is marked") if count == 1 else _tr("{count} are marked").format(count=count)
    icon: IconName = "flag" if count else "minus"
    return StandingRow(_tr("Concerns"), words, icon, PageName.CONCERNS, _tr("Change"))


def _views(account: Account) -> StandingRow:
    views = sum(1 for one in account.threads if one.struck_at is None)
    doing = sum(1 for one in account.actions if one.struck_at is None)
    said = _tr("1 view") if views == 1 else _tr("{count} views").format(count=views)
    done = _tr("1 action") if doing == 1 else _tr("{count} actions").format(count=doing)
    words = f"{said}, {done}" if views or doing else _tr("None yet")
    icon: IconName = "pencil" if views or doing else "minus"
    return StandingRow(_tr("My view"), words, icon, PageName.ANALYSIS, _tr("Change"))


def _told(account: Account) -> tuple[StandingRow, ...]:
    """Only where something was disclosed: whether everybody was told who has to be."""
    if not account.disclosures:
        return ()
    name, waits = _tr("Immediate safety"), unresolved(account.disclosures)
    if waits:
        words = _tr("Somebody still has to be told")
        page, verb = PageName.SAFETY, _tr("Say who")
        return (StandingRow(name, words, "notice", page, verb, open=True, detail=waits[0].id),)
    settled = all(not one.waiting for one in account.disclosures)
    words = _tr("Everybody was told who has to be")
    if not settled:
        words = _tr("Sealed by a written decision, although not everybody was told")
    return (StandingRow(name, words, "shield", PageName.SAFETY, _tr("See")),)


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
