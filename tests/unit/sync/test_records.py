"""A record outside the vault: its plain form, and the shape its content must have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

import pytest

from rhi_desktop.domain.bodies import BODIES
from rhi_desktop.domain.canonical import Plain
from rhi_desktop.domain.drawing import MOST
from rhi_desktop.domain.plain import NotPlainError
from rhi_desktop.domain.record import Kind, packs_of
from rhi_desktop.sync.records import (
    PARENTS,
    check_body,
    is_digest,
    is_id,
    parents,
    record_from,
    record_plain,
)
from tests.unit.sync.people import PACK, case_records, edited, line_record
from tests.unit.sync.whole import ADDENDUM, first, whole_records

FIRST = line_record(1)
SECOND = edited(FIRST, "other words")


def test_a_record_comes_back_as_it_went() -> None:
    """Every field, first and later revisions."""
    for record in (*case_records(), FIRST, SECOND):
        assert record_from(record_plain(record)) == record


def test_every_kind_has_a_shape() -> None:
    """No kind travels unchecked, and every field that names another record is followed.

    But for those of a pack, and two that only point: a card may be known before the lines on it,
    and an action may move to another view.
    """
    assert set(BODIES) == set(PARENTS) == set(Kind)
    of_packs = {"question_id", "set_id", "indicator_id"}
    pointing = {Kind.ENTITY: {"line_ids"}, Kind.ACTION: {"thread_id"}}
    for kind, wanted in BODIES.items():
        names = {field.name for field in fields(wanted)} - of_packs - pointing.get(kind, set())
        links = {name for name in names if name.endswith(("_id", "_ids"))}
        assert links == {name for name, _ in PARENTS[kind]}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "../../etc/passwd"),
        ("id", "C:\\Windows"),
        ("id", "a/b"),
        ("id", ".."),
        ("id", ""),
        ("id", "-rf"),
        ("id", "a" * 65),
        ("id", "caf\u00e9"),
        ("id", "a\n"),
        ("id", 7),
        ("id", None),
        ("case_id", "/root"),
        ("author", "a b"),
        ("device", "\0"),
        ("kind", "unknown"),
        ("kind", None),
        ("revision", 0),
        ("revision", -1),
        ("revision", True),
        ("revision", "1"),
        ("revision", 2),
        ("previous", "a" * 64),
        ("previous", None),
        ("at", "2026-03-10T16:05:00.000000"),
        ("at", "2026-03-10T16:05:00+00:00"),
        ("at", "2026-03-10T17:05:00.000000+01:00"),
        ("at", "0001-01-01T00:00:00.000000+23:00"),
        ("at", "today"),
        ("at", 7),
        ("salt", "a" * 63),
        ("salt", "A" * 64),
        ("salt", ""),
        ("digest", "a" * 65),
        ("digest", None),
        ("body", []),
        ("body", None),
        ("more", ""),
    ],
)
def test_an_envelope_with_an_odd_field_is_refused(name: str, value: Plain) -> None:
    """Identifiers that could be paths, times without zone, digests that are none, surplus."""
    with pytest.raises(NotPlainError):
        record_from(record_plain(FIRST) | {name: value})


@pytest.mark.parametrize("name", sorted(record_plain(FIRST)))
def test_an_envelope_without_a_field_is_refused(name: str) -> None:
    """Nothing has a default in an envelope."""
    plain = record_plain(FIRST)
    del plain[name]
    with pytest.raises(NotPlainError):
        record_from(plain)


@pytest.mark.parametrize("plain", [None, 7, "record", [], [1]])
def test_what_is_no_object_is_no_record(plain: Plain) -> None:
    """Refused, not an accident."""
    with pytest.raises(NotPlainError):
        record_from(plain)


def test_a_later_revision_names_the_one_before() -> None:
    """Without that nobody could tell where it goes on."""
    with pytest.raises(NotPlainError):
        record_from(record_plain(SECOND) | {"previous": ""})


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "line-2"},
        {"voice": "loud"},
        {"voice": 1},
        {"voice": None},
        {"words": None},
        {"words": 7},
        {"number": "1"},
        {"number": True},
        {"come_back": 1},
        {"heard_at": "2026-03-10"},
        {"heard_at": "2026-03-10T17:05:00.000000+01:00"},
        {"heard_at": None},
        {"struck_at": "never"},
        {"topics": "why"},
        {"topics": ["other"]},
        {"topics": [["why"]]},
        {"rendering": {}},
        {"rendering": {"text": "a", "language": "b", "by": "c", "d": ""}},
        {"more": ""},
    ],
)
def test_a_body_with_an_odd_field_is_refused(changes: dict[str, Plain]) -> None:
    """Wrongly typed, another spelling of the same time, surplus, or another id."""
    check_body(FIRST)
    with pytest.raises(NotPlainError):
        check_body(replace(FIRST, body=FIRST.body | changes))


@pytest.mark.parametrize("year", ["1899", "2200"])
def test_a_time_in_nobodys_life_is_refused(year: str) -> None:
    """In the body as in the envelope, a day as a time."""
    heard = f"{year}-06-01T12:00:00.000000+00:00"
    with pytest.raises(NotPlainError):
        check_body(replace(FIRST, body={**FIRST.body, "heard_at": heard}))
    with pytest.raises(NotPlainError):
        check_body(replace(FIRST, at=FIRST.at.replace(year=int(year))))
    case = case_records()[0]
    born: dict[str, Plain] = {"initials": "M.T.", "born": f"{year}-06-01"}
    with pytest.raises(NotPlainError):
        check_body(replace(case, body={**case.body, "child": born}))


def test_a_body_of_another_case_is_refused() -> None:
    """The envelope says whose file it is, and the body may not say otherwise."""
    episode = case_records()[1]
    with pytest.raises(NotPlainError):
        check_body(replace(episode, case_id="case-2"))


def without(body: Mapping[str, Plain], name: str) -> dict[str, Plain]:
    """A body that lacks one field."""
    return {key: value for key, value in body.items() if key != name}


def test_a_field_that_joined_later_may_be_missing() -> None:
    """Bundles of an older version are read; a field that was always there is needed."""
    check_body(replace(FIRST, body=without(FIRST.body, "keep_from")))
    with pytest.raises(NotPlainError):
        check_body(replace(FIRST, body=without(FIRST.body, "words")))


def test_a_body_of_another_kind_is_refused() -> None:
    """A line is no answer."""
    with pytest.raises(NotPlainError):
        check_body(replace(FIRST, kind=Kind.ANSWER))


def test_parents_are_what_a_record_hangs_on() -> None:
    """Case and episodes for an interview, the interview for a line, nothing for a case."""
    case, _, interview, report = case_records()
    assert parents(interview) == ((Kind.CASE, "case-1"), (Kind.EPISODE, "episode-1"))
    assert parents(FIRST) == parents(report) == ((Kind.INTERVIEW, "interview-1"),)
    assert parents(case) == ()


def test_ids_and_digests_are_told_by_their_form() -> None:
    """Short runs of plain letters; 64 lower-case hexadecimal digits."""
    assert is_id("0k3v-x_9")
    assert not is_id("a.b")
    assert is_digest("0123456789abcdef" * 4)
    assert not is_digest("0123456789ABCDEF" * 4)


def test_every_kind_of_the_whole_job_comes_back_as_it_went() -> None:
    """Envelope and body, and the body has its shape."""
    found = (*whole_records(), first(Kind.ADDENDUM, ADDENDUM))
    assert {record.kind for record in (*case_records(), *found, FIRST)} | {
        *(Kind.ATTEMPT, Kind.ANSWER, Kind.PLAN_LINE, Kind.SEAL, Kind.REVIEW)
    } == set(Kind)
    for record in found:
        assert record_from(record_plain(record)) == record
        check_body(record)


@pytest.mark.parametrize(
    "points", [[], [1], [1, 2, 3], [-1, 0], [10_001, 0], [0, 7_501], [2**52, 0]]
)
def test_a_stroke_beside_the_paper_is_refused(points: list[Plain]) -> None:
    """Whoever draws it would draw somewhere else, or for ever."""
    drawing = next(record for record in whole_records() if record.kind is Kind.DRAWING)
    odd: dict[str, Plain] = {**drawing.body, "strokes": [{"points": points, "width": 60}]}
    with pytest.raises(NotPlainError):
        check_body(replace(drawing, body=odd))


def test_more_than_fits_on_a_sheet_is_refused() -> None:
    """In one stroke or in many: nobody's report has to draw for ever."""
    drawing = next(record for record in whole_records() if record.kind is Kind.DRAWING)
    full: list[Plain] = [1, 2] * (MOST // 2)
    stroke: dict[str, Plain] = {"points": full, "width": 60}
    check_body(replace(drawing, body={**drawing.body, "strokes": [stroke, stroke]}))
    dot: dict[str, Plain] = {"points": [1, 2], "width": 60}
    with pytest.raises(NotPlainError):
        check_body(replace(drawing, body={**drawing.body, "strokes": [stroke, stroke, dot]}))


def test_the_packs_of_an_interview_are_all_its_packs() -> None:
    """The first and those beside it; what is no pack, and no other kind, has none."""
    interview = case_records()[2]
    beside: list[Plain] = [{"name": "plan_v1", "digest": "a" * 64}, {"name": "odd"}, "odd"]
    found = replace(interview, body={**interview.body, "packs": beside})
    assert packs_of(found) == (PACK, "a" * 64)
    assert packs_of(interview) == (PACK,)
    assert packs_of(replace(interview, body={**interview.body, "packs": None})) == (PACK,)
    assert packs_of(FIRST) == ()
