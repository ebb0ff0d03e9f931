"""Claims about the rows of the check page and where each finding is settled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.domain.answer import Blank
from rhi_desktop.domain.disclosure import Disclosure, DisclosureStep, StepKind
from rhi_desktop.domain.ending import CarerAsked, CarerInformation, Ending
from rhi_desktop.domain.ids import DisclosureId, StepId
from rhi_desktop.domain.interview import Account, Outcome, ReadBack, TopicBlank
from rhi_desktop.domain.line import Topic, Voice
from rhi_desktop.errors import Problem
from rhi_desktop.forms.model import Pack
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.signing.problem_places import place_of
from rhi_desktop.ui.signing.standing import StandingRow, standing_rows
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.signing.conftest import talk_of


@pytest.fixture
def account(workspace: Workspace, ready: Place) -> Account:
    """The practice account."""
    return interviewing.load(workspace, talk_of(ready)).account


def without(account: Account, *blanks: TopicBlank) -> Account:
    """The same account with no line under any topic, and these reasons."""
    lines = tuple(replace(line, topics=()) for line in account.lines)
    return replace(account, lines=lines, interview=replace(account.interview, blanks=blanks))


def row(account: Account, number: int) -> StandingRow:
    """One row."""
    return standing_rows(account)[number]


def test_a_topic_says_how_many_lines_it_holds(account: Account) -> None:
    """One is not many."""
    (first, *others) = account.heard(Topic.WHY)
    assert row(account, 0).words == f"{len(others) + 1} lines"
    lines = tuple(replace(x, topics=()) if x in others else x for x in account.lines)
    one = row(replace(account, lines=lines), 0)
    assert first.topics
    assert (one.words, one.verb, one.open) == ("1 line", "Change", False)


@pytest.mark.parametrize(
    ("blank", "reason", "words"),
    [
        (Blank.CHOSE_NOT_TO_SAY, "", "M.T. chose not to say"),
        (Blank.NOT_ASKED, "she slept", "Not asked: she slept"),
        (Blank.NOT_KNOWN, "", "Not known"),
        (Blank.NOT_RELEVANT, "", "Not relevant"),
        (Blank.NOT_REACHED, "", "We did not get to it"),
    ],
)
def test_every_blank_has_its_own_words(
    account: Account, blank: Blank, reason: str, words: str
) -> None:
    """No two are alike, and none is a no."""
    found = row(without(account, TopicBlank(Topic.WHY, blank, reason)), 0)
    assert (found.words, found.icon, found.open) == (words, "minus", False)


def test_nothing_and_no_reason_is_open(account: Account) -> None:
    """Also when the topic holds only a question of ours."""
    asked = replace(account.lines[0], voice=Voice.ASKED, topics=(Topic.WHY,))
    bare = without(account)
    for one in (bare, replace(bare, lines=(asked, *bare.lines[1:]))):
        found = row(one, 0)
        assert (found.words, found.verb) == ("Nothing here, and no reason yet", "Say why")
        assert found.open


def test_the_plan_the_reading_and_the_end(account: Account) -> None:
    """Each in its words; what was not said yet is open."""
    head = replace(account.interview, outcome=None, read_back=ReadBack.IN_PART)
    none = replace(account, plan=None, interview=head)
    assert [row(none, n).words for n in (5, 6, 7)] == [
        "No plan this time",
        "In part",
        "Not said yet",
    ]
    assert row(none, 7).open
    assert account.plan is not None
    declined = replace(account.plan, lines=(), declined=True)
    stopped = replace(account.interview, outcome=Outcome.STOPPED_BY_CHILD)
    other = replace(account, plan=declined, interview=stopped)
    assert row(other, 5).words == "M.T. did not want one"
    assert row(other, 7).words == "M.T. wanted to stop"


@pytest.mark.parametrize(
    ("code", "where", "page"),
    [
        ("told_by_missing", "line", PageName.CAPTURE),
        ("section_unaccounted", "what", PageName.GUIDED),
        ("first_unanswered", "told_limits", PageName.GUIDED),
        ("answer_because_missing", "view_risk", PageName.ANALYSIS),
        ("disclosure_waiting", "d", PageName.SAFETY),
        ("concern_unsupported", "cse_money", PageName.CONCERNS),
        ("thread_unsupported", "t", PageName.ANALYSIS),
        ("action_open", "a", PageName.ANALYSIS),
        ("take_home_unasked", "plan_take_home", PageName.PLAN_END),
        ("anyway_reason_missing", "p", PageName.PLAN_SEEN),
        ("carer_unasked", "not_reached", PageName.ENDING),
        ("offer_missing", "declined_by_child", PageName.ATTEMPT),
        ("no_line", "", PageName.CAPTURE),
        ("come_back_open", "line", PageName.CAPTURE),
        ("line_unsorted", "line", PageName.SORT),
        ("topic_unaccounted", "why", PageName.SORT),
        ("topic_reason_missing", "how", PageName.SORT),
        ("answer_unaccounted", "not_wanted", PageName.GUIDED),
        ("not_ended", "", PageName.READ_BACK),
        ("promise_open", "line", PageName.CHILD_PLAN),
    ],
)
def test_every_finding_leads_somewhere(
    account: Account, pack: Pack, code: str, where: str, page: PageName
) -> None:
    """To the page that settles it, at the very line, topic or question."""
    place = place_of(Problem(code, where), account, pack)
    assert (place.page, place.detail) == (page, where)
    assert place.interview_id == account.interview.id


def test_an_odd_time_leads_to_its_own_episode(account: Account, pack: Pack) -> None:
    """Not to a new one."""
    episode = account.episodes[0].id
    place = place_of(Problem("times_out_of_order", episode), account, pack)
    assert (place.page, place.episode_id) == (PageName.EPISODE, episode)
    unheard = place_of(Problem("decider_missing", "not_offered"), account, pack)
    assert unheard.episode_id == account.interview.episode_ids[-1]


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.held])
def test_a_record_without_a_talk_has_rows_of_its_own(account: Account, outcome: Outcome) -> None:
    """Offers, the end, the carer; no topic, no plan, nothing that was never talked about."""
    carer = CarerInformation(CarerAsked.ASKED, who="Nan")
    head = replace(
        account.interview, begun=False, outcome=outcome, ending=Ending(carer=carer),
        ended_at=account.interview.started_at,
    )  # fmt: skip
    rows = standing_rows(replace(account, interview=head, lines=(), attempts=(), plan=None))
    assert [one.name for one in rows] == ["Offers", "How it ended", "The carer"]
    assert [one.words for one in rows][::2] == ["None was made", "Asked: Nan"]
    assert rows[1].page is PageName.ENDING


def test_what_was_disclosed_and_what_follows_stand_below(account: Account) -> None:
    """Somebody who waits to be told is open and leads there; a written decision is named."""
    assert [row(account, n).words for n in (8, 9)] == ["None is marked", "None yet"]
    at = account.interview.started_at
    opened = Disclosure(DisclosureId("d"), account.case.id, account.interview.id, at, "Ash")
    waits = row(replace(account, disclosures=(opened,)), 10)
    assert (waits.open, waits.page, waits.detail) == (True, PageName.SAFETY, "d")
    step = DisclosureStep(StepId("s"), opened.id, StepKind.OVERRIDE, at, name="Jo", words="so")
    over = row(replace(account, disclosures=(replace(opened, steps=(step,)),)), 10)
    assert (over.open, "written decision" in over.words) == (False, True)
