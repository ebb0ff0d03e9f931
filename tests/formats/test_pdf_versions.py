"""Claims about versions for the police and for carers, as other people's tools read them."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random  # noqa: TID251  seeded, so that a run can be repeated

import page
import pikepdf
import pytest

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.interview import Account, Outcome
from rhi_desktop.domain.variant import Variant
from rhi_desktop.errors import SigningError
from rhi_desktop.export.pdf import sign as pdf_sign
from rhi_desktop.export.pdf.draw import draw
from rhi_desktop.export.pdf.verify import Outcome as Found
from rhi_desktop.export.pdf.verify import verify
from tests.formats.test_pdf_paths import HOLE, text
from tests.property import canaries
from tests.property.variants import made
from tests.unit.export import paths, samples, signed, versions, whole

READERS = (Variant.POLICE, Variant.CARER)


def account(outcome: Outcome) -> Account:
    """The record that ended so."""
    if outcome is Outcome.COMPLETED:
        return versions.account()
    return paths.stopped() if outcome is Outcome.STOPPED_BY_CHILD else paths.not_heard(outcome)


@cache
def drawn(outcome: Outcome, variant: Variant) -> bytes:
    """Its version with everything that may go."""
    return draw(versions.version(account(outcome), variant, "*"))


@pytest.mark.parametrize("variant", READERS)
@pytest.mark.parametrize("outcome", Outcome)
def test_every_version_is_archival_and_accessible(outcome: Outcome, variant: Variant) -> None:
    """PDF/A-3A and PDF/UA-1 by the validator, sound by another, and without holes in its text."""
    data = drawn(outcome, variant)
    assert page.is_pdf_compliant_bytes(data, profile="3a")
    assert page.is_pdf_compliant_bytes(data, profile="ua1")
    assert HOLE.findall(text(data)) == []
    assert "M.T." in text(data)


@pytest.mark.parametrize("variant", READERS)
def test_a_version_is_sound_and_its_fonts_are_inside(variant: Variant, tmp_path: Path) -> None:
    """As qpdf and poppler see it."""
    data = drawn(Outcome.COMPLETED, variant)
    (tmp_path / "version.pdf").write_bytes(data)
    command = ["qpdf", "--check", str(tmp_path / "version.pdf")]
    checked = subprocess.run(command, capture_output=True, check=False)
    assert checked.returncode == 0, checked.stdout
    command = ["pdffonts", "-"]
    listed = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    assert all(row.split()[-5] == "yes" for row in listed.splitlines()[2:])


@pytest.mark.parametrize("variant", READERS)
def test_what_goes_is_read_back_word_for_word(variant: Variant) -> None:
    """Lines, answers, plan, cards: whatever the reduced account holds."""
    held = versions.small(versions.account(), variant, "*").account
    command = ["pdfinfo", "-struct-text", "-"]
    data = drawn(Outcome.COMPLETED, variant)
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    # What is spoken aloud has no heads and feet of pages in between.
    said = "".join(done.stdout.decode("utf-8", "replace").replace('"', "").split())
    wanted = [line.words for line in held.lines]
    wanted += [line.words for line in held.plan.lines] if held.plan else []
    wanted += [one.what for one in held.actions] + [one.name for one in held.entities]
    assert [words for words in wanted if "".join(words.split()) not in said] == []
    assert wanted


@pytest.mark.parametrize("variant", READERS)
def test_a_version_has_one_place_to_sign(variant: Variant) -> None:
    """It is genuine with one signature, says whose it is, and nobody can countersign it."""
    jo, sam = signed.person(samples.JO), signed.person(signed.SAM)
    data = pdf_sign.sign(drawn(Outcome.COMPLETED, variant), jo.signer, signed.moment(6))
    verdict = verify(data, [jo.pin, sam.pin])
    assert (verdict.outcome, verdict.variant) == (Found.GENUINE, variant)
    assert verdict.of == "ab" * 32
    with pytest.raises(SigningError) as refused:
        pdf_sign.countersign(data, sam.signer, signed.moment(7))
    assert refused.value.code == "no_field"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [str(one.T) for one in pdf.Root.AcroForm.Fields] == ["Interviewer"]


LONG = "word " * 900
NAMES = (
    "\u0645\u062d\u0637\u0629 \u0627\u0644\u0642\u0637\u0627\u0631",
    "x" * 300,
    "\u0141\u00f3d\u017a " * 30,
)


@pytest.mark.parametrize("count", [3, 40])
def test_long_names_and_many_places_break_over_pages(count: int) -> None:
    """In any script; a way of more places than a figure can hold is a table alone."""
    told = versions.account()
    places = [
        versions.card(f"{NAMES[at % 3]} {at}", EntityKind.PLACE, (5 + at % 3,), address=LONG[:at])
        for at in range(count)
    ]
    people = replace(told.entities[0], description=LONG, how_met=LONG)
    lines = tuple(replace(one, words=LONG) if one.number == 12 else one for one in told.lines)
    more = replace(told, entities=(people, *told.entities[1:], *places), lines=lines)
    data = draw(versions.version(more, Variant.POLICE, "*"))
    assert page.is_pdf_compliant_bytes(data, profile="ua1")
    assert text(data).count("word") >= 3 * 900


def test_what_is_left_out_is_not_in_the_signed_file_either() -> None:
    """The revision that a signature adds holds nothing of the account."""
    told = canaries.stamp(whole.account(), Random("signed"))
    one = made(told, Variant.POLICE)
    left = canaries.words_of(told) - canaries.words_of(one.account)
    jo = signed.person(samples.JO)
    assert left
    assert not canaries.found(pdf_sign.sign(draw(one.data), jo.signer, signed.moment(6)), left)


def test_the_same_choice_gives_the_same_bytes() -> None:
    """Whenever it is drawn."""
    again = draw(versions.version(versions.account(), Variant.POLICE, "*"))
    assert again == drawn(Outcome.COMPLETED, Variant.POLICE)
