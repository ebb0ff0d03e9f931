"""Owns one set of indicators on the page: title, note, the words above the answers, rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.forms.model import IndicatorSet
from rhi_desktop.ui.analysis.analysis_words import state_word
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.indicator_row import ANSWERS, LANGUAGE, SOURCED, WIDE, IndicatorRow
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H3,
    QUIET,
    TINY,
    Item,
    Text,
    column,
    hline,
    row,
    sized,
    wrap,
)


class SetView(QWidget):
    """A set with its rows. Emits `asked_lines` and `asked_action` with the row that asked."""

    asked_lines = Signal(object)
    asked_action = Signal(object)

    def __init__(self, desk: AnalysisDesk, of: IndicatorSet) -> None:
        super().__init__()
        self.of = of
        self.rows = [IndicatorRow(desk, of, one) for one in of.indicators]
        for one in self.rows:
            self._connect(one)
        note, source = of.note.get(LANGUAGE), of.source.get(LANGUAGE)
        if of.id in SOURCED:
            words = self.tr("A factor counts only with somebody\u2019s word behind it.")
            note = f"{note} {words}".strip()
        items: list[Item] = [
            Text(of.title.get(LANGUAGE), H3, wrap=True),
            Text(note, QUIET, wrap=True) if note else None,
            4, Text(self.tr("From: {source}").format(source=source), TINY, wrap=True), 10,
        ]  # fmt: skip
        if not theme().crowded:
            items += [self._heads(), 4]
        for one in self.rows:
            items += [hline(), one]
        self.setLayout(column(*items, "*"))

    def row(self, indicator_id: str) -> IndicatorRow | None:
        """The row of an indicator, if it is in this set."""
        return next((one for one in self.rows if one.indicator.id == indicator_id), None)

    def refresh(self) -> None:
        """Show what stands."""
        for one in self.rows:
            one.refresh()

    def _connect(self, one: IndicatorRow) -> None:
        one.asked_lines.connect(lambda: self.asked_lines.emit(one))
        one.asked_action.connect(lambda: self.asked_action.emit(one))

    def _heads(self) -> QWidget:
        cells = [sized(wrap(column("*", self._head(state_word(state)))), WIDE) for state in ANSWERS]
        return wrap(row("*", *cells))

    def _head(self, words: str) -> Text:
        return Text(words, TINY.medium, wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
