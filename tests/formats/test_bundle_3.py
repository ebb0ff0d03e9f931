"""The bundle of format 3 opens for ever: an addendum, its file, and a version for somebody else."""

from __future__ import annotations

import json
from pathlib import Path

from rhi_desktop.domain.card import KnownCard, Trust
from rhi_desktop.domain.exchange import Incoming, Standing
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.store import addenda, carried, exchange_records, interviews, journal, vault
from rhi_desktop.sync import bundle, cards, payload
from rhi_desktop.sync.merge import plan_merge
from tests.unit.store import samples

HERE = Path(__file__).parent
LINES = (HERE / "bundle_3" / "expected.jsonl").read_bytes()
VAULT = json.loads((HERE / "vault_4" / "expected.json").read_bytes())


def opened() -> bundle.Opened:
    """By today's program, with the reader's key and the sender's card."""
    sender = cards.decode((HERE / "bundle_3" / "sender.rhicard").read_bytes())
    secret = (HERE / "bundle_3" / "reader.agekey").read_text().strip()
    data = (HERE / "bundle_3" / "example.rhib").read_bytes()
    book = [KnownCard(sender, Trust.TRUSTED, sender.made_at)]
    return bundle.unseal(data, secret, book, {"ab" * 32})


def test_it_opens_line_by_line() -> None:
    """Every kind of record but the answer to a report is in it."""
    lines = b"".join(line + b"\n" for line in opened().lines)
    assert lines == LINES
    records = [json.loads(line).get("record") for line in LINES.splitlines()]
    assert {one["kind"] for one in records if one} == {kind.value for kind in Kind} - {"review"}
    variants = [one["body"].get("variant") for one in records if one and one["kind"] == "report"]
    assert sorted(map(str, variants)) == ["None", "addendum", "police"]


def test_it_brings_what_the_kept_vault_holds(tmp_path: Path) -> None:
    """Into an empty vault: the account, the full report, and what stands beside it."""
    found = opened()
    items = [payload.parse(line) for line in found.lines]
    records = tuple(one for one in items if isinstance(one, Record))
    files = dict(one for one in items if not isinstance(one, Record))
    plan = plan_merge(Incoming(found.head, found.sender, records, files), {})
    assert {item.standing for item in plan.items} == {Standing.NEW}
    days, interview = samples.Days("reader"), InterviewId(VAULT["interview"])
    folder = tmp_path / "reader.rhivault"
    here = vault.open_vault(folder, samples.make(folder, days))
    try:
        assert carried.unfit(here, plan) == frozenset()
        exchange_records.apply(here, plan, days())
        journal.check(here)
        talk = interviews.stage(here, interview)
        assert isinstance(talk, SignedInterview)
        assert to_plain(talk.account) == VAULT["account"]
        assert to_plain(talk.report) == VAULT["full"]
        assert to_plain(addenda.of_interview(here, interview)) == [VAULT["addendum"]]
    finally:
        here.close()
