"""The table of fields is true: every field is asked somewhere that exists, and printed."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from rhi_desktop.domain import (
    action,
    addendum,
    answer,
    attempt,
    concern,
    disclosure,
    ending,
    entity,
    episode,
    given,
    interview,
    line,
    person,
    reading,
    review,
)
from rhi_desktop.domain.answer import Answer
from rhi_desktop.domain.fact import Fact
from rhi_desktop.domain.ids import AnswerId, EpisodeId, FactId
from rhi_desktop.domain.interview import Account
from rhi_desktop.export.content import Section
from rhi_desktop.export.report import section_keys
from rhi_desktop.forms.model import About, Question, about, singles
from tests.unit.export import paths, whole

PAGE = (Path(__file__).parents[3] / "docs" / "fields.md").read_text("utf-8")
MODULES = (
    action, addendum, answer, attempt, concern, disclosure, ending, entity, episode, given,
    interview, line, person, reading, review,
)  # fmt: skip
RHI, PLAN, CONCERNS = whole.packs()
MARKED = {"C": 71, "S": 29, "R": 33}
"""How many rows of each mark the reference has: the table may not shrink."""


class Row(NamedTuple):
    """One row of the table."""

    field: str
    mark: str
    asked: str
    printed: str

    @property
    def places(self) -> list[str]:
        """What it names as asked."""
        return re.findall(r"(?:set |block )?`[^`]+`", self.asked)

    @property
    def keys(self) -> list[str]:
        """The parts of the report it names."""
        return re.findall(r"`([^`]+)`", self.printed)


ROWS = [
    Row(*(cell.strip() for cell in text.strip("|").split("|")))
    for text in PAGE.splitlines()
    if re.match(r"\| .+ \| [CSR] \|", text)
]


def exists(place: str) -> bool:
    """Whether a question, a set, a block or a field of a record is there."""
    kind, name = place.split("`")[:2]
    if kind.strip() == "set":
        return name in {group.id for group in CONCERNS.sets}
    if kind.strip() == "block":
        return PLAN.block(name) is not None
    if "." in name:
        return is_field(*name.split("."))
    return RHI.question(name) is not None or PLAN.question(name) is not None


def is_field(record: str, name: str) -> bool:
    """Whether a record of the domain has a field, or works one out."""
    kinds = (getattr(module, record, None) for module in MODULES)
    kind = next((one for one in kinds if one is not None), None)
    if kind is None:
        return False
    return name in {one.name for one in dataclasses.fields(kind)} or hasattr(kind, name)


@cache
def parts() -> dict[str, Section]:
    """The parts of every report there can be, by key."""
    reports = [whole.report(answered()), *(whole.report(paths.not_heard(o)) for o in paths.ENDINGS)]
    return {section.key: section for data in reversed(reports) for section in data.sections}


@cache
def answered() -> Account:
    """An account in which every question of the packs was answered so that it is offered."""
    account = whole.account()
    away = account.episodes[0].id
    asked = [q for pack in (RHI, PLAN) for q in pack.questions]
    answers = tuple(
        Answer(AnswerId(q.id), account.interview.id, q.id, said(q), reason="a reason")
        for q in asked
        if about(q.section) is About.TALK
    )
    facts = tuple(
        Fact(FactId(q.id), account.case.id, episode_of(q, away), q.id, said(q))
        for q in asked
        if about(q.section) is not About.TALK
    )
    return replace(account, answers=answers, facts=facts)


def episode_of(question: Question, away: EpisodeId) -> EpisodeId | None:
    """The time away a fact is about, if it is about one."""
    return away if about(question.section) is About.EPISODE else None


def said(question: Question) -> tuple[str, ...]:
    """A value of its kind: the one that opens what is offered after it, or a marker of its own."""
    wanted = {
        one.question: one.values[0]
        for q in RHI.questions
        for one in singles(q.offer_when)
        if one.values
    }
    if question.id in wanted:
        return (wanted[question.id],)
    values = {"scale": "7", "when": "2026-03-09", "yes_no": "yes"}
    if question.kind in values:
        return (values[question.kind],)
    return (question.options[0].id,) if question.options else (f"MARK {question.id}",)


def words(value: object) -> str:
    """Every text of a part, whatever it is laid out as."""
    if isinstance(value, str):
        return value + "\n"
    if isinstance(value, tuple | list):
        return "".join(words(one) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return "".join(words(getattr(value, one.name)) for one in dataclasses.fields(value))
    return ""


def test_the_table_holds_every_row_of_the_reference() -> None:
    """No row is lost: each part of the reference has all its common and seen fields."""
    assert {mark: sum(row.mark == mark for row in ROWS) for mark in MARKED} == MARKED
    assert len({row.field for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.field[:40])
def test_every_field_is_asked_and_printed_where_the_table_says(row: Row) -> None:
    """Each name is a question, a list, a part of the plan or a field; each key a part."""
    assert row.places
    assert row.keys
    assert [place for place in row.places if not exists(place)] == []
    assert set(row.keys) <= {*parts(), "mast", "clock"}


@pytest.mark.parametrize(
    "question", [*RHI.questions, *PLAN.questions], ids=lambda question: question.id
)
def test_every_answer_is_printed_in_the_part_that_the_table_names(question: Question) -> None:
    """A report is made of an account in which all was answered: nothing that was said is lost."""
    section = parts()[section_keys()[question.section]]
    printed = words(section)
    assert question.ask.get("en") in printed
    if question.kind in {"open", "words"}:
        assert f"MARK {question.id}" in printed


@pytest.mark.parametrize(
    "question", [*RHI.questions, *PLAN.questions], ids=lambda question: question.id
)
def test_every_question_has_a_row_that_says_where_it_is_printed(question: Question) -> None:
    """Nothing is asked that nobody needs: each question stands in a row, or follows up one."""
    rows = [row for row in ROWS if f"`{question.id}`" in row.places]
    keys = {key for row in rows for key in row.keys}
    if rows:
        assert section_keys()[question.section] in keys
    else:
        assert question.id in EXTRA


def marked(value: object) -> object:
    """The same value with the name of its field in every text that the table names."""
    if isinstance(value, tuple):
        return tuple(marked(one) for one in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, object] = {}
    for one in dataclasses.fields(value):
        old, name = getattr(value, one.name), f"{type(value).__name__}.{one.name}"
        text = isinstance(old, str) and any(f"`{name}`" in row.places for row in ROWS)
        changed[one.name] = f"MARK {name} END" if text else marked(old)
    return replace(value, **changed)


def test_every_text_of_a_record_is_printed_in_a_part_that_the_table_names() -> None:
    """Where a text of a record is printed at all, it is in a part of one of its rows."""
    accounts = [whole.account(), *(paths.not_heard(outcome) for outcome in paths.ENDINGS)]
    found: dict[str, set[str]] = {}
    for account in accounts:
        filled = marked(account)
        assert isinstance(filled, Account)
        data = whole.report(filled)
        head = {"mast": words(data.mast)}
        for key, text in {**head, **{one.key: words(one) for one in data.sections}}.items():
            for name in re.findall(r"MARK (\S+\.\S+) END", text):
                found.setdefault(name, set()).add(key)
    assert len(found) > 25
    found.pop("Child.language")  # the language that quotes are marked with: it is never a text
    for name, keys in found.items():
        rows = [row for row in ROWS if f"`{name}`" in row.places]
        named = {key for row in rows for key in row.keys}
        assert keys & named, name


EXTRA = {"plan_own_word", "plan_one_up", "plan_take_home", "placed_with_parents"}
"""The child's own words for a feeling and a number, the question before paper is given."""


def test_the_check_of_the_table_can_fail() -> None:
    """Names that nothing has are found."""
    for place in ("`no_such_question`", "set `nothing`", "block `nothing`", "`Episode.nothing`"):
        assert not exists(place)
