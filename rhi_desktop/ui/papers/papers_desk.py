"""Owns what the page of papers shows: the talk they come out of, what was chosen, is it safe."""

from __future__ import annotations

from datetime import date

from rhi_desktop.domain.clock import local
from rhi_desktop.domain.given import GivenKind
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.ui.act_desk import ActDesk
from rhi_desktop.ui.papers.choices import Kept
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import papers
from rhi_desktop.workflow.papers import Missing, Safe
from rhi_desktop.workflow.workspace import Workspace

PAPER, SAFE = "paper", "safe"


class PapersDesk(ActDesk):
    """The papers of one case. `kept` brings back what was chosen after a lock or a restart.

    While the talk may still change, what the child says about taking paper home is kept with it.
    Later it is asked anew for each day: what was safe in March need not be safe in June.
    """

    def __init__(
        self, ws: Workspace, shell: Shell, case_id: CaseId, interview_id: InterviewId | None
    ) -> None:
        super().__init__(ws, shell)
        self._case_id, self._wanted = case_id, interview_id
        self.kept = Kept(ws, shell, f"papers/{case_id}")
        self.reload()

    def reload(self) -> None:
        """Read the case and the talk again."""
        self.matter = papers.matter(self.ws, self._case_id, self._wanted)

    @property
    def child(self) -> str:
        """What the child likes to be called; the initials where that is not known."""
        child = self.matter.case.child
        return child.called.strip() or child.initials

    @property
    def today(self) -> date:
        """The day by this laptop's clock."""
        return local(self.shell.moment().now).date()

    @property
    def safe(self) -> Safe:
        """What stands now: the answer of the open talk, or today's."""
        if papers.may_answer(self.matter):
            return papers.said_in_talk(self.matter)
        value, _, day = self.kept.get(SAFE).partition(" ")
        stands = day == self.today.isoformat()
        return Safe(value) if stands and value in {one.value for one in Safe} else Safe.NOT_ASKED

    @property
    def earlier(self) -> Safe:
        """What was said in a talk that is over, for whoever asks again today."""
        over = not papers.may_answer(self.matter)
        return papers.said_in_talk(self.matter) if over else Safe.NOT_ASKED

    def say_safe(self, safe: Safe) -> None:
        """Keep what the child says about taking paper home."""
        talk = self.matter.talk
        if talk is not None and papers.may_answer(self.matter):
            interview_id = talk.account.interview.id
            self.do(lambda at: papers.say_safe(self.ws, interview_id, safe, at))
            return
        self.kept.put(SAFE, f"{safe.value} {self.today.isoformat()}")
        self.shell.hush()
        self.changed.emit()

    @property
    def paper(self) -> GivenKind:
        """Which paper is looked at: the chosen one, or the first that can be made and may leave."""
        made = [one for one in papers.FOR_CHILD if self.missing(one) is None]
        chosen = next((one for one in made if one.value == self.kept.get(PAPER)), None)
        safe = self.safe
        may = (one for one in made if safe is Safe.NOT_ASKED or papers.may_leave(one, safe))
        return chosen or next(may, made[0])

    def choose(self, paper: GivenKind) -> None:
        """Look at another paper."""
        self.kept.put(PAPER, paper.value)
        self.changed.emit()

    def missing(self, paper: GivenKind) -> Missing | None:
        """Why a paper cannot be made; None when it can."""
        return papers.missing(paper, self.matter)

    @property
    def may_leave(self) -> bool:
        """Whether the paper that is looked at may be saved and printed."""
        return papers.may_leave(self.paper, self.safe)
