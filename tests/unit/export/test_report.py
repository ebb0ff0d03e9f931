"""Claims about what stands in a report and what never does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.domain.plan import PlanAuthor
from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import (
    Block,
    Entries,
    Entry,
    Mark,
    Para,
    Quote,
    Quotes,
    ReportData,
    Section,
    Table,
)
from rhi_desktop.export.quotes import check_quotes
from rhi_desktop.export.source import Source
from rhi_desktop.forms.loader import released
from tests.unit.export import samples


def section(data: ReportData, key: str) -> Section:
    """One section by its key."""
    return next(section for section in data.sections if section.key == key)


def entries(data: ReportData, key: str) -> tuple[Entry, ...]:
    """The lines of one section."""
    blocks = section(data, key).blocks
    return next(block.items for block in blocks if isinstance(block, Entries))


def texts(blocks: tuple[Block, ...]) -> str:
    """Every word of paragraphs and tables."""
    found = []
    for block in blocks:
        if isinstance(block, Para):
            found.append("".join(run.text for run in block.text))
        if isinstance(block, Table):
            found.extend("".join(run.text for run in cell) for row in block.rows for cell in row)
    return "\n".join(found)


def lead(data: ReportData) -> str:
    """The first sentence."""
    return "".join(run.text for run in data.mast.lead).replace("\u00a0", " ")


def started(hours: float) -> Account:
    """The account when the talk had begun so many hours after the return."""
    told = samples.account()
    returned = told.episodes[0].returned
    assert returned is not None
    at = returned + timedelta(hours=hours)
    return replace(told, interview=replace(told.interview, started_at=at))


def test_sections_stand_in_a_fixed_order() -> None:
    """Deciding first, then how it came about, then the account, the plan, the signatures."""
    keys = [section.key for section in samples.report().sections]
    topics = [f"topic_{topic.value}" for topic in Topic]
    first = ["safe", "wants", "must", "others", "offers", "confidentiality", "times"]
    last = ["distribution", "amendments", "glossary", "reading", "signatures"]
    after = ["questions", "view", "actions", "plan"]
    assert keys == [*first, "account", *topics, *after, *last]


def test_title_and_running_lines_carry_no_name() -> None:
    """The title is the case reference; the name the child likes is on the page alone."""
    data = samples.report()
    assert data.title == "Return interview report, R-0142"
    assert not any("Em" in part for part in data.running)


def test_a_struck_line_is_nowhere() -> None:
    """Neither on a page nor in the attached record."""
    data = samples.report()
    assert b"zanzibar" not in data.record
    assert "zanzibar" not in repr([list(entries(data, f"topic_{t.value}")) for t in Topic])
    assert [line["number"] for line in json.loads(data.record)["account"]["lines"]][-1] == 22


def test_child_first_then_seen_then_told() -> None:
    """Within a topic the voices keep their order, and the numbers the order of the talk."""
    found = entries(samples.report(), "topic_why")
    marks = [entry.mark for entry in found]
    assert marks == sorted(marks, key=[Mark.CHILD, Mark.SEEN, Mark.TOLD].index)
    assert [e.number for e in found if e.mark is Mark.CHILD] == [2, 3, 21, 22]


def test_my_view_never_stands_inside_the_account() -> None:
    """A view has its own part, even when it was sorted under a topic."""
    data = samples.report()
    assert [entry.number for entry in entries(data, "view")] == [16]
    for topic in Topic:
        assert all(entry.mark is not Mark.VIEW for entry in entries(data, f"topic_{topic.value}"))


def test_a_line_of_two_topics_stands_under_both_with_one_number() -> None:
    """Nobody misses it, and the number says that it is the same."""
    data = samples.report()
    for topic in ("topic_where", "topic_who"):
        assert 6 in [entry.number for entry in entries(data, topic)]


def test_a_long_line_of_two_topics_is_printed_once_and_named_in_the_other() -> None:
    """Pages of the same words help nobody."""
    told = samples.account()
    long = samples.line(40, Voice.CHILD, "and then " * 90, (Topic.WHY, Topic.WHO))
    data = samples.report(replace(told, lines=(*told.lines, long)))
    assert 40 in [entry.number for entry in entries(data, "topic_why")]
    assert 40 not in [entry.number for entry in entries(data, "topic_who")]
    assert "line\u00a040" in texts(section(data, "topic_who").blocks)


def test_a_topic_without_the_childs_words_says_so() -> None:
    """What others said or what was seen is never called heard."""
    told = samples.account()
    seen = samples.line(40, Voice.SAW, "Looks at the door.", (Topic.WHY,))
    data = samples.report(replace(told, lines=(seen,)))
    note = "".join(run.text for run in section(data, "topic_why").notes[0])
    assert note.startswith("Nothing in M.T.\u2019s own words.")


def test_rendering_stands_beside_the_words() -> None:
    """The child's own language first and unchanged, the interpreter's below, by name."""
    welsh = next(entry for entry in entries(samples.report(), "topic_why") if entry.number == 21)
    assert welsh.words.startswith("Mae\u2019r t\u0177")
    assert welsh.versions[0].label == "In English, by Mari Ellis, interpreter:"


def test_a_wish_to_keep_from_is_printed_as_a_note() -> None:
    """In the full report, beside the line and on the first page."""
    data = samples.report()
    line = next(entry for entry in entries(data, "topic_where") if entry.number == 8)
    assert "".join(run.text for run in line.note).endswith("kept from: Stepfather.")
    assert "Stepfather (line\u00a08)" in texts(section(data, "others").blocks)


def test_wishes_are_quoted_with_their_numbers() -> None:
    """Account first, then the plan; each names where it stands."""
    (quotes, *_) = section(samples.report(), "wants").blocks
    assert isinstance(quotes, Quotes)
    assert [q.source for q in quotes.items] == ["17", "18", "19", "plan\u00a02", "plan\u00a03"]


def test_a_quotation_that_no_line_supports_is_refused() -> None:
    """Other words, or another number, stop the report."""
    told = samples.account()
    source = Source(told, None, (released("starter_v1"),), {}, samples.signed_by())
    for quote in (Quote("never said", "17", ""), Quote("Knock. Just knock.", "17", "")):
        made = Section("wants", "", (Quotes((quote,)),))
        with pytest.raises(ExportError, match="quote_unsupported"):
            check_quotes(source, (made,))


def test_nothing_recorded_is_not_called_safe() -> None:
    """Without an answer or a line the page says so, and asks."""
    told = replace(samples.account(), answers=())
    found = texts(section(samples.report(told), "safe").blocks)
    assert "question about harm has no answer here" in found
    assert "Nothing recorded here says whether M.T. is safe: ask." in found


def test_blank_topics_and_answers_are_named_with_their_reasons() -> None:
    """A blank is never a no and never just missing."""
    told = samples.account()
    blanks = tuple(samples.topic_blank(topic) for topic in Topic)
    told = replace(told, lines=(), interview=replace(told.interview, blanks=blanks))
    data = samples.report(told)
    for topic in Topic:
        only, *_ = entries(data, f"topic_{topic.value}")
        assert (only.label, only.words) == ("Not asked", "Because: tired, asked to stop")
    *_, last = section(data, "topic_what").blocks
    assert isinstance(last, Entries)
    assert last.items[-1].label == "Not asked"
    assert last.items[-1].words.endswith("Because: tired; asked again on Tuesday")


def test_promises_name_who_and_when_or_say_that_nobody_did() -> None:
    """Sorted by day; a missing day is said to be missing."""
    rows = texts(section(samples.report(), "must").blocks).replace("\u00a0", " ").split("\n")
    assert rows[::3] == ["Wed 11 March", "Thu 12 March", "No day named"]
    assert rows[-1] == "We read this together again. M.T. has not agreed to this."


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (61.5, "Heard in time: we talked 61 h 30 min after M.T. came back, inside the 72 hours."),
        (80, "Heard late: we talked 80 h after M.T. came back, 8 h past the 72 hours."),
        (-2, "Heard before the return: we talked before M.T. was back, so inside the 72 hours."),
    ],
)
def test_the_clock_is_told_in_words(hours: float, told: str) -> None:
    """In time, late, or before the return."""
    assert told in lead(samples.report(started(hours)))


def test_without_a_return_time_no_clock_is_drawn() -> None:
    """Nothing is guessed."""
    told = samples.account()
    away = replace(told.episodes[0], returned=None)
    data = samples.report(replace(told, episodes=(away,)))
    assert data.clock is None
    assert lead(data) == "The time of return is not recorded, so no clock could run."


def test_a_draft_is_marked_and_has_no_place_to_sign() -> None:
    """In the marking, in the foot, and on the last page."""
    data = samples.report(draft=True)
    assert data.draft
    assert data.marking.startswith("DRAFT")
    assert "cannot be signed" in texts(section(data, "signatures").blocks)


def test_no_plan_is_said_in_words() -> None:
    """No plan, a plan without lines, and a declined one are three different things."""
    told = samples.account()
    assert told.plan is not None
    empty = replace(told.plan, lines=())
    declined = replace(empty, declined=True, declined_words="not today")
    found = [
        texts(section(samples.report(replace(told, plan=plan)), "plan").blocks)
        for plan in (None, empty, declined)
    ]
    assert len(set(found)) == 3
    assert "\u201cnot today\u201d" in found[2]


def test_only_the_childs_own_plan_lines_are_quoted() -> None:
    """Lines written for the child and promises of adults are no quotation."""
    told = samples.account()
    own = {line.number for line in told.plan.lines if line.author is PlanAuthor.CHILD}  # type: ignore[union-attr]  # the sample has a plan
    blocks = section(samples.report(), "plan").blocks
    found = [entry for b in blocks if isinstance(b, Entries) for entry in b.items]
    assert {entry.number for entry in found if entry.quoted} == own


def test_told_lines_name_who_said_it() -> None:
    """And say so when it was not written down."""
    told = samples.account()
    line = samples.line(40, Voice.TOLD, "She was seen at the station.", (Topic.WHY,))
    found = entries(samples.report(replace(told, lines=(line,))), "topic_why")
    assert found[0].source == "Not recorded who:"
