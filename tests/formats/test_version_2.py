"""The vault and the bundle of version 2 open for ever, with every kind of the whole job in them."""

from __future__ import annotations

import hashlib
import hmac
import json
import shutil
from pathlib import Path

from rhi_desktop.domain.card import KnownCard, Trust
from rhi_desktop.domain.exchange import Incoming
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.record import Kind, Record
from rhi_desktop.store import (
    carried,
    disclosures,
    drafts,
    exchange_records,
    interviews,
    journal,
    vault,
)
from rhi_desktop.sync import bundle, cards, payload
from rhi_desktop.sync.merge import plan_merge
from tests.unit.store import samples

HERE = Path(__file__).parent
EXPECTED = (HERE / "vault_2" / "expected.json").read_bytes()
LINES = (HERE / "bundle_2" / "expected.jsonl").read_bytes()
ACCOUNT = json.loads(EXPECTED)
INTERVIEW = InterviewId(ACCOUNT["interview"]["id"])


def standing(account: dict[str, list[dict[str, object]]]) -> bytes:
    """What was sealed, by `docs/formats/vault.md` alone: without what was struck."""
    left = dict(account)
    for name, struck in (
        ("lines", "struck_by"),
        ("entities", "struck_at"),
        ("threads", "struck_at"),
        ("actions", "struck_at"),
    ):
        left[name] = [one for one in account[name] if not one[struck]]
    text = json.dumps(left, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def test_the_vault_opens(tmp_path: Path) -> None:
    """The account under the seal byte for byte, and what came after it beside it."""
    folder = tmp_path / "example.rhivault"
    shutil.copytree(HERE / "vault_2" / "example.rhivault", folder)
    opened = vault.open_vault(folder, vault.unlock(folder, samples.PASSPHRASE))
    try:
        journal.check(opened)
        assert opened.connection.rows("SELECT body FROM accounts") == [(EXPECTED.decode(),)]
        found = interviews.stage(opened, INTERVIEW)
        assert isinstance(found, SignedInterview)
        account = found.account
        assert account.plan is not None
        assert account.plan.drawing is not None
        assert (len(account.facts), len(account.entities)) == (2, 2)
        assert len(account.disclosures[0].steps) == 3
        (disclosure,) = disclosures.of_case(opened, CaseId(ACCOUNT["case"]["id"]))
        assert len(disclosure.steps) == 4
        assert [draft.text for draft in drafts.all(opened)] == ["half a sen"]
    finally:
        opened.close()


def test_the_seal_can_be_computed_again() -> None:
    """With a JSON library and HMAC, from the lines of the bundle."""
    records = [json.loads(line).get("record") for line in LINES.splitlines()]
    (seal,) = [one["body"] for one in records if one and one["kind"] == "seal"]
    salt = bytes.fromhex(seal["salt"])
    assert hmac.new(salt, standing(ACCOUNT), hashlib.sha256).hexdigest() == seal["digest"]
    digests = {one["digest"] for one in records if one}
    assert set(seal["rests_on"]) <= digests
    assert {one["kind"] for one in records if one} == {
        *(kind.value for kind in Kind if kind not in {Kind.REVIEW, Kind.ADDENDUM})
    }


def test_the_bundle_opens_and_brings_the_same_account(tmp_path: Path) -> None:
    """Into an empty vault, where the seal fits what came."""
    sender = cards.decode((HERE / "bundle_2" / "sender.rhicard").read_bytes())
    secret = (HERE / "bundle_2" / "reader.agekey").read_text().strip()
    data = (HERE / "bundle_2" / "example.rhib").read_bytes()
    book = [KnownCard(sender, Trust.TRUSTED, sender.made_at)]
    opened = bundle.unseal(data, secret, book, {"ab" * 32})
    lines = list(opened.lines)
    assert b"".join(line + b"\n" for line in lines) == LINES
    items = [payload.parse(line) for line in lines]
    records = tuple(one for one in items if isinstance(one, Record))
    files = dict(one for one in items if not isinstance(one, Record))
    incoming = Incoming(opened.head, opened.sender, records, files)
    days = samples.Days("reader")
    folder = tmp_path / "reader.rhivault"
    here = vault.open_vault(folder, samples.make(folder, days))
    try:
        _bring(here, incoming, days())
        assert here.connection.rows("SELECT body FROM accounts") == [(EXPECTED.decode(),)]
        assert to_plain(interviews.account(here, INTERVIEW)) == ACCOUNT
    finally:
        here.close()


def _bring(here: vault.Vault, incoming: Incoming, at: Moment) -> None:
    plan = plan_merge(incoming, {})
    assert carried.unfit(here, plan) == frozenset()
    assert exchange_records.apply(here, plan, at) == len(incoming.records)
