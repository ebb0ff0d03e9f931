"""Owns files that are no whole PDF: torn, swollen, circular, endless, and nonsense."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable

from tests.attacks.papers import paper
from tests.attacks.writing import place, with_ranges
from tests.soak.row import number_from

Draw = Callable[..., int]
"""A number below the given one, the same for the same run and word."""
Kind = Callable[[bytes, Draw], bytes]
"""Makes a malformed file out of a genuine one."""

END = b"\nstartxref\n9\n%%EOF\n"
DEPTHS = (50, 600, 5_000, 60_000, 400_000)
COUNTS = (-1, 0, 2**31, 2**63, 10**30)


def _noise(draw: Draw, length: int) -> bytes:
    seed = draw("noise", below=2**60)
    blocks = range(length // 32 + 1)
    return b"".join(hashlib.sha256(b"%d/%d" % (seed, at)).digest() for at in blocks)[:length]


def _piece(data: bytes, draw: Draw) -> tuple[int, int]:
    start = draw("start", below=len(data))
    return start, min(len(data), start + 1 + draw("length", below=4_000))


def noise(_data: bytes, draw: Draw) -> bytes:
    """A head, anything, and an end."""
    return b"%PDF-1.7\n" + _noise(draw, draw("length", below=20_000)) + END


def torn(data: bytes, draw: Draw) -> bytes:
    """Cut somewhere, with an end that looks whole."""
    return data[: draw("place", below=len(data))] + END


def hole(data: bytes, draw: Draw) -> bytes:
    """A piece is missing."""
    start, end = _piece(data, draw)
    return data[:start] + data[end:]


def doubled(data: bytes, draw: Draw) -> bytes:
    """A piece stands there twice."""
    start, end = _piece(data, draw)
    return data[:end] + data[start:]


def scrambled(data: bytes, draw: Draw) -> bytes:
    """A piece is noise."""
    start, end = _piece(data, draw)
    return data[:start] + _noise(draw, end - start) + data[end:]


def digits(data: bytes, draw: Draw) -> bytes:
    """Numbers in the last table, in lengths and references are others."""
    found = list(re.finditer(rb"(?<=[ /\[])\d+(?=[ \]\n])", data))
    for at in range(1 + draw("many", below=5)):
        one = found[draw("which", at, below=len(found))]
        other = b"%d" % draw("value", at, below=10 ** len(one[0]))
        data = data[: one.start()] + other.rjust(len(one[0]), b"0") + data[one.end() :]
    return data


def names(data: bytes, draw: Draw) -> bytes:
    """Keys of dictionaries change places."""
    found = sorted(set(re.findall(rb"/[A-Z][A-Za-z]{2,}", data)))
    one, other = (found[draw(which, below=len(found))] for which in ("one", "other"))
    return data.replace(one, b"/\0").replace(other, one).replace(b"/\0", other)


def nested(_data: bytes, draw: Draw) -> bytes:
    """Arrays, dictionaries or strings within each other, very deep."""
    depth = DEPTHS[draw("depth", below=len(DEPTHS))]
    opens, closes = ((b"[", b"]"), (b"<</A", b">>"), (b"(", b")"))[draw("kind", below=3)]
    return _file(b"<</Type/Catalog/Pages 2 0 R/Deep " + opens * depth + closes * depth + b">>")


def circular(_data: bytes, draw: Draw) -> bytes:
    """Trees that lead back to themselves."""
    roots = (
        b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9/AcroForm 1 0 R/Fields[1 0 R]/T(x)>>",
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[2 0 R]>>/StructTreeRoot 2 0 R>>",
        b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 2 0 R>>/AF 2 0 R/Outlines 2 0 R>>",
        b"1 0 R",
    )
    node = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Parent 2 0 R/Count 9/T(x)/FT/Sig/K 2 0 R/V 2 0 R/P 2"
    return _file(roots[draw("root", below=len(roots))], node + b" 0 R/Names 2 0 R/EF 2 0 R>>")


def swollen(_data: bytes, draw: Draw) -> bytes:
    """A stream that unpacks to far more, once or several times over."""
    packed = bytes(30_000_000)
    rounds = 1 + draw("rounds", below=3)
    for _ in range(rounds):
        packed = zlib.compress(packed, 9)
    filters = b"/FlateDecode" * rounds
    copies = 1 + draw("copies", below=40)
    held = b"<</Type/ObjStm/N 1/First 9/Filter[%s]/Length %d>>\nstream\n%s\nendstream"
    bodies = [held % (filters, len(packed), packed)] * copies
    return _file(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", *bodies)


def chained(_data: bytes, draw: Draw) -> bytes:
    """Many filters behind each other."""
    kinds = (b"/ASCIIHexDecode", b"/ASCII85Decode", b"/LZWDecode", b"/RunLengthDecode")
    filters = kinds[draw("filter", below=len(kinds))] * (1 + draw("many", below=2_000))
    body = b"<</Filter[%s]/Length 999>>\nstream\n%s\nendstream" % (filters, _noise(draw, 999))
    return _file(b"<</Type/Catalog/Pages 2 0 R/Metadata 2 0 R>>", body)


def huge_table(_data: bytes, draw: Draw) -> bytes:
    """A table that says it has more rows than the file has bytes."""
    count = COUNTS[draw("count", below=len(COUNTS))]
    rows = b"0000000009 00000 n \n" * draw("rows", below=50_000)
    body = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))
    return body + b"xref\n0 %d\n" % count + rows + trailer


def looped_table(_data: bytes, draw: Draw) -> bytes:
    """Tables that name each other as the one before."""
    body = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    for _ in range(1 + draw("tables", below=500)):
        body += b"xref\n0 0\ntrailer\n<</Size 2/Root 1 0 R/Prev %d>>\n" % len(body)
    return body + b"startxref\n%d\n%%%%EOF\n" % body.rindex(b"xref")


def table_stream(_data: bytes, draw: Draw) -> bytes:
    """A packed table with widths, places and length of its own choice."""
    width = COUNTS[draw("width", below=len(COUNTS))]
    size = COUNTS[draw("size", below=len(COUNTS))]
    rows = zlib.compress(_noise(draw, 900))
    entries = b"/Type/XRef/W[1 %d 2]/Size %d/Index[0 %d]/Root 1 0 R/Filter/FlateDecode/Length %d"
    said = entries % (width, size, size, len(rows))
    return b"%PDF-1.7\n9 0 obj\n<<" + said + b">>\nstream\n" + rows + b"\nendstream\nendobj" + END


def lengths(data: bytes, draw: Draw) -> bytes:
    """A stream as long as nothing is, or as long as itself says."""
    found = list(re.finditer(rb"/Length \d+", data))
    one = found[draw("which", below=len(found))]
    other = (b"/Length -1", b"/Length 99999999999", b"/Length 1 0 R", b"/Length [1]")
    return data[: one.start()] + other[draw("how", below=4)] + data[one.end() :]


def envelope(data: bytes, draw: Draw) -> bytes:
    """The signature itself is nonsense, torn, endless or nested."""
    start, end = place(data)
    whole = bytes.fromhex(data[start:end].decode())
    cut = draw("cut", below=len(whole))
    torn_, deep = whole[:cut], b"\x30\x80" * (len(whole) // 2 - 1)
    other = (
        torn_ + _noise(draw, 40),
        deep,
        b"\x30\x84\xff\xff\xff\xff" + whole[6:],
        whole[:cut] + _noise(draw, 1) + whole[cut + 1 :],
        _noise(draw, len(whole)),
    )[draw("how", below=5)]
    room = end - start
    return data[:start] + other.hex().upper().encode().ljust(room, b"0")[:room] + data[end:]


def byte_range(data: bytes, draw: Draw) -> bytes:
    """Ranges that no file has."""
    chosen = [(-1, 0, 7, 2**31, 2**63, len(data))[draw("n", at, below=6)] for at in range(4)]
    return with_ranges(data, *chosen)


KINDS: tuple[Kind, ...] = (
    noise,
    torn,
    hole,
    doubled,
    scrambled,
    digits,
    names,
    nested,
    circular,
    swollen,
    chained,
    huge_table,
    looped_table,
    table_stream,
    lengths,
    envelope,
    byte_range,
)


def malformed(number: int, seed: str) -> bytes:
    """The file of a run: kinds in turn, each time another."""

    def draw(*word: object, below: int) -> int:
        return number_from(seed, number, *word, below=below)

    return KINDS[number % len(KINDS)](paper().data, draw)


def _file(*bodies: bytes) -> bytes:
    """A whole file with these objects, and a table that fits them."""
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    size = len(bodies) + 1
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))
    return made + b"xref\n0 %d\n" % size + rows + trailer
