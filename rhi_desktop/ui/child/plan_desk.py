"""Owns the plan that a page shows: every act is committed at once, and what refuses is said."""

from __future__ import annotations

from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Account, DraftInterview
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.forms.model import Question
from rhi_desktop.ui.act_desk import ActDesk
from rhi_desktop.ui.child.plan_texts import PlanTexts
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import interviewing, packs, planning
from rhi_desktop.workflow.entries import NewAnswer, NewPlanLine
from rhi_desktop.workflow.workspace import Workspace


class PlanDesk(ActDesk):
    """The plan of one interview. Emits `changed` after each act; a refused act changes nothing.

    A plan is begun by the first act, never by looking: a blank plan would be an answer.
    """

    def __init__(self, ws: Workspace, shell: Shell, interview_id: InterviewId) -> None:
        super().__init__(ws, shell)
        self.id = interview_id
        self.reload()
        self.pack = packs.plan_pack(ws, self._talk)
        self.texts = PlanTexts(self.pack, self.language)

    def reload(self) -> None:
        """Read the interview again."""
        self._talk = interviewing.load(self.ws, self.id)

    @property
    def account(self) -> Account:
        """The account that the plan belongs to."""
        return self._talk.account

    @property
    def language(self) -> str:
        """The language of the child, for the words of the pack."""
        return self.account.case.child.language

    @property
    def may_change(self) -> bool:
        """False once the conversation is sealed."""
        return isinstance(self._talk, DraftInterview)

    @property
    def plan(self) -> SafetyPlan | None:
        """The plan, when one was begun."""
        return self.account.plan

    @property
    def declined(self) -> bool:
        """True when the child does not want one."""
        return self.plan is not None and self.plan.declined

    @property
    def earlier(self) -> SafetyPlan | None:
        """The newest plan from before this talk that holds lines."""
        return planning.earlier_plan(self.ws, self.id)

    def question(self, question_id: str) -> Question:
        """A question of the plan's pack. KeyError for one that it does not have."""
        return {question.id: question for question in self.pack.questions}[question_id]

    def answer(self, question_id: str) -> Answer | None:
        """What was answered to a question of the plan."""
        answers = self.account.answers
        return next((one for one in answers if one.question_id == question_id), None)

    def give(self, given: NewAnswer) -> bool:
        """Keep an answer; False when it was refused."""
        kept = self.do(lambda at: interviewing.answer(self.ws, self.id, given, at))
        return kept is not None

    def lines(self, block: PlanBlock) -> tuple[PlanLine, ...]:
        """The lines of a card that were not taken out."""
        standing = self.plan.standing if self.plan else ()
        return tuple(line for line in standing if line.block is block)

    def line(self, line_id: str) -> PlanLine | None:
        """A standing line by its id."""
        standing = self.plan.standing if self.plan else ()
        return next((line for line in standing if line.id == line_id), None)

    def last_author(self) -> PlanAuthor:
        """Who typed last; the child, when nobody did."""
        own = (PlanAuthor.CHILD, PlanAuthor.WRITTEN_FOR_CHILD)
        lines = self.plan.lines if self.plan else ()
        typed = [line.author for line in lines if line.author in own]
        return typed[-1] if typed else PlanAuthor.CHILD

    def add(self, new: NewPlanLine) -> PlanLine | None:
        """Add a line at the end; None when it was refused."""
        return self.do(lambda at: planning.save_line(self.ws, self.begin().id, new, at))

    def change(self, line: PlanLine) -> PlanLine | None:
        """Keep a changed line; None when it was refused."""
        return self.do(lambda at: planning.change_line(self.ws, line, at))

    def agree(self, line: PlanLine, agreed: Agreed) -> None:
        """Note whether the child agrees."""
        self.do(lambda at: planning.agree(self.ws, line, agreed, at))

    def take_out(self, line: PlanLine) -> bool:
        """Take a line out; False when it was refused."""
        return self.do(lambda at: planning.take_out(self.ws, line, at)) is not None

    def put_back(self, line: PlanLine) -> None:
        """Put it back where it stood."""
        self.do(lambda at: planning.put_back(self.ws, line, at))

    def decline(self, words: str) -> bool:
        """The child wants no plan, in these words; False when this was refused."""
        return self.do(lambda at: planning.decline(self.ws, self.begin(), words, at)) is not None

    def take_up(self) -> None:
        """The child wants one after all."""
        self.do(lambda at: planning.take_up(self.ws, self.begin(), at))

    def begin(self) -> SafetyPlan:
        """The plan, begun now when it was not: whoever calls it is within an act."""
        return planning.open_plan(self.ws, self.id, self.shell.moment())
