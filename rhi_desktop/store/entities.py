"""Owns looking for a name in the cards of every case."""

from __future__ import annotations

from collections.abc import Collection

from rhi_desktop.domain.entity import Entity, folded
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.record import Kind
from rhi_desktop.store import reading
from rhi_desktop.store.opened import Vault


def of_other_cases(
    vault: Vault, case_id: CaseId, names: Collection[str]
) -> tuple[tuple[str, Entity], ...]:
    """The standing cards of other cases with one of these folded names: reference and card.

    The names are compared here and not by the database, which folds no letter beyond a to z.
    """
    rows = vault.connection.rows(
        "SELECT entities.id, entities.name, cases.body ->> '$.reference' FROM entities"
        " JOIN cases ON cases.id = entities.case_id WHERE entities.case_id <> ?"
        " ORDER BY entities.name, entities.id",
        case_id,
    )
    found = (
        (str(reference), reading.load(vault, Kind.ENTITY, str(card), Entity))
        for card, name, reference in rows
        if folded(str(name)) in names
    )
    return tuple((reference, card) for reference, card in found if card.struck_at is None)
