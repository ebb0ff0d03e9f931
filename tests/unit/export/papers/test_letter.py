"""Claims about the letter to the child: their own lines, what was passed on, what happens now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rhi_desktop.domain.disclosure import Disclosure, StepKind, Told
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import SeenAnyway
from rhi_desktop.errors import ExportError
from rhi_desktop.export.papers.letter import (
    LetterItem,
    LetterPart,
    Sender,
    letter,
    letter_items,
)
from rhi_desktop.export.papers.quoted import check_sheet
from rhi_desktop.export.sheet import SheetData
from tests.unit.export import samples, whole
from tests.unit.export.papers import leaving_case as case
from tests.unit.export.papers.read_sheet import words

PACKS = whole.packs()
FRIDAY = "I can\u2019t think in there on a Friday. Doors, all night. Nobody knocks."


def items(account: Account | None = None) -> dict[str, LetterItem]:
    """What may be ticked, by its words."""
    return {item.words: item for item in letter_items(account or case.account())}


def drawn(account: Account | None = None, *ticked: str, sender: Sender = case.SENDER) -> SheetData:
    """The letter with these ticked, and all that is suggested."""
    told = account or case.account()
    ids = {one.id for one in letter_items(told) if one.suggested or one.words in ticked}
    return letter(told, PACKS, case.ENGLAND, ids, sender, case.AT)


def said(account: Account | None = None, *ticked: str) -> str:
    """Its words."""
    return words(drawn(account, *ticked))


def test_only_the_childs_own_lines_are_quoted_and_none_is_ticked_beforehand() -> None:
    """The interviewer chooses; views, what was seen and what others said are not offered."""
    heard = [item for item in items().values() if item.part is LetterPart.HEARD]
    own = {line.words for line in case.account().standing if line.voice is samples.C}
    plan = case.account().plan
    assert plan is not None
    own |= {line.words for line in plan.standing}
    assert {item.words for item in heard} <= own
    assert not any(item.suggested for item in heard)
    assert samples.VIEW not in items()


def test_a_chosen_line_stands_word_for_word() -> None:
    """And one that was not chosen does not."""
    told = said(None, FRIDAY)
    assert FRIDAY in told
    assert "Knock. Just knock." not in told
    assert "This is what I heard." in told


def test_a_letter_without_a_line_does_not_claim_to_have_heard_one() -> None:
    """It thanks, and goes on."""
    assert "This is what I heard." not in said()
    assert "Thank you for talking to me." in said()


def test_what_the_child_keeps_and_what_was_told_at_once_is_in_no_letter() -> None:
    """Others may open it; nor where the child is safe or how they get away."""
    found = items()
    assert samples.BAG not in found
    assert "Saturday was a flat over the tyre place. I didn\u2019t like the stairs." not in found
    assert not {case.WORD, "The boathouse when it rains."} & set(found)
    assert "I say my nan is ill and get off at the lights." not in found


def test_only_what_the_child_agreed_to_happens_now() -> None:
    """An action the child does not know of, or did not say yes to, is not offered."""
    agreed = {item.words for item in items().values() if item.part is LetterPart.AGREED}
    assert "Strategy discussion with police about Dex" in agreed
    assert "Check the silver hatchback" not in agreed
    assert "We read this together again." not in agreed


def test_what_happens_now_goes_by_the_day() -> None:
    """With who does it, and by when."""
    told = said()
    assert told.index("Wed 11 March") < told.index("Thu 12 March")
    assert "Priya Nandan, Alder House: All staff, nights too: knock and wait." in told


def test_what_was_passed_on_comes_before_what_happens_next() -> None:
    """Why, to whom and when; and it cannot be left out."""
    told = words(letter(case.account(), PACKS, case.ENGLAND, (), case.SENDER, case.AT))
    why = "because you or somebody else could get badly hurt"
    team = "Ruth Adeyemi (your social worker\u2019s team), Tue 10 March"
    police = "Wendshire Police, 101 (the police), Tue 10 March"
    order = [told.index(one) for one in (why, team, police, "What happens now")]
    assert order == sorted(order)
    assert "I told you first. You said that was all right." in told
    assert "My report is for: Social worker." in told


def disclosed(*kinds: tuple[StepKind, int]) -> Account:
    """The account with a disclosure of these steps, so many minutes into the talk."""
    steps = tuple(
        whole.step(at, kind, minutes, whom=Told.POLICE if kind is StepKind.TOLD else None)
        for at, (kind, minutes) in enumerate(kinds)
    )
    one: Disclosure = replace(whole.disclosure(), steps=steps)
    return replace(case.account(), disclosures=(one,))


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        (((StepKind.TOLD, 50), (StepKind.CHILD_KNOWS, 60)), "I told you afterwards."),
        (((StepKind.TOLD, 50),), "I had not told you yet. I tell you now."),
        (
            ((StepKind.CHILD_KNOWS, 40), (StepKind.TOLD, 50), (StepKind.CHILD_DISAGREES, 51)),
            "I told you first. You did not want that.",
        ),
        (((StepKind.WORDS, 40),), "I told nobody at once."),
        ((), "I told nobody at once."),
    ],
)
def test_when_the_child_knew_is_never_made_better(
    kinds: tuple[tuple[StepKind, int], ...], sentence: str
) -> None:
    """As the steps have it."""
    assert sentence in said(disclosed(*kinds))


def test_who_sees_the_plan_against_the_childs_wish_is_named_with_the_reason() -> None:
    """And a reason that would give away what is kept is told by its kind alone."""
    assert "Why: a man may come to the house." in said()
    told = case.account()
    assert told.plan is not None
    anyway = (SeenAnyway("Police", "somebody waits at Tyre Row", child_told=True),)
    other = said(replace(told, plan=replace(told.plan, anyway=anyway)))
    assert "Your plan is also seen by: Police." in other
    assert "Tyre" not in other


def test_there_is_a_way_to_object_and_somebody_else_to_ring() -> None:
    """With the interviewer's number, or without; numbers with the day of looking."""
    told = said()
    assert "tell me: 07700 900 155, call or text." in told
    assert "you can complain" in told
    assert "0800 528 0731. Checked 22 November 2026." in told
    assert "tell me, or whoever gave you this." in words(drawn(sender=Sender("Jo Penhallow")))


def test_a_lapsed_promise_is_owned_up_to_when_it_is_ticked() -> None:
    """Kept ones are not offered."""
    assert "It was not kept" not in said()
    told = said(None, FRIDAY, "Knock before coming in")
    assert "This was promised to you before and not kept. That was not fair." in told
    alone = drawn(None, "Knock before coming in")
    assert "Knock before coming in" in words(alone)
    assert "Give M.T. Jo\u2019s number" not in items()


def test_it_calls_the_child_as_they_like() -> None:
    """Never by initials."""
    assert "Dear Em," in said()
    told = case.account()
    nameless = replace(told.case, child=replace(told.case.child, called=""))
    assert "Hello," in said(replace(told, case=nameless))


def test_a_report_whose_readers_were_not_named_says_so() -> None:
    """Nothing is guessed."""
    assert "Ask me who reads my report, and why." in said(replace(case.account(), answers=()))


def test_nothing_agreed_is_said() -> None:
    """And asks what the child wants."""
    bare = replace(case.account(), actions=(), plan=None)
    assert "Nothing was agreed yet. Tell me what you want to happen." in said(bare)


def test_the_day_is_the_local_one() -> None:
    """A letter written late in the evening has the day of the wall clock."""
    late = case.AT.replace(month=7, hour=23, minute=30)
    made = letter(case.account(), PACKS, case.ENGLAND, (), case.SENDER, late)
    assert f"{(late + timedelta(days=1)).day} July 2026" in words(made)


def test_a_line_that_nobody_said_is_refused() -> None:
    """The letter is checked against the account it was made from."""
    with pytest.raises(ExportError, match="quote_unsupported"):
        check_sheet(replace(case.account(), lines=(), plan=None), drawn(None, FRIDAY))
