"""Owns what every page of the plan has: pause, who may see it, stop, and the ways on and back."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.plan_desk import PlanDesk
from rhi_desktop.ui.child.plan_words import seen_by
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.scroll_edges import keep_edges
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    CHILD,
    CHILD_TITLE,
    QUIET,
    SAID,
    Button,
    ButtonKind,
    Icon,
    Item,
    Text,
    column,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow.workspace import Workspace

SIDE = 56
NEXT_WIDE = 132


class PlanSheet(Page):
    """A page of the child's plan. Stop here leaves the plan from everywhere, and keeps all of it.

    `desk` is the plan. A page overrides `keep` (False: something is odd, stay) and `back`.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.interview_id is None:
            raise ValueError("a plan needs an interview")
        self.desk = PlanDesk(ws, shell, place.interview_id)
        account = self.desk.account
        super().__init__(shell, account.case.reference)
        self.place = place
        self.interviewer = account.interview.interviewer.name
        self.seen = Text("", QUIET, wrap=True, measure=520)
        self.seen.setObjectName("seen_by")
        self.stop = self.way(self.tr("Stop here"), "plan_stop")
        self.stop.clicked.connect(self.leave)
        self.pause = self.way(self.tr("Pause"), "plan_pause", icon="pause")
        self.pause.clicked.connect(self._pause)
        self.act(Menu.CHILD, self.tr("Stop here"), "", self.leave)
        self.act(Menu.CHILD, self.tr("Go back"), "Alt+Left", self.back)
        self.desk.changed.connect(self.show_seen)

    def keep(self) -> bool:
        """Keep what is open here before somebody leaves; False when something is odd."""
        return True

    def back(self) -> None:
        """One page back; out of the plan where there is none."""
        self.leave()

    def leave(self) -> None:
        """Back to where the adult was: to the check once the talk has ended, to the talk before."""
        if self.keep():
            head = self.desk.account.interview
            page = PageName.CHECK if head.outcome is not None else PageName.CAPTURE
            self.shell.go(Place(page, head.case_id, interview_id=self.desk.id))

    def go(self, place: Place | None) -> None:
        """To another page of the plan, or out of it."""
        if place is None:
            self.leave()
        elif self.keep():
            self.shell.go(place)

    def show_seen(self) -> None:
        """Say who may see the plan, as it stands now."""
        self.seen.setText(seen_by(self.desk.plan, self.interviewer))

    def way(
        self, words: str, name: str, kind: ButtonKind = "plain", icon: IconName | None = None
    ) -> Button:
        """A large button under a stable name."""
        button = Button(words, kind, icon, size=CHILD)
        button.setObjectName(name)
        return button

    def way_back(self) -> Button:
        """One page back."""
        back = self.way(self.tr("Go back"), "plan_back", icon="left")
        back.clicked.connect(self.back)
        return back

    def ways(self) -> tuple[Button, Button, Button]:
        """Go back, skip and next, in the order they stand; who makes a page connects two."""
        back = self.way_back()
        skip = self.way(self.tr("Skip"), "plan_skip")
        on = self.way(self.tr("Next"), "plan_next", "primary").trailing("right")
        on.setMinimumWidth(theme().px(NEXT_WIDE))
        return back, skip, on

    def sides(self, top: int, below: int) -> tuple[int, int, int, int]:
        """The margins of the plan's pages."""
        side = theme().margin if theme().crowded else SIDE
        return (side, top, side, below)

    def top(self, *beside: QWidget, change: Button | None = None) -> QLayout:
        """The first row: pause and what else acts here; who may see it at the right end."""
        seen = row(column("*", Icon("eye", "text2", 20), "*"), 10, column("*", self.seen, "*"))
        if change is not None:
            seen.addSpacing(theme().px(16))
            seen.addWidget(change)
        if theme().crowded:
            return column(flow(self.pause, *beside), 8, row(seen, "*"))
        for one in beside:
            # The sentence breaks into lines before what can be pressed does.
            one.setMinimumWidth(one.sizeHint().width())
        return row(self.pause, *(part for one in beside for part in (12, one)), "*", 24, seen)

    def foot(self, *beside: Item) -> QWidget:
        """The last row: stop at the left, what leads on at the right, far from it."""
        low = 12 if theme().crowded else 22
        return wrap(column(row(self.stop, *beside), margins=self.sides(14, low)))

    def one_thing(self, title: str, hint: str, body: QLayout, wide: int) -> QScrollArea:
        """A page with one question: its title, a quiet word, and what answers it."""
        words = (Text(title, CHILD_TITLE, wrap=True), 8, Text(hint, SAID.tint("text2"), wrap=True))
        inside = wrap(column(*words, 36, body))
        inside.setMaximumWidth(wide)
        rows = column("*", row("*", (inside, 100), "*"), "*", "*", margins=self.sides(6, 6))
        if theme().crowded:
            page = column(column(self.top(), margins=self.sides(16, 0)), 12, rows)
            return scrolled(wrap(page))
        area = scrolled(wrap(rows))
        keep_edges(area, rows)
        return area

    def lay_out(self, area: QScrollArea, *right: Item) -> None:
        """Put a page together out of its scrolled body and what stands at the right of its foot."""
        if theme().crowded:
            # Large words leave no room for a head that stays.
            self.setLayout(column((area, 1), self.foot("*", *right)))
            return
        head = wrap(column(self.top(), margins=self.sides(20, 0)))
        self.setLayout(column(head, 12, (area, 1), self.foot("*", *right)))

    def _pause(self) -> None:
        self.shell.cover()
