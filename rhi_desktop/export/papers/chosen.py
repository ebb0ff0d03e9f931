"""Owns what a child chooses for a paper of their own, and which lines of the plan stand on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import says_something
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.export.content import Run, Text, Tone
from rhi_desktop.export.sheet import Face, Ink, Item, Sign, Type
from rhi_desktop.export.wording import say

HOUSE_LANGUAGE = "en-GB"


Lines = Mapping[PlanBlock, Sequence[PlanLine]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a child wants on the paper. Safe places and the code word are off until asked for.

    `title` is the child's own; empty, it is "My plan". `titles` are the names of the blocks where
    the pack of the plan has its own.
    """

    title: str = field(default="", repr=False)
    drawing: bool = True
    places: bool = False
    code_word: bool = False
    named: bool = True
    """With the name the child likes to be called."""
    seers: bool = True
    """With who may see it."""
    titles: Mapping[PlanBlock, str] = field(default_factory=dict)

    def wants(self, block: PlanBlock) -> bool:
        """Whether lines of a block may stand on the paper."""
        asked = {PlanBlock.PLACES: self.places, PlanBlock.CODE_WORD: self.code_word}
        return asked.get(block, True)


def own_lines(plan: SafetyPlan | None, chosen: Chosen) -> dict[PlanBlock, tuple[PlanLine, ...]]:
    """The child's lines, block by block; a block without any is not in it.

    What somebody wrote down for the child, and the child said no to, is not the child's.
    """
    found: dict[PlanBlock, tuple[PlanLine, ...]] = {}
    for line in plan.standing if plan is not None and not plan.declined else ():
        if is_own(line) and chosen.wants(line.block):
            found[line.block] = (*found.get(line.block, ()), line)
    return found


def placed(lines: Lines) -> Lines:
    """The lines where they stand on paper: the code word has no heading that gives it away."""
    word = lines.get(PlanBlock.CODE_WORD, ())
    moved: dict[PlanBlock, Sequence[PlanLine]] = {
        block: group for block, group in lines.items() if block is not PlanBlock.CODE_WORD
    }
    if word:
        moved[PlanBlock.IF_I_GO] = (*moved.get(PlanBlock.IF_I_GO, ()), *word)
    return moved


def is_own(line: PlanLine) -> bool:
    """Whether a line is the child's and says something."""
    refused = line.author is PlanAuthor.WRITTEN_FOR_CHILD and line.agreed is Agreed.NO
    promise = line.author is PlanAuthor.ADULT_PROMISE
    return not refused and not promise and says_something(line.words)


def promises(plan: SafetyPlan | None) -> tuple[PlanLine, ...]:
    """What adults promise, in whatever block they wrote it."""
    lines = plan.standing if plan is not None and not plan.declined else ()
    found = (line for line in lines if line.author is PlanAuthor.ADULT_PROMISE)
    return tuple(line for line in found if says_something(line.words))


def called(account: Account, chosen: Chosen) -> str:
    """The name for the paper; empty when there is none, or none is wanted."""
    return account.case.child.called.strip() if chosen.named else ""


def tongue(account: Account) -> str:
    """The language of the child's words, where it is not that of the paper."""
    language = account.case.child.language
    return "" if language == HOUSE_LANGUAGE else language


def plain(words: str, tone: Tone = Tone.PLAIN) -> Text:
    """One run."""
    return (Run(words, tone),)


def authored(account: Account, line: PlanLine) -> Item:
    """A line with a dot when the child typed it, a pencil when somebody wrote it down."""
    if line.author is PlanAuthor.CHILD:
        return Item(plain(line.words), say("own_typed"), language=tongue(account))
    name = account.interview.interviewer.name
    note = plain(say("own_not_yet")) if line.agreed is Agreed.NOT_YET else ()
    spoken = say("own_written", name=name)
    words = plain(line.words)
    return Item(words, spoken, Sign.PENCIL, note=note, language=tongue(account))


@dataclass(frozen=True, slots=True)
class Scale:
    """The types of one paper."""

    head: Type
    body: Type
    small: Type
    call: Type


def scale(head: float, body: float, ink: Ink = Ink.CHILD) -> Scale:
    """Leadings follow from the sizes; calls are telephone numbers."""
    return Scale(
        Type(head, round(head * 1.23, 1), Face.STRONG, ink),
        Type(body, round(body * 1.355, 1)),
        Type(9, 12.4, ink=Ink.QUIET),
        Type(body, round(body * 1.3, 1), Face.STRONG_FIGURES, ink),
    )


def total(lines: Lines) -> int:
    """How many lines there are."""
    return sum(len(group) for group in lines.values())
