"""Owns the people page: picture and table of who and what was named, and the card of each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.entity import Entity, EntityKind
from rhi_desktop.domain.ids import EpisodeId
from rhi_desktop.ui.analysis.card_panel import CardPanel
from rhi_desktop.ui.analysis.line_picker import LinePicker
from rhi_desktop.ui.analysis.names_offered import NamesOffered
from rhi_desktop.ui.analysis.network import MOST, Scene, known_voices
from rhi_desktop.ui.analysis.people_body import PeopleBody
from rhi_desktop.ui.analysis.people_desk import PeopleDesk
from rhi_desktop.ui.analysis.people_parts import PeopleHead, PictureCard, table_card, turn_words
from rhi_desktop.ui.analysis.people_table import PeopleTable
from rhi_desktop.ui.analysis.same_name import SameNameCard
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.widgets import QUIET, Text, announce, column, wrap
from rhi_desktop.workflow.analysis_entries import NewEntity
from rhi_desktop.workflow.naming import NameHeard, SameName
from rhi_desktop.workflow.workspace import Workspace


class PeoplePage(Page):
    """Who and what was named in a case, over all its times away. `detail` is a card to begin with.

    Picture and table show the same choice. A name gets a card when a person makes one; the same
    name in another case is a question.
    """

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        if place.case_id is None:
            raise ValueError("people and places need a case")
        self.desk = PeopleDesk(ws, shell, place.case_id)
        super().__init__(shell, self.desk.reference)
        self._place = place
        self._narrow = theme().crowded
        self._picture_shown = not self._narrow
        self.head = PeopleHead(self.desk.reference, self.desk.child, self._episodes())
        self.picture = PictureCard()
        self.table = PeopleTable(self.tr("People and places"))
        self._nothing = Text("", QUIET, wrap=True)
        self._bare = wrap(column(self._nothing, margins=(20, 6, 20, 14)))
        self.names = NamesOffered()
        self.same = SameNameCard()
        self.picker = LinePicker(self.desk.child)
        self.panel = CardPanel(self.desk)
        self._scene = Scene(self.desk.child, (), (), ())
        self._body = self._lay_out()
        self._connect()
        self._offer()
        self._arrange()
        self._show()
        self.table.choose_card(place.detail)

    def first_focus(self) -> QWidget | None:
        """The form that is open, the table, or what can be done first."""
        if self.panel.form is not None:
            return self.panel.form.name
        if self.table.rows and self.table.isVisibleTo(self):
            return self.table
        return self.head.new

    def standing(self, place: Place) -> Place:
        """The card that is chosen: Immediate safety and a lock lead back to it."""
        row = self.table.row
        return place if row is None else replace(place, detail=row.entity.id)

    def refresh(self) -> None:
        """Read the cards again."""
        self.desk.reload()
        self._show()

    def turn(self) -> None:
        """Picture and table, or the table alone; on a narrow page one of them."""
        self._picture_shown = not self._picture_shown
        self._arrange()
        shown = self.table if self.table.isVisibleTo(self) else self.head.turn
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_card(self, entity: Entity | None, new: NewEntity) -> None:
        """Open the form of a card beside the picture."""
        self.panel.open(entity, new)
        self._arrange()
        self._show()
        self.panel.focus()

    def _episodes(self) -> list[tuple[str, str]]:
        words = self.tr("Time away {number}")
        found = sorted(self.desk.numbers.items(), key=lambda one: one[1])
        return [(one, words.format(number=number)) for one, number in found]

    def _lay_out(self) -> PeopleBody:
        table = table_card(self.table, self._bare)
        body = PeopleBody(self.picture, table, self.panel, (self.names, self.same))
        self._whole = wrap(column(self.head, (body, 1)))
        self.setLayout(column((self._whole, 1), (self.picker, 1)))
        return body

    def _connect(self) -> None:
        self.head.asked_turn.connect(self.turn)
        self.head.asked_new.connect(lambda: self.open_card(None, NewEntity(EntityKind.PERSON, "")))
        self.head.asked_undo.connect(self._undo)
        self.head.episode.activated.connect(lambda _index: self._show())
        self.picture.network.chosen.connect(self.table.choose_card)
        self.table.moved.connect(self._choose)
        self.table.opened.connect(lambda _row: self._open_chosen())
        self.names.wanted.connect(self._make)
        self.panel.closed.connect(self._close)
        self.panel.struck.connect(self._offer_back)
        self.panel.asked_lines.connect(self._ask_lines)
        self.same.not_same.connect(self._not_same)
        self.same.left_open.connect(self._leave_open)
        self.desk.changed.connect(self._show)
        self.picker.picked.connect(self._picked)
        self.picker.dropped.connect(self._close_picker)

    def _offer(self) -> None:
        self.act(Menu.VIEW, self.tr("Picture or table"), "F6", self.turn)
        self.act(Menu.EDIT, self.tr("Put back what was taken out"), "Ctrl+Z", self._undo)
        self.act(Menu.CONVERSATION, self.tr("Change the card"), "F2", self._open_chosen)
        self.act(Menu.CONVERSATION, self.tr("Back"), "Alt+Left", self._leave)

    def _arrange(self) -> None:
        form, picture = self.panel.form is not None, self._picture_shown
        self._body.arrange(picture=picture, form=form, narrow=self._narrow)
        self.head.show_turn(turn_words(picture=picture, narrow=self._narrow))

    def _show(self) -> None:
        chosen = self.head.episode.value()
        rows = self.desk.rows(EpisodeId(chosen) if chosen else None)
        self.table.show_rows(rows)
        self.table.fit(whole=self._narrow)
        self._nothing.setText(_nothing_words(filtered=bool(chosen)))
        self._bare.setVisible(not rows)
        ties, same = self.desk.ties(rows), self.desk.same
        scene = Scene(self.desk.child, rows, ties, same)
        here = self.table.row.entity.id if self.table.row else None
        self.picture.network.show_scene(scene, here)
        voices = known_voices(rows, ties)
        more = len(rows) - MOST
        self.picture.show_legend(voices, self.desk.child, asked=bool(same), more=more)
        self._scene = scene
        self.names.show_names(self.desk.names if self.panel.form is None else ())
        self.same.show_question(same[0] if same and self.panel.form is None else None)

    def _choose(self, card_id: str) -> None:
        here = next((row for row in self.table.rows if row.entity.id == card_id), None)
        if here is not None:
            self.picture.network.show_scene(self._scene, here.entity.id)
        if self._narrow:
            self._body.reveal(self.table, self.table.visualRect(self.table.currentIndex()))

    def _open_chosen(self) -> None:
        if self.table.row is not None and self.panel.form is None:
            entity = self.table.row.entity
            self.open_card(entity, NewEntity(entity.kind, entity.name))

    def _make(self, name: NameHeard) -> None:
        self.open_card(None, NewEntity(name.kind, name.name))

    def _offer_back(self) -> None:
        self.head.show_undo(offered=True)
        announce(self, self.tr("A card was taken out. You can put it back."))

    def _undo(self) -> None:
        self.head.show_undo(offered=False)
        self.desk.undo()

    def _not_same(self, about: SameName) -> None:
        self.desk.not_same(about)
        self._into_table()

    def _leave_open(self, about: SameName) -> None:
        self.desk.leave_open(about)
        self._into_table()

    def _into_table(self) -> None:
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self, kept: str) -> None:
        self._arrange()
        self._show()
        if kept:
            self.table.choose_card(kept)
        back = None if kept else self.panel.opener(self)
        (back or self.first_focus() or self.head.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_lines(self) -> None:
        if self.panel.form is not None:
            self._whole.hide()
            lines = [one.line for one in self.desk.heard]
            form = self.panel.form
            self.picker.ask(form.written().name, lines, form.line_ids)

    def _picked(self, ids: object) -> None:
        if isinstance(ids, tuple):
            self.panel.take_lines(ids)
        self._close_picker()

    def _close_picker(self) -> None:
        self.picker.hide()
        self._whole.show()
        self.panel.focus_lines()

    def _leave(self) -> None:
        if self.panel.form is not None:
            self.panel.leave()
            return
        page = PageName.ANALYSIS if self._place.interview_id else PageName.CASE
        self.shell.go(Place(page, self.desk.id, interview_id=self._place.interview_id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - overrides Qt
        """One column when there is room for no more."""
        super().resizeEvent(event)
        narrow = theme().crowded or theme().narrow(self.width())
        if narrow != self._narrow:
            self._narrow = narrow
            self._picture_shown = not narrow
            self._arrange()
        self.table.fit(whole=narrow)


def _nothing_words(*, filtered: bool) -> str:
    translate = QCoreApplication.translate
    if filtered:
        return translate("people", "No line of this time away names anybody with a card.")
    return translate(
        "people", "No card yet. A card is made from a name tagged in a line, or by hand."
    )
