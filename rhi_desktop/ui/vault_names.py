"""Owns how a vault is named where somebody chooses one: by its folder, in words."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from rhi_desktop.paths import VAULT_SUFFIX
from rhi_desktop.ui.dates import clock_time, day_and_short_month
from rhi_desktop.ui.translation import noop

_RESTORED = re.compile(r"^(?P<name>.+)-restored(-(?P<number>\d+))?$")
_NAME = noop("vaults", "{name}, restored")
_NUMBERED = noop("vaults", "{name}, restored {number}")
_SAVED = noop("vaults", "{name}, saved {day} {time}")


def vault_name(folder: Path) -> str:
    """The name of a vault; of a restored one, that it is restored."""
    stem = folder.name.removesuffix(VAULT_SUFFIX)
    found = _RESTORED.match(stem)
    if found is None:
        return stem
    words = _NUMBERED if found["number"] else _NAME
    return _tr(words).format(name=found["name"], number=found["number"])


def vault_label(folder: Path) -> str:
    """The name, and when it was last saved: two of one name are told apart by it."""
    saved = last_saved(folder)
    name = vault_name(folder)
    if saved is None:
        return name
    return _tr(_SAVED).format(name=name, day=day_and_short_month(saved), time=clock_time(saved))


def breakable(folder: Path) -> str:
    """The whole path of a vault, with a place to break the line after each part."""
    return folder.anchor + f"{os.sep}\u200b".join(folder.parts[1:])


def last_saved(folder: Path) -> datetime | None:
    """The newest change of the notes file or its log; None when there is none."""
    try:
        times = [path.stat().st_mtime for path in folder.glob("case.db*")]
    except OSError:
        return None
    return datetime.fromtimestamp(max(times), UTC) if times else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("vaults", words)
