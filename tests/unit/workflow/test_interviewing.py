"""Claims about keeping, sorting and ending a conversation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import DraftInterview, Outcome, ReadBack
from rhi_desktop.domain.line import REPLACEMENT, Topic, Typed, Voice, read_typed
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import FormError, VaultError
from rhi_desktop.store import records
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.casework import open_case
from rhi_desktop.workflow.entries import NewAnswer
from rhi_desktop.workflow.practising import load_practice
from rhi_desktop.workflow.workspace import Workspace


@pytest.fixture
def talk(workspace: Workspace, moment: Moment) -> InterviewId:
    """An interview that has just begun."""
    case_id = load_practice(workspace, moment)
    episodes = open_case(workspace, case_id, moment.now).episodes
    return interviewing.start(workspace, case_id, [episodes[0].episode.id], moment)


def draft(ws: Workspace, talk: InterviewId) -> DraftInterview:
    """The interview as it stands."""
    found = interviewing.load(ws, talk)
    assert isinstance(found, DraftInterview)
    return found


def test_a_line_is_kept_as_typed_and_comes_back_so(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Voice, words, flag, tags and the time of hearing are what was given."""
    typed = read_typed("> he said @Dex paid  twice !")
    kept = interviewing.keep_line(workspace, talk, typed, moment, told_by="Nan")
    assert draft(workspace, talk).account.lines == (kept,)
    assert (kept.number, kept.voice, kept.words) == (1, Voice.TOLD, "he said @Dex paid  twice")
    assert (kept.told_by, kept.tags, kept.come_back) == ("Nan", ("@Dex",), True)
    assert kept.heard_at == moment.now


def test_numbers_follow_the_order_of_keeping_and_are_never_used_twice(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """A struck line keeps its number, so that the next one gets a new one."""
    first = interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "one"), moment)
    interviewing.strike_line(workspace, first, moment)
    second = interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "two"), moment)
    assert (first.number, second.number) == (1, 2)


def test_a_line_without_words_is_not_kept(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """There is nothing to keep in white space."""
    with pytest.raises(ValueError, match="without words"):
        interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, " \n"), moment)
    assert draft(workspace, talk).account.lines == ()


def test_half_a_surrogate_pair_stands_as_a_replacement_sign(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """What no page can hold is shown where it stood; all else is kept."""
    kept = interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "a\ud800b \u0000c"), moment)
    assert kept.words == f"a{REPLACEMENT}b {REPLACEMENT}c"


def test_former_words_stay_as_the_earlier_revision(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """An edit adds a revision and takes nothing away."""
    kept = interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "we sat"), moment)
    interviewing.edit_line(workspace, kept, "we sat there", moment)
    bodies = [record.body for record in records.revisions(workspace.store, Kind.LINE, kept.id)]
    assert [body["words"] for body in bodies] == ["we sat", "we sat there"]


def test_a_page_that_shows_an_old_line_undoes_nothing(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Each act changes what its name says, on the newest revision."""
    old = interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "we sat"), moment)
    interviewing.sort_line(workspace, old, [Topic.WHERE], moment)
    interviewing.set_voice(workspace, old, Voice.TOLD, "Nan", moment)
    interviewing.flag_line(workspace, old, moment, come_back=True)
    interviewing.keep_from(workspace, old, ["Mum"], moment)
    last = interviewing.edit_line(workspace, old, "we sat there", moment)
    assert (last.topics, last.voice, last.told_by) == ((Topic.WHERE,), Voice.TOLD, "Nan")
    assert (last.come_back, last.keep_from, last.words) == (True, ("Mum",), "we sat there")


def test_an_act_that_changes_nothing_writes_nothing(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Sorting a line where it is already makes no revision."""
    kept = interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "we sat"), moment)
    interviewing.sort_line(workspace, kept, [], moment)
    assert records.revision_of(workspace.store, Kind.LINE, kept.id) == 1


def test_a_struck_line_stays_with_who_struck_it_and_can_come_back(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Striking takes a line out of what stands, not out of the record."""
    kept = interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "we sat"), moment)
    struck = interviewing.strike_line(workspace, kept, moment)
    assert struck.struck_by == workspace.interviewer.name
    assert draft(workspace, talk).account.standing == ()
    assert interviewing.restore_line(workspace, struck, moment) == kept


def test_a_topic_that_holds_a_line_needs_no_reason_any_more(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """The reason goes when something heard is sorted there, and not for a question of ours."""
    interviewing.account_for(workspace, talk, Topic.WHY, Blank.NOT_KNOWN, "", moment)
    asked = interviewing.keep_line(workspace, talk, Typed(Voice.ASKED, "Why?"), moment)
    interviewing.sort_line(workspace, asked, [Topic.WHY], moment)
    assert draft(workspace, talk).account.blank_of(Topic.WHY) is not None
    said = interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "just went"), moment)
    interviewing.sort_line(workspace, said, [Topic.WHY], moment)
    assert draft(workspace, talk).account.blank_of(Topic.WHY) is None


def test_a_reason_for_a_blank_topic_can_be_changed_and_taken_back(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """One topic has at most one reason, in the order of the report."""
    interviewing.account_for(workspace, talk, Topic.HOW, Blank.NOT_REACHED, "", moment)
    interviewing.account_for(workspace, talk, Topic.WHY, Blank.NOT_ASKED, "asleep", moment)
    changed = interviewing.account_for(workspace, talk, Topic.HOW, Blank.NOT_KNOWN, "", moment)
    assert [blank.topic for blank in changed.blanks] == [Topic.WHY, Topic.HOW]
    back = interviewing.account_for(workspace, talk, Topic.HOW, None, "", moment)
    assert [blank.topic for blank in back.blanks] == [Topic.WHY]


def test_a_second_answer_is_a_revision_of_the_first(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """One question has one answer, and its history."""
    first = interviewing.answer(workspace, talk, NewAnswer("planned", ("sudden",)), moment)
    declined = NewAnswer("planned", blank=Blank.CHOSE_NOT_TO_SAY)
    second = interviewing.answer(workspace, talk, declined, moment)
    assert second.id == first.id
    assert draft(workspace, talk).account.answers == (second,)


def test_an_end_keeps_its_first_time_and_can_be_opened_again(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Ending twice does not make a talk longer; opening it again takes the end away."""
    later = replace(moment, now=moment.now + timedelta(minutes=9))
    interviewing.finish(workspace, talk, Outcome.COMPLETED, ReadBack.NOT_DONE, moment)
    ended = interviewing.finish(workspace, talk, Outcome.COMPLETED, ReadBack.DONE, later)
    assert (ended.ended_at, ended.read_back) == (moment.now, ReadBack.DONE)
    opened = interviewing.finish(workspace, talk, None, ReadBack.DONE, later)
    assert opened.ended_at is None


def test_prompts_come_from_the_pack_the_talk_was_started_with(
    workspace: Workspace, talk: InterviewId
) -> None:
    """A vault that lost that pack says so instead of asking other questions."""
    found = draft(workspace, talk)
    assert interviewing.prompts(workspace, found)
    with pytest.raises(FormError) as refused:
        interviewing.pack_of(replace(workspace, packs=()), found)
    assert refused.value.code == "pack_unknown"


def test_an_interview_that_is_not_here_is_named_missing(workspace: Workspace) -> None:
    """A wrong id is refused by its code."""
    with pytest.raises(VaultError) as refused:
        interviewing.load(workspace, InterviewId("nowhere"))
    assert refused.value.code == "record_missing"


def test_an_interview_is_about_an_episode(workspace: Workspace, moment: Moment) -> None:
    """Without one there is nothing to talk about."""
    case_id = load_practice(workspace, moment)
    with pytest.raises(ValueError, match="at least one"):
        interviewing.start(workspace, case_id, [], moment)
