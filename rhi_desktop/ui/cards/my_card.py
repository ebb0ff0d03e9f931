"""Owns my own card: whose it is, its six words to read out, and writing it to a file."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cards.adding import suggested_card_name
from rhi_desktop.ui.cards.card_words import about, word_chips
from rhi_desktop.ui.chooser import FileKind
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H3,
    SMALL_QUIET,
    STRONG,
    Button,
    Said,
    Text,
    column,
    row,
)
from rhi_desktop.workflow import trusting
from rhi_desktop.workflow.workspace import Workspace

ALL_IN_A_ROW = 6


class MyCard(QFrame):
    """The holder's card. A file that cannot be written is refused in the banner."""

    def __init__(self, ws: Workspace, shell: Shell) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self._ws, self._shell = ws, shell
        mine = trusting.my_card(ws)
        save = Button(self.tr("Save my card"), icon="export")
        save.setObjectName("save_my_card")
        save.clicked.connect(self.save)
        who = column(Text(mine.person.name, STRONG), Text(about(mine), SMALL_QUIET, wrap=True))
        in_a_row = ALL_IN_A_ROW // 2 if theme().crowded else ALL_IN_A_ROW
        words = self.tr("Read these six words out to whoever rings you about your card.")
        self.setLayout(
            column(
                row(Text(self.tr("My card"), H3), "*", save),
                6,
                who,
                16,
                Text(words, SMALL_QUIET, wrap=True),
                8,
                word_chips(trusting.words(mine), in_a_row=in_a_row),
                margins=(28, 20, 28, 24),
            )
        )

    def save(self) -> None:
        """Write the card where the person says."""
        suggested = suggested_card_name(self._ws)
        path = self._shell.chooser.save_file(self, FileKind.CARD, suggested)
        if path is None:
            return
        try:
            trusting.export_my_card(self._ws, path, self._shell.moment())
        except RhiError as error:
            self._shell.refuse(error)
            return
        written = self.tr("Your card was written as {name}").format(name=path.name)
        safe = self.tr("Nothing in it is secret: you may send it to anybody.")
        then = self.tr("They ring you and compare six words.")
        self._shell.say(Said(written, safe, then))
