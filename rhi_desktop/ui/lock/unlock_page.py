"""Owns the page that opens a vault: one field with the focus, and when it was saved last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.dates import day_and_time
from rhi_desktop.ui.lock.doors import Doors
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.lock.unlock_form import UnlockForm
from rhi_desktop.ui.theme import theme
from rhi_desktop.ui.vault_names import last_saved
from rhi_desktop.ui.widgets import SMALL_QUIET, Icon, Text, column, row, wrap
from rhi_desktop.ui.widgets.typesetting import TextStyle

TITLE = TextStyle(30, 600, line=44)
"""The title stands on the line of the mark."""
TOP = 212 / 712


class UnlockPage(FrontPage):
    """Unlock. The form emits `unlocked`; `other_wanted` asks for making another vault."""

    def __init__(self, folders: Sequence[Path], moment: Callable[[], Moment], doors: Doors) -> None:
        self.form = UnlockForm(folders, moment, doors)
        work = QWidget()
        # Where there are several, each says it in the list.
        saved = last_saved(folders[0]) if len(folders) == 1 else None
        super().__init__(work, top=TOP, other=self.tr("Make another vault"))
        words = self.tr("Last saved on this laptop: {when}")
        line = None
        if saved is not None:
            said = Text(words.format(when=day_and_time(saved)), SMALL_QUIET)
            line = wrap(row(Icon("saved", "text2", 18), 8, said, "*"))
        gap = 36 if not theme().crowded else 16
        work.setLayout(column(Text(self.tr("Unlock"), TITLE), 24, self.form, gap, line))

    def first_focus(self) -> QWidget:
        """The one field."""
        return self.form.field
