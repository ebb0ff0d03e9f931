"""Owns the actions that follow from no view: from an indicator, or from themselves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from rhi_desktop.domain.action import Action
from rhi_desktop.ui.analysis.action_form import ActionForm
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.analysis.thread_card import action_rows, change_link, small_link
from rhi_desktop.ui.widgets import (
    SMALL_QUIET,
    STRONG,
    Item,
    Text,
    column,
    empty,
    hline,
    row,
    sized,
    wrap,
)

FORM_WIDE = 460


class LooseActions(QFrame):
    """Emits `asked_action` with an Action to change, or None for a new one."""

    asked_action = Signal(object)

    def __init__(self, desk: AnalysisDesk) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.setAccessibleName(self.tr("What else we will do"))
        self._desk = desk
        self._inside = column(margins=(24, 18, 24, 16))
        self.setLayout(self._inside)

    def show_actions(self, form: ActionForm | None) -> None:
        """Read them again; `form` stands here when it belongs to none of the views."""
        empty(self._inside)
        found = self._desk.actions(None)
        here = form if form is not None and self._alone(form) else None
        self.setHidden(not found and here is None and not self._desk.may_change)
        whole = wrap(column(*self._rows(found, here)))
        self._inside.addWidget(whole)
        whole.show()

    def _alone(self, form: ActionForm) -> bool:
        return form.thread_id not in {one.id for one in self._desk.threads}

    def _rows(self, found: tuple[Action, ...], form: ActionForm | None) -> list[Item]:
        items: list[Item] = [Text(self.tr("What else we will do"), STRONG), 8]
        for one in found:
            items += [hline(), 12]
            if form is not None and form.action == one:
                items += [row(sized(form, FORM_WIDE), "*"), 12]
                continue
            items += [self._for(one), self._one(one), 12]
        if form is not None and form.action is None:
            items.append(row(sized(form, FORM_WIDE), "*"))
        elif self._desk.may_change:
            add = small_link(self.tr("Add an action without a view"), "plus")
            add.setObjectName("add_loose_action")
            add.clicked.connect(lambda: self.asked_action.emit(None))
            items.append(row(add, "*"))
        return items

    def _one(self, one: Action) -> Item:
        change = None
        if self._desk.may_change:
            change = change_link(one)
            change.clicked.connect(lambda: self.asked_action.emit(one))
        return action_rows(self._desk, one, change)

    def _for(self, one: Action) -> Item:
        named = [c.wording for c in self._desk.account.concerns if c.id in one.concern_ids]
        if not named:
            return None
        words = self.tr("Because of: {indicators}").format(indicators="; ".join(named))
        return Text(words, SMALL_QUIET, wrap=True)
