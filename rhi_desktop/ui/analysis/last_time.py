"""Owns "asked last time": what adults said they would do, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from rhi_desktop.domain.action import Kept
from rhi_desktop.ui import dates
from rhi_desktop.ui.analysis.analysis_words import kept_word
from rhi_desktop.ui.analysis.desk import AnalysisDesk
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.icons import IconName
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    SMALL_LINE,
    SMALL_QUIET,
    STRONG,
    Button,
    Chip,
    Item,
    Text,
    column,
    empty,
    hline,
    labelled_field,
    row,
    wrap,
)
from rhi_desktop.workflow.following import PromiseView

_TONES: Mapping[Kept, tuple[str, IconName]] = {
    Kept.KEPT: ("good", "check"),
    Kept.NOT_YET: ("plain", "clock"),
    Kept.NOT_KEPT: ("notice", "x"),
}


class LastTime(QFrame):
    """The promises of before. An answer is added, never changed; the newest one is shown."""

    def __init__(self, desk: AnalysisDesk) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.setAccessibleName(self.tr("Asked last time"))
        self._desk = desk
        self._form: _KeptForm | None = None
        self._inside = column(margins=(24, 14, 24, 12))
        self.setLayout(self._inside)

    def show_promises(self) -> None:
        """Read them again; without any there is nothing to show."""
        found = self._desk.last_time()
        form = self._form
        if form is not None:
            form.setParent(self)
        empty(self._inside)
        self.setHidden(not found)
        if found:
            self._inside.addLayout(self._rows(found))
        if form is not None:
            form.show()

    def _rows(self, found: Sequence[PromiseView]) -> QLayout:
        words = self.tr("What adults said they would do. Say what became of it.")
        items: list[Item] = [
            row(Text(self.tr("Asked last time"), STRONG), 14, Text(words, SMALL_QUIET), "*")
        ]
        if theme().crowded:
            items = [Text(self.tr("Asked last time"), STRONG)]
        for number, one in enumerate(found, start=1):
            items += [6, hline() if number > 1 else None, 6]
            items.append(self._one(one, number))
        return column(*items)

    def _one(self, one: PromiseView, number: int) -> QLayout:
        said = one.follow_up
        chip = None
        if said is not None:
            tone, icon = _TONES[said.state]
            chip = Chip(kept_word(said.state), tone, icon)
        elif one.passed:
            chip = Chip(self.tr("The day has passed"), "notice", "clock")
        answer = Button(
            self.tr("Say more") if said else self.tr("What became of it?"), "link", size=SMALL_LINE
        )
        answer.setObjectName(f"follow_up_{number}")
        answer.setAccessibleName(self.tr("What became of promise {n}?").format(n=number))
        answer.clicked.connect(lambda: self._open(one))
        words, who = (
            Text(one.promise, BODY, wrap=True),
            Text(self._who(one), SMALL_QUIET, wrap=True),
        )
        marked = wrap(row("*", chip))
        if not theme().crowded:
            marked.setMinimumWidth(theme().px(168))
        end = column(row(marked, 16, answer), "*")
        below: list[Item] = []
        if theme().crowded:
            head = row((column(words, 2, who, "*"), 1), 16, end)
        else:
            head = row((column(2, words, "*"), 6), 16, (column(4, who, "*"), 5), 16, end)
        if said is not None and said.words:
            quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{said.words}\N{RIGHT DOUBLE QUOTATION MARK}"
            below.append(Text(quoted, BODY, wrap=True))
        if self._form is not None and self._form.about.of == one.of:
            below += [10, self._form]
        return column(head, *below)

    def _who(self, one: PromiseView) -> str:
        day = dates.day_and_month(one.promised_at)
        made = self.tr("promised on {day}") if one.from_plan else self.tr("agreed on {day}")
        parts = [one.who or self.tr("Nobody named"), made.format(day=day)]
        if one.by_when is not None:
            parts.append(self.tr("by {day}").format(day=dates.short_day(one.by_when)))
        return ", ".join(parts)

    def _open(self, one: PromiseView) -> None:
        self._form = _KeptForm(self._desk, one)
        self._form.kept.connect(self._close)
        self._form.dropped.connect(self._close)
        self.show_promises()
        self._form.choice.first.setFocus()

    def _close(self) -> None:
        number = 1
        if self._form is not None:
            found = [one.of for one in self._desk.last_time()]
            number = found.index(self._form.about.of) + 1
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        self.show_promises()
        again = self.findChildren(Button, f"follow_up_{number}")
        if again:
            again[-1].setFocus()


class _KeptForm(QWidget):
    """One answer being given. Emits `kept` and `dropped`."""

    kept = Signal()
    dropped = Signal()

    def __init__(self, desk: AnalysisDesk, about: PromiseView) -> None:
        super().__init__()
        self.about, self._desk = about, desk
        self._form = Form(desk.ws, desk.shell, f"analysis/{desk.id}/kept/{about.of}", self)
        states = {one.value: kept_word(one) for one in Kept}
        self.choice = self._form.choice(
            ChoiceField("kept_state", self.tr("What became of it?"), states)
        )
        self._words = self._form.line("kept_words")
        said = self.tr("What {child} or the adult says about it").format(child=desk.child)
        words = labelled_field(said, self._words, optional=self.tr("if anything"))
        keep = Button(self.tr("Keep it"), "soft", "check")
        keep.setObjectName("keep_follow_up")
        keep.clicked.connect(self._keep)
        drop = Button(self.tr("Never mind"), "quiet")
        drop.setObjectName("drop_follow_up")
        drop.clicked.connect(self._drop)
        self.setLayout(column(self.choice, 8, words, 8, wrap(row(keep, 4, drop, "*"))))
        self._form.restore()

    def _keep(self) -> None:
        if not self.choice.value():
            self.choice.say(self.tr("Choose one."))
            self.choice.first.setFocus()
            return
        state = Kept(self.choice.value())
        if self._desk.follow_up(self.about, state, self._words.text().strip()):
            self._form.done()
            self.kept.emit()

    def _drop(self) -> None:
        self._form.done()
        self.dropped.emit()
