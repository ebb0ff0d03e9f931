"""Owns one question as the interviewer sees it: what to ask, and what gives away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.forms.model import Question, Texts
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import SMALL_LINE, Button
from rhi_desktop.ui.widgets.icon import Icon
from rhi_desktop.ui.widgets.layout import Item, column, row, sized, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import H1, LABEL, QUIET, SAID, SMALL, SMALL_QUIET

_HALF = 436


class QuestionCard(QWidget):
    """Shows; asks nothing of anybody. Why it is asked comes when the link is pressed."""

    def __init__(self, question: Question, section: str, language: str, *, narrow: bool) -> None:
        super().__init__()
        self._why = Text(question.why.get(language), QUIET, wrap=True, measure=720)
        self._why.setObjectName("why_words")
        self._why.hide()
        self.link = Button(self.tr("Why this is asked"), "link", size=SMALL_LINE)
        self.link.setObjectName("why_asked")
        if not question.why.get(language):
            self.link.hide()
        self.link.clicked.connect(self.toggle_why)
        note = question.note.get(language)
        group = question.group.get(language)
        over = f"{section}: {group}" if group else section
        yours = self.tr("For you to answer; it is not read out.") if question.to_worker else ""
        says = _says(self.tr("You could say"), question.prompts, language, "quote", "accent")
        away = self.tr("This would give an answer away")
        avoid = _says(away, question.avoid, language, "x", "text2")
        halves: Item = (
            column(says, 16, avoid)
            if narrow
            else row(sized(wrap(says), _HALF), 48, sized(wrap(avoid), _HALF), "*")
        )
        self.setLayout(
            column(
                row((Text(over, LABEL.tint("accent"), wrap=True), 1), 16, self.link), 2,
                Text(question.ask.get(language), H1, wrap=True), 6,
                Text(yours, QUIET, wrap=True) if yours else None,
                Text(note, QUIET, wrap=True) if note else None,
                self._why, 18 if question.prompts or question.avoid else 0, halves,
            )
        )  # fmt: skip

    def toggle_why(self) -> None:
        """Say why it is asked, or no more."""
        self._why.setVisible(self._why.isHidden())


def _says(
    title: str, texts: Sequence[Texts], language: str, icon: IconName, ink: str
) -> QVBoxLayout:
    items: list[Item] = [Text(title, SMALL.strong.tint("text2")), 8]
    style = SAID if ink == "accent" else SAID.tint("text2")
    for text in texts:
        words = Text(text.get(language), style, wrap=True)
        items += [row(column(4, Icon(icon, ink, 18), "*"), 12, (words, 1)), 8]
    return column(*items, "*") if texts else column(Text("", SMALL_QUIET), theme().px(0))
