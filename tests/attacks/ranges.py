"""Owns the attacks on the signatures' own bytes: ranges, digits, wrapping, ends, other tools."""

from __future__ import annotations

import io
import re

import pikepdf
from asn1crypto.cms import CertificateChoices, ContentInfo
from asn1crypto.x509 import Certificate

from tests.attacks.papers import Paper, paper
from tests.attacks.writing import Attack, place, ranges, with_ranges
from tests.unit.export.signed import KIT, person

GAP = b"\n8999 0 obj\n<</Evil true>>\nendobj\n"


def flipped(data: bytes, at: int, bit: int = 1) -> bytes:
    """One bit changed."""
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


def byte_flipped(forged: Paper) -> bytes:
    """Within a stream of the first revision."""
    return flipped(forged.data, forged.data.index(b"stream\n") + 60)


def with_digits(data: bytes, digits: bytes) -> bytes:
    """Other digits in the place of the last signature, padded to its room."""
    start, end = place(data)
    return data[:start] + digits.ljust(end - start, b"0")[: end - start] + data[end:]


def padding(forged: Paper) -> bytes:
    """A digit behind the signature: no range covers it."""
    return flipped(forged.data, place(forged.data)[1] - 2)


def small_letters(forged: Paper) -> bytes:
    """The same digits in small letters."""
    start, end = place(forged.data)
    return with_digits(forged.data, forged.data[start:end].lower())


def no_digits(forged: Paper) -> bytes:
    """No signature in its place: universal forgery."""
    return with_digits(forged.data, b"")


def no_value(forged: Paper) -> bytes:
    """The name of the place is another, so that there is none."""
    at = place(forged.data)[0]
    return (
        forged.data[: at - 10].replace(b"/Contents <", b"/Contents <")
        + (b"/Contentz <" + forged.data[at:])[-(len(forged.data) - at + 10) :]
    )


def shorter_range(forged: Paper) -> bytes:
    """The range ends at the signature."""
    _, _, (one, two, three, _) = ranges(forged.data)
    return with_ranges(forged.data, one, two, three, 0)


def longer_range(forged: Paper) -> bytes:
    """The range goes on behind the end of the file."""
    _, _, (one, two, three, four) = ranges(forged.data)
    return with_ranges(forged.data, one, two, three, four + 9)


def later_range(forged: Paper) -> bytes:
    """The range leaves out the head of the file."""
    _, _, (_, two, three, four) = ranges(forged.data)
    return with_ranges(forged.data, 9, two - 9, three, four)


def overlapping(forged: Paper) -> bytes:
    """Both parts of the range begin at the beginning."""
    _, _, (_, two, _, _) = ranges(forged.data)
    return with_ranges(forged.data, 0, two, 0, two)


def wider_gap(forged: Paper) -> bytes:
    """Objects in the place that the signature leaves out, with ranges that fit."""
    _, end = place(forged.data)
    _, _, (one, two, three, four) = ranges(forged.data)
    grown = forged.data[: end + 1] + GAP + forged.data[end + 1 :]
    return with_ranges(grown, one, two, three + len(GAP), four)


def wrapped(forged: Paper) -> bytes:
    """The second part moved to the end, with forged objects where it stood."""
    _, end = place(forged.data)
    _, _, (one, two, _, four) = ranges(forged.data)
    head, tail = forged.data[: end + 1], forged.data[end + 1 :]
    grown = head + tail + GAP + tail
    return with_ranges(grown, one, two, len(grown) - four, four)


def of_another_report(forged: Paper) -> bytes:
    """A signature that was made over another file."""
    other = paper("police" if forged.name != "police" else "carer").data
    start, end = place(other)
    return with_digits(forged.data, other[start:end])


def between_fields(forged: Paper) -> bytes:
    """The first signature in the place of the last; where there is one, its halves turned round."""
    start, end = place(forged.once)
    digits = forged.once[start:end]
    return with_digits(forged.data, digits if forged.twice else digits[2000:] + digits[:2000])


def certificate_swapped(forged: Paper) -> bytes:
    """The name of somebody else over the same signature."""
    start, end = place(forged.data)
    found = ContentInfo.load(bytes.fromhex(forged.data[start:end].decode()), strict=False)
    stranger = Certificate.load(person(KIT).keys.certificate)
    found["content"]["certificates"] = [CertificateChoices("certificate", stranger)]
    return with_digits(forged.data, found.dump(force=True).hex().upper().encode())


def certificate_added(forged: Paper) -> bytes:
    """One more certificate beside the signer's."""
    start, end = place(forged.data)
    found = ContentInfo.load(bytes.fromhex(forged.data[start:end].decode()), strict=False)
    stranger = Certificate.load(person(KIT).keys.certificate)
    held = [*found["content"]["certificates"], CertificateChoices("certificate", stranger)]
    found["content"]["certificates"] = held
    return with_digits(forged.data, found.dump(force=True).hex().upper().encode())


def other_filter(forged: Paper) -> bytes:
    """Another kind of signature is claimed."""
    at = forged.data.rindex(b"/ETSI.CAdES.detached")
    return forged.data[:at] + b"/adbe.pkcs7.detached" + forged.data[at + 20 :]


def resaved(forged: Paper) -> bytes:
    """Opened and saved by another tool."""
    return _saved(forged)


def linearised(forged: Paper) -> bytes:
    """Saved for the web."""
    return _saved(forged, linearize=True)


def packed(forged: Paper) -> bytes:
    """Saved with its objects in streams."""
    return _saved(forged, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _saved(forged: Paper, **options: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(forged.data)) as pdf:
        pdf.save(out, **options)  # type: ignore[arg-type]  # options of other types
    return out.getvalue()


def two_files(forged: Paper) -> bytes:
    """Another report behind this one."""
    return forged.data + paper("police" if forged.name != "police" else "carer").data


def older_head(forged: Paper) -> bytes:
    """Another version is claimed in the first line."""
    return re.sub(rb"^%PDF-1\.7", b"%PDF-1.4", forged.data)


BYTES: dict[str, Attack] = {
    "byte flipped": byte_flipped,
    "padding of the signature": padding,
    "digits in small letters": small_letters,
    "no digits": no_digits,
    "no value": no_value,
    "range without its second part": shorter_range,
    "range behind the end": longer_range,
    "range without the head": later_range,
    "range twice the same": overlapping,
    "wider gap": wider_gap,
    "signature wrapped": wrapped,
    "signature of another report": of_another_report,
    "signatures swapped": between_fields,
    "certificate swapped": certificate_swapped,
    "certificate added": certificate_added,
    "another kind of signature": other_filter,
    "saved again": resaved,
    "linearised": linearised,
    "packed": packed,
    "two files": two_files,
    "older head": older_head,
    "junk behind the end": lambda forged: forged.data + b"\n% junk",
    "white space behind the end": lambda forged: forged.data + b"\n\n",
    "end cut": lambda forged: forged.data[:-7],
    "junk before the head": lambda forged: b"\n" + forged.data,
}
