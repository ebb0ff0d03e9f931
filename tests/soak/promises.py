"""Owns what a program promised before it was stopped, and whether a vault keeps it.

A fact has a name and a text. Before an act the program says what will be; after its return, that
it is so. Whoever looks later may find what was said last to be so, or anything announced since.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

Facts = dict[str, str]
JOURNAL = "journal/"
"""Facts of this kind may come without notice: every act adds to the journal."""


@dataclass(slots=True)
class Teller:
    """Says promises, one line each. `early` says them before they are true: the lie to be found."""

    say: Callable[[str], None]
    early: bool = False
    _open: Facts = field(default_factory=dict)

    def will(self, facts: Facts) -> None:
        """These facts are being written."""
        self._open = facts
        self.say(json.dumps({"will": facts}))
        if self.early:
            self.say(json.dumps({"kept": facts}))

    def kept(self, more: Facts | None = None) -> None:
        """They are acknowledged; `more` is known only now."""
        self.say(json.dumps({"kept": self._open | (more or {})}))
        self._open = {}


def allowed(told: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """By name every text that may stand there now; an empty text stands for nothing at all."""
    sure: Facts = {}
    maybe: dict[str, set[str]] = {}
    for line in told:
        for word, facts in json.loads(line).items():
            for name, text in facts.items():
                if word == "kept":
                    sure[name] = text
                    maybe[name] = set()
                else:
                    maybe.setdefault(name, set()).add(text)
    return {name: frozenset({sure.get(name, ""), *texts}) for name, texts in maybe.items()}


def broken(found: Facts, told: Iterable[str]) -> list[str]:
    """Every promise that what was found does not keep; names only, no texts."""
    may_be = allowed(told)
    faults = []
    for name, texts in may_be.items():
        there = found.get(name, "")
        if there not in texts:
            faults.append(f"{name} is {'torn or old' if there else 'lost'}")
    strange = [name for name in found if name not in may_be and not name.startswith(JOURNAL)]
    return faults + [f"{name} was never written" for name in strange]
