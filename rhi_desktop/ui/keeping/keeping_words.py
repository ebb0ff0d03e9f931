"""Owns the words about snapshots and checks: what a banner says, and how large something is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from rhi_desktop.ui.dates import day_and_time
from rhi_desktop.ui.said import Said
from rhi_desktop.ui.translation import noop
from rhi_desktop.workflow.keeping import SnapshotView

_BROKEN = (
    noop("keeping", "A part of the notes cannot be read: the file is damaged"),
    noop("keeping", "What you typed is not lost: it goes along over the lock."),
    noop("keeping", "Finish your sentence, then lock: you choose what to bring back."),
)
_NO_ROOM = (
    noop("keeping", "There is no room for a snapshot of the notes on this disk"),
    noop("keeping", "The notes themselves are saved, and the older snapshots are still there."),
    noop("keeping", "Make room on the disk; it is tried again every hour."),
)
_NOT_KEPT = (
    noop("keeping", "No snapshot of the notes could be made for some hours"),
    noop("keeping", "The notes themselves are saved, and the older snapshots are still there."),
    noop("keeping", "Tell whoever looks after this laptop: its disk may be failing."),
)
_SPARE = (
    noop("keeping", "No word stands there, and none is lost."),
    noop("keeping", "Tell whoever looks after this laptop: its disk may be failing."),
)
_HOLDS = noop("keeping", "It holds {cases}, as written until {when}.")
_AFTER = noop("keeping", "What was written after that, if anything was, is not in it.")
_AT_LEAST = noop("keeping", "What was written after that is not in it: at least {changes}.")
_LOOKED = noop("keeping", "{changes} looked at")
_EMPTY = noop("keeping", "It holds no entry yet.")


def broken() -> Said:
    """A page, a link or a digest does not hold."""
    return _said(_BROKEN)


def no_room() -> Said:
    """The disk is too full for a snapshot."""
    return _said(_NO_ROOM)


def not_kept() -> Said:
    """Snapshots are refused again and again."""
    return _said(_NOT_KEPT)


class _Counted(QObject):
    """Texts with a number: only a context of its own is looked through for plural forms."""

    def spare(self, pages: int) -> str:
        """How many empty parts cannot be read."""
        return self.tr("%n empty part(s) of the notes file cannot be read", "", pages)

    def cases(self, count: int) -> str:
        """12 cases."""
        return self.tr("%n case(s)", "", count)

    def changes(self, count: int) -> str:
        """How many entries of the journal, in plain words."""
        return self.tr("%n change(s)", "", count)


def spare(pages: int) -> Said:
    """Pages on which nothing stands cannot be read."""
    return Said(_Counted().spare(pages), *(_tr(one) for one in _SPARE))


def cases(count: int) -> str:
    """12 cases."""
    return _Counted().cases(count)


def entries(count: int) -> str:
    """How many entries were looked at."""
    return _tr(_LOOKED).format(changes=_Counted().changes(count))


def missing(view: SnapshotView) -> str:
    """What a snapshot cannot bring back."""
    if not view.missing:
        return _tr(_AFTER)
    return _tr(_AT_LEAST).format(changes=_Counted().changes(view.missing))


def holds(view: SnapshotView) -> str:
    """What a snapshot holds, in one sentence."""
    if view.written_at is None:
        return _tr(_EMPTY)
    return _tr(_HOLDS).format(cases=cases(view.cases), when=day_and_time(view.written_at))


def size(count: int) -> str:
    """1.7 MB."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _said(words: tuple[str, str, str]) -> Said:
    return Said(*(_tr(one) for one in words))


def _tr(words: str) -> str:
    return QCoreApplication.translate("keeping", words)
