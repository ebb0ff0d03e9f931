"""Owns what to do, in three numbered steps: danger now, whom to tell, what the child hears."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.disclosure import Disclosure, StepKind, Told
from rhi_desktop.domain.moment import Moment
from rhi_desktop.profiles.model import Contact
from rhi_desktop.ui.dates import day_and_year
from rhi_desktop.ui.disclosure.further import Further
from rhi_desktop.ui.disclosure.told_card import ToldCard
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H3,
    QUIET,
    SMALL_QUIET,
    STRONG,
    Item,
    Picture,
    Text,
    column,
    row,
    wrap,
)
from rhi_desktop.ui.widgets.paint import inner
from rhi_desktop.workflow.workspace import Workspace

_DISC = 32
_ORDER = (Told.SOCIAL_CARE, Told.MANAGER, Told.POLICE, Told.HEALTH)


class StepsSide(QWidget):
    """The steps with their cards. Emits `given` with the StepForm whose Keep was pressed."""

    given = Signal(object)

    def __init__(self, ws: Workspace, shell: Shell, child: str, key: str) -> None:
        super().__init__()
        self._ws, self._shell, self._child, self._key = ws, shell, child, key
        contacts = ws.profile.contacts
        self.cards: dict[str, ToldCard] = {}
        first = [self._card(one.id, (one,)) for one in contacts if one.urgent]
        for whom in _ORDER:
            calm = tuple(one for one in ws.profile.told(whom) if not one.urgent)
            if calm:
                self._card(whom.value, calm)
        rest = [card for card in self.cards.values() if card not in first]
        self.further = Further(ws, shell, key)
        self.further.given.connect(self.given)
        self.setLayout(self._steps(first, rest))

    def show_steps(self, disclosure: Disclosure | None) -> None:
        """Show what was done."""
        for card in self.cards.values():
            card.show_steps(disclosure)
        self.further.show_steps(disclosure)

    @property
    def first(self) -> QWidget:
        """What comes first: that 999 was rung."""
        return next(iter(self.cards.values())).first

    def tell(self, whom: Told) -> None:
        """Ask when one of the four was told."""
        self.cards[whom.value].open_form(StepKind.TOLD)

    def close_forms(self) -> None:
        """What was asked is answered: show no form."""
        for card in self.cards.values():
            card.close_forms()
        self.further.close_forms()

    def _card(self, name: str, contacts: tuple[Contact, ...]) -> ToldCard:
        card = ToldCard(self._ws, self._shell, name, contacts, self._key)
        card.given.connect(self.given)
        self.cards[name] = card
        return card

    def _steps(self, first: Sequence[QWidget], rest: Sequence[QWidget]) -> QVBoxLayout:
        child = self._child
        now = self.tr("If yes, ring 999 first. Stay with {child} now; the notes can wait.")
        must = self.tr("Social care and your manager now. The police when it may be a crime.")
        hear = self.tr("Tell {child} what you are doing, and why").format(child=child)
        why = self.tr(
            "\u201cI said I would pass it on if I thought you were not safe. This is that.\u201d"
        )
        danger = self.tr("Is anyone in danger right now?")
        know = self.tr("Tell the people who must know")
        about = Text(self._about(self._shell.moment()), SMALL_QUIET, wrap=True)
        return column(
            _step(1, danger, now.format(child=child), first), 22,
            _step(2, know, must, (*rest, about)), 22,
            _step(3, hear, why, ()), 22,
            self.further, "*",
        )  # fmt: skip

    def _about(self, at: Moment) -> str:
        sources = [one.source for one in self._ws.profile.contacts]
        if not sources:
            return self.tr("Follow your local procedure.")
        day = day_and_year(min(source.checked for source in sources))
        words = self.tr("Looked at on {day}. Follow your local procedure.").format(day=day)
        if any(source.stale(at.now.date()) for source in sources):
            return self.tr("{words} That was long ago: check the numbers.").format(words=words)
        return words


def _step(number: int, title: str, words: str, parts: Sequence[QWidget]) -> QWidget:
    disc = Picture(lambda painter, box: _draw_disc(painter, box, number), "", width=_DISC)
    disc.setFixedHeight(theme().px(_DISC))
    below: list[Item] = []
    for part in parts:
        below += [8, part]
    text = column(Text(title, H3, wrap=True), 2, Text(words, QUIET, wrap=True), 4, *below)
    return wrap(row(column(disc, "*"), 20, (text, 1)))


def _draw_disc(painter: QPainter, box: QRectF, number: int) -> None:
    look = theme()
    painter.setPen(QPen(look.colour("danger"), look.px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = inner(box).adjusted(1, 1, -1, -1)
    painter.drawEllipse(edge)
    painter.setFont(STRONG.font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
