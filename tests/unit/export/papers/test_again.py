"""Claims about the sheet for the next time: what may be ticked, and that nothing else is on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.entity import EntityKind
from rhi_desktop.domain.ids import EntityId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import PartSeen, PlanBlock
from rhi_desktop.errors import ExportError
from rhi_desktop.export.content import Mark
from rhi_desktop.export.papers.again import AgainItem, AgainPart, again, again_items, kept_count
from rhi_desktop.export.papers.again_parts import MARKERS, MEDICINE, QUESTIONS
from rhi_desktop.export.papers.quoted import check_sheet
from rhi_desktop.export.sheet import Tabled
from tests.unit.export import samples, whole
from tests.unit.export.papers import leaving_case as case
from tests.unit.export.papers.read_sheet import words

PACKS = whole.packs()


def items(account: Account | None = None) -> dict[str, AgainItem]:
    """What may be ticked, by title or words."""
    found = again_items(account or case.account(), PACKS)
    return {item.title or item.words: item for item in found}


def sheet_of(*names: str) -> str:
    """Every word of the sheet with these ticked."""
    known = items()
    return words(again(case.account(), PACKS, {known[name].id for name in names}, case.HEAD))


def test_every_question_it_asks_about_is_in_a_pack() -> None:
    """A question that a later pack renames is not lost in silence."""
    known = {question.id: question for pack in PACKS for question in pack.questions}
    assert set(QUESTIONS) | {MARKERS} <= set(known)
    assert MEDICINE in [option.id for option in known[MARKERS].options]


def test_each_thing_says_how_it_is_known() -> None:
    """Whose words, from which line; or that it was noted, or known beside the talk."""
    found = items()
    assert all(item.known.endswith(".") for item in found.values())
    assert found["Nan"].known == "M.T. said it, line\u00a06."
    assert found["Silver hatchback"].known == "Night staff, Alder House, by phone, line\u00a014."
    assert found["The arcade"].known == "Noted by the interviewer."
    assert found[case.TEXT_ME].known == "M.T.\u2019s own plan, line 11."
    assert (
        found["Bench outside the library"].known == "Known beside the talk, 8\u00a0March\u00a02026."
    )
    assert found["How did you get around?"].words == "Walked; Train"


def test_ids_are_each_their_own() -> None:
    """A tick means one thing."""
    found = again_items(case.account(), PACKS)
    assert len({item.id for item in found}) == len(found)


def test_safe_places_and_the_code_word_are_not_ticked_beforehand() -> None:
    """Nor what the child does when they go, nor who or what feels unsafe; whom to ring is."""
    found = items()
    ticked = {name for name, item in found.items() if item.suggested}
    hidden = {case.WORD, "Nan\u2019s", "The boathouse when it rains.", "Moth", case.TEXT_ME}
    assert hidden <= set(found)
    assert not ticked & hidden
    assert {
        "Nan",
        "Say your first name and sit down.",
        "How did you get around?",
        "Short sentences. Breaks.",
    } <= ticked
    assert found[case.WORD].part is AgainPart.WORD


@pytest.mark.parametrize("kind", ["nobody", "parts", "no"])
def test_a_plan_that_is_not_for_everybody_is_not_ticked_beforehand(kind: str) -> None:
    """Nobody may see it, somebody only parts, or somebody not at all: a person goes through it."""
    told = case.account()
    assert told.plan is not None
    plan = {
        "nobody": replace(told.plan, may_see=()),
        "parts": replace(told.plan, parts=(PartSeen("Alder House", (PlanBlock.HELPS,)),)),
        "no": replace(told.plan, may_not_see=("Stepfather",)),
    }[kind]
    found = again_items(replace(told, plan=plan), PACKS)
    assert [one for one in found if one.id.startswith("plan:") and one.suggested] == []


def test_what_the_child_asked_to_keep_is_not_offered() -> None:
    """Not the card, nor a line or anything else that names it; from whom does not matter."""
    told = case.account()
    lines = (*told.lines, samples.line(40, samples.C, "back to #TyreRow again", (samples.WH,)))
    offered = " ".join(
        f"{i.title} {i.words}" for i in again_items(replace(told, lines=lines), PACKS)
    )
    assert "Tyre" not in offered
    assert "tyre" not in offered
    assert kept_count(told) == 2


def test_what_was_told_at_once_is_not_offered() -> None:
    """It went to those who had to know."""
    assert samples.BAG not in items()


def test_adults_promises_wishes_and_ways_out_are_not_offered() -> None:
    """How the child gets away from somebody unsafe is for nobody who searches."""
    found = items()
    assert "I say my nan is ill and get off at the lights." not in found
    assert samples.VIEW not in found
    assert "taken back word zanzibar" not in found


def test_of_what_was_suspected_only_medicine_is_offered() -> None:
    """Markers at referral are no facts for a sheet that goes from hand to hand."""
    found = items()
    assert found["Medicine they need"].part is AgainPart.HEALTH
    assert not any("exploitation" in name for name in found)


def test_rule_65_only_what_is_ticked_is_on_the_sheet() -> None:
    """Not one word of the rest."""
    told = sheet_of("Nan", case.TEXT_ME)
    assert case.TEXT_ME in told
    assert "01632 960 204" in told
    for absent in (case.WORD, "boathouse", "Dex", "arcade", "Walked", "Medicine they need"):
        assert absent not in told


def test_an_id_that_is_not_offered_prints_nothing() -> None:
    """Not even one of something that the child keeps."""
    told = case.account()
    kept = EntityId("card Tyre Row")
    asked = again(told, PACKS, {f"card:{kept}", "line:line-8", "nothing"}, case.HEAD)
    assert "Nothing was ticked for this sheet." in words(asked)
    assert "yre" not in words(asked)


def test_the_sheet_says_what_is_not_there_and_never_what_it_is() -> None:
    """How many things the child keeps, and that nobody fills them in."""
    told = sheet_of("Nan")
    assert "M.T. asked to keep 2 other things" in told
    assert "Nobody fills in for M.T. what is missing." in told


def test_the_sheet_says_whether_the_child_went_through_it() -> None:
    """Nothing is called agreed that was not."""
    head = replace(case.HEAD, agreed_on=None, until=None, recipients="")
    told = words(again(case.account(), PACKS, (), head))
    assert "M.T. has not gone through this sheet." in told
    assert "Recipient not named" in told
    assert "Good until" not in told
    assert "line by line with M.T. on 10 March 2026. Good until 10 June 2026." in sheet_of()


def test_medicine_is_never_passed_over_in_silence() -> None:
    """No tick is no answer."""
    assert "Nothing about medicine is ticked." in sheet_of("Nan")
    assert "Nothing about medicine" not in sheet_of("Medicine they need")


def test_the_title_of_the_file_tells_no_name() -> None:
    """Nor its author."""
    made = again(case.account(), PACKS, (), case.HEAD)
    assert (made.title, made.author, made.tool) == ("If I go missing again", "", "")


def test_a_quotation_that_nobody_said_is_refused() -> None:
    """The sheet is checked against the account it was made from."""
    told = case.account()
    ticked = {item.id for item in again_items(told, PACKS) if item.mark is Mark.CHILD}
    made = again(told, PACKS, ticked, case.HEAD)
    with pytest.raises(ExportError, match="quote_unsupported"):
        check_sheet(replace(told, lines=(), plan=None), made)


def test_long_names_of_recipients_stand_below_the_title() -> None:
    """At the head of a page they would run into the marking."""
    whom = "Alder House, the police of two counties and the emergency duty team"
    made = again(case.account(), PACKS, (), replace(case.HEAD, recipients=whom))
    assert made.ends.head[0] == ""
    assert f"For {whom}." in words(made)
    assert again(case.account(), PACKS, (), case.HEAD).ends.head[0] == f"For {case.HEAD.recipients}"


def test_many_places_have_the_width_of_the_page() -> None:
    """Nine of them do not stand in a column beside an empty one."""
    told = case.account()
    many = tuple(case.card(f"Place {at}", EntityKind.PLACE) for at in range(9))
    told = replace(told, entities=many)
    search = {AgainPart.FIRST, AgainPart.PLACES}
    ticked = {item.id for item in again_items(told, PACKS) if item.part in search}
    blocks = again(told, PACKS, ticked, case.HEAD).pages[0].panels[0].blocks
    assert any(isinstance(block, Tabled) for block in blocks)
