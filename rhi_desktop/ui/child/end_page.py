"""Owns the end of the plan: how much of it is the child's, and whether it is safe to take home."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from rhi_desktop.domain.answer import Blank
from rhi_desktop.ui.child.counts import Counts
from rhi_desktop.ui.child.feel_words import NOT_SAID, TAKE_HOME, ways
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.picks import Way
from rhi_desktop.ui.child.plan_route import Part, backwards, to
from rhi_desktop.ui.child.plan_sheet import NEXT_WIDE, PlanSheet
from rhi_desktop.ui.places import PageName, Place, aside
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import CHILD_PROMPT, QUIET, Text, column, wrap
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.workspace import Workspace

WIDE, YES = 816, "yes"


class EndPage(PlanSheet):
    """The last page. The question about taking it home is asked before any paper is made.

    Its answer is kept with the plan; nothing has to be answered to be done.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(ws, shell, place)
        self._question = self.desk.question(TAKE_HOME)
        self._then = Text("", QUIET, wrap=True)
        self._ways = self._answers()
        self.done = self.way(self.tr("Done"), "plan_done", "primary")
        self.done.setMinimumWidth(theme().px(NEXT_WIDE))
        self.done.clicked.connect(self._finish)
        self.paper = self.way(self.tr("On paper"), "plan_on_paper", icon="print")
        self.paper.clicked.connect(self._to_papers)
        area = self.one_thing(self._title(), self._hint(), column(self._asked()), theme().px(WIDE))
        self.lay_out(area, self.way_back(), 12, self.paper, 12, self.done)
        self._show_then()
        self.show_seen()

    def first_focus(self) -> QWidget | None:
        """What is chosen, the first answer, or the way out."""
        if not self.desk.may_change or self.desk.declined:
            return self.done
        chosen = (button for button in self._ways.values() if button.isChecked())
        return next(chosen, next(iter(self._ways.values())))

    def back(self) -> None:
        """One page back; to the cards where there is no plan."""
        first = to(self.place, PageName.CHILD_PLAN, Part.FIRST.value)
        before = backwards(to(self.place, PageName.PLAN_END), "")
        self.go(first if self.desk.declined else before)

    def _finish(self) -> None:
        """On to the adult's part once the talk has ended: what was said about being safe."""
        head = self.desk.account.interview
        if head.outcome is None or not self.desk.may_change:
            self.leave()
        else:
            self.go(to(self.place, PageName.CONCERNS))

    def _to_papers(self) -> None:
        """To the adult's page of papers, where this very question stands first."""
        self.go(aside(PageName.PAPERS, self.place))

    def _title(self) -> str:
        if self.desk.declined:
            return self.tr("No plan this time")
        return self.tr("That\u2019s it for now")

    def _hint(self) -> str:
        plan = self.desk.plan
        if plan is None or not plan.standing or plan.declined:
            return self.tr("That is fine. You can change your mind.")
        said = Counts()
        return f"{said.share(plan.shares)} {said.whose(plan.shares)}".strip()

    def _asked(self) -> QWidget:
        ask = Text(self._question.ask.get(self.desk.language), CHILD_PROMPT, wrap=True)
        asked = wrap(column(ask, 16, flow(*self._ways.values(), gap=12), 16, self._then))
        asked.setAccessibleName(ask.text())
        asked.setEnabled(self.desk.may_change)
        if self.desk.declined:
            asked.hide()
        return asked

    def _answers(self) -> dict[str, Way]:
        words = [(one.id, one.text.get(self.desk.language)) for one in self._question.options]
        answer = self.desk.answer(TAKE_HOME)
        stands = answer.values[0] if answer is not None and answer.values else ""
        if answer is not None and answer.blank is Blank.CHOSE_NOT_TO_SAY:
            stands = NOT_SAID
        group = QButtonGroup(self)
        made = {}
        for value, said in (*words, *ways(NOT_SAID)):
            way = Way(said)
            way.setObjectName(f"take_home_{value}")
            group.addButton(way)
            way.setChecked(value == stands)
            way.clicked.connect(lambda _, value=value: self._choose(value))
            made[value] = way
        return made

    def _choose(self, value: str) -> None:
        blank = Blank.CHOSE_NOT_TO_SAY if value == NOT_SAID else None
        values = () if blank is not None else (value,)
        self.desk.give(NewAnswer(TAKE_HOME, values, blank))
        self._show_then()

    def _show_then(self) -> None:
        chosen = next((one for one, way in self._ways.items() if way.isChecked()), "")
        yes = self.tr("Then you can have it on paper, if you like.")
        other = self.tr(
            "Then it stays here. {interviewer} can keep it for you, or make a small card that says "
            "nothing about you."
        )
        words = {"": "", YES: yes}.get(chosen, other.format(interviewer=self.interviewer))
        self._then.setText(words)
        self.paper.setText(self.tr("On paper") if chosen == YES else self.tr("A small card"))
        self.paper.setHidden(self.desk.declined or not chosen)
