"""Owns one card of the page: what it is about, its buttons, or the form that took their place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from rhi_desktop.ui.focus_ring import focus_in_view
from rhi_desktop.ui.keys.asking import Asking
from rhi_desktop.ui.widgets import (
    H3,
    QUIET,
    Button,
    ButtonKind,
    Icon,
    IconName,
    Text,
    column,
    empty,
    row,
)

Offered = tuple[str, str, ButtonKind, Callable[[], object]]
"""Words, object name, kind, what it opens."""


class KeyCard(QFrame):
    """Title and words stay; below stand buttons, or one form."""

    def __init__(self, title: str, icon: IconName) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.form: Asking | None = None
        self._words = Text("", QUIET, wrap=True)
        self._below = column()
        self._offers: tuple[Offered, ...] = ()
        self._buttons: dict[str, Button] = {}
        self._opened_by = ""
        head = row(Icon(icon, "accent", 22), 12, Text(title, H3), "*")
        self.setLayout(column(head, 4, self._words, 16, self._below, margins=(28, 20, 28, 24)))

    def say(self, words: str, *offers: Offered) -> None:
        """What is so now, and what can be done; an open form stays open."""
        self._words.setText(words)
        self._offers = offers
        if self.form is None:
            held = [name for name, button in self._buttons.items() if button.hasFocus()]
            self._show_offers()
            for name in held:
                if name in self._buttons:
                    self._buttons[name].setFocus()

    def ask(self, form: Asking, opened_by: str) -> None:
        """Put a form in the place of the buttons, one of which opened it."""
        empty(self._below)
        self.form, self._opened_by = form, opened_by
        form.left.connect(self.close_form)
        self._below.addWidget(form)
        form.show()
        first = form.first_focus()
        if first is not None:
            focus_in_view(first)

    def close_form(self) -> None:
        """Put the buttons back; the one that opened the form has the focus."""
        self.form = None
        self._show_offers()
        if self._opened_by in self._buttons:
            focus_in_view(self._buttons[self._opened_by])

    def _show_offers(self) -> None:
        empty(self._below)
        self._buttons = {}
        line = row(gap=8)
        for words, name, kind, act in self._offers:
            button = Button(words, kind)
            button.setObjectName(name)
            button.clicked.connect(act)
            self._buttons[name] = button
            line.addWidget(button)
        line.addStretch(1)
        self._below.addLayout(line)
        for button in self._buttons.values():
            button.show()

    def focus_first(self) -> None:
        """The first button has the focus."""
        for button in list(self._buttons.values())[:1]:
            focus_in_view(button)
