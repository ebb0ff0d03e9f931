"""Claims about indicators, views and actions: kept as given, never removed, fixed by the seal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rhi_desktop.domain.action import Sureness
from rhi_desktop.domain.concern import EvidenceSource
from rhi_desktop.domain.ending import Certainty
from rhi_desktop.domain.ids import InterviewId, LineId, SealId
from rhi_desktop.domain.interview import Seal
from rhi_desktop.domain.line import Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import VaultError
from rhi_desktop.store import records
from rhi_desktop.workflow import analysing, casework, interviewing, lines, practising
from rhi_desktop.workflow.analysis_entries import NewAction, NewConcern, NewThread
from rhi_desktop.workflow.workspace import Workspace

ASKED = NewConcern("online", "secret", "Online", "Asked to keep it secret", Certainty.YES)


@pytest.fixture
def talk(workspace: Workspace, moment: Moment) -> InterviewId:
    """A conversation that was begun."""
    case_id = practising.load_practice(workspace, moment)
    newest = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    return interviewing.start(workspace, case_id, (newest.id,), moment)


def line(ws: Workspace, talk: InterviewId, at: Moment) -> LineId:
    """Something the child said."""
    return lines.keep_line(ws, talk, Typed(Voice.CHILD, "he said tell nobody"), at).id


def test_rule_43_a_ticked_indicator_is_supported_by_evidence_and_its_source(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """A yes or not sure stands without them, and says that it is not yet supported."""
    bare = analysing.answer_indicator(workspace, talk, ASKED, moment)
    assert bare.stands
    assert not bare.supported
    heard = line(workspace, talk, moment)
    said = replace(ASKED, line_ids=(heard,), source=EvidenceSource.CHILD_SAID)
    kept = analysing.answer_indicator(workspace, talk, said, moment)
    assert kept.supported
    assert kept.id == bare.id
    assert analysing.concerns(workspace, talk) == (kept,)


def test_rule_44_why_nothing_is_done_is_kept_with_the_indicator(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """The words stay as given, and the indicator keeps the words it was answered under."""
    no = replace(ASKED, no_action="The school knows since Monday and goes on with it.")
    analysing.answer_indicator(workspace, talk, no, moment)
    (kept,) = interviewing.load(workspace, talk).account.concerns
    assert kept.no_action == no.no_action
    assert (kept.set_title, kept.wording) == ("Online", "Asked to keep it secret")


def test_an_indicator_that_is_taken_back_is_not_asked_and_never_a_no(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """The evidence stays with it, should it be answered again."""
    analysing.answer_indicator(workspace, talk, replace(ASKED, evidence="as said"), moment)
    back = replace(ASKED, evidence="as said", state=Certainty.NOT_ASKED)
    kept = analysing.answer_indicator(workspace, talk, back, moment)
    assert not kept.stands
    assert kept.evidence == "as said"


def test_a_view_is_built_on_lines_and_numbered_for_good(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """A view that was taken out keeps its number; the next one gets its own."""
    heard = line(workspace, talk, moment)
    new = NewThread("Somebody may be paying.", (heard,), Sureness.FAIRLY_SURE, "A friend", "yeah")
    first = analysing.add_thread(workspace, talk, new, moment)
    struck = analysing.strike_thread(workspace, first, moment)
    second = analysing.add_thread(workspace, talk, NewThread("Home may feel unsafe."), moment)
    assert (first.number, second.number) == (1, 2)
    assert struck.struck_at == moment.now
    assert analysing.restore_thread(workspace, struck, moment) == first
    assert analysing.threads(workspace, talk) == (first, second)
    assert first.line_ids == (heard,)
    assert second.line_ids == ()


def test_a_changed_view_stays_taken_out_or_not(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """A page that shows an older revision cannot put it back, nor move it elsewhere."""
    made = analysing.add_thread(workspace, talk, NewThread("As first written."), moment)
    analysing.strike_thread(workspace, made, moment)
    other = replace(made, view="Otherwise.", number=9, interview_id=InterviewId("elsewhere"))
    changed = analysing.change_thread(workspace, other, moment)
    assert (changed.view, changed.number, changed.interview_id) == ("Otherwise.", 1, talk)
    assert changed.struck_at == moment.now


def test_an_action_may_stand_alone_and_names_who_and_when(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """It can follow from a view, be a referral, and be taken out and put back."""
    view = analysing.add_thread(workspace, talk, NewThread("Somebody may be paying."), moment)
    by = date(2026, 3, 12)
    new = NewAction("Tell the police lead", "Sam", by, view.id, "police", child_knows=True)
    first = analysing.add_action(workspace, talk, new, moment)
    alone = analysing.add_action(workspace, talk, NewAction("Ring school"), moment)
    assert (first.who, first.by_when, first.thread_id, first.referral) == (
        "Sam",
        by,
        view.id,
        "police",
    )
    assert (alone.thread_id, alone.number) == (None, 2)
    struck = analysing.strike_action(workspace, first, moment)
    assert analysing.restore_action(workspace, struck, moment) == first
    assert analysing.actions(workspace, talk) == (first, alone)


def test_what_the_child_agreed_to_is_asked_again_when_the_action_changes(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """The child agreed to what stood there; whoever says so anew is believed."""
    new = NewAction("Ring school", "Sam", child_knows=True, child_agrees=True)
    made = analysing.add_action(workspace, talk, new, moment)
    other = analysing.change_action(workspace, replace(made, who="Miss Okoro"), moment)
    assert other.child_agrees is None
    again = analysing.change_action(
        workspace, replace(other, what="Ring college", child_agrees=True), moment
    )
    assert again.child_agrees is True
    assert analysing.change_action(workspace, replace(again, referral="school"), moment) == replace(
        again, referral="school"
    )


def test_after_the_seal_no_analysis_changes(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Neither a new answer, nor a view, nor an action."""
    case_id = interviewing.load(workspace, talk).account.case.id
    seal = Seal(SealId(moment.fresh_id()), talk, moment.now, "00" * 32, "00" * 32)
    records.save(workspace.store, Kind.SEAL, case_id, seal, workspace.interviewer.id, moment)
    for deed in (
        lambda: analysing.answer_indicator(workspace, talk, ASKED, moment),
        lambda: analysing.add_thread(workspace, talk, NewThread("Too late."), moment),
        lambda: analysing.add_action(workspace, talk, NewAction("Too late."), moment),
    ):
        with pytest.raises(VaultError, match="record_fixed"):
            deed()


def test_half_a_letter_stands_as_its_sign_and_loses_nothing_else(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """What no page can hold is shown as such."""
    made = analysing.add_thread(workspace, talk, NewThread("a\ud800b"), moment)
    assert made.view == "a\N{REPLACEMENT CHARACTER}b"
