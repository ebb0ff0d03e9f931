"""Conditions look at earlier questions only: no circle, no code, every fault with its place."""

from __future__ import annotations

import pytest

from rhi_desktop.forms import loader
from rhi_desktop.forms.model import Group, Op, Single
from tests.unit.forms.written import CLOSED, PACK, added, changed

FAULTS = [
    (
        added(CLOSED + 'offer_when = { question = "nowhere", answered = true }'),
        "condition_unknown",
        "question[6] more.offer_when",
        "use_known_question",
    ),
    (
        changed("sensitive = true\noffer", 'sensitive = true\n#"\noffer').replace(
            b'{ question = "day", answered', b'{ question = "after", answered'
        ),
        "condition_circular",
        "question[4] harm_told.offer_when",
        "break_circle",
    ),
    (
        added(CLOSED + 'offer_when = { question = "more", answered = true }'),
        "condition_circular",
        "question[6] more.offer_when",
        "break_circle",
    ),
    (
        changed(
            'ask.en = "Which is closest?"',
            'ask.en = "?"\noffer_when = { question = "harm", answered = true }',
        ),
        "condition_later",
        "question[2] how_it_was.offer_when",
        "move_question",
    ),
    (
        added(CLOSED + 'offer_when = { question = "harm", is = ["maybe"] }'),
        "condition_value",
        "question[6] more.offer_when",
        "use_known_value",
    ),
    (
        added(CLOSED + 'offer_when = { question = "harm", is = ["not_asked"] }'),
        "condition_value",
        "question[6] more.offer_when",
        "use_known_value",
    ),
    (
        added(CLOSED + 'offer_when = { question = "after", is = ["11"] }'),
        "condition_value",
        "question[6] more.offer_when",
        "use_known_value",
    ),
    (
        added(CLOSED + 'offer_when = { question = "harm" }'),
        "condition_form",
        "question[6] more.offer_when",
        "write_one_condition",
    ),
    (
        added(CLOSED + 'offer_when = { question = "harm", is = ["yes"], is_not = ["no"] }'),
        "condition_form",
        "question[6] more.offer_when",
        "write_one_condition",
    ),
    (
        added(CLOSED + 'offer_when = { question = "harm", answered = false }'),
        "condition_form",
        "question[6] more.offer_when.answered",
        "write_one_condition",
    ),
    (
        added(CLOSED + 'offer_when = { question = "harm", is = [] }'),
        "condition_form",
        "question[6] more.offer_when.is",
        "write_one_condition",
    ),
    (
        added(CLOSED + "offer_when = { all = [] }"),
        "condition_form",
        "question[6] more.offer_when.all",
        "write_one_condition",
    ),
    (
        added(CLOSED + 'offer_when = { any = [{ question = "day", answered = true, x = 1 }] }'),
        "field_unknown",
        "question[6] more.offer_when.any[1].x",
        "remove_field",
    ),
]


@pytest.mark.parametrize(("data", "code", "where", "remedy"), FAULTS)
def test_each_fault_of_a_condition_is_named(
    data: bytes, code: str, where: str, remedy: str
) -> None:
    """Exactly the fault that was made is found, with its remedy."""
    found = loader.check(data)
    assert [(p.code, p.where, p.facts["remedy"]) for p in found] == [(code, where, remedy)]


def test_a_long_circle_is_named_at_the_question_that_looks_ahead() -> None:
    """When a waits for c, c for b, b for a: that is a circle, not merely a later question."""
    chain = "".join(
        f'\n[[question]]\nid = "{own}"\nsection = "why"\nkind = "words"\nask.en = "?"\n'
        f'offer_when = {{ question = "{waits}", answered = true }}\n'
        for own, waits in (("a", "c"), ("b", "a"), ("c", "b"))
    )
    found = loader.check(added(chain))
    assert [(p.code, p.where) for p in found] == [
        ("condition_circular", "question[6] a.offer_when")
    ]


def test_a_condition_holds_what_was_written() -> None:
    """Both ways of joining and all three ways of looking come through."""
    pack = loader.load(PACK.encode())
    told = pack.question("harm_told")
    assert told is not None
    assert told.offer_when == Group(
        every=False,
        of=(
            Single("harm", Op.IS, ("yes",)),
            Group(
                every=True,
                of=(Single("how_it_was", Op.IS_NOT, ("sudden",)), Single("day", Op.ANSWERED)),
            ),
        ),
    )
