"""Owns what stands on a paper: what is ticked for it, and what is off for a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.papers.card_fields import CardFields
from rhi_desktop.ui.papers.offers import (
    CODE_WORD,
    DRAWING,
    IN_COPY,
    KEPT,
    NAMED,
    OWN_PLAN,
    PLACES,
    SEERS,
    USUAL,
    copy_groups,
    letter_groups,
    number_groups,
    off_groups,
    plan_groups,
    why_all,
)
from rhi_desktop.ui.papers.papers_desk import PapersDesk
from rhi_desktop.ui.papers.tick_groups import TickGroup, TickGroups
from rhi_desktop.ui.widgets import SMALL, SMALL_QUIET, Text, column, labelled_field
from rhi_desktop.workflow import paper_sheets
from rhi_desktop.workflow.paper_sheets import Choice, Chosen, CopyChosen, LetterPart

TICKED = {
    GivenKind.PLAN: "on_plan",
    GivenKind.POCKET: "on_plan",
    GivenKind.CHILD_COPY: "in_copy",
    GivenKind.LETTER: "in_letter",
    GivenKind.LEAVE_BEHIND: "numbers",
}
"""Under which name the ticks of a paper are kept; the plan and its card say the same."""
PLANS = (GivenKind.PLAN, GivenKind.POCKET)
NUMBERED = (GivenKind.POCKET, GivenKind.LETTER)


class OnIt(QWidget):
    """Shows the ticks and fields of the paper in view. Emits `changed` after each of them."""

    changed = Signal()

    def __init__(self, desk: PapersDesk) -> None:
        super().__init__()
        self._desk = desk
        self._about = Text("", SMALL_QUIET, wrap=True)
        self._stale = Text("", SMALL.tint("notice"), wrap=True)
        self._stale.setObjectName("stale_numbers")
        self._ticks = TickGroups("on_it")
        self._ticks.ticked.connect(self._ticked)
        self._fields = CardFields(desk)
        self._fields.changed.connect(self.changed)
        self._form = Form(desk.ws, desk.shell, f"papers/{desk.matter.case.id}/plan", self)
        self._title = self._form.line("plan_title")
        self._form.restore()
        self._title.textEdited.connect(self.changed)
        self._titled = labelled_field(self.tr("Its title, as they want it"), self._title)
        self._title.setPlaceholderText(self.tr("My plan"))
        self._shown: GivenKind | None = None
        self._face = QVBoxLayout(self)
        self._face.setContentsMargins(0, 0, 0, 0)
        self._face.addLayout(
            column(
                self._titled, 12, self._about, 6, self._stale, 6, self._ticks, 10, self._fields, 18
            )
        )

    @property
    def choice(self) -> Choice:
        """What was chosen for the paper in view."""
        ticked = frozenset(self._ticks.chosen)
        plan = self._plan(ticked)
        copy = CopyChosen(kept=KEPT in ticked, plan=OWN_PLAN in ticked, named=NAMED in ticked)
        return Choice(ticked, self._fields.caller, plan, copy)

    def _plan(self, ticked: frozenset[str]) -> Chosen:
        return Chosen(
            self._title.text(),
            drawing=DRAWING in ticked,
            places=PLACES in ticked,
            code_word=CODE_WORD in ticked,
            named=NAMED in ticked,
            seers=SEERS in ticked,
        )

    def show_paper(self) -> None:
        """Show what there is to choose for the paper in view."""
        paper = self._desk.paper
        if paper is self._shown:
            return
        self._shown = paper
        self.read_again()

    def read_again(self) -> None:
        """Show anew what there is to choose: something was said or struck elsewhere."""
        paper = self._desk.paper
        groups, usual = self._groups(paper)
        kept = self._desk.kept.chosen(TICKED[paper], usual) if paper in TICKED else frozenset()
        self._ticks.show_groups(groups, kept)
        self._ticks.setHidden(not groups)
        said = why_all(paper, self._desk.child)
        self._about.setText(said)
        self._about.setHidden(not said)
        self._warn(paper)
        self._titled.setVisible(paper in PLANS)
        self._fields.show_for(paper)

    def _groups(self, paper: GivenKind) -> tuple[Sequence[TickGroup], frozenset[str]]:
        """What can be ticked, and what is until somebody chose."""
        desk = self._desk
        if paper in PLANS:
            return plan_groups(desk.matter), USUAL
        if paper is GivenKind.CHILD_COPY:
            return copy_groups(desk.matter), IN_COPY
        if paper is GivenKind.LETTER:
            items = paper_sheets.letter_offered(desk.matter)
            agreed = {one.id for one in items if one.part is LetterPart.AGREED and one.suggested}
            return letter_groups(items), frozenset(agreed)
        if paper is GivenKind.LEAVE_BEHIND:
            known = paper_sheets.numbers_offered(desk.ws, desk.shell.moment().now)
            return number_groups(known), frozenset(one.id for one in known if one.suggested)
        if paper is GivenKind.POCKET_DISCREET:
            # Nothing can be ticked for it; the ticks in view are still those of the paper before.
            chosen = self._plan(frozenset())
            return off_groups(paper_sheets.off_discreet(desk.matter, chosen)), frozenset()
        return (), frozenset()

    def _warn(self, paper: GivenKind) -> None:
        """Of old numbers on a paper on which they are not chosen one by one."""
        known = paper_sheets.numbers_offered(self._desk.ws, self._desk.shell.moment().now)
        old = paper in NUMBERED and any(one.stale for one in known)
        words = self.tr(
            "A number on it was last checked more than 180 days ago: ring it before you give it."
        )
        self._stale.setText(words if old else "")
        self._stale.setHidden(not old)

    def _ticked(self) -> None:
        if self._shown in TICKED:
            self._desk.kept.choose(TICKED[self._shown], self._ticks.chosen)
        self.changed.emit()
