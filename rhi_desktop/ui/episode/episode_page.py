"""Owns writing down a time away: who the child is, and last seen, reported, found, returned."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.person import Case
from rhi_desktop.errors import Problem, RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.episode.episode_fields import EpisodeFields
from rhi_desktop.ui.episode.form import Form
from rhi_desktop.ui.episode.late_fields import LateFields, asks_why_late
from rhi_desktop.ui.episode.second_time import SecondTime
from rhi_desktop.ui.number_words import in_words
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    LARGE,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Entry,
    ErrorSummary,
    Text,
    bar,
    card,
    column,
    row,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.second_time import Which, filled_in, go_on_together
from rhi_desktop.workflow.views import CaseView, EpisodeView
from rhi_desktop.workflow.workspace import Workspace

LATE = "late"
"""The detail of a place that leads to the reason for being late."""
STOPS = (
    "initials_missing",
    "born_unreadable",
    "time_unreadable",
    "second_time_unsaid",
    "already_written",
)
"""What cannot be kept as it is typed: saving it would lose or overwrite something."""


class EpisodePage(Page):
    """A new child, a new time away of a known child, or the change of both.

    While a time away is open it is asked whether a new one is that same one, or another (rule 9).

    Saves the case and the episode together or neither; every field but the initials may stay
    empty. Times that are odd are said once and kept as they are; times that cannot be read are
    never dropped.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws, self._place = ws, place
        view = _read(ws, shell, place)
        self._case = view.case if view else None
        self._others = [one.episode for one in view.episodes] if view else []
        away = _asked_for(view, place.episode_id)
        self._episode = away.episode if away else None
        super().__init__(shell, self._case.reference if self._case else self.tr("New episode"))
        prefix = f"episode/{place.case_id or 'new'}/{place.episode_id or 'new'}"
        self._form = Form(ws, shell, prefix, self)
        self._fields = EpisodeFields(self._form, self._case, self._episode, self)
        self._late = _late(self._form, away, ws.profile.hours, self)
        self._second = None
        if view is not None and away is None and view.open_episodes:
            self._second = SecondTime(self._form, view.open_episodes, ws.profile.hours)
        self._summary = ErrorSummary()
        self._warned: list[Problem] = []
        self._gap = sized(QWidget(), height=16)
        self._gap.hide()
        self._note = Text(self.tr("What you type is kept until you save it."), SMALL_QUIET)
        right = column(card(self._fields.time_column()), 18, self._late_card(), "*")
        self._body = row((card(self._fields.child_column()), 1), 24, (wrap(right), 1))
        side, gap = theme().margin, 18 if self._second else None
        parts = (self._head(), 18, self._summary, self._gap, self._second, gap, self._body, 24)
        content = column(*parts, "*", margins=(side, 20, side, 0))
        self.setLayout(column((scrolled(wrap(content)), 1), self._foot()))
        self.act(Menu.FILE, self.tr("Save this episode"), "Ctrl+Return", self._save)
        self.act(Menu.FILE, self.tr("Back"), "Alt+Left", self._back)
        self._form.restore()

    def first_focus(self) -> QWidget | None:
        """What is asked first: which time away, why it is late, the initials, last seen."""
        if self._second is not None:
            return self._second.field.first
        if self._place.detail == LATE and self._late is not None:
            return self._late.select
        return self._fields.first()

    def _late_card(self) -> QWidget | None:
        if self._late is None:
            return None
        return card(column(self._late.panel(), margins=(24, 18, 24, 18)))

    def _head(self) -> QLayout:
        words = self.tr("New episode") if self._episode is None else self.tr("Change details")
        about = self.tr("Only the initials are needed. Leave empty what nobody knows.")
        return column(Text(words, H1), 4, Text(about, QUIET))

    def _foot(self) -> QWidget:
        back = Button(self.tr("Back"), "link", size=SMALL_LINE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        save = Button(self.tr("Save this episode"), "primary", hint="Ctrl Enter", size=LARGE)
        save.setObjectName("save_episode")
        save.clicked.connect(self._save)
        return bar(back, "*", self._note, 24, save)

    def _save(self) -> None:
        problems = self._problems()
        stops = [one for one in problems if one.code in STOPS]
        if stops or (problems and problems != self._warned):
            # Odd times are said once; saving them again is the interviewer's own decision.
            self._warned = [] if stops else problems
            self._show(problems)
            return
        try:
            case_id = self._keep()
        except RhiError as error:
            self.shell.refuse(error)
            return
        self._form.done()
        self.shell.saved()
        self.shell.changed(case_id)
        self.shell.go(Place(PageName.CASE, case_id))

    def _problems(self) -> list[Problem]:
        now, away, others = self.shell.moment().now, self._fields.episode(), self._others
        against: tuple[str, ...] = ()
        if self._second is not None and self._which is Which.SAME:
            same = self._second.newest.episode
            away, against = filled_in(same, _new(away))
            others = [one for one in others if one.id != same.id]
        found = self._fields.problems(away, others, now)
        if self._second is not None and self._which is None:
            found.insert(0, Problem("second_time_unsaid", "second_time"))
        return [*found, *(Problem("already_written", name) for name in against)]

    @property
    def _which(self) -> Which | None:
        return self._second.which if self._second is not None else None

    def _keep(self) -> CaseId:
        at, child, away = self.shell.moment(), self._fields.child(), self._fields.episode()
        places = self._fields.places()
        if self._case is None:
            new = NewCase(casework.new_reference(at), child, *places)
            return casework.open_file(self._ws, new, _new(away), at)
        case = Case(self._case.id, self._case.reference, child, *places)
        changed = case if case != self._case else None
        if self._episode is not None:
            if self._late is not None:
                away = self._late.onto(away)
            away_changed = away if away != self._episode else None
            casework.correct(self._ws, changed, away_changed, at)
        elif self._second is not None and self._which is Which.SAME:
            more, _ = filled_in(self._second.newest.episode, _new(away))
            casework.correct(self._ws, changed, more, at)
        elif self._which is Which.TOGETHER:
            go_on_together(self._ws, case.id, changed, _new(away), at)
        else:
            casework.go_on_with(self._ws, case.id, changed, _new(away), at)
        return case.id

    def _show(self, problems: list[Problem]) -> None:
        self._fields.hush()
        entries: list[Entry] = []
        for one in problems:
            words = messages.problem_words(one)
            if self._second is not None and one.where == self._second.field.objectName():
                target = self._second.field.first
                self._second.field.say(words)
            else:
                target, words = self._fields.say(one, words)
            entries.append((words, partial(_to, target)))
        self._gap.show()
        self._summary.show_entries(self._title(len(entries)), entries)

    def _title(self, count: int) -> str:
        if count == 1:
            first = self.tr("One thing to look at first")
            again = self.tr("One thing to look at. Save again to keep it so.")
        else:
            number = in_words(count)
            first = self.tr("{number} things to look at first").format(number=number)
            again = self.tr("{number} things to look at. Save again to keep them so.")
            again = again.format(number=number)
        return again if self._warned else first

    def _back(self) -> None:
        page = PageName.CASE if self._place.case_id else PageName.CASES
        self.shell.go(Place(page, self._place.case_id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """The child first, the time away below, where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if narrow else right)
        self._note.setHidden(narrow)


def _read(ws: Workspace, shell: Shell, place: Place) -> CaseView | None:
    if place.case_id is None:
        return None
    return casework.open_case(ws, place.case_id, shell.moment().now)


def _asked_for(view: CaseView | None, episode_id: EpisodeId | None) -> EpisodeView | None:
    episodes = view.episodes if view is not None else ()
    return next((one for one in episodes if one.episode.id == episode_id), None)


def _late(form: Form, away: EpisodeView | None, hours: int, parent: QObject) -> LateFields | None:
    if away is None or not asks_why_late(away):
        return None
    return LateFields(form, away.episode, hours, parent)


def _new(away: Episode) -> NewEpisode:
    return NewEpisode(
        away.last_seen,
        away.reported,
        away.found,
        away.returned,
        away.accuracy,
        away.reported_by,
        away.police_reference,
        away.known_before,
    )


def _to(field: QWidget) -> None:
    field.setFocus()
