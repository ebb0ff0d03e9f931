"""Owns the banner where somebody types: what a disk refused, and that the words are still here."""

from __future__ import annotations

from collections.abc import Callable

from rhi_desktop.errors import RhiError
from rhi_desktop.ui.messages import refusal
from rhi_desktop.ui.widgets.banner import Banner, Offer, Said


class HeldBanner(Banner):
    """A banner that knows how to say that words wait; `again` tries to keep them."""

    def __init__(self, again: Callable[[], object]) -> None:
        super().__init__()
        self._again = again

    def refuse(self, error: RhiError) -> None:
        """Say why something was not done."""
        self.say(refusal(error))

    def hold(self, error: RhiError | None) -> None:
        """Say that what was typed waits; None when it was kept after all."""
        if error is None:
            self.put_away()
            return
        safe = self.tr("Your words are still here, in the line below.")
        further = self.tr("Keep going: they are kept as soon as there is room.")
        again = Offer(self.tr("Try again"), self._again, "try_again")
        self.say(Said(refusal(error).happened, safe, further), again)
