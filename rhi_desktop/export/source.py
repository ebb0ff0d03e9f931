"""Owns what a report is made from, and the small phrases that several of its parts need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.clock import Clock
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import EpisodeId
from rhi_desktop.domain.interview import Account, Seal
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.plan import PlanLine
from rhi_desktop.export.content import Mark, Run, Text, Tone
from rhi_desktop.export.wording import say, say_of, tied
from rhi_desktop.forms.kinds import say as say_answer
from rhi_desktop.forms.model import Pack, Question

LANGUAGE = "en"
"""The language the sentences of the report are in."""
MARKS = {
    Voice.CHILD: Mark.CHILD,
    Voice.SAW: Mark.SEEN,
    Voice.TOLD: Mark.TOLD,
    Voice.VIEW: Mark.VIEW,
    Voice.ASKED: Mark.ASKED,
}


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who is going to sign, as page text: six words and the SHA-256 of the certificate (hex)."""

    name: str
    role: str
    organisation: str
    words: tuple[str, ...]
    certificate_sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """Everything one report may say. The account is already without what was taken out."""

    account: Account = field(repr=False)
    seal: Seal | None
    pack: Pack
    clocks: Mapping[EpisodeId, Clock]
    by: SignedBy

    @property
    def who(self) -> str:
        """The child, by initials."""
        return self.account.case.child.initials

    @property
    def plan_lines(self) -> tuple[PlanLine, ...]:
        """The standing lines of the plan; none when there is no plan."""
        return self.account.plan.standing if self.account.plan else ()

    @property
    def latest(self) -> Episode | None:
        """The time away that the first page tells of: the one that ended last."""
        ended = [(e.returned, e) for e in self.account.episodes if e.returned is not None]
        if ended:
            return max(ended, key=itemgetter(0))[1]
        return self.account.episodes[-1] if self.account.episodes else None

    def say(self, key: str, **facts: str | int) -> str:
        """A sentence with the child's initials filled in."""
        return say(key, who=self.who, **facts)

    def label(self, mark: Mark) -> str:
        """Whose words a mark stands for."""
        return say_of("voice", mark, who=self.who)


def plain(text: str) -> Text:
    """A text without emphasis."""
    return (Run(text),)


def strong(text: str) -> Text:
    """A text that stands out."""
    return (Run(text, Tone.STRONG),)


def quiet(text: str) -> Text:
    """A text that stands back."""
    return (Run(text, Tone.QUIET),)


def line_name(line: Line) -> str:
    """How a line is named, as in: line 21."""
    return tied(say("line", number=line.number))


def plan_number(line: PlanLine) -> str:
    """How a line of the plan is named beside its words, as in: plan 2."""
    return tied(say("plan_line", number=line.number))


def answered(question: Question, answer: Answer | None) -> str:
    """What stands for a question in words of the pack, and why when somebody said why."""
    told = say_answer(question, answer, LANGUAGE)
    because = answer.reason.strip() if answer else ""
    return f"{told}. {say('blank_because', reason=because)}" if because else told


def listed(texts: Sequence[str]) -> str:
    """Several names, one after the other."""
    return "; ".join(texts)


def blank_words(blank: Blank, reason: str) -> str:
    """The blank as it is named, and why."""
    named = say_of("blank", blank)
    return f"{named}. {say('blank_because', reason=reason)}" if reason.strip() else f"{named}."
