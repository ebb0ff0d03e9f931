"""Owns the attacks on what a reader sees: content, notes, fields, fonts and page tree, later."""

from __future__ import annotations

from pyhanko.pdf_utils.generic import ArrayObject, NumberObject

from rhi_desktop.export.pdf.pades import QuietWriter
from tests.attacks.writing import (
    Attack,
    between,
    box,
    field,
    form,
    later,
    name,
    page,
    stream,
    table,
    words,
)

PAINT = b"1 0 0 rg 0 0 300 300 re f"


def content_added(writer: QuietWriter) -> None:
    """Draws over the first page."""
    first = page(writer)
    more = writer.add_object(stream(PAINT))
    first[name("/Contents")] = ArrayObject([first.raw_get("/Contents"), more])
    writer.update_container(first)


def content_replaced(writer: QuietWriter) -> None:
    """Other words on the first page."""
    page(writer)[name("/Contents")] = writer.add_object(stream(PAINT))
    writer.update_container(page(writer))


def content_gone(writer: QuietWriter) -> None:
    """An empty first page."""
    page(writer)[name("/Contents")] = ArrayObject()
    writer.update_container(page(writer))


def _note(writer: QuietWriter, **entries: object) -> None:
    first = page(writer)
    note = table(Type=name("/Annot"), Rect=box(), F=NumberObject(4), **entries)
    held = list(first["/Annots"]) if "/Annots" in first else []
    first[name("/Annots")] = ArrayObject([*held, writer.add_object(note)])
    writer.update_container(first)


def note_over(writer: QuietWriter) -> None:
    """A filled square over the words."""
    look = table(N=writer.add_object(form(PAINT)))
    _note(writer, Subtype=name("/Square"), AP=look)


def words_over(writer: QuietWriter) -> None:
    """Free text where other words stood: the evil annotation."""
    _note(writer, Subtype=name("/FreeText"), Contents=words("He said yes."), DA=words("/F 9 Tf"))


def redaction(writer: QuietWriter) -> None:
    """Marked to be taken out."""
    _note(writer, Subtype=name("/Redact"))


def link(writer: QuietWriter) -> None:
    """Leads to another place."""
    _note(writer, Subtype=name("/Link"), A=table(S=name("/URI"), URI=words("x:y")))


def notes_gone(writer: QuietWriter) -> None:
    """Every signature block taken off its page."""
    for one in writer.root["/Pages"]["/Kids"]:
        one.get_object()[name("/Annots")] = ArrayObject()
        writer.update_container(one.get_object())


def look_swapped(writer: QuietWriter) -> None:
    """Another name in a signature block."""
    field(writer)[name("/AP")] = table(N=writer.add_object(form(PAINT)))
    writer.update_container(field(writer))


def block_moved(writer: QuietWriter) -> None:
    """A signature block that lies over the whole page."""
    field(writer)[name("/Rect")] = box()
    writer.update_container(field(writer))


def field_renamed(writer: QuietWriter) -> None:
    """Interviewer becomes Supervisor."""
    field(writer)[name("/T")] = words("Supervisor")
    writer.update_container(field(writer))


def field_emptied(writer: QuietWriter) -> None:
    """The first signature is taken out of its field."""
    del field(writer)["/V"]
    writer.update_container(field(writer))


def field_twice(writer: QuietWriter) -> None:
    """A second field of the same name."""
    fields = writer.root["/AcroForm"]["/Fields"]
    copy = table(FT=name("/Sig"), T=words("Interviewer"), V=field(writer).raw_get("/V"))
    fields.append(writer.add_object(copy))
    writer.update_container(writer.root["/AcroForm"])


def field_with_text(writer: QuietWriter) -> None:
    """A text field with words of its own on the page."""
    look = table(N=writer.add_object(form(PAINT)))
    made = table(FT=name("/Tx"), T=words("x"), V=words("yes"), Subtype=name("/Widget"), AP=look)
    made[name("/Rect")] = box()
    writer.root["/AcroForm"]["/Fields"].append(writer.add_object(made))
    writer.update_container(writer.root["/AcroForm"])


def sneaky_field(writer: QuietWriter) -> None:
    """An empty signature field whose look lies over the words: the sneaky signature."""
    look = table(N=writer.add_object(form(PAINT)))
    made = table(FT=name("/Sig"), T=words("Third"), Type=name("/Annot"), AP=look, Rect=box())
    made[name("/Subtype")] = name("/Widget")
    writer.root["/AcroForm"]["/Fields"].append(writer.add_object(made))
    writer.update_container(writer.root["/AcroForm"])


def fields_gone(writer: QuietWriter) -> None:
    """The form lists nothing any more."""
    writer.root["/AcroForm"][name("/Fields")] = ArrayObject()
    writer.update_container(writer.root["/AcroForm"])


def page_added(writer: QuietWriter) -> None:
    """The first page a second time, at the end."""
    pages = writer.root["/Pages"]
    pages["/Kids"].append(pages["/Kids"].raw_get(0))
    pages[name("/Count")] = NumberObject(int(pages["/Count"]) + 1)
    writer.update_container(pages)


def page_gone(writer: QuietWriter) -> None:
    """The last page is missing."""
    pages = writer.root["/Pages"]
    pages["/Kids"].pop()
    pages[name("/Count")] = NumberObject(int(pages["/Count"]) - 1)
    writer.update_container(pages)


def pages_turned(writer: QuietWriter) -> None:
    """Another order."""
    writer.root["/Pages"]["/Kids"].reverse()
    writer.update_container(writer.root["/Pages"])


def page_cropped(writer: QuietWriter) -> None:
    """Only a corner of the page is shown."""
    page(writer)[name("/CropBox")] = ArrayObject([NumberObject(value) for value in (0, 0, 9, 9)])
    writer.update_container(page(writer))


def page_rotated(writer: QuietWriter) -> None:
    """Upside down."""
    page(writer)[name("/Rotate")] = NumberObject(180)
    writer.update_container(page(writer))


def letters_swapped(writer: QuietWriter) -> None:
    """The fonts of the first page lead to other letters."""
    fonts = page(writer)["/Resources"]["/Font"]
    for font in fonts.values():
        made = font.get_object()
        made[name("/ToUnicode")] = writer.add_object(stream(b"1 beginbfchar <01> <0041> endbfchar"))
        writer.update_container(made)


def read_aloud(writer: QuietWriter) -> None:
    """A screen reader says something else."""
    first = writer.root["/StructTreeRoot"]["/K"]
    first = first[0].get_object() if isinstance(first, ArrayObject) else first
    first[name("/ActualText")] = words("Nothing happened.")
    writer.update_container(first)


SEEN: dict[str, Attack] = {
    "content added": later(content_added),
    "content replaced": later(content_replaced),
    "content gone": later(content_gone),
    "content replaced between the signatures": between(content_replaced),
    "note over the words": later(note_over),
    "free text over the words": later(words_over),
    "note between the signatures": between(note_over),
    "redaction": later(redaction),
    "link": later(link),
    "notes gone": later(notes_gone),
    "look of a signature swapped": later(look_swapped),
    "signature block moved": later(block_moved),
    "field renamed": later(field_renamed),
    "field emptied": later(field_emptied),
    "field twice": later(field_twice),
    "text field": later(field_with_text),
    "sneaky signature field": later(sneaky_field),
    "fields gone": later(fields_gone),
    "page added": later(page_added),
    "page gone": later(page_gone),
    "pages turned round": later(pages_turned),
    "page cropped": later(page_cropped),
    "page rotated": later(page_rotated),
    "letters swapped": later(letters_swapped),
    "read aloud otherwise": later(read_aloud),
}
