"""Claims about bundles between two vaults, while nothing is signed yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.domain.exchange import Incoming, Standing
from rhi_desktop.domain.ids import CaseId, InterviewId
from rhi_desktop.domain.line import Line, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.record import Kind
from rhi_desktop.errors import BundleError, FileError
from rhi_desktop.store import journal, records
from rhi_desktop.workflow import exchanging, interviewing, trusting, unlocking
from rhi_desktop.workflow.casework import open_case
from rhi_desktop.workflow.jobs import Packed
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.remembered import practice_talk
from tests.vaults import contents, open_fresh


@dataclass(frozen=True)
class Pair:
    """Two people who compared their words, and a talk in the first one's vault."""

    mine: Workspace
    theirs: Workspace
    case_id: CaseId
    talk: InterviewId
    at: Moment

    def pack(self) -> Packed:
        """The case as it stands, sealed for the other one."""
        return exchanging.pack(
            exchanging.collect(self.mine, [self.case_id]),
            exchanging.sender(self.mine),
            [trusting.my_card(self.theirs)],
            self.at,
        )

    def read(self, data: bytes) -> Incoming:
        """What the other one's reader makes of it."""
        return exchanging.read_bundle(data, exchanging.reader_inputs(self.theirs))


@pytest.fixture
def pair(workspace: Workspace, tmp_path: Path, moment: Moment) -> Iterator[Pair]:
    """Cards exchanged and trusted."""
    other = open_fresh(tmp_path / "supervisor.rhivault", practice_case().supervisor, moment)
    for one, two in ((workspace, other), (other, workspace)):
        card = trusting.my_card(two)
        trusting.add_card(one, card, moment)
        trusting.trust(one, card.fingerprint, moment)
    yield Pair(workspace, other, *practice_talk(workspace, moment), moment)
    unlocking.close(other)


def test_a_bundle_brings_everything_once(pair: Pair) -> None:
    """Preview first; a second import changes not one row."""
    incoming = pair.read(pair.pack().data)
    before = contents(pair.theirs)
    plan = exchanging.preview(pair.theirs, incoming)
    assert contents(pair.theirs) == before
    done = exchanging.apply(pair.theirs, plan, pair.at)
    assert done.case_ids == (pair.case_id,)
    assert (done.added, done.updated, done.kept_apart) == (
        len({item.record.id for item in plan.items}),
        0,
        0,
    )
    here, there = (interviewing.load(ws, pair.talk).account for ws in (pair.mine, pair.theirs))
    assert here == there
    after = contents(pair.theirs)
    again = exchanging.apply(pair.theirs, plan, pair.at)
    assert (again.added, again.updated, again.kept_apart) == (0, 0, 0)
    assert contents(pair.theirs) == after
    journal.check(pair.theirs.store)


def test_later_words_arrive_as_newer_with_their_history(pair: Pair) -> None:
    """An edited line is updated, a new one added, and the former words come along.

    The head of the talk is updated too: it says that not every line was read back any more.
    """
    exchanging.apply(
        pair.theirs, exchanging.preview(pair.theirs, pair.read(pair.pack().data)), pair.at
    )
    line = interviewing.load(pair.mine, pair.talk).account.lines[1]
    for words in ("first", "second"):
        interviewing.edit_line(pair.mine, line, words, pair.at)
    interviewing.keep_line(pair.mine, pair.talk, Typed(Voice.CHILD, "and then"), pair.at)
    plan = exchanging.preview(pair.theirs, pair.read(pair.pack().data))
    done = exchanging.apply(pair.theirs, plan, pair.at)
    assert (done.added, done.updated, done.kept_apart) == (1, 2, 0)
    assert plan.count(Standing.NEWER, Kind.INTERVIEW) == 1
    revisions = records.revisions(pair.theirs.store, Kind.LINE, line.id)
    assert [one.body["words"] for one in revisions][-3:] == [line.words, "first", "second"]


def test_when_both_sides_wrote_nothing_is_overwritten(pair: Pair) -> None:
    """A conflict is counted and kept apart; here everything stays as it was written here."""
    exchanging.apply(
        pair.theirs, exchanging.preview(pair.theirs, pair.read(pair.pack().data)), pair.at
    )
    line = interviewing.load(pair.mine, pair.talk).account.lines[1]
    interviewing.edit_line(pair.mine, line, "mine", pair.at)
    interviewing.edit_line(pair.theirs, line, "theirs", pair.at)
    plan = exchanging.preview(pair.theirs, pair.read(pair.pack().data))
    done = exchanging.apply(pair.theirs, plan, pair.at)
    assert (done.added, done.updated, done.kept_apart) == (0, 0, 1)
    assert records.load(pair.theirs.store, Kind.LINE, line.id, Line).words == "theirs"


def test_what_changed_since_the_preview_is_not_overwritten(pair: Pair) -> None:
    """The plan is made again when it is applied."""
    exchanging.apply(
        pair.theirs, exchanging.preview(pair.theirs, pair.read(pair.pack().data)), pair.at
    )
    line = interviewing.load(pair.mine, pair.talk).account.lines[1]
    interviewing.edit_line(pair.mine, line, "mine", pair.at)
    plan = exchanging.preview(pair.theirs, pair.read(pair.pack().data))
    assert plan.count(Standing.NEWER, Kind.LINE) == 1
    interviewing.edit_line(pair.theirs, line, "theirs", pair.at)
    assert exchanging.apply(pair.theirs, plan, pair.at).kept_apart == 1
    assert records.load(pair.theirs.store, Kind.LINE, line.id, Line).words == "theirs"


def test_both_logs_name_the_bundle_and_the_partner(pair: Pair, tmp_path: Path) -> None:
    """What left is in one log, what came in the other, and the file's name says nothing."""
    packed = pair.pack()
    path = exchanging.write_bundle(pair.mine, packed, tmp_path, pair.at)
    assert path.name.startswith("rhi-")
    assert (len(path.stem), path.suffix) == (len("rhi-") + 10, ".rhib")
    data = exchanging.read_bundle_file(path)
    exchanging.apply(pair.theirs, exchanging.preview(pair.theirs, pair.read(data)), pair.at)
    (sent,), (came,) = exchanging.history(pair.mine), exchanging.history(pair.theirs)
    assert sent.bundle_id == came.bundle_id == packed.head.bundle_id
    assert (sent.outgoing, came.outgoing) == (True, False)
    assert sent.partners == (trusting.my_card(pair.theirs).fingerprint,)
    assert came.partners == (trusting.my_card(pair.mine).fingerprint,)


def test_a_file_that_cannot_be_written_is_not_logged(pair: Pair, tmp_path: Path) -> None:
    """Nothing left, so the log says nothing."""
    before = contents(pair.mine)
    with pytest.raises(FileError):
        exchanging.write_bundle(pair.mine, pair.pack(), tmp_path / "no" / "x.rhib", pair.at)
    assert contents(pair.mine) == before


def test_every_refusal_leaves_the_vault_as_it_was(pair: Pair) -> None:
    """Cut, foreign, pending, revoked, not for us: each by its code, and not one row written."""
    data = pair.pack().data
    card = trusting.my_card(pair.mine)
    before = contents(pair.theirs)
    for broken, code in ((data[:-40], "bundle_cut"), (b"hello", "bundle_foreign")):
        with pytest.raises(BundleError) as refused:
            pair.read(broken)
        assert refused.value.code == code
    with pytest.raises(BundleError) as elsewhere:
        exchanging.read_bundle(
            exchanging.pack(
                exchanging.collect(pair.theirs, []),
                exchanging.sender(pair.theirs),
                [],
                pair.at,
            ).data,
            exchanging.reader_inputs(pair.mine),
        )
    assert elsewhere.value.code == "bundle_not_for_us"
    assert contents(pair.theirs) == before
    trusting.revoke(pair.theirs, card.fingerprint, pair.at)
    before = contents(pair.theirs)
    with pytest.raises(BundleError) as revoked:
        pair.read(data)
    assert revoked.value.code == "signer_revoked"
    assert contents(pair.theirs) == before


def test_an_import_does_not_hold_back_a_clock_that_is_right(pair: Pair) -> None:
    """A partner's clock that runs ahead does not make ours look set back."""
    ahead = Moment(pair.at.now + timedelta(days=900), pair.at.draw)
    interviewing.keep_line(pair.mine, pair.talk, Typed(Voice.CHILD, "later"), ahead)
    exchanging.apply(
        pair.theirs, exchanging.preview(pair.theirs, pair.read(pair.pack().data)), pair.at
    )
    newest = journal.newest_at(pair.theirs.store)
    assert newest is None or newest <= pair.at.now


def test_the_newest_time_of_a_case_is_when_it_was_saved_here(pair: Pair) -> None:
    """The page of an imported case shows everything it had over there."""
    exchanging.apply(
        pair.theirs, exchanging.preview(pair.theirs, pair.read(pair.pack().data)), pair.at
    )
    mine, theirs = (open_case(ws, pair.case_id, pair.at.now) for ws in (pair.mine, pair.theirs))
    assert mine == theirs
