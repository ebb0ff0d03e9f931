"""Domain values and plain mappings: one strict rule for every dataclass."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.card import Card
from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId, LineId, PersonId
from rhi_desktop.domain.line import Line, Rendering, Topic, Voice
from rhi_desktop.domain.person import Child, Interviewer
from rhi_desktop.domain.plain import NotPlainError, from_plain, later, to_plain

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
PERSON = Interviewer(PersonId("p"), "Ash", "interviewer", "Lantern Row")


@dataclass(frozen=True, slots=True)
class Odd:
    """Fields of shapes that no domain value has."""

    either: int | str = 0


def test_times_leave_in_utc_with_microseconds() -> None:
    """However a time was written, its bytes are the same."""
    east = NOON.astimezone(timezone(timedelta(hours=3)))
    episode = Episode(EpisodeId("e"), CaseId("c"), returned=east)
    plain = to_plain(episode)
    assert isinstance(plain, dict)
    assert plain["returned"] == "2026-03-10T12:00:00.000000+00:00"
    assert plain["accuracy"] == "exact"
    assert from_plain(Episode, plain) == replace(episode, returned=NOON)


def test_bytes_and_days_come_back() -> None:
    """Certificates travel as hexadecimal, birthdays as ISO days."""
    card = Card(PERSON, b"\x00\xff", "age1x", NOON, "ab")
    assert from_plain(Card, to_plain(card)) == card
    child = Child("M.T.", born=date(2012, 2, 29))
    assert from_plain(Child, to_plain(child)) == child


def test_a_field_that_a_later_version_added_takes_its_default() -> None:
    """An old record stays readable; a field without default is still asked for."""
    assert from_plain(Child, {"initials": "M.T."}) == Child("M.T.")
    with pytest.raises(NotPlainError):
        from_plain(Child, {"called": "Min"})


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        "text",
        {"initials": "M.T.", "shoe": 1},
        {"initials": None},
        {"initials": 5},
        {"initials": "M.T.", "born": "30/01/2026"},
        {"initials": "M.T.", "born": "20120229"},
        {"initials": "M.T.", "born": 20260130},
    ],
)
def test_wrong_shapes_are_refused_by_the_name_of_the_field(plain: Plain) -> None:
    """Missing, surplus and wrongly typed fields end the reading; no content is shown."""
    with pytest.raises(NotPlainError) as caught:
        from_plain(Child, plain)
    assert "M.T." not in str(caught.value)
    assert "30/01" not in str(caught.value)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("accuracy", "rough"),
        ("accuracy", True),
        ("returned", "yesterday"),
        ("returned", "2026-03-10T12:00:00"),
        ("returned", "0001-01-01T00:00:00.000000+23:59"),
        ("returned", "2026-03-10T12:00:00+00:00"),
        ("returned", "2026-03-10T15:00:00.000000+03:00"),
        ("returned", {}),
        ("id", ["e"]),
    ],
)
def test_wrong_leaves_are_refused(key: str, wrong: Plain) -> None:
    """An enumeration takes only its values, a time only a time, an id only text."""
    plain = to_plain(Episode(EpisodeId("e"), CaseId("c")))
    assert isinstance(plain, dict)
    with pytest.raises(NotPlainError, match=f"[.]{key}"):
        from_plain(Episode, plain | {key: wrong})


def test_a_time_means_the_same_on_every_machine() -> None:
    """Only the one spelling in UTC is read: a time without zone is refused, not taken as local."""
    plain = to_plain(Card(PERSON, b"\xab", "age1x", NOON, "ab"))
    assert isinstance(plain, dict)
    for key, other in (("certificate", "AB"), ("certificate", "a b"), ("made_at", "2026-03-10")):
        with pytest.raises(NotPlainError):
            from_plain(Card, plain | {key: other})


@pytest.mark.parametrize(("key", "wrong"), [("number", True), ("come_back", 1), ("number", "1")])
def test_a_flag_and_a_number_never_stand_in_for_each_other(key: str, wrong: Plain) -> None:
    """True is not 1, 1 is not true, and a digit is no number."""
    line = Line(LineId("l"), InterviewId("i"), 1, Voice.CHILD, "words", NOON)
    plain = to_plain(line)
    assert isinstance(plain, dict)
    assert from_plain(Line, plain) == line
    with pytest.raises(NotPlainError, match=f"[.]{key}"):
        from_plain(Line, plain | {key: wrong})


def test_a_refusal_carries_no_content_in_any_of_its_parts() -> None:
    """What stood in the wrong place is not in the exception, nor in one that it came from."""
    plain = to_plain(Episode(EpisodeId("e"), CaseId("c")))
    assert isinstance(plain, dict)
    with pytest.raises(NotPlainError) as caught:
        from_plain(Episode, plain | {"accuracy": "words of a child"})
    assert caught.value.__suppress_context__
    assert caught.value.__cause__ is None


def test_shapes_that_no_rule_covers_are_refused_in_both_directions() -> None:
    """Floats, sets and unions of two kinds have no plain form."""
    with pytest.raises(NotPlainError):
        to_plain(1.5)
    with pytest.raises(NotPlainError):
        to_plain(Rendering)
    with pytest.raises(NotPlainError):
        from_plain(Odd, {"either": 1})
    with pytest.raises(NotPlainError):
        from_plain(Odd, {"either": None})
    with pytest.raises(NotPlainError, match="int"):
        from_plain(int, {})
    assert to_plain((Topic.WHY, Accuracy.EXACT)) == ["why", "exact"]


@dataclass(frozen=True, slots=True)
class Strange:
    """A value with a field for which there is no rule, and one that is a list."""

    table: dict[str, str] | None = None
    listed: tuple[str, ...] = ()
    share: float = 0.0


def test_a_field_without_a_rule_and_a_list_that_is_none_are_refused() -> None:
    """Whatever the mapping holds there."""
    assert from_plain(Strange, {"table": None, "listed": ["a"]}) == Strange(None, ("a",))
    odd: list[dict[str, Plain]] = [
        {"table": {}},
        {"listed": "a"},
        {"listed": None},
        {"share": "1.5"},
    ]
    for plain in odd:
        with pytest.raises(NotPlainError):
            from_plain(Strange, plain)


@dataclass(frozen=True, slots=True)
class Grown:
    """A value that got a field after its release."""

    name: str
    added: str = later("")


def test_a_later_field_changes_no_old_bytes() -> None:
    """What was written before a field came has the same form after it, and reads back."""
    assert to_plain(Grown("a")) == {"name": "a"}
    assert from_plain(Grown, {"name": "a"}) == Grown("a")
    assert from_plain(Grown, to_plain(Grown("a", "b"))) == Grown("a", "b")
    assert "b" not in repr(Grown("a", "b")).removeprefix("Grown")
