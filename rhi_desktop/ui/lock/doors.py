"""Owns what the front pages need of workflow, handed in so that the window is there before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import Problem

if TYPE_CHECKING:
    # Loading crypto and store takes longer than painting the page that asks for the passphrase.
    from rhi_desktop.workflow.entries import NewPerson
    from rhi_desktop.workflow.unlocking import VaultKey
    from rhi_desktop.workflow.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Doors:
    """The verbs of workflow.unlocking; app.py binds them so that each loads when first used."""

    derive_key: Callable[[Path, str, Moment], VaultKey]
    create_vault: Callable[[Path, str, NewPerson, Moment], VaultKey]
    open_workspace: Callable[[Path, VaultKey], Workspace]
    passphrase_problems: Callable[[str], list[Problem]]
    same_passphrase: Callable[[str, str], bool]
    person_problems: Callable[[NewPerson], list[Problem]]
    suggest_passphrase: Callable[[Moment], str]
    person: Callable[[str, str, str], NewPerson]
    """Name, role, organisation."""
    get_ready: Callable[[], object]
    """Loads what an open vault needs, while its key is derived."""
