"""Owns taking records out for a bundle, and putting those of a bundle in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rhi_desktop.crypto.digest import digest_fits
from rhi_desktop.domain.bodies import BODIES
from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.exchange import Here, MergePlan, Outgoing, Standing
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import NotPlainError, from_plain, to_plain
from rhi_desktop.domain.record import Kind, Record, applying_order, packs_of
from rhi_desktop.errors import BundleError
from rhi_desktop.store import carried, journal, listing, reading, records, reports
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.tables import NOUNS, sql

_OF_CASE = (
    *(Kind.EPISODE, Kind.FACT, Kind.ENTITY, Kind.ATTEMPT, Kind.INTERVIEW),
    *(Kind.DISCLOSURE, Kind.FOLLOW_UP),
)
_OF_INTERVIEW = (*carried.CONTENT, Kind.SEAL, Kind.ADDENDUM, Kind.REPORT, Kind.REVIEW)
_DEEPER = {
    Kind.DISCLOSURE: ("disclosure_id", (Kind.DISCLOSURE_STEP,)),
    Kind.INTERVIEW: ("interview_id", _OF_INTERVIEW),
    Kind.PLAN: ("plan_id", carried.OF_PLAN),
}


def collect(vault: Vault, case_ids: Sequence[CaseId]) -> Outgoing:
    """Every revision of everything these cases hold, in an order that can be applied, with files.

    VaultError record_missing for a case that is not here.
    """
    found = [record for case_id in dict.fromkeys(case_ids) for record in _of_case(vault, case_id)]
    found.sort(key=applying_order)
    names = {_field(record, "sha256") for record in found if record.kind is Kind.REPORT}
    packs = {one for record in found for one in packs_of(record)}
    return Outgoing(
        records=tuple(found),
        files={name: reports.get_file(vault, name) for name in sorted(names)},
        packs=tuple(sorted(packs)),
        journal=journal.head(vault),
    )


def apply(vault: Vault, plan: MergePlan, at: Moment) -> int:
    """Writes what is new or newer, all or nothing, and answers with how many records that were.

    The envelopes stay the senders' own; the journal notes them in the order of arrival. Raises
    BundleError bundle_changed for a record or file that is not what its digest says,
    bundle_damaged for a body that describes no value; VaultError record_fixed for a change to
    something sealed here. Nothing is written then.
    """
    wanted = {Standing.NEW, Standing.NEWER}
    arriving = sorted(
        (item.record for item in plan.items if item.standing in wanted), key=applying_order
    )
    for record in arriving:
        _judge(record)
    with vault.transaction():
        records.write_all(vault, arriving)
        for record in arriving:
            if record.kind is Kind.REPORT:
                _keep_file(vault, plan.incoming.files, _field(record, "sha256"))
        carried.keep(vault, plan)
        _renew_list(vault, arriving, str(to_plain(at.now)))
    return len(arriving)


def standing_inputs(vault: Vault, ids: Iterable[str]) -> Mapping[str, Here]:
    """For each of these records that is here: how it stands. The others are left out."""
    wanted = dumps(list(dict.fromkeys(ids))).decode()
    earlier: dict[str, set[str]] = {}
    for record_id, digest in vault.connection.rows(
        "SELECT id, digest FROM history WHERE id IN (SELECT value FROM json_each(?))", wanted
    ):
        earlier.setdefault(str(record_id), set()).add(str(digest))
    sealed = {row[0] for row in vault.connection.rows("SELECT interview_id FROM seals")}
    signed = reports.signed_about(vault)
    return {
        str(row[0]): Here(
            reading.record_of(kind, row),
            frozenset(earlier.get(str(row[0]), ())),
            fixed=row[0] in sealed,
            report=signed.get(str(row[0]), ""),
        )
        for kind in NOUNS
        for row in vault.connection.rows(
            sql("SELECT ENVELOPE FROM NOUN WHERE id IN (SELECT value FROM json_each(?))", kind),
            wanted,
        )
    }


_ONE_OF_EACH: dict[Kind, tuple[str, tuple[str, ...]]] = {
    Kind.FACT: ("about", ("question_id",)),
    Kind.ANSWER: ("interview_id", ("question_id",)),
    Kind.READING: ("interview_id", ("line_id",)),
    Kind.CONCERN: ("interview_id", ("set_id", "indicator_id")),
    Kind.PLAN: ("interview_id", ()),
    Kind.DRAWING: ("plan_id", ()),
    Kind.ADDENDUM: ("interview_id", ("number",)),
}
"""Of which kinds one record stands for each of these fields under the same parent."""


def taken(vault: Vault, plan: MergePlan) -> frozenset[str]:
    """The arriving records in whose place another one stands here: two answers to one question.

    Both beside each other, one would hide the other: a person decides which of them holds.
    """
    known: dict[tuple[Kind, str], dict[tuple[Plain, ...], str]] = {}
    found: set[str] = set()
    for record in (item.record for item in plan.items if item.standing is Standing.NEW):
        if record.kind not in _ONE_OF_EACH:
            continue
        column, names = _ONE_OF_EACH[record.kind]
        about = record.body.get("episode_id") or record.case_id
        parent = str(about if column == "about" else record.body.get(column))
        if (record.kind, parent) not in known:
            known[record.kind, parent] = {
                _fields(one, names): one.id
                for one in reading.child_records(vault, record.kind, column, parent)
            }
        if known[record.kind, parent].get(_fields(record, names), record.id) != record.id:
            found.add(record.id)
    return frozenset(found)


def _fields(record: Record, names: Sequence[str]) -> tuple[Plain, ...]:
    return tuple(record.body.get(name) for name in names)


def _of_case(vault: Vault, case_id: CaseId) -> list[Record]:
    found = [reading.load_record(vault, Kind.CASE, case_id)]
    for kind in _OF_CASE:
        found += reading.child_records(vault, kind, "case_id", case_id)
    for record in found:  # grows while it is gone through
        column, kinds = _DEEPER.get(record.kind, ("", ()))
        for kind in kinds:
            found += reading.child_records(vault, kind, column, record.id)
    return found + reading.former(vault, case_id)


def _judge(record: Record) -> None:
    if not digest_fits(record) or record.body.get("id") != record.id:
        raise BundleError("bundle_changed")
    try:
        from_plain(BODIES[record.kind], record.body)
    except NotPlainError:
        raise BundleError("bundle_damaged") from None


def _keep_file(vault: Vault, files: Mapping[str, bytes], name: str) -> None:
    if name not in files or reports.put_file(vault, files[name]) != name:
        raise BundleError("bundle_changed")


def _renew_list(vault: Vault, arriving: Sequence[Record], saved_at: str) -> None:
    for case_id in dict.fromkeys(record.case_id for record in arriving):
        listing.refresh(vault, Kind.CASE, case_id, saved_at)


def _field(record: Record, name: str) -> str:
    return str(record.body.get(name, ""))
