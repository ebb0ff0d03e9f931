"""Owns reading the words back to the child line by line, what they add, and how the talk ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.line import Line
from rhi_desktop.domain.reading import Said
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.line_list import LineList
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.interview.line_row import LineRow
from rhi_desktop.ui.interview.read_back_card import ReadBackCard
from rhi_desktop.ui.interview.read_back_parts import AddedLine, AllRead
from rhi_desktop.ui.interview.reading_order import ReadingOrder
from rhi_desktop.ui.interview.talk_end import TalkEnd
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.button import SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.layout import card, column, row, scrolled, sized, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import H2, QUIET
from rhi_desktop.workflow import reading_back
from rhi_desktop.workflow.workspace import Workspace

_WIDTH = 336


class ReadBackPage(Page):
    """What the child said and what was seen, one line at a time; beside it how the talk ended.

    Every answer is committed at once and can be given anew. How much was read back follows from
    the answers. The end keeps its first time, and can be taken back.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("reading back needs an interview")
        self.talk = Conversation(ws, place.interview_id)
        super().__init__(shell, self.talk.account.case.reference)
        self._ws = ws
        self.card = ReadBackCard(self.talk.child, self._drafts)
        self.all_read = AllRead(self.talk.child)
        self.added = AddedLine(self.talk.child, HalfTyped(ws, shell, f"read_back/{self.talk.id}"))
        self.end = TalkEnd(ws, shell, self.talk)
        self.lines = LineList(self.tr("Words to read back"), follows=False)
        self.lines.set_compact(compact=theme().crowded)
        self.order = ReadingOrder(self.talk, place.detail)
        self._lay_out()
        self._connect()
        self._offer()
        self._show()

    def _lay_out(self) -> None:
        side, crowded = theme().margin, theme().crowded
        back = Button(self.tr("Conversation"), "quiet", "left", size=SMALL_BUTTON)
        back.setObjectName("back_to_talk")
        back.setAccessibleName(self.tr("Back to the conversation"))
        back.clicked.connect(lambda: self._go(PageName.CAPTURE))
        title = self.tr("Read back to {child}").format(child=self.talk.child)
        self._note = Text("", QUIET, wrap=True)
        right = side if crowded else 36
        head = row((Text(title, H2, wrap=True), 1), 16, back)
        top = column(head, 2, self._note, margins=(side, 14, right, 8))
        further = Button(self.tr("Sort what was said"), "primary").trailing("right")
        further.setObjectName("to_sort")
        further.clicked.connect(lambda: self._go(PageName.SORT))
        sides = (INSET, 0, INSET, 0)
        inset = (side - INSET, 0, right - INSET, 12)
        box = column(self.card, self.all_read, 12, self.added, margins=sides)
        if crowded:
            rest = column(self.end, 16, row("*", further), margins=(INSET, 20, INSET, 12))
            self.setLayout(column(top, (scrolled(wrap(column(box, rest, margins=inset))), 1)))
            self.lines.setParent(self)
            self.lines.hide()
            return
        left = column(box, 10, (self.lines, 1), margins=inset)
        foot = row("*", further, margins=(24, 12, 24, 20))
        inside = wrap(column(self.end, margins=(24, 22, 24, 8)))
        pane = sized(card(column((scrolled(inside), 1), foot), "pane"), _WIDTH)
        self.setLayout(row((column(top, (left, 1)), 1), pane))

    def _connect(self) -> None:
        self.card.said.connect(self._answer)
        self.card.kept_from.connect(self._keep_from)
        self.card.setEnabled(self.talk.may_change)
        self.added.setEnabled(self.talk.may_change)
        self.added.given.connect(self._add)
        self.all_read.asked_sort.connect(lambda: self._go(PageName.SORT))
        self.end.agreed.connect(self._agree)
        self.lines.opened.connect(self._take)
        self.lines.gone.connect(self._focus)

    def _offer(self) -> None:
        talk = Menu.CONVERSATION
        for words, keys, page in (
            (self.tr("Back to the conversation"), "Alt+Left", PageName.CAPTURE),
            (self.tr("Sort what was said"), "", PageName.SORT),
        ):
            self.act(talk, words, keys, self._way(page))
        self.act(talk, self.tr("Say it another way"), "F2", self.card.open_change)
        self.act(Menu.CHILD, self.tr("My plan"), "Ctrl+M", self._way(PageName.CHILD_PLAN))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, way in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
            stride = QShortcut(key, self.card, context=within)
            stride.activated.connect(lambda way=way: self.step(way))

    def _way(self, page: PageName) -> Callable[[], None]:
        return lambda: self._go(page)

    def first_focus(self) -> QWidget | None:
        """That the line is right; how it ended when there is nothing to read."""
        if self.current is not None and self.talk.may_change:
            return self.card.right
        return self.end.first

    def standing(self, place: Place) -> Place:
        """The line that is being read back."""
        return replace(place, detail=self.current.id if self.current is not None else "")

    @property
    def current(self) -> Line | None:
        """The line that is read back."""
        return self.order.current

    def refresh(self) -> None:
        """Read the talk again."""
        self.talk.reload()
        self.order.read()
        self._show()

    def step(self, way: int) -> None:
        """The line after this one, or before."""
        self.shell.autosave.flush()
        if self.order.step(way):
            self._show()
            self._focus()

    def _show(self) -> None:
        lines, here = self.order.lines, self.current
        if here is not None:
            self.card.show_line(here, self.talk.reading_of(here))
        self.card.setVisible(here is not None)
        self.all_read.setVisible(here is None)
        self.all_read.show_state(any_lines=bool(lines))
        # Where a line was sorted is nothing to read to a child.
        bare = [replace(x, topics=(), no_topic=False, come_back=False) for x in lines]
        rows = [LineRow(x, self.talk.child, "", self.talk.reading_of(x)) for x in bare]
        self.lines.show_lines(rows)
        if here is not None:
            self.lines.choose_line(here)
            words = self.tr("Line {number} of {count}. In their own words and order.")
            self._note.setText(words.format(number=self.order.number, count=len(lines)))
        else:
            self._note.setText("")
        self.end.show_talk()

    def _focus(self) -> None:
        first = self.first_focus() if self.current is not None else self.all_read.first
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, given: tuple[Said, str]) -> None:
        here, (said, words) = self.current, given
        if here is None:
            return
        at = self.shell.moment()
        ws, talk = self._ws, self.talk.id
        if self._try(lambda: reading_back.answer_line(ws, talk, here.id, said, words, at)):
            self.card.forget()
            self.talk.reload()
            self.order.go_on(said)
            self._show()
            self._focus()

    def _agree(self) -> None:
        at = self.shell.moment()
        if self._try(lambda: reading_back.agree_to_all(self._ws, self.talk.id, at)):
            self.talk.reload()
            self.order.finish()
            self._show()
            self._focus()

    def _add(self, words: str) -> None:
        at = self.shell.moment()
        if self._try(lambda: reading_back.add_line(self._ws, self.talk.id, words, at)):
            self.added.clear()
            self.talk.reload()
            self._show()

    def _keep_from(self, people: tuple[str, ...]) -> None:
        here = self.current
        if here is None or people == here.keep_from or not self.talk.may_change:
            return
        if self._try(lambda: self.talk.keep_from(here, people, self.shell.moment())):
            self.order.read()
            self._show()

    def _take(self, number: int) -> None:
        self.shell.autosave.flush()
        self.order.take(self.lines.rows[number].line.id)
        self._show()
        self._focus()

    def _drafts(self, line: Line) -> HalfTyped:
        return HalfTyped(self._ws, self.shell, f"read_back/{self.talk.id}/{line.id}")

    def _try(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except RhiError as error:
            self.shell.refuse(error)
            return False
        self.shell.saved()
        self.shell.hush()
        return True

    def _go(self, page: PageName) -> None:
        self.shell.go(Place(page, self.talk.case_id, interview_id=self.talk.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - overrides Qt
        """Escape goes back to the conversation."""
        if event.key() == Qt.Key.Key_Escape:
            self._go(PageName.CAPTURE)
            return
        super().keyPressEvent(event)
