"""Owns how the parts of the people page stand: beside each other, or in one column that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QGridLayout, QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import column, scrolled, wrap

RIGHT = 510
_PICTURE_HIGH, _PANEL_HIGH = 460, 280


class PeopleBody(QWidget):
    """Picture at the left, the rest below each other at the right; or all in one column."""

    def __init__(
        self, picture: QWidget, table: QWidget, panel: QWidget, below: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._picture, self._table, self._panel = picture, table, panel
        self._below = tuple(below)
        self._grid = QGridLayout()
        look = theme()
        side = look.px(look.margin)
        self._grid.setContentsMargins(side, 0, side, look.px(24))
        self._grid.setHorizontalSpacing(look.px(24))
        self._grid.setVerticalSpacing(look.px(16))
        self._area = scrolled(wrap(self._grid))
        self.setLayout(column((self._area, 1)))

    def reveal(self, part: QWidget, box: QRect) -> None:
        """Bring a box of a part in sight, where the column is longer than the page."""
        inside = self._area.widget()
        if inside is not None:
            at = part.mapTo(inside, box.center())
            self._area.ensureVisible(at.x(), at.y(), 0, box.height())

    def arrange(self, *, picture: bool, form: bool, narrow: bool) -> None:
        """Show picture and table, or the table alone, or the form of a card in its place."""
        grid, px = self._grid, theme().px
        parts = (self._picture, self._table, self._panel, *self._below)
        for part in parts:
            grid.removeWidget(part)
        picture = picture and not (narrow and form)
        table = not form and not (narrow and picture)
        beside = picture and not narrow
        at = 1 if beside else 0
        if picture:
            grid.addWidget(self._picture, 0, 0, 3 if beside else 1, 1)
        if form or table:
            grid.addWidget(self._panel if form else self._table, 0, at)
        for number, part in enumerate(self._below, start=1):
            grid.addWidget(part, number, at)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(0, 1)
        wide = px(RIGHT) if beside else 0
        grid.setColumnMinimumWidth(1, wide)
        for part in (self._table, self._panel, *self._below):
            part.setMaximumWidth(wide or self.maximumWidth())
        self._picture.setMinimumHeight(px(_PICTURE_HIGH if narrow else 0))
        self._panel.setMinimumHeight(px(_PANEL_HIGH if narrow else 0))
        self._picture.setVisible(picture)
        self._table.setVisible(table)
        self._panel.setVisible(form)
