"""Owns the order of the guided questions: open ones first, the others only if they fit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.line import Topic
from rhi_desktop.forms import flow
from rhi_desktop.forms.model import Question, Section
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.topics import blank_word, lines_word, topic_word

_ELSEWHERE = frozenset({"child", "away", "meeting", "view", "plan"})
"""Parts of a pack that have pages of their own."""
_OPEN = "open"
_OPENING = 3
"""So many open questions begin a part: with more it would be a form."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a part in its list of contents; no question stands for "more to ask"."""

    question: Question | None
    words: str
    state: str
    group: str = ""


class Guide:
    """Which questions there are now, and which comes next. Nothing is locked and nothing required.

    `more` says whether what lies behind the open questions is offered on the way too.
    """

    def __init__(self, talk: Conversation, detail: str) -> None:
        self._talk = talk
        self.more = False
        asked = self.questions()
        here = next((q.section for q in asked if q.id == detail), "")
        self.sections = tuple(
            section
            for section in talk.pack.sections
            if (section.id not in _ELSEWHERE or section.id == here)
            and any(q.section == section.id for q in asked)
        )
        self.first = self._first(detail)
        self.more = self.first not in self.opening(self.first.section)

    def questions(self) -> tuple[Question, ...]:
        """What is offered, and what was answered before it was no longer offered."""
        talk = self._talk
        offered = {question.id for question in talk.prompts()}
        kept = {a.question_id for a in talk.account.answers if a.values or a.blank}
        return tuple(q for q in talk.pack.questions if q.id in offered | kept)

    def of(self, section: str) -> list[Question]:
        """The questions of one part, in the order of the pack."""
        return [q for q in self.questions() if q.section == section]

    def opening(self, section: str) -> list[Question]:
        """What a part begins with: its open questions; all of it where it is no topic."""
        asked = self.of(section)
        topics = {topic.value for topic in Topic}
        if section not in topics:
            return asked
        beginning = [q for q in asked if q.kind == _OPEN and not q.sensitive and not q.offer_when]
        return beginning[:_OPENING] or asked[:1]

    def in_order(self, section: str) -> list[Question]:
        """All questions of a part: those that open it, then the others in the pack's order."""
        opening = self.opening(section)
        return [*opening, *(q for q in self.of(section) if q not in opening)]

    def walk(self) -> list[Question]:
        """The questions in the order in which one goes on."""
        return [
            question
            for section in self.sections
            for question in (self.in_order(section.id) if self.more else self.opening(section.id))
        ]

    def after(self, question: Question, way: int) -> Question | None:
        """The next question, or the one before; None at either end."""
        every = [q.id for section in self.sections for q in self.in_order(section.id)]
        here = every.index(question.id) if question.id in every else -1
        walk = self.walk()
        if way > 0:
            return next((q for q in walk if every.index(q.id) > here), None)
        return next((q for q in reversed(walk) if every.index(q.id) < here), None)

    def section_of(self, question: Question) -> Section:
        """The part a question stands in."""
        return next(x for x in self._talk.pack.sections if x.id == question.section)

    def part_words(self) -> list[str]:
        """What each part is called."""
        language = self._talk.account.case.child.language
        return [
            topic_word(section.topic) if section.topic else section.title.get(language)
            for section in self.sections
        ]

    def contents(self, section: str) -> list[Entry]:
        """The list of contents of one part, each question with its state in words."""
        opening, every = self.opening(section), self.in_order(section)
        shown = every if self.more else opening
        offered = {question.id for question in self._talk.prompts()}
        waiting = frozenset(self.left_open(section))
        language = self._talk.account.case.child.language
        entries = [
            Entry(
                question,
                question.ask.get(language),
                self._state(question, waiting, offered=question.id in offered),
                question.group.get(language),
            )
            for question in shown
        ]
        if len(opening) < len(every):
            entries.insert(len(opening), Entry(None, self._more_words(section), ""))
        return entries

    def left_open(self, section: str) -> tuple[str, ...]:
        """The sensitive questions of a part for which nothing stands yet."""
        return flow.leave_rest(self._talk.pack, self._talk.account, section)

    def _state(self, question: Question, waiting: frozenset[str], *, offered: bool) -> str:
        """How a question stands, in words: heard, answered, left, or nothing yet."""
        translate, talk = QCoreApplication.translate, self._talk
        lines = [x for x in talk.account.standing if x.question_id == question.id]
        heard = len([x for x in lines if x.voice.is_heard])
        said = _said(talk.answer_of(question.id))
        if heard:
            said = translate("guide", "heard, {lines}").format(lines=lines_word(heard))
        if not offered:
            kept = translate("guide", "no longer asked; kept")
            return f"{said}, {kept}" if said else kept
        if question.id in waiting and not said:
            return translate("guide", "needs an answer or a reason")
        return said or translate("guide", "not yet")

    def _more_words(self, section: str) -> str:
        rest = len(self.of(section)) - len(self.opening(section))
        words = QCoreApplication.translate("guide", "More to ask, if it fits: {count}")
        return words.format(count=rest)

    def _first(self, detail: str) -> Question:
        asked = [q for q in self.questions() if q.section in {x.id for x in self.sections}]
        named = [q for q in asked if detail in {q.id, q.section}]
        topical = [q for q in asked if q.section in {topic.value for topic in Topic}]
        quiet = [q for q in topical if not self._talk.heard(Topic(q.section))]
        return next(iter((*named, *quiet, *topical, *asked)))


def _said(answer: Answer | None) -> str:
    translate = QCoreApplication.translate
    if answer is None or (not answer.values and answer.blank is None):
        return ""
    if answer.blank is None:
        return translate("guide", "answered")
    return translate("guide", "left: {why}").format(why=blank_word(answer.blank))
