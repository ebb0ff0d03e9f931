"""Claims about half-typed text in the vault, and about its way over a lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from rhi_desktop.domain.line import REPLACEMENT
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import BundleError
from rhi_desktop.workflow import drafts, unlocking
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.practice import practice_case
from rhi_desktop.workflow.workspace import Workspace
from tests.vaults import contents, open_fresh

EDITS = (Edit("capture/1/line", "he said I could", 15), Edit("sort/1/reason", "asle", 4))


def test_the_newest_text_and_caret_of_a_field_are_kept(
    workspace: Workspace, moment: Moment
) -> None:
    """Until the field is dropped, because its text became a record."""
    drafts.save_draft(workspace, "capture/1/line", "he", 2, moment)
    drafts.save_drafts(workspace, EDITS, moment)
    assert drafts.drafts(workspace) == EDITS
    drafts.drop_draft(workspace, "capture/1/line")
    assert drafts.drafts(workspace) == EDITS[1:]


def test_the_place_is_remembered(workspace: Workspace, moment: Moment) -> None:
    """A new vault has none; later ones take the place of earlier ones."""
    assert drafts.get_place(workspace) is None
    drafts.put_place(workspace, "cases", "", "", moment)
    drafts.put_place(workspace, "capture", "case", "line", moment)
    place = drafts.get_place(workspace)
    assert place is not None
    assert (place.page, place.case_id, place.detail) == ("capture", "case", "line")


def test_unsaved_edits_go_over_a_lock_sealed_and_are_written_first(
    workspace: Workspace, moment: Moment
) -> None:
    """What a full disk would not take is in the vault after unlocking; nobody else can read it."""
    sealed = drafts.seal_unsaved(workspace.identity.recipient, EDITS)
    assert b"he said" not in sealed
    assert drafts.drafts(workspace) == ()
    assert drafts.open_unsaved(workspace, sealed, moment) == EDITS
    assert drafts.drafts(workspace) == EDITS


def test_a_hand_over_for_another_vault_changes_nothing(
    workspace: Workspace, tmp_path: Path, moment: Moment
) -> None:
    """It is refused by its code, and so is one that is no hand-over."""
    other = open_fresh(tmp_path / "other.rhivault", practice_case().supervisor, moment)
    before = contents(other)
    sealed = drafts.seal_unsaved(workspace.identity.recipient, EDITS)
    try:
        with pytest.raises(BundleError) as refused:
            drafts.open_unsaved(other, sealed, moment)
        assert refused.value.code == "bundle_not_for_us"
        with pytest.raises(BundleError) as foreign:
            drafts.open_unsaved(other, b"no hand-over", moment)
        assert foreign.value.code == "bundle_foreign"
        assert contents(other) == before
    finally:
        unlocking.close(other)


def test_half_a_surrogate_pair_does_not_stop_a_save(workspace: Workspace, moment: Moment) -> None:
    """Nothing typed can keep the rest from being saved."""
    edit = Edit("k", "a\ud800", 2)
    drafts.save_drafts(workspace, (edit,), moment)
    (handed,) = drafts.open_unsaved(
        workspace, drafts.seal_unsaved(workspace.identity.recipient, (edit,)), moment
    )
    assert drafts.drafts(workspace) == (handed,)
    assert handed.text == f"a{REPLACEMENT}"
