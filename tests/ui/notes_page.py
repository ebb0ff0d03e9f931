"""A page as small as a page can be: one field that autosave keeps, and one act."""

from __future__ import annotations

from rhi_desktop.errors import VaultError
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Menu, Page, Shell
from rhi_desktop.ui.widgets import Field, column, labelled_field
from rhi_desktop.workflow.drafts import drafts
from rhi_desktop.workflow.workspace import Workspace

GONE = "gone"


class NotesPage(Page):
    """Keeps what is typed under the key `notes`; a place with the detail GONE is refused."""

    def __init__(self, ws: Workspace, shell: Shell, place: Place) -> None:
        super().__init__(shell, place.detail)
        if place.detail == GONE:
            raise VaultError("record_missing", kind="line")
        self.refreshed = 0
        self.field = Field()
        self.field.setObjectName("words")
        kept = {edit.key: edit for edit in drafts(ws)}.get("notes")
        if kept is not None:
            self.field.setText(kept.text)
            self.field.setCursorPosition(kept.caret)
        self.field.textEdited.connect(self._edited)
        self.act(Menu.CONVERSATION, "Keep", "Ctrl+Return", self.keep)
        self.setLayout(column(labelled_field("Words", self.field), "*"))

    def _edited(self, text: str) -> None:
        self.shell.autosave.mark("notes", text, self.field.cursorPosition())

    def keep(self) -> None:
        """Say that something was kept."""
        self.shell.saved()

    def first_focus(self) -> Field:
        """The field, with the caret where it was."""
        return self.field

    def refresh(self) -> None:
        """Count how often something changed elsewhere."""
        self.refreshed += 1
