"""Claims about what a whole report says by the rules: each carries the number of its rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.disclosure import Disclosure
from rhi_desktop.domain.ids import PlanLineId
from rhi_desktop.domain.line import Topic
from rhi_desktop.domain.plan import Agreed, PlanAuthor, PlanBlock
from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import Entries, Mark, Sketch, Sub
from rhi_desktop.export.quotes import check_quotes
from rhi_desktop.export.report import section_keys
from rhi_desktop.export.source import Source
from tests.unit.export import paths, samples, whole
from tests.unit.export.printed import flags, flat, part, rows, told, words


def test_rule_26_what_was_explained_is_printed_with_its_reasons() -> None:
    """Understood, or why it was not possible; and the child's own words for it."""
    text = told(whole.account(), "confidentiality")
    assert "Said, and understood" in text
    assert "M.T. had heard it an hour before" in text
    assert "Not explained" in text
    assert "Not asked" not in text
    assert "If I could get badly hurt you tell someone." in text


def test_rule_27_views_never_stand_among_the_words() -> None:
    """Neither lines of the interviewer's view nor threads are in any topic."""
    data = whole.report(whole.account())
    for topic in Topic:
        blocks = part(data, f"topic_{topic.value}").blocks
        marks = [e.mark for b in blocks if isinstance(b, Entries) for e in b.items]
        assert Mark.VIEW not in marks
    assert samples.VIEW in words(part(data, "view"))
    assert "drawn" not in words(part(data, "analysis"))


def test_rule_27_both_versions_of_a_line_stay() -> None:
    """What was written first, unchanged, and below it what the child wants it to say."""
    entries = [
        entry
        for block in part(whole.report(whole.account()), "topic_who").blocks
        if isinstance(block, Entries)
        for entry in block.items
    ]
    line = next(entry for entry in entries if entry.number == 9)
    assert line.words == "Dex is all right. He\u2019s like twenty. He gets my food and that."
    (later,) = line.versions
    assert later.label == "M.T. said it otherwise when it was read back:"
    assert later.text == "He\u2019s twenty, not like twenty."
    assert later.quoted


def test_rule_28_an_empty_answer_never_prints_as_no() -> None:
    """Every sensitive question without an answer is named among the blanks, and nowhere as no."""
    account = replace(whole.account(), answers=())
    data = whole.report(account)
    section = part(data, "topic_what")
    assert rows(section) == []
    blanks = [e for b in section.blocks if isinstance(b, Entries) for e in b.items]
    (run,) = [entry for entry in blanks if entry.mark is Mark.BLANK]
    assert run.label == "Not asked"
    pack = whole.packs()[0]
    asked = [q for q in pack.of_section("what") if q.sensitive and q.offer_when is None]
    assert all(question.ask.get("en") in run.words for question in asked)
    assert "No" not in [cell for row in rows(section) for cell in row]


def test_rule_28_blanks_of_one_kind_and_reason_stand_together() -> None:
    """And an answer to a question that is no longer offered is left out."""
    section = part(whole.report(whole.account()), "topic_what")
    blanks = [e for b in section.blocks if isinstance(b, Entries) for e in b.items if
              e.mark is Mark.BLANK]  # fmt: skip
    assert {entry.label for entry in blanks} == {"Chose not to say", "Not reached", "Not asked"}
    (tired,) = [entry.words for entry in blanks if entry.words.endswith("Because: tired")]
    assert tired.count("?") == 2
    spiked = whole.packs()[0].question("spiked")
    assert spiked is not None
    assert spiked.ask.get("en") not in words(section)


def test_rule_28_what_was_not_reached_when_the_child_stopped() -> None:
    """Is not called not asked."""
    text = told(paths.stopped(), "topic_what")
    assert "Not reached" in text
    assert "Not asked" not in text


def test_rule_39_every_step_of_a_disclosure_is_printed() -> None:
    """The words with their time, who was told when with name and reference, why not the others."""
    log = rows(part(whole.report(whole.account()), "told"))
    assert log[0] == ["16:48", "As spoken", "\u2013", f"\u201c{samples.BAG}\u201d"]
    police = next(row for row in log if row[1] == "Police told")
    assert police[0] == "17:25\nNoted 17:26"
    assert police[2] == "Wendshire Police, 101\nReference WP-0311/26"
    assert any(row[1] == "Health: not needed" and "no injury" in row[3] for row in log)


def test_rule_40_a_written_override_is_printed() -> None:
    """On the first page and in the log, with name and reason, flagged."""
    data = whole.report(whole.account(override=True))
    for key in ("safe", "told"):
        (flag,) = flags(part(data, key))
        assert "Not told, and no reason written: Health." in flag
        assert "Written override by Sam Okonjo: Health is rung tomorrow at nine." in flag
    assert flags(part(whole.report(whole.account()), "told")) == []


def test_rule_40_a_disclosure_without_any_step_says_that_nobody_was_told() -> None:
    """In a draft: no silence passes for done."""
    bare: Disclosure = replace(whole.disclosure(), steps=())
    account = replace(whole.account(), disclosures=(bare,))
    assert "Told at once: nobody yet." in told(account, "safe")
    assert flags(part(whole.report(account), "told")) == [
        "Not told, and no reason written: Police; Social care; Manager; Health."
    ]


def test_rule_43_only_answered_signs_stand_with_evidence_and_source() -> None:
    """The rest of a list, and lists never begun, are counted in words that say it is no no."""
    section = part(whole.report(whole.account()), "signs")
    assert [row[1] for row in rows(section)] == ["Yes", "Not sure", "No"]
    assert rows(section)[0][2:] == [
        "M.T. said it. Asked to take a bag to a man at the arcade.", "12", "1",
    ]  # fmt: skip
    text = words(section)
    second = whole.packs()[2].sets[1]
    assert f"{second.title.get('en')} ({len(second.asked)})" in text
    assert "which never means no" in text
    assert "score" not in text.casefold()


def test_rule_44_no_action_says_why() -> None:
    """Beside the sign."""
    assert "No action, because: The police look at it first." in told(whole.account(), "signs")


def test_rule_49_any_block_of_the_plan_may_be_empty() -> None:
    """What holds lines stands in the order of the blocks; the rest is named in one run."""
    section = part(whole.report(whole.account()), "plan")
    subs = [block.text for block in section.blocks if isinstance(block, Sub)]
    pack = whole.packs()[1]
    titles = [pack.block(one.value) for one in PlanBlock]
    filled = [one.title.get("en") for one in titles if one and one.title.get("en") in subs]
    assert subs[: len(filled)] == filled
    assert len(filled) == 6
    assert "That is allowed, and says nothing." in words(section)


def test_rule_50_author_and_agreement_of_every_line_and_the_childs_share() -> None:
    """Counted in words; a line brought forward says so."""
    section = part(whole.report(whole.account()), "plan")
    entries = [e for b in section.blocks if isinstance(b, Entries) for e in b.items if e.number]
    assert {entry.label for entry in entries} == {"M.T. wrote", "Written for M.T.", "Promise"}
    assert all("agree" in flat(entry.note) for entry in entries)
    assert "Of 7 lines, 4 are M.T.\u2019s own" in words(section)
    assert "Brought forward from the earlier plan. M.T. agrees." in words(section)


def test_rule_51_promises_are_actions_with_owner_and_date() -> None:
    """Beside the actions, sorted by day; nobody asks the child to sign."""
    data = whole.report(whole.account())
    table = rows(part(data, "actions"))
    assert [row[4] for row in table if row[4].startswith("plan")] == ["plan 5", "plan 6", "plan 7"]
    promise = next(row for row in table if row[4] == "plan 5")
    assert promise[1:3] == ["Wed 11 March", "Priya Nandan, Alder House"]
    assert "Nobody signs a plan." in words(part(data, "plan"))


def test_rule_51_what_became_of_earlier_promises() -> None:
    """Kept and not kept, with the words about it."""
    table = rows(part(whole.report(whole.account()), "followed"))
    assert [row[2] for row in table] == ["Not kept", "Kept"]
    assert table[0][3] == "They did, then they stopped."


def test_rule_53_who_may_see_which_part_and_who_sees_it_anyway() -> None:
    """All, a part by name, nothing, and against the wish with reason and whether it was told."""
    seen = {row[0]: row[1:] for row in rows(part(whole.report(whole.account()), "plan"))}
    assert seen["Nan"] == ["Yes", "The whole plan"]
    assert seen["Alder House"][0] == "A part"
    assert seen["Stepfather"] == ["No", "Nothing"]
    assert seen["Police"][1] == (
        "Sees it anyway, because: a man may come to the house. M.T. was told."
    )


def test_rule_54_scales_before_and_after_and_the_drawing() -> None:
    """The drawing as strokes, with the child's caption as what is said aloud."""
    section = part(whole.report(whole.account()), "plan")
    assert any(row[1].startswith("3 (0:") for row in rows(section))
    (sketch,) = [block for block in section.blocks if isinstance(block, Sketch)]
    assert sketch.alt == "Drawing by M.T.: nan\u2019s house with the bus"
    assert sketch.strokes == (whole.WHEEL, whole.ROOF, whole.DOT)


def test_rule_58_a_whole_report_has_its_fixed_sections() -> None:
    """In one order, whatever was answered."""
    keys = [section.key for section in whole.report(whole.account()).sections]
    topics = [f"topic_{topic.value}" for topic in Topic]
    assert keys == [
        "safe", "wants", "must", "others", "offers", "confidentiality", "times", "account",
        *topics, "end", "questions", "signs", "people", "view", "analysis", "told", "actions",
        "followed", "plan", "away", "child", "distribution", "amendments", "glossary", "reading",
        "signatures",
    ]  # fmt: skip
    assert set(section_keys().values()) <= set(keys)


def test_rule_60_a_change_is_an_addendum_that_names_this_report() -> None:
    """By case, time of sealing and digest."""
    account = whole.account()
    text = told(account, "amendments")
    assert "R-0142" in text
    assert samples.seal_of(account).digest[:16].upper() in text


def test_a_quotation_that_nobody_said_is_refused() -> None:
    """Whatever part it stands in: here the words at the door and a view's answer."""
    account = whole.account()
    views = (replace(account.threads[0], child_thinks="yes"), *account.threads[1:])
    assert "yes" in told(replace(account, threads=views), "analysis")
    source = Source(account, None, whole.packs(), {}, samples.signed_by())
    other = whole.report(replace(account, threads=views))
    with pytest.raises(ExportError, match="quote_unsupported"):
        check_quotes(source, other.sections)


def test_a_line_that_is_not_agreed_stands_out() -> None:
    """The child's no is in strong type."""
    account = whole.account()
    assert account.plan is not None
    lines = (replace(account.plan.lines[0], agreed=Agreed.NO), *account.plan.lines[1:])
    assert "M.T. does not agree." in told(
        replace(account, plan=replace(account.plan, lines=lines)), "plan"
    )
    assert lines[0].author is PlanAuthor.CHILD
    assert account.plan.lines[1].brought_from == PlanLineId("earlier-2")
