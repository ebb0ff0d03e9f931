"""Claims about the report of every path, as other people's tools read it."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from functools import cache

import page
import pytest

from rhi_desktop.domain.interview import Account, Outcome
from rhi_desktop.domain.line import Voice
from rhi_desktop.export.pdf.draw import draw
from tests.unit.export import paths, samples, whole

TALK = re.compile(r"talk began|We talked|we talked|read back to|Nothing was recorded|own words\.$")
HOLE = re.compile(r"\{\w+\}|\bNone\b(?!\.| of)|lorem|TODO|\(\)|: ?;|\.\.(?!\.)")
"""What would stand where a word was forgotten."""
MUST: dict[Outcome, tuple[str, ...]] = {
    Outcome.COMPLETED: ("Heard in time:", "Told at once", "Signs we looked for", "All actions"),
    Outcome.STOPPED_BY_CHILD: (
        "M.T. stopped the talk before its end.",
        "M.T. stopped the talk; what was said until then is here.",
    ),
    Outcome.DECLINED_BY_CHILD: ("M.T. chose not to talk.", "nah. you all write the same thing"),
    Outcome.DECLINED_BY_CARER: ("A parent or carer said no.", "M.T. was not asked."),
    Outcome.NOT_REACHED: ("could not be reached", "It would not be safe for M.T. to ask"),
    Outcome.MISSING_AGAIN: ("missing again", "Gone again on Monday evening"),
    Outcome.NOT_WELL_ENOUGH: ("not well enough", "In hospital with a fever."),
    Outcome.IN_CUSTODY: ("in custody", "the solicitor knows of the offer"),
    Outcome.MOVED: ("Passed to: Quillbrook Council, missing team",),
    Outcome.NOT_REQUIRED: ("M.T. was not missing.", "Decided by Sam Okonjo, supervisor."),
    Outcome.NOT_OFFERED: ("19 h 50 min after the 72 hours had ended", "was told late"),
}


def account(outcome: Outcome) -> Account:
    """The record that ended so."""
    if outcome is Outcome.COMPLETED:
        return whole.account(override=True)
    return paths.stopped() if outcome is Outcome.STOPPED_BY_CHILD else paths.not_heard(outcome)


@cache
def drawn(outcome: Outcome) -> bytes:
    """Its report, once."""
    return draw(whole.report(account(outcome)))


def text(data: bytes) -> str:
    """The words as poppler reads them, in one run."""
    command = ["pdftotext", "-", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return " ".join(done.stdout.decode("utf-8").split())


@pytest.mark.parametrize("outcome", Outcome)
def test_every_path_ends_in_an_archival_accessible_report(outcome: Outcome) -> None:
    """PDF/A-3A and PDF/UA-1 by the validator."""
    assert page.is_pdf_compliant_bytes(drawn(outcome), profile="3a")
    assert page.is_pdf_compliant_bytes(drawn(outcome), profile="ua1")


@pytest.mark.parametrize("outcome", Outcome)
def test_every_path_says_what_happened(outcome: Outcome) -> None:
    """What must be said is said, and nothing stands where a word was forgotten."""
    said = text(drawn(outcome))
    assert [words for words in MUST[outcome] if words not in said] == []
    assert HOLE.findall(said) == []


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.held])
def test_a_record_without_a_talk_speaks_of_none(outcome: Outcome) -> None:
    """No topic, no talk that began, no page for words that nobody said."""
    said = text(drawn(outcome))
    assert TALK.findall(said) == []
    keys = {section.key for section in whole.report(account(outcome)).sections}
    assert not {key for key in keys if key.startswith("topic_")} | keys & {"account", "wants"}
    assert "No talk was held." in said


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.held])
def test_a_record_without_a_talk_can_be_a_draft(outcome: Outcome) -> None:
    """Seen before it is sealed."""
    assert "DRAFT, NOT SEALED" in text(draw(whole.report(account(outcome), draft=True)))


def test_a_drawing_is_vectors_and_speaks() -> None:
    """No picture is in the file; the words of the child are its alternative text."""
    command = ["pdfimages", "-list", "-"]
    found = subprocess.run(command, input=drawn(Outcome.COMPLETED), capture_output=True, check=True)
    assert len(found.stdout.splitlines()) == 2


def test_every_word_of_the_account_comes_back() -> None:
    """Lines, other versions, views, the log, the plan: as they were kept."""
    told, said = account(Outcome.COMPLETED), text(drawn(Outcome.COMPLETED))
    assert told.plan is not None
    wanted = [line.words for line in told.standing]
    wanted += [line.words for line in told.plan.standing]
    wanted += [reading.words for reading in told.readings]
    wanted += [words for one in told.threads for words in (one.view, one.child_thinks)]
    wanted += [step.name for one in told.disclosures for step in one.steps]
    wanted += [concern.evidence for concern in told.concerns]
    assert [words for words in wanted if " ".join(words.split()) not in said] == []


def test_the_same_record_gives_the_same_bytes() -> None:
    """Whenever it is drawn."""
    again = draw(whole.report(account(Outcome.COMPLETED)))
    assert again == drawn(Outcome.COMPLETED)


LONG = "word " * 1000


def test_very_long_words_and_many_lines_break_over_pages() -> None:
    """A view on hundreds of lines, evidence, a card, a step of many pages: all of it is there."""
    told = whole.account()
    lines = tuple(samples.line(n, Voice.SAW, "seen") for n in range(50, 550))
    odd = tuple(line.id for line in lines[::2])
    one = told.disclosures[0]
    steps = (replace(one.steps[0], words=LONG), *one.steps[1:])
    long = replace(
        told,
        lines=(*told.lines, *lines),
        threads=(replace(told.threads[0], line_ids=odd, view=LONG, child_thinks=LONG),),
        concerns=(replace(told.concerns[0], line_ids=odd, evidence=LONG),),
        entities=(replace(told.entities[0], description=LONG, line_ids=odd),),
        disclosures=(replace(one, steps=steps),),
        answers=(replace(told.answers[0], question_id="what_happened", values=(LONG,)),),
    )
    data = draw(whole.report(long))
    assert page.is_pdf_compliant_bytes(data, profile="ua1")
    assert text(data).count("word") >= 6 * 1000


def test_an_old_account_with_one_pack_still_gives_its_report() -> None:
    """The starter pack, none of the newer parts."""
    said = text(draw(samples.report()))
    assert "It just happened" in said
    assert "Signs we looked for" not in said
    assert HOLE.findall(said) == []
