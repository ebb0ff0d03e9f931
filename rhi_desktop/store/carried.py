"""Owns sealed accounts that come by bundle: whether a seal fits what came with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from rhi_desktop.crypto.digest import same, seal_digest
from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.exchange import MergePlan, Standing
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.domain.variant import Variant
from rhi_desktop.store import reading, reports
from rhi_desktop.store.opened import Vault
from rhi_desktop.store.tables import by_content

Body = dict[str, Plain]
Stood = Callable[[Record], bool]
CONTENT = (
    *(Kind.LINE, Kind.READING, Kind.ANSWER, Kind.CONCERN),
    *(Kind.THREAD, Kind.ACTION, Kind.PLAN),
)
"""What hangs on an interview and is fixed by its seal."""
OF_PLAN = (Kind.PLAN_LINE, Kind.DRAWING)

_PARENTS = ("case_id", "interview_id", "episode_id", "plan_id", "disclosure_id")
_STRUCK = {
    "lines": "struck_by",
    "entities": "struck_at",
    "threads": "struck_at",
    "actions": "struck_at",
}
"""Which field says that something was struck; what is struck stands in no sealed account."""
_ARRIVING = (Standing.NEW, Standing.NEWER)


def _stood(seal: Record) -> Stood:
    """Which revisions of what lives on stood in the account when the seal was set."""
    named = seal.body.get("rests_on")
    if isinstance(named, list):
        digests = {one for one in named if isinstance(one, str)}
        return lambda record: record.digest in digests
    # A seal of the first version names nothing: what was there is told by the time.
    return lambda record: record.at <= seal.at


class Carried:
    """The records of one bundle, from which each sealed account in it is put together again.

    Everything stays in the plain form its author wrote: that is what was sealed. `account` answers
    None when a seal is over something else than what came with it.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self._revisions: dict[str, list[Record]] = {}
        self._hanging: dict[tuple[Kind, str], list[str]] = defaultdict(list)
        for record in sorted(records, key=lambda record: record.revision):
            known = self._revisions.setdefault(record.id, [])
            known.append(record)
            if len(known) > 1:
                continue
            for name in _PARENTS:
                under = record.body.get(name)
                if isinstance(under, str):
                    self._hanging[record.kind, under].append(record.id)

    def account(self, seal: Record) -> bytes | None:
        """The canonical account under a seal, what was struck included."""
        try:
            return self._fitting(seal)
        except (LookupError, TypeError, ValueError):
            return None

    def _fitting(self, seal: Record) -> bytes | None:
        whole = self._whole(seal)
        digest = seal_digest(_without_struck(whole), str(seal.body["salt"]))
        return dumps(whole) if same(digest, str(seal.body["digest"])) else None

    def _whole(self, seal: Record) -> Body:
        interview = self._revisions[str(seal.body["interview_id"])][-1]
        ids = interview.body["episode_ids"]
        if not isinstance(ids, list):
            raise TypeError("episodes")
        episodes = [str(one) for one in ids]
        stood = _stood(seal)
        inside: Body = {
            "case": self._then(seal.case_id, stood),
            "episodes": [self._then(one, stood) for one in episodes],
            "attempts": [a for one in episodes for a in self._living(Kind.ATTEMPT, one, stood)],
            "interview": interview.body,
            "lines": self._fixed(Kind.LINE, interview.id),
            "answers": self._fixed(Kind.ANSWER, interview.id),
            "plan": self._plan(interview.id),
        }
        return inside | self._later(interview, episodes, stood)

    def _later(self, head: Record, episodes: Sequence[str], stood: Stood) -> Body:
        """What `plain.later` writes only where there is any."""
        of_child = self._living(Kind.FACT, head.case_id, stood)
        interview = head.id
        parts: Body = {
            "facts": [
                *(fact for fact in of_child if not fact.get("episode_id")),
                *(fact for one in episodes for fact in self._living(Kind.FACT, one, stood)),
            ],
            "entities": [*self._living(Kind.ENTITY, head.case_id, stood)],
            "readings": self._fixed(Kind.READING, interview),
            "concerns": self._fixed(Kind.CONCERN, interview),
            "threads": self._fixed(Kind.THREAD, interview),
            "actions": self._fixed(Kind.ACTION, interview),
            "disclosures": [
                {**one, "steps": [*self._living(Kind.DISCLOSURE_STEP, str(one["id"]), stood)]}
                for one in self._living(Kind.DISCLOSURE, interview, stood)
            ],
            "follow_ups": [*self._living(Kind.FOLLOW_UP, interview, stood)],
        }
        return {name: part for name, part in parts.items() if part}

    def _plan(self, interview_id: str) -> Body | None:
        plans = self._fixed(Kind.PLAN, interview_id)
        if not plans or not isinstance(plan := plans[-1], dict):
            return None
        drawings = self._fixed(Kind.DRAWING, str(plan["id"]))
        whole = {**plan, "lines": self._fixed(Kind.PLAN_LINE, str(plan["id"]))}
        return whole | {"drawing": drawings[-1]} if drawings else whole

    def _fixed(self, kind: Kind, parent: str) -> list[Plain]:
        """What was written inside the interview does not change after the seal."""
        newest = [self._revisions[one][-1] for one in self._hanging.get((kind, parent), ())]
        return [record.body for record in sorted(newest, key=by_content)]

    def _living(self, kind: Kind, parent: str, stood: Stood) -> list[Body]:
        """What lives on, as it was when the seal was set."""
        hanging = self._hanging.get((kind, parent), ())
        found = (self._at(one, stood) for one in hanging)
        there = [record for record in found if record is not None]
        return [record.body for record in sorted(there, key=by_content)]

    def _then(self, record_id: str, stood: Stood) -> Body:
        found = self._at(record_id, stood)
        return found.body if found else self._revisions[record_id][-1].body

    def _at(self, record_id: str, stood: Stood) -> Record | None:
        return next((one for one in reversed(self._revisions[record_id]) if stood(one)), None)

    def holds(self, record_id: str) -> bool:
        """Whether the bundle has any revision of this record."""
        return record_id in self._revisions


def unfit(vault: Vault, plan: MergePlan) -> frozenset[str]:
    """The interviews about which something arrives that does not fit them.

    A seal that is not over the words that would stand here under it: the bundle's own records do
    not give its digest, or there is more here than was sealed. A report whose file does not go on
    from the file of the revision before. An addendum to no report on its interview.
    """
    carried = Carried(plan.incoming.records)
    arriving = [item.record for item in plan.items if item.standing in _ARRIVING]
    seals = (record for record in arriving if record.kind is Kind.SEAL)
    wrong = [
        seal for seal in seals if carried.account(seal) is None or _has_more(vault, seal, carried)
    ]
    wrong += [record for record in arriving if not _goes_on(vault, plan, record)]
    wrong += [record for record in arriving if not _names_its_report(vault, plan, record)]
    return frozenset(str(record.body["interview_id"]) for record in wrong)


def _goes_on(vault: Vault, plan: MergePlan, record: Record) -> bool:
    """Whether a countersigned file begins with the very bytes that were countersigned."""
    if record.kind is not Kind.REPORT or record.revision == 1:
        return True
    came = (one for one in plan.incoming.records if one.digest == record.previous)
    before = next(came, None) or reading.load_record(vault, Kind.REPORT, record.id)
    wanted, name = str(before.body["sha256"]), str(record.body["sha256"])
    read = plan.incoming.files.get(wanted) or reports.get_file(vault, wanted)
    return name != wanted and plan.incoming.files[name].startswith(read)


def _names_its_report(vault: Vault, plan: MergePlan, record: Record) -> bool:
    """Whether what an addendum belongs to is the file of a full report on the same interview."""
    if record.kind is not Kind.ADDENDUM:
        return True
    interview = record.body["interview_id"]
    came = {
        one.body["sha256"]
        for one in plan.incoming.records
        if one.kind is Kind.REPORT and one.body["interview_id"] == interview and _is_full(one)
    }
    return record.body["of"] in came | reports.files_about(vault, str(interview))


def _is_full(report: Record) -> bool:
    return report.body.get("variant", Variant.FULL.value) == Variant.FULL.value


def keep(vault: Vault, plan: MergePlan) -> None:
    """Keeps the account under each arriving seal. Call it inside the import's transaction."""
    carried = Carried(plan.incoming.records)
    for item in plan.items:
        if _is_arriving_seal(item.record, item.standing):
            body = carried.account(item.record)
            if body is not None:
                interview = str(item.record.body["interview_id"])
                vault.connection.run("INSERT INTO accounts VALUES (?, ?)", interview, body.decode())


def _is_arriving_seal(record: Record, standing: Standing) -> bool:
    return record.kind is Kind.SEAL and standing in _ARRIVING


def _has_more(vault: Vault, seal: Record, carried: Carried) -> bool:
    interview = str(seal.body["interview_id"])
    here = [
        record
        for kind in CONTENT
        for record in reading.child_records(vault, kind, "interview_id", interview)
    ]
    plans = [record.id for record in here if record.kind is Kind.PLAN]
    for kind in OF_PLAN:
        for plan in plans:
            here += reading.child_records(vault, kind, "plan_id", plan)
    return not all(carried.holds(record.id) for record in here)


def _without_struck(whole: Body) -> Body:
    kept = dict(whole)
    for name, struck in _STRUCK.items():
        if name in whole:
            kept[name] = _standing(whole[name], struck)
            if not kept[name] and name != "lines":
                del kept[name]  # written only where there is any
    plan = whole["plan"]
    if isinstance(plan, dict):
        kept["plan"] = {**plan, "lines": _standing(plan["lines"], "struck_at")}
    return kept


def _standing(listed: Plain, struck: str) -> list[Plain]:
    found = listed if isinstance(listed, list) else []
    return [one for one in found if isinstance(one, dict) and not one.get(struck)]
