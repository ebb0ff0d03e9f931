"""Owns comparing words: the chosen card with its six words large, and what a person decides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from rhi_desktop.domain.card import KnownCard, Trust
from rhi_desktop.ui.cards.card_words import about, since_words, trust_chip
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    QUIET,
    SMALL_QUIET,
    STRONG,
    TINY,
    Button,
    ButtonKind,
    Item,
    Text,
    card,
    column,
    empty,
    hline,
    row,
    wrap,
)

COLUMNS = 3


class CompareCard(QFrame):
    """One card of somebody else. Emits `same`, `differ` or `revoked`; decides nothing itself.

    Withdrawing trust asks once more in its own place, without a window over it.
    """

    same = Signal()
    differ = Signal()
    revoked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare_card")
        self.setProperty("card", "surface")
        self._inside = column(margins=(28, 24, 28, 24))
        self.setLayout(self._inside)

    def show_nobody(self) -> None:
        """There is no card of anybody else yet."""
        words = self.tr(
            "Ask the other person for their card: a small file with nothing secret in it. Add it"
            " here, then ring them and compare six words."
        )
        self._show(
            Text(self.tr("Nobody to compare with yet"), H3), 8, Text(words, QUIET, wrap=True)
        )

    def show_card(self, known: KnownCard, words: Sequence[str]) -> None:
        """Show whose card it is, its words, and what can be decided about it."""
        person = known.card.person
        self.setAccessibleName(person.name)
        head = row((Text(person.name, H3, wrap=True), 1), 12, trust_chip(known.trust))
        below = column(
            Text(about(known.card), SMALL_QUIET, wrap=True),
            Text(since_words(known), SMALL_QUIET, wrap=True),
        )
        how = self.tr(
            "Ring {name} on a number you already know. Ask them to read the six words under My"
            " card."
        ).format(name=person.name)
        parts: tuple[Item, ...] = (head, 2, below, 18, _large(words), 18)
        if known.trust is Trust.TRUSTED:
            self._show(*parts, *self._trusted(known))
            return
        if known.trust is Trust.REVOKED:
            parts = (*parts, Text(self._why_refused(), BODY, wrap=True), 8)
        again = self.tr("The words are the same: trust this card")
        trust = self._button(again, "primary", "trust_card")
        trust.clicked.connect(self.same)
        other = None
        if known.trust is Trust.PENDING:
            other = self._button(self.tr("They are not the same"), "plain", "words_differ")
            other.clicked.connect(self.differ)
        acts: tuple[Item, ...] = (row(trust, "*"), 10 if other else None, other)
        self._show(*parts, Text(how, BODY, wrap=True), 18, *acts)

    def _trusted(self, known: KnownCard) -> tuple[Item, ...]:
        name = known.card.person.name
        words = self.tr(
            "You compared these words. Bundles and reports that {name} signs count as theirs, and"
            " bundles can be sealed to {name}."
        ).format(name=name)
        revoke = self._button(self.tr("Withdraw trust"), "plain", "revoke_card")
        revoke.clicked.connect(lambda: self._ask(name))
        self._foot = wrap(column(row(revoke, "*")))
        return (Text(words, BODY, wrap=True), 18, hline(), 16, self._foot)

    def _ask(self, name: str) -> None:
        old = self._foot
        title = self.tr("Withdraw your trust in {name}\u2019s card?").format(name=name)
        words = self.tr("What came before stays. Bundles it signs are refused from now on.")
        sure = self._button(self.tr("Withdraw trust"), "danger-plain", "confirm_revoke")
        sure.clicked.connect(self.revoked)
        keep = self._button(self.tr("Keep it"), "quiet", "keep_card")
        keep.clicked.connect(lambda: self._keep(name))
        inside = column(
            Text(title, STRONG, wrap=True),
            2,
            Text(words, BODY, wrap=True),
            12,
            row(sure, 8, keep, "*"),
            margins=(20, 14, 20, 14),
        )
        self._swap(old, card(inside, "danger"), keep)

    def _keep(self, name: str) -> None:
        revoke = self._button(self.tr("Withdraw trust"), "plain", "revoke_card")
        revoke.clicked.connect(lambda: self._ask(name))
        self._swap(self._foot, wrap(column(row(revoke, "*"))), revoke)

    def _swap(self, old: QWidget, new: QWidget, focus: Button) -> None:
        self._inside.replaceWidget(old, new)
        self._foot = new
        # Before the focus goes there: what is hidden cannot take it.
        new.show()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        old.hide()
        old.deleteLater()

    def _why_refused(self) -> str:
        return self.tr(
            "What this card signs is refused. If that was a mistake, compare the words once more."
        )

    def _button(self, words: str, kind: ButtonKind, name: str) -> Button:
        button = Button(words, kind)
        button.setObjectName(name)
        return button

    def _show(self, *items: Item) -> None:
        empty(self._inside)
        rows = [item for item in items if item is not None]
        for item in rows:
            if isinstance(item, int):
                self._inside.addSpacing(theme().px(item))
            elif isinstance(item, QWidget):
                self._inside.addWidget(item)
            elif not isinstance(item, str | tuple):
                self._inside.addLayout(item)


def _large(words: Sequence[str]) -> QWidget:
    """The six words to read aloud: three beside each other, numbered in their order."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme().px(8))
    for at, word in enumerate(words):
        number = Text(str(at + 1), TINY)
        inside = column(number, Text(word, H3), margins=(12, 8, 8, 10))
        grid.addWidget(card(inside, "subtle"), at // COLUMNS, at % COLUMNS)
        grid.setColumnStretch(at % COLUMNS, 1)
    return wrap(grid)
