"""Owns a row that goes on in the next line where it has no room left."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from rhi_desktop.ui.theme import theme


class Flow(QLayout):
    """Widgets beside each other, as many as fit, then below; `gap` is pixels at 100 %.

    `right` ends each line at the right edge.
    """

    def __init__(self, gap: int = 8, *, right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._right = theme().px(gap), right
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - overrides Qt
        """Take one more at the end."""
        self._items.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """Take one more at a place between the others."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - overrides Qt, whose walk ends with None
        """One of them; None after the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - the same
        """Let one go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - overrides Qt
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - overrides Qt
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - overrides Qt
        """As high as its lines."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - overrides Qt
        """Put each where it belongs."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - overrides Qt
        """As wide as the widest one."""
        sizes = [item.minimumSize() for item in self._shown()]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            sizes = [item.sizeHint() for item in line]
            high = max(size.height() for size in sizes)
            wide = sum(size.width() for size in sizes) + self._gap * (len(line) - 1)
            x = rect.x() + (rect.width() - wide if self._right else 0)
            for item, size in zip(line, sizes, strict=True):
                if place:
                    top = y + (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, top), size))
                x += size.width() + self._gap
            y += high + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or wide + self._gap > room:
                lines.append([item])
                room = width - wide
            else:
                lines[-1].append(item)
                room -= wide + self._gap
        return lines


def flow(*widgets: QWidget, gap: int = 8, right: bool = False) -> Flow:
    """Widgets in lines as wide as there is room."""
    made = Flow(gap, right=right)
    for widget in widgets:
        made.addWidget(widget)
    return made
