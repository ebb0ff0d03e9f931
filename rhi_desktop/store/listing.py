"""Owns the one row per case that the list of cases shows, worked out again at every change."""

from __future__ import annotations

import unicodedata

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


def _put_progress(connection: Connection, case_id: str, saved_at: str) -> None:
    episode_id, returned = connection.row(
        "SELECT id, body ->> '$.returned' FROM episodes WHERE case_id = ?"
        " ORDER BY happened DESC, rowid DESC LIMIT 1",
        case_id,
    ) or (None, None)
    attempts = connection.number("SELECT count(*) FROM attempts WHERE episode_id = ?", episode_id)
    interview_id, settled_at = _talk(connection, case_id, episode_id)
    connection.run(
        "UPDATE case_rows SET episode_id = ?, returned = ?, attempts = ?, interview_id = ?,"
        " started_at = ?, stage = ?, saved_at = ? WHERE case_id = ?",
        episode_id,
        returned,
        attempts,
        interview_id,
        settled_at,
        _stage(connection, interview_id, episode_id, attempts),
        saved_at,
        case_id,
    )


def _talk(connection: Connection, case_id: str, episode_id: Value) -> tuple[Value, Value]:
    """The newest interview of an episode, and when the child was first heard about it.

    Nobody was heard: when the newest of them settled that no talk is held. Neither: nothing, and
    the clock runs on, also while what will be shared is still being explained.
    """
    about = (
        " FROM interviews WHERE case_id = ? AND EXISTS"
        " (SELECT 1 FROM json_each(body, '$.episode_ids') WHERE value = ?)"
    )
    newest = connection.row(
        "SELECT id, CASE WHEN coalesce(body ->> '$.outcome', ?) NOT IN (?, ?)"
        f" THEN body ->> '$.ended_at' END{about} ORDER BY started_at DESC, rowid DESC LIMIT 1",
        *(_HELD[0], *_HELD, case_id, episode_id),
    )
    heard = connection.row(
        f"SELECT min(started_at){about} AND coalesce(body ->> '$.begun', 1)"
        " AND coalesce(body ->> '$.outcome', ?) IN (?, ?)",
        *(case_id, episode_id, _HELD[0], *_HELD),
    )
    if newest is None:
        return None, None
    first = heard[0] if heard is not None else None
    return newest[0], first if first is not None else newest[1]


def _stage(connection: Connection, interview_id: Value, episode_id: Value, attempts: int) -> str:
    if interview_id is None:
        return _offers(connection, episode_id) if attempts else "new"
    report = connection.row(
        "SELECT id, body ->> '$.stage' FROM reports WHERE interview_id = ?"
        " ORDER BY signed_at DESC, rowid DESC LIMIT 1",
        interview_id,
    )
    if report is None:
        sealed = connection.row("SELECT 1 FROM seals WHERE interview_id = ?", interview_id)
        return "sealed" if sealed else "talking"
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
