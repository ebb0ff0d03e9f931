"""Owns what makes a drawing an archival file: fonts, metadata, colours, attachment, tags."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Pdf,
    Stream,
    StreamDecodeLevel,
    String,
)
from PIL import ImageCms

from rhi_desktop.export.pdf.tags import Node, Widget
from rhi_desktop.export.pdf.tree import Tree
from rhi_desktop.export.pdf.xmp import Meta

RECORD = "record.json"
CARRIAGE_RETURN = b"\r\nendstream"
CHECKSUM = ord("\r")
PADDING = b"\n   "
"""Four bytes, for the tables of a font stand at multiples of four."""
ROWS = 100
"""The most rows a block of a character map may hold."""
_BLOCK = re.compile(rb"\d+ beginbfchar")
_ROW = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]+)>\n")


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn: the bytes, and which element owns what."""

    data: bytes
    root: Node
    marks: Sequence[Sequence[Node]]
    widgets: Sequence[Widget]


def finish(
    drawing: Drawing, meta: Meta, record: bytes | None = None, about_record: str = ""
) -> bytes:
    """The finished file (PDF 1.7). The same input gives the same bytes; a sheet has no record."""
    with Pdf.open(io.BytesIO(drawing.data)) as pdf:
        drop_unused_fonts(pdf)
        clean_character_maps(pdf)
        Tree(pdf, drawing.marks, drawing.widgets).write(drawing.root)
        pdf.Root.Lang = String(meta.language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _colours(pdf)
        if record is not None:
            _attach(pdf, record, about_record, meta)
        _describe(pdf, meta)
        return steady(pdf)


def drop_unused_fonts(pdf: Pdf) -> None:
    """Take out the Helvetica that every drawing names and none of ours uses.

    The gate finds a page that does use one.
    """
    for page in pdf.pages:
        fonts = page.obj.Resources.get("/Font", Dictionary())
        drawn = page.obj.Contents.read_bytes()
        for name in list(fonts.keys()):
            if "/FontDescriptor" not in fonts[name] and name.encode() + b" " not in drawn:
                del fonts[name]


def clean_character_maps(pdf: Pdf) -> None:
    """Drop rows to U+0000, keep blocks within 100 rows, spell emoji as pairs."""
    for font in pdf.objects:
        if isinstance(font, Dictionary) and font.get("/Type") == Name.Font and "/ToUnicode" in font:
            font.ToUnicode.write(_clean_map(font.ToUnicode.read_bytes()))


def _clean_map(given: bytes) -> bytes:
    head = _BLOCK.split(given, maxsplit=1)[0]
    tail = given[given.rindex(b"endbfchar\n") + len(b"endbfchar\n") :]
    found = _ROW.findall(given[len(head) :])
    rows = [b"<%s> <%s>\n" % (code, _utf16(char)) for code, char in found if int(char, 16)]
    blocks = [rows[at : at + ROWS] for at in range(0, len(rows), ROWS)]
    body = b"".join(
        b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)) for block in blocks
    )
    return head + body + tail


def _utf16(char: bytes) -> bytes:
    """A character as a map spells it; reportlab forgets the pairs beyond U+FFFF."""
    return chr(int(char, 16)).encode("utf-16-be").hex().upper().encode()


def _colours(pdf: Pdf) -> None:
    profile = pdf.make_stream(srgb(), N=3, Alternate=Name.DeviceRGB)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                DestOutputProfile=profile,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"),
            )
        ]
    )


def srgb() -> bytes:
    """The colour profile with a fixed date and no identifier: Pillow writes the time of day."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return bytes(profile)


def _attach(pdf: Pdf, record: bytes, about: str, meta: Meta) -> None:
    parameters = Dictionary(
        Size=len(record),
        ModDate=String(_pdf_date(meta)),
        CheckSum=String(hashlib.md5(record, usedforsecurity=False).digest()),
    )
    embedded = pdf.make_stream(
        record, Type=Name.EmbeddedFile, Subtype=Name("/application/json"), Params=parameters
    )
    entry = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(RECORD),
            UF=String(RECORD),
            Desc=String(about),
            AFRelationship=Name.Data,
            EF=Dictionary(F=embedded, UF=embedded),
        )
    )
    pdf.Root.AF = Array([entry])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(RECORD), entry])))


def _describe(pdf: Pdf, meta: Meta) -> None:
    packet = Stream(pdf, meta.packet(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = pdf.make_indirect(packet)
    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    for key, text in (
        ("/Title", meta.title),
        ("/Author", meta.author),
        ("/Subject", meta.subject),
        ("/Creator", meta.tool),
        ("/Producer", meta.tool),
        ("/CreationDate", _pdf_date(meta)),
        ("/ModDate", _pdf_date(meta)),
    ):
        if text:
            info[key] = String(text)


def _pdf_date(meta: Meta) -> str:
    return meta.when.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")


def steady(pdf: Pdf) -> bytes:
    """The bytes of a file none of whose streams ends in a carriage return.

    Such a stream (1 in 256) reads as CR LF before `endstream`, and a strict validator then finds
    a wrong length. Whatever may hold white space at its end gets some; a record may not, and
    a table that the library packs by itself cannot: then less of the file is packed, or nothing.
    """
    for item in pdf.objects:
        if isinstance(item, Stream) and ends_badly(item.read_bytes()):
            _pad(item)
    data = _saved(pdf, ObjectStreamMode.generate)
    if CARRIAGE_RETURN in data:
        data = _saved(pdf, ObjectStreamMode.disable)
    return data if CARRIAGE_RETURN not in data else _unpacked(pdf)


def ends_badly(plain: bytes) -> bool:
    """Whether a stream ends in a carriage return once it is packed, at whatever level.

    The last bytes of a packed stream are the checksum of what it holds.
    """
    return zlib.adler32(plain) & 0xFF == CHECKSUM


def _pad(item: Object) -> None:
    """White space at the end of operators, maps and fonts means nothing and moves the checksum."""
    if item.get("/Type") in {Name.Metadata, Name.EmbeddedFile}:
        return
    plain = item.read_bytes() + PADDING
    item.write(plain)
    if "/Length1" in item:
        item.Length1 = len(plain)


def _unpacked(pdf: Pdf) -> bytes:
    """One report in 256: nothing is packed, and the record is written in letters."""
    for item in pdf.objects:
        if isinstance(item, Stream) and item.get("/Type") != Name.Metadata:
            letters = base64.a85encode(zlib.compress(item.read_bytes(), 9)) + b"~>"
            item.write(letters, filter=Array([Name.ASCII85Decode, Name.FlateDecode]))
    return _saved(pdf, ObjectStreamMode.disable, packing=False)


def _saved(pdf: Pdf, mode: ObjectStreamMode, *, packing: bool = True) -> bytes:
    target = io.BytesIO()
    pdf.save(
        target,
        min_version="1.7",
        object_stream_mode=mode,
        compress_streams=packing,
        stream_decode_level=StreamDecodeLevel.generalized if packing else StreamDecodeLevel.none,
        deterministic_id=True,
    )
    return target.getvalue()
