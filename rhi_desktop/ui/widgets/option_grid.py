"""Owns the grid that answers stand in: as many columns as there is room for, and never cut off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rhi_desktop.ui.theme import theme

ACROSS, DOWN = 28, 2


class OptionGrid(QWidget):
    """Radio buttons or ticks in equal columns, read row by row; one column where it is narrow."""

    def __init__(self, options: Sequence[QAbstractButton], most: int = 3, down: int = DOWN) -> None:
        super().__init__()
        self._options, self._most, self._down = tuple(options), most, theme().px(down)
        for option in self._options:
            option.setParent(self)
        # Asked for again and again while a long form settles; the words do not change.
        sizes = [option.sizeHint() for option in self._options]
        self._wide = max((size.width() for size in sizes), default=1)
        self._tall = max((size.height() for size in sizes), default=0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """One column."""
        return QSize(self._wide, self._tall)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """All of its columns beside each other."""
        columns = max(1, min(self._most, len(self._options)))
        wide = columns * self._wide + (columns - 1) * theme().px(ACROSS)
        return QSize(wide, self._high(columns))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - overrides Qt
        """It grows downwards."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - overrides Qt
        """The height of its rows at a width."""
        return self._high(self._columns(width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Put every option in its place."""
        super().resizeEvent(event)
        columns, high = self._columns(self.width()), self._tall
        across = self._wide + theme().px(ACROSS)
        for number, option in enumerate(self._options):
            row, column = divmod(number, columns)
            size = option.sizeHint()
            option.setGeometry(
                column * across, row * (high + self._down), size.width(), size.height()
            )

    def _columns(self, width: int) -> int:
        gap = theme().px(ACROSS)
        room = (width + gap) // (self._wide + gap)
        return max(1, min(self._most, room))

    def _high(self, columns: int) -> int:
        rows = -(-len(self._options) // columns)
        return rows * self._tall + max(0, rows - 1) * self._down
