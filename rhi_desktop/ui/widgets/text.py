"""Owns words on a page: a label with a true line height that stays a QLabel for every reader."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.paint import smooth
from rhi_desktop.ui.widgets.typesetting import (
    BODY,
    UNBOUND,
    Setting,
    Span,
    TextStyle,
    marked,
    set_text,
)

Align = Qt.AlignmentFlag


class Text(QLabel):
    """Words in a style. Plain unless `set_marked` gave them, so words of people stay whole.

    `wrap` lets lines break at the width it is given; `measure` limits that width (pixels at
    100 %). The accessible name is the words themselves.
    """

    def __init__(
        self,
        words: str = "",
        style: TextStyle = BODY,
        *,
        wrap: bool = False,
        measure: int = 0,
        align: Qt.AlignmentFlag = Align.AlignLeft,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._style, self._wrap, self._measure, self._align = style, wrap, measure, align
        self._spans: tuple[Span, ...] = ()
        self._kept: tuple[object, Setting] | None = None
        policy = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        sizes = QSizePolicy(policy, policy)
        sizes.setHeightForWidth(wrap)
        self.setSizePolicy(sizes)
        if measure:
            self.setMaximumWidth(theme().px(measure))
        self.setText(words)

    def set_marked(self, words: str) -> None:
        """Our own words with **strong**, __quiet__ or ~~accent~~ parts; never words of people."""
        plain, spans = marked(words, self._style)
        self.setText(plain)
        self._spans, self._kept = spans, None

    def set_style(self, style: TextStyle) -> None:
        """Show the same words in another style."""
        self._style, self._kept = style, None
        self.updateGeometry()
        self.update()

    def _set(self, width: float) -> Setting:
        key = (width, theme())
        if self._kept is None or self._kept[0] != key:
            setting = set_text(
                self.text(), self._style, width, spans=self._spans, align=self._align
            )
            self._kept = (key, setting)
        return self._kept[1]

    def setText(self, words: str) -> None:  # noqa: N802 - overrides Qt
        """Show other words; they are taken as they are."""
        self._spans, self._kept = (), None
        super().setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As wide as the longest line, up to the measure."""
        width = theme().px(self._measure) if self._wrap and self._measure else UNBOUND
        setting = self._set(width)
        return QSize(int(setting.width + 1.5), int(setting.height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """A wrapping text may become narrow; any other needs all of its width."""
        if not self._wrap:
            return self.sizeHint()
        return QSize(theme().px(40), round(self._style.line * theme().zoom))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - overrides Qt
        """Only a wrapping text grows downwards."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - overrides Qt
        """The height its lines need at a width."""
        return int(self._set(float(width)).height) if self._wrap else -1

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Draw the lines; disabled words are drawn in the colour of disabled ones."""
        del event
        colour = self._style.colour if self.isEnabled() else "disabled"
        width = float(self.width()) if self._wrap or self._align != Align.AlignLeft else UNBOUND
        painter = smooth(self)
        self._set(width).draw(painter, 0, 0, theme().colour(colour))
        painter.end()
