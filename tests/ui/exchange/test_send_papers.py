"""Claims about the page of a talk with more than one signed paper: which leaves, and how."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import Report, SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui.exchange.send_page import SendPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.widgets import Radio
from rhi_desktop.workflow import exporting, signing, variants
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import FixedChooser, dress
from tests.ui.exchange.conftest import button, said_on, there
from tests.ui.versions.hands import write

Opener = Callable[[Variant], SendPage]


@pytest.fixture
def police(workspace: Workspace, moment: Moment, signed_interview: SignedInterview) -> Report:
    """A version for the police with what is suggested."""
    talk = signed_interview.account.interview.id
    could = variants.offered(workspace, talk, Variant.POLICE)
    job = variants.prepare_variant(workspace, talk, Variant.POLICE, could.suggested, moment)
    made = signing.sign(job.report_job, signing.draw(job.report_job), moment)
    return variants.store_variant(workspace, job, made, moment)


@pytest.fixture
def open_paper(
    qtbot: QtBot,
    workspace: Workspace,
    shell: Shell,
    signed_interview: SignedInterview,
    police: Report,
) -> Opener:
    """Opens the page of one of the two papers, and waits until it is judged and drawn."""

    def opened(variant: Variant) -> SendPage:
        head = signed_interview.account.interview
        shown_one = police if variant is Variant.POLICE else signed_interview.report
        place = Place(PageName.SEND, head.case_id, interview_id=head.id, report_id=shown_one.id)
        page = SendPage(workspace, shell, place)
        qtbot.addWidget(page)
        shown(page)
        qtbot.waitUntil(lambda: "…" not in said_on(page), timeout=20_000)
        return page

    return opened


def test_a_version_leaves_as_a_file_and_in_no_other_way(
    open_paper: Opener, workspace: Workspace, chooser: FixedChooser, police: Report, tmp_path: Path
) -> None:
    """No bundle is offered there, nor its key; its file name says which paper it is."""
    page = open_paper(Variant.POLICE)
    words = said_on(page)
    assert words.index("Version for the police") < words.index("Signed about this talk")
    assert "Genuine" in words
    assert not there(page, "save_bundle")
    assert "Ctrl+B" not in [act.shortcut().toString() for _, act in page.acts]
    assert page.first_focus() is button(page, "save_report")

    for name, said in (("recipient", "The desk"), ("purpose", "To look")):
        write(page, name, said)
    for name in ("role_police_missing", "method_upload"):
        (radio,) = page.findChildren(Radio, name)
        radio.click()
    assert "was not made for them" not in said_on(page)
    chooser.path = tmp_path
    button(page, "save_report").click()
    assert (tmp_path / "R-0142-police.pdf").exists()
    (given,) = exporting.given_of(workspace, police)
    assert (given.kind.value, given.sha256) == ("police", police.sha256)
    assert "Version for the police: The desk" in said_on(page)


def test_a_version_for_somebody_else_is_pointed_out(open_paper: Opener) -> None:
    """A carer who would get the version for the police."""
    page = open_paper(Variant.POLICE)
    (radio,) = page.findChildren(Radio, "role_carer")
    radio.click()
    assert "This paper was not made for them." in said_on(page)


def test_every_paper_is_one_link_away(
    open_paper: Opener, shell: Shell, police: Report, signed_interview: SignedInterview
) -> None:
    """From the full report to the version, and to making more."""
    page, wanted = open_paper(Variant.FULL), QSignalSpy(shell.wanted)
    assert "Full report" in said_on(page)
    assert "In view" in said_on(page)
    button(page, "show_paper_1").click()
    for name in ("make_police", "make_carer", "make_addendum"):
        button(page, name).click()
    places = [wanted.at(number)[0] for number in range(4)]
    assert places[0].report_id == police.id
    assert [one.page for one in places[1:]] == [
        PageName.VERSION,
        PageName.VERSION,
        PageName.ADDENDUM,
    ]
    assert [one.detail for one in places[1:]] == ["police", "carer", ""]
    assert {one.interview_id for one in places} == {signed_interview.account.interview.id}


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_everybody_can_use_it(open_paper: Opener, qapp: QApplication, zoom: float) -> None:
    """At 100 % and at 200 %."""
    dress(qapp, Theme(zoom=zoom))
    assert_page_accessible(open_paper(Variant.POLICE))
