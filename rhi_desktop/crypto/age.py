"""Owns encryption to people: age v1 files with X25519 recipients, through pyrage."""

from __future__ import annotations

from collections.abc import Sequence

import pyrage
from pyrage import x25519

from rhi_desktop.errors import BundleError

MAGIC = b"age-encryption.org/v1\n"
_NONCE = 16
_TAG = 16
_CHUNK = 64 * 1024 + _TAG


def new_secret() -> tuple[str, str]:
    """A fresh pair `(secret, recipient)`, both as age writes them.

    The library draws the key from the operating system: no generator of ours makes a key.
    """
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def recipient_of(secret: str) -> str:
    """The public recipient of a secret; raises ValueError when it is not an age secret."""
    return str(_identity(secret).to_public())


def is_recipient(text: str) -> bool:
    """Whether the text is an age X25519 recipient in its one normal spelling."""
    try:
        return str(x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """The data as an age file that each recipient can open; ValueError without any recipient."""
    try:
        return pyrage.encrypt(data, [x25519.Recipient.from_str(text) for text in recipients])
    except (pyrage.RecipientError, pyrage.EncryptError) as error:
        raise ValueError("not an age recipient") from error


def unseal(data: bytes, secret: str, *, grain: int = 1) -> bytes:
    """What an age file holds; nothing is handed out before its last byte was checked.

    `grain` is a number that the length of every intact content is a multiple of, and never
    nothing: with it a file cut anywhere is told from a damaged one. Raises BundleError:
    bundle_foreign (no age file), bundle_cut (the end is missing), bundle_not_for_us (no stanza
    opens), bundle_damaged.
    """
    if not data.startswith(MAGIC):
        raise BundleError("bundle_cut" if MAGIC.startswith(data) else "bundle_foreign")
    identity = _identity(secret)
    try:
        return pyrage.decrypt(data, [identity])
    except pyrage.DecryptError as error:
        raise BundleError(_code(str(error), data, identity, grain)) from None


def _identity(secret: str) -> x25519.Identity:
    try:
        return x25519.Identity.from_str(secret)
    except pyrage.IdentityError:
        # `from None`: the original exception may carry the secret itself.
        raise ValueError("not an age secret") from None


def _code(message: str, data: bytes, identity: x25519.Identity, grain: int) -> str:
    # pyrage has one exception class; its words are the only difference. Words we do not know
    # fall to "damaged", and tests hold every one of these to the version we pin.
    match message:
        case "No matching keys found":
            return "bundle_not_for_us"
        case "failed to fill whole buffer" | "age file is truncated":
            return "bundle_cut"
        case "decryption error":
            return _cut_or_damaged(data, identity, grain)
    return "bundle_damaged"


def _cut_or_damaged(data: bytes, identity: x25519.Identity, grain: int) -> str:
    """A last chunk that does not open: too short by the length, or altered."""
    length = _content_length(data)
    if not length and grain > 1:
        return "bundle_cut"  # cut where just a tag's worth of the first chunk is left
    surplus = length % grain
    if not surplus:
        return "bundle_damaged"
    try:
        pyrage.decrypt(data[:-surplus], [identity])
    except pyrage.DecryptError:
        return "bundle_cut"
    return "bundle_damaged"  # something was added behind an intact file


def _content_length(data: bytes) -> int:
    """How many bytes an age file of this length would hold, going by its length alone."""
    mac = data.index(b"\n--- ")
    payload = len(data) - (data.index(b"\n", mac + 1) + 1) - _NONCE
    return payload - _TAG * -(-payload // _CHUNK)
