"""Owns an invented account rich enough for the versions that go to the police and to carers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain import clock
from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.entity import Entity, EntityKind, Feels
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import AnswerId, EntityId, FactId, SealId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.content import ReportData
from rhi_desktop.export.left_out import Item, Offer
from rhi_desktop.export.variants import Reduced, VariantSeal, offer, reduced, variant_data
from tests.unit.export import samples, whole
from tests.unit.export.samples import INTERVIEW, STARTED

SALT = "5b" * 32
PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE


def card(name: str, kind: EntityKind, lines: tuple[int, ...], **facts: object) -> Entity:
    """One card that rests on lines by their numbers."""
    ids = whole.line_ids(*lines)
    return Entity(EntityId(name), whole.CASE, kind, name, line_ids=ids, **facts)  # type: ignore[arg-type]  # named as the fields are


def cards() -> tuple[Entity, ...]:
    """People, a car, a phone and places; Kayla is kept from the police."""
    return (
        card("Dex", PERSON, (9, 12, 13, 14), relation="Gives lifts", age="about 20",
             feels=Feels.NOT_SURE),
        card("Moth", PERSON, (10,), age="about 17"),
        card("Nan", PERSON, (20,), relation="Grandmother", feels=Feels.SAFE),
        card("Kayla", PERSON, (), keep_from=("the police",)),
        card("Silver hatchback", EntityKind.VEHICLE, (14,), description="Plate ends 4KV"),
        card("Phone, M.T.", EntityKind.PHONE, (11,)),
        card("Flat, Tyre Row", PLACE, (8,), relation="Flat over a tyre shop", feels=Feels.UNSAFE),
        card("Marlhaven station", PLACE, (5,)),
        card("The quiet shed", PLACE, (6,), feels=Feels.SAFE),
    )  # fmt: skip


def account() -> Account:
    """The whole job with these cards; line 13 is kept from the police, line 8 from a stepfather."""
    told = whole.account()
    assert told.plan is not None
    lines = tuple(
        replace(one, keep_from=("Police",)) if one.number == 13 else one for one in told.lines
    )
    away = told.episodes[0].id
    known = (("last_seen_place", "Alder House"), ("found_where", "Alder House, in a car"))
    facts = tuple(
        Fact(FactId(f"k{at}"), whole.CASE, away, name, (value,))
        for at, (name, value) in enumerate(known)
    )
    given = (("share_carer", "part"), ("told_stop", "understood"), ("being_back", "6"))
    answers = tuple(
        Answer(AnswerId(f"v{at}"), INTERVIEW, name, (value,))
        for at, (name, value) in enumerate(given)
    )
    plan = replace(told.plan, may_see=("Alder House", "Nan"), may_not_see=())
    return replace(
        told,
        lines=lines,
        plan=plan,
        entities=cards(),
        facts=(*told.facts, *facts),
        answers=(*told.answers, *answers),
    )


def choosing(told: Account, question: str, value: str) -> Account:
    """The account in which the child answered so."""
    answers = tuple(
        replace(one, values=(value,) if value else ()) if one.question_id == question else one
        for one in told.answers
    )
    return replace(told, answers=answers)


def offered(told: Account, variant: Variant) -> Offer:
    """What the version could hold."""
    return offer(told, whole.packs(), variant)


def item(told: Account, variant: Variant, key: str) -> Item:
    """One piece as it is offered."""
    return next(one for one in offered(told, variant).items if one.key == key)


def small(told: Account, variant: Variant, *more: str) -> Reduced:
    """The reduced account with what is suggested and these keys; `*` means all."""
    could = offered(told, variant)
    chosen = could.suggested.union(more)
    if "*" in more:
        chosen = frozenset(one.key for one in could.items)
    held = reduced(told, variant, could.taken(chosen))
    digest = seal_digest(to_plain(held), SALT)
    at = STARTED + timedelta(hours=5)
    seal = VariantSeal(SealId("seal-2"), INTERVIEW, at, SALT, digest, "ab" * 32)
    return Reduced(variant, held, seal, could.counted(chosen))


def version(told: Account, variant: Variant, *more: str) -> ReportData:
    """The pages of a version."""
    at = STARTED + timedelta(hours=3)
    clocks = {one.id: clock.result(one, told.interview, 72, at) for one in told.episodes}
    referrals = {"social_care": "Referral to children\u2019s social care"}
    made = small(told, variant, *more)
    return variant_data(made, whole.packs(), clocks, samples.signed_by(), referrals)
