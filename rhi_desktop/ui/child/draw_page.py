"""Owns the drawing page: a sheet, three pens, a step back, and what the child says it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.drawing import Stroke
from rhi_desktop.ui.child.canvas import Canvas, Easel
from rhi_desktop.ui.child.choice import Choice
from rhi_desktop.ui.child.counts import Counts
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.plan_route import backwards, onwards
from rhi_desktop.ui.child.plan_sheet import PlanSheet
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    CHILD_TITLE,
    LABEL,
    LARGE,
    QUIET,
    SAID,
    Button,
    Field,
    Text,
    announce,
    column,
    labelled_field,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import drafts, drawing
from rhi_desktop.workflow.sketching import Sheet, packed, sheet_of, unpacked
from rhi_desktop.workflow.workspace import Workspace

PENS = {"thin": 30, "middle": 70, "thick": 160}
SIDE_WIDE, LARGE_HIGH = 476, 476


class DrawPage(PlanSheet):
    """My drawing. Kept as drawn, stroke by stroke, when somebody goes on; a draft until then.

    Whoever cannot use a pen draws by the arrow keys, or says in words what it would be.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(ws, shell, place)
        kept = self.desk.plan.drawing if self.desk.plan else None
        self._kept = (kept.strokes, kept.caption) if kept is not None else ((), "")
        self.sheet = sheet_of(self._kept[0])
        self.canvas = Canvas(may_draw=self.desk.may_change)
        self.canvas.drawn.connect(self._drawn)
        self.canvas.moved.connect(self._say_pen)
        self.caption = Field(self._kept[1]).tall()
        self.caption.setObjectName("field_caption")
        self.caption.setProperty("child", "true")
        self.caption.setProperty("ring_radius", "card")
        self.caption.setReadOnly(not self.desk.may_change)
        self.caption.textEdited.connect(self._typed)
        self.full = Text("", QUIET, wrap=True)
        self.pens = self._pens()
        self.undo = self._tool(self.tr("Undo"), "undo", "draw_undo", self._undo)
        self.redo = self._tool(self.tr("Redo"), "repeat", "draw_redo", self._redo)
        self.clear = self._tool(self.tr("New sheet"), "file", "draw_clear", self._clear)
        self._restore()
        self._arrange()
        self.show_seen()
        self._show()

    def first_focus(self) -> QWidget | None:
        """The sheet itself: the arrow keys draw at once."""
        return self.canvas if self.desk.may_change else self.stop

    def keep(self) -> bool:
        """Keep the drawing as it stands; False when the vault refused it."""
        self.canvas.lift()
        now = (self.sheet.strokes, self.caption.text().strip())
        if self.desk.may_change and now != self._kept:
            done = self.desk.do(
                lambda at: drawing.save_drawing(self.desk.ws, self.desk.begin().id, *now, at)
            )
            if done is None:
                return False
            self._kept = now
        for key in (self._key("strokes"), self._key("field_caption")):
            self.shell.autosave.mark(key, "", write=lambda edit, _: self._drop(edit.key))
        self.shell.autosave.flush()
        return True

    def back(self) -> None:
        """To the part about me."""
        self.go(backwards(self.place, ""))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - overrides Qt
        """A line that is being drawn when the page goes is part of the drawing."""
        self.canvas.lift()
        super().hideEvent(event)

    def _on(self) -> None:
        self.go(onwards(self.place, ""))

    def _arrange(self) -> None:
        back, skip, on = self.ways()
        skip.clicked.connect(self._on)
        on.clicked.connect(self._on)
        beside = self._beside()
        if theme().crowded:
            easel = Easel(self.canvas)
            easel.setMinimumHeight(theme().px(LARGE_HIGH))
            body = column(self.top(), 12, easel, 16, beside, margins=self.sides(16, 12))
            self.lay_out(scrolled(wrap(body)), back, 12, skip, 12, on)
            return
        side = scrolled(wrap(beside))
        side.setFixedWidth(theme().px(SIDE_WIDE))
        rows = row((Easel(self.canvas), 1), 40, side, margins=self.sides(0, 6))
        head = wrap(column(self.top(), margins=self.sides(20, 0)))
        self.setLayout(column(head, 18, (rows, 1), self.foot("*", back, 12, skip, 12, on)))

    def _beside(self) -> QLayout:
        title = Text(self.tr("My drawing"), CHILD_TITLE)
        hint = self.tr("Anything you like, or nothing. It stays as you draw it.")
        caption = labelled_field(self.tr("What it is, in my words"), self.caption)
        keys = self.tr(
            "Without a mouse: the arrow keys move the pen, Space puts it down and lifts it. "
            "Or just say in words what you would draw."
        )
        return column(
            title, 8, Text(hint, SAID.tint("text2"), wrap=True), 24,
            Text(self.tr("Pen"), LABEL), 8, row(self.pens, "*"), 20,
            flow(self.undo, self.redo, self.clear), 20,
            caption, 8, self.full, "*", Text(keys, QUIET, wrap=True), 4,
        )  # fmt: skip

    def _pens(self) -> Choice:
        words = {
            "thin": self.tr("Thin"),
            "middle": self.tr("Middle"),
            "thick": self.tr("Thick"),
        }
        names = [f"pen_{one}" for one in words]
        pens = Choice(self.tr("Pen"), list(words.items()), names, "middle")
        pens.chosen.connect(self._take_pen)
        pens.setEnabled(self.desk.may_change)
        self.canvas.width_of_pen = PENS["middle"]
        return pens

    def _take_pen(self, name: str) -> None:
        self.canvas.width_of_pen = PENS[name]

    def _tool(self, words: str, icon: IconName, name: str, do: Callable[[], None]) -> Button:
        button = Button(words, "plain", icon, size=LARGE)
        button.setObjectName(name)
        button.clicked.connect(do)
        return button

    def _drawn(self, stroke: Stroke) -> None:
        grown = self.sheet.drawn(stroke)
        if grown is self.sheet:
            words = self.tr("The sheet is full. You can go back a step, or take a new sheet.")
            self.full.setText(words)
            announce(self, words)
            return
        self._turn_to(grown)

    def _undo(self) -> None:
        self._turn_to(self.sheet.undone())

    def _redo(self) -> None:
        self._turn_to(self.sheet.redone())

    def _clear(self) -> None:
        self._turn_to(self.sheet.cleared())
        announce(self, self.tr("A new sheet. Undo brings your drawing back."))

    def _turn_to(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.full.setText("")
        self.shell.autosave.mark(self._key("strokes"), packed(self.sheet.strokes))
        self._show()

    def _show(self) -> None:
        self.canvas.show_strokes(self.sheet.strokes)
        may = self.desk.may_change
        self.undo.setEnabled(may and bool(self.sheet.before))
        self.redo.setEnabled(may and bool(self.sheet.after))
        self.clear.setEnabled(may and bool(self.sheet.strokes))
        self._say_pen()

    def _say_pen(self) -> None:
        self.canvas.setAccessibleName(Counts().strokes(self.sheet.strokes, self.caption.text()))
        down = self.tr("The pen is down.") if self.canvas.by_keys else self.tr("The pen is up.")
        self.canvas.setAccessibleDescription(down)

    def _typed(self, words: str) -> None:
        key = self._key("field_caption")
        self.shell.autosave.mark(key, words, self.caption.cursorPosition())
        self._say_pen()

    def _key(self, name: str) -> str:
        return f"plan/{self.desk.id}/drawing/{name}"

    def _drop(self, key: str) -> None:
        drafts.drop_draft(self.desk.ws, key)

    def _restore(self) -> None:
        if not self.desk.may_change:
            return
        for edit in drafts.drafts(self.desk.ws):
            if edit.key == self._key("field_caption"):
                self.caption.setText(edit.text)
                self.caption.setCursorPosition(edit.caret)
            elif edit.key == self._key("strokes"):
                strokes = unpacked(edit.text)
                self.sheet = self.sheet if strokes is None else sheet_of(strokes)
