"""Owns the small forms that open in place: when somebody was told, or why they need not be."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rhi_desktop.domain.disclosure import StepKind, Told
from rhi_desktop.errors import Problem
from rhi_desktop.ui.episode.moment_field import MomentField
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.messages import problem_words
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    Button,
    Field,
    Item,
    LabelledField,
    column,
    labelled_field,
    row,
)
from rhi_desktop.workflow.entries import NewStep

_WIDTH = 320


class StepForm(QWidget):
    """Fields for one step. Emits `kept` when Keep is pressed and `left` when it is given up.

    `step()` is what stands in it; `say` shows beside each field what has to be changed.
    """

    kept = Signal()
    left = Signal()

    def __init__(self, kind: StepKind, whom: Told | None, name: str, typed: HalfTyped) -> None:
        super().__init__()
        self.setObjectName(f"form_{kind.value}_{name}")
        self.kind, self.whom, self.typed = kind, whom, typed
        self._stem = f"{kind.value}_{name}"
        self._fields: dict[str, LabelledField] = {}
        self.moment: MomentField | None = None
        parts: list[Item] = []
        if kind is StepKind.TOLD:
            self.moment = MomentField(self.tr("When"), self._stem)
            self.moment.edited.connect(self._mark_moment)
            parts += [self.moment, 10, self._field("name", self.tr("Who you spoke to")), 10]
            parts += [self._field("reference", self.tr("Reference"), self.tr("if there is one"))]
        elif kind is StepKind.OVERRIDE:
            parts += [self._field("name", self.tr("Who decides this")), 10]
        if kind is not StepKind.TOLD:
            parts += [self._field("words", self.tr("Because"))]
        self.setLayout(column(*parts, 12, self._buttons()))

    def _field(self, name: str, label: str, optional: str = "") -> LabelledField:
        field = Field()
        field.setObjectName(f"{self._stem}_{name}")
        field.returnPressed.connect(self.kept)
        field.setMaximumWidth(theme().px(_WIDTH))
        self.typed.watch(field, name)
        self._fields[name] = labelled_field(label, field, optional=optional)
        return self._fields[name]

    def _buttons(self) -> QHBoxLayout:
        keep = Button(self.tr("Keep"))
        keep.setObjectName(f"{self._stem}_keep")
        keep.clicked.connect(self.kept)
        leave = Button(self.tr("Not now"), "quiet")
        leave.setObjectName(f"{self._stem}_leave")
        leave.clicked.connect(self.left)
        return row(keep, 8, leave, "*")

    def begin(self, now: datetime) -> None:
        """Open the form: the time of now, unless something was typed before."""
        if self.moment is not None:
            day, at = self.typed.text("day"), self.typed.text("time")
            if day or at:
                self.moment.day.setText(day)
                self.moment.time.setText(at)
                self.moment.ask()
            else:
                self.moment.show_moment(now.replace(second=0, microsecond=0))

    @property
    def first(self) -> QWidget:
        """Where typing starts: the name, or the reason."""
        return next(iter(self._fields.values())).field

    def step(self) -> NewStep | None:
        """What stands in the form; None while the time in it cannot be read, and it says so."""
        at = None
        if self.moment is not None:
            written = self.moment.written()
            if written.odd or written.moment is None or written.day_only:
                self.moment.say(written.odd or self.tr("Write the time as 16:40."))
                self.moment.odd_part.setFocus()
                return None
            at = written.moment
        name, reference, words = (self._text(one) for one in ("name", "reference", "words"))
        return NewStep(self.kind, self.whom, at, name, reference, words)

    def say(self, problems: list[Problem]) -> None:
        """Show what has to be changed beside each field, and go to the first."""
        said = {problem.where: problem_words(problem) for problem in problems}
        if self.moment is not None:
            self.moment.say(said.get("happened_at", ""))
        for name, field in self._fields.items():
            field.say(said.get(name, ""))
        odd = next((name for name in self._fields if name in said), "")
        if odd:
            self._fields[odd].field.setFocus()
        elif said and self.moment is not None:
            self.moment.time.setFocus()

    def clear(self) -> None:
        """What stood here was kept: the form is empty for the next time."""
        for labelled in self._fields.values():
            if isinstance(labelled.field, Field):
                labelled.field.clear()
        self.typed.forget()

    def _text(self, name: str) -> str:
        labelled = self._fields.get(name)
        return labelled.field.text() if labelled and isinstance(labelled.field, Field) else ""

    def _mark_moment(self) -> None:
        if self.moment is not None:
            self.typed.mark("day", self.moment.day.text())
            self.typed.mark("time", self.moment.time.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape closes the form before it leaves the page; what was typed stays a draft."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
