"""Owns one line of an earlier plan: keep it, change it, or not any more, and whether it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.plan import Agreed, PlanLine
from rhi_desktop.ui.child.choice import Choice
from rhi_desktop.ui.child.flow import flow
from rhi_desktop.ui.child.plan_words import agreed_choice, author_words
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.widgets import (
    CHILD,
    QUIET,
    SAID,
    SMALL_QUIET,
    TINY,
    Button,
    Text,
    card,
    column,
    row,
    wrap,
)


class EarlierLine(QWidget):
    """An earlier line and what became of it. Emits `kept`, `changed`, `gone`, `agreed` (Agreed).

    `now` is the line that it was brought forward to, None while nobody decided.
    """

    kept = Signal()
    changed = Signal()
    gone = Signal()
    agreed = Signal(object)

    def __init__(self, number: int, title: str, earlier: PlanLine, now: PlanLine | None) -> None:
        super().__init__()
        self.setAccessibleName(earlier.words)
        said = now if now is not None and now.struck_at is None else earlier
        words = column(
            "*",
            Text(title, SMALL_QUIET, wrap=True), 2,
            Text(said.words, SAID, wrap=True),
            Text(author_words(said), TINY, wrap=True),
            "*",
        )  # fmt: skip
        asking = self._asking(number, now) if now is not None and now.struck_at is None else None
        acts = wrap(column("*", flow(*self._acts(number, now)), 8 if asking else 0, asking, "*"))
        body = row((words, 2), 24, (acts, 3), margins=(24, 14, 24, 14))
        self.setLayout(column(card(body, "child")))

    def _acts(self, number: int, now: PlanLine | None) -> list[QWidget]:
        kept = now is not None and now.struck_at is None
        out = now is not None and now.struck_at is not None
        keep = self._act(self.tr("Keep it"), "check", f"keep_{number}", on=kept)
        keep.clicked.connect(self.kept)
        change = self._act(self.tr("Change it"), "pencil", f"change_{number}", on=False)
        change.setCheckable(False)
        change.clicked.connect(self.changed)
        gone = self._act(self.tr("Not any more"), "minus", f"gone_{number}", on=out)
        gone.clicked.connect(self.gone)
        return [keep, change, gone]

    def _asking(self, number: int, now: PlanLine) -> QWidget:
        choices = [(one.value, agreed_choice(one)) for one in Agreed]
        names = [f"agree_{number}_{one.value}" for one in Agreed]
        asked = self.tr("Do I agree with this?")
        choice = Choice(asked, choices, names, now.agreed.value)
        choice.chosen.connect(lambda value: self.agreed.emit(Agreed(value)))
        return wrap(flow(Text(asked, QUIET), choice, gap=12))

    def _act(self, words: str, icon: IconName, name: str, *, on: bool) -> Button:
        button = Button(words, "plain", icon, size=CHILD)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(on)
        return button
