"""Owns what stands in place of the pages while they are drawn: how far it is, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.widgets import QUIET, SMALL_LINE, Button, Progress, Text, column, row
from rhi_desktop.workflow import signing

SHOWN_MS, SOON_MS = 100, 400
"""How often the bar is looked at; what is drawn sooner than this needs none."""
WIDE = 260


class DrawingWait(QWidget):
    """A bar and a button for a drawing that takes longer than a glance.

    `begin` answers the progress to give to `signing.draw`; it is stopped by Cancel, by the next
    drawing, and when the page goes. After Cancel the same button offers to draw again: `again`.
    """

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._progress: signing.Progress | None = None
        self._words = Text("", QUIET, wrap=True, measure=WIDE, align=Qt.AlignmentFlag.AlignHCenter)
        self._bar = Progress(self.tr("How much is drawn"))
        self._bar.setObjectName("drawn_share")
        self._button = Button("", "link", size=SMALL_LINE)
        self._button.setObjectName("stop_drawing")
        self._button.clicked.connect(self.press)
        inside = column(self._words, 10, self._bar, 10, row("*", self._button, "*"))
        self.setLayout(row("*", inside, "*"))
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._show)
        self._look = QTimer(self, interval=SHOWN_MS)
        self._look.timeout.connect(self._tell)
        self.hide()

    def begin(self) -> signing.Progress:
        """A drawing begins; an earlier one is of no use any more."""
        self.end()
        progress = self._progress = signing.Progress()
        # A page that goes must not keep a thread at work.
        self.destroyed.connect(progress.stop)
        self._soon.start()
        return progress

    def end(self) -> None:
        """The drawing is there, or was refused."""
        self._soon.stop()
        self._look.stop()
        self.hide()
        if self._progress is not None:
            self._progress.stop()
        self._progress = None

    def offer_again(self) -> None:
        """It was stopped: offer to draw after all."""
        self.end()
        self._words.hide()
        self._bar.hide()
        self._button.setText(self.tr("Draw the pages"))
        self.show()
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self) -> None:
        """Cancel what is under way, or draw again."""
        if self._progress is not None:
            self._progress.stop()
        else:
            self.again.emit()

    def _show(self) -> None:
        self._words.show()
        self._bar.show()
        self._button.setText(self.tr("Cancel"))
        self._tell()
        self._look.start()
        self.show()

    def _tell(self) -> None:
        if self._progress is None:
            return
        done = self._progress.done
        self._bar.show_share(done / 100)
        self._words.setText(self.tr("{share}\u00a0% drawn").format(share=done))
