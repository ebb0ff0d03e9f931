"""Owns how answers and facts are printed: in their groups, every blank by its name, never a no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rhi_desktop.domain.answer import Answer, Blank
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.export.content import Block, Entries, Entry, Mark, Sub, Table, Text
from rhi_desktop.export.source import LANGUAGE, Source, plain
from rhi_desktop.export.wording import say, say_of
from rhi_desktop.forms.flow import prompts
from rhi_desktop.forms.kinds import KINDS, given
from rhi_desktop.forms.kinds import say as say_answer
from rhi_desktop.forms.model import Question

Stood = Mapping[str, Answer | Fact]
WIDTHS = (88, 88)


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions that were offered, and what stands for each. A line kept under one is enough."""

    questions: tuple[Question, ...]
    stood: Stood
    kept: frozenset[str] = frozenset()
    stopped: bool = False
    """The child stopped the talk: what had not come up by then was not reached."""
    title: str = field(default="", repr=False)

    def blocks(self) -> list[Block]:
        """A table for each group, then the blanks, those of one kind and reason together."""
        found: list[Block] = []
        for group, questions in self._groups().items():
            rows = [self._row(question) for question in questions if self._told(question)]
            if rows:
                head = (group or say("question"), "" if found else say("answer"))
                found.append(_table(head, rows, self.title))
        entries = self.blank_entries()
        if entries:
            found.append(Entries(entries, say("continued", title=self.title)))
        return found

    def blank_entries(self) -> tuple[Entry, ...]:
        """What stands blank where a reader would take silence for a no, each kind once."""
        runs: dict[tuple[str, str], list[str]] = {}
        for question in self.questions:
            blank = self._blank(question)
            if blank is not None:
                runs.setdefault(blank, []).append(question.ask.get(LANGUAGE))
        return tuple(
            _blank_entry(label, reason, " ".join(asked)) for (label, reason), asked in runs.items()
        )

    def _groups(self) -> dict[str, list[Question]]:
        groups: dict[str, list[Question]] = {}
        for question in self.questions:
            groups.setdefault(question.group.get(LANGUAGE), []).append(question)
        return groups

    def _told(self, question: Question) -> bool:
        found = self.stood.get(question.id)
        return found is not None and bool(found.values)

    def _row(self, question: Question) -> tuple[Text, ...]:
        return plain(question.ask.get(LANGUAGE)), plain(said(question, self.stood[question.id]))

    def _blank(self, question: Question) -> tuple[str, str] | None:
        found = self.stood.get(question.id)
        if self._told(question) or question.id in self.kept:
            return None
        if found is not None and found.blank is not None:
            # What is explained before the talk is said, not asked.
            unsaid = question.first and found.blank is Blank.NOT_ASKED
            label = say("blank_unsaid") if unsaid else say_of("blank", found.blank)
            return label, found.reason.strip()
        if not question.sensitive:
            return None
        if self.stopped:
            return say_of("blank", Blank.NOT_REACHED), ""
        blank = given(question, None).blank or KINDS[question.kind].blank(question)
        return say_of("blank", blank), ""


def _table(head: tuple[str, str], rows: list[tuple[Text, ...]], title: str) -> Table:
    kept = say("continued", title=title)
    return Table(head[0], head, tuple(rows), WIDTHS, wide=True, continued=kept, dense=True)


def _blank_entry(label: str, reason: str, asked: str) -> Entry:
    words = f"{asked} {say('blank_because', reason=reason)}" if reason else asked
    return Entry(Mark.BLANK, label, say("spoken_bare", label=label), words)


def said(question: Question, answer: Answer | Fact) -> str:
    """What stands for a question in words of the pack, and why when somebody said why."""
    told = say_answer(question, answer, LANGUAGE)
    because = answer.reason.strip()
    if not because:
        return told
    stop = "" if told.endswith((".", "?", "!")) else "."
    return f"{told}{stop} {say('blank_because', reason=because)}"


def of_talk(source: Source, section: str, title: str) -> Asked:
    """What was asked in one section of the talk, of all packs of the interview."""
    account = source.account
    offered = [one for pack in source.packs for one in prompts(pack, account, section)]
    kept = frozenset(line.question_id for line in account.standing if line.voice.is_heard)
    stopped = account.interview.outcome is Outcome.STOPPED_BY_CHILD
    stood: Stood = {answer.question_id: answer for answer in account.answers}
    if not source.talked:
        # Where nobody was heard, nothing was asked: a list of all of it would say nothing.
        offered = [one for one in offered if one.id in stood]
    return Asked(tuple(offered), stood, kept, stopped, title)


def of_facts(source: Source, section: str, facts: Iterable[Fact], title: str) -> Asked:
    """What is known beside the talk: only what stands, for silence there says nothing."""
    stood = {fact.question_id: fact for fact in facts}
    offered = [
        one
        for pack in source.packs
        for one in prompts(pack, tuple(stood.values()), section)
        if one.id in stood
    ]
    return Asked(tuple(offered), stood, title=title)


def headed(title: str, blocks: list[Block]) -> list[Block]:
    """The blocks under a heading of their own; nothing when there are none."""
    return [Sub(title), *blocks] if blocks else []


def silent(asked: Asked) -> int:
    """How many questions about harm stand blank."""
    return sum(
        1
        for question in asked.questions
        if question.sensitive
        and question.id not in asked.kept
        and not (question.id in asked.stood and asked.stood[question.id].values)
    )
