"""Owns the choice of who may see the plan: just me, or the people the child names."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.plan import SafetyPlan, Sight
from rhi_desktop.ui.child.flow import Flow, flow
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import CHILD, LARGE, QUIET, Button, Field, Text, sized

NAME_WIDE = 200


class WhoSees(QWidget):
    """Large buttons for people; none pressed means just the child. Emits `chosen` (names).

    People keep their places while they are pressed and let go; new names come at the end.
    """

    chosen = Signal(object)

    def __init__(self, plan: SafetyPlan | None, *, may_change: bool) -> None:
        super().__init__()
        self._may_change = may_change
        self.setAccessibleName(self.tr("Who may see my plan?"))
        names = plan.may_see if plan else ()
        no = plan.may_not_see if plan else ()
        offered = (self.tr("Social worker"), self.tr("School")) if may_change else ()
        self._people = [who for who in dict.fromkeys((*names, *offered)) if who not in no]
        self._seen = set(names)
        self._me = self._button(self.tr("Just me"), "see_just_me")
        self._me.clicked.connect(self._only_me)
        self._buttons: dict[str, Button] = {}
        self._asked = Text(self.tr("Who may see it?"), QUIET)
        self._add = Button(self.tr("Someone else"), "plain", "plus", size=CHILD)
        self._add.setObjectName("see_add")
        self._add.clicked.connect(self._ask)
        self._name = Field(name=self.tr("Who else may see it")).tall()
        self._name.setObjectName("field_see")
        self._name.setProperty("child", "true")
        self._name.setProperty("ring_radius", "card")
        self._name.returnPressed.connect(self._keep)
        self._take = Button(self.tr("Add"), "soft", "check", size=LARGE)
        self._take.setObjectName("keep_see")
        self._take.setAccessibleName(self.tr("Add this person"))
        self._take.clicked.connect(self._keep)
        self._flow: Flow = flow(self._asked, self._me, right=not theme().crowded)
        for who in self._people:
            self._flow.addWidget(self._person(who))
        for widget in (sized(self._name, NAME_WIDE), self._take, self._add):
            self._flow.addWidget(widget)
        self.setLayout(self._flow)
        self._typing(False)  # noqa: FBT003 - one switch
        self.show_seen(plan)

    def show_seen(self, plan: SafetyPlan | None) -> None:
        """Show who may see it now; who sees only a part stands so."""
        self._seen = set(plan.may_see if plan else ())
        for who, button in self._buttons.items():
            part = plan is not None and plan.sight_of(who) is Sight.PARTS
            button.setText(self.tr("{who}, in part").format(who=who) if part else who)
            button.updateGeometry()
        self._show()

    def _button(self, words: str, name: str) -> Button:
        button = Button(words, "plain", size=CHILD)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setEnabled(self._may_change)
        return button

    def _person(self, who: str) -> Button:
        button = self._button(who, f"see_{len(self._buttons) + 1}")
        button.clicked.connect(partial(self._turn, who))
        self._buttons[who] = button
        return button

    def _show(self) -> None:
        self._me.setChecked(not self._seen)
        for who, button in self._buttons.items():
            button.setChecked(who in self._seen)

    def _typing(self, on: bool) -> None:  # noqa: FBT001 - a setter of one switch
        self._name.setVisible(on)
        self._take.setVisible(on)
        self._add.setVisible(self._may_change and not on)

    def _only_me(self) -> None:
        self._seen.clear()
        self._tell()

    def _turn(self, who: str) -> None:
        on = self._buttons[who].isChecked()
        (self._seen.add if on else self._seen.discard)(who)
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.chosen.emit(tuple(who for who in self._people if who in self._seen))

    def _ask(self) -> None:
        self._typing(True)  # noqa: FBT003 - one switch
        self._name.setFocus()

    def _keep(self) -> None:
        who = self._name.text().strip()
        self._name.clear()
        self._typing(False)  # noqa: FBT003 - one switch
        if who:
            if who not in self._buttons:
                self._join(who)
            self._seen.add(who)
            self._tell()
        self._add.setFocus()

    def _join(self, who: str) -> None:
        before = list(self._buttons.values())[-1] if self._buttons else self._me
        self._people.append(who)
        button = self._person(who)
        self._flow.insert(len(self._people) + 1, button)
        button.show()
        # A widget made later would else be the last that Tab comes to.
        self.setTabOrder(before, button)
