"""Owns how a verdict stands on a page: waiting, who signed at once, then the full judgement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from rhi_desktop.ui import verdict_words
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.widgets import (
    BODY,
    SMALL_QUIET,
    STRONG,
    TONE_ICONS,
    Chip,
    Icon,
    Item,
    Text,
    announce,
    card,
    column,
    empty,
    row,
    wrap,
)
from rhi_desktop.workflow.reviewing import SignatureFinding, Verdict


class VerdictView(QWidget):
    """A card with the judgement in words and one row for each signature; never a colour alone.

    After the quick look nothing is called genuine: only the full check may say so. `six_words`
    shows the words of each card as well, for whoever has to compare them; `apart` says which
    paper it is and what is missing, for whoever has nothing but the file.
    """

    def __init__(self, *, six_words: bool = False, apart: bool = False) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self._six_words, self._apart = six_words, apart
        self._inside = column()
        self.setLayout(self._inside)
        self.wait()

    def wait(self) -> None:
        """Nothing is known yet."""
        self._show("subtle", self.tr("Looking at the signatures …"), "", ())

    def show_quick(self, verdict: Verdict) -> None:
        """Who signed, while every byte is still being checked."""
        headline, tone = verdict_words.first_headline(verdict)
        self._show(tone, headline, self.tr("Checking every byte …"), verdict.signatures)

    def show_verdict(self, verdict: Verdict) -> None:
        """The judgement on the whole file, and what to do."""
        headline, tone = verdict_words.headline(verdict)
        said = verdict_words.reasoning(verdict)
        if self._apart:
            said = " ".join(verdict_words.found(verdict))
        self._show(tone, headline, said, verdict.signatures)
        announce(self, f"{headline}. {said}", urgent=tone != "good")

    def _show(
        self, tone: str, headline: str, said: str, signatures: Sequence[SignatureFinding]
    ) -> None:
        # A new card each time: a frame keeps the margins of the edge it was made with.
        empty(self._inside)
        ink = "text2" if tone == "subtle" else tone
        words = column(
            Text(headline, STRONG, wrap=True),
            2 if said else None,
            Text(said, BODY, wrap=True) if said else None,
        )
        lines = [_beside(Icon(TONE_ICONS[tone], ink, 22), wrap(words))]
        lines += [_beside(Icon("sign", "text2", 22), self._who(one)) for one in signatures]
        made = card(column(*lines, gap=10, margins=(20, 14, 20, 16)), tone)
        self._inside.addWidget(made)
        made.show()
        self.setAccessibleName(headline)

    def _who(self, found: SignatureFinding) -> QWidget:
        who, when = verdict_words.who_signed(found)
        items: list[Item] = [
            Text(who, BODY.medium, wrap=True),
            Text(when, SMALL_QUIET, wrap=True),
        ]
        if self._six_words and found.known and found.intact and found.words:
            chips = flow(*(Chip(word, "line", large=True) for word in found.words), gap=6)
            items += [8, Text(self.tr("The six words of this card"), SMALL_QUIET, wrap=True)]
            items += [4, wrap(chips)]
        return wrap(column(*items))


def _beside(icon: Icon, words: QWidget) -> QWidget:
    return wrap(row(wrap(column(1, icon, "*")), 14, (words, 1)))
