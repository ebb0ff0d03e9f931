"""Owns which vault folders there are, and what a new one is called."""

from __future__ import annotations

from pathlib import Path

from rhi_desktop.paths import VAULT_SUFFIX

NAME = "notes"


def vault_folders(vaults: Path, first: Path | None = None) -> tuple[Path, ...]:
    """The vaults of this account, the one that was locked just now first."""
    folders = tuple(sorted(vaults.glob(f"*{VAULT_SUFFIX}")))
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
