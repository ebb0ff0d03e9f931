"""The indicators that ship: every list of rule 43, neutral, with sources, codes and flags."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from rhi_desktop.domain import duty
from rhi_desktop.forms import lists, loader
from rhi_desktop.forms.model import IndicatorSet

PACK = loader.released("concerns_v1")
SETS = {group.id: group for group in PACK.sets}
CHILD_CODES = "1A 2A 3A 4A 5A 7A 9A 10A 11A 12A 13A 14A 15A 16A 17A 18B 18C 19B 19C 22A 23A 24A"
CODES = frozenset(CHILD_CODES.split(" "))
"""The assessment factors that an indicator can stand for; one looked after has none."""


def flagged(flag: str) -> set[str]:
    """The ids of the indicators that carry a flag."""
    return {one.id for group in PACK.sets for one in group.indicators if flag in one.flags}


def test_rule_43_every_list_is_there() -> None:
    """Exploitation, red flags, harm, and every other list; push and pull (rule 34) beside them."""
    assert set(SETS) == {
        "red_flags", "cse_significant", "cse_further", "refer_now", "county_lines", "cce",
        "self_harm", "mental_health", "substance", "school", "home", "domestic_abuse",
        "trafficking", "radicalisation", "forced_marriage", "fgm", "online", "peers", "other",
        "sexual_behaviour", "health_now", "push", "pull", "strengths",
    }  # fmt: skip
    counts = {name: len(SETS[name].indicators) for name in SETS}
    expected = {"cse_significant": 7, "cse_further": 19, "refer_now": 11, "county_lines": 10}
    assert {name: counts[name] for name in expected} == expected
    assert (counts["push"], counts["pull"]) == (27, 15)


def test_rule_43_three_red_flags_were_verified_and_two_rows_are_empty() -> None:
    """What could not be read is not invented: an organisation fills it from the report itself."""
    flags = SETS["red_flags"]
    assert len(flags.asked) == 3
    assert [one.slot for one in flags.indicators] == [False, False, False, True, True]
    assert not any(one.text.pairs for one in flags.indicators if one.slot)
    assert "could be read" in flags.source.get("en")


@pytest.mark.parametrize("group", PACK.sets, ids=lambda group: group.id)
def test_every_list_names_its_source_and_speaks_of_no_gender(group: IndicatorSet) -> None:
    """A quarter of the children concerned are boys: no row is for girls or boys alone."""
    assert group.source.pairs
    gendered = re.compile(r"\b(she|he|her|his|him|girls?|boys?|daughters?|sons?)\b", re.IGNORECASE)
    rows = [one.text.get("en").replace("boyfriend or girlfriend", "") for one in group.asked]
    assert [row for row in rows if gendered.search(row)] == []


def test_rule_45_codes_are_national_ones() -> None:
    """Every code is one of the list; what carries none has none there."""
    codes = {one.code for group in PACK.sets for one in group.indicators} - {""}
    assert codes <= CODES
    assert {"11A", "24A", "12A", "13A", "15A", "22A"} <= codes


def test_rule_41_every_flag_of_a_rule_is_carried_by_something() -> None:
    """A rule that no indicator could meet would be silent for ever."""
    assert duty.FLAGS <= lists.FLAGS
    assert all(flagged(flag) for flag in lists.FLAGS)
    everything = set(chain(*(one.flags for group in PACK.sets for one in group.indicators)))
    assert everything == lists.FLAGS


def test_rule_41_the_flags_stand_where_the_rules_look() -> None:
    """Intent with a plan, mutilation that was told or seen, and what counts alone at 13."""
    assert flagged("suicide_plan") == {"harm_plan"}
    assert flagged("fgm_known") == {"fgm_told"}
    assert {one.id for one in SETS["cse_significant"].indicators} <= flagged("high_risk")
    assert {one.id for one in SETS["refer_now"].indicators} <= flagged("refer_now")
    assert {one.id for one in SETS["cce"].asked} <= flagged("exploitation")
    assert {one.id for one in SETS["trafficking"].asked if one.code == "12A"} <= flagged(
        "trafficking"
    )
    assert "cse_learning" in flagged("learning_disability")
    assert "cse_learning" not in flagged("cse")


def test_nothing_in_the_lists_is_a_number() -> None:
    """No weight, no points: the pack has no place for them, and says that a person judges."""
    words = " ".join(group.note.get("en") for group in PACK.sets)
    assert not re.search(r"\b(score|points|weight of|percent)\b", words)
