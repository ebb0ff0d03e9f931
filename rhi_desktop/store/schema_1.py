"""Owns the tables and triggers of version 1; the text of a statement is never edited."""

from __future__ import annotations

_TIMES = ("returned", "found", "reported", "last_seen")


def noun(table: str, *generated: str) -> str:
    """The table of one kind of record, with the columns that are generated out of its body."""
    # The body is the only truth: whatever SQL needs is generated out of it.
    columns = (
        "id TEXT PRIMARY KEY NOT NULL",
        "case_id TEXT NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED",
        "revision INTEGER NOT NULL",
        "previous TEXT NOT NULL",
        "author TEXT NOT NULL",
        "device TEXT NOT NULL",
        "at TEXT NOT NULL",
        "salt TEXT NOT NULL",
        "digest TEXT NOT NULL",
        "body TEXT NOT NULL",
        *generated,
    )
    return f"CREATE TABLE {table} ({', '.join(columns)}) STRICT"


def from_body(name: str, field: str = "", kind: str = "TEXT") -> str:
    """A column that holds one field of the body."""
    return f"{name} {kind} GENERATED ALWAYS AS (body ->> '$.{field or name}') STORED"


_HAPPENED = ", ".join(f"body ->> '$.{time}'" for time in _TIMES)

_NOUNS = (
    noun("cases"),
    noun("episodes", f"happened TEXT GENERATED ALWAYS AS (coalesce({_HAPPENED}, at)) STORED"),
    noun("attempts", from_body("episode_id"), from_body("made_at", "at")),
    noun("interviews", from_body("started_at")),
    noun("lines", from_body("interview_id"), from_body("number", kind="INTEGER")),
    noun("answers", from_body("interview_id"), from_body("question_id")),
    noun("plans", from_body("interview_id")),
    noun("plan_lines", from_body("plan_id"), from_body("number", kind="INTEGER")),
    noun("seals", from_body("interview_id")),
    noun("reports", from_body("interview_id"), from_body("signed_at"), from_body("sha256")),
    noun(
        "reviews",
        from_body("interview_id"),
        from_body("report_id"),
        from_body("made_at", "at"),
    ),
)

_INDEXES = (
    "CREATE INDEX episodes_of_case ON episodes (case_id, happened)",
    "CREATE INDEX attempts_of_case ON attempts (case_id)",
    "CREATE INDEX attempts_of_episode ON attempts (episode_id, made_at)",
    "CREATE INDEX interviews_of_case ON interviews (case_id, started_at)",
    "CREATE INDEX lines_of_interview ON lines (interview_id, number)",
    "CREATE INDEX answers_of_interview ON answers (interview_id, question_id)",
    "CREATE INDEX plans_of_interview ON plans (interview_id)",
    "CREATE INDEX plans_of_case ON plans (case_id)",
    "CREATE INDEX plan_lines_of_plan ON plan_lines (plan_id, number)",
    "CREATE INDEX seals_of_case ON seals (case_id)",
    "CREATE INDEX reports_of_case ON reports (case_id)",
    "CREATE INDEX reviews_of_case ON reviews (case_id)",
    "CREATE INDEX seals_of_interview ON seals (interview_id)",
    "CREATE INDEX reports_of_interview ON reports (interview_id, signed_at)",
    "CREATE INDEX reviews_of_interview ON reviews (interview_id, made_at)",
    "CREATE INDEX reviews_of_report ON reviews (report_id, made_at)",
)

_KEPT = (
    (
        "CREATE TABLE vault (only INTEGER PRIMARY KEY CHECK (only = 1), vault_id TEXT NOT NULL,"
        " device TEXT NOT NULL, made_at TEXT NOT NULL) STRICT"
    ),
    (
        "CREATE TABLE journal (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL,"
        " revision INTEGER NOT NULL, previous TEXT NOT NULL, digest TEXT NOT NULL,"
        " author TEXT NOT NULL, device TEXT NOT NULL, at TEXT NOT NULL,"
        " newest TEXT NOT NULL, link TEXT NOT NULL) STRICT"
    ),
    (
        "CREATE TABLE history (kind TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL,"
        " revision INTEGER NOT NULL, previous TEXT NOT NULL, author TEXT NOT NULL,"
        " device TEXT NOT NULL, at TEXT NOT NULL, salt TEXT NOT NULL, digest TEXT NOT NULL,"
        " body TEXT NOT NULL, UNIQUE (id, revision, digest)) STRICT"
    ),
    "CREATE INDEX history_of_case ON history (case_id)",
    "CREATE TABLE accounts (interview_id TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL) STRICT",
    "CREATE TABLE files (sha256 TEXT PRIMARY KEY NOT NULL, data BLOB NOT NULL) STRICT",
    (
        "CREATE TABLE card_log (seq INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL,"
        " trust TEXT NOT NULL, at TEXT NOT NULL) STRICT"
    ),
    (
        "CREATE TABLE sent (bundle_id TEXT PRIMARY KEY NOT NULL, at TEXT NOT NULL,"
        " body TEXT NOT NULL) STRICT"
    ),
    (
        "CREATE TABLE distributions (seq INTEGER PRIMARY KEY, report_id TEXT NOT NULL,"
        " at TEXT NOT NULL, body TEXT NOT NULL) STRICT"
    ),
    "CREATE INDEX distributions_of_report ON distributions (report_id, at)",
)

_CHANGING = (
    "CREATE TABLE cards (fingerprint TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL) STRICT",
    (
        "CREATE TABLE owner (only INTEGER PRIMARY KEY CHECK (only = 1), person TEXT,"
        " identity BLOB) STRICT"
    ),
    (
        "CREATE TABLE drafts (key TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL,"
        " caret INTEGER NOT NULL, at TEXT NOT NULL) STRICT"
    ),
    (
        "CREATE TABLE place (only INTEGER PRIMARY KEY CHECK (only = 1), page TEXT NOT NULL,"
        " case_id TEXT NOT NULL, detail TEXT NOT NULL, at TEXT NOT NULL) STRICT"
    ),
    # What the list of cases shows, worked out again with every change of the case.
    (
        "CREATE TABLE case_rows (case_id TEXT PRIMARY KEY NOT NULL, sought TEXT NOT NULL,"
        " reference TEXT NOT NULL, initials TEXT NOT NULL, called TEXT NOT NULL, born TEXT,"
        " episode_id TEXT, returned TEXT, attempts INTEGER NOT NULL, interview_id TEXT,"
        " started_at TEXT, stage TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
)

_LIST_ORDER = (
    (
        "CREATE INDEX case_rows_waiting ON case_rows (returned)"
        " WHERE started_at IS NULL AND returned IS NOT NULL"
    ),
    (
        "CREATE INDEX case_rows_rest ON case_rows (saved_at)"
        " WHERE started_at IS NOT NULL OR returned IS NULL"
    ),
)

_NAME = "PRAGMA application_id = 1380469078"
"""The four letters RHIV."""

TABLES = (_NAME, *_NOUNS, *_INDEXES, *_KEPT, *_CHANGING, *_LIST_ORDER)

_SEALED = "EXISTS (SELECT 1 FROM seals WHERE interview_id = INTERVIEW)"
_REFUSE = "BEGIN SELECT RAISE(ABORT, 'record_fixed'); END"


def never(table: str) -> tuple[str, str]:
    """Triggers of a table to which rows are only ever added."""
    return (
        f"CREATE TRIGGER {table}_not_changed BEFORE UPDATE ON {table} {_REFUSE}",
        f"CREATE TRIGGER {table}_not_deleted BEFORE DELETE ON {table} {_REFUSE}",
    )


def not_when_sealed(table: str, interview: str) -> tuple[str, ...]:
    """Triggers of a table whose rows stand still once their interview is sealed.

    `interview` is the SQL for its identifier, with ROW for the row.
    """

    def trigger(act: str, side: str) -> str:
        return (
            f"CREATE TRIGGER {table}_sealed_{act.lower()}_{side.lower()} BEFORE {act} ON {table}"
            f" WHEN {_SEALED.replace('INTERVIEW', interview).replace('ROW', side)} {_REFUSE}"
        )

    return tuple(
        trigger(act, side)
        for act, side in (
            ("INSERT", "NEW"),
            ("UPDATE", "NEW"),
            ("UPDATE", "OLD"),
            ("DELETE", "OLD"),
        )
    )


OF_BODY = "ROW.body ->> '$.interview_id'"
OF_PLAN = "(SELECT interview_id FROM plans WHERE id = ROW.body ->> '$.plan_id')"

TRIGGERS = (
    *(
        trigger
        for table in (
            *("attempts", "seals", "reviews", "vault", "journal", "history", "accounts"),
            *("files", "card_log", "sent", "distributions"),
        )
        for trigger in never(table)
    ),
    *not_when_sealed("interviews", "ROW.id"),
    *not_when_sealed("lines", OF_BODY),
    *not_when_sealed("answers", OF_BODY),
    *not_when_sealed("plans", OF_BODY),
    *not_when_sealed("plan_lines", OF_PLAN),
    not_when_sealed("seals", OF_BODY)[0],
)
