"""Claims about times away on one clock: true places, true words, and no figure without times."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import page
import pytest

from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.domain.interview import Account
from rhi_desktop.export.figure import Nights
from rhi_desktop.export.nights import nights
from rhi_desktop.export.pdf.draw import draw
from tests.unit.export import whole


def gone(name: str, seen: datetime, hours: float) -> Episode:
    """A time away of so many hours."""
    back = seen + timedelta(hours=hours)
    return Episode(EpisodeId(name), CaseId("case-1"), last_seen=seen, found=back, returned=back)


FOUR = (
    gone("e1", datetime(2025, 10, 11, 14, 30, tzinfo=UTC), 5.33),
    gone("e2", datetime(2025, 11, 28, 20, 15, tzinfo=UTC), 9.08),
    gone("e3", datetime(2026, 1, 23, 21, 5, tzinfo=UTC), 16.67),
    gone("e4", datetime(2026, 3, 6, 21, 40, tzinfo=UTC), 28.58),
)


def test_each_bar_stands_where_the_clock_on_the_wall_stood() -> None:
    """In hours after noon; October was summer time, and nights still stand below each other."""
    (block,) = nights(FOUR)
    assert [round(row.start, 2) for row in block.rows] == [3.5, 8.25, 9.08, 9.67]
    assert block.rows[0].ends == ("15:30", "20:49")
    assert "28\u00a0h\u00a034\u00a0min" in block.rows[3].alt


def test_a_morning_begins_at_the_noon_before() -> None:
    """Nobody leaves to the left of the clock."""
    (block,) = nights((gone("a", datetime(2026, 1, 5, 7, 0, tzinfo=UTC), 2), FOUR[1]))
    assert block.rows[0].start == 19.0


@pytest.mark.parametrize(
    "episodes",
    [
        FOUR[:1],
        (FOUR[0], replace(FOUR[1], last_seen=None)),
        (FOUR[0], replace(FOUR[1], accuracy=Accuracy.DATE_ONLY)),
        (FOUR[0], replace(FOUR[1], returned=FOUR[1].last_seen)),
        (FOUR[0], gone("long", datetime(2026, 1, 1, tzinfo=UTC), 24 * 30)),
    ],
)
def test_there_is_no_figure_of_what_is_not_known(episodes: tuple[Episode, ...]) -> None:
    """One alone, an unknown or rough time, times out of order, a month: the table says it all."""
    assert nights(episodes) == []


def told() -> Account:
    """The whole account, over four times away."""
    account = whole.account()
    case = account.case.id
    episodes = tuple(replace(one, case_id=case) for one in FOUR)
    head = replace(account.interview, episode_ids=tuple(one.id for one in episodes))
    return replace(account, episodes=episodes, interview=head)


def test_the_report_shows_it_above_the_table_and_stays_accessible() -> None:
    """A real table with a figure in each row that says aloud what the bar shows."""
    made = whole.report(told())
    times = next(section for section in made.sections if section.key == "times")
    assert isinstance(times.blocks[0], Nights)
    data = draw(made)
    assert all(page.is_pdf_compliant_bytes(data, profile=profile) for profile in ("3a", "ua1"))
