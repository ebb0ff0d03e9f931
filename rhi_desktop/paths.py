"""Owns where things live on this machine; no path ever names a child or a case."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = "rhi-desktop"
VAULT_SUFFIX = ".rhivault"


def vaults_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder that holds the vaults of this account. It need not exist yet."""
    if sys.platform == "win32":
        return _or_home(environ, "LOCALAPPDATA", "AppData/Local") / PROGRAM / "vaults"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / PROGRAM / "vaults"
    return _or_home(environ, "XDG_DATA_HOME", ".local/share") / PROGRAM / "vaults"


def config_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder for window sizes and language; nothing of a case. It need not exist yet."""
    if sys.platform == "win32":
        return _or_home(environ, "APPDATA", "AppData/Roaming") / PROGRAM
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / PROGRAM
    return _or_home(environ, "XDG_CONFIG_HOME", ".config") / PROGRAM


def system_bus(environ: Mapping[str, str] = os.environ) -> str:
    """Where the system says that it sleeps or was locked; empty where there is no such bus."""
    if sys.platform != "linux":
        return ""
    return environ.get("DBUS_SYSTEM_BUS_ADDRESS", "") or "unix:path=/run/dbus/system_bus_socket"


def memory_folder(environ: Mapping[str, str] = os.environ) -> Path | None:
    """A folder of this account that lies in memory, never on a disk; None where there is none."""
    if sys.platform != "linux":
        return None
    asked = Path(environ.get("XDG_RUNTIME_DIR", ""))
    places = (asked if asked.is_absolute() else Path("/dev/shm"), Path("/dev/shm"))  # noqa: S108 - memory, asked for by name
    return next((one for one in places if one.is_dir() and os.access(one, os.W_OK)), None)


def _or_home(environ: Mapping[str, str], name: str, otherwise: str) -> Path:
    # The XDG rule: a relative path in the variable is to be ignored.
    given = Path(environ.get(name, ""))
    return given if given.is_absolute() else Path.home() / otherwise
