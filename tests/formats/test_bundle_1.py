"""The bundle of format 1 opens for ever, and by its page alone."""

from __future__ import annotations

import hashlib
import hmac
import json
import struct
import subprocess
import zlib
from pathlib import Path

from rhi_desktop.domain.card import KnownCard, Trust
from rhi_desktop.sync import bundle, cards

HERE = Path(__file__).parent / "bundle_1"
EXPECTED = (HERE / "expected.jsonl").read_bytes()
PACK = "5" * 64


def test_the_example_opens() -> None:
    """By today's program, with the reader's key and the sender's card."""
    sender = cards.decode((HERE / "sender.rhicard").read_bytes())
    secret = (HERE / "reader.agekey").read_text().strip()
    book = [KnownCard(sender, Trust.TRUSTED, sender.made_at)]
    opened = bundle.unseal((HERE / "example.rhib").read_bytes(), secret, book, {PACK})
    assert opened.sender == sender
    assert b"".join(line + b"\n" for line in opened.lines) == EXPECTED


def piece(inner: bytes, start: int, form: str) -> tuple[bytes, int]:
    """A run of bytes behind its length, and where the next one begins."""
    (length,) = struct.unpack_from(form, inner, start)
    start += struct.calcsize(form)
    return inner[start : start + length], start + length


def test_the_example_opens_without_our_program(tmp_path: Path) -> None:
    """With age, openssl, zlib and JSON, as `docs/formats/bundle.md` tells it step by step."""
    inner = run("age", "-d", "-i", str(HERE / "reader.agekey"), str(HERE / "example.rhib"))
    assert inner[:6] == b"RHIB\0\1"
    certificate, place = piece(inner, 6, ">H")
    header, signed_end = piece(inner, place, ">I")
    signature, place = piece(inner, signed_end, ">H")
    (tmp_path / "certificate").write_bytes(certificate)
    (tmp_path / "signature").write_bytes(signature)
    (tmp_path / "signed").write_bytes(b"rhi/bundle/v1\0" + inner[:signed_end])
    public = run(
        "openssl", "x509", "-inform", "der", "-in", str(tmp_path / "certificate"),
        "-noout", "-pubkey",
    )  # fmt: skip
    (tmp_path / "public").write_bytes(public)
    said = run(
        "openssl", "dgst", "-sha256", "-verify", str(tmp_path / "public"),
        "-signature", str(tmp_path / "signature"), str(tmp_path / "signed"),
    )  # fmt: skip
    assert said == b"Verified OK\n"
    head = json.loads(header)
    packed = inner[place : place + head["packed"]]
    assert hashlib.sha256(packed).hexdigest() == head["packed_sha256"]
    lines = zlib.decompress(packed)
    assert len(lines) == head["unpacked"]
    assert lines == EXPECTED
    assert len(inner) % 4096 == 0
    assert not inner[place + head["packed"] :].strip(b"\0")


def run(*command: str) -> bytes:
    """What another program says; the test fails where it does."""
    return subprocess.run(command, check=True, capture_output=True).stdout


def test_every_digest_of_the_example_can_be_computed_again() -> None:
    """HMAC-SHA256 over the canonical form, keyed with the salt, as the page says."""
    records = [json.loads(line).get("record") for line in EXPECTED.splitlines()]
    kept = [record for record in records if record]
    assert len(kept) == 11
    for record in kept:
        salt, digest = bytes.fromhex(record.pop("salt")), record.pop("digest")
        text = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert hmac.new(salt, text.encode(), hashlib.sha256).hexdigest() == digest


def test_the_example_holds_words_as_they_were_said() -> None:
    """Welsh, quotation marks and a smile; and a backslash that is only a backslash."""
    text = EXPECTED.decode()
    assert 'Mars said I could stay. \\"He\'s alright\\" \N{SLIGHTLY SMILING FACE}' in text
    assert "Roeddwn i\N{RIGHT SINGLE QUOTATION MARK}n ofnus. \\\\u0000 is no NUL" in text
