"""Claims about the page of figures: true numbers, a sound file, and nobody in it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import page
import pytest

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain.counting import Figures, Group, NotHeld, Quarter, Step
from rhi_desktop.domain.ending import LateReason
from rhi_desktop.export.content import ReportData
from rhi_desktop.export.figure import BarKind, Bars
from rhi_desktop.export.figures_pages import (
    Counted,
    FiguresSeal,
    figures_account,
    figures_data,
)
from rhi_desktop.export.pdf.draw import draw
from tests.unit.export import samples
from tests.unit.export.printed import flat, words

SHOWN = Figures(
    (
        (Step.CAME_BACK, 214),
        (Step.NEEDED, 205),
        (Step.OFFERED, 196),
        (Step.HELD, 131),
        (Step.IN_TIME, 92),
    ),
    (
        Group(("0-24",), 21),
        Group(("24-48",), 34),
        Group(("48-72",), 37),
        Group(("72-96",), 16),
        Group(("96-120", "120-"), 23),
    ),
    55,
    (
        Group((LateReason.TOLD_LATE.value,), 21),
        Group((LateReason.CHILD_ASKED_FOR_LATER.value,), 9),
        Group((LateReason.MISSING_AGAIN.value, LateReason.OTHER.value), 9),
    ),
    (
        Group((NotHeld.DECLINED.value,), 38),
        Group((NotHeld.NOT_REACHED.value,), 17),
        Group((NotHeld.MISSING_AGAIN.value, NotHeld.OPEN.value), 10),
    ),
)
QUARTER = Quarter(2026, 1)


def counted(figures: Figures = SHOWN) -> Counted:
    """The figures of a quarter."""
    return Counted(figures, QUARTER, 72, "England")


def made(figures: Figures = SHOWN) -> ReportData:
    """The page, fixed a week after the quarter."""
    by, salt = samples.signed_by(), "5a" * 32
    digest = seal_digest(figures_account(counted(figures), by), salt)
    seal = FiguresSeal("figures-1", datetime(2026, 4, 7, 9, 30, tzinfo=UTC), salt, digest)
    return figures_data(counted(figures), seal, by)


def bars(data: ReportData, key: str) -> Bars:
    """The chart of one section."""
    (section,) = (one for one in data.sections if one.key == key)
    (block,) = (one for one in section.blocks if isinstance(one, Bars))
    return block


def test_each_step_says_its_share_and_both_denominators_stand() -> None:
    """In time of those held, and of those offered as well."""
    rows = bars(made(), "figures_heard").rows
    assert [row.count for row in rows] == [214, 205, 196, 131, 92]
    assert rows[1].cells == ("A talk was needed", "205", "96 % of 214")
    assert rows[4].cells[2] == "70 % of 131\n47 % of 196 offered"
    assert "131 of 196 who were offered a talk had one" in flat(made().mast.lead)


def test_what_came_past_the_hours_looks_otherwise() -> None:
    """Hatched past the hours of the rule, solid within, outlined across."""
    rows = bars(made(), "figures_took").rows
    assert [row.cells[0] for row in rows] == [
        "to 24",
        "24 to 48",
        "48 to 72",
        "72 to 96",
        "over 96",
    ]
    assert [row.kind for row in rows][2:] == [BarKind.SOLID, BarKind.HATCHED, BarKind.HATCHED]
    across = replace(SHOWN, hours=(Group(("0-24", "24-48", "48-72", "72-96"), 20),))
    (row,) = bars(made(across), "figures_took").rows
    assert (row.cells[0], row.kind) == ("to 96", BarKind.OUTLINED)


def test_joined_groups_are_named_together() -> None:
    """Every part of a joined group stands in its row."""
    rows = bars(made(), "figures_late").rows
    assert [row.cells for row in rows][-1] == ("Missing again; another reason, or none", "9")


@pytest.mark.parametrize("figures", [SHOWN, Figures(), replace(SHOWN, steps=SHOWN.steps[:2])])
def test_the_file_is_sound_and_its_record_fits(figures: Figures) -> None:
    """With all figures, with few, and with none at all; byte for byte the same twice."""
    report = made(figures)
    data = draw(report)
    assert all(page.is_pdf_compliant_bytes(data, profile=profile) for profile in ("3a", "ua1"))
    assert draw(report) == data
    record = json.loads(report.record)
    assert seal_digest(record["account"], record["seal"]["salt"]) == record["seal"]["digest"]


def test_too_few_are_said_to_be_too_few() -> None:
    """A quarter with four children has a page without a number."""
    report = made(Figures())
    assert "Too few" in flat(report.mast.lead)
    said = " ".join(words(section) for section in report.sections)
    assert "0 %" not in said
