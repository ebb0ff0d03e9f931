"""Claims about the last look at a report's own sentences: none says more than the record does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.ending import Certainty, Ending
from rhi_desktop.domain.interview import Account, Outcome
from rhi_desktop.domain.line import Voice
from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import Block, Entries, Entry, Mark, Para, Run, Section, Table, Tone
from rhi_desktop.export.quotes import check_numbers, check_quotes
from rhi_desktop.export.source import Source, plain
from rhi_desktop.export.summary import ABSENT, SENTENCES, check_summary
from rhi_desktop.export.wording import WORDS
from rhi_desktop.forms.loader import released
from tests.unit.export import paths, samples, whole


def source(told: Account) -> Source:
    """What a report on this account is made from."""
    return Source(told, None, (released("starter_v1"),), {}, samples.signed_by())


def section(key: str, *blocks: Block) -> tuple[Section, ...]:
    """A report of one part."""
    return (Section(key, "", blocks),)


def refused(told: Account, key: str, text: str) -> bool:
    """Whether a paragraph of this part stops the report."""
    try:
        check_summary(source(told), (), section(key, Para(plain(text))))
    except ExportError as error:
        return error.code == "summary_unsupported" and error.facts["section"] == key
    return False


@pytest.mark.parametrize("part", SENTENCES)
@pytest.mark.parametrize(
    "text",
    ["Nothing was taken.", "M.T. is safe.", "Told at once: nobody needs to be.", "Low risk."],
)
def test_a_sentence_that_is_not_ours_is_refused(part: str, text: str) -> None:
    """The first page sums up in a few sentences that were thought about, and in no others."""
    assert refused(samples.account(), part, text)


def test_who_was_told_must_stand_in_the_record() -> None:
    """A name in our own sentence is no support; the step that was kept is."""
    told = whole.account()
    assert not refused(told, "safe", "Told at once: Police (16:52).")
    assert refused(samples.account(), "safe", "Told at once: Police (16:52).")
    assert refused(told, "safe", "Signs answered yes or not sure: Gang tattoos (yes).")


def test_a_sign_may_be_worded_as_its_list_words_it() -> None:
    """With a semicolon, brackets or a line break; the export must not stop for that."""
    told = whole.account()
    odd = replace(told.concerns[0], wording="Money; gifts (new)\nor a phone.", state=Certainty.YES)
    report = whole.report(replace(told, concerns=(odd, *told.concerns[1:])))
    assert "gifts (new)" in repr_of(report.sections[0])


def repr_of(part: Section) -> str:
    """Every word of its paragraphs."""
    paras = [block for block in part.blocks if isinstance(block, Para)]
    return " ".join(run.text for block in paras for run in block.text)


def full() -> Account:
    """A record that holds something of everything."""
    ending = Ending("nah.", pressure=Certainty.YES, carer=paths.CARER)
    told = whole.account()
    return replace(told, interview=replace(told.interview, ending=ending))


@pytest.mark.parametrize("key", ABSENT)
def test_what_stands_is_never_said_to_be_missing(key: str) -> None:
    """Each sentence that says "none" is refused wherever the record holds one."""
    packs = whole.packs()
    made = replace(source(full()), packs=tuple(packs))
    with pytest.raises(ExportError, match="summary_unsupported"):
        check_summary(made, (), section("anywhere", Para(plain(made.say(key)))))


@pytest.mark.parametrize("key", ABSENT)
def test_what_is_missing_may_be_said_to_be(key: str) -> None:
    """A check of the check: on a record of nothing the same sentences pass."""
    told = paths.not_heard(Outcome.DECLINED_BY_CHILD)
    ending = Ending(pressure=Certainty.NO)
    bare = replace(told, attempts=(), interview=replace(told.interview, ending=ending))
    made = source(bare)
    assert key in WORDS
    check_summary(made, (), section("anywhere", Para(plain(made.say(key)))))


def test_the_lead_is_looked_at_too() -> None:
    """It stands above everything else."""
    with pytest.raises(ExportError, match="summary_unsupported"):
        check_summary(source(samples.account()), plain("No talk was held."), ())


def answered(question: str, answer: str) -> tuple[Section, ...]:
    """The part on safety with one question and what stands for it."""
    return section("safe", Table("", (), ((plain(question), plain(answer)),), (88, 42)))


def test_an_answer_that_nobody_gave_is_refused() -> None:
    """Nothing taken, where drugs were not asked about; and a blank is no answer."""
    told = samples.account()
    for question, answer in (
        ("Did anybody give you drugs?", "Nothing taken"),
        (released("starter_v1").questions[0].ask.get("en"), "No"),
    ):
        with pytest.raises(ExportError, match="summary_unsupported"):
            check_summary(source(told), (), answered(question, answer))


def quoted(number: int | None) -> tuple[Section, ...]:
    """The child's line 18 with a number, or without."""
    words = "Knock. Just knock."
    entry = Entry(Mark.CHILD, "", "", words, number=number, quoted=True)
    return section("account", Entries((entry,)))


def test_a_quotation_without_its_number_is_refused() -> None:
    """A reader must be able to look it up; another line's number is none."""
    made = source(samples.account())
    check_numbers(made, quoted(18))
    check_quotes(made, quoted(None))
    for number in (None, 17):
        with pytest.raises(ExportError, match="quote_unsupported"):
            check_numbers(made, quoted(number))


def test_what_somebody_else_told_is_no_quotation_of_the_child() -> None:
    """Nor may words stand beside an entry, as said by the child, that nobody said."""
    told = samples.account()
    lines = {line.number: line for line in told.lines}
    lines[18] = replace(lines[18], voice=Voice.TOLD)
    check_quotes(source(told), quoted(18))
    with pytest.raises(ExportError, match="quote_unsupported"):
        check_quotes(source(replace(told, lines=tuple(lines.values()))), quoted(18))
    forged = (Run("\u201cnever said\u201d", Tone.CHILD),)
    entry = Entry(Mark.CHILD, "", "", "Knock. Just knock.", number=18, quoted=True)
    for one in (replace(entry, note=forged), replace(entry, aside=forged)):
        with pytest.raises(ExportError, match="quote_unsupported"):
            check_quotes(source(told), section("account", Entries((one,))))


@pytest.mark.parametrize(("beside", "allowed"), [("line 18", True), ("a line", False)])
def test_a_quotation_in_a_sentence_or_a_table_has_its_number_beside_it(
    beside: str, *, allowed: bool
) -> None:
    """In the same paragraph, or in the same row."""
    made = source(samples.account())
    words = (Run("\u201cKnock. Just knock.\u201d", Tone.CHILD),)
    table = Table("", (), ((words, plain(beside)),), (88, 42))
    for block in (table, Para((*words, *plain(" " + beside)))):
        if allowed:
            check_numbers(made, section("account", block))
            continue
        with pytest.raises(ExportError, match="quote_unsupported"):
            check_numbers(made, section("account", block))
