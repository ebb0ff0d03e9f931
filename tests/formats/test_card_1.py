"""The card of format 1 is read for ever, and by its page alone."""

from __future__ import annotations

import hashlib
import json
import struct
import subprocess
from pathlib import Path

import pytest

from rhi_desktop.crypto.words import fingerprint_words, word_list
from rhi_desktop.sync import cards

HERE = Path(__file__).parent / "bundle_1"
FINGERPRINT = "31aa44df19466a73c344652d8470ef2a5d634560f2300c2ed2e8745f90d98f6d"
WORDS = ("untaxed", "irate", "maybe", "deprecate", "attendant", "deploy")


def test_the_example_is_read() -> None:
    """Name, fingerprint and words have not changed since."""
    card = cards.decode((HERE / "sender.rhicard").read_bytes())
    assert card.person.name == "Ada Example"
    assert card.fingerprint == FINGERPRINT
    assert fingerprint_words(bytes.fromhex(card.fingerprint)) == WORDS


@pytest.mark.parametrize("name", ["sender", "reader"])
def test_a_card_is_read_without_our_program(name: str, tmp_path: Path) -> None:
    """With openssl, JSON and the word list, as `docs/formats/card.md` tells it step by step."""
    data = (HERE / f"{name}.rhicard").read_bytes()
    magic, version, length = struct.unpack_from(">4sHI", data)
    assert (magic, version) == (b"RHIC", 1)
    body = json.loads(data[10 : 10 + length])
    (tmp_path / "certificate").write_bytes(bytes.fromhex(body["certificate"]))
    (tmp_path / "signature").write_bytes(data[10 + length :])
    (tmp_path / "signed").write_bytes(b"rhi/card/v1\0" + data[: 10 + length])
    public = tmp_path / "public"
    public.write_bytes(
        run(
            "x509", "-inform", "der", "-in", str(tmp_path / "certificate"), "-noout", "-pubkey"
        )
    )  # fmt: skip
    said = run(
        "dgst", "-sha256", "-verify", str(public), "-signature", str(tmp_path / "signature"),
        str(tmp_path / "signed"),
    )  # fmt: skip
    assert said == b"Verified OK\n"
    spki = run("pkey", "-pubin", "-in", str(public), "-outform", "der")
    digest = hashlib.sha256(b"rhi/card/v1\0" + spki + body["recipient"].encode()).digest()
    assert digest.hex() == cards.decode(data).fingerprint
    number = int.from_bytes(digest, "big")
    words: list[str] = []
    for _ in range(6):
        number, index = divmod(number, 7776)
        words.insert(0, word_list()[index])
    assert tuple(words) == fingerprint_words(digest)


def run(*arguments: str) -> bytes:
    """What openssl says; the test fails where it does."""
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True).stdout
