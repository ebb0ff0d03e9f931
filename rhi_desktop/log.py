"""Owns the log: when, which event, and ids, counts and codes; nothing anybody said fits into it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, StrEnum
from pathlib import Path

from rhi_desktop import files
from rhi_desktop.errors import (
    BundleError,
    ExportError,
    Fact,
    FileError,
    FormError,
    SigningError,
    VaultError,
)

LIMIT = 256 * 1024
"""Bytes after which the log starts again; the former one is kept as `.old`."""

_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{26}")
"""128 random bits as `Moment.fresh_id` writes them: no name has this form."""


class Event(Enum):
    """Everything that may be written down."""

    STARTED = "started"
    UNLOCKED = "unlocked"
    LOCKED = "locked"
    CLOSED = "closed"
    REFUSED = "refused"
    SAVE_FAILED = "save_failed"
    SEALED = "sealed"
    SIGNED = "signed"
    EXPORTED = "exported"
    SENT = "sent"
    RECEIVED = "received"
    CRASHED = "crashed"
    CLOCK_BACK = "clock_back"
    """The laptop's clock was earlier than the last thing it had written."""


class Cause(StrEnum):
    """What made it lock."""

    ASKED = "asked"
    """By key, button or menu."""
    IDLE = "idle"
    COVER = "cover"
    """The cover lay for two minutes."""
    SLEEP = "sleep"
    SESSION = "session"
    """The screen of the whole laptop was locked."""
    LID = "lid"


_CODES = frozenset(cause.value for cause in Cause).union(
    *(
        family.codes
        for family in (VaultError, FileError, FormError, SigningError, ExportError, BundleError)
    )
)


@dataclass(frozen=True, slots=True)
class Log:
    """One log file. A disk that refuses loses the entry, never the work.

    Facts may be whole numbers, identifiers and the codes of `errors`; ValueError for the rest, so
    that a test finds the mistake and no text finds its way in.
    """

    path: Path

    def note(self, at: datetime, event: Event, **facts: Fact) -> None:
        """Adds one line."""
        said = [f"{name}={_allowed(fact)}" for name, fact in facts.items()]
        time = at.astimezone(UTC).isoformat(timespec="seconds")
        try:
            self._append(" ".join((time, event.value, *said)) + "\n")
        except FileError:
            return

    def _append(self, line: str) -> None:
        with files.disk_refusals():
            self.path.parent.mkdir(mode=files.FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LIMIT:
                self.path.replace(self.path.with_suffix(".old"))
            number = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, files.OWNER_ONLY)
            with os.fdopen(number, "ab") as file:
                file.write(line.encode("ascii"))


def _allowed(fact: Fact) -> str:
    if isinstance(fact, int) or fact in _CODES or _ID.fullmatch(fact):
        return str(fact)
    raise ValueError("not an identifier, a count or a code")
