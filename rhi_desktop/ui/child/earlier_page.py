"""Owns looking at the plan from last time, line by line: nothing comes along by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.plan import Agreed, PlanLine, SafetyPlan
from rhi_desktop.ui.child.earlier_line import EarlierLine
from rhi_desktop.ui.child.plan_route import Part, to
from rhi_desktop.ui.child.plan_sheet import PlanSheet
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.scroll_edges import keep_edges
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    CHILD_TITLE,
    QUIET,
    SAID,
    Text,
    announce,
    column,
    empty,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import planning
from rhi_desktop.workflow.workspace import Workspace


class EarlierPage(PlanSheet):
    """The newest earlier plan. A line that is kept stands as not yet agreed, until the child says.

    "Not any more" is kept too: the record says that the child looked at it.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(ws, shell, place)
        self._earlier: SafetyPlan | None = self.desk.earlier
        self._rows: list[EarlierLine] = []
        self._list: QVBoxLayout = column(gap=12)
        self._left = Text("", QUIET, wrap=True)
        back, skip, on = self.ways()
        for button in (skip, on):
            button.clicked.connect(self.back)
        title = Text(self.tr("My plan from last time"), CHILD_TITLE, wrap=True)
        hint = self.tr("Look at each line. Keep it, change it, or say: not any more.")
        words = column(title, 6, Text(hint, SAID.tint("text2"), wrap=True), 4, self._left)
        rows = column(words, 20, self._list, "*", margins=self.sides(6, 6))
        self._on = on
        if theme().crowded:
            body = column(column(self.top(), margins=self.sides(16, 0)), 12, rows)
            self.lay_out(scrolled(wrap(body)), back, 12, skip, 12, on)
        else:
            area = scrolled(wrap(rows))
            keep_edges(area, rows)
            self.lay_out(area, back, 12, skip, 12, on)
        self._show()
        self.show_seen()

    def first_focus(self) -> QWidget | None:
        """The first line that nobody decided about, or the way on."""
        for number, line in enumerate(self._lines(), 1):
            if self._now(line) is None:
                found = self._rows[number - 1].findChild(QWidget, f"keep_{number}")
                return found if isinstance(found, QWidget) else None
        return self._on

    def back(self) -> None:
        """To the first part."""
        self.go(to(self.place, PageName.CHILD_PLAN, Part.FIRST.value))

    def _lines(self) -> tuple[PlanLine, ...]:
        return self._earlier.standing if self._earlier and self.desk.may_change else ()

    def _now(self, line: PlanLine) -> PlanLine | None:
        lines = self.desk.plan.lines if self.desk.plan else ()
        return next((one for one in lines if one.brought_from == line.id), None)

    def _show(self) -> None:
        empty(self._list)
        self._rows = [self._row(*numbered) for numbered in enumerate(self._lines(), 1)]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
        still = sum(self._now(line) is None for line in self._lines())
        done = self.tr("You have looked at every line.")
        left = self.tr("%n line(s) to look at. What you leave stays behind.", "", still)
        self._left.setText(left if still else done)

    def _row(self, number: int, line: PlanLine) -> EarlierLine:
        title = self.desk.texts.of(line.block).title
        row = EarlierLine(number, title, line, self._now(line))
        row.kept.connect(lambda: self._keep(number, line))
        row.changed.connect(lambda: self._change(line))
        row.gone.connect(lambda: self._gone(number, line))
        row.agreed.connect(lambda agreed: self._agree(number, line, agreed))
        return row

    def _keep(self, number: int, line: PlanLine) -> None:
        ws = self.desk.ws
        self.desk.do(lambda at: planning.bring_forward(ws, self.desk.begin().id, line, at))
        self._again(number, "keep", self.tr("Kept. You can say whether you agree."))

    def _gone(self, number: int, line: PlanLine) -> None:
        ws = self.desk.ws
        self.desk.do(lambda at: planning.not_any_more(ws, self.desk.begin().id, line, at))
        self._again(number, "gone", self.tr("Not in your plan any more."))

    def _change(self, line: PlanLine) -> None:
        ws = self.desk.ws
        brought = self.desk.do(
            lambda at: planning.bring_forward(ws, self.desk.begin().id, line, at)
        )
        if brought is not None:
            self.go(to(self.place, PageName.CHILD_PLAN, brought.id))

    def _agree(self, number: int, line: PlanLine, agreed: Agreed) -> None:
        now = self._now(line)
        if now is not None:
            self.desk.agree(now, agreed)
            self._again(number, "agree", "", f"_{agreed.value}")

    def _again(self, number: int, act: str, said: str, which: str = "") -> None:
        self._show()
        # In the row as it is now: the one before waits to be let go.
        target = self._rows[number - 1].findChild(QWidget, f"{act}_{number}{which}")
        if isinstance(target, QWidget):
            target.setFocus()
        if said:
            announce(self, said)
