"""Owns making a version of any account, with pieces ticked at random or all of them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random  # noqa: TID251  handed in by a seeded strategy

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain.ids import SealId
from rhi_desktop.domain.interview import Account
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.content import ReportData
from rhi_desktop.export.left_out import Offer
from rhi_desktop.export.variants import Reduced, VariantSeal, offer, reduced, variant_data
from tests.unit.export import samples, whole

READERS = (Variant.POLICE, Variant.CARER)
SALT = "5b" * 32


@dataclass(frozen=True, slots=True)
class Made:
    """One version and what was left out of it."""

    offer: Offer
    taken: frozenset[str]
    account: Account
    data: ReportData
    small: Reduced
    never: tuple[object, ...]
    """Parts of the account of which nothing may go, whoever ticks it."""


def made(
    told: Account, variant: Variant, luck: Random | None = None, *, everything: bool = False
) -> Made:
    """The version with what is suggested, with everything ticked, or with anything."""
    could = offer(told, whole.packs(), variant)
    chosen = could.suggested
    if everything:
        chosen = frozenset(item.key for item in could.items)
    elif luck is not None:
        chosen = frozenset(item.key for item in could.items if luck.random() < 0.5)
    taken = could.taken(chosen)
    account = reduced(told, variant, taken)
    seal = VariantSeal(
        SealId("seal-2"),
        account.interview.id,
        account.interview.started_at,
        SALT,
        seal_digest(to_plain(account), SALT),
        "ab" * 32,
    )
    small = Reduced(variant, account, seal, could.counted(chosen))
    data = variant_data(small, whole.packs(), {}, samples.signed_by())
    return Made(could, taken, account, data, small, _never(told, variant))


def _never(told: Account, variant: Variant) -> tuple[object, ...]:
    if variant is Variant.POLICE:
        return told.plan, told.threads, told.follow_ups, told.attempts
    return told.threads, told.follow_ups, told.concerns, told.disclosures, told.facts
