"""Owns who may see which part of the plan: a row for each person, and who sees it anyway."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.plan import PlanBlock, SeenAnyway, Sight
from rhi_desktop.ui.child.anyway_form import AnywayForm
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.person_sees import PersonSees
from rhi_desktop.ui.child.plan_route import Part, to
from rhi_desktop.ui.child.plan_sheet import NEXT_WIDE, PlanSheet
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.scroll_edges import keep_edges
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    CHILD_TITLE,
    LARGE,
    SAID,
    Button,
    Field,
    Text,
    column,
    empty,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow import drafts, sharing
from rhi_desktop.workflow.workspace import Workspace

NAME_WIDE = 320


class SeenPage(PlanSheet):
    """Who may see my plan. Every answer is kept at once and can be changed as long as it is open.

    What a person may see is the child's choice; what is seen anyway has a reason and says so.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(ws, shell, place)
        self._named: list[str] = []
        self._people: QVBoxLayout = column(gap=12)
        self._anyway: QVBoxLayout = column()
        self.name = self._name_field()
        done = self.way(self.tr("That\u2019s right"), "plan_next", "primary")
        done.setMinimumWidth(theme().px(NEXT_WIDE))
        done.clicked.connect(self.back)
        self._done = done
        self._arrange(done)
        self._show_people()
        self._show_anyway()
        self._restore()
        self.show_seen()

    def first_focus(self) -> QWidget | None:
        """The answer that stands for the first person."""
        if not self.desk.may_change:
            return self._done
        first = self._people.itemAt(0)
        row = first.widget() if first is not None else None
        stops = row.findChildren(Button) if row is not None else []
        return next((one for one in stops if one.isChecked()), self.name)

    def keep(self) -> bool:
        """A name that was typed and not added is added."""
        if self.name.text().strip():
            self._add()
        return True

    def back(self) -> None:
        """To the part that somebody came from."""
        self.go(to(self.place, PageName.CHILD_PLAN, self.place.detail or Part.FIRST.value))

    def _arrange(self, done: Button) -> None:
        title = Text(self.tr("Who may see my plan?"), CHILD_TITLE, wrap=True)
        hint = self.tr("You choose for each person. The report holds your plan too.")
        add = Button(self.tr("Add"), "soft", "plus", size=LARGE)
        add.setObjectName("keep_person")
        add.setAccessibleName(self.tr("Add this person"))
        add.clicked.connect(self._add)
        adding = wrap(flow(sized(self.name, NAME_WIDE), add))
        if not self.desk.may_change:
            adding.hide()
        rows = column(
            title, 6, Text(hint, SAID.tint("text2"), wrap=True), 20, self._people, 12, adding, 24,
            self._anyway, "*", margins=self.sides(6, 6),
        )  # fmt: skip
        if theme().crowded:
            body = column(column(self.top(), margins=self.sides(16, 0)), 12, rows)
            self.lay_out(scrolled(wrap(body)), done)
            return
        area = scrolled(wrap(rows))
        keep_edges(area, rows)
        self.lay_out(area, done)

    def _name_field(self) -> Field:
        field = Field(placeholder=self.tr("Someone else"), name=self.tr("Someone else")).tall()
        field.setObjectName("field_person")
        field.setProperty("child", "true")
        field.setProperty("ring_radius", "card")
        field.returnPressed.connect(self._add)
        field.textEdited.connect(
            lambda words: self.shell.autosave.mark(self._key, words, field.cursorPosition())
        )
        return field

    @property
    def _key(self) -> str:
        return f"plan/{self.desk.id}/seen/field_person"

    def _restore(self) -> None:
        for edit in drafts.drafts(self.desk.ws):
            if edit.key == self._key:
                self.name.setText(edit.text)

    def _show_people(self) -> None:
        empty(self._people)
        plan = self.desk.plan
        known = (*plan.may_see, *plan.may_not_see) if plan else ()
        offered = (
            self.tr("The people I live with"),
            self.tr("Social worker"),
            self.tr("School"),
            self.tr("Police"),
        )
        shown = (*known, *offered) if self.desk.may_change else known
        self._named = list(dict.fromkeys((*self._named, *shown)))
        titles = [(block, self.desk.texts.of(block).title) for block in PlanBlock]
        for number, who in enumerate(self._named, 1):
            sight = plan.sight_of(who) if plan else Sight.UNSAID
            blocks = plan.parts_for(who) if plan else ()
            person = PersonSees(number, who, sight, blocks, titles)
            person.setEnabled(self.desk.may_change)
            person.decided.connect(partial(self._decide, who))
            self._people.addWidget(person)
            person.show()

    def _decide(self, who: str, sight: Sight, blocks: tuple[PlanBlock, ...]) -> None:
        desk = self.desk
        kept = desk.do(lambda at: sharing.share(desk.ws, desk.begin(), who, sight, at, blocks))
        if kept is None:
            # What was refused is not claimed: the rows show what stands.
            self._done.setFocus()
            self._show_people()

    def _add(self) -> None:
        who = self.name.text().strip()
        self.shell.autosave.mark(
            self._key, "", write=lambda edit, _: drafts.drop_draft(self.desk.ws, edit.key)
        )
        self.shell.autosave.flush()
        if not who or who in self._named:
            self.name.clear()
            return
        desk = self.desk
        done = desk.do(lambda at: sharing.share(desk.ws, desk.begin(), who, Sight.ALL, at))
        if done is not None:
            self.name.clear()
            self._named.append(who)
            self._show_people()
            self.name.setFocus()

    def _show_anyway(self) -> None:
        empty(self._anyway)
        anyway = self.desk.plan.anyway if self.desk.plan else ()
        if not self.desk.may_change and not anyway:
            return
        form = Form(self.desk.ws, self.shell, f"plan/{self.desk.id}/anyway", self)
        part = AnywayForm(form, anyway, self.interviewer, may_change=self.desk.may_change)
        part.kept.connect(self._see_anyway)
        part.taken_back.connect(self._not_anyway)
        self._anyway.addWidget(part)
        part.show()

    def _see_anyway(self, seen: SeenAnyway) -> None:
        desk = self.desk
        if desk.do(lambda at: sharing.see_anyway(desk.ws, desk.begin(), seen, at)) is not None:
            self._show_anyway()

    def _not_anyway(self, who: str) -> None:
        desk = self.desk
        if desk.do(lambda at: sharing.not_anyway(desk.ws, desk.begin(), who, at)) is not None:
            self._show_anyway()
