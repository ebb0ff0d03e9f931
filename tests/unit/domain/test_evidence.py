"""Claims about evidence and names: struck lines support nothing; names are compared, not joined."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rhi_desktop.domain.concern import Concern, EvidenceSource
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.entity import Entity, EntityKind, folded
from rhi_desktop.domain.ids import CaseId, ConcernId, EntityId, InterviewId, LineId
from rhi_desktop.domain.line import Line, Voice

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
ONE = LineId("one")
CONCERN = Concern(
    ConcernId("c"), InterviewId("i"), "s", "x", "A set", "A sign", Certainty.YES, line_ids=(ONE,)
)
DEX = Entity(EntityId("e"), CaseId("c"), EntityKind.PERSON, "Dex", other_names=("Lime Road Dex",))


def line(number: int, *tags: str, struck_by: str = "") -> Line:
    """A line that names somebody."""
    words = " ".join(tags) or "nobody"
    return Line(
        LineId(f"l{number}"),
        InterviewId("i"),
        number,
        Voice.CHILD,
        words,
        NOON,
        tags=tags,
        struck_by=struck_by,
    )


@pytest.mark.parametrize(
    ("source", "evidence", "standing", "supported"),
    [
        (EvidenceSource.SEEN, "", (ONE,), True),
        (EvidenceSource.SEEN, "", (), False),
        (EvidenceSource.SEEN, "at the station", (), True),
        (EvidenceSource.SEEN, "  ", (), False),
        (None, "at the station", (ONE,), False),
    ],
)
def test_rule_43_evidence_is_a_standing_line_or_words_and_somebodys(
    source: EvidenceSource | None,
    evidence: str,
    standing: tuple[LineId, ...],
    *,
    supported: bool,
) -> None:
    """A line that was struck since supports nothing; nobody's evidence supports nothing."""
    concern = replace(CONCERN, source=source, evidence=evidence)
    assert concern.supported_by(standing) is supported


@pytest.mark.parametrize(
    "tag", ["@Dex", "@dex", "#LimeRoadDex", "@lime-road-dex", "@Lime_Road_Dex"]
)
def test_rule_33_a_tag_means_a_card_however_it_is_spelt(tag: str) -> None:
    """Spaces and capitals do not matter, in the name or in another name of the card."""
    assert DEX.told_in([line(1, tag)]) == (line(1, tag),)


def test_rule_33_only_standing_lines_that_name_it_tell_of_a_card() -> None:
    """A longer name, another name and a struck line do not; a line put to it by hand does."""
    told = line(5)
    lines = [line(1, "@Dexter"), line(2, "@Mum"), line(3, "@Dex", struck_by="me"), told]
    assert DEX.told_in(lines) == ()
    assert replace(DEX, line_ids=(told.id,)).told_in(lines) == (told,)


def test_names_are_folded_in_every_script() -> None:
    """Welsh and Polish letters as well as A to Z."""
    assert folded("\u0174yn  Mawr") == folded("\u0175ynmawr")
    assert folded("\u0141ukasz") == "\u0142ukasz"
    assert folded("T\u0177-Gwyn") == folded("T\u0177 Gwyn")


def test_two_names_that_differ_stay_two_names() -> None:
    """An emoji, a vowel of another script, an apostrophe: nothing else is taken away."""
    pairs = [("\U0001f98a", "\U0001f43b"), ("\u0915\u093f\u0930", "\u0915\u0930"), ("Dex's", "Dex")]
    assert all(folded(one) != folded(other) for one, other in pairs)
    assert folded("w\u0302yn") == folded("\u0175yn")
