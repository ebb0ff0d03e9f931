"""Owns the card of the recovery code: whether there is one, since when, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal

from rhi_desktop.ui.dates import day_and_year
from rhi_desktop.ui.keys.key_card import KeyCard
from rhi_desktop.ui.widgets import ButtonKind
from rhi_desktop.workflow.keyholding import KeysView


class CodeCard(KeyCard):
    """Emits `try_wanted` and `new_wanted` when its buttons are pressed."""

    try_wanted = Signal()
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Recovery code"), "key")

    def show_view(self, view: KeysView, *, alone: bool) -> None:
        """Say what is so. Making the first code is the coloured button unless a form has one."""
        if not view.has_code:
            kind: ButtonKind = "primary" if alone else "plain"
            self.say(
                self.tr(
                    "There is none yet. If the passphrase is forgotten, nobody can open these "
                    "notes. A code on paper, in your organisation\u2019s safe, can."
                ),
                (self.tr("Make a recovery code"), "open_new", kind, self.new_wanted.emit),
            )
            return
        words = self.tr("There is one. It belongs in your organisation\u2019s safe.")
        if view.code_made_at is not None:
            words = self.tr(
                "There is one since {day}. It belongs in your organisation\u2019s safe."
            ).format(day=day_and_year(view.code_made_at))
        self.say(
            words,
            (self.tr("Try your recovery code now"), "open_try", "plain", self.try_wanted.emit),
            (self.tr("Make a new code"), "open_new", "quiet", self.new_wanted.emit),
        )
