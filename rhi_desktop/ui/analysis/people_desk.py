"""Owns the cards that the people page shows: every act is committed at once, or said in words."""

from __future__ import annotations

from dataclasses import fields, replace

from rhi_desktop.domain.entity import Entity
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.ui.act_desk import ActDesk
from rhi_desktop.ui.analysis.people_rows import CardRow, Tie, card_rows, ties
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import casework, naming
from rhi_desktop.workflow.analysis_entries import NewEntity
from rhi_desktop.workflow.naming import HeardLine, NameHeard, SameName
from rhi_desktop.workflow.workspace import Workspace


class PeopleDesk(ActDesk):
    """The cards of one case. Emits `changed` after each act; a refused act changes nothing."""

    def __init__(self, ws: Workspace, shell: Shell, case_id: CaseId) -> None:
        super().__init__(ws, shell)
        self.id = case_id
        self._taken: list[Entity] = []
        self._open: list[tuple[str, str]] = []
        self.reload()

    def reload(self) -> None:
        """Read the case again."""
        self._view = casework.open_case(self.ws, self.id, self.shell.moment().now)
        self.heard: tuple[HeardLine, ...] = naming.heard_lines(self.ws, self.id)
        self.numbers = naming.episode_numbers(self.ws, self.id)
        self.cards: tuple[Entity, ...] = naming.entities(self.ws, self.id)
        self.names: tuple[NameHeard, ...] = naming.names_without_card(self.ws, self.id)
        self._same = naming.same_names(self.ws, self.id)

    @property
    def reference(self) -> str:
        """The reference of the case."""
        return self._view.case.reference

    @property
    def child(self) -> str:
        """What pages call the child: initials only."""
        return self._view.case.child.initials

    @property
    def same(self) -> tuple[SameName, ...]:
        """The questions that nobody left open or answered since the page opened."""
        return tuple(one for one in self._same if (one.ours.id, one.theirs.id) not in self._open)

    def rows(self, only: EpisodeId | None) -> tuple[CardRow, ...]:
        """The cards with what was heard of each; of one time away those it tells of."""
        return card_rows(self.cards, self.heard, self.numbers, self.child, only)

    def ties(self, rows: tuple[CardRow, ...]) -> tuple[Tie, ...]:
        """Which cards one and the same line names."""
        return ties(rows)

    def keep(self, card: Entity | None, new: NewEntity) -> Entity | None:
        """Make a card, or keep what was changed on one; None when it was refused."""
        if card is None:
            return self.do(lambda at: naming.add_entity(self.ws, self.id, new, at))
        given = {one.name: getattr(new, one.name) for one in fields(new)}
        changed = replace(card, **given)
        return self.do(lambda at: naming.change_entity(self.ws, changed, at))

    def strike(self, card: Entity) -> bool:
        """Take a card out; False when it was refused."""
        done = self.do(lambda at: naming.strike_entity(self.ws, card, at)) is not None
        if done:
            self._taken.append(card)
        return done

    def undo(self) -> None:
        """Put back the card that was taken out last."""
        if self._taken:
            card = self._taken.pop()
            self.do(lambda at: naming.restore_entity(self.ws, card, at))

    def not_same(self, about: SameName) -> None:
        """A person says that two cards are not the same."""
        self.do(lambda at: naming.not_the_same(self.ws, about, at))

    def leave_open(self, about: SameName) -> None:
        """Ask no more while this page is open; nothing is written."""
        self._open.append((about.ours.id, about.theirs.id))
        self.changed.emit()
