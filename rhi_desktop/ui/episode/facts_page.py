"""Owns what is known beside any talk: about the child, and about one time away."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import EpisodeId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.forms import flow
from rhi_desktop.forms.model import AWAY, CHILD, Question
from rhi_desktop.ui.dates import short_day
from rhi_desktop.ui.episode.question_form import AnswerSource, QuestionForm
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    H1,
    QUIET,
    SMALL_LINE,
    SMALL_QUIET,
    Button,
    Item,
    Text,
    bar,
    column,
    row,
    scrolled,
    sized,
    wrap,
)
from rhi_desktop.workflow import casework, facts, packs
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.views import CaseView, EpisodeView
from rhi_desktop.workflow.workspace import Workspace

CONTENTS, FORM, GAP = 288, 860, 18
RING = 6
"""Room above the first heading for the ring of the focus, which no scroll area may cut."""


class FactsPage(Page):
    """The facts of a child, or with an episode those of one time away; each is kept at once.

    A list of the headings stands beside the form; nothing in it is required.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.case_id is None:
            raise ValueError("facts need a case")
        self._ws, self._case_id, self._episode_id = ws, place.case_id, place.episode_id
        view = casework.open_case(ws, place.case_id, shell.moment().now)
        super().__init__(shell, view.case.reference)
        self._view = view
        self._form = QuestionForm(shell, self._source(), self._asked())
        self._form.kept.connect(self._tell)
        self._contents: list[Button] = []
        self._side = wrap(self._list())
        self._area = self._columns()
        self.setLayout(column(self._head(), 18 - RING, (self._area, 1), self._foot()))
        self.act(Menu.FILE, self.tr("Back to the case"), "Alt+Left", self._back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring)

    def first_focus(self) -> QWidget | None:
        """The first heading of the list; the first answer where there is no room for a list."""
        shown = (one for one in self._contents if one.isVisibleTo(self))
        answers = (self._form.first_of(title) for title in self._form.groups())
        return next(shown, next((one for one in answers if one is not None), self._leave))

    def refresh(self) -> None:
        """Read the facts again."""
        self._form.refresh()

    def _asked(self) -> tuple[Question, ...]:
        section = CHILD if self._episode_id is None else AWAY
        return packs.questions(self._ws).of_section(section)

    def _source(self) -> AnswerSource:
        child = self._view.case.child
        return AnswerSource(
            f"facts/{self._case_id}/{self._episode_id or 'child'}",
            child.initials,
            child.language,
            self._stands,
            self._offered,
            self._put,
        )

    def _stands(self) -> tuple[Fact, ...]:
        return facts.facts_of(self._ws, self._case_id, self._episode_id)

    def _offered(self) -> Iterable[Question]:
        section = CHILD if self._episode_id is None else AWAY
        return flow.prompts(packs.questions(self._ws), self._stands(), section)

    def _put(self, given: NewAnswer, at: Moment) -> object:
        return facts.put_fact(self._ws, self._case_id, self._episode_id, given, at)

    def _tell(self) -> None:
        self.shell.changed(self._case_id)

    def _head(self) -> QWidget:
        case = self._view.case
        title = self.tr("About {child}").format(child=case.child.initials)
        if self._episode_id is not None:
            title = self.tr("About this time away")
        parts = [case.reference, *_when(self._view, self._episode_id)]
        about = Text(", ".join(parts), QUIET)
        side = theme().margin
        return wrap(column(Text(title, H1), 4, about, margins=(side, 20, side, 0)))

    def _list(self) -> QLayout:
        items: list[Item] = []
        for number, title in enumerate(self._form.groups()):
            if not title:
                continue
            link = Button(title, "link", size=SMALL_LINE)
            link.setObjectName(f"go_group_{number}")
            link.clicked.connect(partial(self._go, title))
            self._contents.append(link)
            items += [row(link, "*"), 2]
        return column(*items, "*")

    def _columns(self) -> QScrollArea:
        side = theme().margin
        frames = tuple(self._form.groups().values())
        nothing = Text(self.tr("There is nothing to ask here."), QUIET)
        form = wrap(column(*(frames or (nothing,)), 8, "*", gap=GAP))
        form.setMaximumWidth(theme().px(FORM))
        self._form.setLayout(column(form))
        return scrolled(
            wrap(
                row(
                    column(sized(self._side, CONTENTS), "*"),
                    (self._form, 1000),
                    "*",
                    gap=24,
                    margins=(side, RING, side, 0),
                )
            )
        )

    def _foot(self) -> QWidget:
        self._leave = Button(self.tr("Back to the case"), "link", size=SMALL_LINE)
        self._leave.setObjectName("back")
        self._leave.clicked.connect(self._back)
        words = self.tr("Nothing here is required. Every answer is kept at once.")
        details = Button(self.tr("Initials, birthday and times"), "link", size=SMALL_LINE)
        details.setObjectName("edit_episode")
        details.clicked.connect(self._details)
        right = Qt.AlignmentFlag.AlignRight
        self._note = Text(words, SMALL_QUIET, wrap=True, align=right)
        return bar(self._leave, 24, details, 24, (wrap(column("*", self._note, "*")), 1), height=48)

    def _go(self, title: str) -> None:
        target = self._form.first_of(title)
        frame = self._form.groups()[title]
        self._area.ensureWidgetVisible(frame, 0, theme().px(GAP))
        self._area.verticalScrollBar().setValue(frame.y())
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Whatever gets the focus comes in sight."""
        if new is not None and self._form.isAncestorOf(new):
            self._area.ensureWidgetVisible(new, 0, theme().px(40))

    def _details(self) -> None:
        away = self._episode_id
        if away is None and self._view.episodes:
            away = self._view.episodes[0].episode.id
        self.shell.go(Place(PageName.EPISODE, self._case_id, away))

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASE, self._case_id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """Without the list of headings where there is room for one column only."""
        super().resizeEvent(event)
        narrow = theme().narrow(self.width())
        self._side.setHidden(narrow)
        self._note.setHidden(narrow)


def _when(view: CaseView, episode_id: EpisodeId | None) -> list[str]:
    found: Iterable[EpisodeView] = (one for one in view.episodes if one.episode.id == episode_id)
    away = next(iter(found), None)
    if away is None:
        return []
    at = away.episode.returned or away.episode.last_seen
    return [] if at is None else [short_day(at)]
