"""Claims about an addendum on paper: what it names, what it says, and that it is a sound file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

import page
import pytest

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain.addendum import Addendum, Correction
from rhi_desktop.domain.ids import AddendumId, InterviewId, SealId
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.addendum import FirstReport, addendum_data
from rhi_desktop.export.content import INTERVIEWER, SUPERVISOR, ReportData, Signatures
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.pages import pages
from rhi_desktop.export.pdf.sign import countersign, sign
from rhi_desktop.export.pdf.verify import Outcome, verify
from rhi_desktop.export.source import SignedBy
from rhi_desktop.export.variants import VariantSeal
from tests.unit.export import signed
from tests.unit.export.printed import part, words
from tests.unit.export.samples import JO, STARTED

WRITTEN = STARTED + timedelta(days=3)
FILE = hashlib.sha256(b"the signed report").hexdigest()
CORRECTIONS = (
    Correction(Voice.CHILD, "It wasn\u2019t Sunday. It was Saturday.", "line 12"),
    Correction(Voice.TOLD, "She rang me at half past nine.", "line 21", "Dana, the aunt"),
    Correction(Voice.SAW, "The number ends in 77.", "people and places"),
    Correction(Voice.VIEW, "Both friends may be one person."),
    Correction(Voice.CHILD, "Nie chc\u0119.", language="pl"),
)
ADDENDUM = Addendum(
    *(AddendumId("addendum-1"), InterviewId("interview-1"), 2, FILE, "M.T. rang.\nTwice.\n"),
    CORRECTIONS,
    JO,
    WRITTEN,
)
FIRST = FirstReport(
    *("R-0142", "M.T.", STARTED, JO.name, STARTED + timedelta(hours=3), "9f" * 32),
    STARTED + timedelta(hours=3),
    FILE,
)


def told(addendum: Addendum = ADDENDUM, first: FirstReport = FIRST) -> ReportData:
    """The pages of an addendum, with its seal."""
    salt, who = "ab" * 32, signed.person(JO)
    digest = seal_digest(to_plain(addendum), salt)
    seal = VariantSeal(
        SealId("seal"), addendum.interview_id, addendum.at, salt, digest, first.digest
    )
    certificate = hashlib.sha256(who.keys.certificate).hexdigest()
    by = SignedBy(JO.name, JO.role, JO.organisation, who.signer.fingerprint_words, certificate)
    return addendum_data(addendum, first, seal, by)


@cache
def base() -> bytes:
    """The unsigned file."""
    return draw(told())


def test_it_names_the_one_report_that_it_belongs_to() -> None:
    """By the digest of the file, by that of its seal, and by who signed it when."""
    said = words(part(told(), "first"))
    assert FILE[:8].upper() in said
    assert ("9F" * 32)[:16] in said
    assert "19:05, by Jo Penhallow" in said
    assert "Not when this was written" in said
    later = replace(FIRST, countersigned=(STARTED + timedelta(days=1), "Sam Okonjo"))
    assert "by Sam Okonjo" in words(part(told(first=later), "first"))


def test_every_correction_is_printed_word_for_word_with_whose_words_it_is() -> None:
    """And with what in the report it belongs to; the reason is the writer's."""
    said = words(part(told(), "corrections"))
    for one in CORRECTIONS:
        assert one.words in said
    for beside in ("M.T.\u2019s words", "Dana, the aunt", "I saw", "My view", "To line 12", "New"):
        assert beside in said
    reason = words(part(told(), "reason"))
    assert "In the words of Jo Penhallow" in reason
    assert "M.T. rang.\nTwice." in reason


@pytest.mark.parametrize(
    ("heard", "wanted"), [(STARTED, "On the talk of Tuesday 10"), (None, "that no talk was held")]
)
def test_the_head_says_what_it_is_about(heard: datetime | None, wanted: str) -> None:
    """Also where no talk was held; one correction is told as one."""
    found = told(replace(ADDENDUM, corrections=CORRECTIONS[:1]), replace(FIRST, heard_at=heard))
    assert wanted in found.mast.cover
    assert found.mast.lead[0].text == "One thing is corrected or added. "
    assert "M.T." not in found.title


def test_both_can_sign_it() -> None:
    """It has the two places of the report, and says what an empty second one means."""
    (block,) = part(told(), "signatures").blocks
    assert isinstance(block, Signatures)
    assert [slot.field for slot in block.slots] == [INTERVIEWER, SUPERVISOR]
    assert "the addendum is not countersigned" in block.slots[1].lines[0][0].text


def test_the_record_holds_the_addendum_and_nothing_of_the_report() -> None:
    """Whoever has it can compute the digest again, and finds the report's seal by its digest."""
    record = json.loads(told().record)
    assert record["format"] == "rhi-addendum/1"
    assert record["account"] == to_plain(ADDENDUM)
    assert record["seal"]["of"] == FIRST.digest
    digest = seal_digest(record["account"], record["seal"]["salt"])
    assert digest == record["seal"]["digest"]


def test_the_file_is_sound_before_and_after_both_signatures() -> None:
    """Archival, readable aloud, the same every time; what it says can be read back."""
    once = sign(base(), signed.person(JO).signer, signed.moment(75))
    both = countersign(once, signed.person(signed.SAM).signer, signed.moment(99))
    for data in (base(), once, both):
        assert page.is_pdf_compliant_bytes(data, profile="ua1")
    # The validator asks of every signature that it covers the end of the file: no first one can.
    for data in (base(), once):
        assert page.is_pdf_compliant_bytes(data, profile="3a")
    assert draw(told()) == base()
    text = " ".join(image.text for image in pages(both, 40)).replace("\n", " ")
    for said in ("It was Saturday.", "Nie chc\u0119.", "Both friends may be one person."):
        assert said in text
    verdict = verify(both, signed.pins(), seal_digest=json.loads(told().record)["seal"]["digest"])
    assert (verdict.outcome, verdict.variant) == (Outcome.GENUINE, Variant.ADDENDUM)
    assert verdict.countersigned


def test_many_and_long_corrections_go_on_over_the_page() -> None:
    """With no word lost."""
    said = "and then we went down to the water again " * 400
    long = replace(CORRECTIONS[0], words=said)
    data = draw(told(replace(ADDENDUM, corrections=(long, *CORRECTIONS * 4))))
    assert page.is_pdf_compliant_bytes(data, profile="ua1")
    text = " ".join(image.text for image in pages(data, 40))
    assert text.count("water") == said.count("water")
