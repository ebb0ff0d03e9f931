"""Owns what to write: the words as spoken, each keep with its time, and what is noted beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.disclosure.ticks import Ticks
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.widgets import (
    H3,
    SAID,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    TINY,
    Button,
    Item,
    Picture,
    Text,
    column,
    draw_edge,
    empty,
    hline,
    quoted,
    row,
    sized,
    wrap,
)
from rhi_desktop.ui.words_area import WordsArea
from rhi_desktop.workflow.entries import NewStep


class WordsCard(QFrame):
    """The box for words, three prompts and no more, the ticks, Keep.

    Emits `kept` (tuple of NewStep), `asked_line` (a DisclosureStep whose words shall be a line of
    the conversation as well) and `asked_told` (Told: when was it?).
    """

    kept = Signal(object)
    asked_line = Signal(object)
    asked_told = Signal(object)

    def __init__(self, child: str, interviewer: str, typed: HalfTyped) -> None:
        super().__init__()
        self.setObjectName("words_card")
        self.setProperty("card", "surface")
        self._child, self._typed = child, typed
        title = self.tr("What {child} said, word for word").format(child=child)
        self.area = WordsArea(title, lines=4)
        self.area.setObjectName("exact_words")
        typed.watch(self.area, "words")
        self.ticks = Ticks(child, interviewer, typed)
        self.ticks.asked_told.connect(self.asked_told)
        self._said = column(gap=6)
        self._keep = Button(self.tr("Keep"), "primary")
        self._keep.setObjectName("keep_words")
        self._keep.clicked.connect(self._tell)
        self.setLayout(self._inside(title))

    def _inside(self, title: str) -> QVBoxLayout:
        stop = self.tr("Stop asking about it now. Others will, once, and gently.")
        kept = self.tr("Kept with the case. It cannot be removed, only added to.")
        foot = row((Text(kept, SMALL_QUIET, wrap=True), 1), 16, sized(self._keep, 96))
        return column(
            Text(title, H3, wrap=True), 2, Text(stop, SMALL_QUIET, wrap=True), 8,
            wrap(self._said), 2, self.area, 10, self._prompts(), 14,
            Text(self.tr("Written down for the record"), STRONG), 8, self.ticks, 10,
            hline(), 14, foot, margins=(28, 18, 28, 16),
        )  # fmt: skip

    def _prompts(self) -> QVBoxLayout:
        lead = self.tr("If {child} goes on by themselves, say no more than:")
        said = (
            self.tr("\u201cTell me.\u201d"),
            self.tr("\u201cExplain what you mean.\u201d"),
            self.tr("\u201cDescribe it.\u201d"),
        )
        words: list[Item] = []
        for one in said:
            words += [Text(one, STRONG), 16]
        return column(
            Text(lead.format(child=self._child), SMALL_QUIET, wrap=True), 2, row(*words, "*")
        )

    @property
    def pending(self) -> tuple[NewStep, ...]:
        """What Keep would keep: words, and what was ticked."""
        words = self.area.words()
        said = (NewStep(StepKind.WORDS, words=words),) if words.strip() else ()
        return (*said, *self.ticks.pending)

    def show_steps(
        self, disclosure: Disclosure | None, lines: Sequence[Line], *, may_add_line: bool
    ) -> None:
        """Show what was kept."""
        steps = () if disclosure is None else disclosure.steps
        self.ticks.show_steps(steps)
        empty(self._said)
        for number, step in enumerate((s for s in steps if s.kind is StepKind.WORDS), 1):
            self._said.addWidget(self._words(step, number, lines, may_add_line=may_add_line))

    def clear(self) -> None:
        """What was typed is kept."""
        self.area.clear()
        self.ticks.clear()
        self._typed.forget()

    def _words(
        self, step: DisclosureStep, number: int, lines: Sequence[Line], *, may_add_line: bool
    ) -> QWidget:
        said = Text(
            quoted(Voice.CHILD, step.words), SAID, wrap=True, align=starting_side(step.words)
        )
        same = next((x for x in lines if x.voice is Voice.CHILD and x.words == step.words), None)
        below: list[Item] = [Text(clock_time(step.written_at), TINY.figures), 12]
        if same is not None:
            also = self.tr("Also line {number} of the conversation").format(number=same.number)
            below += [Text(also, TINY)]
        elif may_add_line:
            link = Button(
                self.tr("Keep as a line of the conversation too"), "link", size=SMALL_LINE
            )
            link.setObjectName(f"keep_as_line_{number}")
            spoken = self.tr("Keep the words of {time} as a line of the conversation too")
            link.setAccessibleName(spoken.format(time=clock_time(step.written_at)))
            link.clicked.connect(lambda: self.asked_line.emit(step))
            below += [link]
        edge = Picture(_edge, "", width=3)
        return wrap(column(row(edge, 14, (column(said, row(*below, "*")), 1)), 8))

    def _tell(self) -> None:
        self.kept.emit(self.pending)


def _edge(painter: QPainter, box: QRectF) -> None:
    draw_edge(painter, Voice.CHILD, box.left(), box.top(), box.bottom())
