"""Owns what was asked for last time: the child's wishes, the promises, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.domain.action import Kept
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock, PlanLine, SafetyPlan
from rhi_desktop.errors import RhiError
from rhi_desktop.ui import dates
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import (
    BODY,
    H3,
    QUIET,
    SAID,
    SMALL_BUTTON,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Chip,
    Item,
    Text,
    card,
    column,
    hline,
    labelled_field,
    row,
    wrap,
)
from rhi_desktop.workflow.analysis_entries import NewFollowUp
from rhi_desktop.workflow.following import PromiseView, follow_up
from rhi_desktop.workflow.workspace import Workspace

MOST, MOST_WISHES = 6, 4
ASKED = (PlanBlock.ADULTS, PlanBlock.HELPS)
_LOOKS: Mapping[Kept, tuple[str, IconName]] = {
    Kept.KEPT: ("good", "check"),
    Kept.NOT_YET: ("notice", "clock"),
    Kept.NOT_KEPT: ("notice", "x"),
}


class AskedCard(QObject):
    """The card and its one open answer. Emits `noted` when something was kept.

    `build` makes the card anew; an answer is added and never changed, the newest is shown.
    """

    noted = Signal()
    turned = Signal()

    def __init__(self, ws: Workspace, shell: Shell, case_id: CaseId, parent: QObject) -> None:
        super().__init__(parent)
        self._ws, self._shell, self._case_id = ws, shell, case_id
        self._asking = ""

    def build(self, child: str, promises: Sequence[PromiseView], plan: SafetyPlan | None) -> QFrame:
        """The card as it stands now: what became of promises, then the child's own wishes."""
        asked = (
            self.tr("What {who} asked for last time")
            if promises
            else self.tr("What {who} asked for")
        )
        title = Text(asked.format(who=child), H3, wrap=True)
        wishes = _wishes(plan, {one.of for one in promises})
        if not promises and not wishes:
            words = self.tr("No plan yet. What {who} asks for will stand here first.")
            nothing = Text(words.format(who=child), QUIET, wrap=True)
            return _card(title, 12, nothing, "*")
        items: list[Item] = [title, 14]
        for number, one in enumerate(promises[:MOST]):
            items += [hline(), 12] if number else []
            items += [self._one(one, number), 12]
        for number, line in enumerate(wishes):
            items += [hline(), 12] if number or promises else []
            items += [self._wish(line), 12]
        return _card(*items, "*")

    def _wish(self, line: PlanLine) -> QWidget:
        if line.author is not PlanAuthor.ADULT_PROMISE:
            return Text(f"\u201c{line.words}\u201d", SAID, wrap=True)
        by = dates.short_day(line.by_when) if line.by_when else ""
        below = self.tr("{who} promised, by {day}").format(who=line.promised_by, day=by)
        return wrap(column(Text(line.words, BODY, wrap=True), 4, Text(below, SMALL_QUIET)))

    def _one(self, one: PromiseView, number: int) -> QWidget:
        state = one.follow_up.state if one.follow_up else Kept.NOT_YET
        token, icon = _LOOKS[state]
        chip = Chip(self._word(state), token, icon)
        ask = self.tr("Say more") if one.follow_up else self.tr("Say what became of it")
        note = Button(ask, "link", size=SMALL_LINE)
        note.setObjectName(f"note_promise_{number}")
        spoken = self.tr("Say what became of it, promise {n}").format(n=number + 1)
        note.setAccessibleName(spoken)
        note.clicked.connect(lambda: self._ask(one.of))
        # Quotation marks are for what the child said; an adult's promise has none.
        words = Text(one.promise, SAID, wrap=True)
        below = Text(self._below(one), SMALL_QUIET, wrap=True)
        side = column(row("*", chip), 4, row("*", note), "*")
        top = row((column(words, 4, below, "*"), 1), 16, side)
        return wrap(column(top, 8, self._form(one)) if self._asking == one.of else top)

    def _form(self, one: PromiseView) -> QWidget:
        form = Form(self._ws, self._shell, f"case/{self._case_id}/kept/{one.of}", self)
        states = {state.value: self._word(state) for state in Kept}
        what = form.choice(ChoiceField("became", self.tr("What became of it"), states))
        words = labelled_field(self.tr("In a few words"), form.line("became_words"))
        keep = Button(self.tr("Keep"), size=SMALL_BUTTON)
        keep.setObjectName("keep_became")
        never = Button(self.tr("Never mind"), "link", size=SMALL_LINE)
        never.setObjectName("drop_became")
        form.restore()

        def kept() -> None:
            if not what.value():
                what.say(self.tr("Choose what became of it."))
                return
            new = NewFollowUp(
                self._case_id,
                None,
                one.of,
                one.promise,
                one.who,
                one.by_when,
                Kept(what.value()),
                form.text("became_words"),
            )
            try:
                follow_up(self._ws, new, self._shell.moment())
            except RhiError as error:
                self._shell.refuse(error)
                return
            self._close(form)
            self._shell.saved()
            self.noted.emit()

        keep.clicked.connect(kept)
        never.clicked.connect(lambda: self._drop(form))
        return card(
            column(what, 10, words, 12, row(keep, 16, never, "*"), margins=(16, 12, 16, 14)),
            "subtle",
        )

    def _ask(self, of: str) -> None:
        self._asking = "" if self._asking == of else of
        self.turned.emit()

    def _drop(self, form: Form) -> None:
        self._close(form)
        self.turned.emit()

    def _close(self, form: Form) -> None:
        form.done()
        self._asking = ""

    def _below(self, one: PromiseView) -> str:
        who = one.who or self.tr("Somebody")
        if one.by_when is None:
            said = self.tr("{who} promised it.").format(who=who)
        else:
            said = self.tr("{who} promised it by {day}.").format(
                who=who, day=dates.short_day(one.by_when)
            )
        if one.follow_up is not None and one.follow_up.words.strip():
            return f"{said} \u201c{one.follow_up.words}\u201d"
        if one.passed and one.open:
            return self.tr("{said} The day has passed: say why today.").format(said=said)
        return said

    def _word(self, state: Kept) -> str:
        return {
            Kept.KEPT: self.tr("It happened"),
            Kept.NOT_YET: self.tr("Not yet"),
            Kept.NOT_KEPT: self.tr("Not kept"),
        }[state]


def _wishes(plan: SafetyPlan | None, answered: set[str]) -> list[PlanLine]:
    lines = () if plan is None else plan.standing
    return [one for one in lines if one.block in ASKED and one.id not in answered][:MOST_WISHES]


def _card(*items: Item) -> QFrame:
    return card(column(*items, margins=(24, 16, 24, 16)))
