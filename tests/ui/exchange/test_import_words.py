"""Claims about what a bundle would bring: every kind of record is counted and can be named."""

from __future__ import annotations

import pytest

from rhi_desktop.domain.record import Kind
from rhi_desktop.ui.exchange.finding_words import finding_rows, thing_words
from rhi_desktop.ui.exchange.import_contents import Contents
from rhi_desktop.ui.exchange.import_words import apart_words, count_rows
from tests.unit.sync.people import case_records, line_record
from tests.unit.sync.whole import whole_records

pytestmark = pytest.mark.usefixtures("qtbot")

NOT_COUNTED = {Kind.INTERVIEW, Kind.SEAL}
"""They say how far a talk has come; the report and the lines are counted."""


def holding(*kinds: Kind) -> Contents:
    """What a bundle with one new record of each of these would bring."""
    return Contents(("R-0142",), "M.T.", dict.fromkeys(kinds, 1), 0, {}, (), (), (), ())


@pytest.mark.parametrize("kind", [one for one in Kind if one not in NOT_COUNTED])
def test_no_kind_of_record_comes_unseen(kind: Kind) -> None:
    """One row for it, whatever comes alone."""
    (row,) = count_rows(holding(kind))
    assert row[0] == 1
    assert row[1]
    assert "(s)" not in row[1]


def test_a_disclosure_comes_with_its_steps() -> None:
    """In one row; steps to a disclosure that is here already stand alone."""
    both = {Kind.DISCLOSURE: 2, Kind.DISCLOSURE_STEP: 5}
    assert [row for row in finding_rows(both) if row[0]] == [(2, "disclosures, with 5 steps")]
    alone = [row for row in finding_rows({Kind.DISCLOSURE_STEP: 1}) if row[0]]
    assert alone == [(1, "step of a disclosure")]


def test_an_addendum_comes_with_its_file() -> None:
    """In one row; it is not told as one more report."""
    both = count_rows(Contents((), "", {Kind.ADDENDUM: 2, Kind.REPORT: 3}, 0, {}, (), (), (), ()))
    assert both == ((1, "signed report"), (2, "addenda to a report"))


def test_whatever_stays_apart_is_named_and_not_quoted() -> None:
    """Each kind in its own words, and not a word of what it says."""
    names = [thing_words(kind) for kind in Kind]
    assert len(set(names)) == len(names)
    for record in (*case_records(), *whole_records(), line_record(1)):
        apart = Contents((), "", {}, 0, {}, (), (record,), (), ())
        said = apart_words(apart)
        for secret in ("Dex", "he hit me", "a view", "Older friends", "Mars"):
            assert secret not in said
