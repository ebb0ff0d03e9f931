"""Owns what stands below the input: the signs, the chosen line's acts, undo, who told it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from rhi_desktop.domain.line import Line
from rhi_desktop.ui.interview.foot_question import FootQuestion
from rhi_desktop.ui.interview.line_acts import Act, LineAct, act_words, common_acts
from rhi_desktop.ui.interview.line_painter import INSET
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets.announce import announce
from rhi_desktop.ui.widgets.button import SMALL_BUTTON, Button
from rhi_desktop.ui.widgets.icon import KeyCap
from rhi_desktop.ui.widgets.layout import Item, empty, row, wrap
from rhi_desktop.ui.widgets.text import Text
from rhi_desktop.ui.widgets.typesetting import SMALL, SMALL_QUIET

UNDO_MS = 10_000
_HEIGHT = 40
_SIDES = (INSET, 0, INSET, 0)
_KEYS = {Act.EDIT: "F2", Act.STRIKE: "Del"}


class CaptureFoot(QStackedWidget):
    """One quiet row of fixed height, so that nothing moves while somebody types.

    Emits `acted` (a LineAct on the chosen line), `asked_menu` (a place on the screen),
    `asked_undo`, `told` (who told the line), `kept_from` (names) and `told_left` (Escape).
    """

    acted = Signal(object)
    asked_menu = Signal(QPoint)
    asked_undo = Signal()
    told = Signal(str)
    kept_from = Signal(str)
    told_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._compact = False
        self._wide_only: list[QWidget] = []
        self.setFixedHeight(theme().px(_HEIGHT))
        self._line: Line | None = None
        self._signs = self._make_signs()
        # Quiet buttons have an inner margin of ten: their words stand on the margin of the page.
        self._acts = row(gap=4, margins=(INSET - 10, 0, 0, 0))
        self._strip_words = Text("", SMALL)
        self._undo = Button(self.tr("Undo"), "plain", "undo", hint="Ctrl Z", size=SMALL_BUTTON)
        example = self.tr("carer, Nan, a teacher")
        self._teller = FootQuestion(self.tr("Who told you?"), example, "who_told")
        self._teller.answered.connect(self.told)
        example = self.tr("Mum, school")
        self._keeper = FootQuestion(self.tr("Who shall not see it?"), example, "keep_from")
        self._keeper.answered.connect(self.kept_from)
        for question in (self._teller, self._keeper):
            question.left.connect(self.told_left)
        self._pages: dict[str, QWidget] = {
            "signs": self._signs,
            "acts": wrap(self._acts),
            "undo": wrap(self._make_strip()),
            "told": self._teller,
            "keep": self._keeper,
        }
        for page in self._pages.values():
            self.addWidget(page)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_MS)
        self._timer.timeout.connect(self.rest)
        self.rest()

    def set_compact(self, *, compact: bool) -> None:
        """Leave out what a narrow page has no room for."""
        self._compact = compact
        for part in self._wide_only:
            part.setVisible(not compact)
        for question in (self._teller, self._keeper):
            question.set_compact(compact=compact)
        self.show_line(self._line)
        self._show(self.shows)

    @property
    def shows(self) -> str:
        """Which of them is shown: signs, acts, undo, told or keep."""
        return next(name for name, page in self._pages.items() if page is self.currentWidget())

    def rest(self) -> None:
        """Show the acts of the chosen line, or the signs while none is chosen."""
        self._timer.stop()
        self._show("acts" if self._line is not None else "signs")

    def show_line(self, line: Line | None) -> None:
        """Another line is chosen, or none."""
        self._line = line
        if line is not None:
            self._fill_acts(line)
        if self.shows in {"signs", "acts"}:
            self.rest()

    def show_undo(self, words: str) -> None:
        """Say what was done and offer to take it back, for ten seconds."""
        self._strip_words.setText(words)
        self._undo.show()
        self._show("undo")
        self._timer.start()
        announce(self, words)

    def show_note(self, words: str) -> None:
        """Say something quietly, for ten seconds."""
        self.show_undo(words)
        self._undo.hide()

    def ask_who_told(self, told_by: str) -> None:
        """Ask who told the chosen line; never while somebody captures, only when asked to."""
        self._timer.stop()
        self._show("told")
        self._teller.ask(told_by)

    def ask_keep_from(self, people: str) -> None:
        """Ask from whom the child wants to keep the chosen line."""
        self._timer.stop()
        self._show("keep")
        self._keeper.ask(people)

    def _show(self, name: str) -> None:
        self.setCurrentWidget(self._pages[name])
        # At a high zoom the signs give their room to the lines; the rest comes when it is needed.
        away = self._compact and name == "signs"
        self.setFixedHeight(0 if away else theme().px(_HEIGHT))
        # What is not shown must not be a stop of the Tab key.
        for other, page in self._pages.items():
            page.setVisible(other == name and not away)

    def _make_signs(self) -> QWidget:
        caps = (
            KeyCap(".", self.tr("I saw")),
            KeyCap(">", self.tr("told me")),
            KeyCap("=", self.tr("my view")),
            KeyCap("?", self.tr("I asked")),
        )
        last = KeyCap("!", self.tr("at the end: come back to this"))
        lead = Text(self.tr("Start a line with"), SMALL_QUIET)
        self._wide_only += [lead, last]
        return wrap(row(lead, 16, *_spaced(caps, 16), "*", last, margins=_SIDES))

    def _make_strip(self) -> QHBoxLayout:
        self._undo.setObjectName("undo_strip")
        self._undo.clicked.connect(self.asked_undo)
        return row(self._strip_words, 16, self._undo, "*", margins=_SIDES)

    def _fill_acts(self, line: Line) -> None:
        empty(self._acts)
        shown = () if self._compact else common_acts(line)
        menu = Button(self.tr("This line"), "quiet", size=SMALL_BUTTON).trailing("down")
        menu.setObjectName("this_line")
        below = QPoint(0, menu.sizeHint().height())
        menu.clicked.connect(lambda: self.asked_menu.emit(menu.mapToGlobal(below)))
        self._acts.addWidget(menu)
        for act in shown:
            self._acts.addWidget(self._button(act))
        self._acts.addStretch(1)

    def _button(self, act: LineAct) -> Button:
        keys = _KEYS.get(act.act, "")
        button = Button(act_words(act.act), "quiet", hint=keys, size=SMALL_BUTTON)
        button.setObjectName(f"{act.name}_button")
        button.clicked.connect(lambda: self.acted.emit(act))
        return button


def _spaced(caps: tuple[KeyCap, ...], gap: int) -> list[Item]:
    spaced: list[Item] = []
    for cap in caps:
        spaced += [cap, gap]
    return spaced
