"""Owns what a record may claim: in whose name it speaks, and what it rests on. Pure rules.

A bundle is signed by its sender and not by the authors of the records in it, so that a sender
is believed about the work of others only where it cannot be turned against them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rhi_desktop.crypto.digest import same, seal_digest
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.card import Card
from rhi_desktop.domain.exchange import Here
from rhi_desktop.domain.interview import ReportStage
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.domain.review import Verdict
from rhi_desktop.domain.variant import Variant
from rhi_desktop.sync.records import interviewer_of, is_digest, parents, place, writer_of

_SIGNERS = {ReportStage.SIGNED.value: 1, ReportStage.COUNTERSIGNED.value: 2}
_KEPT = ("interview_id", "signed_at", "variant", "digest", "addendum_id", "salt")
"""What a countersignature leaves as it was."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who sends, and to whom: decides which names a record may bear.

    `me` is the card of whoever reads; without one nobody's name is protected but the sender's.
    """

    sender: Card
    me: Card | None
    interviewers: Mapping[str, str]
    """For each interview of the bundle the PersonId of its interviewer."""
    ours: frozenset[str] = frozenset()
    """Digests that this vault wrote down itself, of records that were removed since."""

    def may_say(self, record: Record) -> bool:
        """Whether the sender may bring this record, which is not here yet.

        Nobody brings us work in our own name that we do not know, an answer to a report in any
        name but their own, the seal of anybody but the interviewer, or an addendum of anybody but
        whoever it names.
        """
        if self.me is not None and self.sender.fingerprint == self.me.fingerprint:
            return True
        if self.me is not None and record.author == self.me.person.id:
            return record.digest in self.ours
        if record.kind is Kind.REVIEW:
            person = self.sender.person
            return (record.author, record.body.get("reviewer")) == (person.id, person.name)
        if record.kind is Kind.SEAL:
            interview = record.body.get("interview_id")
            return record.author == self.interviewers.get(str(interview))
        if record.kind is Kind.ADDENDUM:
            return record.author == writer_of(record)
        return True


def interviewers(records: Sequence[Record]) -> Mapping[str, str]:
    """Whose interviews these are; all revisions of one say the same."""
    return {one.id: interviewer_of(one) for one in records if one.kind is Kind.INTERVIEW}


def goes_on(before: Record | None, record: Record) -> bool:
    """Whether a revision may stand where `before` stood, or, without one, stand for itself."""
    if record.kind is Kind.REPORT and not _is_report(before, record):
        return False
    return before is None or place(before) == place(record)


def _is_report(before: Record | None, record: Record) -> bool:
    """A report has as many signers as its stage says and changes once, by a countersignature.

    What was made for somebody else has one signer for ever.
    """
    body = record.body
    if not _fits_its_variant(body):
        return False
    signers, stage = body.get("signers"), body.get("stage")
    if not isinstance(signers, list) or _SIGNERS.get(str(stage)) != len(set(map(str, signers))):
        return False
    if before is None:
        return True
    same = all(body.get(name) == before.body.get(name) for name in _KEPT)
    first = before.body.get("stage") == ReportStage.SIGNED.value
    return same and first and len(signers) > 1 and before.body.get("signers") == signers[:1]


def _fits_its_variant(body: Mapping[str, Plain]) -> bool:
    variant = Variant(body.get("variant", Variant.FULL.value))
    if variant is Variant.AGGREGATE:
        return False
    is_addendum = variant is Variant.ADDENDUM
    one = variant.countersigned or body.get("stage") == ReportStage.SIGNED.value
    own_digest = is_digest(str(body.get("digest", "")))
    salted = is_digest(str(body.get("salt", "")))
    return (
        one
        and is_addendum == salted == (body.get("addendum_id") is not None)
        and own_digest == (variant is not Variant.FULL)
    )


def report_about(body: Mapping[str, Plain]) -> str:
    """Of what there is one report: an interview, or an addendum; empty where there may be many."""
    variant = Variant(body.get("variant", Variant.FULL.value))
    if variant is Variant.FULL:
        return str(body.get("interview_id"))
    return str(body.get("addendum_id")) if variant is Variant.ADDENDUM else ""


class Ground:
    """What stands in the vault once the records before were written: each rests on others.

    `take` is asked in the order in which records are written.
    """

    def __init__(self, here: Mapping[str, Here]) -> None:
        self._newest = {id_: known.newest for id_, known in here.items()}
        self._sealed = {id_ for id_, known in here.items() if known.fixed}
        self._report = {id_: known.report for id_, known in here.items() if known.report}
        """By interview, or by addendum."""

    def take(self, record: Record) -> bool:
        """Notes a record that is to be written; False when it has nothing to stand on."""
        if not self._is_held(record):
            return False
        self._newest[record.id] = record
        interview = str(record.body.get("interview_id"))
        if record.kind is Kind.SEAL:
            self._sealed.add(interview)
        if record.kind is Kind.REPORT and (about := report_about(record.body)):
            self._report[about] = record.id
        return True

    def _is_held(self, record: Record) -> bool:
        wanted = [*parents(record)]
        if record.kind is not Kind.CASE:
            wanted.append((Kind.CASE, record.case_id))
        if not all(self._stands(kind, id_, record.case_id) for kind, id_ in wanted):
            return False
        interview = str(record.body.get("interview_id"))
        if record.kind is Kind.ADDENDUM:
            return interview in self._sealed
        if record.kind is Kind.REPORT:
            one = self._report.get(report_about(record.body), record.id) == record.id
            return one and interview in self._sealed and self._is_over(record.body)
        return record.kind is not Kind.REVIEW or self._is_answer(record)

    def _is_over(self, report: Mapping[str, Plain]) -> bool:
        """The file of an addendum was signed over the very addendum that stands here."""
        added = self._newest.get(str(report.get("addendum_id")))
        if added is None:
            return True
        return same(seal_digest(added.body, str(report["salt"])), str(report["digest"]))

    def _stands(self, kind: Kind, id_: str, case_id: str) -> bool:
        found = self._newest.get(id_)
        return found is not None and (found.kind, found.case_id) == (kind, case_id)

    def _is_answer(self, record: Record) -> bool:
        """A countersignature is an answer only where the report has one."""
        report = self._newest[str(record.body.get("report_id"))]
        countersigned = report.body.get("stage") == ReportStage.COUNTERSIGNED.value
        return countersigned or record.body.get("verdict") != Verdict.COUNTERSIGNED.value
