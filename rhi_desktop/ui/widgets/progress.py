"""Owns the bar that shows how far something long has come; the words for it stand beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from rhi_desktop.ui.theme import theme

HEIGHT = 8
PARTS = 1000


class Progress(QProgressBar):
    """A thin bar from empty to full. A screen reader hears its name and the share in per cent."""

    def __init__(self, name: str) -> None:
        super().__init__(minimum=0, maximum=PARTS, textVisible=False)
        self.setAccessibleName(name)
        self.show_share(0.0)

    def show_share(self, share: float) -> None:
        """From 0 to 1."""
        self.setValue(round(share * PARTS))

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Thin, and as wide as there is room."""
        return QSize(theme().px(200), theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Never thinner."""
        return QSize(theme().px(40), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """A groove with an edge that can be seen in every look, and what is done in it."""
        del event
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groove = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_ = groove.height() / 2
        painter.setPen(look.colour("border"))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(groove, round_, round_)
        done = groove.width() * self.value() / PARTS
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        if done > 0:
            shown = QRectF(groove.left(), groove.top(), max(done, groove.height()), groove.height())
            painter.drawRoundedRect(shown, round_, round_)
        painter.end()
