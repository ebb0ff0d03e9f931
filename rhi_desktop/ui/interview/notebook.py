"""Owns the notebook: lines with the input below on the same columns, and what is done to them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from rhi_desktop.domain.line import REPLACEMENT, Line, Voice
from rhi_desktop.ui.dates import clock_time
from rhi_desktop.ui.interview.capture_foot import CaptureFoot
from rhi_desktop.ui.interview.conversation import Conversation
from rhi_desktop.ui.interview.held_banner import HeldBanner
from rhi_desktop.ui.interview.input_row import InputRow
from rhi_desktop.ui.interview.line_acts import Act, LineAct, LineMenu
from rhi_desktop.ui.interview.line_desk import LineDesk
from rhi_desktop.ui.interview.line_keeper import LineKeeper
from rhi_desktop.ui.interview.line_list import LineList
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.interview.line_row import LineRow, Mark
from rhi_desktop.ui.interview.rendering_panel import Rendered, RenderingPanel
from rhi_desktop.ui.interview.whole_line import WholeLine
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets.announce import announce
from rhi_desktop.ui.widgets.layout import column, hline, row, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import QUIET
from rhi_desktop.ui.widgets.voices import GUTTER, WORDS_AFTER_EDGE
from rhi_desktop.workflow.workspace import Workspace


class Notebook(QWidget):
    """The running list and its input. Emits `changed` after every committed act on a line."""

    changed = Signal()

    def __init__(self, ws: Workspace, shell: Shell, talk: Conversation) -> None:
        super().__init__()
        self._shell, self._talk = shell, talk
        self.lines = LineList(self.tr("What was said"))
        self.input = InputRow(talk.child)
        self.foot = CaptureFoot()
        self.whole = WholeLine()
        self._stack = QStackedWidget()
        self._empty = Text(self.tr("Start when you are both ready"), QUIET)
        start = wrap(column("*", row(INSET + GUTTER + WORDS_AFTER_EDGE, self._empty, "*"), 12))
        self.rendering = RenderingPanel(ws, shell)
        for part in (self.lines, start, self.whole, self.rendering):
            self._stack.addWidget(part)
        self.keeper = LineKeeper(ws, shell, talk, self.input)
        self.banner = HeldBanner(self.keeper.try_again)
        self.desk = LineDesk(shell, talk, self)
        sides = (INSET, 0, INSET, 0)
        self._edge = hline()
        box = wrap(column(self.input, margins=sides))
        top = column(self.banner, margins=sides)
        self.setLayout(column(top, (self._stack, 1), self._edge, 8, box, 2, self.foot))
        self._connect_lines()
        self._connect_input()
        self.input.setVisible(talk.may_talk)
        self.foot.setVisible(talk.may_talk)
        self.refresh(follow=True)
        if talk.may_talk:
            self.keeper.restore()

    def _connect_lines(self) -> None:
        lines, foot = self.lines, self.foot
        lines.opened.connect(lambda _row: self.act(LineAct(Act.EDIT)))
        lines.asked_out.connect(lambda: self.act(LineAct(Act.STRIKE)))
        lines.gone.connect(self.to_input)
        lines.typed.connect(self._type)
        lines.asked_menu.connect(self._open_menu)
        lines.moved.connect(lambda: foot.show_line(self.lines.line))
        foot.acted.connect(self.act)
        foot.asked_menu.connect(self._open_menu)
        foot.asked_undo.connect(self.desk.undo)
        foot.told.connect(self._told)
        foot.kept_from.connect(self._keep_from)
        foot.told_left.connect(self.to_input)
        self.rendering.gone.connect(self.to_input)
        self.rendering.given.connect(self._rendered)
        self.whole.gone.connect(self.to_input)
        self.desk.changed.connect(self._after_act)
        struck = self.tr("Line taken out. It stays in the history.")
        self.desk.struck.connect(lambda _line: foot.show_undo(struck))
        self.desk.asked.connect(self._ask)
        self.desk.refused.connect(self.banner.refuse)

    def _connect_input(self) -> None:
        edit, keeper = self.input.edit, self.keeper
        edit.asked_last.connect(self.edit_last)
        edit.asked_undo.connect(self.desk.undo)
        edit.asked_redo.connect(self.desk.redo)
        edit.left.connect(self._shell.autosave.flush)
        self.input.voice_chosen.connect(self._change_voice)
        keeper.kept.connect(self._after_kept)
        keeper.changed.connect(self._after_act)
        keeper.left.connect(self.refresh)
        keeper.met.connect(self._say_unreadable)
        keeper.refused.connect(self.banner.hold)

    @property
    def target(self) -> Line | None:
        """The line that a key means: the chosen one, or the last that stands."""
        chosen = self.lines.line
        return self._talk.newest(chosen) if chosen is not None else self._talk.last

    def set_compact(self, *, compact: bool) -> None:
        """Stand on the columns of the narrow margin, or of the full one."""
        for part in (self.lines, self.input, self.foot):
            part.set_compact(compact=compact)
        self._edge.setVisible(compact)

    def refresh(self, *, follow: bool = False) -> None:
        """Show the lines as they are now."""
        editing = self.input.line
        rows = [self._row(line, editing) for line in self._talk.lines]
        self.lines.show_lines(rows, follow=follow)
        self.foot.show_line(self.lines.line)
        self._empty.setVisible(self._talk.may_talk)
        self._stack.setCurrentIndex(0 if rows else 1)

    def _row(self, line: Line, editing: Line | None) -> LineRow:
        talk = self._talk
        mark: Mark = "editing" if _same(line, editing) else ""
        return LineRow(line, talk.child, mark, talk.reading_of(line))

    def act(self, act: LineAct) -> None:
        """Do something to the chosen line, or to the last."""
        line = self.target
        if line is not None and self._talk.may_talk:
            self.desk.act(line, act)

    def edit_last(self) -> None:
        """Take the last line into the input."""
        if self._talk.last is not None:
            self._edit(self._talk.last)

    def insert_time(self) -> None:
        """Write the time of now where the caret stands."""
        self.input.edit.insert(clock_time(self._shell.moment().now))

    def next_flag(self) -> None:
        """Choose the next line to come back to, after the chosen one."""
        flagged, chosen = self._talk.flagged(), self.lines.line
        later = [x for x in flagged if chosen is not None and x.number > chosen.number]
        if flagged:
            self.lines.choose_line((later or list(flagged))[0])
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_input(self) -> None:
        """Back to typing: no line is chosen."""
        self.lines.choose_none()
        self.refresh()
        self.foot.rest()
        self.input.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type(self, text: str) -> None:
        self.to_input()
        self.input.edit.insert(text)

    def _open_menu(self, place: QPoint) -> None:
        line = self.target
        if line is None or not self._talk.may_talk:
            return
        menu = LineMenu(self, line, self._talk.child)
        menu.chosen.connect(self.act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _edit(self, line: Line) -> None:
        self.keeper.edit(line)
        self.refresh()
        self.input.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, act: LineAct) -> None:
        line = self.target
        if line is None:
            return
        if act.act is Act.EDIT:
            self._edit(line)
        elif act.act is Act.WHO_TOLD:
            self.lines.choose_line(line)
            self.foot.ask_who_told(line.told_by)
        elif act.act is Act.KEEP_FROM:
            self.lines.choose_line(line)
            self.foot.ask_keep_from(", ".join(line.keep_from))
        elif act.act is Act.LANGUAGE:
            self._stack.setCurrentWidget(self.rendering)
            self.rendering.show_line(line, self._talk.child)
        else:
            self._stack.setCurrentWidget(self.whole)
            self.whole.show_line(line, self._talk.child)

    def _told(self, who: str) -> None:
        if self.target is not None:
            self.desk.told(self.target, who)
        self.to_input()

    def _keep_from(self, people: str) -> None:
        if self.target is not None:
            self.desk.keep_from(self.target, people.split(","))
        self.to_input()

    def _rendered(self, given: Rendered) -> None:
        self.desk.render(self._talk.newest(given.line), given.language, given.rendering)
        self.to_input()

    def _change_voice(self, voice: Voice) -> None:
        line = self.input.line
        if line is not None:
            self.desk.act(line, LineAct(Act.VOICE, voice=voice))
            self.input.show_line(self._talk.newest(line))

    def _after_kept(self, _line: Line) -> None:
        self.lines.choose_none()
        self.refresh(follow=True)
        self.changed.emit()
        announce(self.lines, self.tr("Kept"))

    def _after_act(self, _line: Line) -> None:
        if self.foot.shows == "undo":
            self.foot.rest()
        if not self.keeper.holds:
            self.banner.put_away()
        self.refresh()
        self.changed.emit()

    def _say_unreadable(self, count: int) -> None:
        words = self.tr("Some characters could not be read: {count}. They stand as {sign}.")
        self.foot.show_note(words.format(count=count, sign=REPLACEMENT))


def _same(line: Line, other: Line | None) -> bool:
    return other is not None and line.id == other.id
