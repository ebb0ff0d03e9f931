"""Owns the few lines that were heard already under a question: two rows high, then it scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent

from rhi_desktop.ui.interview.line_list import LineList
from rhi_desktop.ui.interview.line_row import LineRow

_MOST_ROWS = 2


class HeardLines(LineList):
    """A list that takes no more room than it needs."""

    def __init__(self, name: str) -> None:
        super().__init__(name, follows=False)

    def show_lines(self, rows: Sequence[LineRow], *, follow: bool = False) -> None:
        """Show other rows, and be as high as the first two of them."""
        super().show_lines(rows, follow=follow)
        self._fit()

    def _fit(self) -> None:
        model = self.model()
        shown = min(_MOST_ROWS, model.rowCount())
        sizes = [self.sizeHintForIndex(model.index(row, 0)) for row in range(shown)]
        self.setFixedHeight(sum(size.height() for size in sizes) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Another width breaks the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
