"""Owns the work that disks are tried with: what is done in a vault, and what is found there later.

Every act says what it will write before it begins and that it is kept after it returned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import RhiError, VaultError
from rhi_desktop.store import journal, vault
from rhi_desktop.workflow import planning, unlocking
from rhi_desktop.workflow.entries import NewPerson
from rhi_desktop.workflow.workspace import Workspace
from tests.bench import world
from tests.soak import writer
from tests.soak.promises import JOURNAL, Facts, Teller
from tests.vaults import CHEAP

NAME = "ours.rhivault"
PASSPHRASES = {
    "first": "lantern copper meadow violin",
    "second": "orchard pebble window thirty",
}
WHO = NewPerson("Alex Example", "independent interviewer", "Example Return Service")


@dataclass(slots=True)
class Work:
    """One vault below a root, worked in by real verbs; `minute` gives each act its moment."""

    root: Path
    teller: Teller
    seed: str
    passphrase: str = "first"
    interview: InterviewId = field(default=InterviewId(""))
    _moments: int = 0

    @property
    def folder(self) -> Path:
        """The vault."""
        return self.root / NAME

    def at(self) -> Moment:
        """The next moment, with randomness of its own."""
        self._moments += 1
        return world.moment(f"{self.seed}/{self._moments}", self._moments)

    def key(self) -> VaultKey:
        """What the passphrase of the hour opens."""
        return vault.unlock(self.folder, PASSPHRASES[self.passphrase], floor=CHEAP)

    def make(self) -> None:
        """A vault with its holder, as the product makes it but for the price of a guess."""
        self.teller.will({"vault": "made", "passphrase": self.passphrase})
        at = self.at()
        vault.create(
            self.folder,
            PASSPHRASES[self.passphrase],
            at,
            cost=CHEAP,
            settle=lambda store: unlocking._settle(store, WHO, at),
        )
        self.teller.kept()

    @contextmanager
    def opened(self) -> Iterator[Workspace]:
        """The vault, open for work."""
        ws = unlocking.open_workspace(self.folder, self.key())
        try:
            yield ws
        finally:
            unlocking.close(ws)

    def begin(self, ws: Workspace) -> None:
        """A child, an episode, an interview under way with its empty plan."""
        self.interview = world.start_interview(ws, f"{self.seed}/talk")
        planning.open_plan(ws, self.interview, self.at())
        self.teller.kept(journal_of(ws))

    def acts(self, ws: Workspace, numbers: range) -> None:
        """Keeps lines, answers, lines of a plan and half-typed words, each in its commit."""
        act = self.acting(ws)
        for number in numbers:
            self.teller.will(facts_of(number))
            act(number)
            self.teller.kept(journal_of(ws))

    def acting(self, ws: Workspace) -> Callable[[int], None]:
        """What does the act of a number."""
        return writer.acting(ws, self.interview, self.at())

    def change_passphrase(self) -> None:
        """From the one passphrase to the other."""
        old, new = self.passphrase, "second" if self.passphrase == "first" else "first"
        self.teller.will({"passphrase": new})
        vault.change_passphrase(
            self.folder, PASSPHRASES[old], PASSPHRASES[new], self.at(), cost=CHEAP, floor=CHEAP
        )
        self.passphrase = new
        self.teller.kept()


def facts_of(number: int) -> Facts:
    """What the act of a number writes."""
    kind, said = writer.TURN[number % len(writer.TURN)], writer.words(number)
    if kind == "line":
        return {f"line/{number}": said, f"draft/{writer.FIELDS[0]}": ""}
    if kind == "answer":
        return {f"answer/{writer.QUESTIONS[number % len(writer.QUESTIONS)]}": said}
    if kind == "plan":
        return {f"plan/{number}": said}
    return {f"draft/{edit.key}": edit.text for edit in writer.edits(kind, number)}


def journal_of(ws: Workspace) -> Facts:
    """The end of the journal: with it stands everything before it."""
    head = journal.head(ws.store)
    return {f"{JOURNAL}{head.length}": head.link}


def look(folder: Path, talk: InterviewId) -> Facts:
    """Opens a vault as the product does, checks all of it, and reads what is there.

    Raises RhiError when it does not open or is damaged.
    """
    opens = {name: key for name in PASSPHRASES if (key := _tried(folder, name)) is not None}
    if len(opens) != 1:
        raise VaultError("wrong_passphrase" if not opens else "slots_damaged")
    ((name, key),) = opens.items()
    ws = unlocking.open_workspace(folder, key)
    try:
        journal.check(ws.store)
        return {"vault": "made", "passphrase": name} | _content(ws, talk)
    finally:
        unlocking.close(ws)


def _tried(folder: Path, name: str) -> VaultKey | None:
    try:
        return vault.unlock(folder, PASSPHRASES[name], floor=CHEAP)
    except VaultError as error:
        if error.code != "wrong_passphrase":
            raise
        return None


def _content(ws: Workspace, talk: InterviewId) -> Facts:
    facts: Facts = {}
    for seq, link in ws.store.connection.rows("SELECT seq, link FROM journal"):
        facts[JOURNAL + str(seq)] = str(link)
    if not talk:
        return facts
    try:
        there = writer.found(ws, talk)
    except RhiError:
        return facts
    facts |= {f"line/{_number(text)}": text for text in there.lines}
    facts |= {f"plan/{_number(text)}": text for text in there.plan}
    facts |= {f"answer/{question}": text for question, text in there.answers}
    facts |= {f"draft/{name}": text for name, text in there.drafts}
    return facts


def _number(text: str) -> str:
    return text.partition(":")[0].removeprefix("Act ")
