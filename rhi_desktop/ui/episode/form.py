"""Owns a form whose fields are kept while they are typed: names, drafts, and their return."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from rhi_desktop.ui.episode.moment_field import MomentField
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Field, TextArea
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.workspace import Workspace

Typed = Field | TextArea
T = TypeVar("T", Field, TextArea)


class Form(QObject):
    """The fields of one form by name. What is typed goes to autosave under `prefix/name`.

    `restore` puts drafts back over what the fields show; `done` lets the drafts go after a save.
    """

    def __init__(self, ws: Workspace, shell: Shell, prefix: str, parent: QObject) -> None:
        super().__init__(parent)
        self._ws, self._shell, self._prefix = ws, shell, prefix
        self._fields: dict[str, Typed] = {}

    def line(self, name: str, words: str = "") -> Field:
        """A field of one line."""
        return self._add(name, Field(words))

    def area(self, name: str, words: str = "", *, lines: int = 3) -> TextArea:
        """A field of several lines."""
        return self._add(name, TextArea(words, lines=lines))

    def moment(self, field: MomentField) -> MomentField:
        """Take the two fields of a moment in."""
        self._add(field.day.objectName(), field.day)
        self._add(field.time.objectName(), field.time)
        return field

    def text(self, name: str) -> str:
        """What stands in a field."""
        return _text(self._fields[name])

    def restore(self) -> bool:
        """Put back what was typed and never saved; True when there was something."""
        found = False
        for edit in drafts.drafts(self._ws):
            field = self._fields.get(edit.key.removeprefix(self._prefix + "/"))
            if field is None or not edit.key.startswith(self._prefix + "/"):
                continue
            found = True
            if isinstance(field, TextArea):
                field.setPlainText(edit.text)
            else:
                field.setText(edit.text)
        return found

    def done(self) -> None:
        """The form was saved: its drafts are not needed any more."""
        self._shell.autosave.flush()
        for name in self._fields:
            drafts.drop_draft(self._ws, f"{self._prefix}/{name}")

    def _add(self, name: str, field: T) -> T:
        field.setObjectName(name)
        self._fields[name] = field
        if isinstance(field, TextArea):
            field.textChanged.connect(partial(self._typed, name))
        else:
            field.textEdited.connect(partial(self._typed, name))
        return field

    def _typed(self, name: str, _: str = "") -> None:
        field = self._fields[name]
        caret = field.textCursor().position() if isinstance(field, TextArea) else 0
        self._shell.autosave.mark(f"{self._prefix}/{name}", _text(field), caret)


def _text(field: Typed) -> str:
    return field.toPlainText() if isinstance(field, TextArea) else field.text()
