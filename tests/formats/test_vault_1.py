"""The vault of format 1 opens for ever, with what was in it."""

from __future__ import annotations

import hashlib
import hmac
import json
import shutil
import subprocess
from pathlib import Path

from rhi_desktop.crypto.kdf import Cost, derive, normalised
from rhi_desktop.domain.canonical import dumps
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.store import drafts, interviews, journal, reports, vault

HERE = Path(__file__).parent / "vault_1"
EXPECTED = (HERE / "expected.json").read_bytes()
PASSPHRASE = "kettle harbour violin moss"


def test_the_example_opens(tmp_path: Path) -> None:
    """By today's program: the passphrase, the account, the file, the draft, the journal."""
    folder = tmp_path / "example.rhivault"
    shutil.copytree(HERE / "example.rhivault", folder)
    opened = vault.open_vault(folder, vault.unlock(folder, PASSPHRASE))
    journal.check(opened)
    expected = json.loads(EXPECTED)
    interview_id = InterviewId(expected["account"]["interview"]["id"])
    found = interviews.stage(opened, interview_id)
    assert dumps(to_plain(found)) == EXPECTED
    assert reports.get_file(opened, expected["report"]["sha256"]) == b"%PDF-1.7 an example"
    assert [draft.text for draft in drafts.all(opened)] == ["half a sen"]
    opened.close()


def hkdf(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869 with SHA-256, from the standard library alone."""
    pseudo, last, out = hmac.digest(salt or bytes(32), secret, "sha256"), b"", b""
    while len(out) < length:
        last = hmac.digest(pseudo, last + info + bytes([len(out) // 32 + 1]), "sha256")
        out += last
    return out[:length]


def test_the_slots_are_what_the_page_says() -> None:
    """Checksum, commitment, MAC and the salt of the database, as `docs/formats/vault.md` tells."""
    data = (HERE / "example.rhivault" / "slots.a").read_bytes()
    assert (HERE / "example.rhivault" / "slots.b").read_bytes() == data
    plain = json.loads(data)
    checksum, body = plain.pop("checksum"), canonical(plain)
    assert checksum == hashlib.sha256(body).hexdigest()
    (slot,) = plain["slots"]
    parameters = slot["kdf"]
    cost = Cost(parameters["memory_kib"], parameters["passes"], parameters["lanes"])
    secret = derive(normalised(PASSPHRASE), bytes.fromhex(parameters["salt"]), cost)
    both = hkdf(secret, b"", b"rhi/slot/wrap/v1", 64)
    assert slot["commitment"] == both[32:].hex()
    master = vault.unlock(HERE / "example.rhivault", PASSPHRASE).master
    vault_id = plain["vault_id"].encode()
    mac = plain.pop("mac")
    mac_key = hkdf(master, vault_id, b"rhi/vault/slots-mac/v1", 32)
    assert mac == hmac.digest(mac_key, canonical(plain), "sha256").hex()
    salt = hkdf(master, vault_id, b"rhi/vault/database-salt/v1", 16)
    assert (HERE / "example.rhivault" / "case.db").read_bytes()[:16] == salt


def test_a_page_opens_without_the_engine() -> None:
    """With openssl and the derived key, page 1 is the start of an SQLite database of ours."""
    folder = HERE / "example.rhivault"
    key = vault.unlock(folder, PASSPHRASE)
    database_key = hkdf(key.master, key.vault_id.encode(), b"rhi/vault/database-key/v1", 32)
    page = (folder / "case.db").read_bytes()[:4096]
    # 80 bytes at the end of each page: 16 of initialisation vector, 64 of HMAC-SHA512.
    command = ["openssl", "enc", "-d", "-aes-256-cbc", "-nopad", "-K", database_key.hex()]
    done = subprocess.run(
        [*command, "-iv", page[-80:-64].hex()], input=page[16:-80], capture_output=True, check=True
    )
    header = page[:16] + done.stdout
    assert int.from_bytes(header[16:18], "big") == 4096
    assert header[20] == 80
    assert header[60:64] == (1).to_bytes(4, "big")
    assert header[68:72] == b"RHIV"


def canonical(value: object) -> bytes:
    """Sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()
