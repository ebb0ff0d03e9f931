"""Owns the attacks on what stands round the pages: record, metadata, scripts, layers, tables."""

from __future__ import annotations

import re

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
)

from rhi_desktop.export.pdf.pades import QuietWriter
from tests.attacks.papers import Paper
from tests.attacks.writing import (
    Attack,
    between,
    box,
    field,
    last_table,
    later,
    name,
    page,
    place,
    stream,
    table,
    words,
)

EVIL = b'{"account":{},"format":"rhi-record/1","seal":{}}'
PACKET = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>forged</x:xmpmeta>"


def _root(writer: QuietWriter, key: str, value: object) -> None:
    writer.root[NameObject(key)] = value
    writer.update_root()


def _file(writer: QuietWriter) -> DictionaryObject:
    held = writer.add_object(stream(EVIL, Type=name("/EmbeddedFile")))
    file = table(Type=name("/Filespec"), F=words("record.json"), UF=words("record.json"))
    file[name("/EF")] = table(F=held, UF=held)
    return file


def record_swapped(writer: QuietWriter) -> None:
    """Another record under the same name."""
    held = writer.root["/AF"][0]
    held[name("/EF")] = _file(writer)["/EF"]
    writer.update_container(held)


def file_added(writer: QuietWriter) -> None:
    """A second file that belongs to the document."""
    _root(writer, "/AF", ArrayObject([*writer.root["/AF"], writer.add_object(_file(writer))]))


def files_listed_anew(writer: QuietWriter) -> None:
    """Another list of attachments."""
    listed = ArrayObject([words("record.json"), writer.add_object(_file(writer))])
    _root(writer, "/Names", table(EmbeddedFiles=table(Names=listed)))


def metadata(writer: QuietWriter) -> None:
    """Another packet of metadata."""
    packet = stream(PACKET, Type=name("/Metadata"), Subtype=name("/XML"))
    _root(writer, "/Metadata", writer.add_object(packet))


def title(writer: QuietWriter) -> None:
    """Another title, which a reader shows above the pages."""
    writer.set_info(writer.add_object(table(Title=words("Forged"))))


def layers(writer: QuietWriter) -> None:
    """Content that can be switched off."""
    layer = writer.add_object(table(Type=name("/OCG"), Name=words("x")))
    off = table(OFF=ArrayObject([layer]))
    _root(writer, "/OCProperties", table(OCGs=ArrayObject([layer]), D=off))


def form_of_another_kind(writer: QuietWriter) -> None:
    """XFA, laid over the pages."""
    writer.root["/AcroForm"][name("/XFA")] = writer.add_object(stream(b"<xdp/>"))
    writer.update_container(writer.root["/AcroForm"])


def form_drawn_anew(writer: QuietWriter) -> None:
    """Readers are told to draw every field themselves."""
    writer.root["/AcroForm"][name("/DA")] = words("/Helv 40 Tf 1 0 0 rg")
    writer.root["/AcroForm"][name("/Q")] = NumberObject(2)
    writer.update_container(writer.root["/AcroForm"])


def script(writer: QuietWriter) -> None:
    """Runs when the file is opened."""
    _root(writer, "/OpenAction", table(S=name("/JavaScript"), JS=words("app.alert(1)")))


def named_script(writer: QuietWriter) -> None:
    """A script in the tree of names."""
    act = table(S=name("/JavaScript"), JS=words("app.alert(1)"))
    names = table(Names=ArrayObject([words("x"), writer.add_object(act)]))
    writer.root["/Names"][name("/JavaScript")] = names
    writer.update_container(writer.root["/Names"])


def page_action(writer: QuietWriter) -> None:
    """Runs when a page is shown."""
    page(writer)[name("/AA")] = table(O=table(S=name("/Launch"), F=words("x")))
    writer.update_container(page(writer))


def certification_gone(writer: QuietWriter) -> None:
    """The catalogue forgets that anybody certified."""
    _root(writer, "/Perms", DictionaryObject())


def bookmarks(writer: QuietWriter) -> None:
    """Other bookmarks."""
    _root(writer, "/Outlines", writer.add_object(table(Count=NumberObject(0))))


def shown_otherwise(writer: QuietWriter) -> None:
    """Another language, and no window furniture."""
    _root(writer, "/Lang", words("xx"))


def certificates_added(writer: QuietWriter) -> None:
    """A store of certificates, as a tool for long-term signatures adds one."""
    held = writer.add_object(stream(b"\x30\x03\x02\x01\x01"))
    _root(writer, "/DSS", writer.add_object(table(Certs=ArrayObject([held]))))


def time_moved(writer: QuietWriter) -> None:
    """The signature says another time."""
    signature = field(writer)["/V"]
    signature[name("/M")] = words("D:20200101000000+00'00'")
    writer.update_container(signature)


def signer_renamed(writer: QuietWriter) -> None:
    """The signature says another name."""
    signature = field(writer)["/V"]
    signature[name("/Name")] = words("Somebody Else")
    writer.update_container(signature)


def value_swapped(writer: QuietWriter) -> None:
    """The field leads to a copy of its signature."""
    field(writer)[name("/V")] = writer.add_object(DictionaryObject(field(writer)["/V"]))
    writer.update_container(field(writer))


def time_stamp(writer: QuietWriter) -> None:
    """Something that calls itself a time stamp of the document."""
    made = table(Type=name("/DocTimeStamp"), Filter=name("/Adobe.PPKLite"))
    made[name("/SubFilter")] = name("/ETSI.RFC3161")
    made[name("/Contents")] = ByteStringObject(bytes(64))
    made[name("/ByteRange")] = ArrayObject([NumberObject(0)] * 4)
    stamp = table(FT=name("/Sig"), T=words("Stamp"), V=writer.add_object(made), Rect=box())
    writer.root["/AcroForm"]["/Fields"].append(writer.add_object(stamp))
    writer.update_container(writer.root["/AcroForm"])


def nothing(writer: QuietWriter) -> None:
    """One more revision that only says the same again."""
    writer.update_root()


def _ended(data: bytes, table_: bytes, entries: bytes) -> bytes:
    """A table and a trailer by hand, behind what stands there."""
    before = last_table(data)
    made = b"\nxref\n" + table_ + b"trailer\n<<" + entries + b" /Prev %d>>\n" % before
    return data + made + b"startxref\n%d\n%%%%EOF\n" % (len(data) + 1)


def _catalogue(data: bytes) -> bytes:
    """The number of the catalogue that the last trailer names."""
    numbers: list[bytes] = re.findall(rb"/Root (\d+) 0 R", data)
    return numbers[-1]


def another_root(paper: Paper) -> bytes:
    """A trailer with a catalogue that shows nothing."""
    head = b"\n9000 0 obj\n<</Type/Catalog/Pages 9001 0 R>>\nendobj\n"
    tail = b"9001 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj"
    at = len(paper.data) + 1
    places = b"9000 2\n%010d 00000 n \n%010d 00000 n \n" % (at, at + len(head) - 1)
    grown, entries = paper.data + head + tail, b"/Size 9002/Root 9000 0 R"
    made = b"\nxref\n" + places + b"trailer\n<<" + entries
    made += b"/Prev %d>>\nstartxref\n" % last_table(paper.data)
    return grown + made + b"%d\n%%%%EOF\n" % (len(grown) + 1)


def encrypted(paper: Paper) -> bytes:
    """A trailer that says the file is encrypted."""
    entries = b"/Size 9000/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>/Root "
    return _ended(paper.data, b"0 0\n", entries + _catalogue(paper.data) + b" 0 R")


def first_table_again(paper: Paper) -> bytes:
    """The end points at the table of the first signature: everything later is out of sight."""
    return paper.data + b"\nstartxref\n%d\n%%%%EOF\n" % last_table(paper.once)


def two_tables(paper: Paper) -> bytes:
    """A table that names a second one, which only some readers look at."""
    hidden = b" 0 R/XRefStm %d" % last_table(paper.once)
    return _ended(paper.data, b"0 0\n", b"/Size 9000/Root " + _catalogue(paper.data) + hidden)


def freed(paper: Paper) -> bytes:
    """A table that takes the object of the first page away."""
    row = b"7 1\n0000000000 00001 f \n"
    return _ended(paper.data, row, b"/Size 9000/Root " + _catalogue(paper.data) + b" 0 R")


def overwritten(paper: Paper) -> bytes:
    """An object defined a second time behind the end, for readers that look for it themselves."""
    return paper.data + b"\n7 0 obj\n<</Type/Page>>\nendobj\n%%EOF\n"


def signature_again(paper: Paper) -> bytes:
    """The last signature's own digits once more behind the end."""
    start, end = place(paper.data)
    return paper.data + b"\n9000 0 obj\n<" + paper.data[start:end] + b">\nendobj\n%%EOF\n"


AROUND: dict[str, Attack] = {
    "record swapped": later(record_swapped),
    "file added": later(file_added),
    "files listed anew": later(files_listed_anew),
    "metadata": later(metadata),
    "metadata between the signatures": between(metadata),
    "title": later(title),
    "layers": later(layers),
    "XFA": later(form_of_another_kind),
    "form drawn anew": later(form_drawn_anew),
    "script": later(script),
    "named script": later(named_script),
    "page action": later(page_action),
    "certification gone": later(certification_gone),
    "bookmarks": later(bookmarks),
    "language": later(shown_otherwise),
    "certificates added": later(certificates_added),
    "time moved": later(time_moved),
    "signer renamed": later(signer_renamed),
    "signature value swapped": later(value_swapped),
    "time stamp": later(time_stamp),
    "empty revision": later(nothing),
    "another catalogue": another_root,
    "encrypted": encrypted,
    "first table again": first_table_again,
    "two tables": two_tables,
    "object freed": freed,
    "object overwritten": overwritten,
    "signature again": signature_again,
}
