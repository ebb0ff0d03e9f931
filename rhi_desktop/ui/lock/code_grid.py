"""Owns a recovery code on the screen: seven groups of four, large, each under its number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.ui.lock.sheet import FIRST_ROW
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import TINY, Text, column, row, wrap
from rhi_desktop.ui.widgets.typesetting import TextStyle

CODE = TextStyle(30, 600, line=38, tnum=True)
CELL = 114


class CodeGrid(QFrame):
    """Shows the code for copying by hand. A reader hears it sign by sign; nothing selects it."""

    def __init__(self, groups: tuple[str, ...]) -> None:
        super().__init__()
        self.groups = groups
        self.setObjectName("recovery_code")
        self.setProperty("card", "surface")
        self.setProperty("ring_radius", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        heard = ", ".join(" ".join(group) for group in groups)
        self.setAccessibleName(self.tr("Recovery code: {code}").format(code=heard))
        rows = (groups[:FIRST_ROW], groups[FIRST_ROW:])
        lines = []
        for at, line in enumerate(rows):
            cells = (_cell(number, group) for number, group in enumerate(line, at * FIRST_ROW + 1))
            lines.append(row(*cells, "*"))
        self.setLayout(column(*lines, gap=12, margins=(30, 18, 12, 20)))


def _cell(number: int, group: str) -> QWidget:
    cell = wrap(column(Text(str(number), TINY), Text(group, CODE)))
    cell.setMinimumWidth(theme().px(CELL))
    return cell
