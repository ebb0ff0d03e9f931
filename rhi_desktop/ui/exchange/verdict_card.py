"""Owns the card that says whether a signed file is genuine, and who signed when."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.ui.exchange.verdict_words import signature_words, verdict_words
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.widgets import (
    BODY,
    QUIET,
    SMALL_QUIET,
    STRONG,
    Icon,
    Text,
    announce,
    card,
    column,
    empty,
    row,
    wrap,
)
from rhi_desktop.workflow.reviewing import Verdict

_ICONS: dict[str, IconName] = {"good": "check", "notice": "notice", "danger": "danger"}


class VerdictCard(QWidget):
    """Waits, then says the verdict in words; never a colour alone. `own` is our fingerprint."""

    def __init__(self, own: str) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self._own = own
        self._inside = column()
        self.setLayout(self._inside)
        self.wait()

    def wait(self) -> None:
        """The file is being checked."""
        self._show(column(Text(self.tr("Checking the signatures …"), QUIET, wrap=True)), "subtle")

    def show_verdict(self, verdict: Verdict, *, final: bool = True) -> None:
        """Show what was found; before the last look it says that one more is being taken."""
        tone, title, sentence = verdict_words(verdict)
        if not final:
            sentence = f"{sentence} {self.tr('Comparing every page …')}"
        said = (Text(title, STRONG, wrap=True), 2, Text(sentence, BODY, wrap=True))
        lines = [_beside(Icon(_ICONS[tone], tone, 22), wrap(column(*said)))]
        for found in verdict.signatures:
            who, when = signature_words(found, self._own)
            words = column(Text(who, BODY.medium, wrap=True), Text(when, SMALL_QUIET, wrap=True))
            lines.append(_beside(Icon("sign", "text2", 22), wrap(words)))
        self._show(column(*lines, gap=10), tone)
        self.setAccessibleName(title)
        if final:
            announce(self, f"{title}. {sentence}", urgent=tone != "good")

    def _show(self, inside: QVBoxLayout, tone: str) -> None:
        # A new card each time: a frame keeps the margins of the edge it was made with.
        empty(self._inside)
        made = card(column(inside, margins=(20, 14, 20, 16)), tone)
        self._inside.addWidget(made)
        made.show()


def _beside(icon: Icon, words: QWidget) -> QWidget:
    return wrap(row(wrap(column(1, icon, "*")), 14, (words, 1)))
