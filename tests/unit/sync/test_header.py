"""An opened bundle whose first numbers lie is refused before a signature or a word is read."""

from __future__ import annotations

import struct

import pytest

from rhi_desktop.errors import BundleError
from rhi_desktop.sync import header
from tests.unit.sync import forge
from tests.unit.sync.people import ada

PREFIX = struct.Struct(">4sHH")
INSIDE = forge.inner(b"".join(forge.good_lines()))
SIZE = len(ada().identity.certificate)
LENGTH_AT = PREFIX.size + SIZE


def with_length(length: int) -> bytes:
    """The honest inside, but for how long its header says that it is."""
    return INSIDE[:LENGTH_AT] + struct.pack(">I", length) + INSIDE[LENGTH_AT + 4 :]


def signed_length() -> int:
    """How long the header truly is."""
    (length,) = struct.unpack_from(">I", INSIDE, LENGTH_AT)
    return int(length)


def with_signature_size(size: int) -> bytes:
    """The honest inside, but for how long its signature says that it is."""
    at = LENGTH_AT + 4 + signed_length()
    return INSIDE[:at] + struct.pack(">H", size) + INSIDE[at + 2 :]


@pytest.mark.parametrize(
    "inside",
    [
        PREFIX.pack(header.MAGIC, 0, SIZE) + INSIDE[PREFIX.size :],
        with_length(header.LIMIT + 1).ljust(header.LIMIT + 2**17, b"\0"),
        with_length(len(INSIDE)),
        with_signature_size(2**16 - 1)[: LENGTH_AT + 4 + signed_length() + 100],
    ],
    ids=["a version before the first", "a header without end", "cut", "a cut signature"],
)
def test_numbers_that_lie_mean_changed(inside: bytes) -> None:
    """No version before the first, no header beyond its limit, nothing beyond the last byte."""
    assert header.read(INSIDE).header.head.sender == ada().card.fingerprint
    with pytest.raises(BundleError) as refused:
        header.read(inside)
    assert refused.value.code == "bundle_changed"
