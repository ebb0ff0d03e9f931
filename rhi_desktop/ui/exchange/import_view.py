"""Owns how an import looks: one scene at a time, from the empty page to what was added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from rhi_desktop.ui.exchange.import_steps import Step
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    H3,
    LARGE,
    QUIET,
    SMALL_QUIET,
    TONE_ICONS,
    Button,
    ButtonKind,
    Icon,
    Item,
    Picture,
    Said,
    Steps,
    Text,
    announce,
    bar,
    card,
    column,
    empty,
    inner,
    row,
    scrolled,
    sized,
    wrap,
)

RIGHT, DROP = 500, 720
USUAL_WIDTH = 1366
UNBOUND = 16_777_215


@dataclass(frozen=True, slots=True)
class Act:
    """A button in the bar."""

    words: str
    name: str
    do: Callable[[], object]
    kind: ButtonKind = "quiet"
    focus: bool = False
    """Takes the focus in place of the last one: nothing is added by an Enter too many."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page shows at one moment; the last act takes the focus, or the one that says so."""

    about: str
    note: str
    acts: tuple[Act, ...]
    steps: Sequence[Step] = ()
    left: QWidget | None = None
    """Stands in the place of steps."""
    right: QFrame | None = None
    said: Said | None = None
    tone: str = "danger"


class ImportView(QWidget):
    """Head, message, steps, card, bar. `choose` is what the button to choose a file does."""

    def __init__(self, choose: Callable[[], object]) -> None:
        super().__init__()
        self._choose = choose
        self._narrow = theme().narrow(USUAL_WIDTH)
        self._box = column()
        self.setLayout(self._box)
        self._sides: QBoxLayout | None = None
        self._right: QWidget | None = None
        self.last: Button | None = None

    def show_blank(self, back: Callable[[], object]) -> None:
        """Nothing is chosen yet: a place to drop a file, and a button that does the same."""
        empty(self._box)
        self._sides = None
        choose = self._chooser("primary", self.tr("Choose a file"))
        words = self.tr(
            "It is read apart from your cases. You see what is in it before you decide."
        )
        # Large print needs the room for the button.
        tight = theme().crowded
        others = self.tr("A card or a report in PDF can be looked at here as well.")
        inside = column(
            None if tight else row("*", Icon("import", "text2", 32), "*"),
            None if tight else 12,
            row("*", Text(self.tr("Drop a bundle here"), H3), "*"),
            6,
            Text(words, QUIET, wrap=True, align=Qt.AlignmentFlag.AlignHCenter),
            18,
            row("*", choose, "*"),
            18,
            Text(others, SMALL_QUIET, wrap=True, align=Qt.AlignmentFlag.AlignHCenter),
            margins=(24, 16, 24, 16) if tight else (32, 40, 32, 40),
        )
        side = theme().margin
        place = DropPlace(inside)
        place.setMaximumWidth(theme().px(DROP))
        centred = row("*", (place, 20), "*")
        above, below = (0, 8) if tight else (16, 16)
        body = wrap(column("*", centred, "*", "*", margins=(side, above, side, below)))
        note = self.tr("Nothing has been added yet.")
        foot = self._foot(note, (Act(self.tr("Back to your cases"), "back", back),))
        self._fill(self._head("", None), (scrolled(body), 1), foot)
        self.last = choose
        choose.setFocus()

    def show_scene(self, scene: Scene, *, choose: bool = True) -> None:
        """Show a scene. `choose` offers another file."""
        empty(self._box)
        words = self.tr("Choose another file")
        another = self._chooser("plain", words, hint="Ctrl O") if choose else None
        left = scene.left
        if left is None:
            steps = Steps()
            steps.show_steps(tuple(scene.steps))
            left = steps
        self._right = wrap(column(scene.right, "*")) if scene.right else None
        self._sides = row((wrap(column(left, "*")), 1), gap=40)
        if self._right is not None:
            self._sides.addWidget(self._right)
        side = theme().margin
        body = column(self._message(scene), self._sides, "*", margins=(side, 4, side, 24))
        foot = self._foot(scene.note, scene.acts)
        inside = wrap(column(self._head(scene.about, another), wrap(body), "*"))
        self._fill((scrolled(inside), 1), foot)
        self._arrange()
        if self.last is not None:
            self.last.setFocus()
        if scene.said is not None:
            announce(self, f"{scene.said.happened}. {scene.said.rest}", urgent=True)

    def _fill(self, *items: Item) -> None:
        for item in items:
            thing, stretch = item if isinstance(item, tuple) else (item, 0)
            if isinstance(thing, QWidget):
                self._box.addWidget(thing, stretch)
                # At once: what is hidden for a moment flickers and cannot take the focus.
                thing.show()

    def _head(self, about: str, another: Button | None) -> QWidget:
        side = theme().margin
        words = column(
            Text(self.tr("Import and check"), H1, wrap=True),
            4,
            Text(about, QUIET, wrap=True) if about else None,
        )
        if theme().crowded:
            return wrap(
                column(words, 12 if another else None, another, margins=(side, 16, side, 16))
            )
        right = column(another, "*") if another else None
        return wrap(row((wrap(words), 1), right, margins=(side, 22, side, 24)))

    def _message(self, scene: Scene) -> QWidget | None:
        if scene.said is None:
            return None
        text = column(
            Text(scene.said.happened, H3, wrap=True), 2, Text(scene.said.rest, BODY, wrap=True)
        )
        sign = wrap(column(2, Icon(TONE_ICONS[scene.tone], scene.tone, 24), "*"))
        said = card(row(sign, 16, (wrap(text), 1), margins=(20, 14, 20, 16)), scene.tone)
        said.setObjectName("import_said")
        return wrap(column(said, 28))

    def _foot(self, note: str, acts: Sequence[Act]) -> QWidget:
        buttons: list[Item] = []
        self.last = None
        for act in acts:
            button = Button(act.words, act.kind, size=LARGE)
            button.setObjectName(act.name)
            button.clicked.connect(act.do)
            buttons += [8 if act.kind == "plain" else 12, button]
            if act.focus or not any(one.focus for one in acts):
                self.last = button
        return bar((wrap(column("*", Text(note, QUIET, wrap=True), "*")), 1), *buttons)

    def _chooser(self, kind: ButtonKind, words: str, hint: str = "") -> Button:
        choose = Button(words, kind, "import", hint=hint)
        choose.setObjectName("choose_file")
        choose.clicked.connect(self._choose)
        return choose

    def _arrange(self) -> None:
        if self._sides is None or self._right is None:
            return
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if self._narrow else across)
        self._sides.setStretch(0, 0 if self._narrow else 1)
        if self._narrow:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(UNBOUND)
        else:
            sized(self._right, RIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column where there is room for one only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()


class DropPlace(QWidget):
    """The place with a dashed edge on which a file may be dropped; the page takes the drop."""

    def __init__(self, inside: QVBoxLayout) -> None:
        super().__init__()
        edge = Picture(_draw_edge, "")
        edge.setParent(self)
        edge.lower()
        self._edge = edge
        self.setLayout(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The edge runs all round."""
        super().resizeEvent(event)
        self._edge.resize(self.size())


def _draw_edge(painter: QPainter, rect: QRectF) -> None:
    look = theme()
    pen = QPen(look.colour("border"), max(look.edge, look.px(1.5)))
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(inner(rect), look.radius("card"), look.radius("card"))
