"""Owns the attacks of those who sign: prepared before signing, done while signing, by strangers."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pikepdf import Array, Dictionary, Name, Pdf
from pyhanko.pdf_utils.generic import ArrayObject
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from rhi_desktop.domain.canonical import dumps, loads
from rhi_desktop.export.pdf.pades import QuietWriter, Signing, TimedSigner, put_signature
from rhi_desktop.export.pdf.sign import countersign, sign
from rhi_desktop.export.pdf.stamp import Stamp, draw_stamp
from tests.attacks.catalog import certificates_added, form_drawn_anew
from tests.attacks.pages import content_replaced
from tests.attacks.papers import FIRST, SECOND, Paper
from tests.attacks.writing import (
    Attack,
    Change,
    before,
    box,
    name,
    page,
    redrawn,
    signed_again,
    stream,
    table,
    words,
    written,
)
from tests.unit.export.samples import JO
from tests.unit.export.signed import KIT, SAM, Person, moment, person

BLACK = b"0 0 0 rg 0 0 600 850 re f"
ELEVEN_YEARS = moment(24 * 366 * 11)


def script(pdf: Pdf) -> None:
    """Runs when the file is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def page_action(pdf: Pdf) -> None:
    """Runs when a page is shown."""
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Launch, F="calc.exe"))


def another_form(pdf: Pdf) -> None:
    """XFA, laid over the pages."""
    pdf.Root.AcroForm.XFA = pikepdf.String("<xdp/>")


def layers(pdf: Pdf) -> None:
    """Content that can be switched off."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="x"))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[]))


def file_in_a_note(pdf: Pdf) -> None:
    """A file behind a note that does not say it is one."""
    spec = Dictionary(Type=Name.Filespec, F="x.exe", EF=Dictionary(F=pdf.make_stream(b"evil")))
    made = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=spec)
    held = pdf.pages[0].obj
    held.Annots = Array([*(held.get("/Annots") or []), pdf.make_indirect(made)])


def second_record(pdf: Pdf) -> None:
    """Another record, associated with the document and in no list of attachments."""
    file = pdf.make_stream(b'{"account":{}}')
    spec = Dictionary(Type=Name.Filespec, F="record.json", UF="record.json", EF=Dictionary(F=file))
    pdf.Root.AF.append(pdf.make_indirect(spec))


def forged_record(pdf: Pdf) -> None:
    """Other words in the record than its seal was made over."""
    held = pdf.Root.AF[0].EF.F
    record = loads(held.read_bytes())
    if isinstance(record, dict) and isinstance(record["account"], dict):
        record["account"]["lines"] = []
    held.write(dumps(record))


def no_record(pdf: Pdf) -> None:
    """Signed without any record."""
    for key in list(pdf.attachments):
        del pdf.attachments[key]
    if "/AF" in pdf.Root:
        del pdf.Root.AF


def _empty_field(pdf: Pdf) -> None:
    """A third place to sign, with a look of its own, for later."""
    made = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T="Third", Rect=[0, 0, 9, 9]
    )
    pdf.Root.AcroForm.Fields.append(pdf.make_indirect(made))


def _spare(pdf: Pdf) -> None:
    """Content that nothing shows yet."""
    pdf.Root.Spare = pdf.make_stream(BLACK)


def _covering(pdf: Pdf) -> None:
    """A note that hides what stands below until it is taken off."""
    made = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[0, 0, 600, 850], F=4)
    held = pdf.pages[0].obj
    held.Annots = Array([*(held.get("/Annots") or []), pdf.make_indirect(made)])


def show_spare(writer: QuietWriter) -> None:
    """The content that lay ready takes the place of what was signed."""
    page(writer)[name("/Contents")] = writer.root.raw_get("/Spare")
    writer.update_container(page(writer))


def uncover(writer: QuietWriter) -> None:
    """The last note of the first page is taken off."""
    notes = page(writer)["/Annots"]
    page(writer)[name("/Annots")] = ArrayObject(list(notes)[:-1])
    writer.update_container(page(writer))


def shadow(prepare: Callable[[Pdf], None], change: Change) -> Attack:
    """Prepared before signing, turned round afterwards."""

    def forged(paper: Paper) -> bytes:
        return written(signed_again(redrawn(paper.base, prepare), paper), change)

    return forged


def _put(data: bytes, where: str, who: Person, *, certify: bool) -> bytes:
    look = draw_stamp(Stamp(where, who.who.name, SECOND.now, ("a",) * 6))
    keys = who.keys
    key, certificate = keys.signing_key, keys.certificate
    name_, at = who.who.name, SECOND.now
    return put_signature(
        data, Signing(where, name_, "x", at, key, certificate, look, certify=certify)
    )


def third_signature(paper: Paper) -> bytes:
    """Somebody else signs in a field of their own, forced in with a tool."""
    writer = QuietWriter(io.BytesIO(paper.data))
    append_signature_field(writer, SigFieldSpec("Third", box=(10, 10, 90, 40), on_page=0))
    out = io.BytesIO()
    writer.write(out)
    return _put(out.getvalue(), "Third", person(KIT), certify=False)


def empty_field(paper: Paper) -> bytes:
    """A third place to sign is there before anybody signs."""
    once = _put(redrawn(paper.base, _empty_field), "Interviewer", person(JO), certify=True)
    return _put(once, "Supervisor", person(SAM), certify=False) if paper.twice else once


def not_certified(paper: Paper) -> bytes:
    """The first signature allows everything."""
    once = _put(paper.base, "Interviewer", person(JO), certify=False)
    return countersign(once, person(SAM).signer, SECOND) if paper.twice else once


def same_key_twice(paper: Paper) -> bytes:
    """The interviewer signs as supervisor too; where there is no such field, in a new one."""
    if not paper.twice:
        return third_signature(paper)
    return _put(paper.once, "Supervisor", person(JO), certify=False)


def by_a_stranger(paper: Paper) -> bytes:
    """Whoever signed last is nobody we know."""
    if paper.twice:
        return countersign(paper.once, person(KIT).signer, SECOND)
    return sign(paper.base, person(KIT).signer, FIRST)


def by_a_namesake(paper: Paper) -> bytes:
    """A stranger under the name of the interviewer."""
    stranger = person(KIT)
    forger = Person(person(JO).who, stranger.keys)
    once = sign(paper.base, forger.signer, FIRST)
    return countersign(once, person(SAM).signer, SECOND) if paper.twice else once


def too_late(paper: Paper) -> bytes:
    """With a certificate that had run out."""
    once = sign(paper.base, person(JO).signer, ELEVEN_YEARS)
    return countersign(once, person(SAM).signer, ELEVEN_YEARS) if paper.twice else once


def while_signing(change: Change) -> Attack:
    """A change in the very revision that holds the second signature.

    Where only one signs, the second signature stands in a field of its own.
    """

    def forged(paper: Paper) -> bytes:
        where = "Supervisor" if paper.twice else "Third"
        writer = QuietWriter(io.BytesIO(paper.once))
        if not paper.twice:
            append_signature_field(writer, SigFieldSpec(where, box=(10, 10, 90, 40), on_page=0))
        change(writer)
        return _signed_second(writer, where)

    return forged


def _signed_second(writer: QuietWriter, where: str) -> bytes:
    metadata = PdfSignatureMetadata(
        field_name=where,
        name=SAM.name,
        reason="x",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=False,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    keys = person(SAM).keys
    signer = SimpleSigner(
        Certificate.load(keys.certificate),
        PrivateKeyInfo.load(keys.signing_key),
        SimpleCertificateStore(),
    )
    timed = TimedSigner(metadata, signer, StaticStampStyle(), SECOND.now)
    return timed.sign_pdf(writer, existing_fields_only=True, bytes_reserved=6000).getvalue()


def own_block_moved(writer: QuietWriter) -> None:
    """The block that is about to be filled lies over the whole page."""
    fields = writer.root["/AcroForm"]["/Fields"]
    block = fields[len(fields) - 1]
    block[name("/Rect")] = box()
    writer.update_container(block)


def loose_object(writer: QuietWriter) -> None:
    """Words that nothing leads to and no reader shows."""
    writer.add_object(stream(b"words that are on no page"))


def extensions(writer: QuietWriter) -> None:
    """What the file says it needs, with words of somebody's own."""
    writer.root[name("/Extensions")] = table(ADBE=table(X=words("words that are on no page")))
    writer.update_root()


INSIDE: dict[str, Attack] = {
    "script before signing": before(script),
    "page action before signing": before(page_action),
    "XFA before signing": before(another_form),
    "layers before signing": before(layers),
    "file in a note before signing": before(file_in_a_note),
    "second record before signing": before(second_record),
    "forged record before signing": before(forged_record),
    "no record": before(no_record),
    "empty third field before signing": empty_field,
    "shadow that replaces": shadow(_spare, show_spare),
    "shadow that hides": shadow(_covering, uncover),
    "third signature": third_signature,
    "not certified": not_certified,
    "same key twice": same_key_twice,
    "by a stranger": by_a_stranger,
    "by a namesake": by_a_namesake,
    "after the certificate ran out": too_late,
    "changed while signing": while_signing(content_replaced),
    "own block moved while signing": while_signing(own_block_moved),
    "form drawn anew while signing": while_signing(form_drawn_anew),
    "certificates added while signing": while_signing(certificates_added),
    "extensions while signing": while_signing(extensions),
    "loose object while signing": while_signing(loose_object),
}
