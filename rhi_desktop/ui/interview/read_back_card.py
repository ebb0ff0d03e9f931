"""Owns the card of reading back: one line in large type, and what the child says to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.line import Line
from rhi_desktop.domain.reading import Reading, Said
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.direction import starting_side
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.interview.line_row import LineRow
from rhi_desktop.ui.interview.reading_words import said_word
from rhi_desktop.ui.interview.voice_edge import VoiceEdge
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import LARGE, Button
from rhi_desktop.ui.widgets.field import Field
from rhi_desktop.ui.widgets.icon import Chip
from rhi_desktop.ui.widgets.layout import Item, column, empty, row, wrap
from rhi_desktop.ui.widgets.tab_order import follow_eye
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import BODY, SMALL, SMALL_QUIET, TextStyle
from rhi_desktop.ui.widgets.voices import LOOKS, quoted, voice_word
from rhi_desktop.ui.words_area import WordsArea

_LARGE = TextStyle(26, line=38)
_SAID = TextStyle(20, line=30)


class ReadBackCard(QFrame):
    """The line that is read back. What was written first stays; what the child says stands below.

    Emits `said` ((Said, words)) and `kept_from` (names). `drafts(line)` gives the half-typed
    change of a line.
    """

    said = Signal(object)
    kept_from = Signal(object)

    def __init__(self, child: str, drafts: Callable[[Line], HalfTyped]) -> None:
        super().__init__()
        self.setObjectName("read_back_card")
        self.setProperty("card", "surface")
        self._child, self._drafts = child, drafts
        self._typed: HalfTyped | None = None
        self._reading: Reading | None = None
        self._head = Text("", SMALL.medium)
        self._chip_box = row()
        self._words = Text("", _LARGE, wrap=True)
        self._beside = column(gap=2)
        self._edge = VoiceEdge()
        self._area: WordsArea | None = None
        self._area_box = column()
        self.right = self._button(self.tr("That is right"), Said.AGREED, "check")
        self._not_now = self._button(self.tr("Not now"), Said.NOT_NOW, None)
        self._change = Button(self.tr("Say it another way"), icon="pencil", size=LARGE)
        self._change.setObjectName("read_changed")
        self._change.clicked.connect(self.open_change)
        self._from = Field(placeholder=self.tr("Mum, school"))
        self._from.setObjectName("keep_line_from")
        self._from.setAccessibleName(self.tr("Who shall not see it?"))
        self._from.setMaximumWidth(theme().px(280))
        self._from.left.connect(self._tell_from)
        self._from.returnPressed.connect(self._tell_from)
        self._lay_out()

    def _lay_out(self) -> None:
        keep = Text(self.tr("Who shall not see it?"), SMALL)
        keep.setBuddy(self._from)
        buttons: list[Item] = [self.right, 10, self._change, 10, self._not_now, "*"]
        stacked = (row(x, "*") if isinstance(x, QWidget) else x for x in buttons[:-1])
        self._acts = wrap(column(*stacked) if theme().crowded else row(*buttons))
        said = row(self._edge, 19, (column(self._words, 4, wrap(self._beside)), 1))
        self.setLayout(
            column(
                row(self._head, "*", self._chip_box), 10, said, 14, wrap(self._area_box),
                self._acts, 12, row(keep, 12, (self._from, 1), "*"), margins=(24, 18, 24, 16),
            )
        )  # fmt: skip

    def show_line(self, line: Line, reading: Reading | None) -> None:
        """Read this line back now."""
        self._reading = reading
        shape = LOOKS[line.voice]
        who = voice_word(line.voice, self._child, line.told_by)
        self._head.set_style(SMALL.medium.tint(f"{shape.token}-ink"))
        self._head.setText(f"{who}   {clock_time(line.heard_at)}")
        self._edge.show_voice(line.voice)
        self._words.setText(quoted(line.voice, line.words))
        empty(self._chip_box)
        if reading is not None:
            self._chip_box.addWidget(Chip(said_word(reading.said)))
        empty(self._beside)
        for label, words in LineRow(line, self._child, reading=reading).beside:
            self._beside.addWidget(Text(label, SMALL_QUIET))
            said = Text(words, _SAID, wrap=True, align=starting_side(words))
            self._beside.addWidget(said)
        self._from.setText(", ".join(line.keep_from))
        self._close()
        self._typed = self._drafts(line)
        if self._typed.any:
            self._open()

    def open_change(self) -> None:
        """Ask how the child says it."""
        self._open()
        if self._area is not None:
            # Only what is shown can take the next key.
            self._area.setVisible(self.isVisible())
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> str:
        """What stands in the open field."""
        return self._area.words() if self._area is not None else ""

    def forget(self) -> None:
        """What was typed is kept."""
        if self._typed is not None:
            self._typed.forget()

    def _open(self) -> None:
        self._close()
        name = self.tr("How {child} says it").format(child=self._child)
        self._area = WordsArea(name, lines=2)
        self._area.setObjectName("changed_words")
        if self._reading is not None:
            self._area.put(self._reading.words)
        if self._typed is not None:
            self._typed.watch(self._area, "changed")
        keep = Button(self.tr("Keep"), "soft")
        keep.setObjectName("keep_changed")
        keep.clicked.connect(self._tell_change)
        leave = Button(self.tr("Leave it"), "quiet", hint="Esc")
        leave.setObjectName("leave_changed")
        leave.clicked.connect(self._give_up)
        self._area_box.addWidget(Text(name, BODY))
        self._area_box.addSpacing(theme().px(6))
        self._area_box.addWidget(self._area)
        self._area_box.addLayout(row(keep, 8, leave, "*", margins=(0, 10, 0, 0)))
        follow_eye(self._not_now, self._area, keep, leave)
        self._acts.hide()

    def _close(self) -> None:
        empty(self._area_box)
        self._area = None
        self._acts.show()

    def _give_up(self) -> None:
        self.forget()
        self._close()
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_change(self) -> None:
        if self.words.strip():
            self.said.emit((Said.CHANGED, self.words))
        elif self._area is not None:
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_from(self) -> None:
        people = tuple(one.strip() for one in self._from.text().split(",") if one.strip())
        self.kept_from.emit(people)

    def _button(self, words: str, said: Said, icon: IconName | None) -> Button:
        button = Button(words, icon=icon, size=LARGE)
        button.setObjectName(f"read_{said.value}")
        button.clicked.connect(lambda: self.said.emit((said, "")))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape closes the field before it leaves the page."""
        if event.key() == Qt.Key.Key_Escape and self._area is not None:
            self._give_up()
            return
        super().keyPressEvent(event)
