"""Owns what the front pages need of workflow, handed in so that the window is there before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import Problem
from rhi_desktop.ui.lock.sheet import Printed, Sheet

if TYPE_CHECKING:
    # Loading crypto and store takes longer than painting the page that asks for the passphrase.
    from rhi_desktop.workflow.entries import NewPerson
    from rhi_desktop.workflow.keyholding import KeysView, RecoveryCode
    from rhi_desktop.workflow.unlocking import VaultKey
    from rhi_desktop.workflow.workspace import Workspace

WHERE = {
    "rhi_desktop.workflow.unlocking": (
        "derive_key",
        "create_vault",
        "open_workspace",
        "passphrase_problems",
        "same_passphrase",
        "person_problems",
        "suggest_passphrase",
    ),
    "rhi_desktop.workflow.keyholding": ("new_code", "read_code", "recover", "keys_view"),
    "rhi_desktop.ui.lock.printing": ("print_sheet",),
}
"""In which module each door is found; app.py binds them so that each loads when first used."""


@dataclass(frozen=True, slots=True)
class Doors:
    """The verbs of the way in."""

    derive_key: Callable[[Path, str, Moment], VaultKey]
    create_vault: Callable[[Path, str, NewPerson, Moment, RecoveryCode | None], VaultKey]
    open_workspace: Callable[[Path, VaultKey], Workspace]
    passphrase_problems: Callable[[str], list[Problem]]
    same_passphrase: Callable[[str, str], bool]
    person_problems: Callable[[NewPerson], list[Problem]]
    suggest_passphrase: Callable[[Moment], str]
    new_code: Callable[[Moment], RecoveryCode]
    read_code: Callable[[str], RecoveryCode]
    recover: Callable[[Path, RecoveryCode, str, Moment], VaultKey]
    keys_view: Callable[[Path], KeysView]
    print_sheet: Callable[[QWidget, Sheet, Callable[[Printed], object]], None]
    person: Callable[[str, str, str], NewPerson]
    """Name, role, organisation."""
    get_ready: Callable[[], object]
    """Loads what an open vault needs, while its key is derived."""
