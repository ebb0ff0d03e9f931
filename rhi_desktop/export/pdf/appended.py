"""Owns what the revision of a countersignature may hold: the signature with its look, no more.

The comparison of revisions lets a signer bring along what does no harm in most files: a store of
certificates, extensions, an order to draw every field anew, objects that nothing leads to. Whoever
reads a report is told that nothing else was changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
)
from pyhanko.pdf_utils.reader import PdfFileReader

_ELSEWHERE = ("/P", "/Parent", "/Reference")
"""Keys that lead from a signature back to its page and to the catalogue."""


def only_signed(reader: PdfFileReader, revision: int, field: IndirectObject) -> bool:
    """Whether everything that a revision writes is this field, or hangs on it, or is its table."""
    written = {ref.idnum: ref for ref in reader.xrefs.explicit_refs_in_revision(revision)}
    objects = {number: reader.get_object(ref) for number, ref in written.items()}
    waiting, reached = [field.reference.idnum], set[int]()
    while waiting:
        number = waiting.pop()
        if number in objects and number not in reached:
            reached.add(number)
            waiting += _leads_to(objects[number])
    return all(_is_table(one) for number, one in objects.items() if number not in reached)


def _leads_to(found: object) -> Iterator[int]:
    match found:
        case IndirectObject():
            yield found.reference.idnum
        case DictionaryObject():
            for key in found:
                if key not in _ELSEWHERE:
                    yield from _leads_to(found.raw_get(key))
        case ArrayObject():
            # As it stands: going through a list leads to nothing by itself.
            for one in list.__iter__(found):
                yield from _leads_to(one)


def _is_table(found: object) -> bool:
    return isinstance(found, StreamObject) and found.get("/Type") == "/XRef"
