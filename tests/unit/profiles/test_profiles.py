"""Profiles: the rules of a nation as data, each fact with its source, day and certainty."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files

import pytest

from rhi_desktop.domain import canonical
from rhi_desktop.domain.disclosure import Told
from rhi_desktop.errors import FormError
from rhi_desktop.profiles import loader
from rhi_desktop.profiles.model import CHECK_AGAIN, Source

ENGLAND = loader.profile("england")
WRITTEN = """\
format = 1
name = "made_up"
title = "Made up"
hours = 48
rule = "Within two days."
source = "Nobody."
checked = "2026-11-22"
certain = false

[[helpline]]
id = "one"
name = "One"
contact = "01632 960001"
source = "Nobody."
checked = "2026-11-22"
certain = false
"""


def written(old: str = "", new: str = "") -> bytes:
    """A small profile, with its first such place written differently."""
    assert old in WRITTEN
    return WRITTEN.replace(old, new, 1).encode()


def test_england_counts_72_hours_and_says_where_that_was_read() -> None:
    """The rule names its source and the day, and does not claim the guidance itself was read."""
    assert (ENGLAND.name, ENGLAND.hours) == ("england", 72)
    assert "72 hours" in ENGLAND.rule
    assert "not read" in ENGLAND.source.words
    assert date(2026, 1, 1) < ENGLAND.source.checked


def test_what_was_not_seen_in_a_source_is_not_stated_as_certain() -> None:
    """Numbers that everybody knows and nobody looked up carry the caution."""
    certain = {line.id for line in ENGLAND.helplines if line.source.certain}
    assert not certain & {"emergency", "childline", "shout", "samaritans"}
    for line in ENGLAND.helplines:
        assert line.source.certain is not line.source.words.startswith("Public knowledge")


def test_no_opening_hours_are_printed() -> None:
    """Hours change and sources differ: a number may stand, its hours do not."""
    for line in ENGLAND.helplines:
        said = f"{line.contact} {line.note} {line.for_child}"
        assert not re.search(r"\d\s?(am|pm)|24 ?h|\d:\d\d", said), line.id


def test_a_helpline_is_found_by_its_id() -> None:
    """An id that is not there gives nothing, not another number."""
    found = ENGLAND.helpline("missing_people")
    assert found is not None
    assert "116 000" in found.contact
    assert ENGLAND.helpline("nobody") is None


def test_an_old_check_is_stale_after_half_a_year() -> None:
    """180 days are fine, 181 are not."""
    source = Source("Nobody.", date(2026, 1, 1), certain=True)
    assert not source.stale(date(2026, 1, 1) + CHECK_AGAIN)
    assert source.stale(date(2026, 1, 1) + CHECK_AGAIN + timedelta(days=1))


def test_both_spellings_are_the_same_profile() -> None:
    """An organisation may sign and send a profile as canonical JSON."""
    data = canonical.dumps(tomllib.loads(WRITTEN))
    assert loader.load(data) == loader.load(written())


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        (written("hours = 48", ""), "field_missing", "hours"),
        (written("hours = 48", "hours = 0"), "out_of_range", "hours"),
        (written("hours = 48", "hours = 1441"), "out_of_range", "hours"),
        (written("hours = 48", 'hours = "48"'), "field_type", "hours"),
        (written('"2026-11-22"', "2026-11-22"), "field_type", "checked"),
        (written('"2026-11-22"', '"22/11/2026"'), "day_form", "checked"),
        (written("certain = false", ""), "field_missing", "certain"),
        (written("certain = false", "certain = 1"), "field_type", "certain"),
        (written('title = "Made up"', 'title = ""'), "text_blank", "title"),
        (written('rule = "Within', 'colour = "red"\nrule = "'), "field_unknown", "colour"),
        (written("contact = ", "x = 1\ncontact = "), "field_unknown", "helpline[1] one.x"),
        (written("[[helpline]]", "[helpline]"), "field_type", "helpline"),
        (written('id = "one"', 'id = "One"'), "id_form", "helpline[1].id"),
        (written('contact = "01632 960001"', ""), "field_missing", "helpline[1] one.contact"),
        (
            written() + WRITTEN[WRITTEN.index("[[helpline]]") :].encode(),
            "id_duplicate",
            "helpline[2] one.id",
        ),
    ],
)
def test_each_fault_is_named_with_its_place(data: bytes, code: str, where: str) -> None:
    """A profile with a fault is not used; every fault has a remedy."""
    found = loader.check(data)
    assert [(problem.code, problem.where) for problem in found] == [(code, where)]
    assert found[0].facts["remedy"]
    with pytest.raises(FormError, match="profile_invalid"):
        loader.load(data)


def test_all_faults_come_at_once_and_unreadable_bytes_are_told_apart() -> None:
    """An empty table lacks everything; bytes that are no table are another code."""
    missing = {problem.where for problem in loader.check(b"")}
    assert missing == {
        *("format", "name", "title", "hours", "rule", "source", "checked", "certain", "helpline")
    }
    with pytest.raises(FormError, match="profile_unreadable"):
        loader.load(b"\xff")


def test_every_shipped_profile_is_whole_and_others_are_unknown() -> None:
    """The list of names and the files agree."""
    folder = files("rhi_desktop.profiles").joinpath("definitions")
    assert {one.name for one in folder.iterdir()} == {f"{name}.toml" for name in loader.NAMES}
    assert [loader.profile(name).name for name in loader.NAMES] == list(loader.NAMES)
    with pytest.raises(FormError, match="profile_unknown"):
        loader.profile("../england")


def test_rule_38_every_one_of_the_four_has_a_name_and_somebody_to_ring() -> None:
    """The page of immediate safety takes its contacts from the profile, 999 first."""
    for whom in Told:
        assert ENGLAND.told(whom), whom
        assert ENGLAND.term(whom)
    urgent = [one for one in ENGLAND.contacts if one.urgent]
    assert [one.contact for one in urgent] == ["999"]


def test_a_number_that_only_the_office_knows_is_empty_and_never_invented() -> None:
    """Duty desks and managers have no number here; what is shipped is not stated as certain."""
    local = {one.id for one in ENGLAND.contacts if not one.contact}
    assert local == {"social_care", "out_of_hours", "manager"}
    assert not any(one.source.certain for one in ENGLAND.contacts)


def test_a_referral_is_found_by_the_id_that_an_action_keeps() -> None:
    """Ids are stored with actions; an unknown one gives nothing."""
    found = ENGLAND.referral("nrm")
    assert found is not None
    assert "consent is not needed" in found.note
    assert ENGLAND.referral("nobody") is None


def test_a_contact_for_nobody_that_must_be_told_is_a_fault() -> None:
    """Only the four who must each be told have contacts."""
    contact = '\n[[contact]]\nid = "x"\ntold = "press"\nname = "X"\nsource = "Nobody."\n'
    data = WRITTEN + contact + 'checked = "2026-11-22"\ncertain = false\n'
    (found,) = loader.check(data.encode())
    assert (found.code, found.where) == ("told_unknown", "contact[1] x.told")


def test_a_number_for_a_child_is_the_number_of_the_helpline() -> None:
    """It is written twice, large and with words, and must not differ."""
    assert [line.id for line in ENGLAND.for_children if line.number not in line.contact] == []
    assert {"missing_people", "childline", "emergency"} <= {x.id for x in ENGLAND.for_children}


def test_a_child_can_ask_get_an_advocate_and_complain() -> None:
    """Each with source and day; whom to ring about it is a number that a child's paper can hold."""
    assert ENGLAND.asks
    rights = (*ENGLAND.asks, *ENGLAND.advocates, *ENGLAND.complaints)
    numbers = {"", *(line.id for line in ENGLAND.for_children)}
    assert all(right.source.words and right.helpline in numbers for right in rights)
    (advocate,), (complaint,) = ENGLAND.advocates, ENGLAND.complaints
    assert advocate.helpline != complaint.helpline


def test_no_right_is_certain_that_was_only_generally_said() -> None:
    """A child must not be promised what nobody looked up."""
    rights = (*ENGLAND.asks, *ENGLAND.advocates, *ENGLAND.complaints)
    assert {right.id for right in rights if not right.source.certain} == {
        *("ways_to_talk", "see_it", "complaint")
    }
    for right in rights:
        assert right.source.certain is not right.source.words.startswith("Generally said")


def test_a_right_with_a_fault_is_named_with_its_place() -> None:
    """As every other table of a profile."""
    right = '\n[[ask]]\nid = "x"\nsource = "Nobody."\nchecked = "2026-11-22"\ncertain = false\n'
    (found,) = loader.check((WRITTEN + right).encode())
    assert (found.code, found.where) == ("field_missing", "ask[1] x.words")
    whole = right.replace('id = "x"', 'id = "x"\nwords = "To ask"')
    assert loader.load((WRITTEN + whole).encode()).asks[0].words == "To ask"
    (double,) = loader.check((WRITTEN + whole + whole).encode())
    assert (double.code, double.where) == ("id_duplicate", "ask[2] x.id")
