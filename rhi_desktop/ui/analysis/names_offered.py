"""Owns the offer of names that were tagged and have no card: each is made by a person or left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.widgets import (
    SMALL_BUTTON,
    SMALL_QUIET,
    STRONG,
    Button,
    Text,
    column,
    empty,
    wrap,
)
from rhi_desktop.workflow.naming import NameHeard

MOST = 8


class NamesOffered(QFrame):
    """Emits `wanted` with the NameHeard that shall get a card."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.setAccessibleName(self.tr("Names without a card"))
        self._rest = Text("", SMALL_QUIET)
        self._names = column()
        title = Text(self.tr("Heard, and without a card"), STRONG)
        self.setLayout(column(title, 8, self._names, self._rest, margins=(20, 14, 20, 14)))
        self.hide()

    def show_names(self, names: Sequence[NameHeard]) -> None:
        """Offer these; without any there is nothing to show."""
        empty(self._names)
        self.setHidden(not names)
        buttons = [self._button(number, one) for number, one in enumerate(names[:MOST], 1)]
        if buttons:
            offered = wrap(flow(*buttons))
            self._names.addWidget(offered)
            offered.show()
        more = len(names) - MOST
        self._rest.setVisible(more > 0)
        if more > 0:
            self._rest.setText(self.tr("and %n more", "", more))

    def _button(self, number: int, one: NameHeard) -> Button:
        button = Button(
            one.name, icon="pin" if one.kind is EntityKind.PLACE else "person", size=SMALL_BUTTON
        )
        button.setObjectName(f"name_{number}")
        button.setAccessibleName(self.tr("Make a card for {name}").format(name=one.name))
        button.clicked.connect(lambda: self.wanted.emit(one))
        return button
