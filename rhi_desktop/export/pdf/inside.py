"""Owns what a file may hold beside its pages: one record, and nothing that acts or swells."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

MOST_INFLATED = 256 * 1024 * 1024
"""Bytes that all streams of a file together may unpack to; a report of 100 pages has 4 million."""
LONGEST_GAP = 64 * 1024
"""White space in a row: readers go through it byte by byte."""
TAIL = 2048
MOST_NUMBERED = 16 * 1024 * 1024
"""Rows that a table of objects may claim; a report of 100 pages has 20 thousand. Some readers go
through as many as are claimed, whether they are there or not."""

_CLAIMED = re.compile(rb"/(?:Size\s{0,9}(\d{1,40})|Index\s{0,9}\[([\d\s]{0,4000}))")
_STREAM = re.compile(rb"stream\r?\n")
_GAP = re.compile(rb"[\0\t\n\f\r ]{64,}")
_STEP = 1024 * 1024
_ACTING_KEYS = frozenset({"/JavaScript", "/JS", "/OpenAction", "/AA", "/XFA", "/OCProperties"})
_ACTING = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/ResetForm",
        "/GoToR",
        "/GoToE",
        "/URI",
        "/Named",
        "/Hide",
        "/Movie",
        "/Sound",
        "/Rendition",
        "/Thread",
        "/SetOCGState",
        "/GoTo3DView",
        "/RichMediaExecute",
    }
)
_ODD_NOTES = frozenset({"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/FileAttachment"})


def is_bearable(data: bytes) -> bool:
    """Whether a reader can be given these bytes: they end as a PDF does, and do not swell.

    No wall: whoever spells the same otherwise gets past it, and meets the limits of the child.
    """
    if b"startxref" not in data[-TAIL:]:
        return False
    if any(gap.end() - gap.start() > LONGEST_GAP for gap in _GAP.finditer(data)):
        return False
    if any(number > MOST_NUMBERED for number in _claimed(data)):
        return False
    return _inflated(data) <= MOST_INFLATED


def _claimed(data: bytes) -> Iterator[int]:
    """Every number that a table of objects claims to have or to begin with."""
    for claim in _CLAIMED.finditer(data):
        yield from (int(number[:20]) for number in (claim[1] or claim[2]).split())


def _inflated(data: bytes) -> int:
    """How many bytes all streams unpack to, or a little more than the most that is allowed."""
    total = 0
    for start in _STREAM.finditer(data):
        machine, fed = zlib.decompressobj(), data[start.end() : start.end() + _STEP]
        at = start.end() + len(fed)
        try:
            while fed and not machine.eof and total <= MOST_INFLATED:
                total += len(machine.decompress(fed, _STEP))
                fed = machine.unconsumed_tail or data[at : at + _STEP]
                at += 0 if machine.unconsumed_tail else len(fed)
        except zlib.error:
            continue
    return total


def acts(pdf: Pdf) -> bool:
    """Whether anything in the file could run, open, play, hide or fetch: no report of ours does."""
    return any(_acts(one) for one in _tables(pdf))


def files(pdf: Pdf) -> Iterator[Stream]:
    """Every stream that is a file, whatever names it and whatever it says of itself."""
    for one in _tables(pdf):
        if isinstance(one, Stream) and one.get("/Type") == Name.EmbeddedFile:
            yield one
        held = one.get("/EF")
        if isinstance(held, Dictionary):
            yield from (item for item in held.values() if isinstance(item, Stream))


def _acts(one: Object) -> bool:
    if not _ACTING_KEYS.isdisjoint(one.keys()):
        return True
    # A stream that names a file has its content outside.
    if isinstance(one, Stream) and "/F" in one:
        return True
    return str(one.get("/S")) in _ACTING or str(one.get("/Subtype")) in _ODD_NOTES


def _tables(pdf: Pdf) -> Iterator[Object]:
    """Every dictionary and stream of a file, those inside others too."""
    waiting: list[Object] = [*pdf.objects]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Dictionary | Stream):
            yield one
            inner: list[object] = [*(one.values() if isinstance(one, Dictionary) else ())]
            if isinstance(one, Stream):
                inner = [one.get(key) for key in one.keys()]  # noqa: SIM118  a stream is no mapping
        else:
            inner = [*one] if isinstance(one, Array) else []
        waiting.extend(item for item in inner if isinstance(item, Object) and not item.is_indirect)
