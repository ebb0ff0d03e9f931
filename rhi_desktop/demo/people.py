"""Owns who sits in the demo, where their files are, and the passphrases anyone may use to look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rhi_desktop.workflow.entries import NewPerson
from rhi_desktop.workflow.practising import practice_case

VAULT = "notes.rhivault"


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person with a folder of their own under DIR."""

    who: str
    shown: NewPerson
    passphrase: str

    def vault(self, out: Path) -> Path:
        """Where this person's vault is made."""
        return out / self.who / VAULT

    def card(self, out: Path) -> Path:
        """Where this person saves the card."""
        return out / f"{self.who}.rhicard"

    def recovery_code(self, out: Path) -> Path:
        """Where the demo leaves the invented recovery code, as it would stand on paper."""
        return out / f"{self.who}.recoverycode"

    def age_key(self, out: Path) -> Path:
        """Where the demo leaves the age key, so that other tools can open the bundle."""
        return out / f"{self.who}.agekey"


def interviewer() -> Person:
    """Who talks with the child."""
    return Person("interviewer", practice_case().interviewer, "lantern towpath biscuit harbour")


def supervisor() -> Person:
    """Who reads, checks and countersigns."""
    return Person("supervisor", practice_case().supervisor, "kettle orchard thimble marigold")
