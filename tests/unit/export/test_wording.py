"""Claims about the sentences of the report."""

from __future__ import annotations

import enum

import pytest

from rhi_desktop.domain import answer, attempt, interview, line, plan
from rhi_desktop.export.wording import WORDS, language_name, say

GROUPS: dict[str, type[enum.Enum]] = {
    "method": attempt.Method,
    "reply": attempt.Reply,
    "to": attempt.OfferedTo,
    "blank": answer.Blank,
    "outcome": interview.Outcome,
    "read": interview.ReadBack,
    "topic": line.Topic,
    "about": line.Topic,
    "block": plan.PlanBlock,
    "author": plan.PlanAuthor,
    "agreed": plan.Agreed,
}


@pytest.mark.parametrize("group", GROUPS)
def test_every_value_has_its_word(group: str) -> None:
    """No enumeration of the domain can meet a missing sentence."""
    assert all(f"{group}_{value.value}" in WORDS for value in GROUPS[group])


def test_initials_bring_their_own_full_stop() -> None:
    """No sentence ends in two."""
    assert say("read_done", who="M.T.") == "The words were read back to M.T."
    assert say("read_done", who="MT") == "The words were read back to MT."


def test_languages_have_names() -> None:
    """A tag we have no name for stands as it is."""
    assert [language_name(tag) for tag in ("cy", "en-GB", "xx")] == ["Welsh", "English", "xx"]
