"""Owns the work that disks are tried with: what is done in a vault, and what is found there later.

Every act says what it will write before it begins and that it is kept after it returned.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from rhi_desktop.crypto.keys import VaultKey
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.errors import RhiError, VaultError
from rhi_desktop.paths import VAULT_SUFFIX
from rhi_desktop.store import exchanges, journal, vault
from rhi_desktop.store.connection import Connection
from rhi_desktop.store.restoring import RESTORED
from rhi_desktop.workflow import (
    casework,
    interviewing,
    keeping,
    keyholding,
    planning,
    purging,
    unlocking,
)
from rhi_desktop.workflow.entries import NewCase, NewEpisode, NewPerson
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
OUT = "out.rhib"
"""A file that left the vault on purpose."""
OTHER = "other case"
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
        said = PASSPHRASES[self.passphrase]
        return unlocking.derive_key(self.folder, said, self.at(), floor=CHEAP)

    def make(self) -> None:
        """A vault with its holder, as the product makes it but for the price of a guess."""
        self.teller.will({"vault": "made", "passphrase": self.passphrase})
        said, code = PASSPHRASES[self.passphrase], keyholding.new_code(self.at())
        unlocking.create_vault(self.folder, said, WHO, self.at(), code, cost=CHEAP)
        self.teller.kept()

    def open(self) -> Workspace:
        """The vault, open for work. The caller closes it."""
        return unlocking.open_workspace(self.folder, self.key())

    @contextmanager
    def opened(self) -> Iterator[Workspace]:
        """The same, closed in the end."""
        ws = self.open()
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
        keyholding.change_passphrase(
            self.folder, PASSPHRASES[old], PASSPHRASES[new], self.at(), cost=CHEAP, floor=CHEAP
        )
        self.passphrase = new
        self.teller.kept()

    def guess_wrong(self) -> None:
        """A slip of the fingers, which is counted."""
        with suppress(VaultError):
            unlocking.derive_key(self.folder, "not this one at all", self.at(), floor=CHEAP)

    def case(self, ws: Workspace) -> CaseId:
        """The case that is talked about."""
        return interviewing.load(ws, self.interview).account.case.id

    def take_snapshot(self, ws: Workspace) -> None:
        """A snapshot of what stands in the open vault now."""
        self.teller.will({"snapshot": str(journal.head(ws.store).length)})
        keeping.take_snapshot(self.folder, ws.store.keys, self.at())
        self.teller.kept()

    def restore(self, length: str) -> None:
        """A new vault beside this one, out of a snapshot with a journal of that length."""
        key = self.key()
        self.teller.will({"restored": length})
        keeping.restore(self.folder, key, self.at())
        self.teller.kept()

    def add_other(self, ws: Workspace) -> None:
        """A second child, of whom all will be removed."""
        self.teller.will({OTHER: "here"})
        other = casework.add_case(ws, NewCase(OTHER, Child("O.T.")), self.at())
        casework.add_episode(ws, other, NewEpisode(returned=world.NOW), self.at())
        self.teller.kept(journal_of(ws))

    def purge_other(self, ws: Workspace) -> None:
        """Removes that child; the snapshot that is made of the rest is the only one left."""
        length = journal.head(ws.store).length
        cases = ws.store.connection.rows(
            "SELECT id FROM cases WHERE body ->> '$.reference' = ?", OTHER
        )
        self.teller.will({OTHER: "", "snapshot": str(length + len(cases))})
        for (case_id,) in cases:
            purging.purge_case(ws, CaseId(str(case_id)), self.at())
        purging.finish(ws)
        self.teller.kept(journal_of(ws))


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


def journal_facts(connection: Connection) -> Facts:
    """Every row of the journal by its number."""
    rows = connection.rows("SELECT seq, link FROM journal")
    return {JOURNAL + str(seq): str(link) for seq, link in rows}


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
        return (
            {"vault": "made", "passphrase": name}
            | _content(ws, talk)
            | _beside(folder, key, casework.count_cases(ws, world.NOW))
        )
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
    facts = journal_facts(ws.store.connection)
    others = "SELECT count(*) FROM journal WHERE device <> (SELECT device FROM vault)"
    if taken_in := ws.store.connection.number(others):
        facts["taken in"] = str(taken_in)
    for sent in exchanges.all_sent(ws.store):
        facts[f"bundle/{sent.bundle_id}"] = "left" if sent.outgoing else "came"
    if ws.store.connection.row("SELECT 1 FROM cases WHERE body ->> '$.reference' = ?", OTHER):
        facts[OTHER] = "here"
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


def _beside(folder: Path, key: VaultKey, cases: int) -> Facts:
    """Snapshots, restored vaults and files that left; every one of them must be whole."""
    facts: Facts = {}
    views = keeping.snapshots(folder, key)
    if not all(view.good for view in views):
        raise VaultError("snapshot_damaged")
    if views:
        facts["snapshot"] = str(max(view.entries for view in views))
    if any(view.cases > cases for view in views):
        facts["a removed case in a snapshot"] = "there"
    for other in sorted(folder.parent.glob(f"*-{RESTORED}*{VAULT_SUFFIX}")):
        ws = unlocking.open_workspace(other, key)
        with closing(ws.store):
            journal.check(ws.store)
            facts["restored"] = str(journal.head(ws.store).length)
    if (out := folder.with_name(OUT)).exists():
        facts[OUT] = hashlib.sha256(out.read_bytes()).hexdigest()
    return facts


def _number(text: str) -> str:
    return text.partition(":")[0].removeprefix("Act ")
