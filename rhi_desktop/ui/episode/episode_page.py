"""Owns writing down a time away: who the child is, and last seen, reported, found, returned."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLayout, QWidget

from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.person import Case
from rhi_desktop.errors import Problem, RhiError
from rhi_desktop.ui import messages
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
    wrap,
)
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.workspace import Workspace

STOPS = "initials_missing", "born_unreadable"


class EpisodePage(Page):
    """A new child, a new time away of a known child, or the change of both.

    Saves the case and the episode together; every field but the initials may stay empty, and odd
    times are said, never corrected.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        self._ws, self._place = ws, place
        self._case, self._episode = _known(ws, shell, place)
        super().__init__(shell, self._case.reference if self._case else self.tr("New episode"))
        prefix = f"episode/{place.case_id or 'new'}/{place.episode_id or 'new'}"
        self._form = Form(ws, shell, prefix, self)
        self._fields = EpisodeFields(self._form, self._case, self._episode, self)
        self._summary = ErrorSummary()
        self._warned = False
        body = row(
            (card(self._fields.child_column()), 1), 24, (card(self._fields.time_column()), 1)
        )
        side = theme().margin
        content = column(self._head(), 18, self._summary, 12, body, 24, margins=(side, 20, side, 0))
        self.setLayout(column((scrolled(wrap(content)), 1), self._foot()))
        self.act(Menu.FILE, self.tr("Save this episode"), "Ctrl+Return", self._save)
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
        note = Text(self.tr("What you type is kept until you save it."), SMALL_QUIET)
        return bar(back, "*", note, 24, save)

    def _save(self) -> None:
        problems = self._fields.problems()
        stops = [one for one in problems if one.code in STOPS]
        if stops or (problems and not self._warned):
            # Odd times are said once; saving them again is the interviewer's own decision.
            self._warned = not stops
            self._show(problems)
            return
        try:
            case_id = self._keep()
            self._form.done()
        except RhiError as error:
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.changed(case_id)
        self.shell.go(Place(PageName.CASE, case_id))

    def _keep(self) -> CaseId:
        at, child = self.shell.moment(), self._fields.child()
        places = self._fields.places()
        if self._case is None:
            reference = casework.new_reference(at)
            case_id = casework.add_case(self._ws, NewCase(reference, child, *places), at)
        else:
            case_id = self._case.id
            changed = Case(case_id, self._case.reference, child, *places)
            if changed != self._case:
                casework.save_case(self._ws, changed, at)
        self._keep_episode(case_id)
        return case_id

    def _keep_episode(self, case_id: CaseId) -> None:
        at, now = self.shell.moment(), self._fields.episode()
        if self._episode is not None:
            if now != self._episode:
                casework.save_episode(self._ws, now, at)
            return
        new = NewEpisode(
            now.last_seen,
            now.reported,
            now.found,
            now.returned,
            now.accuracy,
            now.reported_by,
            now.police_reference,
            now.known_before,
        )
        casework.add_episode(self._ws, case_id, new, at)

    def _show(self, problems: list[Problem]) -> None:
        entries: list[Entry] = []
        for one in problems:
            words = messages.problem_words(one)
            target = self._fields.say(one, words)
            entries.append((words, partial(_to, target)))
        title = self.tr("%n thing(s) to look at. Save again to keep it so.", "", len(entries))
        if not self._warned:
            title = self.tr("%n thing(s) to look at first", "", len(entries))
        self._summary.show_entries(title, entries)

    def _back(self) -> None:
        page = PageName.CASE if self._place.case_id else PageName.CASES
        self.shell.go(Place(page, self._place.case_id))


def _known(ws: Workspace, shell: Shell, place: Place) -> tuple[Case | None, Episode | None]:
    if place.case_id is None:
        return None, None
    view = casework.open_case(ws, place.case_id, shell.moment().now)
    found = (one.episode for one in view.episodes if one.episode.id == place.episode_id)
    return view.case, next(found, None)


def _to(field: QWidget) -> None:
    field.setFocus()
