"""Claims about the picture of the times away: lengths in words, one shape each, any number."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.episode import Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId
from rhi_desktop.ui.cases.ribbon import Away, draw_ribbon, spoken, times_away
from rhi_desktop.ui.theme import theme

NOW = datetime(2026, 3, 10, 14, 30, tzinfo=UTC)
WIDE, HIGH, AXIS = 1200, 128, 62


def away(days: float, hours: float | None, number: int = 0) -> Episode:
    """A time away that began so many days ago."""
    began = NOW - timedelta(days=days)
    returned = None if hours is None else began + timedelta(hours=hours)
    return Episode(EpisodeId(str(number)), CaseId("c"), last_seen=began, returned=returned)


def drawn(times: tuple[Away, ...]) -> QImage:
    """The picture on plain paper."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(theme().colour("surface"))
    painter = QPainter(image)
    draw_ribbon(painter, QRectF(image.rect()), times, NOW)
    painter.end()
    return image


def shapes(image: QImage, token: str) -> int:
    """How many runs of a colour lie on the upper half of the line of shapes."""
    wanted, y, runs, inside = theme().colour(token).rgb(), AXIS - 4, 0, False
    for x in range(WIDE - 3):
        here = image.pixel(x, y) == wanted
        runs += here and not inside
        inside = here
    return runs


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.5, "Under an hour"),
        (1, "1 hour"),
        (5, "5 hours"),
        (12, "1 night"),
        (26, "1 night"),
        (70, "3 nights"),
        (None, "Length not known"),
    ],
)
def test_a_length_is_said_in_hours_or_nights(hours: float | None, words: str) -> None:
    """Without plural signs in brackets; what is not known is not guessed."""
    (one,) = times_away([away(3, hours)])
    assert one.length == words


def test_a_time_away_without_any_time_is_no_shape() -> None:
    """It has no place on a line of months."""
    assert times_away([Episode(EpisodeId("e"), CaseId("c"))]) == ()


def test_the_newest_is_this_one_and_the_words_are_oldest_first() -> None:
    """Episodes come newest first; the picture reads from left to right."""
    times = times_away([away(3, 26), away(80, 5)])
    assert [one.current for one in times] == [False, True]
    assert spoken(times) == "5 hours, Saturday 20 December 2025; 1 night, Saturday 7 March 2026"


def test_every_time_away_is_one_shape(qapp: QApplication) -> None:
    """The current one in the colour of here, the others in the colour of edges."""
    assert qapp is not None
    image = drawn(times_away([away(3, 26), away(40, 70), away(80, 5)]))
    assert (shapes(image, "accent"), shapes(image, "border")) == (1, 2)


def test_156_times_away_stay_on_the_line(qapp: QApplication) -> None:
    """Ten years of them are drawn inside the picture, and quickly enough to scroll."""
    assert qapp is not None
    many = [away(3 + 23 * n, 5 + n, n) for n in range(156)]
    image = drawn(times_away(many))
    assert shapes(image, "accent") == 1
    paper = theme().colour("surface").rgb()
    assert image.pixel(0, AXIS - 30) in {paper, theme().colour("divider").rgb()}


def test_a_laptop_clock_that_is_behind_draws_no_nonsense(qapp: QApplication) -> None:
    """A time away that begins after now stands at the edge."""
    assert qapp is not None
    assert shapes(drawn(times_away([away(-2, 5)])), "accent") == 1
