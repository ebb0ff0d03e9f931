"""Owns choosing which paper: each with a line about it, or why it cannot be made."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.papers.paper_words import about, name_of, why_missing
from rhi_desktop.ui.papers.papers_desk import PapersDesk
from rhi_desktop.ui.widgets import H3, OptionGrid, Radio, Text, column
from rhi_desktop.workflow.papers import FOR_CHILD

ACROSS = 2


class WhichPaper(QWidget):
    """The papers, side by side where there is room. Emits `chosen` (GivenKind)."""

    chosen = Signal(object)

    def __init__(self, desk: PapersDesk) -> None:
        super().__init__()
        self._desk = desk
        self._group = QButtonGroup(self)
        self._ways = {paper: self._way(paper) for paper in FOR_CHILD}
        title = Text(self.tr("Which paper"), H3)
        self.setAccessibleName(title.text())
        self.setLayout(column(title, 8, OptionGrid(tuple(self._ways.values()), ACROSS, 6)))
        self.show_choice()

    def show_choice(self) -> None:
        """Mark what is in view; what cannot be made now is not offered."""
        for paper, way in self._ways.items():
            way.setEnabled(self._desk.missing(paper) is None)
            way.setChecked(paper is self._desk.paper)

    def _way(self, paper: GivenKind) -> Radio:
        why = self._desk.missing(paper)
        way = Radio(name_of(paper), note=about(paper) if why is None else why_missing(why))
        way.setObjectName(f"paper_{paper.value}")
        self._group.addButton(way)
        way.clicked.connect(partial(self._choose, paper))
        return way

    def _choose(self, paper: GivenKind, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self.chosen.emit(paper)
