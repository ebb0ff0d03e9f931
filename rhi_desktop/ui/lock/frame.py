"""Owns the frame of the front pages: mark and name left of a margin rule, the work right of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H2,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Banner,
    Button,
    Item,
    Offer,
    Picture,
    Said,
    Text,
    bar,
    column,
    draw_mark,
    row,
    scrolled,
    vline,
    wrap,
)

WIDTH = 400
"""Of the column with the work, unless a page asks for more."""


class FrontPage(QWidget):
    """A page without strip. Name and work begin on one line, at a share of the height.

    Emits `other_wanted` when the link at the foot is pressed: `other` is another vault, `back` is
    the way back, which Esc takes too.
    """

    other_wanted = Signal()

    def __init__(
        self, work: QWidget, *, top: float, width: int = WIDTH, other: str = "", back: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._top = top
        self._work, self._width = work, width
        form = wrap(column(work, "*"))
        self._columns = [form]
        sides: tuple[Item, ...] = ()
        if not theme().crowded:
            name = _name(
                self.tr("Return\nconversation\nnotes"), self.tr("Listen first.\nLose nothing.")
            )
            self._columns.append(name)
            sides = (name, 72, vline(), 72)
        body = self._body = scrolled(wrap(row("*", *sides, form, "*")))
        self._back = bool(back)
        self.banner = Banner()
        side = theme().margin
        self._notice = wrap(row(self.banner, margins=(side, 12, side, 0)))
        self._notice.hide()
        self.setLayout(column(self._notice, (body, 1), self._foot(other or back)))

    def first_focus(self) -> QWidget | None:
        """The widget that has the focus when the page opens."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Esc leads back, unless that would lose what was typed."""
        if event.key() == Qt.Key.Key_Escape and self._back and not self.typed():
            self.other_wanted.emit()
            return
        super().keyPressEvent(event)

    def focus_back(self) -> None:
        """Where there is nothing else to do, the link at the foot has the focus."""
        self._link.setFocus()

    def typed(self) -> bool:
        """True while going back would lose what somebody typed."""
        return False

    def to_top(self) -> None:
        """Begin at the top again: another step has a title of its own."""
        self._body.verticalScrollBar().setValue(0)

    def tell(self, said: Said, *offers: Offer) -> None:
        """Say something above the work; the focus stays where it is."""
        self.banner.say(said, *offers)
        self._notice.show()

    def put_away(self) -> None:
        """Say nothing above the work any more."""
        self.banner.put_away()
        self._notice.hide()

    def hush(self) -> None:
        """Put it away, and go on."""
        self.put_away()
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    def _foot(self, other: str) -> QFrame:
        promise = self.tr(
            "Works without internet. Nothing leaves this laptop unless you export it."
        )
        link = self._link = Button(other, "link", size=SMALL_LINE)
        link.setObjectName("other_vault")
        # Only ever hidden here: what is shown before it has a place is a window for a moment.
        if not other:
            link.hide()
        link.clicked.connect(self.other_wanted)
        said = None if theme().crowded else Text(promise, SMALL_QUIET)
        foot = bar(said, "*", link, height=56)
        if not other and said is None:
            foot.hide()
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Name and work stay on one line at every height."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the work its width and its line; again when it changed what it shows."""
        # Longer words of another language widen the column.
        self._work.setFixedWidth(max(theme().px(self._width), self._work.minimumSizeHint().width()))
        top = round((self.height() - theme().px(56)) * (0.06 if theme().crowded else self._top))
        for part in self._columns:
            layout = part.layout()
            if layout is not None:
                layout.setContentsMargins(0, top, 0, 0)


def _name(name: str, motto: str) -> QWidget:
    mark = Picture(draw_mark, "", width=44, height=44)
    return wrap(column(row(mark, "*"), 24, Text(name, H2), 16, Text(motto, QUIET), "*"))
