"""Owns the list before the first case: a blank page of a notebook and three ways to start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    QUIET,
    Button,
    Picture,
    Text,
    column,
    inner,
    row,
    wrap,
)

WIDE, HIGH, MEASURE = 240, 200, 480
ROOMY = 980
MARGIN_LINE, MARGIN_TOP, RULES_FROM, RULES_TO = 42, 20, 57, 23
FIRST_RULE, BETWEEN_RULES, RULES = 36, 26, 6


class NoCases(QWidget):
    """Start one, import one, or see the practice case. Calls what it was given for each."""

    def __init__(
        self, new: Callable[[], None], bring: Callable[[], None], practise: Callable[[], None]
    ) -> None:
        super().__init__()
        self.first = _button(self.tr("New episode"), "new_episode", new)
        self._notebook = Picture(draw_notebook, "", width=WIDE, height=HIGH)
        self._ways: QHBoxLayout = row(
            self.first,
            _button(self.tr("Import"), "import_bundle", bring),
            _button(self.tr("Open the practice case"), "open_practice", practise),
            "*",
            gap=12,
        )
        words = self.tr(
            "Start one when a child has come back, or open one that somebody sent you. If you are"
            " new here, the practice case shows you round. It is made up."
        )
        explained = Text(words, QUIET, wrap=True, measure=MEASURE)
        explained.setMinimumWidth(theme().px(MEASURE))
        said = column(
            "*",
            Text(self.tr("No episodes yet"), H1),
            10,
            explained,
            24,
            self._ways,
            "*",
        )
        side = theme().margin
        middle = row(self._notebook, 56, wrap(said), gap=0)
        across = row("*", wrap(middle), "*", margins=(side, 0, side, 0))
        self.setLayout(column("*", across, "*"))

    def fit(self, width: int) -> None:
        """Without the picture, and the ways below each other, where there is no room."""
        narrow = width / theme().zoom < ROOMY
        self._notebook.setVisible(not narrow)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._ways.setDirection(down if narrow else right)


def draw_notebook(painter: QPainter, rect: QRectF) -> None:
    """A blank page: the margin line first, then the lines that wait for words."""
    look = theme()
    painter.setPen(QPen(look.colour("divider"), look.edge))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(inner(rect), look.radius("card"), look.radius("card"))
    painter.setPen(Qt.PenStyle.NoPen)
    x, top = rect.left() + look.px(MARGIN_LINE), rect.top() + look.px(MARGIN_TOP)
    high = rect.height() - 2 * look.px(MARGIN_TOP)
    painter.fillRect(QRectF(x, top, look.size("edge"), high), look.colour("accent"))
    left, right = rect.left() + look.px(RULES_FROM), rect.right() - look.px(RULES_TO)
    for number in range(RULES):
        y = rect.top() + look.px(FIRST_RULE + number * BETWEEN_RULES)
        painter.fillRect(QRectF(left, y, right - left, 1), look.colour("rule"))


def _button(words: str, name: str, act: Callable[[], None]) -> Button:
    if name == "new_episode":
        button = Button(words, "primary", "plus", hint="Ctrl N")
    elif name == "import_bundle":
        button = Button(words, icon="import", hint="Ctrl O")
    else:
        button = Button(words)
    button.setObjectName(name)
    button.clicked.connect(act)
    return button
