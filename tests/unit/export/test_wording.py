"""Claims about the sentences of the report."""

from __future__ import annotations

import enum
import re
from pathlib import Path

import pytest

import rhi_desktop.export
from rhi_desktop.domain import (
    action,
    answer,
    attempt,
    concern,
    counting,
    disclosure,
    ending,
    entity,
    interview,
    line,
    plan,
)
from rhi_desktop.export import left_out
from rhi_desktop.export.papers.again_parts import AgainPart
from rhi_desktop.export.wording import ROOMS, WORDS, language_name, say

GROUPS: dict[str, type[enum.Enum]] = {
    "method": attempt.Method,
    "counted": counting.Step,
    "not_held": counting.NotHeld,
    "figures_late": ending.LateReason,
    "reply": attempt.Reply,
    "to": attempt.OfferedTo,
    "blank": answer.Blank,
    "outcome": interview.Outcome,
    "meeting": interview.Meeting,
    "read": interview.ReadBack,
    "topic": line.Topic,
    "about": line.Topic,
    "block": plan.PlanBlock,
    "author": plan.PlanAuthor,
    "agreed": plan.Agreed,
    "sees": plan.Sight,
    "late": ending.LateReason,
    "declined": ending.DeclineReason,
    "not_required": ending.NotRequired,
    "carer": ending.CarerAsked,
    "pressure": ending.Certainty,
    "state": ending.Certainty,
    "from": concern.EvidenceSource,
    "sure": action.Sureness,
    "kept": action.Kept,
    "told": disclosure.Told,
    "letter_told": disclosure.Told,
    "step": disclosure.StepKind,
    "kind": entity.EntityKind,
    "feels": entity.Feels,
    "again_part": AgainPart,
    "again_plan": plan.PlanAuthor,
    "piece": left_out.ItemKind,
}
BLAMING = re.compile(
    r"abscond|refus(ed|es|al)|non-compliant|alleg|promiscu|streetwise|putting (her|him)self",
    re.IGNORECASE,
)


@pytest.mark.parametrize("group", GROUPS)
def test_every_value_has_its_word(group: str) -> None:
    """No enumeration of the domain can meet a missing sentence."""
    assert [v for v in GROUPS[group] if f"{group}_{v.value}" not in WORDS] == []


def test_no_sentence_is_said_twice_by_two_rooms() -> None:
    """A key belongs to one room."""
    assert len(WORDS) == sum(len(room) for room in ROOMS)


def test_every_sentence_is_used() -> None:
    """By its key, or by the name of its group."""
    folder = Path(rhi_desktop.export.__file__).parent
    code = "".join(path.read_text() for path in folder.rglob("*.py") if "wording" not in path.parts)
    begun = set(re.findall(r'say\(f"(\w+?)_?\{', code)) | set(GROUPS) | {"voice"}
    quoted = set(re.findall(r"[\"'](\w+)[\"']", code))
    unused = [
        key
        for key in WORDS
        if not {key, key.removesuffix("_note")} & quoted
        and not any(key.startswith(group) for group in begun)
    ]
    assert unused == []


def test_no_sentence_blames_a_child() -> None:
    """Not in any of them."""
    assert [sentence for sentence in WORDS.values() if BLAMING.search(sentence)] == []


def test_initials_bring_their_own_full_stop() -> None:
    """No sentence ends in two."""
    assert say("read_done", who="M.T.") == "The words were read back to M.T."
    assert say("read_done", who="MT") == "The words were read back to MT."


def test_languages_have_names() -> None:
    """A tag we have no name for stands as it is."""
    assert [language_name(tag) for tag in ("cy", "en-GB", "xx")] == ["Welsh", "English", "xx"]
