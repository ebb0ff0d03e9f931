"""The slot file of version 2 opens for ever, and is what the page of the format says."""

from __future__ import annotations

import hashlib
import hmac
import json
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from rhi_desktop.crypto.recovery import parse_code
from rhi_desktop.store import slots, unlocking

HERE = Path(__file__).parent / "slots_2"
EXPECTED: dict[str, str] = json.loads((HERE / "expected.json").read_bytes())


def test_both_secrets_open_the_kept_file(tmp_path: Path) -> None:
    """By today's program; nothing is rewritten, and the mark is read."""
    folder = tmp_path / "kept.rhivault"
    folder.mkdir()
    for name in slots.NAMES:
        shutil.copy(HERE / name, folder / name)
    code = parse_code(EXPECTED["code"])
    for key in (
        unlocking.unlock(folder, EXPECTED["passphrase"]),
        unlocking.unlock_by_code(folder, code),
    ):
        assert (key.vault_id, key.master.hex()) == (EXPECTED["vault_id"], EXPECTED["master"])
        state = slots.genuine(folder, key)
        assert state is not None
        assert state.mark is not None
        assert (state.mark.length, state.mark.link) == (42, "5a" * 32)
    assert all((folder / name).read_bytes() == (HERE / name).read_bytes() for name in slots.NAMES)


def hkdf(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869 with SHA-256, from the standard library alone."""
    pseudo, last, out = hmac.digest(salt or bytes(32), secret, "sha256"), b"", b""
    while len(out) < length:
        last = hmac.digest(pseudo, last + info + bytes([len(out) // 32 + 1]), "sha256")
        out += last
    return out[:length]


def canonical(value: object) -> bytes:
    """Sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


@pytest.mark.parametrize("number", [0, 1])
def test_each_slot_is_what_the_page_says(number: int) -> None:
    """Step by step from passphrase or code to the master key, without a line of ours."""
    plain = json.loads((HERE / "slots.a").read_bytes())
    slot = plain["slots"][number]
    of_code = slot["kind"] == "recovery"
    secret = (EXPECTED["code"].replace("-", "") if of_code else EXPECTED["passphrase"]).encode()
    at = slot["kdf"]
    derived = Argon2id(
        salt=bytes.fromhex(at["salt"]),
        length=32,
        iterations=at["passes"],
        lanes=at["lanes"],
        memory_cost=at["memory_kib"],
    ).derive(secret)
    both = hkdf(derived, b"", b"rhi/slot/wrap/v1", 64)
    assert slot["commitment"] == both[32:].hex()
    header = {name: slot[name] for name in ("kind", "id", "kdf", "made_at") if name in slot}
    header |= {"format": plain["format"], "version": 1, "vault_id": plain["vault_id"]}
    master = AESGCM(both[:32]).decrypt(
        bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), canonical(header)
    )
    assert master.hex() == EXPECTED["master"]


def test_the_file_is_what_the_page_says() -> None:
    """Both copies equal, version 2, MAC and checksum over the canonical form."""
    data = (HERE / "slots.a").read_bytes()
    assert (HERE / "slots.b").read_bytes() == data
    plain = json.loads(data)
    assert (plain["version"], plain["generation"]) == (2, 2)
    checksum = plain.pop("checksum")
    assert checksum == hashlib.sha256(canonical(plain)).hexdigest()
    mac, vault_id = plain.pop("mac"), plain["vault_id"].encode()
    key = hkdf(bytes.fromhex(EXPECTED["master"]), vault_id, b"rhi/vault/slots-mac/v1", 32)
    assert mac == hmac.digest(key, canonical(plain), "sha256").hex()
