"""Claims about reports that leave the vault as files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.workflow import casework, exporting, signing
from rhi_desktop.workflow.workspace import Workspace
from tests.vaults import contents


def test_a_suggested_name_can_act_as_no_path(
    workspace: Workspace, signed_interview: SignedInterview, moment: Moment
) -> None:
    """Only plain letters, digits and hyphens of the reference remain."""
    for reference, name in (
        ("R-0142", "R-0142.pdf"),
        ("../a b/\u00e7", "a-b.pdf"),
        ("\u2026", "report.pdf"),
        ("x" * 90, "x" * exporting.NAME_LIMIT + ".pdf"),
    ):
        case = replace(signed_interview.account.case, reference=reference)
        casework.save_case(workspace, case, moment)
        assert exporting.suggested_name(workspace, signed_interview.report) == name


def test_a_report_that_cannot_be_written_is_not_logged(
    workspace: Workspace, signed_interview: SignedInterview, moment: Moment, tmp_path: Path
) -> None:
    """Nothing left, so the log says nothing."""
    before, report = contents(workspace), signed_interview.report
    with pytest.raises(FileError):
        exporting.save_report(workspace, report, tmp_path / "no" / "r.pdf", "a", "b", moment)
    with pytest.raises(VaultError) as missing:
        exporting.report_file(workspace, replace(report, sha256="0" * 64))
    assert missing.value.code == "record_missing"
    assert contents(workspace) == before


def test_the_pages_of_a_signed_report_can_be_shown(
    workspace: Workspace, signed_interview: SignedInterview
) -> None:
    """Each page has the width that was asked for, and text for a screen reader."""
    pages = signing.page_images(exporting.report_file(workspace, signed_interview.report), 300)
    assert {page.width for page in pages} == {300}
    assert all(page.text.strip() for page in pages)
