"""Owns how a verdict stands on the page: waiting, who signed at once, then the full judgement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.ui import verdict_words
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    LABEL,
    SMALL_QUIET,
    STRONG,
    Chip,
    Icon,
    Item,
    Text,
    announce,
    card,
    column,
    empty,
    hline,
    row,
    sized,
    wrap,
)
from rhi_desktop.workflow.reviewing import Outcome, SignatureFinding, Verdict

NAME_WIDE = 148
_ICONS: dict[str, IconName] = {
    "subtle": "clock",
    "good": "check",
    "notice": "notice",
    "danger": "danger",
}


class VerdictView(QWidget):
    """A card with the judgement, then one row for each signature with its six words.

    After the quick look nothing is called genuine: only the full check may say so.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self._inside = column()
        self.setLayout(self._inside)
        self.wait()

    def wait(self) -> None:
        """Nothing is known yet."""
        self._show("subtle", self.tr("Looking at the signatures …"), "", ())

    def show_quick(self, verdict: Verdict) -> None:
        """Who signed, while every byte is still being checked."""
        going_on = self.tr("Checking every byte …")
        if verdict.outcome is Outcome.GENUINE:
            headline, tone = self.tr("We know who signed"), "subtle"
        else:
            headline, tone = verdict_words.headline(verdict)
        self._show(tone, headline, going_on, verdict.signatures)

    def show_verdict(self, verdict: Verdict) -> None:
        """The judgement on the whole file, and what to do."""
        headline, tone = verdict_words.headline(verdict)
        said = (*verdict_words.state(verdict), verdict_words.what_to_do(verdict))
        self._show(tone, headline, " ".join(said), verdict.signatures)
        announce(self, " ".join((headline, *said)), urgent=tone != "good")

    def _show(
        self, tone: str, headline: str, said: str, signatures: Sequence[SignatureFinding]
    ) -> None:
        empty(self._inside)
        ink = "text2" if tone == "subtle" else tone
        words = column(Text(headline, STRONG, wrap=True), 2, Text(said, BODY, wrap=True))
        icon = column(1, Icon(_ICONS[tone], ink, 22), "*")
        inside = row(icon, 14, (words if said else row(Text(headline, STRONG), "*"), 1))
        self._inside.addWidget(card(column(inside, margins=(20, 14, 20, 14)), tone))
        self.setAccessibleName(headline)
        self._inside.addSpacing(theme().px(8))
        for found in signatures:
            self._inside.addLayout(detail_row(self._field(found), "sign", self._who(found)))
            self._inside.addWidget(hline())

    def _field(self, found: SignatureFinding) -> str:
        if found.field == "Supervisor":
            return self.tr("Countersigned")
        return self.tr("Signed")

    def _who(self, found: SignatureFinding) -> QWidget:
        who = verdict_words.who_signed(found)[0]
        items: list[Item] = [Text(who, BODY, wrap=True)]
        if found.known and found.intact and found.words:
            about = self.tr("The six words of this card")
            chips = flow(*(Chip(word, large=True) for word in found.words), gap=6)
            items += [6, Text(about, SMALL_QUIET, wrap=True), 4, wrap(chips)]
        return wrap(column(*items))


def detail_row(name: str, icon: IconName, words: QWidget, *, tint: str = "text2") -> QLayout:
    """One row of the page: an icon, what it is, and how it stands."""
    label = sized(wrap(column(Text(name, LABEL), "*")), NAME_WIDE)
    sign = column(3, Icon(icon, tint, 18), "*")
    return row(sign, 12, label, (words, 1), margins=(0, 6, 0, 6))
