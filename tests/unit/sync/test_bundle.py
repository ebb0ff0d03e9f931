"""Every reason for which a bundle is refused, each met alone; and what opens."""

from __future__ import annotations

import hashlib
import struct
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from rhi_desktop.crypto import age
from rhi_desktop.domain.card import KnownCard, Trust
from rhi_desktop.domain.exchange import Outgoing
from rhi_desktop.domain.record import JournalHead, Kind
from rhi_desktop.errors import BundleError
from rhi_desktop.sync import bundle, header, payload
from tests.unit.sync import forge
from tests.unit.sync.people import (
    PACK,
    PDF_SHA,
    ada,
    at,
    ben,
    book,
    case_records,
    line,
    line_record,
    mal,
    outgoing,
    record,
)

DATA = bundle.seal(outgoing(), ada().identity, ada().card, [ben().card], at())
BOOK = book(ada(), ben())


def opened(
    data: bytes,
    secret: str = "",
    cards: Sequence[KnownCard] = BOOK,
    packs: Sequence[str] = (PACK,),
) -> list[bytes]:
    """All lines of a bundle that Ben reads."""
    return list(bundle.unseal(data, secret or ben().secret, cards, set(packs)).lines)


def refusal(data: bytes, secret: str = "", cards: Sequence[KnownCard] = BOOK) -> str:
    """The code with which Ben's vault refuses some bytes."""
    with pytest.raises(BundleError) as caught:
        opened(data, secret, cards)
    return caught.value.code


def test_recipient_and_sender_read_what_was_sent() -> None:
    """Header, sender and every line, on both sides."""
    for one in (ada(), ben()):
        found = bundle.unseal(DATA, one.secret, BOOK, {PACK})
        assert found.sender == ada().card
        assert found.head.records == len(outgoing().records)
        assert found.head.recipients == (ben().card.fingerprint, ada().card.fingerprint)
        assert found.head.journal == outgoing().journal
        assert list(found.lines) == [line[:-1] for line in forge.good_lines()]


def test_the_forged_bundle_without_a_change_is_an_honest_one() -> None:
    """So each refusal below is owed to its one change."""
    assert opened(forge.honest()) == opened(DATA)


def test_the_age_tool_opens_a_bundle(tmp_path: Path) -> None:
    """In ten years, without our program: decrypt, then read the header in the clear."""
    key = tmp_path / "key"
    key.write_text(ben().secret)
    done = subprocess.run(
        ["age", "-d", "-i", str(key)], input=DATA, check=True, capture_output=True
    )
    assert done.stdout.startswith(b"RHIB\0\3")
    assert b'"bundle_id":' in done.stdout


def test_openssl_verifies_the_header(tmp_path: Path) -> None:
    """The signature is over a domain, a zero byte and everything up to itself."""
    inner = age.unseal(DATA, ben().secret)
    (size,) = struct.unpack_from(">H", inner, 6)
    certificate = x509.load_der_x509_certificate(inner[8 : 8 + size])
    (length,) = struct.unpack_from(">I", inner, 8 + size)
    end = 12 + size + length
    (signature_size,) = struct.unpack_from(">H", inner, end)
    key, signature = tmp_path / "key.pem", tmp_path / "signature"
    key.write_bytes(
        certificate.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    signature.write_bytes(inner[end + 2 : end + 2 + signature_size])
    done = subprocess.run(
        ["openssl", "dgst", "-sha256", "-verify", key, "-signature", signature],
        input=b"rhi/bundle/v1\0" + inner[:end],
        check=True,
        capture_output=True,
    )
    assert b"Verified OK" in done.stdout


def test_the_length_tells_little() -> None:
    """Padme over whole grains: never less, at most 12 % or one grain more, few lengths."""
    lengths = {bundle.padded(length) for length in range(1, 300_000, 17)}
    assert len(lengths) < 120
    for length in [1, 2, 3, 4095, 4096, 4097, 70_000, 1_000_001, 50_000_000]:
        assert length <= bundle.padded(length) <= max(length * 1.12, length + bundle.GRAIN)
        assert bundle.padded(length) % bundle.GRAIN == 0
        assert bundle.padded(bundle.padded(length)) == bundle.padded(length)


def test_another_file_is_foreign() -> None:
    """Whatever does not begin as an age file, and an age file that holds no bundle."""
    assert refusal(b"%PDF-1.7\n") == "bundle_foreign"
    assert refusal(forge.sealed(b"a letter")) == "bundle_foreign"


def test_a_cut_file_is_cut() -> None:
    """Wherever the copy stopped."""
    for length in (0, 10, 100, len(DATA) // 2, len(DATA) - 1000, len(DATA) - 1):
        assert refusal(DATA[:length]) == "bundle_cut"


def test_an_altered_file_is_damaged() -> None:
    """Age itself notices."""
    assert refusal(DATA[:-1] + bytes([DATA[-1] ^ 1])) == "bundle_damaged"
    assert refusal(DATA + b"\0") == "bundle_damaged"


def test_a_file_for_others_is_not_for_us() -> None:
    """Sealed to somebody else."""
    assert refusal(DATA, mal().secret) == "bundle_not_for_us"


def test_a_letter_passed_on_is_not_for_us() -> None:
    """Ben seals what Ada signed for him to Mal: Mal is not among the recipients Ada named."""
    inner = age.unseal(DATA, ben().secret)
    assert refusal(age.seal(inner, [mal().card.recipient]), mal().secret) == "bundle_not_for_us"


def test_a_newer_bundle_is_newer_before_anything_else() -> None:
    """Not even the signature is looked at: it may be of another kind."""
    data = b"RHIB" + struct.pack(">HH", header.VERSION + 1, 0) + b"?"
    assert refusal(forge.sealed(data)) == "bundle_newer"


def test_a_signer_whom_nobody_knows_is_unknown() -> None:
    """The book does not hold the card."""
    assert refusal(DATA, cards=book(ben())) == "signer_unknown"


@pytest.mark.parametrize(
    ("trust", "code"), [(Trust.PENDING, "signer_pending"), (Trust.REVOKED, "signer_revoked")]
)
def test_a_signer_without_trust_is_named_so(trust: Trust, code: str) -> None:
    """Known is not trusted."""
    assert refusal(DATA, cards=[ada().known(trust)]) == code


def test_a_refused_signer_is_named_by_fingerprint() -> None:
    """So that the right card can be looked for; nothing else is said."""
    with pytest.raises(BundleError) as caught:
        opened(DATA, cards=[])
    assert caught.value.facts == {"fingerprint": ada().card.fingerprint}


def test_an_unknown_pack_is_named() -> None:
    """Its answers could not be read; everything else is well."""
    with pytest.raises(BundleError) as caught:
        opened(DATA, packs=["6" * 64])
    assert caught.value.code == "bundle_pack_unknown"
    assert caught.value.facts == {"digest": PACK, "count": 1}


@pytest.mark.parametrize(
    "changes",
    [
        {"packed": 7},
        {"packed": 2**40},
        {"packed_sha256": "0" * 64},
        {"signer": mal()},
        {"head": {"sender": mal().card.fingerprint, "recipients": (mal().card.fingerprint,) * 2}},
        {"recipient": ben().card.recipient},
    ],
)
def test_a_header_that_does_not_fit_means_changed(changes: dict[str, object]) -> None:
    """Another payload, another signer's key, or signed in the name of another."""
    assert refusal(forge.forged(forge.good_lines(), **changes)) == "bundle_changed"


def test_every_altered_byte_of_the_inside_is_changed() -> None:
    """Re-encrypted by anybody: header, signature, payload and padding are all held."""
    inner = age.unseal(DATA, ben().secret)
    for place in [*range(0, len(inner), 41), len(inner) - 1]:
        flipped = inner[:place] + bytes([inner[place] ^ 1]) + inner[place + 1 :]
        code = refusal(age.seal(flipped, [ben().card.recipient]))
        assert code == ("bundle_foreign" if place < 4 else "bundle_changed"), place


def test_an_inside_of_another_length_is_changed() -> None:
    """Cut, lengthened, or padded otherwise."""
    inner = age.unseal(DATA, ben().secret)
    for other in (inner[:5], inner[:100], inner[:-1], inner + b"\0" * 4096, inner + b"1"):
        assert refusal(age.seal(other, [ben().card.recipient])) == "bundle_changed"


@pytest.mark.parametrize(
    "head",
    [
        {"records": 6},
        {"records": 8},
        {"records": -1},
        {"files": 0},
        {"files": 2},
        {"packs": ()},
        {"packs": ("x",)},
        {"bundle_id": "../bundle"},
        {"recipients": (ben().card.fingerprint, mal().card.fingerprint)},
        {"recipients": (ada().card.fingerprint,)},
        {"journal": JournalHead(-1, "")},
    ],
)
def test_a_header_that_does_not_count_is_damaged(head: dict[str, object]) -> None:
    """Signed, and yet not true of what follows."""
    assert refusal(forge.forged(forge.good_lines(), head=head)) == "bundle_damaged"


def test_a_recipient_that_is_no_text_of_age_is_damaged() -> None:
    """The fingerprint cannot be computed."""
    assert refusal(forge.forged(forge.good_lines(), recipient="\u00e9")) == "bundle_damaged"


def test_a_bundle_over_the_limits_is_too_large() -> None:
    """By its own length, by what it announces, by how many records it announces."""
    assert refusal(b"age" * (bundle.MAX_PACKED // 3 + 1)) == "bundle_too_large"
    lines = forge.good_lines()
    assert refusal(forge.forged(lines, unpacked=2**30)) == "bundle_too_large"
    assert refusal(forge.forged(lines, head={"records": 200_001})) == "bundle_too_large"


def test_nobody_seals_over_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said on the side where something can be done about it."""
    monkeypatch.setattr(payload, "MAX_RECORDS", 3)
    with pytest.raises(BundleError) as caught:
        bundle.seal(outgoing(), ada().identity, ada().card, [ben().card], at())
    assert caught.value.code == "bundle_too_large"


def test_nobody_seals_in_the_name_of_another() -> None:
    """The card must be the identity's own."""
    with pytest.raises(ValueError, match="card"):
        bundle.seal(outgoing(), mal().identity, ada().card, [ben().card], at())


@pytest.mark.parametrize(
    "odd",
    [
        replace(outgoing(), packs=()),
        replace(outgoing(), files={}),
        replace(outgoing(), files={PDF_SHA: b"other"}),
        replace(outgoing(), records=case_records()[1:]),
        outgoing([line_record(9, "nul \0 inside")]),
        outgoing([record(Kind.ANSWER, line(9), "line-9")]),
    ],
)
def test_nobody_seals_what_a_recipient_would_refuse(odd: Outgoing) -> None:
    """A mistake of ours shows at once, and carries nothing of the content."""
    with pytest.raises(ValueError, match=r"^a recipient would refuse this$"):
        bundle.seal(odd, ada().identity, ada().card, [ben().card], at())


def test_a_recipient_named_twice_is_one() -> None:
    """And the sender may name themselves."""
    data = bundle.seal(
        outgoing(), ada().identity, ada().card, [ben().card, ada().card, ben().card], at()
    )
    assert len(bundle.unseal(data, ben().secret, BOOK, {PACK}).head.recipients) == 2


def test_two_bundles_of_the_same_records_are_unlike() -> None:
    """Nobody sees from outside that the same case was sent again."""
    other = bundle.seal(outgoing(), ada().identity, ada().card, [ben().card], at())
    assert hashlib.sha256(other).digest() != hashlib.sha256(DATA).digest()
    assert b"HL-0001" not in DATA
