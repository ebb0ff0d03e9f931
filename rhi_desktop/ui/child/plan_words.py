"""Owns the words of the plan: who made a line, what is agreed, who may see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.plan import (
    Agreed,
    PlanAuthor,
    PlanBlock,
    PlanLine,
    SafetyPlan,
    Sight,
)
from rhi_desktop.ui import dates
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.translation import noop


def block_icon(block: PlanBlock) -> IconName:
    """The sign beside the title of a card."""
    return _BLOCKS[block][0]


def add_words(block: PlanBlock) -> str:
    """What the button of a card says."""
    return _tr(_BLOCKS[block][1])


def author_words(line: PlanLine) -> str:
    """Who made a line; a promise says who keeps it and by when, or that this is still open."""
    if line.author is PlanAuthor.CHILD:
        return _tr("Typed by me")
    if line.author is PlanAuthor.WRITTEN_FOR_CHILD:
        return _tr("Written down for me")
    if line.promised_by and line.by_when is not None:
        when = dates.short_day(line.by_when)
        return _tr("{who} promises, by {when}").format(who=line.promised_by, when=when)
    if line.promised_by:
        return _tr("{who} promises. By when?").format(who=line.promised_by)
    if line.by_when is not None:
        return _tr("A promise by {when}. Who?").format(when=dates.short_day(line.by_when))
    return _tr("A promise. Who, and by when?")


def agreed_words(line: PlanLine) -> str:
    """Whether the child agrees; nothing where the child typed it and was not asked."""
    if line.author is PlanAuthor.CHILD and line.agreed is Agreed.NOT_YET:
        return ""
    return agreed_choice(line.agreed, standing=True)


def agreed_choice(agreed: Agreed, *, standing: bool = False) -> str:
    """The words of a choice, or of the state that stands."""
    return _tr((_STANDING if standing else _CHOICES)[agreed])


def below(line: PlanLine) -> str:
    """The quiet words below a line."""
    who, said = author_words(line), agreed_words(line)
    if not said:
        return who
    # What is still open ends with its own question mark.
    words = _tr("{who} {agreed}") if who.endswith("?") else _tr("{who}. {agreed}")
    return words.format(who=who, agreed=said)


def seen_by(plan: SafetyPlan | None, interviewer: str) -> str:
    """The sentence at the top: it always agrees with what was chosen for each person."""
    said = [_all(plan, interviewer)]
    if plan is not None:
        parts = [part.who for part in plan.parts]
        said += [_people(_tr("{who} sees parts of it."), _tr("{who} see parts of it."), parts)]
        said += [_people(_tr("Not {who}."), _tr("Not {who}."), plan.may_not_see)]
        anyway = [one.who for one in plan.anyway]
        said += [_people(_tr("{who} sees it anyway."), _tr("{who} see it anyway."), anyway)]
    return " ".join(part for part in (*said, _tr("The report holds it too.")) if part)


def _all(plan: SafetyPlan | None, interviewer: str) -> str:
    people = [who for who in plan.may_see if plan.sight_of(who) is Sight.ALL] if plan else []
    if not people:
        return _tr("Your choice: only you and {interviewer}.").format(interviewer=interviewer)
    first = ", ".join((interviewer, *people[:-1]))
    return _tr("Your choice: you, {first} and {last}.").format(first=first, last=people[-1])


def _people(one: str, more: str, people: Sequence[str]) -> str:
    if not people:
        return ""
    if len(people) == 1:
        return one.format(who=people[0])
    first = ", ".join(people[:-1])
    return more.format(who=_tr("{first} and {last}").format(first=first, last=people[-1]))


_OWN = noop("plan", "Add your own")
_BLOCKS: dict[PlanBlock, tuple[IconName, str]] = {
    PlanBlock.ME: ("person", _OWN),
    PlanBlock.SIGNS: ("signs", _OWN),
    PlanBlock.HELPS: ("music", _OWN),
    PlanBlock.PEOPLE: ("people", noop("plan", "Add someone")),
    PlanBlock.PLACES: ("pin", noop("plan", "Add a place")),
    PlanBlock.IF_I_GO: ("bag", _OWN),
    PlanBlock.CODE_WORD: ("key", _OWN),
    PlanBlock.PHONE: ("phone", _OWN),
    PlanBlock.UNSAFE: ("train", _OWN),
    PlanBlock.COMING_BACK: ("home", _OWN),
    PlanBlock.ADULTS: ("hand", _OWN),
    PlanBlock.WISHES: ("sun", noop("plan", "Add a wish")),
    PlanBlock.REVIEW: ("calendar", noop("plan", "Add a day")),
}
_CHOICES = {
    Agreed.YES: noop("plan", "Yes"),
    Agreed.NO: noop("plan", "No"),
    Agreed.NOT_YET: noop("plan", "Not yet"),
}
_STANDING = {
    Agreed.YES: noop("plan", "I agree"),
    Agreed.NO: noop("plan", "I do not agree"),
    Agreed.NOT_YET: noop("plan", "I have not agreed yet"),
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("plan", words)
