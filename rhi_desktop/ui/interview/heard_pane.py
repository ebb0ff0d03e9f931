"""Owns the pane beside the conversation: what was heard, what could be asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rhi_desktop.domain.line import Topic
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.tally import TallyRow
from rhi_desktop.ui.interview.topics import blank_word, lines_word
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import LINE, SMALL_LINE, Button
from rhi_desktop.ui.widgets.icon import Icon
from rhi_desktop.ui.widgets.layout import column, empty, hline, row, scrolled, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import BODY, STRONG

PROMPTS = 3
_WIDTH = 312


class HeardPane(QFrame):
    """Never opens by itself and counts nothing but lines.

    Emits `asked_guided` (one question at a time), `asked_flag` (the next line to come back to),
    `asked_finish` and `asked_safety`.
    """

    asked_guided = Signal()
    asked_flag = Signal()
    asked_finish = Signal()
    asked_safety = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("heard_pane")
        self.setProperty("card", "pane")
        self._tallies = {topic: TallyRow(topic) for topic in Topic}
        self._prompts: QVBoxLayout = column(gap=4)
        self._flags = Button("", "link", size=LINE)
        self._flags.setObjectName("come_back_to")
        self._flags.clicked.connect(self.asked_flag)
        self._come_back = wrap(self._come_back_row())
        self._guided = Button(self.tr("One question at a time"), "link", size=SMALL_LINE)
        self._guided.setObjectName("guided")
        self._guided.clicked.connect(self.asked_guided)
        body = scrolled(wrap(self._body()))
        foot = column(*self._ways_on(), margins=(24, 8, 24, 24))
        self.setLayout(column((body, 1), foot))

    def _ways_on(self) -> tuple[Button, int, Button]:
        finish = self._finish = Button("", "quiet").trailing("right")
        finish.setObjectName("finish")
        finish.clicked.connect(self.asked_finish)
        # The key is told beside the words; the action itself belongs to the window.
        safety = Button(self.tr("Immediate safety"), icon="shield", hint="Ctrl Shift S")
        safety.setObjectName("immediate_safety")
        safety.clicked.connect(self.asked_safety)
        for button in (finish, safety):
            button.setMinimumWidth(theme().px(_WIDTH - 49))
        return finish, 8, safety

    def _body(self) -> QVBoxLayout:
        return column(
            Text(self.tr("Heard so far"), STRONG), 8,
            *self._tallies.values(), 20, hline(), 20,
            Text(self.tr("If it helps, ask"), STRONG), 8,
            self._prompts, 8, row(self._guided, "*"), 16, self._come_back, "*",
            margins=(24, 24, 24, 8),
        )  # fmt: skip

    def _come_back_row(self) -> QVBoxLayout:
        flag = Icon("flag", "notice", 18)
        words = Text(self.tr("Come back to"), BODY)
        return column(hline(), 16, row(flag, 10, words, "*", self._flags))

    @property
    def first_stop(self) -> QWidget:
        """Where F6 goes."""
        return self._guided

    def show_talk(self, talk: Conversation) -> None:
        """Count and offer anew."""
        over = talk.account.interview.ended_at is not None
        self._finish.setText(
            self.tr("Read back, and how it ended") if over else self.tr("Finish the conversation")
        )
        for topic, tally in self._tallies.items():
            blank = talk.account.blank_of(topic)
            why = blank_word(blank.blank) if blank is not None else ""
            tally.show_count(len(talk.heard(topic)), why)
        empty(self._prompts)
        for words in offered(talk):
            icon = column(3, Icon("quote", "text2", 18), "*")
            self._prompts.addLayout(row(icon, 10, (Text(words, wrap=True), 1)))
        flagged = len(talk.flagged())
        self._come_back.setVisible(bool(flagged))
        words = lines_word(flagged)
        self._flags.setText(words)
        self._flags.setAccessibleName(self.tr("Come back to {lines}").format(lines=words))
        self._flags.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        """The width of the pane."""
        return QSize(theme().px(_WIDTH), super().sizeHint().height())


def offered(talk: Conversation) -> Sequence[str]:
    """Three open things to say: of the topics nothing was heard on, then of the others."""
    language = talk.account.case.child.language
    quiet = {topic.value for topic in Topic if not talk.heard(topic)}
    open_ones = [q for q in talk.prompts() if q.kind == "open" and not q.sensitive]
    topical = [q for q in open_ones if q.section in {topic.value for topic in Topic}]
    order: list[Question] = sorted(topical, key=lambda q: q.section not in quiet)
    fresh = [q.ask for q in order if q.section in quiet]
    further = [text for q in order for text in q.prompts[:1] if q.section not in quiet]
    return [text.get(language) for text in (*fresh, *further)][:PROMPTS]
