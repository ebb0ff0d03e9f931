"""Owns the card of sorting: one line large, its five places below it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from rhi_desktop.domain.line import Line, Topic, Voice
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.interview.line_row import LineRow
from rhi_desktop.ui.interview.topics import topic_word
from rhi_desktop.ui.interview.voice_button import VoiceMenu
from rhi_desktop.ui.interview.voice_edge import VoiceEdge
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import REGULAR, SMALL_BUTTON, SMALL_LINE, Button, ButtonSize
from rhi_desktop.ui.widgets.field import Field
from rhi_desktop.ui.widgets.icon import Icon
from rhi_desktop.ui.widgets.layout import column, row, scrolled, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import BODY, SMALL, SMALL_QUIET, TextStyle
from rhi_desktop.ui.widgets.voices import LOOKS, voice_word

_TARGET = ButtonSize(52, 12, BODY, "card")
_BARE = ButtonSize(36, 0, SMALL)
"""Its words stand on the margin of the card."""
_LARGE = TextStyle(22, line=32)
_MOST_LINES = 4


class SortCard(QFrame):
    """The line that is being placed. It may sit in several places.

    Emits `toggled` (Topic), `cleared` (no section), `asked_next`, `asked_back`, `voice_chosen`
    (Voice) and `told` (who told it).
    """

    toggled = Signal(object)
    cleared = Signal()
    asked_next = Signal()
    asked_back = Signal()
    voice_chosen = Signal(object)
    told = Signal(str)

    def __init__(self, child: str) -> None:
        super().__init__()
        self.setObjectName("sort_card")
        self.setProperty("card", "surface")
        self._child = child
        self._line: Line | None = None
        self._voice = Text("", SMALL.medium)
        self._icon = Icon("quote", "child", 18)
        self._time = Text("", SMALL_QUIET.figures)
        self._words = Text("", _LARGE, wrap=True)
        self._edge = VoiceEdge()
        self._targets = {topic: self._target(n, topic) for n, topic in enumerate(Topic, start=1)}
        self._grid = QGridLayout()
        self._grid.setSpacing(theme().px(10))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._teller = Field(placeholder=self.tr("carer, Nan, a teacher"))
        self._teller.setObjectName("sort_who_told")
        self._teller.setAccessibleName(self.tr("Who told you?"))
        self._teller.left.connect(self._tell)
        self._teller.returnPressed.connect(self._tell)
        self._asks = wrap(row(Text(self.tr("Who told you?"), SMALL), 12, (self._teller, 1)))
        self._area = scrolled(wrap(column(self._words, "*")))
        said = row(self._edge, 21, (self._area, 1))
        # Before they stand on the card, so that Tab comes to them where they are seen.
        self.set_columns(len(Topic))
        self.setLayout(
            column(self._head(), 14, said, 8, self._asks, 14, self._grid, 14, self._foot(),
                   margins=(24, 18, 24, 18))
        )  # fmt: skip

    @property
    def line(self) -> Line | None:
        """The line that is being placed."""
        return self._line

    def show_line(self, line: Line) -> None:
        """Place another line, or the same as it is now."""
        same = self._line is not None and self._line.id == line.id
        self._line = line
        shape = LOOKS[line.voice]
        self._voice.set_style(SMALL.medium.tint(f"{shape.token}-ink"))
        self._voice.setText(voice_word(line.voice, self._child, line.told_by))
        self._icon.show_as(shape.icon, shape.token)
        self._time.setText(clock_time(line.heard_at))
        face = LineRow(line, self._child)
        more = f"\n{face.more_words}" if face.more else ""
        self._words.setText(face.shown + more)
        self._edge.show_voice(line.voice)
        for topic, target in self._targets.items():
            target.setChecked(topic in line.topics)
        self._asks.setVisible(line.voice is Voice.TOLD)
        if not same or not self._teller.hasFocus():
            self._teller.setText(line.told_by)
        self._fit()

    def focus(self) -> QWidget:
        """Where the keys start: the first place."""
        return self._targets[Topic.WHY]

    def set_columns(self, columns: int) -> None:
        """So many places beside each other."""
        for number, target in enumerate(self._targets.values()):
            self._grid.removeWidget(target)
            self._grid.addWidget(target, number // columns, number % columns)
        for number in range(len(Topic)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _head(self) -> QHBoxLayout:
        change = Button(self.tr("Change who said it"), "link", size=SMALL_LINE)
        change.setObjectName("change_voice")
        change.clicked.connect(lambda: self._open_voices(change))
        return row(self._icon, 8, self._voice, 12, self._time, "*", change)

    def _foot(self) -> QHBoxLayout:
        none = Button(self.tr("No section"), "quiet", hint="Ctrl 0", size=_BARE)
        none.setObjectName("no_section")
        none.clicked.connect(self.cleared)
        back = Button(self.tr("Back"), "quiet", "left", hint=self.tr("Up"), size=SMALL_BUTTON)
        back.setObjectName("previous_line")
        back.clicked.connect(self.asked_back)
        further = Button(self.tr("Next line"), "primary", size=REGULAR).trailing("right")
        further.setObjectName("next_line")
        further.clicked.connect(self.asked_next)
        return row(none, "*", back, 8, further)

    def _target(self, number: int, topic: Topic) -> Button:
        target = Button(topic_word(topic), hint=str(number), size=_TARGET)
        target.setObjectName(f"place_{topic.value}")
        target.setCheckable(True)
        target.setMinimumHeight(target.sizeHint().height())
        grow = target.sizePolicy()
        grow.setHorizontalPolicy(grow.Policy.Expanding)
        target.setSizePolicy(grow)
        target.clicked.connect(lambda: self.toggled.emit(topic))
        return target

    def _open_voices(self, below: Button) -> None:
        if self._line is None:
            return
        menu = VoiceMenu(self, self._child, self._line.voice)
        menu.setObjectName("voice_menu")
        menu.chosen.connect(self.voice_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _tell(self) -> None:
        who = self._teller.text().strip()
        if self._line is not None and who != self._line.told_by:
            self.told.emit(who)

    def _fit(self) -> None:
        width = self._area.viewport().width() or theme().px(800)
        step = round(_LARGE.line * theme().zoom)
        needed = self._words.heightForWidth(width)
        self._area.setFixedHeight(max(step, min(needed, _MOST_LINES * step)))
        self._area.verticalScrollBar().setValue(0)
