"""Owns the pane beside sorting: wheel and table of the five topics, and why one holds no line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.line import Topic
from rhi_desktop.ui.interview.blank_choice import BlankChoice
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.topics import blank_word, lines_word, topic_word
from rhi_desktop.ui.interview.wheel import Key, Texture, Wheel, texture_of
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import SMALL_LINE, Button
from rhi_desktop.ui.widgets.layout import column, empty, hline, row, scrolled, sized, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import BODY, SMALL, SMALL_QUIET, STRONG

_WIDTH = 336
_LARGE, _SMALL = 208, 112


class Coverage(QFrame):
    """What was heard, topic by topic. A topic without lines is a link to say why.

    Emits `accounted` with (Topic, Blank or None, reason) as soon as something is chosen, and
    `typed` with (Topic, reason) while the reason for not asking is typed.
    """

    accounted = Signal(object, object, str)
    typed = Signal(object, str)

    def __init__(self, talk: Conversation) -> None:
        super().__init__()
        self.setObjectName("coverage")
        self.setProperty("card", "pane")
        self._talk = talk
        self._topic: Topic | None = None
        self._links: dict[Topic, Button] = {}
        self._wheel = Wheel(_LARGE)
        self._table = column()
        self._note = Text(self._words(), SMALL_QUIET, wrap=True)
        self._title = Text("", STRONG, wrap=True)
        self._choice = BlankChoice(talk.child, self.tr("Why nothing stands here"))
        self._choice.chosen.connect(self._tell)
        self._choice.typed.connect(self._say_typed)
        done = Button(self.tr("Done"), "link", size=SMALL_LINE)
        done.setObjectName("blank_done")
        done.clicked.connect(lambda: self.ask(None))
        head = row((self._title, 1), 8, done)
        self._why = wrap(column(head, 6, self._choice))
        self._body = wrap(
            column(
                Text(self.tr("What we have heard"), STRONG), 16, row("*", self._wheel, "*"), 16,
                hline(), 4, self._table, 12, hline(), 14, self._note, self._why, "*",
                margins=(24, 24, 24, 20),
            )
        )  # fmt: skip
        self._area = scrolled(self._body)
        self.setLayout(column((self._area, 1)))
        self.setFixedWidth(theme().px(_WIDTH))
        self.refresh()
        self.ask(None)

    def refresh(self) -> None:
        """Read the talk again."""
        empty(self._table)
        self._links.clear()
        textures: dict[Topic, Texture] = {}
        for number, topic in enumerate(Topic, start=1):
            count = len(self._talk.heard(topic))
            blank = self._talk.account.blank_of(topic)
            textures[topic] = texture_of(count, blank.blank if blank else None)
            self._table.addLayout(self._row(number, topic, count, textures[topic]))
        self._wheel.show_textures(textures)
        if self._topic is not None and self._talk.heard(self._topic):
            self.ask(None)

    def ask(self, topic: Topic | None) -> None:
        """Ask why a topic holds no line, or no more."""
        before, self._topic = self._topic, topic
        self._why.setVisible(topic is not None)
        self._note.setVisible(topic is None)
        self._wheel.set_side(_LARGE if topic is None else _SMALL)
        if topic is not None:
            words = self.tr("Why is there nothing under {topic}?")
            self._title.setText(words.format(topic=topic_word(topic)))
            blank = self._talk.account.blank_of(topic)
            self._choice.show_blank(blank.blank if blank else None, blank.reason if blank else "")
            self._choice.setFocus()
        elif before in self._links:
            self._links[before].setFocus()

    def _row(self, number: int, topic: Topic, count: int, texture: Texture) -> QVBoxLayout:
        place = sized(Text(str(number), SMALL.strong.tint("text2")), 10)
        state = Text(lines_word(count), SMALL_QUIET) if count else self._link(topic)
        name = Text(topic_word(topic), BODY)
        inside = row(Key(texture), 12, place, 8, name, "*", state)
        return column(sized(wrap(inside), height=38))

    def _link(self, topic: Topic) -> Button:
        blank = self._talk.account.blank_of(topic)
        words = blank_word(blank.blank) if blank else self.tr("not reached yet")
        if blank and blank.blank is Blank.NOT_ASKED and not blank.reason.strip():
            words = self.tr("not asked: say why")
        link = Button(words, "link", size=SMALL_LINE)
        link.setObjectName(f"account_for_{topic.value}")
        link.setAccessibleName(f"{topic_word(topic)}: {words}")
        link.clicked.connect(lambda: self.ask(topic))
        self._links[topic] = link
        return link

    def _tell(self, blank: Blank | None, reason: str) -> None:
        if self._topic is not None:
            self.accounted.emit(self._topic, blank, reason)

    def _say_typed(self, reason: str) -> None:
        if self._topic is not None:
            self.typed.emit(self._topic, reason)

    def _words(self) -> str:
        return self.tr(
            "All petals are the same size. A blank is never a no, and nothing here is a score."
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """The width of the pane."""
        return QSize(theme().px(_WIDTH), super().sizeHint().height())
