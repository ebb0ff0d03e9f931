"""Claims about an addendum: what is missing is said, what is seen is signed, the report stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui.exchange.send_page import SendPage
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.versions.addendum_page import AddendumPage
from rhi_desktop.ui.versions.live_pages import LivePages
from rhi_desktop.workflow import addenda, drafts, exporting, interviewing, practising, reviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import Watch, dress
from tests.ui.rooms import pressable, seen
from tests.ui.versions.hands import press, write
from tests.vaults import contents

LONG = 20_000
Opener = Callable[[], AddendumPage]


@pytest.fixture
def place(signed_interview: SignedInterview) -> Place:
    """Where the addendum is written."""
    head = signed_interview.account.interview
    return Place(PageName.ADDENDUM, head.case_id, interview_id=head.id)


@pytest.fixture
def open_addendum(qtbot: QtBot, workspace: Workspace, shell: Shell, place: Place) -> Opener:
    """Opens the page as the window does."""

    def opened() -> AddendumPage:
        page = AddendumPage(workspace, shell, place)
        qtbot.addWidget(page)
        shown(page)
        first = page.first_focus()
        assert first is not None
        first.setFocus()
        return page

    return opened


def fill(page: AddendumPage, qtbot: QtBot) -> None:
    """Why, and one correction in the child's words; then wait for the pages of it."""
    write(page, "reason", "She rang the next day.")
    write(page, "words_1", "it was his cousin who paid")
    press(page, "voice_1_child")
    (pages,), (pane,) = page.findChildren(LivePages), page.findChildren(PreviewPane)
    qtbot.waitUntil(lambda: pages.ready and pane.pages > 0, timeout=LONG)


def sign(page: AddendumPage, qtbot: QtBot, shell: Shell) -> Place:
    """Press the button; where it leads."""
    with qtbot.waitSignal(shell.wanted, timeout=LONG) as wanted:
        pressable(page, "sign_addendum").click()
    assert wanted.args is not None
    found = wanted.args[0]
    assert isinstance(found, Place)
    return found


def test_it_says_that_the_report_stays_and_what_is_missing(
    open_addendum: Opener, workspace: Workspace
) -> None:
    """Nothing is written; the first thing that is missing has the focus."""
    page, before = open_addendum(), contents(workspace)
    assert "The report signed Tuesday 10 March 2026 stays as it is" in seen(page)
    assert "The pages stand here once it says why" in seen(page)
    next(act for _, act in page.acts).trigger()
    assert "Write why" in seen(page)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "reason"
    assert contents(workspace) == before


def test_the_very_bytes_in_view_are_signed_and_the_report_is_as_it_was(
    open_addendum: Opener,
    shell: Shell,
    workspace: Workspace,
    qtbot: QtBot,
    signed_interview: SignedInterview,
) -> None:
    """It leads to the page of the addendum; no draft of it is left."""
    page = open_addendum()
    fill(page, qtbot)
    (pages,) = page.findChildren(LivePages)
    base, talk_id = pages.base, signed_interview.account.interview.id
    place = sign(page, qtbot, shell)

    (added,) = addenda.addenda_of(workspace, talk_id)
    assert added.report is not None
    assert (place.page, place.report_id) == (PageName.SEND, added.report.id)
    assert added.report.variant is Variant.ADDENDUM
    (one,) = added.addendum.corrections
    assert (one.voice, one.words) == (Voice.CHILD, "it was his cousin who paid")
    data = exporting.report_file(workspace, added.report)
    assert data.startswith(base)
    assert reviewing.verify(data, reviewing.pins(workspace)).exit_code == 0
    assert interviewing.load(workspace, talk_id) == signed_interview
    assert drafts.drafts(workspace) == ()


def test_while_it_is_typed_nothing_old_can_be_signed(
    open_addendum: Opener, qtbot: QtBot, workspace: Workspace
) -> None:
    """One more letter, and the button waits for new pages."""
    page = open_addendum()
    fill(page, qtbot)
    before = contents(workspace)["reports"]
    write(page, "reason", " And once more.")
    assert not pressable(page, "sign_addendum").isEnabled()
    next(act for _, act in page.acts).trigger()
    assert contents(workspace)["reports"] == before


def test_a_clock_that_went_back_keeps_nothing_and_loses_no_word(
    open_addendum: Opener, shell: Shell, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    """It is said, and everything typed still stands there."""
    page, said = open_addendum(), QSignalSpy(shell.noticed)
    fill(page, qtbot)
    before = contents(workspace)["reports"]
    watch.seconds = -86_400
    pressable(page, "sign_addendum").click()
    qtbot.waitUntil(lambda: said.count() > 0, timeout=LONG)
    assert "clock" in said.at(0)[0].said.happened.casefold()
    assert contents(workspace)["reports"] == before
    assert pressable(page, "sign_addendum").isEnabled()


def test_its_page_says_that_it_waits_for_the_supervisor(
    open_addendum: Opener, shell: Shell, workspace: Workspace, qtbot: QtBot
) -> None:
    """A bundle comes first; the other papers are one link away."""
    place = sign_one(open_addendum(), qtbot, shell)
    page = SendPage(workspace, shell, place)
    qtbot.addWidget(page)
    shown(page)
    words = seen(page)
    assert words.index("Addendum 1") < words.index("Signed about this talk")
    assert "Full report" in words
    assert page.first_focus() is pressable(page, "save_bundle")
    wanted = QSignalSpy(shell.wanted)
    pressable(page, "show_paper").click()
    assert wanted.at(0)[0].report_id != place.report_id


def sign_one(page: AddendumPage, qtbot: QtBot, shell: Shell) -> Place:
    """Fill in and sign."""
    fill(page, qtbot)
    return sign(page, qtbot, shell)


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
def test_everybody_can_write_one(
    open_addendum: Opener, qapp: QApplication, qtbot: QtBot, look: Theme
) -> None:
    """At 100 % and at 200 %, empty and filled in, the words and the pages."""
    dress(qapp, look)
    page = open_addendum()
    assert_page_accessible(page)
    fill(page, qtbot)
    pressable(page, "add_correction").click()
    shown(page)
    assert_page_accessible(page)
    if look.zoom > 1:
        pressable(page, "show_pages").click()
        assert_page_accessible(page)


def test_back_leads_to_the_report(
    open_addendum: Opener, shell: Shell, signed_interview: SignedInterview
) -> None:
    """By the link at the foot."""
    page, wanted = open_addendum(), QSignalSpy(shell.wanted)
    pressable(page, "back").click()
    assert wanted.at(0)[0].report_id == signed_interview.report.id


def test_there_is_none_without_a_signed_report(
    workspace: Workspace, shell: Shell, moment: Moment
) -> None:
    """What is not signed may still change by itself."""
    talk = practising.play_talk(workspace, practising.load_practice(workspace, moment), moment)
    with pytest.raises(ValueError, match="signed report"):
        AddendumPage(workspace, shell, Place(PageName.ADDENDUM, interview_id=talk))
