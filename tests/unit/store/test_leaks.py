"""Claims about plain text: none of what was said, sought or half typed stands in any file."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import book, cases, drafts, interviews, records, vault
from rhi_desktop.store.cases import Wanted
from rhi_desktop.store.vault import VaultKey, open_vault
from tests.unit.store import samples
from tests.unit.store.samples import ME, PASSPHRASE, Days, keep, start

CANARY = "CANARY-heron-seventeen"


def spellings(text: str) -> list[bytes]:
    """A text in every form in which it could lie about."""
    data = text.encode()
    return [
        data,
        text.upper().encode(),
        text.lower().encode(),
        text.encode("utf-16-le"),
        data.hex().encode(),
        base64.b64encode(data)[:-2],
    ]


def leaks(folder: Path, secrets: list[bytes]) -> list[str]:
    """The files, anywhere under a folder, in which one of the secrets stands."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) >= 3
    return [
        path.name
        for path in files
        if any(secret in path.read_bytes() or secret in path.name.encode() for secret in secrets)
    ]


def fill(opened: vault.Vault, days: Days) -> None:
    """The canary in every kind of field, drafts, searches and rolled-back work included."""
    talk = start(opened, days, reference=CANARY, called=CANARY)
    for _ in range(30):
        keep(opened, talk, f"{CANARY} " * 200, days())
    samples.answer(opened, talk, CANARY, days())
    samples.plan_line(opened, talk, CANARY, days())
    drafts.put(opened, CANARY, CANARY * 500, 1, days())
    drafts.put(opened, CANARY, "", 0, days())
    drafts.drop(opened, CANARY)
    drafts.put_place(opened, "page", talk.case_id, CANARY, days())
    book.put_identity(opened, CANARY.encode())
    samples.seal(opened, talk, days())
    samples.sign(opened, talk, CANARY.encode() * 5000, days())
    with pytest.raises(VaultError) as refused:
        records.save(opened, Kind.INTERVIEW, talk.case_id, talk.interview, ME.id, days())
    assert CANARY not in repr(refused.value)
    assert cases.rows(opened, Wanted(CANARY))
    assert CANARY in interviews.account(opened, talk.id).lines[0].words


def test_no_file_holds_what_was_said(
    folder: Path, key: VaultKey, days: Days, tmp_path: Path
) -> None:
    """While the vault is open, and after it is closed: no canary in any file of the folder."""
    secrets = spellings(CANARY)
    opened = open_vault(folder, key)
    fill(opened, days)
    assert leaks(tmp_path, secrets) == []
    opened.close()
    assert leaks(tmp_path, secrets) == []


def test_no_file_holds_a_key(folder: Path, key: VaultKey, days: Days, tmp_path: Path) -> None:
    """No key and no part of the passphrase stands anywhere; nothing is a plain database."""
    opened = open_vault(folder, key)
    fill(opened, days)
    opened.close()
    keys = (key.master, key.database_key(), key.slots_key())
    secrets = [form for one in keys for form in (one, one.hex().encode())]
    secrets += [word.encode() for word in PASSPHRASE.split()]
    assert leaks(tmp_path, secrets) == []
    assert (folder / "case.db").read_bytes()[:16] == key.database_salt()
