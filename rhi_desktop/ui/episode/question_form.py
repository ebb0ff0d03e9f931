"""Owns a calm form out of a pack's questions: headings, nothing required, all kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.episode.question_row import QuestionRow
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import H3, Item, Text, card, column
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.entries import NewAnswer


@dataclass(frozen=True, slots=True)
class AnswerSource:
    """Where the answers of a form stand: read anew after each act, kept by `put`."""

    prefix: str
    child: str = field(repr=False)
    language: str
    stands: Callable[[], Iterable[Answer | Fact]] = field(repr=False)
    offered: Callable[[], Iterable[Question]] = field(repr=False)
    put: Callable[[NewAnswer, Moment], object] = field(repr=False)


class QuestionForm(QWidget):
    """Every question of one section; those without a group stand under `title`.

    Emits `kept` after each answer was committed.

    Questions that are not offered are hidden, what was answered to them stays. `groups` gives a
    card for each heading; the page decides where they stand.
    """

    kept = Signal()

    def __init__(
        self,
        shell: Shell,
        source: AnswerSource,
        questions: Iterable[Question],
        title: str = "",
        *,
        narrow: bool = False,
    ) -> None:
        super().__init__()
        self._shell, self._source = shell, source
        self.rows = {
            one.id: QuestionRow(one, source.child, source.language, narrow=narrow)
            for one in questions
        }
        for made in self.rows.values():
            made.answered.connect(self._keep)
            made.typed.connect(self._mark)
        self._groups: dict[str, list[QuestionRow]] = {}
        for made in self.rows.values():
            group = made.question.group.get(source.language) or title
            self._groups.setdefault(group, []).append(made)
        self._frames: dict[str, QFrame] = {}

    def groups(self) -> Mapping[str, QFrame]:
        """A card for each group, in the pack's order, under its heading."""
        for title, rows in self._groups.items():
            if title not in self._frames:
                self._frames[title] = card(_lay_out(title, rows))
        self.refresh()
        return self._frames

    def first_of(self, title: str) -> QWidget | None:
        """Where the focus goes when somebody chose a group."""
        shown = (one for one in self._groups[title] if not one.isHidden())
        return next((one.first for one in shown if one.first is not None), None)

    def refresh(self) -> None:
        """Show what stands, and only what is offered or was answered."""
        stands = {one.question_id: one for one in self._source.stands()}
        offered = {one.id for one in self._source.offered()}
        for question_id, made in self.rows.items():
            stood = stands.get(question_id)
            made.show_answer(stood)
            answered = stood is not None and bool(stood.values or stood.blank)
            made.show_apart(apart=answered and question_id not in offered)
            _show(made, wanted=question_id in offered or answered)
        for title, frame in self._frames.items():
            _show(frame, wanted=any(not one.isHidden() for one in self._groups[title]))

    def _keep(self, given: NewAnswer) -> None:
        # What is still waiting was meant before this, and must not be written after it.
        self._shell.autosave.flush()
        try:
            self._source.put(given, self._shell.moment())
        except RhiError as error:
            self._shell.refuse(error)
            return
        self._shell.saved()
        self.refresh()
        self.kept.emit()

    def _mark(self, part: str, given: NewAnswer) -> None:
        def write(_edit: Edit, at: Moment) -> None:
            self._source.put(given, at)

        key = f"{self._source.prefix}/{given.question_id}/{part}"
        words = given.reason if part == "reason" else "\n".join(given.values)
        self._shell.autosave.mark(key, words, 0, write)


def _show(part: QWidget, *, wanted: bool) -> None:
    # What is not on a page yet must not become a window of its own for a moment.
    if not wanted or part.parentWidget() is not None:
        part.setVisible(wanted)


def _lay_out(title: str, rows: Iterable[QuestionRow]) -> QLayout:
    heading: tuple[Item, ...] = (Text(title, H3, wrap=True),) if title else ()
    return column(*heading, *rows, gap=22, margins=(24, 18, 24, 22))
