"""Owns the analysis that a page shows: each act is committed at once, and can be taken back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from rhi_desktop.domain.action import Action, Kept, Thread
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.concern import Concern
from rhi_desktop.domain.ids import InterviewId, LineId, ThreadId
from rhi_desktop.domain.interview import Account, DraftInterview
from rhi_desktop.domain.line import Line
from rhi_desktop.ui.act_desk import ActDesk
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import analysing, following, interviewing
from rhi_desktop.workflow.analysis_entries import NewAction, NewConcern, NewFollowUp, NewThread
from rhi_desktop.workflow.following import PromiseView
from rhi_desktop.workflow.workspace import Workspace


class AnalysisDesk(ActDesk):
    """Indicators, views and actions of one interview.

    Emits `changed` after each act, and `struck` when something was taken out that `undo` puts
    back. A refused act changes nothing and is said in the banner.
    """

    struck = Signal(str)

    def __init__(self, ws: Workspace, shell: Shell, interview_id: InterviewId) -> None:
        super().__init__(ws, shell)
        self.id = interview_id
        self._taken: list[Thread | Action] = []
        self.reload()

    def reload(self) -> None:
        """Read the interview again."""
        self._talk = interviewing.load(self.ws, self.id)

    @property
    def account(self) -> Account:
        """The account that it all belongs to."""
        return self._talk.account

    @property
    def may_change(self) -> bool:
        """False once the conversation is sealed."""
        return isinstance(self._talk, DraftInterview)

    @property
    def child(self) -> str:
        """What pages call the child: initials only."""
        return self.account.case.child.initials

    @property
    def today(self) -> date:
        """The day on the wall."""
        return local(self.shell.moment().now).date()

    def lines(self, ids: tuple[LineId, ...]) -> tuple[Line, ...]:
        """The standing lines among these, in the order of the talk."""
        return tuple(line for line in self.account.standing if line.id in ids)

    @property
    def threads(self) -> tuple[Thread, ...]:
        """The views that were not taken out."""
        return tuple(one for one in self.account.threads if one.struck_at is None)

    def supported(self, thread: Thread) -> bool:
        """True when a line stands under a view; a struck line supports nothing."""
        return bool(self.lines(thread.line_ids))

    def bare(self, concern: Concern) -> bool:
        """True when an indicator was answered yes or not sure, and nothing stands under it."""
        standing = {line.id for line in self.account.standing}
        return concern.stands and not concern.supported_by(standing)

    def actions(self, thread_id: ThreadId | None) -> tuple[Action, ...]:
        """What follows from a view; for None what follows from none that stands."""
        standing = {one.id for one in self.threads}
        return tuple(
            one
            for one in self.account.actions
            if one.struck_at is None
            and (one.thread_id if one.thread_id in standing else None) == thread_id
        )

    def last_time(self) -> tuple[PromiseView, ...]:
        """What adults said they would do before this interview."""
        now, case_id = self.shell.moment().now, self.account.case.id
        return following.asked_last_time(self.ws, case_id, now, before=self.id)

    def answer(self, new: NewConcern) -> bool:
        """Keep what was answered to an indicator; False when it was refused."""
        deed = self.do(lambda at: analysing.answer_indicator(self.ws, self.id, new, at))
        return deed is not None

    def keep_thread(self, thread: Thread | None, new: NewThread) -> Thread | None:
        """Keep a new view, or other words of an older one; None when it was refused."""
        if thread is None:
            return self.do(lambda at: analysing.add_thread(self.ws, self.id, new, at))
        changed = Thread(
            thread.id,
            thread.interview_id,
            thread.number,
            new.line_ids,
            new.view,
            new.sureness,
            new.or_it_may_be,
            new.child_thinks,
        )
        return self.do(lambda at: analysing.change_thread(self.ws, changed, at))

    def keep_action(self, action: Action | None, new: NewAction) -> Action | None:
        """Keep a new action, or other words of an older one; None when it was refused."""
        if action is None:
            return self.do(lambda at: analysing.add_action(self.ws, self.id, new, at))
        changed = Action(
            action.id,
            action.interview_id,
            action.number,
            new.what,
            new.who,
            new.by_when,
            new.thread_id,
            new.referral,
            new.child_knows,
            new.child_agrees,
            concern_ids=new.concern_ids,
        )
        return self.do(lambda at: analysing.change_action(self.ws, changed, at))

    def strike(self, one: Thread | Action, words: str) -> None:
        """Take a view or an action out; `words` say it."""
        if isinstance(one, Thread):
            done = self.do(lambda at: analysing.strike_thread(self.ws, one, at)) is not None
        else:
            done = self.do(lambda at: analysing.strike_action(self.ws, one, at)) is not None
        if done:
            self._taken.append(one)
            self.struck.emit(words)

    def undo(self) -> None:
        """Put back what was taken out last."""
        if not self._taken:
            return
        one = self._taken.pop()
        if isinstance(one, Thread):
            self.do(lambda at: analysing.restore_thread(self.ws, one, at))
        else:
            self.do(lambda at: analysing.restore_action(self.ws, one, at))

    def follow_up(self, about: PromiseView, state: Kept, words: str) -> bool:
        """Write down what became of a promise; False when it was refused."""
        new = NewFollowUp(
            self.account.case.id,
            self.id,
            about.of,
            about.promise,
            about.who,
            about.by_when,
            state,
            words,
        )
        return self.do(lambda at: following.follow_up(self.ws, new, at)) is not None
