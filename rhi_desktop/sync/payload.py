"""Owns the payload of a bundle: zlib over JSON Lines, and every check of what the lines hold."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping

from rhi_desktop.crypto.digest import digest_fits
from rhi_desktop.domain.canonical import NotCanonicalError, Plain, dumps, loads
from rhi_desktop.domain.exchange import BundleHead
from rhi_desktop.domain.plain import NotPlainError
from rhi_desktop.domain.record import Kind, Record, packs_of
from rhi_desktop.errors import BundleError
from rhi_desktop.sync.records import (
    check_body,
    is_digest,
    parents,
    place,
    record_from,
    record_plain,
)

MAX_UNPACKED = 256 * 1024 * 1024
MAX_RECORDS = 200_000
MAX_LINE = 32 * 1024 * 1024
_STEP = 1024 * 1024

File = tuple[str, bytes]
"""SHA-256 and content."""


def lines(records: Iterable[Record], files: Mapping[str, bytes]) -> Iterator[bytes]:
    """One canonical object a line: the records in their order, then the files they name."""
    for record in records:
        yield dumps({"record": record_plain(record)}) + b"\n"
    for sha256, data in sorted(files.items()):
        text = base64.b64encode(data).decode("ascii")
        yield dumps({"file": {"data": text, "sha256": sha256}}) + b"\n"


def parse(line: bytes) -> Record | File:
    """The record or the file of one line; ValueError for anything else. Content is not checked."""
    plain = loads(line)
    refuse_nul(line)
    if not isinstance(plain, dict) or len(plain) != 1:
        raise NotPlainError("line")
    if "file" in plain:
        return _file(plain["file"])
    return record_from(plain.get("record"))


def _file(plain: Plain) -> File:
    if isinstance(plain, dict) and set(plain) == {"data", "sha256"}:
        data, sha256 = plain["data"], plain["sha256"]
        if isinstance(data, str) and isinstance(sha256, str) and is_digest(sha256):
            return sha256, base64.b64decode(data, validate=True)
    raise NotPlainError("file")


def inflate(packed: bytes, unpacked: int) -> Iterator[bytes]:
    """The lines of a packed payload, without their line ends and never more than announced.

    Raises BundleError: bundle_too_large (more than announced, or a line beyond any use),
    bundle_damaged (no zlib, cut, something behind the end, or less than announced).
    """
    rest, total = b"", 0
    for part in _parts(packed):
        total += len(part)
        if total > unpacked or len(rest) > MAX_LINE:
            raise BundleError("bundle_too_large")
        *whole, rest = (rest + part).split(b"\n")
        yield from whole
    if rest or total != unpacked:
        raise BundleError("bundle_damaged")


def _parts(packed: bytes) -> Iterator[bytes]:
    machine = zlib.decompressobj()
    try:
        part = machine.decompress(packed, _STEP)
        while part or machine.unconsumed_tail:
            yield part
            part = machine.decompress(machine.unconsumed_tail, _STEP)
    except zlib.error:
        raise BundleError("bundle_damaged") from None
    if not machine.eof or machine.unused_data:
        raise BundleError("bundle_damaged")


class Contents:
    """Checks lines one after the other and remembers of each only what links it to others.

    Owns no content. `take` raises BundleError("bundle_damaged") for a line that is not what it
    says, `finish` for anything that is missing or too much when all lines were taken.
    """

    def __init__(self, head: BundleHead) -> None:
        self._head = head
        self._newest: dict[str, tuple[tuple[str, ...], int, str]] = {}
        self._links: set[tuple[Kind, str, str]] = set()
        self._named: dict[str, Plain] = {}
        self._files: dict[str, int] = {}
        self._packs: set[str] = set()
        self._records = 0

    def take(self, line: bytes) -> None:
        """Checks one line by itself and notes its links."""
        try:
            item = parse(line)
            if not isinstance(item, Record):
                self.add_file(*item)
            elif digest_fits(item):
                self.add(item)
            else:
                raise NotPlainError("record.digest")
        except ValueError:
            # `from None`: nothing of the content may travel with the refusal.
            raise BundleError("bundle_damaged") from None

    def finish(self) -> None:
        """Checks that counts, links and files fit the header and each other."""
        fits = (
            self._records == self._head.records
            and len(self._files) == self._head.files
            and self._files == self._named
            and self._packs <= set(self._head.packs)
            and all(self._is_inside(link) for link in self._links)
        )
        if not fits:
            raise BundleError("bundle_damaged")

    def add(self, record: Record) -> None:
        """Notes a record whose digest is known to fit; NotPlainError if it has not its shape."""
        self._records += 1
        if self._records > min(self._head.records, MAX_RECORDS):
            raise NotPlainError("records")
        check_body(record)
        self._follow(record)
        self._links.add((Kind.CASE, record.case_id, record.case_id))
        self._links.update((kind, wanted, record.case_id) for kind, wanted in parents(record))
        self._packs.update(packs_of(record))
        if record.kind is Kind.REPORT:
            self._name(record.body)

    def add_file(self, sha256: str, data: bytes) -> None:
        """Notes a file; NotPlainError if it is not the one that its digest names."""
        if sha256 in self._files or hashlib.sha256(data).hexdigest() != sha256:
            raise NotPlainError("file")
        self._files[sha256] = len(data)

    def _follow(self, record: Record) -> None:
        """A later revision goes on exactly where the one before ended, in the same place."""
        before = self._newest.get(record.id)
        where = place(record)
        if before is not None and before != (where, record.revision - 1, record.previous):
            raise NotPlainError("record.previous")
        self._newest[record.id] = (where, record.revision, record.digest)

    def _name(self, body: Mapping[str, Plain]) -> None:
        sha256, size = str(body["sha256"]), body["size"]  # there: the shape was looked at
        if self._named.setdefault(sha256, size) != size:
            raise NotPlainError("report.size")

    def _is_inside(self, link: tuple[Kind, str, str]) -> bool:
        kind, wanted, case_id = link
        found = self._newest.get(wanted)
        return found is not None and found[0][:2] == (kind.value, case_id)


_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""NUL as canonical JSON spells it: an escape whose backslash is not itself escaped."""


def refuse_nul(lines: bytes) -> None:
    """NotCanonicalError when canonical lines hold a text with NUL: other programs stop there."""
    if b"\\u0000" in lines and _NUL.search(lines):
        raise NotCanonicalError("a text with NUL")
