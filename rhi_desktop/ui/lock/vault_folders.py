"""Owns which vault folders there are, and what a new one is called."""

from __future__ import annotations

from pathlib import Path

from rhi_desktop.paths import VAULT_SUFFIX
from rhi_desktop.ui.vault_names import last_saved

NAME = "notes"


def vault_folders(vaults: Path, first: Path | None = None) -> tuple[Path, ...]:
    """The vaults of this account: the one locked just now first, then the last saved.

    By their names a restored one would stand before the notes that somebody works in.
    """
    folders = tuple(sorted(vaults.glob(f"*{VAULT_SUFFIX}"), key=_newest))
    if first is None or not first.is_dir():
        return folders
    return (first, *(folder for folder in folders if folder != first))


def fresh_folder(vaults: Path) -> Path:
    """A folder name that tells nothing and is not taken."""
    number, folder = 1, vaults / f"{NAME}{VAULT_SUFFIX}"
    while folder.exists():
        number += 1
        folder = vaults / f"{NAME}-{number}{VAULT_SUFFIX}"
    return folder


def _newest(folder: Path) -> tuple[float, str]:
    saved = last_saved(folder)
    return (-saved.timestamp() if saved else 0.0, folder.name)
