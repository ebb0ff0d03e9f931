"""Owns a person's identity: the key that signs, its certificate, and the key that receives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from rhi_desktop.crypto.age import new_secret
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Interviewer

CARD_DOMAIN = b"rhi/card/v1"
_VALID = timedelta(days=3653)
_EARLIER = timedelta(days=1)
"""A certificate begins a day early: a partner's clock may run behind ours."""
_NAME_LIMIT = 64
"""RFC 5280 allows a common name and an organisation no more; the card holds both in full."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One person's keys. Lives in the vault; leaves it only as a card's public halves."""

    signing_key: bytes = field(repr=False)
    """PKCS #8, DER, not encrypted; ECDSA P-256."""
    certificate: bytes = field(repr=False)
    """X.509, DER, self-issued."""
    age_secret: str = field(repr=False)
    recipient: str


def make_identity(person: Interviewer, at: Moment) -> Identity:
    """Fresh keys for a person, and a certificate of ten years for the signing one.

    Keys are drawn by the libraries from the operating system, never by a generator of ours.
    Raises ValueError when the name is blank or holds what no certificate can.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    secret, recipient = new_secret()
    der = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return Identity(der, _certificate(key, person, at), secret, recipient)


def sign(identity: Identity, domain: bytes, data: bytes) -> bytes:
    """ECDSA P-256 with SHA-256 over `domain`, a zero byte and the data; DER.

    The domain says what is signed, so that no signature can stand for something else.
    """
    key = serialization.load_der_private_key(identity.signing_key, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("the signing key of an identity is an elliptic-curve key")
    return key.sign(domain + b"\0" + data, ec.ECDSA(hashes.SHA256()))


def verify(certificate: bytes, domain: bytes, data: bytes, signature: bytes) -> bool:
    """Whether the certificate's key signed this; False too for a certificate we cannot read."""
    key = _public_key(certificate)
    if key is None:
        return False
    try:
        key.verify(signature, domain + b"\0" + data, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def fingerprint(certificate: bytes, recipient: str) -> str:
    """SHA-256 over both public keys of a person, hexadecimal; what six words are made from.

    Raises ValueError for a certificate that holds no P-256 key.
    """
    key = _public_key(certificate)
    if key is None:
        raise ValueError("not a certificate over a P-256 key")
    spki = key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    text = CARD_DOMAIN + b"\0" + spki + recipient.encode("ascii")
    return hashlib.sha256(text).hexdigest()


def _public_key(certificate: bytes) -> ec.EllipticCurvePublicKey | None:
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
    except (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion):
        return None
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return key
    return None


def _certificate(key: ec.EllipticCurvePrivateKey, person: Interviewer, at: Moment) -> bytes:
    name = _name(person)
    starts: datetime = at.now.replace(microsecond=0) - _EARLIER
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    issuer = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)
    builder = (
        x509.CertificateBuilder(name, name)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(at.draw(20), "big") >> 1 or 1)
        .not_valid_before(starts)
        .not_valid_after(starts + _EARLIER + _VALID)
        # Its own root, and it says so: other readers of signed PDFs trust no root that does not.
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_USAGE, critical=True)
        .add_extension(identifier, critical=False)
        .add_extension(issuer, critical=False)
    )
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def _name(person: Interviewer) -> x509.Name:
    parts = [(NameOID.COMMON_NAME, person.name), (NameOID.ORGANIZATION_NAME, person.organisation)]
    return x509.Name(
        [
            x509.NameAttribute(oid, text.strip()[:_NAME_LIMIT])
            for oid, text in parts
            if text.strip() or oid == NameOID.COMMON_NAME
        ]
    )


_USAGE = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
