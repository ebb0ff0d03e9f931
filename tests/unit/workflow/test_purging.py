"""Claims about removing a case: what one learns before, what stops it, and how it may come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.domain.exchange import Standing
from rhi_desktop.domain.given import Given, GivenKind, Method
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.store import given, journal, snapshots
from rhi_desktop.store import purging as stored
from rhi_desktop.workflow import (
    casework,
    disclosing,
    exchanging,
    interviewing,
    purging,
    trusting,
    unlocking,
)
from rhi_desktop.workflow.jobs import Packed
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.views import ImportResult
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.vaults import contents, open_fresh


@dataclass(frozen=True)
class Offices:
    """Two people who trust each other, and a talk in the first one's vault."""

    mine: Workspace
    theirs: Workspace
    case_id: CaseId
    talk: InterviewId
    at: Moment

    def pack(self, whose: Workspace, to: Workspace) -> Packed:
        """The case as it stands there, sealed for the other one."""
        return exchanging.pack(
            exchanging.collect(whose, [self.case_id]),
            exchanging.sender(whose),
            [trusting.my_card(to)],
            self.at,
        )

    def notes(self, whose: Workspace) -> purging.PurgeNotes:
        """What one learns before."""
        return purging.notes(whose, self.case_id, self.at.now)


@pytest.fixture
def offices(workspace: Workspace, tmp_path: Path, moment: Moment) -> Iterator[Offices]:
    """Cards exchanged and trusted."""
    other = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    for one, two in ((workspace, other), (other, workspace)):
        card = trusting.my_card(two)
        trusting.add_card(one, card, moment)
        trusting.trust(one, card.fingerprint, moment)
    yield Offices(workspace, other, *practice_talk(workspace, moment), moment)
    unlocking.close(other)


def _take(ws: Workspace, data: bytes, at: Moment, *again: CaseId) -> ImportResult:
    incoming = exchanging.read_bundle(data, exchanging.reader_inputs(ws))
    return exchanging.apply(ws, exchanging.preview(ws, incoming, frozenset(again)), at)


def test_one_learns_who_else_has_it(offices: Offices, tmp_path: Path) -> None:
    """To whom and when it went, and whether that is still all there is; the other side too."""
    assert offices.notes(offices.mine).bundles == ()
    packed = offices.pack(offices.mine, offices.theirs)
    exchanging.write_bundle(offices.mine, packed, tmp_path, offices.at)
    (sent,) = offices.notes(offices.mine).bundles
    assert (sent.outgoing, sent.whole, sent.at) == (True, True, offices.at.now)
    assert sent.partners == (offices.theirs.interviewer.name,)
    _take(offices.theirs, packed.data, offices.at)
    (came,) = offices.notes(offices.theirs).bundles
    assert (came.outgoing, came.whole) == (False, True)
    assert came.partners == (offices.mine.interviewer.name,)
    case = casework.open_case(offices.mine, offices.case_id, offices.at.now).case
    casework.save_case(offices.mine, replace(case, lives_at="with nan"), offices.at)
    found = offices.notes(offices.mine)
    assert not found.bundles[0].whole
    assert not found.elsewhere
    assert offices.notes(offices.theirs).elsewhere


def test_one_learns_what_is_open(offices: Offices) -> None:
    """The talk without a seal, and the child's plan."""
    found = offices.notes(offices.mine)
    assert (found.talks, found.unsealed, found.unsigned, found.papers) == (1, 1, 0, 0)
    assert found.lines == len(interviewing.load(offices.mine, offices.talk).account.lines)
    assert found.stops == ()


def test_somebody_who_waits_stops_it(offices: Offices) -> None:
    """A disclosure that is not settled; once it is written down why not, the case can go."""
    disclosing.open_disclosure(offices.mine, offices.case_id, None, offices.at)
    (stop,) = offices.notes(offices.mine).stops
    assert (stop.code, stop.facts) == ("purge_somebody_waits", {"people": 4})
    before = contents(offices.mine)
    with pytest.raises(VaultError, match="purge_somebody_waits"):
        purging.purge_case(offices.mine, offices.case_id, offices.at)
    assert contents(offices.mine) == before


def test_a_running_talk_stops_it(offices: Offices) -> None:
    """Its words are nowhere else."""
    at = replace(offices.at, now=offices.at.now + timedelta(days=9))
    away = casework.open_case(offices.mine, offices.case_id, at.now).episodes[0].episode.id
    interviewing.start(offices.mine, offices.case_id, (away,), at)
    with pytest.raises(VaultError, match="purge_talk_runs"):
        purging.purge_case(offices.mine, offices.case_id, at)
    assert casework.count_cases(offices.mine) == 1


def test_it_goes_and_says_how_much(offices: Offices) -> None:
    """Cleaned at once; only the fresh snapshot is left."""
    size = stored.size_of(offices.mine.store, offices.case_id)
    gone = purging.purge_case(offices.mine, offices.case_id, offices.at)
    assert (gone.records, gone.finished, gone.case_id) == (size, True, offices.case_id)
    assert casework.count_cases(offices.mine) == 0
    (kept,) = snapshots.kept(offices.mine.store.folder, offices.mine.store.keys)
    assert kept.holds is not None
    assert kept.holds.cases == 0
    journal.check(offices.mine.store)


def test_what_could_not_be_cleaned_is_cleaned_at_the_next_opening(offices: Offices) -> None:
    """No place for the fresh copy: the case is gone all the same, and the rest follows."""
    mine = offices.mine
    in_the_way = mine.store.folder / snapshots.FOLDER
    in_the_way.write_text("a file where the folder belongs")
    assert not purging.purge_case(mine, offices.case_id, offices.at).finished
    in_the_way.unlink()
    assert stored.unfinished(mine.store)
    unlocking.close(mine)
    again = unlocking.open_workspace(mine.store.folder, mine.store.keys)
    try:
        assert not stored.unfinished(again.store)
        assert len(snapshots.kept(again.store.folder, again.store.keys)) == 1
        assert casework.count_cases(again) == 0
    finally:
        unlocking.close(again)


@pytest.mark.parametrize("own", [True, False], ids=["our own bundle", "the colleague's copy"])
def test_an_old_bundle_does_not_bring_it_back_by_itself(offices: Offices, own: bool) -> None:  # noqa: FBT001 - a case of the test
    """It says when the case was removed; only whoever asks for it again gets it, all of it."""
    mine, case_id = offices.mine, offices.case_id
    packed = offices.pack(mine, offices.theirs)
    _take(offices.theirs, packed.data, offices.at)
    data = packed.data if own else offices.pack(offices.theirs, mine).data
    account = interviewing.load(mine, offices.talk).account
    purging.purge_case(mine, case_id, offices.at)
    incoming = exchanging.read_bundle(data, exchanging.reader_inputs(mine))
    plan = exchanging.preview(mine, incoming)
    assert plan.removed == {case_id: offices.at.now}
    assert plan.count(Standing.REMOVED) == len(plan.items)
    done = exchanging.apply(mine, plan, offices.at)
    assert (done.added, done.updated, done.case_ids) == (0, 0, ())
    assert done.kept_apart > 0
    assert casework.count_cases(mine) == 0
    _take(mine, data, offices.at, case_id)
    assert interviewing.load(mine, offices.talk).account == account
    journal.check(mine.store)
    assert exchanging.preview(mine, incoming).removed == {}
    purging.purge_case(mine, case_id, offices.at)
    journal.check(mine.store)


def test_a_case_is_known_by_its_reference(offices: Offices) -> None:
    """However it is spaced; never by a part of it."""
    case = offices.notes(offices.mine).case
    assert purging.same_reference(case, f" {case.reference.lower()} ")
    for wrong in ("", case.reference[:-1], case.reference + "1"):
        assert not purging.same_reference(case, wrong)


def test_a_version_for_somebody_else_is_no_copy_of_the_case(offices: Offices) -> None:
    """Nor is a paper of the child: whoever removes it learns where the full report went."""
    kinds = (GivenKind.FULL, GivenKind.POLICE, GivenKind.ADDENDUM, GivenKind.PLAN)
    for kind in kinds:
        facts = ("Kim Ode", "police_missing", "to find M.T.", Method.UPLOAD, offices.at.now)
        given.log(offices.mine.store, Given(offices.case_id, kind, *facts, "ab" * 32))
    assert [one.kind for one in offices.notes(offices.mine).handed_over] == [GivenKind.FULL]
    gone = purging.purge_case(offices.mine, offices.case_id, offices.at)
    assert gone.finished
    assert given.of_case(offices.mine.store, offices.case_id) == ()
