"""Owns one stay in an open vault: its shell, its pages, and how it ends without losing a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError
from rhi_desktop.ui.autosave import Autosave
from rhi_desktop.ui.chooser import Chooser
from rhi_desktop.ui.places import HOME, PageName, Place
from rhi_desktop.ui.shell import Page, PageMaker, Shell
from rhi_desktop.workflow import casework, drafts, unlocking
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Session:
    """A workspace with its shell and the table of pages; dropped on lock.

    `close` hands back what the disk would not take, sealed to the vault's own recipient.
    """

    ws: Workspace = field(repr=False)
    shell: Shell = field(repr=False)
    pages: Mapping[PageName, Callable[[], PageMaker]] = field(repr=False)

    def page(self, place: Place) -> Page:
        """A fresh page for a place. Raises RhiError when what it shows is not there any more."""
        return self.pages[place.page]()(self.ws, self.shell, place)

    def stand(self, place: Place) -> None:
        """Remember where somebody stands."""
        at = self.shell.moment()
        try:
            drafts.put_place(self.ws, place.page.value, place.case_id or "", place.packed(), at)
        except RhiError:
            # A disk that refuses is told by autosave; the place alone is worth no banner.
            return

    def first(self) -> Place:
        """Where somebody stood when the vault was left, or the list of cases."""
        try:
            kept = drafts.get_place(self.ws)
        except RhiError:
            # What is wrong shows on the page that is opened instead.
            return HOME
        if kept is None:
            return HOME
        return Place.unpacked(kept.page, kept.case_id, kept.detail) or HOME

    def take_over(self, sealed: bytes) -> None:
        """Write the edits that the last process could not save. Raises RhiError."""
        if sealed:
            drafts.open_unsaved(self.ws, sealed, self.shell.moment())

    def clock_behind(self, now: datetime) -> bool:
        """Whether this laptop's clock is earlier than the last thing it wrote in this vault."""
        try:
            return casework.clock_problem(self.ws, now) is not None
        except RhiError:
            # A disk that refuses is told by autosave.
            return False

    @property
    def folder(self) -> Path:
        """Where the vault is."""
        return self.ws.store.folder

    @property
    def raise_file(self) -> Path:
        """What a second start on this vault touches."""
        return unlocking.raise_file(self.folder)

    def sealed(self) -> bytes:
        """What is in memory only, sealed to the vault's own recipient; b"" when it is nothing."""
        unsaved = self.shell.autosave.unsaved
        return drafts.seal_unsaved(self.ws.identity.recipient, unsaved) if unsaved else b""

    def close(self) -> bytes:
        """Save, then close the vault; what could not be saved comes back sealed, else b""."""
        self.shell.autosave.flush()
        sealed = self.sealed()
        unlocking.close(self.ws)
        return sealed


def open_session(
    ws: Workspace,
    moment: Callable[[], Moment],
    steady: Callable[[], float],
    chooser: Chooser,
    pages: Mapping[PageName, Callable[[], PageMaker]],
) -> Session:
    """A session over an open vault, with the shell that its pages talk to."""
    autosave = Autosave(partial(_keep, ws), moment, steady)
    return Session(ws, Shell(moment, autosave, chooser), pages)


def _keep(ws: Workspace, edit: Edit, at: Moment) -> None:
    drafts.save_draft(ws, edit.key, edit.text, edit.caret, at)
