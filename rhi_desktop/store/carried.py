"""Owns sealed accounts that come by bundle: whether a seal fits what came with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rhi_desktop.crypto.digest import same, seal_digest
from rhi_desktop.domain.canonical import Plain, dumps
from rhi_desktop.domain.exchange import MergePlan, Standing
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.store import reading, reports
from rhi_desktop.store.opened import Vault

Body = dict[str, Plain]
_CONTENT = (Kind.LINE, Kind.ANSWER, Kind.PLAN)
_ARRIVING = (Standing.NEW, Standing.NEWER)


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
            for name in ("interview_id", "episode_id", "plan_id"):
                under = record.body.get(name)
                if isinstance(under, str) and len(known) == 1:
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
        episodes = interview.body["episode_ids"]
        if not isinstance(episodes, list):
            raise TypeError("episodes")
        attempts = [
            record
            for episode in episodes
            for record in self._under(Kind.ATTEMPT, str(episode), "at")
            if record.at <= seal.at
        ]
        return {
            "case": self._then(seal.case_id, seal),
            "episodes": [self._then(str(episode), seal) for episode in episodes],
            "attempts": _bodies(attempts),
            "interview": interview.body,
            "lines": _bodies(self._under(Kind.LINE, interview.id, "number")),
            "answers": _bodies(self._under(Kind.ANSWER, interview.id, "question_id")),
            "plan": self._plan(interview.id),
        }

    def _then(self, record_id: str, seal: Record) -> Body:
        """The case and its episodes live on: here as they were when the seal was set."""
        known = self._revisions[record_id]
        return next((r.body for r in reversed(known) if r.at <= seal.at), known[-1].body)

    def _plan(self, interview_id: str) -> Body | None:
        plans = self._under(Kind.PLAN, interview_id, "id")
        if not plans:
            return None
        lines = self._under(Kind.PLAN_LINE, plans[-1].id, "number")
        return {**plans[-1].body, "lines": _bodies(lines)}

    def _under(self, kind: Kind, parent: str, order: str) -> list[Record]:
        newest = [self._revisions[one][-1] for one in self._hanging.get((kind, parent), ())]
        return sorted(newest, key=lambda record: (record.body[order], record.id))

    def holds(self, record_id: str) -> bool:
        """Whether the bundle has any revision of this record."""
        return record_id in self._revisions


def unfit(vault: Vault, plan: MergePlan) -> frozenset[str]:
    """The interviews about which something arrives that does not fit them.

    A seal that is not over the words that would stand here under it: the bundle's own records do
    not give its digest, or there is more here than was sealed. A report whose file does not go on
    from the file of the revision before.
    """
    carried = Carried(plan.incoming.records)
    arriving = [item.record for item in plan.items if item.standing in _ARRIVING]
    seals = (record for record in arriving if record.kind is Kind.SEAL)
    wrong = [
        seal for seal in seals if carried.account(seal) is None or _has_more(vault, seal, carried)
    ]
    wrong += [record for record in arriving if not _goes_on(vault, plan, record)]
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
        for kind in _CONTENT
        for record in reading.child_records(vault, kind, "interview_id", interview)
    ]
    plans = [record.id for record in here if record.kind is Kind.PLAN]
    for plan in plans:
        here += reading.child_records(vault, Kind.PLAN_LINE, "plan_id", plan)
    return not all(carried.holds(record.id) for record in here)


def _without_struck(whole: Body) -> Body:
    kept = {**whole, "lines": _standing(whole["lines"], "struck_by")}
    plan = whole["plan"]
    if isinstance(plan, dict):
        kept["plan"] = {**plan, "lines": _standing(plan["lines"], "struck_at")}
    return kept


def _standing(lines: Plain, struck: str) -> list[Plain]:
    found = lines if isinstance(lines, list) else []
    return [one for one in found if isinstance(one, dict) and not one.get(struck)]


def _bodies(records: Sequence[Record]) -> list[Plain]:
    return [record.body for record in records]
