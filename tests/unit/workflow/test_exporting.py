"""Claims about reports that leave the vault as files."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rhi_desktop.domain.given import GivenKind, Method
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.workflow import casework, exporting, signing
from rhi_desktop.workflow.exporting import Leaving
from rhi_desktop.workflow.workspace import Workspace
from tests.unit.store.samples import left_before
from tests.vaults import contents

LEAVING = Leaving("Kim Ode", "police_missing", "to find Mo\x07", Method.SECURE_MAIL)


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
        exporting.save_report(workspace, report, tmp_path / "no" / "r.pdf", LEAVING, moment)
    with pytest.raises(VaultError) as missing:
        exporting.report_file(workspace, replace(report, sha256="0" * 64))
    assert missing.value.code == "record_missing"
    assert contents(workspace) == before


def test_the_log_says_everything_about_what_left(
    workspace: Workspace, signed_interview: SignedInterview, moment: Moment, tmp_path: Path
) -> None:
    """Newest first: which report, to whom, who they are, why, how, when, and the very file."""
    report, path = signed_interview.report, tmp_path / "r.pdf"
    older = left_before(workspace.store, report.id, "Sam", "a meeting", moment)
    later = replace(moment, now=moment.now + timedelta(minutes=1))
    made = exporting.save_report(workspace, report, path, LEAVING, later)
    assert made.sha256 == hashlib.sha256(path.read_bytes()).hexdigest() == report.sha256
    assert (made.kind, made.report_id, made.at) == (GivenKind.FULL, report.id, later.now)
    assert (made.recipient, made.role, made.method) == (
        *(LEAVING.recipient, LEAVING.role),
        LEAVING.method,
    )
    assert made.purpose == "to find Mo\ufffd"
    newest, first = exporting.given(workspace, signed_interview.account.case.id)
    assert newest == made
    assert (first.recipient, first.purpose, first.at) == ("Sam", "a meeting", older.at)
    assert (first.role, first.method, first.sha256) == ("", Method.NOT_NOTED, "")
    assert exporting.given_of(workspace, report) == (newest, first)


def test_the_pages_of_a_signed_report_can_be_shown(
    workspace: Workspace, signed_interview: SignedInterview
) -> None:
    """Each page has the width that was asked for, and text for a screen reader."""
    pages = signing.page_images(exporting.report_file(workspace, signed_interview.report), 300)
    assert {page.width for page in pages} == {300}
    assert all(page.text.strip() for page in pages)
