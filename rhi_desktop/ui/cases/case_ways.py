"""Owns the ways from the page of a case to every other one, each with the ids it needs."""

from __future__ import annotations

from rhi_desktop.domain.interview import Report
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cases.next_step import Step, next_step, open_talk
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.views import CaseView, InterviewView, PlanOfTalk, Stage
from rhi_desktop.workflow.workspace import Workspace

LATE = "late"
_PAGES = {
    Stage.PREPARED: PageName.BEFORE,
    Stage.ENDED: PageName.CHECK,
    Stage.TALKING: PageName.CAPTURE,
    Stage.SEALED: PageName.CHECK,
    Stage.SIGNED: PageName.SEND,
    Stage.RETURNED: PageName.SEND,
    Stage.COUNTERSIGNED: PageName.SEND,
}


class CaseWays:
    """Goes where a control of the case page leads. `view` is the case as it is shown now."""

    def __init__(self, ws: Workspace, shell: Shell, view: CaseView) -> None:
        self._ws, self._shell, self.view = ws, shell, view

    def talk(self) -> None:
        """The next step."""
        step, talk = next_step(self._ws, self.view), open_talk(self.view)
        if step is Step.ADD_TIME:
            self.add_episode()
        elif step is Step.BEFORE:
            self.before()
        elif talk is not None and talk.stage is not Stage.PREPARED:
            self.open_talk(talk)
        else:
            self._begin(talk)

    def _begin(self, talk: InterviewView | None) -> None:
        case_id, at = self.view.case.id, self._shell.moment()
        try:
            if talk is None:
                newest = self.view.episodes[0].episode.id
                begun = interviewing.start(self._ws, case_id, (newest,), at)
            else:
                begun = interviewing.begin(self._ws, talk.head.id, at).id
        except RhiError as error:
            self._shell.refuse(error)
            return
        self._shell.saved()
        self._shell.go(Place(PageName.CAPTURE, case_id, interview_id=begun))

    def before(self) -> None:
        """To what is said before the talk."""
        talk = open_talk(self.view)
        known = talk.head.id if talk and talk.stage is Stage.PREPARED else None
        self._shell.go(Place(PageName.BEFORE, self.view.case.id, interview_id=known))

    def remove(self) -> None:
        """To what removing this case would mean; nothing is removed by going there."""
        self._shell.go(Place(PageName.PURGE, self.view.case.id))

    def no_talk(self) -> None:
        """To why no talk was held."""
        self._go(PageName.ENDING)

    def open_talk(self, talk: InterviewView) -> None:
        """To wherever a talk stands."""
        report = talk.report.id if talk.report else None
        page, case_id = _PAGES[talk.stage], self.view.case.id
        self._shell.go(Place(page, case_id, interview_id=talk.head.id, report_id=report))

    def open_paper(self, talk: InterviewView, report: Report) -> None:
        """To one of the papers that were signed about a talk."""
        case_id = self.view.case.id
        self._shell.go(
            Place(PageName.SEND, case_id, interview_id=talk.head.id, report_id=report.id)
        )

    def open_plan(self, one: PlanOfTalk) -> None:
        """To the plan of a talk."""
        place = Place(PageName.CHILD_PLAN, self.view.case.id, interview_id=one.talk.id)
        self._shell.go(place)

    def add_attempt(self) -> None:
        """To writing down an offer."""
        self._go(PageName.ATTEMPT)

    def about_child(self) -> None:
        """To the facts about the child."""
        self._shell.go(Place(PageName.ABOUT_CHILD, self.view.case.id))

    def about_away(self) -> None:
        """To the facts about the newest time away."""
        self._go(PageName.ABOUT_CHILD)

    def papers(self) -> None:
        """To the papers for the child; one of them needs no talk."""
        self._shell.go(Place(PageName.PAPERS, self.view.case.id))

    def plan_papers(self, one: PlanOfTalk) -> None:
        """To the papers of one talk."""
        self._shell.go(Place(PageName.PAPERS, self.view.case.id, interview_id=one.talk.id))

    def again(self) -> None:
        """To the sheet for the next time the child is missing."""
        self._shell.go(Place(PageName.AGAIN, self.view.case.id))

    def add_episode(self) -> None:
        """To another time away."""
        self._shell.go(Place(PageName.EPISODE, self.view.case.id))

    def edit_episode(self) -> None:
        """To the newest time away and the child."""
        self._go(PageName.EPISODE)

    def say_why(self) -> None:
        """To the reason for being late."""
        self._go(PageName.EPISODE, LATE)

    def _go(self, page: PageName, detail: str = "") -> None:
        if not self.view.episodes:
            self.add_episode()
            return
        newest = self.view.episodes[0].episode.id
        self._shell.go(Place(page, self.view.case.id, newest, detail=detail))

    def back(self) -> None:
        """To the list."""
        self._shell.go(Place(PageName.CASES))
