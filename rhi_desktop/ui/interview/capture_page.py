"""Owns the conversation page: the notebook, what was heard beside it, and every key of capture."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from rhi_desktop.domain.line import Topic
from rhi_desktop.ui.interview.capture_head import CaptureHead
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.heard_pane import HeardPane
from rhi_desktop.ui.interview.line_acts import Act, LineAct, act_words
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.interview.notebook import Notebook
from rhi_desktop.ui.interview.section_keys import LinesPage
from rhi_desktop.ui.interview.topics import topic_word
from rhi_desktop.ui.places import PageName, Place, aside
from rhi_desktop.ui.shell import Menu, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.waiting_note import WaitingNote
from rhi_desktop.ui.widgets.banner import Offer, Said
from rhi_desktop.ui.widgets.layout import column, hline
from rhi_desktop.workflow.workspace import Workspace

_LOOK_MS = 10_000
_ANY_TIME = (
    Act.STRIKE,
    Act.RESTORE,
    Act.FLAG,
    Act.UNFLAG,
    Act.WHO_TOLD,
    Act.KEEP_FROM,
    Act.LANGUAGE,
    Act.WHOLE,
)


class CapturePage(LinesPage):
    """Where somebody listens. Nothing opens by itself; whatever is refused, typing goes on."""

    tells_held = True

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("a conversation needs its interview")
        self.talk = Conversation(ws, place.interview_id)
        super().__init__(shell, self.talk.account.case.reference)
        self._place = place
        self._compact: bool | None = None
        self._glance = self._drawer = False
        self.notebook = Notebook(ws, shell, self.talk)
        self.note = WaitingNote(ws, shell, place)
        self.head = CaptureHead(self.talk.account, self.note)
        self.pane = HeardPane()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(self._grid)
        self._rule = hline()
        self._top, self._body = column(self.head), column(self._rule, self.notebook)
        self._connect()
        self._offer_lines()
        self._offer_page()
        self._arrange(compact=theme().crowded)
        self._tick = QTimer(self)
        self._tick.setInterval(_LOOK_MS)
        self._tick.timeout.connect(self._look_at_clock)
        self._tick.start()
        self.refresh()
        self._begin()

    def _connect(self) -> None:
        self.notebook.changed.connect(self._count)
        self.head.asked_glance.connect(self.toggle_glance)
        self.head.asked_heard.connect(self.toggle_drawer)
        self.pane.asked_flag.connect(self.notebook.next_flag)
        self.pane.asked_guided.connect(lambda: self._go(PageName.GUIDED))
        self.pane.asked_safety.connect(lambda: self.shell.go(aside(PageName.SAFETY, self._place)))
        self.pane.asked_finish.connect(lambda: self._go(PageName.READ_BACK))

    def _offer_lines(self) -> None:
        book = self.notebook
        self.act(Menu.EDIT, self.tr("Undo in the lines"), "Ctrl+Z", book.desk.undo)
        self.act(Menu.EDIT, self.tr("Redo in the lines"), "Ctrl+Y", book.desk.redo)
        self.act(Menu.EDIT, self.tr("Change the line"), "F2", lambda: book.act(LineAct(Act.EDIT)))
        for one in _ANY_TIME:
            self._offer_act(Menu.EDIT, LineAct(one), act_words(one))
        for number, topic in enumerate(Topic, start=1):
            act = LineAct(Act.TOPIC, topic=topic)
            self._offer_act(Menu.CONVERSATION, act, topic_word(topic), f"Ctrl+{number}")
        none = f"{act_words(Act.NO_TOPIC)}\tCtrl+0"
        self._offer_act(Menu.CONVERSATION, LineAct(Act.NO_TOPIC), none)

    def _offer_act(self, menu: Menu, act: LineAct, words: str, keys: str = "") -> None:
        self.act(menu, words, keys, lambda: self.notebook.act(act))

    def _offer_page(self) -> None:
        talk = Menu.CONVERSATION
        self.act(talk, self.tr("Insert the time"), "Ctrl+;", self.notebook.insert_time)
        guided, back = PageName.GUIDED, PageName.READ_BACK
        self.act(talk, self.tr("One question at a time"), "", lambda: self._go(guided))
        self.act(talk, self.tr("Sort what was said"), "", lambda: self._go(PageName.SORT))
        self.act(talk, self.tr("Finish the conversation"), "", lambda: self._go(back))
        case, plan = PageName.CASE, PageName.CHILD_PLAN
        self.act(talk, self.tr("Back to the case"), "Alt+Left", lambda: self._go(case))
        self.act(Menu.CHILD, self.tr("My plan"), "Ctrl+M", lambda: self._go(plan))
        self.act(Menu.VIEW, self.tr("Just the line"), "Ctrl+G", self.toggle_glance)
        self.act(Menu.VIEW, self.tr("Next part of the page"), "F6", self.next_part)

    def _begin(self) -> None:
        head, banner = self.talk.account.interview, self.notebook.banner
        self.shell.conversation(running=self.talk.may_talk and head.ended_at is None)
        if not self.talk.may_change:
            said = Said(
                self.tr("This conversation is sealed"),
                self.tr("It can be read here, and no longer changed."),
            )
            banner.say(said)
        elif head.outcome is not None and not head.begun:
            said = Said(
                self.tr("No conversation was held"), self.tr("What became of it is written down.")
            )
            banner.say(said)
        elif not head.begun:
            said = Said(
                self.tr("The conversation has not begun"),
                self.tr("First say what will be shared, and that they may stop."),
            )
            go = Offer(self.tr("Before you start"), lambda: self._go(PageName.BEFORE), "before")
            banner.say(said, go)

    def first_focus(self) -> QWidget | None:
        """The line that is being typed."""
        return self.notebook.input.edit if self.talk.may_talk else self.notebook.lines

    def refresh(self) -> None:
        """Read the talk again."""
        self.talk.reload()
        self.notebook.refresh()
        self.note.refresh()
        self._count()
        self._look_at_clock()

    def toggle_glance(self) -> None:
        """Just the line, or what was heard beside it again."""
        self._glance = not self._glance
        self.head.show_glance(on=self._glance)
        self._show_pane()

    def toggle_drawer(self) -> None:
        """On a narrow page: what was heard comes, or goes."""
        self._drawer = not self._drawer
        self._show_pane()

    def next_part(self) -> None:
        """From the lines to the input to the pane, and round again."""
        book = self.notebook
        parts = [book.lines, book.input.edit, self.pane.first_stop]
        shown = [part for part in parts if part.isVisible()]
        here = next((i for i, part in enumerate(shown) if part.hasFocus()), -1)
        if shown:
            shown[(here + 1) % len(shown)].setFocus()

    def _go(self, page: PageName) -> None:
        self.shell.go(Place(page, self.talk.case_id, interview_id=self.talk.id))

    def _count(self) -> None:
        self.pane.show_talk(self.talk)

    def _look_at_clock(self) -> None:
        self.head.show_time(self.shell.moment().now)

    def _arrange(self, *, compact: bool) -> None:
        if compact is self._compact:
            return
        self._compact = compact
        grid, px = self._grid, theme().px
        for part in (self._top, self._body):
            grid.removeItem(part)
        grid.removeWidget(self.pane)
        left, right = (px(24), px(20)) if compact else (px(48), px(36))
        self._top.setContentsMargins(
            left, px(10 if compact else 16), right, px(6 if compact else 8)
        )
        inset = px(INSET)
        self._body.setContentsMargins(left - inset, px(4), right - inset, px(8))
        grid.addLayout(self._top, 0, 0, 1, 2 if compact else 1)
        grid.addLayout(self._body, 1, 0)
        grid.addWidget(self.pane, 1 if compact else 0, 1, 1 if compact else 2, 1)
        grid.setColumnStretch(0, 1)
        self.pane.setFixedWidth(self.pane.sizeHint().width())
        # Only now does the line stand on the page: shown before, it would be a window.
        self._rule.setVisible(compact)
        self.notebook.set_compact(compact=compact)
        self.head.set_compact(compact=compact)
        self._look_at_clock()
        self._show_pane()

    def _show_pane(self) -> None:
        self.pane.setVisible(self._drawer if self._compact else not self._glance)

    def no_section(self) -> None:
        """Take the chosen or the last line out of every section."""
        self.notebook.act(LineAct(Act.NO_TOPIC))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column when there is room for no more."""
        super().resizeEvent(event)
        self._arrange(compact=theme().crowded or theme().narrow(self.width()))
