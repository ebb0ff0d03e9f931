"""Owns the card that lists the snapshots, with making one now and restoring beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from rhi_desktop.ui.dates import day_and_time
from rhi_desktop.ui.keeping.keeping_words import holds, size
from rhi_desktop.ui.widgets import (
    H3,
    SMALL,
    SMALL_QUIET,
    STRONG,
    Button,
    Icon,
    Text,
    announce,
    column,
    empty,
    hline,
    row,
    wrap,
)
from rhi_desktop.workflow.keeping import SnapshotView


class SnapshotCard(QFrame):
    """The newest first. `make` and `restore` are its buttons; whoever holds it does the work."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "surface")
        self.make = Button(self.tr("Make one now"), "primary")
        self.make.setObjectName("make_snapshot")
        self.restore = Button(self.tr("Restore the newest beside these notes"))
        self.restore.setObjectName("restore_snapshot")
        self.restore.setEnabled(False)
        self._rows = column()
        self._doing = Text("", SMALL_QUIET)
        self._doing.setObjectName("keeping_busy")
        self._some = False
        self.at_work = False
        """True while something is being done: no second order is taken."""
        often = self.tr(
            "The program makes one soon after you unlock, every hour while you write, and before "
            "something is imported. It keeps three; the oldest goes when a new one has been read "
            "back whole."
        )
        beside = self.tr(
            "Restoring makes a second set of notes beside this one. Nothing here is changed."
        )
        self.setLayout(
            column(
                row(Text(self.tr("Snapshots"), H3), "*", self.make),
                6,
                Text(often, SMALL_QUIET, wrap=True),
                12,
                self._rows,
                16,
                Text(beside, SMALL, wrap=True),
                10,
                row(self.restore, 16, self._doing, "*"),
                "*",
                margins=(28, 20, 28, 22),
            )
        )

    def show_all(self, views: Sequence[SnapshotView]) -> None:
        """List what is kept."""
        empty(self._rows)
        if not views:
            none = Text(self.tr("No snapshot yet."), SMALL_QUIET)
            none.setObjectName("no_snapshot")
            self._rows.addWidget(none)
        for view in views:
            self._rows.addWidget(hline())
            self._rows.addWidget(self._row(view))
        self._some = any(view.good for view in views)
        self._enable()

    def busy(self, words: str) -> None:
        """Say what is being done, and take no second order meanwhile; empty when it is done."""
        self._doing.setText(words)
        self.at_work = bool(words)
        self._enable()
        if words:
            announce(self, words)

    def _enable(self) -> None:
        """The one that was pressed stays as it is: the focus would jump to another button."""
        self.make.setEnabled(not self.at_work or self.make.hasFocus())
        self.restore.setEnabled(self._some and (not self.at_work or self.restore.hasFocus()))

    def _row(self, view: SnapshotView) -> QWidget:
        good = view.good
        words = holds(view) if good else self.tr("It cannot be read any more, and does not count.")
        sign = Icon("check" if good else "notice", "good" if good else "notice", 18)
        when = Text(day_and_time(view.made_at), STRONG)
        line = row(when, "*", Text(size(view.bytes), SMALL_QUIET.figures))
        return wrap(
            row(
                column(3, sign, "*"),
                12,
                (column(line, 2, Text(words, SMALL_QUIET, wrap=True)), 1),
                margins=(0, 10, 0, 10),
            )
        )
