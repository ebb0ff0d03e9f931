"""Claims about figures of a real vault: counted where they stand, signed, checked, and logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.domain.counting import Figures, Quarter, Step
from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.given import GivenKind
from rhi_desktop.domain.given import Method as Way
from rhi_desktop.domain.interview import Outcome
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.pdf.verify import Outcome as Judged
from rhi_desktop.workflow import casework, closing, counting, interviewing, reviewing, signing
from rhi_desktop.workflow.entries import NewAttempt, NewCase, NewEpisode
from rhi_desktop.workflow.exporting import Leaving
from rhi_desktop.workflow.workspace import Workspace

BACK = datetime(2026, 1, 20, 6, 0, tzinfo=UTC)
WINTER = Quarter(2026, 1)


def came_back(ws: Workspace, moment: Moment, number: int, day: int, end: Outcome | None) -> None:
    """A child who came back on a day; heard ten hours later, or how it ended, or nothing yet."""
    back = BACK + timedelta(days=day)
    at = replace(moment, now=back + timedelta(hours=10))
    seen = NewEpisode(last_seen=back - timedelta(hours=8), returned=back)
    case = casework.open_file(ws, NewCase(f"R-{number:04}", Child(initials="K.R.")), seen, at)
    (away,) = casework.open_case(ws, case, at.now).episodes
    asked = NewAttempt(
        away.episode.id, back + timedelta(hours=2), Method.PHONE, OfferedTo.CHILD, Reply.ACCEPTED
    )
    casework.record_attempt(ws, asked, at)
    if end is Outcome.COMPLETED:
        interviewing.start(ws, case, [away.episode.id], at)
    elif end is not None:
        closing.settle(ws, None, away.episode, end, Ending(why="Said so."), at)


def count(ws: Workspace, quarter: Quarter = WINTER) -> Figures | None:
    """The figures of a quarter by the hours of the profile."""
    return counting.count(ws.store.folder, ws.store.keys, quarter, ws.profile.hours)


def test_times_away_are_counted_where_they_ended(workspace: Workspace, moment: Moment) -> None:
    """Those of the quarter and no other; who was heard, who said no, for whom none was needed."""
    for number in range(7):
        came_back(workspace, moment, number, number, Outcome.COMPLETED)
    for number in range(7, 12):
        came_back(workspace, moment, number, number, Outcome.DECLINED_BY_CHILD)
    for number in range(12, 17):
        came_back(workspace, moment, number, number, Outcome.NOT_REQUIRED)
    came_back(workspace, moment, 17, 100, Outcome.COMPLETED)
    found = count(workspace)
    assert found is not None
    assert found.steps == (
        (Step.CAME_BACK, 17),
        (Step.NEEDED, 12),
        (Step.OFFERED, 12),
        (Step.HELD, 7),
        (Step.IN_TIME, 7),
    )
    assert found.half_within == 10
    assert [group.parts for group in found.not_held] == [("declined",)]
    assert count(workspace, WINTER.next) == Figures(())


def test_counting_stops_when_asked(workspace: Workspace, moment: Moment) -> None:
    """Nothing comes back then."""
    came_back(workspace, moment, 1, 1, None)
    ws = workspace
    stopped = counting.count(ws.store.folder, ws.store.keys, WINTER, 72, stopped=lambda: True)
    assert stopped is None


def test_the_page_is_signed_genuine_and_logged(
    workspace: Workspace, moment: Moment, tmp_path: Path
) -> None:
    """The verifier says what it is; no copy stays in the vault, but who got it does."""
    for number in range(6):
        came_back(workspace, moment, number, number, Outcome.COMPLETED)
    at = replace(moment, now=datetime(2026, 4, 7, 9, tzinfo=UTC))
    shown = count(workspace)
    assert shown is not None
    what = counting.counted(workspace, WINTER, shown)
    job = counting.prepare_figures(workspace, what, at)
    signed = signing.sign(job, signing.draw(job), at)
    verdict = reviewing.verify(signed.data, reviewing.pins(workspace))
    assert (verdict.outcome, verdict.variant) == (Judged.GENUINE, Variant.AGGREGATE)
    assert not verdict.awaits_supervisor
    path = tmp_path / counting.suggested_name(WINTER)
    leaving = Leaving("Harrowmere Council", "Commissioner", "Quarter report", Way.EMAIL)
    note = counting.save_figures(workspace, signed, path, leaving, at)
    assert path.read_bytes() == signed.data
    assert counting.figures_given(workspace) == (note,)
    assert (note.kind, note.case_id, len(note.sha256)) == (GivenKind.AGGREGATE, "", 64)


def test_only_quarters_that_are_over_are_offered() -> None:
    """The newest first, over the turn of the year."""
    found = counting.quarters(datetime(2026, 3, 31, 22, 30, tzinfo=UTC), 3)
    assert found == (Quarter(2025, 4), Quarter(2025, 3), Quarter(2025, 2))
    assert counting.quarters(datetime(2026, 3, 31, 23, 30, tzinfo=UTC), 1) == (WINTER,)
