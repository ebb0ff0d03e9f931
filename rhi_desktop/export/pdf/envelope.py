"""Owns the spelling of a signature in the file: the one form we write, and no other.

A signature does not cover its own place. Padding, the case of its hexadecimal digits and the
fields of CMS around what is signed could be rewritten without breaking it; a file in which
somebody did that is not the file that was signed.
"""

from __future__ import annotations

from asn1crypto.cms import ContentInfo, SignedData
from asn1crypto.core import OctetString


def as_written(place: bytes, contents: bytes) -> bool:
    """Whether `place`, the bytes that the signature leaves out, holds `contents` as we write it."""
    found = ContentInfo.load(contents)
    signature = found.dump()
    digits = signature.hex().upper().encode("ascii")
    padded = b"<" + digits.ljust(len(place) - 2, b"0") + b">"
    rebuilt: bytes = _rebuilt(found).dump()
    return bool(place == padded) and signature == rebuilt and _plain(contents)


def _plain(contents: bytes) -> bool:
    """Whether the signed attributes are spelled as they were hashed.

    Only they: the certificate is compared byte by byte with a pin, and spelling all of it anew
    takes a hundred times longer.
    """
    signed = ContentInfo.load(contents)["content"]["signer_infos"][0]["signed_attrs"]
    given: bytes = signed.dump()
    spelled: bytes = signed.dump(force=True)
    return given == spelled


def _rebuilt(found: ContentInfo) -> ContentInfo:
    """The same signature with everything around it written anew from what it must say."""
    given = found["content"]
    signer = given["signer_infos"][0]
    certificate = given["certificates"][0].chosen
    algorithm = {"algorithm": "sha256"}
    return ContentInfo(
        {
            "content_type": "signed_data",
            "content": SignedData(
                {
                    "version": "v1",
                    "digest_algorithms": [algorithm],
                    "encap_content_info": {"content_type": "data"},
                    "certificates": [certificate],
                    "signer_infos": [
                        {
                            "version": "v1",
                            "sid": {
                                "issuer_and_serial_number": {
                                    "issuer": certificate.issuer,
                                    "serial_number": certificate.serial_number,
                                }
                            },
                            "digest_algorithm": algorithm,
                            "signed_attrs": signer["signed_attrs"],
                            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
                            "signature": OctetString(signer["signature"].native),
                        }
                    ],
                }
            ),
        }
    )
