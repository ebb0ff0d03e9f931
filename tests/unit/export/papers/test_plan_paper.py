"""Claims about the plan on paper: whose words, whose part, and what stays off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhi_desktop.domain.plan import Agreed, PartSeen, PlanBlock, SeenAnyway
from rhi_desktop.export.papers.chosen import Chosen, is_own
from rhi_desktop.export.papers.people import card
from rhi_desktop.export.papers.plan import plan_sheet
from rhi_desktop.export.papers.seers import seers
from rhi_desktop.export.sheet import Block, Frame, Items, Picture, SheetData, Sign, Tinted
from tests.unit.export.papers import em
from tests.unit.export.papers.read_sheet import words


def blocks(sheet: SheetData) -> tuple[Block, ...]:
    """The blocks of its only panel."""
    return sheet.pages[0].panels[0].blocks


def paper(lines: tuple[em.Told, ...] = em.MADE, chosen: Chosen = em.ALL) -> SheetData:
    """A plan of these lines."""
    return plan_sheet(em.account(em.made(lines)), chosen, em.AT)


def test_every_line_stands_on_the_paper_as_it_was_written() -> None:
    """Letter by letter; a person's line in its three parts."""
    printed = words(paper())
    for block, _, line in em.MADE:
        parts = card(line)
        for part in (parts.name, parts.number, parts.rest) if block is em.B.PEOPLE else (line,):
            assert part in printed


def test_safe_places_and_the_code_word_are_off_until_asked_for() -> None:
    """One tick each."""
    for block, chosen in (
        (PlanBlock.PLACES, Chosen(places=True)),
        (PlanBlock.CODE_WORD, Chosen(code_word=True)),
    ):
        hidden = next(line for kind, _, line in em.MADE if kind is block)
        assert hidden not in words(paper(chosen=Chosen()))
        assert hidden in words(paper(chosen=chosen))


def test_the_code_word_stands_under_no_heading_of_its_own() -> None:
    """A heading would say what the line is."""
    assert "code word" not in words(paper()).casefold()


def test_a_pencil_marks_what_somebody_wrote_down() -> None:
    """And a dot what the child typed; both are spoken."""
    lines = ((em.B.HELPS, em.C, "typed by me"), (em.B.HELPS, em.W, "written for me"))
    printed = words(paper(lines))
    assert "Jo Penhallow wrote this for me: " in printed
    assert "Jo Penhallow wrote it down for me" in printed
    found = repr_signs(paper(lines))
    assert Sign.PENCIL in found


def repr_signs(sheet: SheetData) -> set[Sign | None]:
    """Every sign before an entry."""
    found: set[Sign | None] = set()
    for block in blocks(sheet):
        for column in getattr(block, "columns", ()):
            for one in column.blocks:
                if isinstance(one, Items):
                    found |= {item.sign for item in one.items}
    return found


def test_what_adults_promise_stands_on_the_tint_and_nowhere_else() -> None:
    """In whatever block it was written, with who keeps it and by when."""
    printed = paper(((em.B.SIGNS, em.A, "I call you"), (em.B.HELPS, em.C, "music")))
    tint = next(block for block in blocks(printed) if isinstance(block, Tinted))
    assert "I call you" in words_of(tint)
    assert "music" not in words_of(tint)
    rest = tuple(block for block in blocks(printed) if not isinstance(block, Tinted))
    assert all("I call you" not in words_of(block) for block in rest)
    assert "Priya, by Wed 11 March" in words(paper())
    assert "Everyone at Alder House" in words(paper())


def words_of(block: Block) -> str:
    """All its texts."""
    page = replace(paper().pages[0].panels[0], blocks=(block,), foot=(), continued="")
    whole = paper()
    return words(replace(whole, pages=(replace(whole.pages[0], panels=(page,)),)))


def test_nobody_signs_it() -> None:
    """No place to sign, and it says so."""
    assert "Nobody has to sign this" in words(paper())


def test_what_the_child_said_no_to_is_not_the_childs() -> None:
    """A line written for them goes; a promise stays, and says that they said no."""
    written = em.plan_line(1, em.B.HELPS, em.W, "be good")
    assert is_own(written)
    assert not is_own(replace(written, agreed=Agreed.NO))
    promise = replace(em.plan_line(20, em.B.ADULTS, em.A, "No visits."), agreed=Agreed.NO)
    plan = replace(em.made(()), lines=(promise,))
    assert "I said no to this." in words(plan_sheet(em.account(plan), Chosen(), em.AT))


def test_a_written_line_without_a_yes_says_so() -> None:
    """Not yet is no yes."""
    line = replace(em.plan_line(1, em.B.HELPS, em.W, "call"), agreed=Agreed.NOT_YET)
    plan = replace(em.made(()), lines=(line,))
    assert "I have not said yes to this yet." in words(
        plan_sheet(em.account(plan), Chosen(), em.AT)
    )


def test_a_line_taken_out_is_on_no_paper() -> None:
    """Struck is gone."""
    plan = em.made()
    struck = replace(plan.lines[0], struck_at=em.AT, words="taken back zanzibar")
    gone = replace(plan, lines=(struck, *plan.lines[1:]))
    assert "zanzibar" not in words(plan_sheet(em.account(gone), em.ALL, em.AT))


def test_an_empty_plan_has_room_to_write_and_to_draw() -> None:
    """A blank plan is a plan; so is none."""
    for plan in (replace(em.made(()), drawing=None), None):
        sheet = plan_sheet(em.account(plan), Chosen(), em.AT)
        assert "What I can try first" in words(sheet)
        assert "Draw here" in words(sheet)


def test_a_declined_plan_is_the_childs_no_in_their_words() -> None:
    """No heading asks for what they did not want."""
    no = replace(em.made(), declined=True, declined_words="They never last.")
    printed = words(plan_sheet(em.account(no), em.ALL, em.AT))
    assert "They never last." in printed
    assert "What I can try first" not in printed
    assert em.MADE[0][2] not in printed


def test_a_drawing_is_the_childs_to_leave_off() -> None:
    """Without it there is a place to draw only where there is room."""
    columns = [one for block in blocks(paper()) for one in getattr(block, "columns", ())]
    assert any(isinstance(one, Picture) for column in columns for one in column.blocks)
    few = plan_sheet(em.account(em.made(em.MADE[:3])), Chosen(drawing=False), em.AT)
    columns = [one for block in blocks(few) for one in getattr(block, "columns", ())]
    assert any(isinstance(one, Frame) for column in columns for one in column.blocks)
    assert not any(isinstance(one, Picture) for column in columns for one in column.blocks)


def test_the_name_of_the_child_is_theirs_to_leave_off() -> None:
    """And never in the title of the file."""
    assert "Em\u2019s plan" in words(paper())
    bare = paper(chosen=replace(em.ALL, named=False))
    assert "Em\u2019s" not in words(bare)
    assert bare.title == "My plan"


def test_who_may_see_it_is_said_and_who_may_not_is_not() -> None:
    """A name on a list of those who may not would tell whoever finds the paper."""
    plan = replace(
        em.made(()),
        may_see=("Nan", "Priya", "Ruth"),
        parts=(PartSeen("Police", (PlanBlock.IF_I_GO,)),),
        may_not_see=("Dex",),
        anyway=(SeenAnyway("Social care", "the bag and Dex", child_told=True),),
    )
    said = seers(plan, "Jo", lambda block: block.value)
    assert said.startswith("Nan, Priya and Ruth: all of it. Police: only \u2018if_i_go\u2019.")
    assert "Social care sees it too" in said
    assert "Dex" not in said
    alone = replace(em.made(()), may_see=(), parts=())
    assert seers(alone, "Jo", lambda block: block.value) == "Only me and Jo, unless I say."


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Nan 01632 960 204 Any time.", ("Nan", "01632 960 204", "Any time.")),
        ("Nan, +44 (0)1632 960204, nights", ("Nan,", "+44 (0)1632 960204,", "nights")),
        ("07700900133", ("", "07700900133", "")),
        ("nan, she picks up at 10", ("", "", "nan, she picks up at 10")),
        ("meet 10.30 on 24.3.2026", ("", "", "meet 10.30 on 24.3.2026")),
        ("back by 01-03-2026", ("", "", "back by 01-03-2026")),
        ("Childline 0800 1111", ("Childline", "0800 1111", "")),
    ],
)
def test_a_persons_line_is_parted_at_its_number(line: str, parts: tuple[str, str, str]) -> None:
    """A time or a date is no number to ring."""
    found = card(line)
    assert (found.name, found.number, found.rest) == parts


@settings(max_examples=100)
@given(st.text(alphabet="Nan 0123456789+(),.-", max_size=40))
def test_the_parts_of_a_persons_line_are_the_line(line: str) -> None:
    """No letter is lost or made."""
    found = card(line)
    parts = f"{found.name}{found.number}{found.rest}"
    assert "".join(parts.split()) == "".join(line.split())


def test_whoever_may_see_any_part_can_be_named() -> None:
    """Every block has a title to say, and the code word none of its own."""
    plan = replace(em.made(), parts=(PartSeen("Nan", tuple(PlanBlock)),), may_see=())
    printed = words(replace(plan_sheet(em.account(plan), Chosen(), em.AT), tighter=None))
    assert "\u2018What I can try first\u2019" in printed
    assert printed.count("\u2018If I do go\u2019") == 1
    assert "word" not in printed.replace("words", "").casefold()


def test_a_promise_without_a_name_says_that_it_has_none() -> None:
    """With a day or without."""
    open_one = em.plan_line(1, em.B.ADULTS, em.A, "Somebody calls.")
    dated = replace(open_one, by_when=date(2026, 3, 12))
    printed = words(
        plan_sheet(em.account(replace(em.made(()), lines=(open_one, dated))), Chosen(), em.AT)
    )
    assert "No name yet" in printed
    assert "No name yet, by Thu 12 March" in printed
