"""Claims about sealing: what is refused, what stays fixed, and what it carries elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.crypto.digest import seal_digest
from rhi_desktop.domain.attempt import Method, OfferedTo, Reply
from rhi_desktop.domain.ids import InterviewId
from rhi_desktop.domain.interview import DraftInterview, ReadBack, SealedInterview
from rhi_desktop.domain.line import Topic, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.plain import to_plain
from rhi_desktop.domain.plan import PlanAuthor, PlanBlock
from rhi_desktop.errors import ExportError, SigningError, VaultError
from rhi_desktop.workflow import (
    casework,
    exchanging,
    interviewing,
    planning,
    signing,
    trusting,
    unlocking,
)
from rhi_desktop.workflow.entries import NewAnswer, NewAttempt, NewPlanLine
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.vaults import contents, open_fresh


@pytest.fixture
def talk(workspace: Workspace, moment: Moment) -> InterviewId:
    """The practice conversation, played to its end."""
    return practice_talk(workspace, moment)[1]


def draft(ws: Workspace, talk: InterviewId) -> DraftInterview:
    """The interview as it stands."""
    found = interviewing.load(ws, talk)
    assert isinstance(found, DraftInterview)
    return found


def test_a_seal_holds_the_keyed_digest_of_what_will_leave(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Struck lines stay in the vault and are not in the digest that the report carries."""
    last = draft(workspace, talk).account.lines[-1]
    interviewing.strike_line(workspace, last, moment)
    sealed = signing.seal(workspace, draft(workspace, talk), moment)
    account = sealed.account
    assert last.id in {line.id for line in account.lines}
    assert sealed.seal.digest == seal_digest(to_plain(account.without_struck), sealed.seal.salt)
    assert interviewing.load(workspace, talk) == sealed


def test_open_points_stop_a_seal_and_notices_do_not(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """The count is in the refusal; nothing is written."""
    interviewing.finish(workspace, talk, None, ReadBack.NOT_DONE, moment)
    before = contents(workspace)
    with pytest.raises(SigningError) as refused:
        signing.seal(workspace, draft(workspace, talk), moment)
    assert (refused.value.code, refused.value.facts["count"]) == ("gaps_open", 1)
    assert contents(workspace) == before
    outcome = practice_case().interview.outcome
    interviewing.finish(workspace, talk, outcome, ReadBack.NOT_DONE, moment)
    assert signing.gaps(workspace, draft(workspace, talk))
    signing.seal(workspace, draft(workspace, talk), moment)


def test_a_clock_set_back_stops_a_seal(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """A record cannot be sealed before its own last line was kept."""
    earlier = replace(moment, now=moment.now - timedelta(seconds=1))
    before = contents(workspace)
    with pytest.raises(SigningError) as refused:
        signing.seal(workspace, draft(workspace, talk), earlier)
    assert refused.value.code == "clock_back"
    assert contents(workspace) == before


def test_what_was_looked_at_is_what_is_sealed(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """A draft that is not the newest any more is refused, and so is a second seal."""
    old = draft(workspace, talk)
    interviewing.keep_line(workspace, talk, Typed(Voice.VIEW, "one more"), moment)
    with pytest.raises(SigningError) as changed:
        signing.seal(workspace, old, moment)
    assert changed.value.code == "draft_changed"
    now = draft(workspace, talk)
    signing.seal(workspace, now, moment)
    with pytest.raises(SigningError) as again:
        signing.seal(workspace, now, moment)
    assert again.value.code == "draft_changed"


def test_nothing_of_a_sealed_talk_can_be_changed(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Line, head, answer, plan and plan line are refused by the store itself."""
    sealed = signing.seal(workspace, draft(workspace, talk), moment)
    plan = sealed.account.plan
    assert plan is not None
    line, new = sealed.account.lines[1], NewPlanLine(PlanBlock.HELPS, "x", PlanAuthor.CHILD)
    acts = (
        lambda: interviewing.edit_line(workspace, line, "other", moment),
        lambda: interviewing.sort_line(workspace, line, [Topic.HOW], moment),
        lambda: interviewing.keep_line(workspace, talk, Typed(Voice.CHILD, "more"), moment),
        lambda: interviewing.answer(workspace, talk, NewAnswer("planned", ("other",)), moment),
        lambda: interviewing.describe(workspace, talk, "elsewhere", "", moment),
        lambda: planning.save_line(workspace, plan.id, new, moment),
        lambda: planning.take_out(workspace, plan.lines[0], moment),
        lambda: planning.decline(workspace, plan, "no", moment),
    )
    before = contents(workspace)
    for act in acts:
        with pytest.raises(VaultError) as refused:
            act()
        assert refused.value.code == "record_fixed"
    assert contents(workspace) == before


def test_a_sealed_account_stays_what_it_was_here_and_elsewhere(
    workspace: Workspace, talk: InterviewId, moment: Moment, tmp_path: Path
) -> None:
    """A later offer and a corrected address belong to the case, not to what was sealed."""
    sealed = signing.seal(workspace, draft(workspace, talk), moment)
    later = replace(moment, now=moment.now + timedelta(hours=2))
    view = casework.open_case(workspace, sealed.account.case.id, later.now)
    casework.save_case(workspace, replace(view.case, lives_at="elsewhere"), later)
    offer = NewAttempt(
        view.episodes[0].episode.id, later.now, Method.TEXT, OfferedTo.CHILD, Reply.NO_ANSWER
    )
    casework.record_attempt(workspace, offer, later)
    assert interviewing.load(workspace, talk) == sealed
    other = open_fresh(tmp_path / "other.rhivault", practice_case().supervisor, moment)
    try:
        assert carried(workspace, other, later, sealed) == sealed
    finally:
        unlocking.close(other)


def test_a_preview_of_a_draft_is_never_signed(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """It is marked as a draft and refused before any key is touched."""
    job = signing.prepare_draft(workspace, draft(workspace, talk), moment.now)
    assert job.report.draft
    with pytest.raises(SigningError) as refused:
        signing.sign(job, b"", moment)
    assert refused.value.code == "not_sealed"


def test_a_drawing_tells_how_far_it_is_and_can_be_stopped(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """Nothing is left of one that was stopped, and the next one is whole."""
    job = signing.prepare(workspace, signing.seal(workspace, draft(workspace, talk), moment))
    heard = signing.Progress()
    assert signing.draw(job, heard) == signing.draw(job)
    assert (heard.done, heard.total) == (100, 100)
    stopped = signing.Progress()
    stopped.stop()
    with pytest.raises(ExportError, match="drawing_stopped"):
        signing.draw(job, stopped)
    assert signing.draw(job) == signing.draw(job)


def test_what_is_drawn_twice_is_the_same_file(
    workspace: Workspace, talk: InterviewId, moment: Moment
) -> None:
    """What was shown before signing is, byte for byte, what is signed."""
    sealed = signing.seal(workspace, draft(workspace, talk), moment)
    first, second = (signing.draw(signing.prepare(workspace, sealed)) for _ in range(2))
    assert first == second


def carried(mine: Workspace, theirs: Workspace, at: Moment, sealed: SealedInterview) -> object:
    """The interview as it stands in another vault, after a bundle."""
    card = trusting.my_card(mine)
    trusting.add_card(theirs, card, at)
    trusting.trust(theirs, card.fingerprint, at)
    head = sealed.account.interview
    packed = exchanging.pack(
        exchanging.collect(mine, [head.case_id]),
        exchanging.sender(mine),
        [trusting.my_card(theirs)],
        at,
    )
    incoming = exchanging.read_bundle(packed.data, exchanging.reader_inputs(theirs))
    exchanging.apply(theirs, exchanging.preview(theirs, incoming), at)
    return interviewing.load(theirs, head.id)
