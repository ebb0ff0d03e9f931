"""Owns a link of several lines: a sentence that leads somewhere and breaks where it has to."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import LINE, Button
from rhi_desktop.ui.widgets.paint import smooth
from rhi_desktop.ui.widgets.typesetting import BODY, Setting, set_text

LEAST, AIR = 40, 2


class WrapLink(Button):
    """A link as wide as its words where there is room, and higher where there is not."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "link", size=LINE)
        sizes = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        sizes.setHeightForWidth(True)
        self.setSizePolicy(sizes)
        self.setMaximumWidth(self.sizeHint().width())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """One line."""
        return QSize(int(BODY.medium.width(self.text()) + 2), theme().px(LINE.height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Words may break."""
        return QSize(theme().px(LEAST), theme().px(LINE.height))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - overrides Qt
        """It grows downwards."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - overrides Qt
        """The height its lines need, with a little air above and below."""
        return round(self._set(width).height) + 2 * theme().px(AIR)

    def _set(self, width: int) -> Setting:
        return set_text(self.text(), BODY.medium, float(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The lines, each with its line below."""
        del event
        painter, look = smooth(self), theme()
        ink = "accent-hover" if self.isDown() or self.underMouse() else "accent"
        setting, top = self._set(self.width()), look.px(AIR)
        setting.draw(painter, 0, top, look.colour(ink))
        painter.setPen(QPen(look.colour(ink, 0.45), max(1, look.px(1))))
        self._underline(painter, setting, top)
        painter.end()

    def _underline(self, painter: QPainter, setting: Setting, top: int) -> None:
        for paragraph in setting.paragraphs:
            for number in range(paragraph.lineCount()):
                line = paragraph.lineAt(number)
                y = top + line.y() + line.ascent() + theme().px(4)
                end = QPointF(line.x() + line.naturalTextWidth(), y)
                painter.drawLine(QPointF(line.x(), y), end)
