"""Claims about the card that is left behind: whom to call, what to ask for, and no child."""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import date, timedelta

from rhi_desktop.export.papers.leave_behind import Caller, leave_behind, numbers
from rhi_desktop.export.sheet import Ruled
from rhi_desktop.profiles.model import CHECK_AGAIN, Profile
from tests.unit.export.papers import leaving_case as case
from tests.unit.export.papers.read_sheet import words

EMPTY = replace(case.ENGLAND, helplines=(), asks=(), advocates=(), complaints=())


def told(profile: Profile = case.ENGLAND, caller: Caller = case.CALLER) -> str:
    """Every word of the card, as it is set when there is room."""
    return words(replace(leave_behind(profile, caller, case.AT), tighter=None))


def test_set_tighter_it_says_the_same() -> None:
    """Of whoever came, and of every number."""
    caller = Caller("Jo\nPenhallow", "07700 900 155", "Wednesday", "Lantern Row")
    tight = leave_behind(case.ENGLAND, caller, case.AT).tighter
    assert tight is not None
    loose, close = (text.replace(":", "").split() for text in (told(caller=caller), words(tight)))
    assert sorted(close) == sorted(loose)


def test_it_knows_of_no_case() -> None:
    """Nothing of a child can stand on it: the builder is given a profile and who came, no more."""
    given = inspect.signature(leave_behind).parameters
    assert list(given) == ["profile", "caller", "made_at", "chosen"]


def test_every_number_has_the_day_on_which_somebody_looked() -> None:
    """And what was never seen in a source is not called checked."""
    said = told()
    for line in case.ENGLAND.for_children:
        assert f"{line.number}\n" in said
    assert said.count("Checked 22 November 2026.") == 3
    assert said.count("Looked up 22 November 2026, not confirmed.") == 3
    assert "24 h" not in said


def test_rights_that_are_not_certain_are_things_to_ask_about() -> None:
    """Below a line that says so."""
    said = told()
    before, after = said.split("Ask for these too. It is not the same everywhere.")
    assert "To say no, to skip a question, or to stop" in before
    assert "To see what is written about you" in after
    assert "you can complain" in said
    assert said.count("It is not the same everywhere: ask.") == 1


def test_an_advocate_and_a_complaint_have_their_own_number() -> None:
    """Each stands once, beside what it is for."""
    said = told()
    assert said.index("An advocate is somebody on your side") < said.index("0808 800 5792")
    assert said.index("you can complain") < said.index("0800 528 0731")
    assert said.count("0808 800 5792") == 1


def test_it_asks_whether_it_is_safe_to_keep() -> None:
    """And says the one number to remember."""
    said = told()
    assert said.index("Is it safe to keep this card?") < said.rindex("116 000")


def test_who_came_is_printed_or_left_to_be_written() -> None:
    """Three lines to write on, or what is known in their place."""
    blank = leave_behind(case.ENGLAND, Caller(), case.AT)
    back = blank.pages[0].panels[3]
    assert sum(isinstance(block, Ruled) for block in back.blocks) == 3
    assert back.foot == ()
    named = told(caller=Caller("Jo Penhallow", "07700 900 155", "Tuesday"))
    assert "Jo Penhallow\n" in named
    assert "We do not work for" not in named


def test_independence_is_claimed_only_by_a_person() -> None:
    """It may not be true of everybody who comes."""
    assert "We do not work for the police" in told()
    assert "We do not work for" not in told(caller=Caller(organisation="Lantern Row"))


def test_rule_57_it_prints_even_when_nothing_else_exists() -> None:
    """A profile without a number or a right still gives a card with the open offer."""
    said = told(EMPTY, Caller())
    assert "Today, next week, or never." in said
    assert "Nobody has looked up a number yet." in said
    assert "Any adult you trust can help you do it." in said
    assert "If not, leave it here.\n" in said


def test_rule_55_an_old_check_is_told_to_the_adult_and_printed_all_the_same() -> None:
    """180 days are fine, 181 are not; the card has the day."""
    checked = date(2026, 11, 22)
    for days, stale in ((0, False), (1, True)):
        known = numbers(case.ENGLAND, checked + CHECK_AGAIN + timedelta(days=days))
        assert {one.stale for one in known} == {stale}
    late = case.AT.replace(year=2028)
    assert "Checked 22 November 2026." in words(leave_behind(case.ENGLAND, Caller(), late))


def test_what_was_never_seen_in_a_source_is_told_to_the_adult() -> None:
    """Each number says so."""
    known = {one.id: one for one in numbers(case.ENGLAND, date(2026, 11, 22))}
    assert {name for name, one in known.items() if not one.certain} == {
        "childline", "shout", "emergency",
    }  # fmt: skip
    assert {name for name, one in known.items() if not one.suggested} == {
        "coram_voice", "help_at_hand",
    }  # fmt: skip


def test_the_adult_may_choose_the_numbers() -> None:
    """What is not chosen is not on the card; an unknown id changes nothing."""
    said = words(leave_behind(case.ENGLAND, Caller(), case.AT, {"childline", "no such"}))
    assert "0800 1111" in said
    assert "85258" not in said
    assert "116 000" not in said


def test_the_same_values_give_the_same_card() -> None:
    """And its file tells nothing by title or author."""
    one, two = (leave_behind(case.ENGLAND, case.CALLER, case.AT) for _ in range(2))
    assert one == two
    assert (one.title, one.author, one.tool) == ("You can still talk", "", "")
