"""Owns the one row per case that the list of cases shows, worked out again at every change."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rhi_desktop.domain.attempt import Method, Reply
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.record import Kind
from rhi_desktop.store.connection import Connection, Value
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.reading import load_record

_HELD = (Outcome.COMPLETED.value, Outcome.STOPPED_BY_CHILD.value)
_MINUTE = len("2026-03-10T14:30")
_LISTED = {
    *(Kind.CASE, Kind.EPISODE, Kind.ATTEMPT, Kind.INTERVIEW),
    *(Kind.SEAL, Kind.REPORT, Kind.REVIEW),
}
"""Kinds that the list shows something of; all others change only the time of saving."""


def folded(text: str) -> str:
    """Text as it is searched: NFKC and without case, so that every spelling of it is found."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def refresh(vault: Vault, kind: Kind, case_id: str, saved_at: str) -> None:
    """Works out the row of a case after one of its records changed. Part of that transaction."""
    connection = vault.connection
    if kind not in _LISTED:
        # Once in a minute is as often as the list can show it, and half the pages of a commit less.
        connection.run(
            "UPDATE case_rows SET saved_at = ?1 WHERE case_id = ?2"
            " AND substr(saved_at, 1, ?3) <> substr(?1, 1, ?3)",
            saved_at,
            case_id,
            _MINUTE,
        )
        return
    if kind is Kind.CASE:
        _put_names(vault, case_id, saved_at)
    _put_progress(connection, case_id, saved_at)


def _put_names(vault: Vault, case_id: str, saved_at: str) -> None:
    body = load_record(vault, Kind.CASE, case_id).body
    child = body["child"]
    if not isinstance(child, dict):
        raise TypeError("a case without a child")
    reference, initials, called = (
        _text(body["reference"]),
        _text(child["initials"]),
        _text(child.get("called", "")),
    )
    vault.connection.run(
        "INSERT INTO case_rows (case_id, sought, reference, initials, called, born, attempts,"
        " stage, saved_at) VALUES (?, ?, ?, ?, ?, ?, 0, 'new', ?)"
        " ON CONFLICT (case_id) DO UPDATE SET sought = excluded.sought,"
        " reference = excluded.reference, initials = excluded.initials,"
        " called = excluded.called, born = excluded.born",
        case_id,
        folded(f"{reference}\n{initials}\n{called}"),
        reference,
        initials,
        called,
        _text(child["born"]) if child.get("born") else None,
        saved_at,
    )


@dataclass(frozen=True, slots=True)
class _Talk:
    """What the list shows of the newest interview about an episode, in the order of the columns.

    `heard_at` is when the child was first heard about the episode in any of them. Neither heard
    nor settled: the clock runs on, also while it is explained what will be shared.
    """

    interview_id: Value = None
    outcome: Value = None
    stopped_at: Value = None
    heard_at: Value = None
    draft: str = ""
    """The stage while nothing is sealed."""


def _put_progress(connection: Connection, case_id: str, saved_at: str) -> None:
    episode_id, returned, late = connection.row(
        "SELECT id, body ->> '$.returned', body ->> '$.late' FROM episodes WHERE case_id = ?"
        " ORDER BY happened DESC, rowid DESC LIMIT 1",
        case_id,
    ) or (None, None, None)
    attempts = connection.number("SELECT count(*) FROM attempts WHERE episode_id = ?", episode_id)
    talk = _talk(connection, case_id, episode_id)
    connection.run(
        "UPDATE case_rows SET episode_id = ?, returned = ?, late = ?, attempts = ?,"
        " interview_id = ?, outcome = ?, stopped_at = ?, started_at = ?, stage = ?, saved_at = ?"
        " WHERE case_id = ?",
        episode_id,
        returned,
        late,
        attempts,
        talk.interview_id,
        talk.outcome,
        talk.stopped_at,
        talk.heard_at,
        _stage(connection, talk, episode_id, attempts),
        saved_at,
        case_id,
    )


_ABOUT = (
    " FROM interviews WHERE case_id = ?1 AND EXISTS"
    " (SELECT 1 FROM json_each(body, '$.episode_ids') WHERE value = ?2)"
)
# The same rule as `clock.can_be_about`: what is from before the child went was about another time.
_WENT = (
    "SELECT min(value) FROM episodes, json_each(json_array(body ->> '$.last_seen',"
    " body ->> '$.reported', body ->> '$.found', body ->> '$.returned')) WHERE episodes.id = ?2"
    " AND coalesce(body ->> '$.last_seen', body ->> '$.reported', body ->> '$.found') IS NOT NULL"
)
_NEWEST = (
    "SELECT id, body ->> '$.outcome', CASE WHEN body ->> '$.ended_at' >="
    f" coalesce(({_WENT}), '') THEN body ->> '$.ended_at' END, coalesce(body ->> '$.begun', 1)"
    f"{_ABOUT} ORDER BY started_at DESC, rowid DESC LIMIT 1"
)
_HEARD = (
    f"SELECT min(started_at){_ABOUT} AND coalesce(body ->> '$.begun', 1)"
    " AND coalesce(body ->> '$.outcome', ?3) IN (?3, ?4)"
    f" AND started_at >= coalesce(({_WENT}), '')"
)


def _talk(connection: Connection, case_id: str, episode_id: Value) -> _Talk:
    newest = connection.row(_NEWEST, case_id, episode_id)
    if newest is None:
        return _Talk()
    interview_id, outcome, ended_at, begun = newest
    heard = connection.row(_HEARD, case_id, episode_id, *_HELD)
    first = heard[0] if heard is not None else None
    if outcome is not None and outcome not in _HELD:
        return _Talk(interview_id, outcome, ended_at, first, "ended")
    return _Talk(interview_id, outcome, None, first, "talking" if begun else "prepared")


def _stage(connection: Connection, talk: _Talk, episode_id: Value, attempts: int) -> str:
    if talk.interview_id is None:
        return _offers(connection, episode_id) if attempts else "new"
    report = connection.row(
        "SELECT id, body ->> '$.stage' FROM reports WHERE interview_id = ?"
        " AND coalesce(body ->> '$.variant', 'full') = 'full'"
        " ORDER BY signed_at DESC, rowid DESC LIMIT 1",
        talk.interview_id,
    )
    if report is None:
        sealed = connection.row("SELECT 1 FROM seals WHERE interview_id = ?", talk.interview_id)
        return "sealed" if sealed else talk.draft
    review = connection.row(
        "SELECT body ->> '$.verdict' FROM reviews WHERE report_id = ?"
        " ORDER BY made_at DESC, rowid DESC LIMIT 1",
        report[0],
    )
    return str(review[0] if review else report[1])


def _offers(connection: Connection, episode_id: Value) -> str:
    # The same rule as `Attempt.reached`: only what reached somebody, or a letter, is an offer.
    reached = connection.row(
        "SELECT 1 FROM attempts WHERE episode_id = ? AND (body ->> '$.method' = ?"
        " OR body ->> '$.reply' NOT IN (?, ?)) LIMIT 1",
        *(episode_id, Method.LETTER.value, Reply.NO_ANSWER.value, Reply.NOT_REACHED.value),
    )
    return "offered" if reached else "tried"


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else ""
