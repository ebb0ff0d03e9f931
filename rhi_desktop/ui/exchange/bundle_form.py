"""Owns sending a case on: who shall be able to open the bundle, packing it, and where it lies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.card import Card, KnownCard, Trust
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.errors import RhiError
from rhi_desktop.log import Event
from rhi_desktop.ui.cards.card_words import about, trust_look
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    QUIET,
    SMALL,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    Button,
    Icon,
    Text,
    Tick,
    announce,
    card,
    column,
    elided,
    empty,
    row,
    wrap,
)
from rhi_desktop.workflow import exchanging, trusting
from rhi_desktop.workflow.jobs import Packed
from rhi_desktop.workflow.workspace import Workspace

NAME_ROOM = 520


class BundleForm(QWidget):
    """Lists the cards, seals a case to the ticked ones, says where the file was written.

    Only a trusted card can be ticked. Emits `packing` and, when that ended, `rested`;
    `cards_wanted` by its link; `look_at` with what should be in sight.
    RhiErrors go to the banner.
    """

    packing = Signal()
    rested = Signal()
    cards_wanted = Signal()
    look_at = Signal(QWidget)

    def __init__(self, ws: Workspace, shell: Shell, case_id: CaseId) -> None:
        super().__init__()
        self._ws, self._shell, self._case_id = ws, shell, case_id
        self._ticks: list[tuple[Tick, Card]] = []
        self._words = Text("", SMALL.tint("danger"), wrap=True)
        sign = wrap(column(1, Icon("notice", "danger", 18), "*"))
        self._odd = wrap(row(sign, 8, (self._words, 1), margins=(0, 0, 0, 8)))
        self._outcome = column()
        words = self.tr("Everything about this case, sealed: only whom you tick can open it.")
        self.setLayout(
            column(
                Text(self.tr("A bundle for somebody you trust"), H3, wrap=True),
                4,
                Text(words, SMALL_QUIET, wrap=True),
                10,
                self._odd,
                self._people(),
                self._outcome,
            )
        )
        self._odd.hide()

    def save(self) -> None:
        """Ask for a folder, pack in the background, write."""
        chosen = [card for tick, card in self._ticks if tick.isChecked()]
        self._odd.setVisible(not chosen)
        if not chosen:
            self._ask()
            return
        folder = self._shell.chooser.folder(self)
        if folder is None:
            return
        try:
            outgoing = exchanging.collect(self._ws, [self._case_id])
        except RhiError as error:
            self._shell.refuse(error)
            return
        sender, at = exchanging.sender(self._ws), self._shell.moment()
        self.packing.emit()
        self._say(Text(self.tr("Packing and sealing …"), QUIET))
        done = partial(self._write, folder, [card.person.name for card in chosen])
        self._shell.run(
            self, lambda: exchanging.pack(outgoing, sender, chosen, at), done, self._refuse
        )

    def _ask(self) -> None:
        """Nobody is ticked: say so where the ticks are, and lead there."""
        words = self.tr("Tick who shall be able to open it")
        first: QWidget | None = self._ticks[0][0] if self._ticks else None
        if first is None:
            words = self.tr("Nobody is trusted yet, so nobody could open it")
            first = self.findChild(Button, "go_cards")
        self._words.setText(words)
        announce(self, words)
        self.look_at.emit(first)
        if first is not None:
            first.setFocus()

    def _write(self, folder: Path, names: list[str], packed: Packed) -> None:
        try:
            path = exchanging.write_bundle(self._ws, packed, folder, self._shell.moment())
        except RhiError as error:
            self._refuse(error)
            return
        self.rested.emit()
        self._shell.saved(Event.SENT)
        title = self.tr("Written as {name}").format(name=path.name)
        words = self.tr("In {folder}. Only {people} and you can open it.")
        words = words.format(folder=str(path.parent), people=", ".join(names))
        said = wrap(column(Text(title, STRONG, wrap=True), 2, Text(words, BODY, wrap=True)))
        sign = wrap(column(1, Icon("check", "good", 22), "*"))
        self._say(card(row(sign, 14, (said, 1), margins=(20, 14, 20, 16)), "good"))
        announce(self, f"{title}. {words}")

    def _refuse(self, error: RhiError) -> None:
        self.rested.emit()
        empty(self._outcome)
        self._shell.refuse(error)

    def _say(self, what: QWidget) -> None:
        empty(self._outcome)
        self._outcome.addSpacing(theme().px(12))
        self._outcome.addWidget(what)
        self.look_at.emit(what)

    def _people(self) -> QWidget:
        known = sorted(trusting.cards(self._ws), key=lambda one: one.trust is not Trust.TRUSTED)
        lines: list[QWidget] = []
        for number, one in enumerate(known):
            lines.append(self._tick(number, one))
        if not any(one.trust is Trust.TRUSTED for one in known):
            words = self.tr("Nobody is trusted yet. Add a card and compare its words first.")
            lines.append(Text(words, QUIET, wrap=True))
        if not all(one.trust is Trust.TRUSTED for one in known) or not known:
            lines.append(self._link(self.cards_wanted.emit))
        return wrap(column(*lines, gap=6))

    def _tick(self, number: int, one: KnownCard) -> QWidget:
        trusted = one.trust is Trust.TRUSTED
        state, _, _ = trust_look(one.trust)
        note = about(one.card) if trusted else state
        name, room = one.card.person.name, theme().px(NAME_ROOM)
        tick = Tick(elided(name, BODY, room), note=elided(note, SMALL_QUIET, room))
        tick.setObjectName(f"tick_card_{number}")
        tick.setAccessibleName(name)
        tick.setEnabled(trusted)
        if trusted:
            self._ticks.append((tick, one.card))
            tick.toggled.connect(self._odd.hide)
        return wrap(row(tick, "*"))

    def _link(self, act: Callable[[], object]) -> QWidget:
        link = Button(self.tr("Go to the cards"), "link", size=SMALL_LINE)
        link.setObjectName("go_cards")
        link.clicked.connect(act)
        return wrap(row(link, "*"))
