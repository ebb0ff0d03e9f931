"""One identity per person: a key that signs, its certificate, and a key that receives."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.x509.oid import NameOID

from rhi_desktop.crypto.identity import (
    Identity,
    fingerprint,
    make_identity,
    sign,
    verify,
)
from rhi_desktop.domain.ids import PersonId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Interviewer
from tests.unit.sync.people import ada, at, ben

DOMAIN = b"rhi/test/v1"
PERSON = Interviewer(PersonId("p"), "Ada Example", "interviewer", "Harbour Listening")


def openssl(*arguments: str, given: bytes = b"") -> str:
    """What openssl says; the test fails where openssl does."""
    done = subprocess.run(["openssl", *arguments], input=given, check=True, capture_output=True)
    return done.stdout.decode()


def pem(folder: Path, identity: Identity) -> Path:
    """The certificate as a file for openssl."""
    path = folder / "certificate.pem"
    certificate = x509.load_der_x509_certificate(identity.certificate)
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return path


def certificate_over(key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    """A certificate over another kind of key."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Other")])
    start = at().now
    builder = (
        x509.CertificateBuilder(name, name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=1))
    )
    algorithm = hashes.SHA256() if isinstance(key, ec.EllipticCurvePrivateKey) else None
    return builder.sign(key, algorithm).public_bytes(serialization.Encoding.DER)


def test_openssl_accepts_the_certificate_as_its_own_root(tmp_path: Path) -> None:
    """Self-issued until an organisation has a root, and strictly by the standard."""
    path = str(pem(tmp_path, ada().identity))
    assert "OK" in openssl("verify", "-x509_strict", "-attime", "1780000000", "-CAfile", path, path)


def test_the_certificate_says_who_and_for_what(tmp_path: Path) -> None:
    """Name, organisation, ten years, P-256; to sign content, and as its own root."""
    text = openssl("x509", "-in", str(pem(tmp_path, ada().identity)), "-noout", "-text")
    assert "CN = Ada, O = Harbour Listening" in text
    assert "Digital Signature, Non Repudiation, Certificate Sign\n" in text
    assert "NIST CURVE: P-256" in text
    assert "CA:TRUE, pathlen:0" in text
    read = x509.load_der_x509_certificate(ada().identity.certificate)
    assert read.not_valid_before_utc == at().now - timedelta(days=1)
    assert read.not_valid_after_utc == at().now + timedelta(days=3653)


def test_openssl_verifies_a_signature(tmp_path: Path) -> None:
    """ECDSA with SHA-256 over the domain, a zero byte and the data."""
    path, signature = pem(tmp_path, ada().identity), tmp_path / "signature"
    signature.write_bytes(sign(ada().identity, DOMAIN, b"data"))
    public = tmp_path / "public.pem"
    public.write_text(openssl("x509", "-in", str(path), "-noout", "-pubkey"))
    said = openssl(
        "dgst", "-sha256", "-verify", str(public), "-signature", str(signature),
        given=DOMAIN + b"\0data",
    )  # fmt: skip
    assert "Verified OK" in said


def test_a_signature_stands_for_one_thing_only() -> None:
    """Other data, another domain, another person or an altered signature: refused."""
    signature = sign(ada().identity, DOMAIN, b"data")
    mine = ada().identity.certificate
    assert verify(mine, DOMAIN, b"data", signature)
    assert not verify(mine, DOMAIN, b"Data", signature)
    assert not verify(mine, b"rhi/other/v1", b"data", signature)
    assert not verify(ben().identity.certificate, DOMAIN, b"data", signature)
    assert not verify(mine, DOMAIN, b"data", signature[:-1])
    assert not verify(mine, DOMAIN, b"data", b"")


@pytest.mark.parametrize("certificate", [b"", b"0", b"0\x82\x01\x00" + b"\0" * 300])
def test_an_unreadable_certificate_verifies_nothing(certificate: bytes) -> None:
    """Hostile bytes are refused quietly."""
    assert not verify(certificate, DOMAIN, b"data", sign(ada().identity, DOMAIN, b"data"))
    with pytest.raises(ValueError, match="P-256"):
        fingerprint(certificate, ada().identity.recipient)


def test_altered_certificates_never_stop_the_check() -> None:
    """Every byte flipped once: an answer each time, and never an accident."""
    mine = ada().identity.certificate
    signature = sign(ada().identity, DOMAIN, b"data")
    for place in range(len(mine)):
        flipped = mine[:place] + bytes([mine[place] ^ 0x55]) + mine[place + 1 :]
        assert verify(flipped, DOMAIN, b"data", signature) in {True, False}


@pytest.mark.parametrize(
    "key", [ec.generate_private_key(ec.SECP384R1()), ed25519.Ed25519PrivateKey.generate()]
)
def test_another_kind_of_key_is_no_identity(
    key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey,
) -> None:
    """One algorithm, so that nobody can choose a weaker one."""
    certificate = certificate_over(key)
    assert not verify(certificate, DOMAIN, b"", b"")
    with pytest.raises(ValueError, match="P-256"):
        fingerprint(certificate, ada().identity.recipient)


def test_only_our_kind_of_key_signs() -> None:
    """An identity that holds another key is a mistake of ours."""
    der = ed25519.Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    with pytest.raises(TypeError):
        sign(replace(ada().identity, signing_key=der), DOMAIN, b"data")


def test_a_fingerprint_covers_both_keys() -> None:
    """SHA-256 over a domain, the public key and the recipient, as openssl prints the key."""
    identity = ada().identity
    spki = subprocess.run(
        ["openssl", "ec", "-inform", "der", "-pubout", "-outform", "der"],
        input=identity.signing_key,
        check=True,
        capture_output=True,
    ).stdout
    text = b"rhi/card/v1\0" + spki + identity.recipient.encode()
    mine = fingerprint(identity.certificate, identity.recipient)
    assert mine == hashlib.sha256(text).hexdigest()
    assert mine != fingerprint(identity.certificate, ben().identity.recipient)
    assert mine != fingerprint(ben().identity.certificate, identity.recipient)


def test_a_name_too_long_for_a_certificate_is_cut_there(moment: Moment) -> None:
    """64 characters is what the standard allows; the card holds the rest."""
    long = replace(PERSON, name="A" * 100, organisation="B" * 100)
    subject = x509.load_der_x509_certificate(make_identity(long, moment).certificate).subject
    assert [part.value for part in subject] == ["A" * 64, "B" * 64]


def test_somebody_without_an_organisation_has_none_in_the_certificate(moment: Moment) -> None:
    """Nothing is made up."""
    alone = replace(PERSON, organisation="  ")
    subject = x509.load_der_x509_certificate(make_identity(alone, moment).certificate).subject
    assert [part.value for part in subject] == ["Ada Example"]


def test_somebody_without_a_name_gets_no_identity(moment: Moment) -> None:
    """A signature must say whose it is."""
    with pytest.raises(ValueError, match="length"):
        make_identity(replace(PERSON, name=" "), moment)


def test_secrets_stay_out_of_what_is_printed() -> None:
    """Neither the signing key nor the age secret shows in a traceback or a log."""
    shown = repr(ada().identity)
    assert "AGE-SECRET" not in shown
    assert "signing_key" not in shown
    assert ada().identity.recipient in shown
