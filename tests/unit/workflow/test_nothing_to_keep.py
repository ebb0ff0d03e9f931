"""Claims about what is refused before anything is written: blank words, foreign shapes, no talk."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rhi_desktop.crypto import age
from rhi_desktop.domain.drawing import MOST, Stroke
from rhi_desktop.domain.interview import ReportStage, SignedInterview
from rhi_desktop.domain.line import Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.reading import Said
from rhi_desktop.errors import BundleError, SigningError, VaultError
from rhi_desktop.workflow import (
    casework,
    drafts,
    interviewing,
    lines,
    practising,
    reading_back,
    reviewing,
    story,
    telling,
    trusting,
    unlocking,
)
from rhi_desktop.workflow.entries import legible
from rhi_desktop.workflow.sketching import sheet_of, unpacked
from rhi_desktop.workflow.telling_talk import Scene, tell_talk
from rhi_desktop.workflow.workspace import Workspace
from tests.vaults import contents


def test_a_line_never_becomes_blank(workspace: Workspace, moment: Moment) -> None:
    """Words are struck, never emptied; and a change the child asks for has words as well."""
    case_id = practising.load_practice(workspace, moment)
    newest = casework.open_case(workspace, case_id, moment.now).episodes[0].episode
    talk = interviewing.start(workspace, case_id, (newest.id,), moment)
    line = lines.keep_line(workspace, talk, Typed(Voice.CHILD, "he said tell nobody"), moment)
    before = contents(workspace)
    with pytest.raises(ValueError, match="without words"):
        lines.edit_line(workspace, line, " \n", moment)
    with pytest.raises(ValueError, match="without words"):
        reading_back.answer_line(workspace, talk, line.id, Said.CHANGED, " ", moment)
    with pytest.raises(ValueError, match="at least one"):
        interviewing.cover(workspace, talk, (), moment)
    assert contents(workspace) == before


def test_a_report_is_given_back_with_words_only(
    workspace: Workspace, signed_interview: SignedInterview, moment: Moment
) -> None:
    """Nobody gets a report back without being told why."""
    before = contents(workspace)
    with pytest.raises(ValueError, match="with a comment"):
        reviewing.give_back(workspace, signed_interview.report, "  ", moment)
    assert contents(workspace) == before


def test_a_report_that_was_answered_meanwhile_is_not_answered_again(
    workspace: Workspace, signed_interview: SignedInterview, moment: Moment
) -> None:
    """Whoever holds an older look at a report is told so."""
    older = replace(signed_interview.report, stage=ReportStage.COUNTERSIGNED)
    with pytest.raises(SigningError) as refused:
        reviewing.give_back(workspace, older, "one thing first", moment)
    assert refused.value.code == "third_signature"


def test_a_talk_that_was_not_sealed_has_no_digest_to_compare(
    workspace: Workspace, signed_interview: SignedInterview, moment: Moment
) -> None:
    """A report of ours is compared with its seal; a file that claims to be of a draft is not."""
    report = signed_interview.report
    assert reviewing.seal_digest(workspace, report) == signed_interview.seal.digest
    talk = practising.play_talk(workspace, practising.load_practice(workspace, moment), moment)
    with pytest.raises(SigningError) as refused:
        reviewing.seal_digest(workspace, replace(report, interview_id=talk))
    assert refused.value.code == "not_sealed"


def test_a_hand_over_that_says_something_else_is_refused(
    workspace: Workspace, moment: Moment
) -> None:
    """It was sealed for this vault, and yet it holds no drafts; what it holds is not repeated."""
    before = contents(workspace)
    for inside in (b'{"edits":[{"words":"he said"}]}', b"he said tell nobody"):
        sealed = age.seal(inside, [workspace.identity.recipient])
        with pytest.raises(BundleError) as refused:
            drafts.open_unsaved(workspace, sealed, moment)
        assert refused.value.code == "bundle_damaged"
        assert refused.value.__cause__ is None
    assert contents(workspace) == before


def test_only_a_value_with_fields_can_be_made_legible() -> None:
    """Bare words go through `readable`; a type has no words at all."""
    for wrong in ("bare words", Stroke):
        with pytest.raises(TypeError):
            legible(wrong)


def test_a_full_sheet_stays_as_it_is() -> None:
    """A stroke that finds no room is not cut; the drawing before it is whole."""
    full = sheet_of([Stroke((1, 1) * MOST)])
    assert full.drawn(Stroke((2, 2))) == full


@pytest.mark.parametrize("text", ["[[60, 1.5, 2]]", "[[true, 1, 2]]", '[[60, "1", 2]]'])
def test_a_draft_drawing_has_whole_numbers(text: str) -> None:
    """Nothing between two points of the paper, and nothing that is no number."""
    assert unpacked(text) is None


def test_a_card_that_is_in_no_book_is_neither_trusted_nor_revoked(
    workspace: Workspace, moment: Moment
) -> None:
    """Trust is a person's word about a card that they have seen."""
    before = contents(workspace)
    for turn in (trusting.trust, trusting.revoke):
        with pytest.raises(KeyError):
            turn(workspace, "0" * 64, moment)
    assert contents(workspace) == before


def test_a_vault_without_the_card_of_its_holder_is_damaged(workspace: Workspace) -> None:
    """The card was made with the keys; where it is gone, something else may be."""
    workspace.store.connection.run("DELETE FROM cards")
    with pytest.raises(VaultError) as refused:
        trusting.my_card(workspace)
    assert refused.value.code == "vault_damaged"


def test_two_passphrases_are_the_same_however_they_were_typed() -> None:
    """A letter with its accent or the two apart: one passphrase. What none can be is never two."""
    assert unlocking.same_passphrase("caf\u00e9 lantern quiet", "cafe\u0301 lantern quiet")
    assert not unlocking.same_passphrase("harbour lantern quiet", "harbour lantern")
    assert not unlocking.same_passphrase("\ud800", "\ud800")


def test_a_story_file_says_each_thing_once() -> None:
    """Two files of one invented visit that both name its lines would hide one of them."""
    with pytest.raises(ValueError, match="a second time"):
        story._joined("min", (story.MIN[0][0], story.MIN[0][0]))


def test_a_visit_without_a_talk_cannot_be_told(workspace: Workspace, moment: Moment) -> None:
    """A refusal is a record without a talk; nothing is made up for it."""
    told = telling.story_of_min()
    silent = next(visit for visit in told.visit if visit.talk is None)
    case_id = telling.load_past(workspace, told, moment)
    oldest = casework.open_case(workspace, case_id, moment.now).episodes[-1].episode
    with pytest.raises(ValueError, match="no talk was held"):
        tell_talk(workspace, Scene(case_id, oldest.id, silent, moment))
