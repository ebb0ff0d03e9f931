"""Owns the field a line is typed into: nothing in it is corrected, and Enter keeps the line."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.widgets.typesetting import SAID
from rhi_desktop.ui.words_area import HINTS, wrap_for

MOST_LINES = 5
_BLOCK = "\N{PARAGRAPH SEPARATOR}"
_REFUSED = 1
"""State of a block that was begun by an Enter which could not keep what stood before it."""


class CaptureEdit(QPlainTextEdit):
    """One line of the conversation as it is typed; Shift+Enter breaks it, Tab leaves the field.

    Emits `entered` on Enter, `asked_last` on Up in an empty field, `escaped` on Escape when
    `may_escape` is set, `asked_undo` and `asked_redo` when the field itself has nothing to take
    back, `grown` when it needs another height, `left` when the focus goes.
    """

    entered = Signal()
    asked_last = Signal()
    escaped = Signal()
    asked_undo = Signal()
    asked_redo = Signal()
    grown = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.may_escape = False
        self.setProperty("bare", "true")
        self.setProperty("capture", "true")
        self.setTabChangesFocus(True)
        self.setInputMethodHints(HINTS)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(SAID.font)
        self.document().setDocumentMargin(0)
        self.setCursorWidth(max(1, round(SAID.font.pixelSize() / 18)))
        self.textChanged.connect(self._turn)
        self.textChanged.connect(self._fit)
        self._fit()

    def words(self) -> str:
        """Exactly what stands in the field; `toPlainText` would change no-break spaces."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return cursor.selectedText().replace(_BLOCK, "\n")

    def pieces(self) -> tuple[str, ...]:
        """The words, parted where an Enter was refused; the last piece is being typed."""
        found: list[list[str]] = [[]]
        block = self.document().firstBlock()
        while block.isValid():
            if block.userState() == _REFUSED:
                found.append([])
            found[-1].append(block.text())
            block = block.next()
        return tuple("\n".join(lines) for lines in found)

    def put_pieces(self, pieces: tuple[str, ...]) -> None:
        """Show what could not be kept yet, parted as it was."""
        self.put(pieces[0] if pieces else "")
        for piece in pieces[1:]:
            self.break_refused()
            self.insert(piece)

    def put(self, text: str, caret: int = -1) -> None:
        """Show another text, the caret at its end or where it stood; what was there is gone."""
        self._choose_wrap(text)
        self.setPlainText(text)
        cursor = self.textCursor()
        length = self.document().characterCount() - 1
        cursor.setPosition(length if caret < 0 else min(caret, length))
        self.setTextCursor(cursor)

    def break_refused(self) -> None:
        """Go on below: what stands above could not be kept yet, and stays."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if cursor.block().text().strip():
            cursor.insertBlock()
            cursor.block().setUserState(_REFUSED)
        self.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        """Type a text at the caret."""
        self.insertPlainText(text)

    def _choose_wrap(self, text: str) -> None:
        self.setWordWrapMode(wrap_for(text))

    def _turn(self) -> None:
        """Start at the right for words that run from there."""
        side = starting_side(self.document().firstBlock().text())
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        # A plain text document counts its height in lines.
        lines = max(1, min(MOST_LINES, round(self.document().size().height())))
        height = int(lines * self.fontMetrics().lineSpacing() + 0.999) + 1
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.grown.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - overrides Qt
        """Paste as plain words; many lines go in as one line with breaks."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        self._choose_wrap(self.words() + text)
        self.insertPlainText(text)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Enter keeps, Shift+Enter breaks, Up in an empty field asks for the last line."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.textCursor().insertBlock() if shift else self.entered.emit()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                # The page has a meaning for it as well: its coloured button.
                event.ignore()
        elif event.key() == Qt.Key.Key_Up and self.document().isEmpty():
            self.asked_last.emit()
        elif event.key() == Qt.Key.Key_Escape and self.may_escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.asked_undo.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable():
            self.asked_redo.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - overrides Qt
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Another width may need another height."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """As high as its words, up to five lines."""
        return QSize(super().sizeHint().width(), self.minimumHeight())
