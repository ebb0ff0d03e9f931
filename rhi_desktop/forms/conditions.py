"""Owns how a condition is written: `is`, `is_not` and `answered`, joined by `all` and `any`."""

from __future__ import annotations

from rhi_desktop.domain.table import Table
from rhi_desktop.forms.model import Condition, Group, Op, Single

_GROUPS = ("all", "any")
_FORMS = (*_GROUPS, *(op.value for op in Op))


def read_condition(table: Table, key: str) -> Condition | None:
    """The condition under a key, if one is written; faults go where the table's faults go."""
    if not table.has(key):
        return None
    inner = table.table(key)
    return _condition(inner) if inner is not None else None


def _condition(table: Table) -> Condition | None:
    forms = [form for form in _FORMS if table.has(form)]
    if len(forms) != 1:
        table.faults.add("condition_form", table.where, "write_one_condition", forms=len(forms))
        return None
    form = forms[0]
    found = _group(table, form) if form in _GROUPS else _single(table, Op(form))
    table.close()
    return found


def _group(table: Table, form: str) -> Group:
    parts = [_condition(inner) for inner in table.tables(form)]
    if not parts:
        table.faults.add("condition_form", table.place(form), "write_one_condition", forms=0)
    return Group(form == "all", tuple(part for part in parts if part is not None))


def _single(table: Table, op: Op) -> Single:
    question = table.identifier("question")
    if op is not Op.ANSWERED:
        values = table.words(op.value, needed=True)
        _something(table, op, given=bool(values))
        return Single(question, op, values)
    _something(table, op, given=table.flag(op.value, needed=True))
    return Single(question, op)


def _something(table: Table, op: Op, *, given: bool) -> None:
    if not given:
        table.faults.add("condition_form", table.place(op.value), "write_one_condition", forms=0)
