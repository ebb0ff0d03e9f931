"""Tables in two rooms that must match: codes and messages, kinds and fields."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from rhi_desktop.errors import RhiError
from rhi_desktop.forms.kinds import KINDS
from rhi_desktop.ui.interview.fields import FIELDS
from rhi_desktop.ui.refusal_words import REFUSALS


def codes(family: type[RhiError]) -> set[str]:
    """The codes of a family and of every family below it."""
    return set(family.codes).union(*(codes(below) for below in family.__subclasses__()))


def unmatched(here: Collection[str], there: Collection[str]) -> list[str]:
    """What stands in one table only, sorted; empty when the tables match."""
    return sorted(set(here) ^ set(there))


@pytest.mark.parametrize(
    ("here", "there"),
    [(codes(RhiError), REFUSALS), (KINDS, FIELDS)],
    ids=["every refusal has its message", "every kind of question has its field"],
)
def test_two_tables_match(here: Collection[str], there: Collection[str]) -> None:
    """Nothing stands in one of them only."""
    assert unmatched(here, there) == []


def test_a_code_without_message_would_be_named() -> None:
    """A new code, and a message whose code is gone, are both found."""
    found = unmatched(codes(RhiError) | {"planted"}, {**REFUSALS, "gone": ()})
    assert found == ["gone", "planted"]
