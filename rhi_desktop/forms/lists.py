"""Owns how the blocks of the plan and the sets of indicators of a pack are read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rhi_desktop.domain import duty
from rhi_desktop.domain.plan import PlanBlock
from rhi_desktop.domain.table import Faults, Table
from rhi_desktop.forms.model import Block, Indicator, IndicatorSet, Texts

HEALTH_NOW = "health_now"
"""Something that a doctor or nurse should hear of now (rule 47)."""
ONE_CHANCE = "one_chance"
"""There may be one chance only: no contact with the family, no mediation."""
FLAGS = duty.FLAGS | {HEALTH_NOW, ONE_CHANCE}
BLOCK_IDS = tuple(block.value for block in PlanBlock)
_CODE = re.compile(r"[1-9][0-9]?[A-Z]")


def read_blocks(table: Table) -> tuple[Block, ...]:
    """The blocks of the plan under `block`, each at most once."""
    tables = table.tables("block", needed=False)
    found = tuple(_block(one) for one in tables)
    _twice(((one.where, block.id) for one, block in zip(tables, found, strict=True)), table.faults)
    return found


def _block(table: Table) -> Block:
    block_id = table.identifier("id")
    if block_id and block_id not in BLOCK_IDS:
        known = ", ".join(BLOCK_IDS)
        table.faults.add("block_unknown", table.place("id"), "use_known_block", known=known)
    block = Block(
        block_id,
        Texts(table.texts("title")),
        Texts(table.texts("hint", needed=False)),
        tuple(Texts(pairs) for pairs in table.texts_list("ideas")),
        tuple(Texts(pairs) for pairs in table.texts_list("starters")),
        Texts(table.texts("note", needed=False)),
    )
    table.close()
    return block


def read_sets(table: Table) -> tuple[IndicatorSet, ...]:
    """The sets under `set`; no id of a set or of an indicator stands twice in a pack."""
    tables = table.tables("set", needed=False)
    ids: list[tuple[str, str]] = []
    found = tuple(_set(one, ids) for one in tables)
    _twice(((one.where, group.id) for one, group in zip(tables, found, strict=True)), table.faults)
    _twice(ids, table.faults)
    return found


def _set(table: Table, ids: list[tuple[str, str]]) -> IndicatorSet:
    set_id = table.identifier("id")
    tables = table.tables("indicator")
    indicators = tuple(_indicator(one) for one in tables)
    ids += [(one.where, found.id) for one, found in zip(tables, indicators, strict=True)]
    group = IndicatorSet(
        set_id,
        Texts(table.texts("title")),
        Texts(table.texts("note", needed=False)),
        Texts(table.texts("source")),
        indicators,
    )
    table.close()
    return group


def _indicator(table: Table) -> Indicator:
    slot = table.flag("slot")
    if slot and table.has("text"):
        table.faults.add("slot_filled", table.place("slot"), "remove_field")
    indicator = Indicator(
        table.identifier("id"),
        Texts(table.texts("text", needed=not slot)),
        Texts(table.texts("note", needed=False)),
        _code(table),
        _flags(table),
        slot,
    )
    table.close()
    return indicator


def _code(table: Table) -> str:
    code = table.text("code", needed=False)
    if code and not _CODE.fullmatch(code):
        table.faults.add("code_form", table.place("code"), "use_factor_code")
        return ""
    return code


def _flags(table: Table) -> frozenset[str]:
    flags = frozenset(table.words("flags"))
    known = ", ".join(sorted(FLAGS))
    for flag in sorted(flags - FLAGS):
        place = table.place("flags")
        table.faults.add("flag_unknown", place, "use_known_flag", flag=flag, known=known)
    return flags & FLAGS


def _twice(ids: Iterable[tuple[str, str]], faults: Faults) -> None:
    met: set[str] = set()
    for where, one in ids:
        if one and one in met:
            faults.add("id_twice", f"{where}.id", "choose_new_id")
        met.add(one)
