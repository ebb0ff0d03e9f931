"""Owns what stands under an indicator answered yes or not sure: evidence, whose, what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.concern import EvidenceSource
from rhi_desktop.domain.line import Line
from rhi_desktop.ui.analysis.analysis_words import source_word
from rhi_desktop.ui.analysis.quote import Quote
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    SMALL,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Field,
    Icon,
    Select,
    Text,
    TextArea,
    column,
    empty,
    labelled_field,
    row,
    wrap,
)
from rhi_desktop.workflow.analysis_entries import NewConcern


class Evidence(QWidget):
    """Lines, words and whose they are; and why nothing is done, when that was decided.

    Emits `chosen` when the source changed, `typed` with every key, `left` when a field was left,
    `asked_lines` and `asked_action`.
    """

    chosen = Signal()
    typed = Signal()
    left = Signal()
    asked_lines = Signal()
    asked_action = Signal()

    def __init__(self, child: str, name: str, *, acts: bool = True) -> None:
        super().__init__()
        self._child, self._acts = child, acts
        sources = [("", self.tr("Choose …"))]
        sources += [(one.value, source_word(one, child)) for one in EvidenceSource]
        self.source = Select(sources, width=190)
        self.source.setObjectName(f"{name}_source")
        self.words = TextArea(lines=2)
        self.words.setObjectName(f"{name}_evidence")
        self.why_not = Field()
        self.why_not.setObjectName(f"{name}_no_action")
        self._quotes = column()
        self._missing = Text("", SMALL.tint("notice"), wrap=True)
        self._sign = wrap(row(column(2, Icon("notice", "notice", 18), "*"), 8, (self._missing, 1)))
        self._actions = Text("", SMALL, wrap=True)
        self.add = Button(self.tr("Add from lines"), "accent", "plus", size=SMALL_LINE)
        self.add.setObjectName(f"{name}_add_lines")
        self.add.clicked.connect(self.asked_lines)
        self.act = Button(self.tr("Add what we will do"), "accent", "plus", size=SMALL_LINE)
        self.act.setObjectName(f"{name}_add_action")
        self.act.clicked.connect(self.asked_action)
        self.setLayout(self._lay_out())
        self.source.activated.connect(lambda _index: self.chosen.emit())
        self.words.textChanged.connect(self.typed)
        self.why_not.textEdited.connect(lambda _words: self.typed.emit())
        self.words.left.connect(self.left)
        self.why_not.left.connect(self.left)
        self.why_not.returnPressed.connect(self.left)

    def _lay_out(self) -> QLayout:
        whose = labelled_field(self.tr("Whose evidence?"), self.source)
        words = labelled_field(self.tr("What was said, seen or written"), self.words)
        why = labelled_field(
            self.tr("No action, because"), self.why_not, optional=self.tr("if nothing is done")
        )
        if theme().crowded:
            beside: QLayout = column(row(whose, "*"), 8, words)
            ways: QLayout = column(row(self.act, "*"), 4, why)
        else:
            beside = row(column(whose, "*"), 16, (words, 1))
            ways = row((why, 1), 24, column("*", self.act, 4))
        return column(
            self._quotes, row(self.add, "*"), 6, beside, self._sign, 8, self._actions,
            self._acting(ways), margins=(0, 6, 0, 8),
        )  # fmt: skip

    def _acting(self, ways: QLayout) -> QWidget:
        """What is done about it, or why nothing is; what protects asks for neither."""
        acting = wrap(ways)
        if not self._acts:
            acting.hide()
        return acting

    def show_concern(self, new: NewConcern, lines: Sequence[Line], done: Sequence[str]) -> None:
        """Show what stands: the lines, the source, the words, what is done about it."""
        self.source.choose(new.source.value if new.source else "")
        if not self.words.hasFocus() and self.words.toPlainText() != new.evidence:
            with QSignalBlocker(self.words):
                self.words.setPlainText(new.evidence)
        if not self.why_not.hasFocus():
            self.why_not.setText(new.no_action)
        empty(self._quotes)
        for line in lines:
            quote = Quote(line, self._child)
            self._quotes.addWidget(quote)
            self._quotes.addSpacing(theme().px(10))
            quote.show()
        self._say_missing(new, supported=bool(lines) or bool(new.evidence.strip()))
        self._actions.setText(
            self.tr("So we will: {actions}").format(actions="; ".join(done)) if done else ""
        )
        self._actions.setVisible(bool(done))

    def with_fields(self, new: NewConcern) -> NewConcern:
        """The same with what stands in the fields."""
        source = self.source.value()
        return replace(
            new,
            evidence=self.words.toPlainText().strip(),
            source=EvidenceSource(source) if source else None,
            no_action=self.why_not.text().strip(),
        )

    def _say_missing(self, new: NewConcern, *, supported: bool) -> None:
        words = ""
        if not supported and new.source is None:
            words = self.tr("Not yet supported: say whose evidence it is, and what it is.")
        elif not supported:
            words = self.tr("Not yet supported: choose a line, or write what it was.")
        elif new.source is None:
            words = self.tr("Not yet supported: say whose evidence it is.")
        self._missing.setText(words)
        self._sign.setVisible(bool(words))


def quiet(words: str) -> Text:
    """A note under an indicator."""
    return Text(words, SMALL_QUIET, wrap=True)
