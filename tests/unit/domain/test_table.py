"""Reading tables that people write: limits, and getters that never stop the reading."""

from __future__ import annotations

import pytest

from rhi_desktop.domain.table import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ITEMS,
    MAX_LINE,
    MAX_TEXT,
    Faults,
    Table,
    parse,
)


def table(**given: object) -> Table:
    """A table of these keys."""
    return Table(given, "", Faults())


def codes(read: Table) -> list[tuple[str, str]]:
    """What was found, as code and place."""
    return [(problem.code, problem.where) for problem in read.faults.found]


def test_what_is_right_leaves_no_fault() -> None:
    """Every getter gives what was written."""
    read = table(
        name="a_1",
        title="A",
        count=3,
        yes=True,
        day="2026-01-31",
        texts={"en": "a", "cy-GB": "b"},
        words=["a", "b"],
        inner={"x": "y"},
        list=[{"id": "one"}],
    )
    assert read.identifier("name") == "a_1"
    assert read.text("title") == "A"
    assert read.whole("count", 1, 3) == 3
    assert read.flag("yes") is True
    assert str(read.day("day")) == "2026-01-31"
    assert read.texts("texts") == (("cy-GB", "b"), ("en", "a"))
    assert read.words("words") == ("a", "b")
    inner = read.table("inner")
    assert inner is not None
    assert inner.text("x") == "y"
    assert [one.where for one in read.tables("list")] == ["list[1] one"]
    read.close()
    assert codes(read) == []


def test_what_is_not_written_may_be_missing_only_where_that_is_allowed() -> None:
    """Optional keys give empty values and no fault; needed ones are named."""
    read = table()
    assert read.text("a", needed=False) == ""
    assert read.flag("b") is False
    assert read.words("c") == ()
    assert read.texts("d", needed=False) == ()
    assert codes(read) == []
    assert read.tables("e") == []
    assert read.table("f") is None
    assert read.day("g") is None
    assert codes(read) == [("field_missing", key) for key in "efg"]


@pytest.mark.parametrize("name", ["", "A", "1a", "a-b", "a b", "é", "a" * 49, "a\n"])
def test_an_identifier_is_a_plain_word(name: str) -> None:
    """What code and records hold for ever is plain ASCII of bounded length."""
    read = table(name=name)
    assert read.identifier("name") == ""
    assert [code for code, _ in codes(read)] == ["text_blank" if not name else "id_form"]


def test_a_list_is_bounded_and_its_items_are_placed() -> None:
    """Too many items end the reading of that list; a wrong one is named by its number."""
    read = table(many=["a"] * (MAX_ITEMS + 1), mixed=["a", 1, {}, " "])
    assert read.words("many") == ()
    assert read.words("mixed") == ("a", "")
    assert codes(read) == [
        ("too_many", "many"),
        ("field_type", "mixed[2]"),
        ("field_type", "mixed[3]"),
        ("text_blank", "mixed[4]"),
    ]


def test_the_place_never_repeats_an_id_that_is_none() -> None:
    """Whatever stands as an id, a place stays short and plain."""
    read = table(list=[{"id": "x" * 1000}, {"id": 5}, {}])
    assert [one.where for one in read.tables("list")] == ["list[1]", "list[2]", "list[3]"]


def test_depth_is_counted_over_tables_and_lists() -> None:
    """Twelve levels are read, thirteen are not."""
    fits = b"a = " + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1)
    assert parse(fits, Faults()) is not None
    faults = Faults()
    assert parse(b"a." * (MAX_DEPTH - 1) + b"a = 1", faults) is not None
    assert parse(b"a." * MAX_DEPTH + b"a = 1", faults) is None
    assert [problem.code for problem in faults.found] == ["too_deep"]


def test_every_limit_is_inclusive() -> None:
    """Exactly as long as allowed is read; one more is named."""
    read = table(text="a" * MAX_TEXT, items=["a"] * MAX_ITEMS)
    assert len(read.text("text")) == MAX_TEXT
    assert len(read.words("items")) == MAX_ITEMS
    assert codes(read) == []
    faults = Faults()
    line = b"#" * MAX_LINE
    whole = b"\n".join([line] * (MAX_BYTES // (MAX_LINE + 1)))
    assert parse(whole, faults) == {}
    assert parse(b"\n" * MAX_BYTES, faults) == {}
    assert faults.found == []
    assert parse(line + b"#", faults) is None
    assert parse(b"\n" * (MAX_BYTES + 1), faults) is None
    assert [problem.code for problem in faults.found] == ["line_too_long", "too_large"]
