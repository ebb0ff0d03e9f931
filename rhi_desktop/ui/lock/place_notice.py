"""Owns saying, once at the start, that a vault lies in a place that is not good for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from rhi_desktop.disks import Doubt
from rhi_desktop.ui.lock.frame import FrontPage
from rhi_desktop.ui.translation import noop
from rhi_desktop.ui.widgets import Offer, Said

_CONTEXT = "place_notice"
_SAID = {
    Doubt.NETWORK: (
        noop(_CONTEXT, "Your notes are kept on another computer, not on this laptop"),
        noop(_CONTEXT, "A connection that breaks can damage them."),
        noop(_CONTEXT, "Ask whoever looks after this laptop for a folder on its own disk."),
    ),
    Doubt.CLOUD: (
        noop(_CONTEXT, "Your notes are in a folder that is copied to the internet"),
        noop(_CONTEXT, "They are encrypted, but copies stay where nobody can take them back."),
        noop(_CONTEXT, "Ask whoever looks after this laptop for a folder that is not copied."),
    ),
    Doubt.REMOVABLE: (
        noop(_CONTEXT, "Your notes are kept on a stick or a disk that can be pulled out"),
        noop(_CONTEXT, "They are encrypted, but pulling it out can damage them."),
        noop(_CONTEXT, "Keep them on the laptop itself."),
    ),
    Doubt.NOT_ENCRYPTED: (
        noop(_CONTEXT, "The disk of this laptop does not seem to be encrypted"),
        noop(_CONTEXT, "Your notes are, but what the laptop sets aside while it works is not."),
        noop(_CONTEXT, "Ask whoever looks after this laptop to turn encryption on."),
    ),
}
"""The heaviest first: one is said at a time."""


def tell_place(front: FrontPage, doubts: Sequence[Doubt]) -> None:
    """Say the heaviest doubt about the place of a vault in a line that can be put away."""
    for doubt, words in _SAID.items():
        if doubt in doubts:
            say = QCoreApplication.translate
            said = Said(*(say(_CONTEXT, one) for one in words))
            away = Offer(say(_CONTEXT, "Put away"), front.hush, "put_away")
            front.tell(said, away)
            return
