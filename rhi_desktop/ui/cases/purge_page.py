"""Owns the page that removes a case: what to know, what goes and stays, and a deliberate act."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.cases import purge_words
from rhi_desktop.ui.places import HOME, PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import (
    BODY,
    H1,
    H3,
    LARGE,
    QUIET,
    Button,
    Field,
    Item,
    LabelledField,
    Steps,
    Text,
    bar,
    card,
    column,
    labelled_field,
    row,
    scrolled,
    wrap,
)
from rhi_desktop.workflow import purging
from rhi_desktop.workflow.workspace import Workspace

USUAL_WIDTH = 1366
TYPED = 320


class PurgePage(Page):
    """Removes one case once its reference was typed, and leads to the list with what came of it.

    No key does it, and no coloured button: the one that leads back is coloured. What stops it
    stands on top with a way to where it is settled. VaultError record_missing leaves it.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.case_id is None:
            raise ValueError("removing needs a case")
        self._ws, self._id = ws, place.case_id
        self._notes = purging.notes(ws, self._id, shell.moment().now)
        super().__init__(shell, self._notes.case.reference)
        self._typed = Field()
        self._typed.setObjectName("typed_reference")
        self._field = self._labelled()
        self._note = Text(self.tr("Nothing has been removed yet."), QUIET, wrap=True)
        self._sides = row((wrap(self._left()), 7), 40, (wrap(self._right()), 5))
        side = theme().margin
        body = column(self._head(), 20, self._sides, "*", margins=(side, 24, side, 24))
        self.setLayout(column((scrolled(wrap(body)), 1), self._foot()))
        self.act(Menu.FILE, self.tr("Back to the case"), "Alt+Left", self._back)
        self._arrange()

    def first_focus(self) -> QWidget | None:
        """The way back."""
        return self.findChild(QWidget, "back")

    def _labelled(self) -> LabelledField:
        words = self.tr("Type {reference} to remove it")
        words = words.format(reference=self._notes.case.reference)
        return labelled_field(words, self._typed, hint=self.tr("It cannot be undone here."))

    def _head(self) -> QWidget:
        case = self._notes.case
        who = self.tr("{reference}   {initials}")
        return wrap(
            column(
                Text(self.tr("Remove this case from this laptop"), H1, wrap=True),
                4,
                Text(who.format(reference=case.reference, initials=case.child.initials), QUIET),
            )
        )

    def _left(self) -> QBoxLayout:
        steps = Steps()
        steps.show_steps(purge_words.points(self._notes))
        ways = [self._way(stop.code) for stop in self._notes.stops]
        parts: list[Item] = [Text(self.tr("What to know first"), H3), 12, steps, *ways]
        if not self._notes.stops:
            parts += [20, self._asked()]
        return column(*parts, "*")

    def _asked(self) -> QWidget:
        self._field.setMaximumWidth(theme().px(TYPED))
        return wrap(row((self._field, 1), "*"))

    def _way(self, code: str) -> QWidget:
        waits = code == "purge_somebody_waits"
        words = self.tr("Go to immediate safety") if waits else self.tr("Go to the case")
        way = Button(words)
        way.setObjectName("to_safety" if waits else "to_case")
        page = PageName.SAFETY if waits else PageName.CASE
        way.clicked.connect(partial(self.shell.go, Place(page, self._id)))
        return wrap(row(way, "*", margins=(0, 8, 0, 0)))

    def _right(self) -> QBoxLayout:
        return column(
            _listed(self.tr("What is removed"), purge_words.goes(self._notes), "danger"),
            18,
            _listed(self.tr("What stays where it is"), purge_words.stays(), "surface"),
            "*",
        )

    def _foot(self) -> QWidget:
        back = Button(self.tr("Keep this case"), "primary", size=LARGE)
        back.setObjectName("back")
        back.clicked.connect(self._back)
        remove = Button(self.tr("Remove from this laptop"), "danger-plain", size=LARGE)
        remove.setObjectName("remove_case")
        remove.clicked.connect(self._remove)
        # Only ever hidden here: what is shown before it has a place is a window for a moment.
        if self._notes.stops:
            remove.hide()
        return bar((wrap(column("*", self._note, "*")), 1), remove, 12, back)

    def _remove(self) -> None:
        if not purging.same_reference(self._notes.case, self._typed.text()):
            words = self.tr("This is not the reference of this case. Nothing was removed.")
            self._field.say(words)
            self._typed.setFocus()
            return
        self._field.say("")
        self._note.setText(self.tr("Removing this case. A large vault takes a while."))
        # Painted before the window is busy with it.
        self.repaint()
        self.shell.autosave.flush()
        try:
            gone = purging.purge_case(self._ws, self._id, self.shell.moment())
        except RhiError as error:
            self._note.setText(self.tr("Nothing has been removed yet."))
            self.shell.refuse(error)
            return
        self.shell.saved()
        self.shell.go(HOME)
        self.shell.say(purge_words.removed(gone))

    def _back(self) -> None:
        self.shell.go(Place(PageName.CASE, self._id))

    def _arrange(self) -> None:
        narrow = theme().narrow(self.width() if self.isVisible() else USUAL_WIDTH)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column where there is room for one only."""
        super().resizeEvent(event)
        self._arrange()


def _listed(title: str, lines: tuple[str, ...], kind: str) -> QWidget:
    items: list[Item] = [Text(title, H3, wrap=True), 10]
    for line in lines:
        items += [row(Text("\u2022", BODY), 10, (Text(line, BODY, wrap=True), 1)), 6]
    return card(column(*items, margins=(24, 18, 24, 14)), kind)
