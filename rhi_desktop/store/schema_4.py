"""Owns what version 4 adds: addenda, and the log of everything that left for people to read."""

from __future__ import annotations

from rhi_desktop.store.schema_1 import from_body, never, noun
from rhi_desktop.store.schema_3 import only_in_purge, trigger

_TABLES = (
    noun("addenda", from_body("interview_id"), from_body("number", kind="INTEGER")),
    "CREATE INDEX addenda_of_case ON addenda (case_id)",
    "CREATE INDEX addenda_of_interview ON addenda (interview_id, number)",
    # Figures that are about no single case have an empty case: so it is no foreign key.
    (
        "CREATE TABLE given (seq INTEGER PRIMARY KEY, case_id TEXT NOT NULL, at TEXT NOT NULL,"
        " body TEXT NOT NULL) STRICT"
    ),
    "CREATE INDEX given_of_case ON given (case_id, at)",
)

_ALWAYS_THE_SAME = ("interview_id", "signed_at", "variant", "digest", "addendum_id", "salt")
"""What a countersignature leaves as it was."""

_MOVED = " OR ".join(
    f"NEW.body ->> '$.{name}' IS NOT OLD.body ->> '$.{name}'" for name in _ALWAYS_THE_SAME
)

_GUARDS = (
    *(never(table)[0] for table in ("addenda", "given")),
    *(only_in_purge(table, "OLD.case_id") for table in ("addenda", "given")),
    # Only what was sealed is corrected by an addendum; everything else is still open to change.
    trigger(
        "addenda_after_seal",
        "INSERT",
        "addenda",
        "NOT EXISTS (SELECT 1 FROM seals WHERE interview_id = NEW.body ->> '$.interview_id')",
    ),
    # Until now only the program held that a report changes once, by a countersignature.
    trigger(
        "reports_changed_once",
        "UPDATE",
        "reports",
        "OLD.body ->> '$.stage' IS NOT 'signed'"
        " OR NEW.body ->> '$.stage' IS NOT 'countersigned'"
        f" OR coalesce(OLD.body ->> '$.variant', 'full') NOT IN ('full', 'addendum') OR {_MOVED}",
    ),
    trigger(
        "journal_purge_given",
        "INSERT",
        "journal",
        "NEW.kind = 'purge' AND EXISTS"
        " (SELECT 1 FROM purges JOIN given USING (case_id) WHERE purges.seq = NEW.seq)",
    ),
)

STATEMENTS = (*_TABLES, *_GUARDS)
