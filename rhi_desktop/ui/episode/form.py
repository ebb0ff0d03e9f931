"""Owns a form whose fields are kept while they are typed: names, drafts, and their return."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.episode.choice_field import ChoiceField
from rhi_desktop.ui.episode.moment_field import MomentField
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Field, Select, TextArea
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.workspace import Workspace

Filled = Field | TextArea | Select | ChoiceField
T = TypeVar("T", Field, TextArea, Select, ChoiceField)
C = TypeVar("C", bound=ChoiceField)


class Form(QObject):
    """The fields of one form by name. What is filled in goes to autosave under `prefix/name`.

    `restore` puts drafts back over what the fields show; `done` lets the drafts go after a save,
    also those that the disk did not take yet, so that nothing leaks into the next form. Emits
    `told` whenever an answer was chosen.
    """

    told = Signal()

    def __init__(self, ws: Workspace, shell: Shell, prefix: str, parent: QObject) -> None:
        super().__init__(parent)
        self._ws, self._shell, self._prefix = ws, shell, prefix
        self._fields: dict[str, Filled] = {}
        self._moments: list[MomentField] = []

    def line(self, name: str, words: str = "") -> Field:
        """A field of one line."""
        field = self._add(name, Field(words))
        field.textEdited.connect(partial(self._filled, name))
        return field

    def area(self, name: str, words: str = "", *, lines: int = 3) -> TextArea:
        """A field of several lines."""
        field = self._add(name, TextArea(words, lines=lines))
        field.textChanged.connect(partial(self._filled, name))
        return field

    def choice(self, field: C) -> C:
        """A question with a few answers: one of them, or any."""
        name = field.objectName()
        field.chosen.connect(partial(self._filled, name))
        field.chosen.connect(self.told)
        self._add(name, field)
        return field

    def select(self, name: str, field: Select) -> Select:
        """One of a few words."""
        field.activated.connect(partial(self._filled, name))
        return self._add(name, field)

    def moment(self, field: MomentField) -> MomentField:
        """Take the fields of a moment in: day, time, and which pass of an hour."""
        for part in (field.day, field.time):
            name = part.objectName()
            self._add(name, part)
            part.textEdited.connect(partial(self._filled, name))
        self._moments.append(field)
        which = field.which.objectName()
        self._add(which, field.which)
        field.which.activated.connect(partial(self._filled, which))
        return field

    def text(self, name: str) -> str:
        """What stands in a field."""
        return _read(self._fields[name])[0]

    def restore(self) -> bool:
        """Put back what was filled in and never saved; True when there was something."""
        found = False
        for edit in drafts.drafts(self._ws):
            field = self._fields.get(edit.key.removeprefix(self._prefix + "/"))
            if field is None or not edit.key.startswith(self._prefix + "/"):
                continue
            found = True
            # What is put back was not typed now: it is no edit.
            with QSignalBlocker(field):
                _write(field, edit.text, edit.caret)
        for moment in self._moments:
            moment.ask()
        return found

    def done(self) -> None:
        """The form was saved: its drafts are not needed any more."""
        for name in self._fields:
            # Through autosave, so that a draft still waiting for the disk goes with the others.
            self._shell.autosave.mark(self._key(name), "", write=self._drop)
        self._shell.autosave.flush()

    def _drop(self, edit: drafts.Edit, at: Moment) -> None:
        del at
        drafts.drop_draft(self._ws, edit.key)

    def _key(self, name: str) -> str:
        return f"{self._prefix}/{name}"

    def _add(self, name: str, field: T) -> T:
        field.setObjectName(name)
        self._fields[name] = field
        return field

    def _filled(self, name: str, _: object = None) -> None:
        words, caret = _read(self._fields[name])
        self._shell.autosave.mark(self._key(name), words, caret)


def _read(field: Filled) -> tuple[str, int]:
    if isinstance(field, TextArea):
        return field.toPlainText(), field.textCursor().position()
    if isinstance(field, Field):
        return field.text(), field.cursorPosition()
    return field.value(), 0


def _write(field: Filled, words: str, caret: int) -> None:
    if isinstance(field, TextArea):
        field.setPlainText(words)
        cursor = field.textCursor()
        cursor.setPosition(min(caret, len(words)))
        field.setTextCursor(cursor)
    elif isinstance(field, Field):
        field.setText(words)
        field.setCursorPosition(caret)
    else:
        field.choose(words)
