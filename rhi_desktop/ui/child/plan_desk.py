"""Owns the plan that a page shows: every act is committed at once, and what refuses is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Account, DraftInterview
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import interviewing, planning, sharing
from rhi_desktop.workflow.entries import NewPlanLine
from rhi_desktop.workflow.workspace import Workspace

R = TypeVar("R")


class PlanDesk(QObject):
    """The plan of one interview. Emits `changed` after each act; a refused act changes nothing.

    A plan is begun by the first act, never by looking: a blank plan would be an answer.
    """

    changed = Signal()

    def __init__(self, ws: Workspace, shell: Shell, interview_id: InterviewId) -> None:
        super().__init__()
        self.ws, self.shell, self.id = ws, shell, interview_id
        self.reload()

    def reload(self) -> None:
        """Read the interview again."""
        self._talk = interviewing.load(self.ws, self.id)

    @property
    def account(self) -> Account:
        """The account that the plan belongs to."""
        return self._talk.account

    @property
    def may_change(self) -> bool:
        """False once the conversation is sealed."""
        return isinstance(self._talk, DraftInterview)

    @property
    def plan(self) -> SafetyPlan | None:
        """The plan, when one was begun."""
        return self.account.plan

    @property
    def may_see(self) -> tuple[str, ...]:
        """Who may see it."""
        return self.plan.may_see if self.plan else ()

    @property
    def declined(self) -> bool:
        """True when the child does not want one."""
        return self.plan is not None and self.plan.declined

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
        return self._do(
            lambda: planning.save_line(self.ws, self._open().id, new, self.shell.moment())
        )

    def change(self, line: PlanLine) -> PlanLine | None:
        """Keep a changed line; None when it was refused."""
        return self._do(lambda: planning.change_line(self.ws, line, self.shell.moment()))

    def agree(self, line: PlanLine, agreed: Agreed) -> None:
        """Note whether the child agrees."""
        self._do(lambda: planning.agree(self.ws, line, agreed, self.shell.moment()))

    def take_out(self, line: PlanLine) -> bool:
        """Take a line out; False when it was refused."""
        return self._do(lambda: planning.take_out(self.ws, line, self.shell.moment())) is not None

    def put_back(self, line: PlanLine) -> None:
        """Put it back where it stood."""
        self._do(lambda: planning.put_back(self.ws, line, self.shell.moment()))

    def decline(self, words: str) -> bool:
        """The child wants no plan, in these words; False when this was refused."""
        at = self.shell.moment()
        return self._do(lambda: planning.decline(self.ws, self._open(), words, at)) is not None

    def take_up(self) -> None:
        """The child wants one after all."""
        self._do(lambda: planning.take_up(self.ws, self._open(), self.shell.moment()))

    def set_may_see(self, people: Sequence[str]) -> None:
        """Who may see it, as the child says."""
        at = self.shell.moment()
        self._do(lambda: sharing.set_may_see(self.ws, self._open(), people, at))

    def _open(self) -> SafetyPlan:
        return planning.open_plan(self.ws, self.id, self.shell.moment())

    def _do(self, deed: Callable[[], R]) -> R | None:
        try:
            done = deed()
        except RhiError as error:
            self.shell.refuse(error)
            return None
        self.shell.saved()
        self.shell.hush()
        self.reload()
        self.changed.emit()
        return done
