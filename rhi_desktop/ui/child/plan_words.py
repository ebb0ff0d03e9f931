"""Owns the words of the plan page: titles, who made a line, what is agreed, who may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine
from rhi_desktop.ui import dates
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.translation import noop


@dataclass(frozen=True, slots=True)
class BlockWords:
    """How one card of the plan is headed, and what its button says."""

    title: str
    icon: IconName
    add: str


def block_words(block: PlanBlock) -> BlockWords:
    """The words of a card."""
    title, icon, add = _BLOCKS[block]
    return BlockWords(_tr(title), icon, _tr(add))


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
    said = agreed_words(line)
    return _tr("{who}. {agreed}").format(who=author_words(line), agreed=said) if said else (
        author_words(line)
    )  # fmt: skip


def seen_by(people: Sequence[str], interviewer: str) -> str:
    """The sentence at the top: it always agrees with the choice at the foot."""
    if not people:
        return _tr("You say: only you and {interviewer}. The report holds it too.").format(
            interviewer=interviewer
        )
    first = ", ".join((interviewer, *people[:-1]))
    words = _tr("You say: you, {first} and {last}. The report holds it too.")
    return words.format(first=first, last=people[-1])


_BLOCKS: dict[PlanBlock, tuple[str, IconName, str]] = {
    PlanBlock.SIGNS: (
        noop("plan", "Signs it\u2019s getting too much"),
        "signs",
        noop("plan", "Add your own"),
    ),
    PlanBlock.HELPS: (
        noop("plan", "Things that help me stay"),
        "music",
        noop("plan", "Add your own"),
    ),
    PlanBlock.PEOPLE: (
        noop("plan", "People I can go to"),
        "people",
        noop("plan", "Add someone"),
    ),
    PlanBlock.IF_I_GO: (
        noop("plan", "If I do go, I will"),
        "bag",
        noop("plan", "Add your own"),
    ),
    PlanBlock.ADULTS: (
        noop("plan", "What I want adults to do"),
        "hand",
        noop("plan", "Add your own"),
    ),
    PlanBlock.REVIEW: (
        noop("plan", "When we look at this again"),
        "calendar",
        noop("plan", "Add a day"),
    ),
}
SHOWN = tuple(_BLOCKS)
"""The cards of the page, in its order."""
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
