"""Owns the pane that shows the pages of a report: pictures of the very bytes, and their text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.drawing_wait import DrawingWait
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    QUIET,
    SMALL,
    SMALL_BUTTON,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Text,
    announce,
    column,
    inner,
    row,
    scrolled,
    smooth,
)
from rhi_desktop.workflow.signing import PageImage, Progress, page_images

PANE, PAPER, ANY_WIDTH = 600, 444, 16_777_215
A4, EVEN = 1.4142, 0.01
STOPPED = "drawing_stopped"


class Paper(QWidget):
    """One page as a picture; its text is what a screen reader hears."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("paper")
        self._name = name
        self._image: QImage | None = None
        self._shape = A4
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring_radius", "chip")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, page: PageImage | None) -> None:
        """Show a page, or blank paper."""
        self._image = None
        if page is not None:
            pixels = QImage(page.rgba, page.width, page.height, QImage.Format.Format_RGBA8888)
            # A copy: the picture must outlive the bytes it was made from.
            self._image = pixels.copy()
            self._take_shape(page.height / page.width)
        self.setAccessibleDescription(page.text if page else "")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As wide as the pane has room for, in the shape of its page."""
        return QSize(theme().px(PAPER), round(theme().px(PAPER) * self._shape))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """Paper keeps its shape."""
        return self.sizeHint()

    def _take_shape(self, shape: float) -> None:
        """A sheet that is folded lies on its side."""
        if abs(shape - self._shape) > EVEN:
            self._shape = shape
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """Light paper in every theme, a hairline round it."""
        del event
        painter, rect = smooth(self), QRectF(self.rect())
        painter.fillRect(rect, theme().colour("paper"))
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, self._image)
            # The white of the picture takes the tone of our paper: no glare in the dark theme.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(rect, theme().colour("paper"))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(theme().colour("divider"), 1))
        painter.drawRect(inner(rect))
        painter.end()


class PreviewPane(QFrame):
    """The right pane: which page of how many, and the page. Draws in the background.

    `show_file` takes the bytes themselves, so that what is seen is what is signed; a refusal is
    said where the page would stand. Emits `away` when somebody wants to go back to the work; `back`
    is how that link is called, `again` draws pages that were stopped after all.
    """

    away = Signal()

    def __init__(
        self,
        shell: Shell,
        title: str,
        back: str = "",
        again: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("card", "well")
        self._shell = shell
        self._pages: Sequence[PageImage] = ()
        self._at = 0
        self._turn = 0
        self._title = Text(title, SMALL.strong)
        self._count = Text("", SMALL_QUIET.figures)
        self._back = self._arrow("left", "previous_page", self.tr("Previous page"), -1)
        self._next = self._arrow("right", "next_page", self.tr("Next page"), 1)
        self._paper = Paper(self.tr("Page of the report"))
        way_back = back or self.tr("Back to the check")
        self._away = Button(way_back, "link", "left", size=SMALL_LINE)
        self._away.setObjectName("hide_pages")
        self._away.clicked.connect(self.away)
        self._away.hide()
        self._said = Text("", QUIET, wrap=True, measure=420)
        self.waiting = DrawingWait()
        if again is not None:
            self.waiting.again.connect(again)
        tools = row(self._title, "*", self._back, 4, self._count, 4, self._next)
        paper, said = row("*", self._paper, "*"), row("*", self._said, "*")
        above = row(self._away, "*")
        body = column(
            above, tools, 14, paper, said, 12, self.waiting, "*", margins=(36, 12, 24, 16)
        )
        self.setLayout(body)
        self.setFixedWidth(theme().px(PANE))
        self._show()

    def set_title(self, words: str) -> None:
        """Say what these pages are."""
        self._title.setText(words)

    def focus_way_back(self) -> None:
        """Go to the link back. No focus proxy: Tab would never get past what stands for it."""
        self._away.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_way_back(self, *, offered: bool) -> None:
        """Show the link back to the work, where the pages hide it."""
        self._away.setHidden(not offered)

    def wait(self) -> None:
        """The pages are being drawn."""
        self.say(self.tr("Drawing the pages …"))

    def wait_for(self) -> Progress:
        """The same for pages that may take long: what the drawing tells, and is stopped by."""
        self.wait()
        return self.waiting.begin()

    def say(self, words: str) -> None:
        """Say in place of the page why there is none yet."""
        self._turn += 1
        self._pages = ()
        self.waiting.end()
        self._said.setText(words)
        self._show()

    def show_file(self, data: bytes) -> None:
        """Show the pages of a PDF."""
        self.wait()
        wide = round(theme().px(PAPER) * self.devicePixelRatioF() * 2)
        self._shell.run(
            self,
            lambda: page_images(data, wide),
            partial(self._take, self._turn),
            partial(self._refuse, self._turn),
        )

    def refuse(self, error: RhiError) -> None:
        """Say in place of the page why there is none; what was stopped can be drawn after all."""
        self._turn += 1
        self._refuse(self._turn, error)
        if error.code == STOPPED:
            self.waiting.offer_again()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def _take(self, turn: int, pages: tuple[PageImage, ...]) -> None:
        if turn != self._turn:
            return
        self._pages, self._at = pages, min(self._at, max(0, len(pages) - 1))
        self._said.setText("")
        self._show()

    def _refuse(self, turn: int, error: RhiError) -> None:
        if turn != self._turn:
            return
        said = messages.refusal(error)
        self._pages = ()
        self.waiting.end()
        happened = said.happened if said.happened.endswith((".", "?", "!")) else f"{said.happened}."
        self._said.setText(" ".join(part for part in (happened, said.safe, said.next) if part))
        self._show()

    def _arrow(self, icon: str, name: str, words: str, step: int) -> Button:
        button = Button("", "quiet", "left" if icon == "left" else "right", size=SMALL_BUTTON)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.clicked.connect(partial(self._step, step))
        return button

    def _step(self, step: int) -> None:
        self._at = max(0, min(len(self._pages) - 1, self._at + step))
        self._show()
        announce(self, self._paper.accessibleName())

    def _show(self) -> None:
        page = self._pages[self._at] if self._pages else None
        self._paper.show_page(page)
        self._paper.setVisible(not self._said.text() or page is not None)
        self._said.setVisible(bool(self._said.text()))
        words = self.tr("{page} of {pages}").format(page=self._at + 1, pages=len(self._pages))
        self._count.setText(words if page else "")
        self._paper.setAccessibleName(self.tr("Page {words}").format(words=words))
        self._back.allow(on=self._at > 0)
        self._next.allow(on=self._at < len(self._pages) - 1)


class PaneArea(QWidget):
    """The pane in an area that scrolls: wants its width and gives way where there is none.

    Paper keeps its size, so without the area a banner above it would push the window open.
    """

    def __init__(self, pane: PreviewPane) -> None:
        super().__init__()
        # The area has the width now; a scroll bar takes its part of it.
        pane.setMinimumWidth(0)
        pane.setMaximumWidth(ANY_WIDTH)
        self.setLayout(column((scrolled(pane), 1)))

    def fit(self, *, narrow: bool) -> None:
        """Beside the work, or in its place."""
        self.setMaximumWidth(ANY_WIDTH if narrow else theme().px(PANE))

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As wide as the pane, as high as there is room."""
        return QSize(theme().px(PANE), theme().px(PAPER))


class Sides(QWidget):
    """The work on the left, the paper on the right; one of them where there is no room for both.

    `show_pages` turns to the paper, and the link above it turns back.
    """

    def __init__(self, pane: PreviewPane, left: QWidget) -> None:
        super().__init__()
        self._pane, self._left, self._narrow, self._paper_first = pane, left, False, False
        self._right = PaneArea(pane)
        self.setLayout(row((left, 1), self._right))
        pane.away.connect(self._turn_back)
        self.fit(narrow=False)

    def fit(self, *, narrow: bool) -> None:
        """Both beside each other, or the one that is looked at."""
        self._narrow = narrow
        self._right.fit(narrow=narrow)
        self._left.setHidden(narrow and self._paper_first)
        self._right.setHidden(narrow and not self._paper_first)
        self._pane.offer_way_back(offered=narrow)

    def show_pages(self) -> None:
        """Turn to the paper."""
        self._paper_first = True
        self.fit(narrow=self._narrow)
        self._pane.focus_way_back()

    def _turn_back(self) -> None:
        self._paper_first = False
        self.fit(narrow=self._narrow)
