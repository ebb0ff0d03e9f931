"""Owns the one warning before a print, and how it went."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.ui.lock.sheet import Printed
from rhi_desktop.ui.widgets import Button, Item, Text, announce, card, column, empty, row


class PaperWarning(QWidget):
    """Hidden until a print is asked for. Emits `agreed` once it was read, and `shown` (bool).

    Before it goes under somebody's finger it emits `answered`: the focus has to go somewhere.
    """

    agreed = Signal()
    answered = Signal()
    shown = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._face = QVBoxLayout(self)
        self._face.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def ask(self) -> None:
        """Show the warning; its button has the focus."""
        words = self.tr(
            "A printer and its queue may keep a copy of what they print. "
            "Use one that you trust, near you, and fetch the paper yourself."
        )
        go = Button(self.tr("Print now"))
        go.setObjectName("print_now")
        go.clicked.connect(self._agree)
        leave = Button(self.tr("Not now"), "quiet", hint="Esc")
        leave.setObjectName("print_not_now")
        leave.clicked.connect(self._leave)
        self._show(Text(words, wrap=True), row(go, 8, leave, "*"))
        announce(self, words)
        go.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, how: Printed) -> None:
        """Say how it went where the warning stood; nothing where somebody went back."""
        words = {
            Printed.SENT: self.tr("Sent. Fetch the paper yourself now."),
            Printed.NO_PRINTER: self.tr(
                "No printer is set up on this laptop. Save it as a PDF and print it elsewhere."
            ),
            Printed.REFUSED: self.tr(
                "The printer did not take it. Nothing was noted. Try again, or save it as a PDF."
            ),
            Printed.LEFT: "",
        }[how]
        if not words:
            self.rest()
            return
        self._show(Text(words, wrap=True))
        announce(self, words)

    def rest(self) -> None:
        """Put it away."""
        empty(self._face)
        self.hide()
        self.shown.emit(False)  # noqa: FBT003 - what the signal says

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Esc leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _leave(self) -> None:
        self.answered.emit()
        self.rest()

    def _agree(self) -> None:
        self.answered.emit()
        self.rest()
        self.agreed.emit()

    def _show(self, *parts: Item) -> None:
        empty(self._face)
        shown = card(column(*parts, gap=10, margins=(20, 14, 20, 14)), "notice")
        self._face.addWidget(shown)
        shown.show()
        self.show()
        self.shown.emit(True)  # noqa: FBT003 - what the signal says
