"""Owns what was chosen on a page and is no record: it comes back after a lock, restart or crash."""

from __future__ import annotations

from collections.abc import Iterable

from rhi_desktop.ui.half_typed import HalfTyped
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow.workspace import Workspace

NOTHING = "-"


class Kept:
    """Choices by name, each a word or a set of ids, kept as drafts under `prefix`.

    The prefix holds the id of the case: what removes the case removes its choices too.
    """

    def __init__(self, ws: Workspace, shell: Shell, prefix: str) -> None:
        self._typed = HalfTyped(ws, shell, prefix)
        self._now: dict[str, str] = {}

    def get(self, name: str) -> str:
        """What was chosen; empty when nothing was."""
        return self._now.get(name, self._typed.text(name))

    def put(self, name: str, value: str) -> None:
        """Keep a choice; the empty one is forgotten."""
        self._now[name] = value
        self._typed.mark(name, value)

    def chosen(self, name: str, usual: Iterable[str] = ()) -> frozenset[str]:
        """A set of ids; the usual ones until somebody chose."""
        kept = self.get(name)
        return frozenset(kept.split()) - {NOTHING} if kept else frozenset(usual)

    def choose(self, name: str, ids: Iterable[str]) -> None:
        """Keep a set of ids; that nothing was chosen is kept too."""
        self.put(name, " ".join(sorted(ids)) or NOTHING)
