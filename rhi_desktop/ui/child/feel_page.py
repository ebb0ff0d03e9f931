"""Owns one question about how somebody is: cards of feelings, or a number from 0 to 10."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rhi_desktop.ui.child.feelings_answer import FeelingsAnswer
from rhi_desktop.ui.child.plan_route import FEELINGS, SCALE_BEFORE, backwards, onwards, to
from rhi_desktop.ui.child.plan_sheet import PlanSheet
from rhi_desktop.ui.child.scale_answer import ScaleAnswer
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import column
from rhi_desktop.workflow.workspace import Workspace


class FeelPage(PlanSheet):
    """One question of the plan's pack, named by the detail of the place. Nothing has to be said.

    What is picked is kept at once; words are kept when they are left. Skip leaves it open.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(ws, shell, place)
        known = {question.id for question in self.desk.pack.questions}
        self.question = self.desk.question(place.detail if place.detail in known else FEELINGS)
        self._here = to(place, PageName.PLAN_FEEL, self.question.id)
        form = Form(ws, shell, f"plan/{self.desk.id}/{self.question.id}", self)
        self.answer = self._answer(form)
        self.answer.setEnabled(self.desk.may_change)
        back, skip, on = self.ways()
        skip.clicked.connect(self._on)
        on.clicked.connect(self._on)
        ask = self.question.ask.get(self.desk.language)
        area = self.one_thing(ask, self._hint(), column(self.answer), self.answer.wide)
        self.lay_out(area, back, 12, skip, 12, on)
        self.show_seen()

    @property
    def _is_scale(self) -> bool:
        return self.question.kind == "scale"

    def _answer(self, form: Form) -> ScaleAnswer | FeelingsAnswer:
        if self._is_scale:
            first = self.question.id == SCALE_BEFORE
            return ScaleAnswer(self.desk, self.question, form, one_up=first)
        return FeelingsAnswer(self.desk, self.question, form)

    def keep(self) -> bool:
        """Keep words that were typed and not left yet."""
        return self.answer.keep()

    def first_focus(self) -> QWidget | None:
        """What is chosen, or the first answer."""
        return self.answer.first if self.desk.may_change else self.stop

    def back(self) -> None:
        """One page back."""
        self.go(backwards(self._here, self.question.id))

    def _on(self) -> None:
        self.go(onwards(self._here, self.question.id))

    def _hint(self) -> str:
        if self._is_scale:
            return self.tr("There is no right answer. You can change it later.")
        return self.tr("Pick as many as you like, or none.")
