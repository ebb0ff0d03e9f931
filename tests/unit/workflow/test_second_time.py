"""Claims about a second time away while one is open, and about names that are new since a talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rhi_desktop.domain.episode import Accuracy, Episode
from rhi_desktop.domain.ids import CaseId, EpisodeId, InterviewId
from rhi_desktop.domain.line import read_typed
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.person import Child
from rhi_desktop.workflow import casework, interviewing, lines, new_since
from rhi_desktop.workflow.entries import NewCase, NewEpisode
from rhi_desktop.workflow.second_time import filled_in, go_on_together
from rhi_desktop.workflow.views import CaseView
from rhi_desktop.workflow.workspace import Workspace

BACK = datetime(2026, 3, 9, tzinfo=UTC)
"""Midnight in London and in UTC alike."""
KNOWN = Episode(EpisodeId("away"), CaseId("case"), returned=BACK, reported_by="Nan")


@pytest.fixture
def case_id(workspace: Workspace, moment: Moment) -> CaseId:
    """A child who came back today."""
    file = NewCase("R-0300", Child("K.O."))
    return casework.open_file(workspace, file, NewEpisode(moment.now), moment)


def view(ws: Workspace, case_id: CaseId, at: Moment) -> CaseView:
    """The case as it stands."""
    return casework.open_case(ws, case_id, at.now)


def test_rule_9_what_was_blank_is_filled_in_and_nothing_else() -> None:
    """What says otherwise is named; what is blank in the new entry takes nothing away."""
    typed = NewEpisode(
        last_seen=BACK - timedelta(days=2), reported_by="The carer", police_reference="P-1"
    )
    found, against = filled_in(KNOWN, typed)
    assert found == replace(KNOWN, last_seen=typed.last_seen, police_reference="P-1")
    assert against == ("reported_by",)
    assert filled_in(KNOWN, NewEpisode()) == (KNOWN, ())


def test_a_day_without_an_hour_and_midnight_are_not_the_same() -> None:
    """How exact a return is comes with the return, and is not changed without a word."""
    day = NewEpisode(returned=BACK, accuracy=Accuracy.DATE_ONLY)
    assert filled_in(KNOWN, day) == (KNOWN, ("returned",))
    assert filled_in(KNOWN, replace(day, accuracy=Accuracy.EXACT)) == (KNOWN, ())
    found, against = filled_in(replace(KNOWN, returned=None), day)
    assert (found.returned, found.accuracy, against) == (BACK, Accuracy.DATE_ONLY, ())


def test_rule_8_one_conversation_is_prepared_about_both(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Where none is there yet; the older time away stands first and keeps its own clock."""
    first = view(workspace, case_id, moment).episodes[0].episode.id
    added = go_on_together(workspace, case_id, None, NewEpisode(moment.now), moment)
    (talk,) = view(workspace, case_id, moment).interviews
    assert talk.head.episode_ids == (first, added)
    assert not talk.head.begun
    assert {one.episode.id for one in view(workspace, case_id, moment).open_episodes} == {
        first,
        added,
    }


def test_rule_8_a_prepared_conversation_takes_the_new_time_away_in(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """No second one beside it."""
    first = view(workspace, case_id, moment).episodes[0].episode.id
    prepared = interviewing.prepare(workspace, case_id, (first,), moment)
    added = go_on_together(workspace, case_id, None, NewEpisode(moment.now), moment)
    (talk,) = view(workspace, case_id, moment).interviews
    assert (talk.head.id, talk.head.episode_ids) == (prepared, (first, added))


def heard(ws: Workspace, case_id: CaseId, at: Moment, *typed: str) -> InterviewId:
    """A talk with these lines."""
    away = view(ws, case_id, at).episodes[0].episode.id
    talk = interviewing.start(ws, case_id, (away,), at)
    for words in typed:
        lines.keep_line(ws, talk, read_typed(words), at)
    return talk


def names(ws: Workspace, case_id: CaseId, at: Moment) -> tuple[str, ...]:
    """What is new, with the talks newest first as the case has them."""
    return new_since.new_names(ws, [one.head for one in view(ws, case_id, at).interviews])


def test_a_name_is_new_when_no_earlier_talk_held_it(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """However it is written; and nothing is new in a first talk."""
    heard(workspace, case_id, moment, "it was @Dex", "by the #canal")
    assert names(workspace, case_id, moment) == ()
    later = replace(moment, now=moment.now + timedelta(days=1))
    heard(workspace, case_id, later, "then @dex and @Kay", "#LimeRoad", "@kay again")
    assert names(workspace, case_id, later) == ("@Kay", "#LimeRoad")


def test_a_struck_line_and_a_prepared_talk_bring_no_name(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """What was taken out is not heard, before or now."""
    first = heard(workspace, case_id, moment, "it was @Dex")
    line = interviewing.load(workspace, first).account.lines[0]
    lines.strike_line(workspace, line, moment)
    later = replace(moment, now=moment.now + timedelta(days=1))
    heard(workspace, case_id, later, "it was @Dex")
    away = view(workspace, case_id, later).episodes[0].episode.id
    interviewing.prepare(workspace, case_id, (away,), later)
    assert names(workspace, case_id, later) == ("@Dex",)
