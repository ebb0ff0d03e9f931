"""Owns how an attacker writes: a revision behind the last one, a file drawn anew, other bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
from pikepdf import Pdf
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from rhi_desktop.export.pdf.pades import QuietWriter
from rhi_desktop.export.pdf.sign import countersign, sign
from tests.attacks.papers import FIRST, SECOND, Paper
from tests.unit.export.samples import JO
from tests.unit.export.signed import SAM, person

Attack = Callable[[Paper], bytes]
"""Makes a forged file out of a genuine one."""
Change = Callable[[QuietWriter], None]
"""What one more revision changes."""

BOX = (10, 10, 590, 830)
_PLACE = re.compile(rb"/Contents <([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)\] *")


def name(text: str) -> NameObject:
    """A PDF name."""
    return NameObject(text)


def words(text: str) -> TextStringObject:
    """A PDF string."""
    return TextStringObject(text)


def table(**entries: object) -> DictionaryObject:
    """A dictionary; keys without their slash."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def box() -> ArrayObject:
    """Nearly the whole page."""
    return ArrayObject([FloatObject(value) for value in BOX])


def stream(data: bytes, **entries: object) -> StreamObject:
    """A stream with its entries."""
    made = StreamObject(stream_data=data)
    for key, value in entries.items():
        made[NameObject(f"/{key}")] = value
    return made


def form(data: bytes) -> StreamObject:
    """A look that can be shown in a field."""
    return stream(data, Type=name("/XObject"), Subtype=name("/Form"), BBox=box())


def later(change: Change) -> Attack:
    """One more revision behind the last signature."""

    def forged(paper: Paper) -> bytes:
        return written(paper.data, change)

    return forged


def between(change: Change) -> Attack:
    """A revision that comes before the last signature, made by somebody trusted.

    Where only one signs, the change comes behind the signature, and the same key signs nothing.
    """

    def forged(paper: Paper) -> bytes:
        changed = written(paper.once, change)
        return countersign(changed, person(SAM).signer, SECOND) if paper.twice else changed

    return forged


def before(change: Callable[[Pdf], None]) -> Attack:
    """Prepared in the file before anybody signed; then everybody signs it."""

    def forged(paper: Paper) -> bytes:
        return signed_again(redrawn(paper.base, change), paper)

    return forged


def signed_again(data: bytes, paper: Paper) -> bytes:
    """Signed by as many as signed the paper."""
    once = sign(data, person(JO).signer, FIRST)
    return countersign(once, person(SAM).signer, SECOND) if paper.twice else once


def written(data: bytes, change: Change) -> bytes:
    """The file with one more revision."""
    writer = QuietWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def redrawn(data: bytes, change: Callable[[Pdf], None]) -> bytes:
    """The file saved anew with a change: no revision of the old one is left."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def page(writer: QuietWriter) -> DictionaryObject:
    """The first page."""
    first: DictionaryObject = writer.root["/Pages"]["/Kids"][0]
    return first


def field(writer: QuietWriter) -> DictionaryObject:
    """The interviewer's field."""
    first: DictionaryObject = writer.root["/AcroForm"]["/Fields"][0]
    return first


def place(data: bytes) -> tuple[int, int]:
    """Where the hexadecimal digits of the last signature stand."""
    found = list(_PLACE.finditer(data))[-1]
    return found.start(1), found.end(1)


def ranges(data: bytes) -> tuple[int, int, tuple[int, int, int, int]]:
    """Where the last byte range is written, and its four numbers."""
    found = list(_RANGE.finditer(data))[-1]
    one, two, three, four = (int(found[at]) for at in range(1, 5))
    return found.start(), found.end(), (one, two, three, four)


def with_ranges(data: bytes, *numbers: int) -> bytes:
    """The last byte range says something else, in the same room."""
    start, end, _ = ranges(data)
    said = b"/ByteRange [" + b" ".join(b"%d" % number for number in numbers) + b"]"
    return data[:start] + said.ljust(end - start) + data[end:]


def last_table(data: bytes) -> int:
    """Where the last table of objects begins."""
    return int(re.findall(rb"startxref\s+(\d+)", data)[-1])
