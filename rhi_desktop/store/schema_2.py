"""Owns what version 2 adds: the tables of the whole job, and a list that knows who was heard."""

from __future__ import annotations

from rhi_desktop.store.schema_1 import (
    OF_BODY,
    OF_PLAN,
    from_body,
    never,
    not_when_sealed,
    noun,
)

_OF_INTERVIEW = from_body("interview_id")
_NUMBER = from_body("number", kind="INTEGER")

_NOUNS = (
    noun(
        "facts",
        "about TEXT GENERATED ALWAYS AS (coalesce(body ->> '$.episode_id', case_id)) STORED",
        from_body("question_id"),
    ),
    noun("entities", from_body("name")),
    noun("readings", _OF_INTERVIEW, from_body("made_at", "at")),
    noun("concerns", _OF_INTERVIEW, from_body("set_id"), from_body("indicator_id")),
    noun("threads", _OF_INTERVIEW, _NUMBER),
    noun("actions", _OF_INTERVIEW, _NUMBER),
    noun("disclosures", _OF_INTERVIEW, from_body("opened_at")),
    noun("disclosure_steps", from_body("disclosure_id"), from_body("written_at")),
    noun("drawings", from_body("plan_id")),
    noun("follow_ups", _OF_INTERVIEW, from_body("made_at", "at")),
)

_INDEXES = (
    "CREATE INDEX facts_of_case ON facts (case_id)",
    "CREATE INDEX facts_about ON facts (about, question_id)",
    "CREATE INDEX entities_of_case ON entities (case_id, name)",
    "CREATE INDEX readings_of_interview ON readings (interview_id, made_at)",
    "CREATE INDEX concerns_of_interview ON concerns (interview_id, set_id, indicator_id)",
    "CREATE INDEX threads_of_interview ON threads (interview_id, number)",
    "CREATE INDEX actions_of_interview ON actions (interview_id, number)",
    "CREATE INDEX disclosures_of_case ON disclosures (case_id, opened_at)",
    "CREATE INDEX disclosures_of_interview ON disclosures (interview_id, opened_at)",
    "CREATE INDEX steps_of_disclosure ON disclosure_steps (disclosure_id, written_at)",
    "CREATE INDEX drawings_of_plan ON drawings (plan_id)",
    "CREATE INDEX follow_ups_of_case ON follow_ups (case_id, made_at)",
    "CREATE INDEX follow_ups_of_interview ON follow_ups (interview_id, made_at)",
)

_TRIGGERS = (
    *(
        trigger
        for table in ("disclosures", "disclosure_steps", "follow_ups")
        for trigger in never(table)
    ),
    *(
        trigger
        for table in ("readings", "concerns", "threads", "actions")
        for trigger in not_when_sealed(table, OF_BODY)
    ),
    *not_when_sealed("drawings", OF_PLAN),
)

_WAITING = "started_at IS NULL AND stopped_at IS NULL AND returned IS NOT NULL"
_REST = "started_at IS NOT NULL OR stopped_at IS NOT NULL OR returned IS NULL"

# Until now the list took every interview for a talk, and every attempt for an offer. Now
# `started_at` is when the child was first heard about the newest episode, and the newest interview
# about it says what it came to.
_LIST = (
    "ALTER TABLE case_rows ADD COLUMN outcome TEXT",
    "ALTER TABLE case_rows ADD COLUMN stopped_at TEXT",
    "DROP INDEX case_rows_waiting",
    "DROP INDEX case_rows_rest",
    (
        "UPDATE case_rows SET outcome ="
        " (SELECT body ->> '$.outcome' FROM interviews WHERE id = case_rows.interview_id),"
        " started_at = (SELECT min(i.started_at) FROM interviews AS i"
        " WHERE i.case_id = case_rows.case_id"
        " AND EXISTS (SELECT 1 FROM json_each(i.body, '$.episode_ids')"
        " WHERE value = case_rows.episode_id)"
        " AND coalesce(i.body ->> '$.outcome' IN ('completed', 'stopped_by_child'), 1)"
        " AND coalesce(i.body ->> '$.begun', 1)) WHERE interview_id IS NOT NULL"
    ),
    (
        "UPDATE case_rows SET stopped_at ="
        " (SELECT body ->> '$.ended_at' FROM interviews WHERE id = case_rows.interview_id),"
        " stage = CASE stage WHEN 'talking' THEN 'ended' ELSE stage END"
        " WHERE outcome NOT IN ('completed', 'stopped_by_child')"
    ),
    (
        "UPDATE case_rows SET stage = 'tried' WHERE stage = 'offered' AND NOT EXISTS"
        " (SELECT 1 FROM attempts WHERE episode_id = case_rows.episode_id"
        " AND (body ->> '$.method' = 'letter'"
        " OR body ->> '$.reply' NOT IN ('no_answer', 'not_reached')))"
    ),
    f"CREATE INDEX case_rows_waiting ON case_rows (returned) WHERE {_WAITING}",
    f"CREATE INDEX case_rows_rest ON case_rows (saved_at) WHERE {_REST}",
)

STATEMENTS = (*_NOUNS, *_INDEXES, *_TRIGGERS, *_LIST)
