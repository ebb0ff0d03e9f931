"""Claims about what a version for a parent or carer may hold, and what its pages say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plan import PartSeen, PlanBlock
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.left_out import ItemKind, Why
from rhi_desktop.export.meant import may_mean_carer, means_carer
from tests.unit.export import versions
from tests.unit.export.printed import words
from tests.unit.export.versions import choosing, item, offered, version

CARER = Variant.CARER


@pytest.fixture(scope="module")
def told() -> Account:
    """The account all of these are about."""
    return versions.account()


HOME = "Alder House, Marlhaven"


@pytest.mark.parametrize(
    "name",
    [
        *("Mum", "The people I live with", "alder house", "Ana, carer", "Mum and Dad", "Everybody"),
        *("my mum", "foster carer Ana", "Dad Steve", "Kayla (my step mum)"),
    ],
)
def test_names_that_mean_a_carer(name: str) -> None:
    """By what they are, or by where the child lives."""
    assert means_carer(name, HOME)
    assert may_mean_carer(name, HOME)


@pytest.mark.parametrize(
    "name",
    [
        *("Dex\u2019s mum", "my friend\u2019s house", "School staff", "Mums boyfriend", "nobody"),
        *("no one", "Everyone except mum", "anybody but Dad", "not mum", "my mate, not my mum"),
        *("All my friends", "adults I trust", "Dad of Dex", "my friend and her mum", "ex carer"),
        *("Mum, only if I say", "carers at school"),
    ],
)
def test_a_yes_is_read_narrowly_and_a_no_widely(name: str) -> None:
    """Somebody else's mother may not see the plan as theirs does; a no may mean anybody."""
    assert not means_carer(name, HOME)
    assert may_mean_carer(name, HOME)


@pytest.mark.parametrize("name", ["Social worker", "Nan", "Police", ""])
def test_others_are_no_carers(name: str) -> None:
    """Neither for a yes nor for a no."""
    assert not means_carer(name, HOME)
    assert not may_mean_carer(name, HOME)


def test_nothing_unsafe_can_be_ticked_for_a_carer(told: Account) -> None:
    """Disclosures, signs, what is kept from anybody, who is not safe, where it is."""
    held = versions.small(told, CARER, "*").account
    assert (held.disclosures, held.concerns, held.threads, held.facts) == ((), (), (), ())
    names = {one.name for one in held.entities}
    assert names == {"Moth", "Nan", "Marlhaven station"}
    told_of = {str(one.id) for one in held.lines}
    assert not told_of & {"line-8", "line-9", "line-12", "line-13"}
    assert held.case.child.called == held.case.lives_at == held.interview.place == ""
    why = {one.name: one.why for one in offered(told, CARER).items if one.kind is ItemKind.ENTITY}
    assert why["The quiet shed"] is Why.SAFE_PLACE
    assert why["Flat, Tyre Row"] is why["Dex"] is Why.UNSAFE
    assert why["Kayla"] is Why.KEPT


@pytest.mark.parametrize(("value", "why"), [("prefer_not", Why.SAID_NO), ("", Why.NOT_ASKED)])
def test_without_the_childs_word_nothing_of_theirs_goes_to_a_carer(
    told: Account, value: str, why: Why
) -> None:
    """Not a line, an answer or a person, whoever ticks it."""
    asked = choosing(told, "share_carer", value)
    assert item(asked, CARER, "line:line-18").why is why
    held = versions.small(asked, CARER, "*").account
    assert (held.lines, held.entities) == ((), ())


def test_a_carer_begins_with_nothing_the_child_said(told: Account) -> None:
    """Only offers to them, what was explained, and what was agreed begin ticked."""
    held = versions.small(told, CARER).account
    assert (held.lines, held.entities, held.plan) == ((), (), None)
    assert {one.question_id for one in held.answers} == {"told_purpose", "told_stop"}


def test_of_the_plan_a_carer_sees_what_the_child_lets_them(told: Account) -> None:
    """Some parts, or none as soon as one carer may not; never the ways out or the code word."""
    assert told.plan is not None
    seen = {one.block for one in (versions.small(told, CARER, "*").account.plan or told.plan).lines}
    assert seen == {PlanBlock.HELPS, PlanBlock.ADULTS}
    no = replace(told, plan=replace(told.plan, may_not_see=("Stepdad",)))
    assert versions.small(no, CARER, "*").account.plan is None
    every = replace(told.plan, parts=(PartSeen("Mum", tuple(PlanBlock)),), may_see=("Mum",))
    held = versions.small(replace(told, plan=every), CARER, "*").account.plan
    assert held is not None
    assert PlanBlock.IF_I_GO not in {one.block for one in held.lines}
    assert (held.may_see, held.parts, held.drawing) == ((), (), None)


def test_a_carer_is_not_told_that_something_is_kept_from_them(told: Account) -> None:
    """That alone could harm: no count, no gap between numbers, nobody who may not know."""
    data = version(told, CARER, "*")
    said = "\n".join(words(section) for section in data.sections)
    for word in ("kept", "keep", "left out", "alone", "police", "line "):
        assert word not in said.lower(), word
    entries = [one for s in data.sections for b in s.blocks for one in getattr(b, "items", ())]
    assert {one.number for one in entries} == {None}


def test_no_gap_in_a_record_tells_a_carer_that_there_was_more(told: Account) -> None:
    """Lines, actions and the plan are numbered anew, and all lines have one time."""
    held = versions.small(told, CARER, "*").account
    assert held.plan is not None
    for found in (held.lines, held.actions, held.plan.lines):
        assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert {one.heard_at for one in held.lines} == {held.interview.started_at}


def test_an_action_the_child_does_not_agree_to_is_not_for_carers(told: Account) -> None:
    """And one that stands for a sign or a referral begins unticked."""
    strategy, car, promises = told.actions
    agreed = replace(promises, child_agrees=True)
    sent = replace(agreed, referral="social_care")
    for action, why in (
        (replace(promises, child_agrees=False), Why.NOT_AGREED),
        (promises, Why.LOOK),
        (sent, Why.LOOK),
        (agreed, None),
    ):
        now = replace(told, actions=(strategy, car, action))
        one = item(now, CARER, "action:a3")
        assert (one.why, one.suggested) == (why, why is None)
    assert item(told, CARER, "action:a2").why is Why.WITH_KEPT, "it names the car"


def test_a_carer_reads_what_carers_answered_and_not_what_the_child_did(told: Account) -> None:
    """An offer may be told; the words that came back may be the child's own."""
    held = versions.small(told, CARER, "*").account.attempts
    assert [one.words for one in held] == ["Asleep, try tomorrow.", ""]


def test_what_was_written_while_a_disclosure_was_told_is_not_for_carers(told: Account) -> None:
    """Nor an action that rests on a sign, nor a follow-up to a question about harm."""
    opened = told.disclosures[0].opened_at
    lines = tuple(replace(one, heard_at=opened) if one.number == 18 else one for one in told.lines)
    assert item(replace(told, lines=lines), CARER, "line:line-18").why is Why.DISCLOSURE
    on_sign = replace(told.actions[2], concern_ids=(told.concerns[2].id,))
    now = replace(told, actions=(*told.actions[:2], on_sign))
    assert item(now, CARER, "action:a3").why is Why.SIGN
    follow_up = replace(told.answers[0], question_id="online_how", values=("threats",))
    now = replace(told, answers=(*told.answers[1:], follow_up))
    assert item(now, CARER, "answer:w0").why is Why.HARM
