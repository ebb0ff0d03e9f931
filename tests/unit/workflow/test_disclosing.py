"""Claims about disclosures: the time runs from opening, all four are told, nothing is removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rhi_desktop.domain.disclosure import (
    Disclosure,
    DisclosureStep,
    StepKind,
    Told,
    unresolved,
)
from rhi_desktop.domain.ending import Ending
from rhi_desktop.domain.ids import CaseId, InterviewId, StepId
from rhi_desktop.domain.interview import DraftInterview, Outcome, ReadBack
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import records
from rhi_desktop.workflow import (
    casework,
    closing,
    disclosing,
    interviewing,
    practising,
    signing,
)
from rhi_desktop.workflow.checking import must_fix
from rhi_desktop.workflow.entries import NewStep
from rhi_desktop.workflow.workspace import Workspace
from tests.nobody_told import nobody_need_be_told

WORDS = "he said if i dont come back saturday hes got pictures"


@pytest.fixture
def case_id(workspace: Workspace, moment: Moment) -> CaseId:
    """A child of the practice vault."""
    return practising.load_practice(workspace, moment)


@pytest.fixture
def talk(workspace: Workspace, case_id: CaseId, moment: Moment) -> InterviewId:
    """A conversation that is running."""
    episode = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    return interviewing.start(workspace, case_id, (episode.id,), moment)


def later(at: Moment, **passed: float) -> Moment:
    """The same clock, some time on."""
    return replace(at, now=at.now + timedelta(**passed))


def newest(ws: Workspace, case_id: CaseId) -> Disclosure:
    """The last disclosure of the case, as it stands in the vault."""
    return disclosing.disclosures(ws, case_id)[-1]


def test_rule_39_opening_creates_an_escalation_with_a_start_time(
    workspace: Workspace, case_id: CaseId, talk: InterviewId, moment: Moment
) -> None:
    """It belongs to the talk, and all four wait from that moment on."""
    opened = disclosing.open_disclosure(workspace, case_id, talk, later(moment, minutes=9))
    assert opened.opened_at == moment.now + timedelta(minutes=9)
    assert opened.opened_by == workspace.interviewer.name
    assert newest(workspace, case_id) == opened
    assert opened.waiting == tuple(Told)


def test_rule_39_each_of_the_four_has_a_time_and_a_name_or_a_reason(
    workspace: Workspace, case_id: CaseId, talk: InterviewId, moment: Moment
) -> None:
    """Told with time, name and reference, or not needed because; then nobody waits."""
    opened = disclosing.open_disclosure(workspace, case_id, talk, moment)
    rang = moment.now - timedelta(minutes=2)
    step = NewStep(StepKind.TOLD, Told.POLICE, rang, "PC Ade Cole", "ref 7 of 9")
    told = disclosing.add_step(workspace, opened.id, step, moment)
    assert (told.happened_at, told.written_at) == (rang, moment.now)
    assert newest(workspace, case_id).waiting == (Told.SOCIAL_CARE, Told.MANAGER, Told.HEALTH)
    because = NewStep(StepKind.NOT_NEEDED, Told.HEALTH, words="nobody is hurt")
    disclosing.add_step(workspace, opened.id, because, moment)
    for whom in (Told.SOCIAL_CARE, Told.MANAGER):
        step = NewStep(StepKind.TOLD, whom, moment.now, "Jo")
        disclosing.add_step(workspace, opened.id, step, moment)
    assert newest(workspace, case_id).waiting == ()


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        (NewStep(StepKind.TOLD, Told.POLICE), ["step_name_missing"]),
        (NewStep(StepKind.NOT_NEEDED, Told.POLICE, words="  "), ["step_words_missing"]),
        (NewStep(StepKind.WORDS), ["step_words_missing"]),
        (NewStep(StepKind.OVERRIDE), ["step_name_missing", "step_words_missing"]),
        (NewStep(StepKind.CHILD_KNOWS), []),
    ],
)
def test_rule_39_a_step_that_lacks_a_part_is_not_kept(
    workspace: Workspace, case_id: CaseId, moment: Moment, step: NewStep, codes: list[str]
) -> None:
    """A name for whoever was told, a reason for whoever was not."""
    assert [problem.code for problem in disclosing.check_step(step, moment)] == codes
    opened = disclosing.open_disclosure(workspace, case_id, None, moment)
    if codes:
        with pytest.raises(ValueError, match="incomplete"):
            disclosing.add_step(workspace, opened.id, step, moment)
        assert newest(workspace, case_id).steps == ()


def test_a_time_that_has_not_come_is_named_and_not_kept(moment: Moment) -> None:
    """Nobody was told in an hour from now."""
    step = NewStep(StepKind.TOLD, Told.POLICE, moment.now + timedelta(hours=1), "PC Ade Cole")
    assert [p.code for p in disclosing.check_step(step, moment)] == ["step_in_future"]


def test_rule_40_an_override_is_written_by_a_named_person(
    workspace: Workspace, case_id: CaseId, talk: InterviewId, moment: Moment
) -> None:
    """Until then it stays unresolved; the override does not make anybody told."""
    opened = disclosing.open_disclosure(workspace, case_id, talk, moment)
    assert unresolved(disclosing.disclosures(workspace, case_id)) == (opened,)
    step = NewStep(StepKind.OVERRIDE, name="Sam Price", words="the duty desk is shut")
    disclosing.add_step(workspace, opened.id, step, moment)
    stands = newest(workspace, case_id)
    assert stands.override is not None
    assert stands.waiting == tuple(Told)
    assert unresolved((stands,)) == ()


def test_rule_40_a_step_from_elsewhere_without_name_or_reason_settles_nothing(
    workspace: Workspace, case_id: CaseId, talk: InterviewId, moment: Moment
) -> None:
    """A bundle may bring what no page would keep: everybody waits on, and no record is sealed."""
    opened = disclosing.open_disclosure(workspace, case_id, talk, moment)
    bare = [
        DisclosureStep(StepId(f"bare-{kind.value}"), opened.id, kind, moment.now, whom=Told.POLICE)
        for kind in (StepKind.TOLD, StepKind.NOT_NEEDED, StepKind.OVERRIDE)
    ]
    half = [
        replace(bare[2], id=StepId("unsaid"), name="Sam Price", words=" "),
        replace(bare[2], id=StepId("unnamed"), name=" ", words="shut"),
    ]
    whole = replace(opened, steps=(*bare, *half))
    assert whole.waiting == tuple(Told)
    assert whole.override is None
    assert unresolved((whole,)) == (whole,)


def test_rule_40_what_was_said_outside_a_talk_waits_as_well(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Opened before any record was: nobody seals one until it is settled or overridden."""
    opened = disclosing.at_hand(workspace, case_id, None, moment)
    assert opened.interview_id is None
    episode = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    talk = interviewing.start(workspace, case_id, (episode.id,), moment)

    def waiting() -> list[str]:
        draft = interviewing.load(workspace, talk)
        assert isinstance(draft, DraftInterview)
        found = signing.gaps(workspace, draft)
        return [one.where for one in found if must_fix(one) and one.code == "disclosure_waiting"]

    assert waiting() == [opened.id]
    nobody_need_be_told(workspace, opened, "opened by a wrong key", moment)
    assert waiting() == []


def test_rule_40_what_was_said_while_no_talk_is_held_stands_in_that_record(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """On the telephone, while it is explained or when the child says no: its report says it."""
    episode = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    record = closing.open_record(workspace, case_id, (episode.id,), moment)
    closing.close_without_talk(
        workspace, record, Outcome.DECLINED_BY_CHILD, Ending(words="no"), moment
    )
    opened = disclosing.at_hand(workspace, case_id, None, moment)
    assert opened.interview_id == record
    assert interviewing.load(workspace, record).account.disclosures == (opened,)


def test_a_disclosure_is_only_added_to(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """A step that was written is refused a second revision; a further one puts it right."""
    opened = disclosing.open_disclosure(workspace, case_id, None, moment)
    words = NewStep(StepKind.WORDS, words=WORDS)
    step = disclosing.add_step(workspace, opened.id, words, moment)
    with pytest.raises(VaultError, match="record_fixed"):
        records.save(
            workspace.store,
            Kind.DISCLOSURE_STEP,
            case_id,
            replace(step, words="something else"),
            workspace.interviewer.id,
            moment,
        )
    assert newest(workspace, case_id).steps == (step,)


def test_whoever_comes_back_goes_on_with_the_same_disclosure(
    workspace: Workspace, case_id: CaseId, talk: InterviewId, moment: Moment
) -> None:
    """The talk's own, from any page of the case; none is opened twice by a key."""
    first = disclosing.at_hand(workspace, case_id, talk, moment)
    assert disclosing.at_hand(workspace, case_id, talk, later(moment, days=2)).id == first.id
    from_case = disclosing.at_hand(workspace, case_id, None, later(moment, minutes=1))
    assert (from_case.id, from_case.interview_id) == (first.id, talk)


def test_a_new_event_is_a_new_disclosure(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Outside a talk what was opened yesterday is not what happens now."""
    first = disclosing.at_hand(workspace, case_id, None, moment)
    assert disclosing.at_hand(workspace, case_id, None, later(moment, hours=11)).id == first.id
    assert disclosing.at_hand(workspace, case_id, None, later(moment, hours=13)).id != first.id


def test_a_talk_that_ended_and_a_later_one_have_their_own(
    workspace: Workspace, case_id: CaseId, talk: InterviewId, moment: Moment
) -> None:
    """An earlier talk's disclosure is not taken for that of the one in hand."""
    first = disclosing.at_hand(workspace, case_id, talk, moment)
    interviewing.finish(workspace, talk, Outcome.COMPLETED, ReadBack.NOT_DONE, moment)
    month = later(moment, days=30)
    episode = casework.open_case(workspace, case_id, month.now).episodes[0].episode
    other = interviewing.start(workspace, case_id, (episode.id,), month)
    assert disclosing.at_hand(workspace, case_id, other, month).id != first.id


def test_one_reason_may_stand_for_everybody_who_waits(
    workspace: Workspace, case_id: CaseId, moment: Moment
) -> None:
    """Opened by a wrong key: it stays, and says so four times."""
    opened = disclosing.open_disclosure(workspace, case_id, None, moment)
    nobody_need_be_told(workspace, opened, "opened by a wrong key", moment)
    stands = newest(workspace, case_id)
    assert stands.waiting == ()
    assert {step.words for step in stands.steps} == {"opened by a wrong key"}


def test_spoken_words_become_a_line_only_when_asked(
    workspace: Workspace, case_id: CaseId, talk: InterviewId, moment: Moment
) -> None:
    """Word for word, as the child's, heard when they were written down."""
    opened = disclosing.open_disclosure(workspace, case_id, talk, moment)
    words = NewStep(StepKind.WORDS, words=f"  {WORDS}\n")
    step = disclosing.add_step(workspace, opened.id, words, moment)
    assert interviewing.load(workspace, talk).account.lines == ()
    line = disclosing.keep_as_line(workspace, talk, step, later(moment, minutes=5))
    assert (line.words, line.voice, line.heard_at) == (step.words, Voice.CHILD, step.written_at)
    assert step.words == f"  {WORDS}\n"
