"""Owns the box the next line is typed into: on the same columns as the lines above it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.line import Line, Voice, read_typed
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.interview.capture_edit import CaptureEdit
from rhi_desktop.ui.interview.line_painter import COMPACT_GUTTER
from rhi_desktop.ui.interview.voice_button import SIGNS, VoiceButton
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.layout import Item, column, row
from rhi_desktop.ui.widgets.paint import inner, smooth
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL_QUIET
from rhi_desktop.ui.widgets.voices import GUTTER, WORDS_AFTER_EDGE, draw_edge, voice_word

_HEIGHT = 56
_PADDING = 16


def begun_voice(words: str) -> Voice:
    """Whose words a line will hold, as soon as its sign and a space are typed."""
    # The grammar drops a space at the end, where somebody who is typing has just put one.
    return read_typed(words[:8] + "_").voice


class InputRow(QFrame):
    """The voice selector and the field in one box; its left edge is the edge the line will get.

    For a new line the voice is read from what is typed: choosing one in the menu types its sign,
    so that half a line says whose words it holds wherever it comes back. While a line is edited
    nothing is read from its words; `voice_chosen` asks for another voice. Emits `entered`,
    `left_line` (Escape while editing) and `typed` (the text or the caret's place changed).
    """

    entered = Signal()
    left_line = Signal()
    typed = Signal()
    voice_chosen = Signal(object)

    def __init__(self, child: str) -> None:
        super().__init__()
        self.setObjectName("input_row")
        self.setProperty("ring_host", "true")
        self.setProperty("ring_radius", "card")
        self._child = child
        self._line: Line | None = None
        self.voices = VoiceButton(child)
        self.edit = CaptureEdit()
        self.edit.setObjectName("new_line")
        self._hint = Text("", SMALL_QUIET)
        # The edge is painted between the button and the words.
        self._gap = QWidget()
        button = column((_HEIGHT - 40) // 2, self.voices, "*")
        field = column("*", self.edit, "*")
        inside: tuple[Item, ...] = (button, self._gap, (field, 1), 12, self._hint)
        self.setLayout(row(*inside, margins=(0, 0, 20, 0)))
        self._connect()
        self.show_line(None)
        self.set_compact(compact=False)
        self._fit()

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._read)
        self.edit.cursorPositionChanged.connect(self.typed)
        self.edit.grown.connect(self._fit)
        self.edit.entered.connect(self.entered)
        self.edit.escaped.connect(self.left_line)
        self.voices.chosen.connect(self._choose)

    def set_compact(self, *, compact: bool) -> None:
        """Stand on the columns of the narrow margin, or of the full one."""
        self.voices.set_compact(compact=compact)
        gutter = COMPACT_GUTTER if compact else GUTTER
        self._gap.setFixedWidth(theme().px(gutter + WORDS_AFTER_EDGE) - self.voices.width())
        self._hint.setVisible(not compact)

    @property
    def line(self) -> Line | None:
        """The line that is being edited, if one is."""
        return self._line

    def show_line(self, line: Line | None) -> None:
        """Edit a line, or a new one; the words are put in by `edit.put`."""
        self._line = line
        self.edit.may_escape = line is not None
        words = self.tr("Enter keeps it") if line is None else self.tr("Enter keeps it, Esc leaves")
        self._hint.setText(words)
        self.voices.show_when("" if line is None else clock_time(line.heard_at))
        self._read()

    def _read(self) -> None:
        """Show whose words these are, as soon as the first sign says so."""
        line = self._line
        voice = begun_voice(self.edit.words()) if line is None else line.voice
        told_by = "" if line is None else line.told_by
        self.voices.show_voice(voice, told_by)
        said = voice_word(voice, self._child, told_by)
        name = self.tr("New line, {voice}") if line is None else self.tr("Change the line, {voice}")
        self.edit.setAccessibleName(name.format(voice=said))
        self.update()
        self.typed.emit()

    def _choose(self, voice: Voice) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._line is not None:
            self.voice_chosen.emit(voice)
            return
        text, caret = self.edit.words(), self.edit.textCursor().position()
        sign = text[:1]
        bare = text[2:] if sign in SIGNS.values() and sign and text[1:2].isspace() else text
        wanted = f"{SIGNS[voice]} {bare}" if SIGNS[voice] else bare
        self.edit.put(wanted, max(0, caret + len(wanted) - len(text)))

    def _fit(self) -> None:
        look = theme()
        needed = self.edit.minimumHeight() + 2 * look.px(_PADDING)
        self.setFixedHeight(max(look.px(_HEIGHT), needed))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - overrides Qt
        """A press anywhere in the box goes to the field."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        """The box and the voice edge."""
        del event
        look, painter = theme(), smooth(self)
        box = inner(QRectF(self.rect()))
        painter.setPen(QPen(look.colour("border"), look.edge))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, look.radius("card"), look.radius("card"))
        x = self.edit.geometry().left() - look.px(WORDS_AFTER_EDGE)
        draw_edge(
            painter, self.voices.voice, x, box.top() + look.px(10), box.bottom() - look.px(10)
        )
        painter.end()
