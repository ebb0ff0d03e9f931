"""Owns one indicator: its words, five answers of which none is chosen before, and its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.ids import LineId
from rhi_desktop.domain.line import Line, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.forms.model import Indicator, IndicatorSet
from rhi_desktop.ui.analysis.analysis_words import state_word
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.evidence import Evidence, quiet
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    Field,
    Item,
    OptionGrid,
    Radio,
    Text,
    column,
    row,
    sized,
    wrap,
)
from rhi_desktop.workflow import analysing
from rhi_desktop.workflow.analysis_entries import NewConcern
from rhi_desktop.workflow.drafts import Edit

ANSWERS = (
    Certainty.YES,
    Certainty.NOT_SURE,
    Certainty.NO,
    Certainty.CHOSE_NOT_TO_SAY,
    Certainty.NOT_ASKED,
)
"""In the order of the page. The first two need evidence; the last takes an answer back."""
WIDE = 66
STANDS = {Certainty.YES, Certainty.NOT_SURE}
STRENGTHS = analysing.STRENGTHS
"""What protects needs evidence as every other sign, and no action."""
SOURCED = frozenset({"push", "pull"})
"""Sets whose factors count only once somebody said whose evidence it is (rule 34)."""
LANGUAGE = "en-GB"


class IndicatorRow(QWidget):
    """One indicator of a set. Every answer is committed at once; what is typed, as it is typed.

    Emits `asked_lines` and `asked_action`; each is about this row.
    """

    asked_lines = Signal()
    asked_action = Signal()

    def __init__(self, desk: AnalysisDesk, of: IndicatorSet, indicator: Indicator) -> None:
        super().__init__()
        self._desk, self._set, self.indicator = desk, of, indicator
        self._new = self._blank()
        wording = indicator.text.get(LANGUAGE)
        number = 1 + [one.id for one in of.indicators].index(indicator.id)
        self.setAccessibleName(wording or self.tr("Sign {n}, in your own words").format(n=number))
        self.setObjectName(indicator.id)
        self._group = QButtonGroup(self)
        self.radios = {state: self._radio(state) for state in ANSWERS}
        self.own = Field(placeholder=self.tr("In your own words"))
        self.own.setObjectName(f"{indicator.id}_wording")
        self.own.setAccessibleName(self.tr("Another sign, in your own words"))
        self.own.textEdited.connect(lambda _words: self._mark())
        self.own.left.connect(self._left)
        self.evidence: Evidence | None = None
        self._lay_out(wording)
        self.setEnabled(desk.may_change)
        self.refresh()

    @property
    def concern(self) -> Concern | None:
        """What stands for this indicator, if anybody answered it."""
        found = self._desk.account.concerns
        key = (self._set.id, self.indicator.id)
        return next((one for one in found if (one.set_id, one.indicator_id) == key), None)

    @property
    def first(self) -> QWidget:
        """Where somebody goes on: the evidence that is missing, or the answers."""
        if self.evidence is not None and not self.evidence.isHidden():
            return self.evidence.add
        return next(iter(self.radios.values()))

    @property
    def line_ids(self) -> tuple[LineId, ...]:
        """The lines chosen as evidence."""
        return self._new.line_ids

    @property
    def wording(self) -> str:
        """The indicator in words: the pack's, or somebody's own for an empty place."""
        return self.indicator.text.get(LANGUAGE) or self.own.text().strip()

    def refresh(self) -> None:
        """Show what stands; nothing answered is nothing chosen."""
        concern = self.concern
        if concern is not None:
            self._new = _as_new(concern)
        # An exclusive group would keep its last choice for ever.
        self._group.setExclusive(False)
        for state, radio in self.radios.items():
            radio.setChecked(self._answered(concern) and state is self._new.state)
        self._group.setExclusive(True)
        if self.indicator.slot and not self.own.hasFocus():
            self.own.setText(self._new.wording)
        self._show_evidence(concern)

    def take_lines(self, ids: tuple[LineId, ...]) -> None:
        """These lines are the evidence; whose they are follows from one voice, and may be changed.

        Lines of one voice say it themselves; lines of several, or told by somebody, do not.
        """
        self._new = self._with_fields()
        lines = self._desk.lines(ids)
        source = self._new.source or _source_of(lines)
        self._take(replace(self._new, line_ids=ids, source=source))

    def _blank(self) -> NewConcern:
        wording = self.indicator.text.get(LANGUAGE)
        title = self._set.title.get(LANGUAGE)
        return NewConcern(self._set.id, self.indicator.id, title, wording, Certainty.NOT_ASKED)

    def _radio(self, state: Certainty) -> Radio:
        words = state_word(state)
        radio = Radio(words if theme().crowded else "")
        radio.setAccessibleName(words)
        radio.setObjectName(f"{self.indicator.id}_{state.value}")
        radio.clicked.connect(lambda: self._answer(state))
        self._group.addButton(radio)
        return radio

    def _lay_out(self, wording: str) -> None:
        note = self.indicator.note.get(LANGUAGE)
        said: Item = self.own if self.indicator.slot else Text(wording, BODY, wrap=True)
        words = column(2, said, quiet(note) if note else None, "*")
        if theme().crowded:
            grid = OptionGrid(tuple(self.radios.values()), len(ANSWERS))
            answers: Item = column(words, 4, grid)
        else:
            cells = [
                # A mark without words keeps their gap at its right: the same at its left.
                sized(wrap(row("*", 10, column(radio, "*"), "*")), WIDE)
                for radio in self.radios.values()
            ]
            answers = row((words, 1), 12, *cells)
        inset = 0 if theme().crowded else 16
        self._below = column(margins=(inset, 0, 0, 0))
        self.setLayout(column(answers, self._below, margins=(0, 7, 0, 7)))

    def _opened(self) -> Evidence:
        """The evidence, made when it is first needed: most indicators never need it."""
        if self.evidence is None:
            acts = self._set.id != STRENGTHS
            made = self.evidence = Evidence(self._desk.child, self.indicator.id, acts=acts)
            made.chosen.connect(self._choose_source)
            made.typed.connect(self._mark)
            made.left.connect(self._left)
            made.asked_lines.connect(self.asked_lines)
            made.asked_action.connect(self.asked_action)
            self._below.addWidget(made)
        return self.evidence

    def _with_fields(self) -> NewConcern:
        new = self._new if self.evidence is None else self.evidence.with_fields(self._new)
        return replace(new, wording=self.wording)

    def _answered(self, concern: Concern | None) -> bool:
        return concern is not None or self._new.state is not Certainty.NOT_ASKED

    def _show_evidence(self, concern: Concern | None) -> None:
        if self._new.state not in STANDS:
            if self.evidence is not None:
                self.evidence.hide()
            return
        evidence = self._opened()
        actions = self._desk.account.actions
        done = [
            one.what
            for one in actions
            if concern is not None and concern.id in one.concern_ids and one.struck_at is None
        ]
        evidence.show_concern(self._new, self._desk.lines(self._new.line_ids), done)
        evidence.show()

    def _answer(self, state: Certainty) -> None:
        new = replace(self._with_fields(), state=state)
        if not self.wording:
            # Nobody said yet what it is that was answered.
            self.refresh()
            self.own.setFocus()
            return
        self._take(new)
        if state in STANDS and self._new.source is None:
            self._opened().source.setFocus()

    def _choose_source(self) -> None:
        self._take(self._with_fields())

    def _left(self) -> None:
        new = self._with_fields()
        if new != self._new:
            self._take(new)

    def _waits(self) -> bool:
        """True while a push or pull factor has nobody's word behind it: it is not ticked yet."""
        sourced = self._set.id in SOURCED and self._new.state in STANDS
        return sourced and self._new.source is None

    def _take(self, new: NewConcern) -> None:
        self._new = new
        if self._waits() or not self._answered(self.concern):
            self.refresh_unkept()
            return
        self._desk.shell.autosave.flush()
        self._desk.answer(self._new)
        self.refresh()

    def refresh_unkept(self) -> None:
        """Show what waits for its source; it stands nowhere yet."""
        for state, radio in self.radios.items():
            radio.setChecked(state is self._new.state)
        self._show_evidence(None)

    def _mark(self) -> None:
        new = self._with_fields()
        waits = self._set.id in SOURCED and new.state in STANDS and new.source is None
        if new.state is Certainty.NOT_ASKED or waits or not new.wording:
            return

        def write(_edit: Edit, at: Moment) -> None:
            analysing.answer_indicator(self._desk.ws, self._desk.id, new, at)

        key = f"concerns/{self._desk.id}/{self.indicator.id}"
        self._desk.shell.autosave.mark(key, new.evidence, len(new.evidence), write)


def _as_new(concern: Concern) -> NewConcern:
    return NewConcern(
        concern.set_id,
        concern.indicator_id,
        concern.set_title,
        concern.wording,
        concern.state,
        concern.evidence,
        concern.source,
        concern.line_ids,
        concern.no_action,
    )


def _source_of(lines: Sequence[Line]) -> EvidenceSource | None:
    said = {Voice.CHILD: EvidenceSource.CHILD_SAID, Voice.SAW: EvidenceSource.SEEN}
    voices = {line.voice for line in lines}
    return said.get(voices.pop()) if len(voices) == 1 else None
