"""Owns words that are typed beside the record and not kept yet: they come back after anything."""

from __future__ import annotations

from collections.abc import Callable

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets.field import Field
from rhi_desktop.ui.words_area import WordsArea
from rhi_desktop.workflow import drafts
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace


class HalfTyped:
    """Fields of one form, each kept as a draft under `prefix` while somebody types.

    `watch` puts the draft back into a field; `forget` drops all drafts of the form, when what was
    typed was kept or given up.
    """

    def __init__(self, ws: Workspace, shell: Shell, prefix: str) -> None:
        self._ws, self._shell, self._prefix = ws, shell, prefix
        found = drafts.drafts(ws)
        self._found = {one.key: one for one in found if one.key.startswith(f"{prefix}/")}
        self._names: list[str] = []

    @property
    def any(self) -> bool:
        """True when something of this form was typed and not kept."""
        return any(one.text for one in self._found.values())

    def text(self, name: str) -> str:
        """The draft of a field that was found when the page opened."""
        found = self._found.get(self._key(name))
        return found.text if found is not None else ""

    def watch(self, field: Field | WordsArea, name: str) -> None:
        """Put a field's draft back, and keep what is typed into it from now on."""
        kept = self._found.get(self._key(name))
        if isinstance(field, Field):
            if kept is not None and kept.text:
                field.setText(kept.text)
                field.setCursorPosition(kept.caret)
            field.textEdited.connect(lambda text: self.mark(name, text, field.cursorPosition()))
        else:
            self._watch_area(field, name, kept)
        field.left.connect(self._shell.autosave.flush)
        self._names.append(name)

    def mark(self, name: str, text: str, caret: int = 0) -> None:
        """Something of the form was changed."""
        if name not in self._names:
            self._names.append(name)
        self._shell.autosave.mark(self._key(name), text, caret, self._writer())

    def forget(self) -> None:
        """The form was kept or given up: its drafts go in the same breath."""
        for name in self._names:
            self.mark(name, "")
        self._found.clear()
        self._shell.autosave.flush()

    def _watch_area(self, area: WordsArea, name: str, kept: Edit | None) -> None:
        if kept is not None and kept.text:
            area.put(kept.text, kept.caret)
        area.textChanged.connect(
            lambda: self.mark(name, area.words(), area.textCursor().position())
        )

    def _key(self, name: str) -> str:
        return f"{self._prefix}/{name}"

    def _writer(self) -> Callable[[Edit, Moment], None]:
        ws = self._ws

        def write(edit: Edit, at: Moment) -> None:
            if edit.text:
                drafts.save_draft(ws, edit.key, edit.text, edit.caret, at)
            else:
                drafts.drop_draft(ws, edit.key)

        return write
