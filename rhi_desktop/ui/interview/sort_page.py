"""Owns sorting after the talk: line by line into five places, and topics that hold no line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.line import Topic
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.coverage import Coverage
from rhi_desktop.ui.interview.line_acts import Act, LineAct
from rhi_desktop.ui.interview.line_desk import LineDesk
from rhi_desktop.ui.interview.line_list import LineList
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.interview.section_keys import LinesPage
from rhi_desktop.ui.interview.sort_card import SortCard
from rhi_desktop.ui.interview.sort_order import SortOrder
from rhi_desktop.ui.interview.sort_parts import AllPlaced, SortHead
from rhi_desktop.ui.interview.topics import topic_word
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.layout import column, row, scrolled, sized, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL, SMALL_QUIET
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace


class SortPage(LinesPage):
    """One line at a time, or all in their own order. Placing is committed at once."""

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("sorting needs an interview")
        self.talk = Conversation(ws, place.interview_id)
        super().__init__(shell, self.talk.account.case.reference)
        self.order = SortOrder(self.talk)
        self._ordered = False
        self.desk = LineDesk(shell, self.talk, self)
        self.head = SortHead()
        self.card = SortCard(self.talk.child)
        self.above = LineList(self.tr("Placed"))
        self.above.setObjectName("placed")
        self.below = LineList(self.tr("Still to place"), follows=False)
        self.below.setObjectName("to_place")
        self.all = LineList(self.tr("All lines in their own order"), follows=False)
        self.all.setObjectName("all_in_order")
        self.pane = Coverage(self.talk)
        self._finished = AllPlaced()
        self._lay_out()
        self._connect()
        self._offer()
        self._show()
        self.pane.setVisible(not theme().crowded)

    def _lay_out(self) -> None:
        self._rest = Text(self.tr("Still to place"), SMALL.strong.tint("text2"))
        hint = self.tr("A line may sit in more than one place. Press 1 to 5 with Ctrl.")
        self._hint = Text(hint, SMALL_QUIET)
        sides = (INSET, 0, INSET, 0)
        one = wrap(
            column(
                sized(self.above, height=140), 8,
                column(self.card, self._finished, margins=sides), 12,
                row(self._rest, "*", margins=sides), 2, (self.below, 1), 8,
                row(self._hint, "*", margins=sides),
            )
        )  # fmt: skip
        side = theme().margin
        left, right = (side, side) if theme().crowded else (side, 36)
        head = column(self.head, margins=(left, 14, right, 6))
        margins = (left - INSET, 0, right - INSET, 14)
        self._area = scrolled(one)
        body = column((self._area, 1), (self.all, 1), margins=margins)
        whole = row((column(head, (body, 1)), 1), self.pane)
        whole.setSizeConstraint(whole.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)

    def _connect(self) -> None:
        card, desk, head = self.card, self.desk, self.head
        card.toggled.connect(lambda topic: self._do(LineAct(Act.TOPIC, topic=topic)))
        card.cleared.connect(self.no_section)
        card.asked_next.connect(lambda: self.step(1))
        card.asked_back.connect(lambda: self.step(-1))
        card.voice_chosen.connect(lambda voice: self._do(LineAct(Act.VOICE, voice=voice)))
        card.told.connect(self._told)
        desk.changed.connect(lambda _line: self._show())
        desk.refused.connect(self.shell.refuse)
        self.pane.accounted.connect(self._account)
        self.pane.typed.connect(self._mark_reason)
        self._finished.checked.connect(lambda: self._go(PageName.CHECK))
        self._finished.back.connect(lambda: self._go(PageName.CAPTURE))
        head.asked_order.connect(self.toggle_order)
        head.asked_heard.connect(lambda: self.pane.setVisible(not self.pane.isVisible()))
        head.asked_back.connect(lambda: self._go(PageName.CAPTURE))
        head.asked_check.connect(lambda: self._go(PageName.CHECK))
        for lines in (self.above, self.below, self.all):
            lines.opened.connect(lambda _row, lines=lines: self._take(lines))
            lines.gone.connect(lambda: self.card.focus().setFocus())

    def _offer(self) -> None:
        for number, topic in enumerate(Topic, start=1):
            self._offer_act(LineAct(Act.TOPIC, topic=topic), topic_word(topic), f"Ctrl+{number}")
        self.act(Menu.CONVERSATION, self.tr("No section") + "\tCtrl+0", "", self.no_section)
        self.act(Menu.EDIT, self.tr("Undo in the lines"), "Ctrl+Z", self.desk.undo)
        self.act(Menu.EDIT, self.tr("Redo in the lines"), "Ctrl+Y", self.desk.redo)
        capture, guided = PageName.CAPTURE, PageName.GUIDED
        self.act(Menu.VIEW, self.tr("Original order"), "", self.toggle_order)
        talk = Menu.CONVERSATION
        self.act(talk, self.tr("Back to the conversation"), "Alt+Left", lambda: self._go(capture))
        self.act(talk, self.tr("One question at a time"), "", lambda: self._go(guided))
        self.act(talk, self.tr("Check before you sign"), "", lambda: self._go(PageName.CHECK))
        plan = PageName.CHILD_PLAN
        self.act(Menu.CHILD, self.tr("My plan"), "Ctrl+M", lambda: self._go(plan))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, way in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
            stride = QShortcut(key, self.card, context=within)
            stride.activated.connect(lambda way=way: self.step(way))

    def _offer_act(self, act: LineAct, words: str, keys: str) -> None:
        self.act(Menu.CONVERSATION, words, keys, lambda: self._do(act))

    def first_focus(self) -> QWidget | None:
        """The first place of the line, or what comes next when all are placed."""
        return self.card.focus() if self.order.current is not None else self._finished.first

    def refresh(self) -> None:
        """Read the talk again."""
        self.talk.reload()
        self._show()

    def step(self, way: int) -> None:
        """The next line to place, or the one before."""
        self.order.step(way)
        self._show()
        self._focus()

    def toggle_order(self) -> None:
        """All lines in their own order, or one at a time."""
        self._ordered = not self._ordered
        self._show()
        self._focus()

    def _focus(self) -> None:
        widget = self.all if self._ordered else self.first_focus()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        order = self.order
        order.read()
        here = order.current
        if here is not None:
            self.card.show_line(here)
        self.card.setVisible(here is not None)
        self._finished.setVisible(here is None)
        self._finished.show_count(len(order.lines))
        self.above.show_lines(order.above(), follow=True)
        self.below.show_lines(order.below())
        self.all.show_lines([order.row(line) for line in self.talk.lines])
        self.head.show_count(order.placed, len(order.lines), ordered=self._ordered)
        self.pane.refresh()
        self._arrange()

    def _arrange(self) -> None:
        narrow = theme().crowded or theme().narrow(self.width())
        self.head.set_compact(compact=narrow)
        self.card.set_columns(2 if narrow else len(Topic))
        self._area.setVisible(not self._ordered)
        self.all.setVisible(self._ordered)
        self.above.setVisible(not narrow and bool(self.above.rows))
        self.below.setVisible(not narrow)
        self._rest.setVisible(not narrow and bool(self.below.rows))
        self._hint.setVisible(not narrow)

    def _do(self, act: LineAct) -> None:
        line = self.all.line if self._ordered else self.order.current
        if line is not None and self.talk.may_change:
            self.desk.act(self.talk.newest(line), act)

    def no_section(self) -> None:
        """Leave the line without a place, and take the next."""
        self._do(LineAct(Act.NO_TOPIC))
        if not self._ordered:
            self.step(1)

    def _told(self, who: str) -> None:
        if self.order.current is not None:
            self.desk.told(self.order.current, who)

    def _take(self, lines: LineList) -> None:
        if lines.line is not None and self.order.take(lines.line):
            self._ordered = False
            self._show()
            self._focus()

    def _account(self, topic: Topic, blank: Blank | None, reason: str) -> None:
        self.shell.autosave.flush()
        try:
            self.talk.account_for(topic, blank, reason, self.shell.moment())
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.pane.refresh()

    def _mark_reason(self, topic: Topic, reason: str) -> None:
        def write(edit: Edit, at: Moment) -> None:
            self.talk.account_for(topic, Blank.NOT_ASKED, edit.text.strip(), at)

        key = f"sort/{self.talk.id}/{topic.value}"
        self.shell.autosave.mark(key, reason, len(reason), write)

    def _go(self, page: PageName) -> None:
        self.shell.go(Place(page, self.talk.case_id, interview_id=self.talk.id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column when there is room for no more."""
        super().resizeEvent(event)
        narrow = theme().crowded or theme().narrow(self.width())
        for lines in (self.above, self.below, self.all):
            lines.set_compact(compact=narrow)
        if narrow != (theme().crowded or theme().narrow(event.oldSize().width())):
            self.pane.setVisible(not narrow)
        self._arrange()
