"""Owns the question that comes before every paper, and what follows from its answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.papers.paper_words import safe_ways
from rhi_desktop.ui.papers.papers_desk import PapersDesk
from rhi_desktop.ui.widgets import (
    SMALL,
    SMALL_LINE,
    STRONG,
    Button,
    OptionGrid,
    Radio,
    Text,
    announce,
    card,
    column,
    row,
    wrap,
)
from rhi_desktop.workflow import papers
from rhi_desktop.workflow.papers import Safe

MOST_ACROSS = 4


class SafeCard(QWidget):
    """Asks whether it is safe to take it home, and says what that means for the paper in view.

    Emits `discreet_wanted` when the discreet card is asked for instead.
    """

    discreet_wanted = Signal()

    def __init__(self, desk: PapersDesk) -> None:
        super().__init__()
        self._desk = desk
        self._said = Text("", SMALL, wrap=True)
        self._said.setObjectName("safe_said")
        self._instead = Button(self.tr("Use the discreet card"), "accent", size=SMALL_LINE)
        self._instead.setObjectName("use_discreet")
        self._instead.clicked.connect(self.discreet_wanted)
        self._group = QButtonGroup(self)
        self._ways = {safe: self._way(safe, words) for safe, words in safe_ways().items()}
        self._face = QVBoxLayout(self)
        self._face.setContentsMargins(0, 0, 0, 0)
        self._asked = OptionGrid(tuple(self._ways.values()), MOST_ACROSS)
        self._asked.setAccessibleName(self._question())
        inside = column(
            Text(self._question(), STRONG, wrap=True),
            6,
            self._asked,
            6,
            self._said,
            wrap(row(self._instead, "*")),
            margins=(20, 14, 20, 12),
        )
        self._card = card(inside, "notice")
        self._face.addWidget(self._card)
        self.show_answer()

    @property
    def first(self) -> QWidget:
        """What is chosen, or the first answer."""
        chosen = (one for one in self._ways.values() if one.isChecked())
        return next(chosen, next(iter(self._ways.values())))

    def show_answer(self) -> None:
        """Show what stands, and what it means for the paper in view."""
        safe = self._desk.safe
        self._group.setExclusive(False)
        for one, way in self._ways.items():
            way.setChecked(one is safe)
        self._group.setExclusive(True)
        self._card.setProperty("card", "subtle" if self._desk.may_leave else "notice")
        self._card.style().polish(self._card)
        self._said.setText(self._what_follows(safe))
        can = self._desk.missing(GivenKind.POCKET_DISCREET) is None
        refused = not self._desk.may_leave and safe is not Safe.NOT_ASKED
        self._instead.setVisible(refused and can)

    def _what_follows(self, safe: Safe) -> str:
        paper, child = self._desk.paper, self._desk.child
        if safe is Safe.YES:
            return self.tr(
                "Yes, by {child}\u2019s own word. Ask again if anything changed."
            ).format(child=child)
        if safe is Safe.NOT_ASKED:
            return f"{self._not_asked()} {self._before()}".strip()
        if papers.may_leave(paper, safe):
            return self.tr(
                "Only this card may go: it is called Notes and names nobody. "
                "Or keep it here for {child}."
            ).format(child=child)
        return self.tr("Then it stays here, and you keep it for {child}.").format(child=child)

    def _not_asked(self) -> str:
        if papers.may_leave(self._desk.paper, Safe.NOT_ASKED):
            return self.tr("This card names nobody. If you meet {child}, ask all the same.").format(
                child=self._desk.child
            )
        return self.tr("Ask {child} first. Until then this can be looked at, and no more.").format(
            child=self._desk.child
        )

    def _before(self) -> str:
        before = self._desk.earlier
        if before is Safe.NOT_ASKED:
            return ""
        said = safe_ways()[before]
        return self.tr("In the talk the answer was: {answer}.").format(answer=said)

    def _question(self) -> str:
        return self.tr("Is it safe for {child} to take this home?").format(child=self._desk.child)

    def _way(self, safe: Safe, words: str) -> Radio:
        way = Radio(words)
        way.setObjectName(f"safe_{safe.value}")
        self._group.addButton(way)
        way.clicked.connect(partial(self._choose, safe))
        return way

    def _choose(self, safe: Safe, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's flag
        self._desk.say_safe(safe)
        announce(self, self._said.text())
