"""Claims about what a version for somebody else may hold, and what its pages say."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from rhi_desktop.domain.entity import EntityKind, Feels
from rhi_desktop.domain.ids import FactId
from rhi_desktop.domain.interview import Account, Outcome
from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.figure import Way
from rhi_desktop.export.left_out import Why
from tests.unit.export import paths, samples, versions
from tests.unit.export.printed import flags, part, rows, words
from tests.unit.export.versions import choosing, item, offered, version

POLICE, CARER = Variant.POLICE, Variant.CARER


@pytest.fixture(scope="module")
def told() -> Account:
    """The account all of these are about."""
    return versions.account()


def keeping(told: Account, number: int, *names: str) -> Account:
    """The account with one line kept from somebody."""
    lines = tuple(
        replace(one, keep_from=names) if one.number == number else one for one in told.lines
    )
    return replace(told, lines=lines)


def test_a_line_kept_from_the_police_cannot_be_ticked(told: Account) -> None:
    """Nor a card that is; the way to name it in a list stays with whoever makes the version."""
    for key in ("line:line-13", "entity:Kayla"):
        one = item(told, POLICE, key)
        assert (one.allowed, one.why) == (False, Why.KEPT)
    left = offered(told, POLICE).left_out(["line:line-13", "entity:Kayla"])
    assert {("line 13", Why.KEPT), ("Kayla", Why.KEPT)} <= {(one.name, one.why) for one in left}


def test_what_would_give_a_kept_thing_away_cannot_be_ticked(told: Account) -> None:
    """A line that names the person, a sign or an action that rests on the line, its words again."""
    named = replace(samples.line(40, Voice.CHILD, "Kayla was there.", (Topic.WHO,)), topics=())
    again = samples.line(41, Voice.TOLD, "She said: He says I owe him now, for the food.")
    more = replace(told, lines=(*told.lines, named, again))
    for key in ("line:line-40", "line:line-41", "action:a1"):
        assert item(more, POLICE, key).why is Why.WITH_KEPT
    rests = replace(told.concerns[0], line_ids=(told.lines[12].id,))
    signed = replace(told, concerns=(rests,))
    assert item(signed, POLICE, "sign:c0").why is Why.WITH_KEPT


def test_a_line_that_tells_of_somebody_kept_is_kept_whatever_its_words(told: Account) -> None:
    """What she was given names nobody, and says that there was a kitchen."""
    soup = samples.line(40, Voice.CHILD, "she gave me soup", (Topic.WHERE,))
    kayla = versions.card("Kayla", EntityKind.PERSON, (40,), keep_from=("the police",))
    shed = versions.card("Shed", EntityKind.PLACE, (5, 40))
    more = replace(told, lines=(*told.lines, soup), entities=(*told.entities, kayla, shed))
    assert item(more, POLICE, "line:line-40").why is Why.WITH_KEPT
    assert item(more, POLICE, "entity:Shed").why is Why.PARTLY_KEPT


def test_a_short_name_counts_as_a_word_of_its_own(told: Account) -> None:
    """It is in a handle and not within a word; a longer name is found there too."""
    al = replace(told.entities[3], name="Al")
    for said, why in (
        ("messages. Al_07", Why.WITH_KEPT),
        ("also came", Why.SAID_PART),
        ("two Kaylas", Why.WITH_KEPT),
    ):
        line = samples.line(40, Voice.CHILD, said, (Topic.WHERE,))
        more = replace(told, lines=(*told.lines, line), entities=(*told.entities, al))
        assert item(more, POLICE, "line:line-40").why is why, said


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("his number is 07700 900123 and he answers", "+44 (0)7700.900123"),
        ("his number is 07700 900123 and he answers", "07700900123"),
        ("he drives AB12 CDE most days", "ab12cde"),
        ("we went to 14 Mill Lane after", "14 mill lane, Leeds"),
        ("his snap is dex_mk99", "Dex_MK99 wrote"),
    ],
)
def test_a_number_plate_address_or_handle_of_a_kept_line_gives_it_away(
    told: Account, kept: str, said: str
) -> None:
    """However it is written the second time, in a line, a fact or a card."""
    lines = (samples.line(40, Voice.CHILD, kept), samples.line(41, Voice.TOLD, said))
    held = replace(lines[0], keep_from=("the police",))
    known = replace(told.facts[-1], id=FactId("again"), values=(said,))
    car = versions.card("Car", EntityKind.VEHICLE, (), description=said)
    more = replace(
        told,
        lines=(*told.lines, held, lines[1]),
        facts=(*told.facts, known),
        entities=(*told.entities, car),
    )
    for key in ("line:line-41", "fact:again", "entity:Car"):
        assert item(more, POLICE, key).why is Why.WITH_KEPT


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Dave drove me home", Why.WITH_KEPT),
        ("Mr Hollis paid", Why.WITH_KEPT),
        ("Daves car", Why.WITH_KEPT),
        ("D\u00e1ve came", Why.WITH_KEPT),
        ("I rang 07700900124", Why.WITH_KEPT),
        ("we were at 9 Pear Tree Court", Why.WITH_KEPT),
        ("his snap davey.h", Why.WITH_KEPT),
        ("the big man from Leeds", Why.SAID_PART),
        ("it was 10pm on 12 March 2026", Why.SAID_PART),
    ],
)
def test_a_kept_person_is_given_away_by_a_part_of_the_name_or_how_to_reach_them(
    told: Account, said: str, why: Why
) -> None:
    """First name, surname, number, address; not by words that name nobody."""
    dave = versions.card(
        "Big Dave Hollis", EntityKind.PERSON, (), keep_from=("the old bill",),
        contact="07700 900124, snap: davey.h", address="9 Pear Tree Court, Leeds",
    )  # fmt: skip
    line = samples.line(40, Voice.CHILD, said, (Topic.WHERE,))
    more = replace(told, lines=(*told.lines, line), entities=(*told.entities, dave))
    assert item(more, POLICE, "line:line-40").why is why


def test_a_card_told_of_in_kept_lines_alone_is_kept_with_them(told: Account) -> None:
    """The police would learn it from the card otherwise."""
    kept = keeping(told, 10, "PC Birk")
    assert item(kept, POLICE, "entity:Moth").why is Why.KEPT
    assert item(told, POLICE, "entity:Dex").why is Why.PARTLY_KEPT


def test_what_is_kept_from_others_is_looked_at_first(told: Account) -> None:
    """A person says whether the police are meant; the page then says from whom it is kept."""
    one = item(told, POLICE, "line:line-8")
    assert (one.allowed, one.suggested, one.why) == (True, False, Why.KEPT_FROM_OTHERS)
    again = samples.line(40, Voice.TOLD, f"She said: {told.lines[7].words}", (Topic.WHERE,))
    asked = choosing(replace(told, lines=(*told.lines, again)), "share_police", "okay")
    for key in ("line:line-40", "entity:Flat, Tyre Row"):
        assert item(asked, POLICE, key).why is Why.KEPT_FROM_OTHERS
    said = words(part(version(told, POLICE, "line:line-8"), "please"))
    assert "kept from: Stepfather (line 8)" in said


@pytest.mark.parametrize(("value", "why"), [("part", Why.SAID_PART), ("prefer_not", Why.SAID_NO)])
def test_without_a_whole_yes_each_line_of_the_child_is_ticked_by_hand(
    told: Account, value: str, why: Why
) -> None:
    """What the interviewer saw or others said is not the child's to give."""
    asked = choosing(told, "share_police", value)
    assert item(asked, POLICE, "line:line-9").why is why
    assert item(asked, POLICE, "line:line-14").suggested
    assert item(choosing(told, "share_police", "okay"), POLICE, "line:line-9").suggested


def test_views_and_the_plan_never_go_to_the_police(told: Account) -> None:
    """Whoever ticks them."""
    held = versions.small(told, POLICE, "*").account
    assert (held.plan, held.threads, held.follow_ups, held.attempts) == (None, (), (), ())
    assert not [line for line in held.lines if line.voice in {Voice.VIEW, Voice.ASKED}]
    assert {step.whom for one in held.disclosures for step in one.steps if step.whom} == {
        one.whom for one in told.disclosures[0].steps if one.kind.value == "told"
    } - {told.disclosures[0].steps[3].whom}


def test_the_police_read_first_what_is_missing_and_then_how_not_to_endanger(
    told: Account,
) -> None:
    """How much and why; never what."""
    data = version(told, POLICE, "*")
    assert [section.key for section in data.sections[:2]] == ["left_out", "please"]
    said = words(data.sections[0])
    assert "M.T. asked to keep from the police: 1 line; 1 person, place or thing" in said
    assert "Only a part" in said
    assert not [word for word in ("Kayla", "owe him", "line 13") if word in said]
    nobody = "Nobody named here may learn that M.T. talked, or what was said."
    assert flags(data.sections[1]) == [nobody]


def test_nothing_kept_is_said_as_such(told: Account) -> None:
    """And an unanswered question about the police is no yes."""
    plain = replace(keeping(told, 13), entities=())
    said = words(part(version(choosing(plain, "share_police", ""), POLICE), "left_out"))
    assert "Nothing was left out because M.T. asked to keep it from the police." in said
    assert "Whether the police may know was not answered by M.T." in said


def test_words_against_a_wish_are_flagged(told: Account) -> None:
    """The child said no, and a person ticked them all the same."""
    against = choosing(told, "share_police", "prefer_not")
    found = flags(part(version(against, POLICE, "line:line-9"), "left_out"))
    assert found == ["M.T. would rather not. What M.T. said stands here against that wish."]


def test_every_fact_says_how_it_is_known(told: Account) -> None:
    """Each line once in full, under the first it tells of."""
    data = version(told, POLICE, "*")
    people = rows(part(data, "police_people"))
    assert ["Dex", "M.T. said", "9"] in [[row[0], row[2], row[3]] for row in people]
    assert ["Dex", "Night staff, Alder House, by phone said", "14"] in [
        [row[0], row[2], row[3]] for row in people
    ]
    everything = "\n".join(words(section) for section in data.sections)
    for line in versions.small(told, POLICE, "*").account.lines:
        assert everything.count(line.words) >= 1, line.number
        assert everything.count(line.words) <= 1 + (line.words == samples.BAG)


def test_the_way_begins_and_ends_with_what_was_recorded(told: Account) -> None:
    """And holds the places in the order told; several times away have no common ends."""
    block = part(version(told, POLICE, "*"), "police_places").blocks[0]
    assert isinstance(block, Way)
    assert [stop.name for stop in block.stops] == [
        *("Alder House", "Marlhaven station", "The quiet shed", "Flat, Tyre Row"),
        *("Alder House, in a car", "Came back"),
    ]
    assert all(stop.name in block.alt for stop in block.stops)
    twice = replace(told, episodes=(*told.episodes, replace(told.episodes[0], id="e-2")))  # type: ignore[arg-type]  # an id is text
    block = part(version(twice, POLICE, "*"), "police_places").blocks[0]
    assert isinstance(block, Way)
    assert not [stop for stop in block.stops if stop.fixed]


@pytest.mark.parametrize("variant", [POLICE, CARER])
def test_where_no_talk_was_held_no_page_speaks_of_one(variant: Variant) -> None:
    """Neither of what was said in it, nor of what nobody asked."""
    data = version(paths.not_heard(Outcome.DECLINED_BY_CHILD), variant, "*")
    said = "\n".join(words(section) for section in data.sections)
    for phrase in ("M.T. talked", "what else was said", "not answered by M.T."):
        assert phrase not in said


def test_answers_and_facts_stand_in_the_order_of_asking(told: Account) -> None:
    """Whatever order they were written in."""
    back = replace(told, facts=tuple(reversed(told.facts)))
    first, again = (part(version(one, POLICE, "*"), "police_known") for one in (told, back))
    assert rows(first) == rows(again)


def test_the_record_says_which_version_it_is(told: Account) -> None:
    """With a seal of its own; the salt of the whole seal and what it rests on are not in it."""
    record = json.loads(version(told, POLICE).record)
    assert (record["format"], record["variant"]) == ("rhi-record/1", "police")
    assert set(record["seal"]) == {"id", "interview_id", "sealed_at", "salt", "digest", "of"}
    assert samples.seal_of(told).salt not in str(record)


def test_feelings_that_are_safe_do_not_stand_as_a_warning(told: Account) -> None:
    """Only those that the child doubts are named as least to be told."""
    said = words(part(version(told, POLICE, "*"), "please"))
    assert "Dex (not sure)" in said
    assert "Nan (" not in said
    calm = tuple(replace(one, feels=Feels.SAFE) for one in told.entities)
    said = words(part(version(replace(told, entities=calm), POLICE), "please"))
    assert "Least of all" not in said


def test_only_versions_are_chosen_piece_by_piece(told: Account) -> None:
    """The full report holds everything, and an addendum what was written for it."""
    for variant in (Variant.FULL, Variant.ADDENDUM):
        with pytest.raises(ValueError, match="piece by piece"):
            offered(told, variant)
