"""Owns what version 3 adds: one way to remove a case, and no other way to remove anything."""

from __future__ import annotations

from rhi_desktop.store.schema_1 import never

_NOUNS = (
    *("cases", "episodes", "facts", "entities", "attempts", "interviews", "lines", "readings"),
    *("answers", "concerns", "threads", "actions", "disclosures", "disclosure_steps", "plans"),
    *("plan_lines", "drawings", "follow_ups", "seals", "reports", "reviews"),
)
_REFUSED_SO_FAR = (
    *("attempts", "seals", "reviews", "disclosures", "disclosure_steps", "follow_ups"),
    *("history", "accounts", "files", "distributions"),
)
"""Tables of which no row could be removed; now those of a purged case can."""

_TABLES = (
    # A purge is a row of the journal too: the one that its number names. That row has to follow in
    # the same transaction, and nothing may be removed any more once it is there.
    (
        "CREATE TABLE purges (seq INTEGER PRIMARY KEY"
        " REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,"
        " id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, author TEXT NOT NULL,"
        " device TEXT NOT NULL, at TEXT NOT NULL, records INTEGER NOT NULL,"
        " covers TEXT NOT NULL, digest TEXT NOT NULL) STRICT"
    ),
    "CREATE INDEX purges_of_case ON purges (case_id, seq)",
    # Which purge has still to be followed by cleaning; empty at all other times.
    "CREATE TABLE purge_rest (purge INTEGER PRIMARY KEY REFERENCES purges (seq)) STRICT",
    # How much of which case a bundle held that left or came.
    (
        "CREATE TABLE bundle_cases (bundle_id TEXT NOT NULL, case_id TEXT NOT NULL,"
        " revisions INTEGER NOT NULL, PRIMARY KEY (bundle_id, case_id)) STRICT"
    ),
    "CREATE INDEX bundles_of_case ON bundle_cases (case_id)",
    "CREATE INDEX reports_by_file ON reports (sha256)",
    "CREATE INDEX history_by_file ON history (body ->> '$.sha256') WHERE kind = 'report'",
)

_REMOVING = (
    "EXISTS (SELECT 1 FROM purges WHERE case_id = CASE_ID"
    " AND seq > coalesce((SELECT max(seq) FROM journal), 0))"
)
"""The purge of this case has begun, and its row of the journal is still to come."""

_ANY = _REMOVING.replace("case_id = CASE_ID AND ", "")


def trigger(name: str, act: str, table: str, when: str) -> str:
    """Refuses an act on a row while `when` holds."""
    return (
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} WHEN {when}"
        " BEGIN SELECT RAISE(ABORT, 'record_fixed'); END"
    )


def only_in_purge(table: str, case: str, further: str = "") -> str:
    """Refuses to delete a row but in the purge of its case; `case` is the SQL for that."""
    allowed = _REMOVING.replace("CASE_ID", case) if case else _ANY
    return trigger(f"{table}_not_deleted", "DELETE", table, f"NOT ({allowed}{further})")


_GUARDS = (
    *(only_in_purge(table, "OLD.case_id") for table in (*_NOUNS, "history", "bundle_cases")),
    only_in_purge("accounts", "(SELECT case_id FROM interviews WHERE id = OLD.interview_id)"),
    only_in_purge("distributions", "(SELECT case_id FROM reports WHERE id = OLD.report_id)"),
    only_in_purge(
        "files",
        "",
        " AND NOT EXISTS (SELECT 1 FROM reports WHERE sha256 = OLD.sha256)"
        " AND NOT EXISTS (SELECT 1 FROM history"
        " WHERE kind = 'report' AND body ->> '$.sha256' = OLD.sha256)",
    ),
    # Nothing that hangs on an interview or a report without naming the case may be left behind.
    trigger(
        "interviews_not_before_accounts",
        "DELETE",
        "interviews",
        "EXISTS (SELECT 1 FROM accounts WHERE interview_id = OLD.id)",
    ),
    trigger(
        "reports_not_before_distributions",
        "DELETE",
        "reports",
        "EXISTS (SELECT 1 FROM distributions WHERE report_id = OLD.id)",
    ),
)

_PURGES = (
    *never("purges"),
    trigger("bundle_cases_not_changed", "UPDATE", "bundle_cases", "1"),
    # A purge is of a case that is here, and its number is the next one of the journal.
    trigger(
        "purges_next",
        "INSERT",
        "purges",
        "NEW.seq IS NOT coalesce((SELECT max(seq) FROM journal), 0) + 1"
        " OR NOT EXISTS (SELECT 1 FROM cases WHERE id = NEW.case_id)",
    ),
    # Between a purge and its row of the journal nothing else is written there.
    trigger(
        "journal_purge_only",
        "INSERT",
        "journal",
        "EXISTS (SELECT 1 FROM purges WHERE seq = NEW.seq"
        " AND (NEW.kind, NEW.id, NEW.digest) IS NOT ('purge', id, digest))",
    ),
    trigger(
        "journal_purge_known",
        "INSERT",
        "journal",
        "NEW.kind = 'purge' AND NOT EXISTS (SELECT 1 FROM purges WHERE seq = NEW.seq)",
    ),
    # A record that is left stops the commit by its foreign key; here is what has none.
    trigger(
        "journal_purge_whole",
        "INSERT",
        "journal",
        "NEW.kind = 'purge' AND EXISTS (SELECT 1 FROM purges WHERE seq = NEW.seq AND ("
        "EXISTS (SELECT 1 FROM cases WHERE id = purges.case_id)"
        " OR EXISTS (SELECT 1 FROM history WHERE case_id = purges.case_id)"
        " OR EXISTS (SELECT 1 FROM case_rows WHERE case_id = purges.case_id)"
        " OR EXISTS (SELECT 1 FROM bundle_cases WHERE case_id = purges.case_id)"
        " OR EXISTS (SELECT 1 FROM place WHERE case_id = purges.case_id)))",
    ),
)

REPLACED = tuple(f"{table}_not_deleted" for table in _REFUSED_SO_FAR)
"""Triggers of versions 1 and 2 that have another condition since version 3."""

# Whose hours passed without a reason is asked of all cases at once; so the list knows the reason.
_LIST = (
    "ALTER TABLE case_rows ADD COLUMN late TEXT",
    (
        "UPDATE case_rows SET late ="
        " (SELECT body ->> '$.late' FROM episodes WHERE id = case_rows.episode_id)"
    ),
)

STATEMENTS = (
    *(f"DROP TRIGGER {name}" for name in REPLACED),
    *_TABLES,
    *_GUARDS,
    *_PURGES,
    *_LIST,
)
