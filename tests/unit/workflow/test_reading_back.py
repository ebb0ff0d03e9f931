"""Claims about reading back: both versions stay, and what was read is derived, not asserted."""

from __future__ import annotations

import pytest

from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import Account, ReadBack
from rhi_desktop.domain.line import Line, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.reading import Said
from rhi_desktop.workflow import casework, interviewing, practising, reading_back
from rhi_desktop.workflow.workspace import Workspace

TALK = (
    (Voice.ASKED, "Tell me about Sunday"),
    (Voice.CHILD, "I got the train cos nobody was in"),
    (Voice.VIEW, "Nan may be safest"),
    (Voice.TOLD, "Phone was off"),
)


@pytest.fixture
def talk(workspace: Workspace, moment: Moment) -> InterviewId:
    """A short talk: two lines of it are read back."""
    case_id = practising.load_practice(workspace, moment)
    episode = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    found = interviewing.start(workspace, case_id, (episode.id,), moment)
    for voice, words in TALK:
        interviewing.keep_line(workspace, found, Typed(voice, words), moment)
    return found


def stands(ws: Workspace, talk: InterviewId) -> Account:
    """The account as it stands in the vault."""
    return interviewing.load(ws, talk).account


def lines(ws: Workspace, talk: InterviewId) -> tuple[Line, ...]:
    """What is read back."""
    return reading_back.to_read(stands(ws, talk))


def test_our_questions_and_views_are_not_read_back(workspace: Workspace, talk: InterviewId) -> None:
    """A child hears what they said and what others said, not what we make of it."""
    assert [line.words for line in lines(workspace, talk)] == [TALK[1][1], TALK[3][1]]


def test_rule_27_the_child_s_new_wording_stands_beside_the_line(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """The line keeps what was written first, for ever; both versions are in the account."""
    line = lines(workspace, talk)[0]
    said = "it was the bus  actually"
    reading_back.answer_line(workspace, talk, line.id, Said.CHANGED, said, moment)
    account = stands(workspace, talk)
    assert account.lines[1].words == TALK[1][1]
    assert [(one.said, one.words) for one in account.readings] == [(Said.CHANGED, said)]
    with pytest.raises(ValueError, match="without words"):
        reading_back.answer_line(workspace, talk, line.id, Said.CHANGED, " ", moment)


def test_a_later_answer_is_a_revision_of_the_same(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """One reading a line, however often somebody changes their mind."""
    line = lines(workspace, talk)[0]
    first = reading_back.answer_line(workspace, talk, line.id, Said.NOT_NOW, "", moment)
    second = reading_back.answer_line(workspace, talk, line.id, Said.AGREED, "", moment)
    assert first.id == second.id
    assert reading_back.readings(workspace, talk) == (second,)


def test_how_much_was_read_back_follows_from_the_answers(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Nothing, a part, all of it; "not now" is no answer."""
    first, second = lines(workspace, talk)
    assert stands(workspace, talk).interview.read_back is ReadBack.NOT_DONE
    reading_back.answer_line(workspace, talk, first.id, Said.NOT_NOW, "", moment)
    assert stands(workspace, talk).interview.read_back is ReadBack.NOT_DONE
    reading_back.answer_line(workspace, talk, first.id, Said.AGREED, "", moment)
    assert stands(workspace, talk).interview.read_back is ReadBack.IN_PART
    reading_back.answer_line(workspace, talk, second.id, Said.CHANGED, "it was charged", moment)
    assert stands(workspace, talk).interview.read_back is ReadBack.DONE


def test_what_comes_after_was_not_read_back(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """A new line, or other words on one that the child agreed to, have not been heard again."""
    assert reading_back.agree_to_all(workspace, talk, moment) is ReadBack.DONE
    line = lines(workspace, talk)[0]
    interviewing.edit_line(workspace, line, "I got the bus", moment)
    account = stands(workspace, talk)
    assert account.interview.read_back is ReadBack.IN_PART
    assert {one.line_id: one.said for one in account.readings}[line.id] is Said.NOT_NOW
    assert reading_back.agree_to_all(workspace, talk, moment) is ReadBack.DONE
    interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "and then home"), moment)
    assert stands(workspace, talk).interview.read_back is ReadBack.IN_PART
    assert reading_back.state(stands(workspace, talk)) is ReadBack.IN_PART


def test_what_the_child_adds_is_a_line_of_its_own_and_says_so(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """It was said at read-back, and needs no reading back itself."""
    reading_back.agree_to_all(workspace, talk, moment)
    line = reading_back.add_line(workspace, talk, "i want to see nan", moment)
    assert (line.at_read_back, line.voice) == (True, Voice.CHILD)
    assert stands(workspace, talk).interview.read_back is ReadBack.DONE


def test_what_was_noted_about_the_whole_stands_while_no_line_was_answered(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Read aloud as a whole and noted so: nobody claims to know it line by line."""
    interviewing.finish(workspace, talk, None, ReadBack.IN_PART, moment)
    assert reading_back.state(stands(workspace, talk)) is ReadBack.IN_PART
