"""Owns what a report is made from, and the small phrases that several of its parts need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.clock import Clock
from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import EpisodeId, LineId
from rhi_desktop.domain.interview import Account, Seal
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.plan import PlanLine
from rhi_desktop.export.content import Mark, Run, Text, Tone
from rhi_desktop.export.wording import say, say_of, tied
from rhi_desktop.forms.model import IndicatorSet, Pack, Question

NOTHING = "\u2013"
LONG_RUN = 2
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
    packs: tuple[Pack, ...]
    """The questions of the talk first, then the packs beside them."""
    clocks: Mapping[EpisodeId, Clock]
    by: SignedBy
    referrals: Mapping[str, str] = field(default_factory=dict)
    """What the profile calls each kind of referral."""

    @property
    def who(self) -> str:
        """The child, by initials."""
        return self.account.case.child.initials

    @property
    def talked(self) -> bool:
        """False where no talk was held, and none may have begun."""
        interview = self.account.interview
        return interview.begun and (interview.outcome is None or interview.outcome.held)

    @property
    def indicator_sets(self) -> tuple[IndicatorSet, ...]:
        """Every list of indicators of the packs."""
        return tuple(group for pack in self.packs for group in pack.sets)

    def question(self, question_id: str) -> Question | None:
        """The question of this id in any of the packs."""
        found = (pack.question(question_id) for pack in self.packs)
        return next((question for question in found if question is not None), None)

    def line_numbers(self, line_ids: Sequence[LineId]) -> tuple[int, ...]:
        """The numbers of standing lines, in order; a line that was taken back has none."""
        wanted = set(line_ids)
        return tuple(line.number for line in self.account.standing if line.id in wanted)

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


def listed(texts: Sequence[str]) -> str:
    """Several names, one after the other."""
    return "; ".join(texts)


def numbered(numbers: Sequence[int]) -> str:
    """Numbers of lines in a column of their own, as in: 4, 8, 15."""
    return ", ".join(_runs(sorted(numbers))) or NOTHING


def _runs(numbers: Sequence[int]) -> list[str]:
    """Three or more in a row are told by their ends."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        text
        for run in runs
        for text in ([f"{run[0]}\u2013{run[-1]}"] if len(run) > LONG_RUN else map(str, run))
    ]


def row(*texts: str) -> tuple[Text, ...]:
    """Cells of a table: the first stands out."""
    return (strong(texts[0]), *(plain(text) for text in texts[1:]))


def blank_words(blank: Blank, reason: str) -> str:
    """The blank as it is named, and why."""
    named = say_of("blank", blank)
    return f"{named}. {say('blank_because', reason=reason)}" if reason.strip() else f"{named}."
