"""Owns typing a line of the plan: the child's words, or an adult's promise with who and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, PlanLine
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.ideas import Ideas
from rhi_desktop.ui.child.line_button import MARK_WIDE, AuthorMark
from rhi_desktop.ui.child.plan_line import BARE
from rhi_desktop.ui.child.plan_texts import BlockText
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.episode.moment_field import read_day, write_day
from rhi_desktop.ui.widgets import LARGE, Button, Field, column, labelled_field, row, sized, wrap

DAY_WIDE = 132


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a form."""

    words: str
    promised_by: str = ""
    by_when: date | None = None


class LineForm(QWidget):
    """One line being typed; `line` is the one that is changed, None for a new one.

    Emits `kept` (True when Enter asks for the next line), `dropped` when somebody changed their
    mind, `grew` when ideas opened. `form` keeps what is half-typed.
    """

    kept = Signal(bool)
    dropped = Signal()
    grew = Signal()

    def __init__(
        self,
        form: Form,
        block: tuple[PlanBlock, BlockText],
        author: PlanAuthor,
        line: PlanLine | None = None,
    ) -> None:
        super().__init__()
        self.form, self.author, self.line = form, author, line
        self.block, self._said_of = block
        form.setParent(self)
        self._mark = AuthorMark(author)
        promise = author is PlanAuthor.ADULT_PROMISE
        name = "promise_words" if promise else f"field_{self.block.value}"
        self.words = self._field(name, line.words if line else "")
        self._who = self._field("promise_who", line.promised_by if line else "")
        self._day = self._field("promise_day", _day(line))
        self._said = labelled_field(self.tr("By when"), self._day)
        self.setLayout(self._promise() if promise else self._own())
        form.restore()

    @property
    def is_promise(self) -> bool:
        """True while an adult promises something."""
        return self.author is PlanAuthor.ADULT_PROMISE

    def show_author(self, author: PlanAuthor) -> None:
        """Somebody else types now: the mark beside the field says so. A promise stays one."""
        if not self.is_promise and self.line is None:
            self.author = author
            self._mark.show_author(author)

    def written(self) -> Written | None:
        """What stands in the fields; None when the day cannot be read, which is said beside it."""
        words = self.words.text().strip()
        if not self.is_promise:
            return Written(words)
        typed = self._day.text().strip()
        on = read_day(typed)
        odd = bool(typed) and on is None
        self._said.say(self.tr("Write the day as 3/11/2026.") if odd else "")
        if odd:
            self._day.setFocus()
            return None
        return Written(words, self._who.text().strip(), on)

    def _own(self) -> QLayout:
        self._who.hide()
        self._said.hide()
        self.words.setAccessibleName(self._said_of.title)
        foot = self._foot(f"keep_{self.block.value}")
        return column(4, row(self._mark, (self.words, 1)), 8, foot, self._ideas())

    def _promise(self) -> QLayout:
        words = labelled_field(self.tr("What an adult promises"), self.words)
        who = labelled_field(self.tr("Who promises it"), self._who)
        day = sized(self._said, DAY_WIDE)
        self._day.setPlaceholderText(self.tr("3/11/2026"))
        fields = column(words, row((who, 1), 10, column(day, "*")))
        return column(4, row(self._mark, (fields, 1)), 2, self._foot("keep_promise"))

    def _foot(self, name: str) -> QWidget:
        keep = Button(self.tr("Keep it"), "soft", "check", size=LARGE)
        keep.setObjectName(name)
        keep.clicked.connect(self._keep)
        drop = Button(self.tr("Never mind"), "accent", size=BARE)
        drop.setObjectName("drop_line")
        drop.clicked.connect(self.dropped)
        self._show_ideas = Button(self.tr("Show me ideas"), "accent", "sun", size=BARE)
        self._show_ideas.setObjectName("show_ideas")
        self._show_ideas.clicked.connect(self._open_ideas)
        there = not self.is_promise and self.line is None and bool(self._said_of.ideas)
        acts = (keep, drop, self._show_ideas) if there else (keep, drop)
        if not there:
            self._show_ideas.setParent(self)
            self._show_ideas.hide()
        return wrap(row(MARK_WIDE, (wrap(flow(*acts)), 1)))

    def _ideas(self) -> QWidget:
        self.ideas = Ideas(self._said_of.ideas, self._said_of.starters)
        self.ideas.taken.connect(self._put)
        self.ideas.begun.connect(self._put)
        slot = wrap(row(MARK_WIDE, (self.ideas, 1)))
        self._slot = slot
        slot.hide()
        return slot

    def _open_ideas(self) -> None:
        self._show_ideas.hide()
        self._slot.show()
        self.ideas.first.setFocus()
        self.grew.emit()

    def _put(self, words: str) -> None:
        """Words of ours are a beginning: the child makes them their own, or keeps them so."""
        self.words.setText(words)
        self.words.textEdited.emit(words)
        self.words.setFocus()
        self.words.end(False)  # noqa: FBT003 - Qt's flag: nothing is selected

    def _field(self, name: str, words: str) -> Field:
        field = self.form.line(name, words).tall()
        field.setProperty("child", "true")
        field.setProperty("ring_radius", "card")
        field.returnPressed.connect(self._next)
        field.installEventFilter(self)
        # The widget of a field that this form does not show still belongs to it.
        field.setParent(self)
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - overrides Qt
        """Escape closes an empty form; typed words are never thrown away by a key."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            empty = not self.words.text().strip()
            if event.key() == Qt.Key.Key_Escape and empty:
                self.dropped.emit()
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        self.kept.emit(False)  # noqa: FBT003 - Qt's signals take no names

    def _next(self) -> None:
        self.kept.emit(not self.is_promise and self.line is None)


def _day(line: PlanLine | None) -> str:
    return write_day(line.by_when) if line is not None and line.by_when is not None else ""
