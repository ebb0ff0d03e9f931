"""Owns writing down a time away: who the child is, and last seen, reported, found, returned."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.person import Case
from rhi_desktop.errors import Problem, RhiError
from rhi_desktop.ui import messages
from rhi_desktop.ui.counting import in_words
from rhi_desktop.ui.episode.episode_fields import EpisodeFields
from rhi_desktop.ui.episode.form import Form
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
from rhi_desktop.workflow.workspace import Workspace

STOPS = "initials_missing", "born_unreadable", "time_unreadable"
"""What cannot be kept as it is typed: saving it would lose it."""


class EpisodePage(Page):
    """A new child, a new time away of a known child, or the change of both.

    Saves the case and the episode together or neither; every field but the initials may stay
    empty. Times that are odd are said once and kept as they are; times that cannot be read are
    never dropped.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws, self._place = ws, place
        self._case, self._episode = _known(ws, shell, place)
        super().__init__(shell, self._case.reference if self._case else self.tr("New episode"))
        prefix = f"episode/{place.case_id or 'new'}/{place.episode_id or 'new'}"
        self._form = Form(ws, shell, prefix, self)
        self._fields = EpisodeFields(self._form, self._case, self._episode, self)
        self._summary = ErrorSummary()
        self._warned: list[Problem] = []
        self._gap = sized(QWidget(), height=16)
        self._gap.hide()
        self._note = Text(self.tr("What you type is kept until you save it."), SMALL_QUIET)
        self._body = row(
            (card(self._fields.child_column()), 1), 24, (card(self._fields.time_column()), 1)
        )
        side = theme().margin
        content = column(
            self._head(),
            18,
            self._summary,
            self._gap,
            self._body,
            24,
            "*",
            margins=(side, 20, side, 0),
        )
        self.setLayout(column((scrolled(wrap(content)), 1), self._foot()))
        self.act(Menu.FILE, self.tr("Save this episode"), "Ctrl+Return", self._save)
        self.act(Menu.FILE, self.tr("Back"), "Alt+Left", self._back)
        self._form.restore()

    def first_focus(self) -> QWidget | None:
        """The initials of a new child, or the time last seen."""
        return self._fields.first()

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
        problems = self._fields.problems()
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

    def _keep(self) -> CaseId:
        at, child, away = self.shell.moment(), self._fields.child(), self._fields.episode()
        places = self._fields.places()
        if self._case is None:
            new = NewCase(casework.new_reference(at), child, *places)
            return casework.open_file(self._ws, new, _new(away), at)
        case = Case(self._case.id, self._case.reference, child, *places)
        changed = case if case != self._case else None
        if self._episode is None:
            casework.go_on_with(self._ws, case.id, changed, _new(away), at)
        else:
            away_changed = away if away != self._episode else None
            casework.correct(self._ws, changed, away_changed, at)
        return case.id

    def _show(self, problems: list[Problem]) -> None:
        self._fields.hush()
        entries: list[Entry] = []
        for one in problems:
            target, words = self._fields.say(one, messages.problem_words(one))
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


def _known(ws: Workspace, shell: Shell, place: Place) -> tuple[Case | None, Episode | None]:
    if place.case_id is None:
        return None, None
    view = casework.open_case(ws, place.case_id, shell.moment().now)
    found = (one.episode for one in view.episodes if one.episode.id == place.episode_id)
    return view.case, next(found, None)


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
