"""Claims about making a version: what may be ticked, what stays out, what is seen is signed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.preview_pane import PreviewPane
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.versions.live_pages import LivePages
from rhi_desktop.ui.versions.version_page import VersionPage
from rhi_desktop.ui.widgets.wrap_tick import WrapTick
from rhi_desktop.workflow import exporting, interviewing, practising, reviewing, variants
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import Watch, dress
from tests.ui.rooms import pressable, seen
from tests.vaults import contents

LONG = 20_000
Opener = Callable[[Variant], VersionPage]


@pytest.fixture
def open_version(
    qtbot: QtBot, workspace: Workspace, shell: Shell, signed_interview: SignedInterview
) -> Opener:
    """Opens the page and waits for its pages."""

    def opened(variant: Variant) -> VersionPage:
        page = VersionPage(workspace, shell, place_of(signed_interview, variant))
        qtbot.addWidget(page)
        shown(page)
        drawn(qtbot, page)
        return page

    return opened


def place_of(talk: SignedInterview, variant: Variant) -> Place:
    """Where a version is made."""
    head = talk.account.interview
    return Place(PageName.VERSION, head.case_id, interview_id=head.id, detail=variant.value)


def drawn(qtbot: QtBot, page: VersionPage) -> None:
    """Wait until pages that are up to date are in view."""
    (pages,), (pane,) = page.findChildren(LivePages), page.findChildren(PreviewPane)
    qtbot.waitUntil(lambda: pages.ready and pane.pages > 0, timeout=LONG)
    shown(page)


def tick(page: VersionPage, words: str) -> WrapTick:
    """The tick of something by a part of its words."""
    (found,) = [one for one in page.findChildren(WrapTick) if words in one.accessibleName()]
    return found


def sign(page: VersionPage, qtbot: QtBot, shell: Shell) -> Place:
    """Press the button; where it leads."""
    with qtbot.waitSignal(shell.wanted, timeout=LONG) as wanted:
        pressable(page, "sign_version").click()
    assert wanted.args is not None
    place = wanted.args[0]
    assert isinstance(place, Place)
    return place


def test_what_is_suggested_is_ticked_and_nothing_else(
    open_version: Opener, workspace: Workspace, signed_interview: SignedInterview
) -> None:
    """As many ticks as may go; what the child wants to happen is there, not ticked, and why."""
    page = open_version(Variant.POLICE)
    offer = variants.offered(workspace, signed_interview.account.interview.id, Variant.POLICE)
    ticks = [one for one in page.findChildren(WrapTick) if one.isEnabled()]
    assert len(ticks) == sum(1 for one in offer.items if one.allowed)
    assert sum(1 for one in ticks if one.isChecked()) == len(offer.suggested)
    assert "from somebody: are the police meant" in tick(page, "want mum").accessibleDescription()
    assert not tick(page, "want mum").isChecked()
    assert page.title == "R-0142"


def test_everything_that_stays_out_is_named_with_its_reason(
    open_version: Opener, workspace: Workspace, signed_interview: SignedInterview
) -> None:
    """The list has as many lines as things; taking one out moves it there."""
    page = open_version(Variant.POLICE)
    offer = variants.offered(workspace, signed_interview.account.interview.id, Variant.POLICE)
    count = len(offer.left_out(offer.suggested))
    assert f"{count} things. Nothing of it is anywhere in the file." in seen(page)
    assert "It belongs to the plan, and the police are not let into that" in seen(page)
    assert "You took it out" not in seen(page)
    QTest.mouseClick(tick(page, "he paid for mine"), Qt.MouseButton.LeftButton)
    shown(page)
    assert "You took it out (1)\nLine 3: it was @Dex he paid" in seen(page)
    assert f"{count + 1} things." in seen(page)


def test_pages_that_are_not_up_to_date_cannot_be_signed(
    open_version: Opener, workspace: Workspace, qtbot: QtBot
) -> None:
    """From the tick until the new pages are in view, the button and its key do nothing."""
    page, before = open_version(Variant.POLICE), contents(workspace)
    (pages,) = page.findChildren(LivePages)
    old = pages.base
    tick(page, "he paid for mine").click()
    assert not pressable(page, "sign_version").isEnabled()
    next(act for _, act in page.acts).trigger()
    assert contents(workspace)["reports"] == before["reports"]
    drawn(qtbot, page)
    assert pages.base != old
    assert pressable(page, "sign_version").isEnabled()


def test_the_very_bytes_in_view_are_signed_and_what_was_out_is_not_in_them(
    open_version: Opener,
    shell: Shell,
    workspace: Workspace,
    qtbot: QtBot,
    signed_interview: SignedInterview,
) -> None:
    """A report of its own beside the full one, which stays; it leads on to its own page."""
    page = open_version(Variant.POLICE)
    tick(page, "he paid for mine").click()
    drawn(qtbot, page)
    (pages,) = page.findChildren(LivePages)
    base, said = pages.base, QSignalSpy(shell.noticed)
    place = sign(page, qtbot, shell)

    assert place.page is PageName.SEND
    assert place.report_id != signed_interview.report.id
    talk = interviewing.load(workspace, signed_interview.account.interview.id)
    assert talk == signed_interview
    assert "The full report is as it was." in said.at(said.count() - 1)[0].said.whole
    (one,) = [
        one
        for one in exporting.papers_of(workspace, talk.account.interview.id)
        if one.id == place.report_id
    ]
    data = exporting.report_file(workspace, one)
    assert data.startswith(base)
    assert one.variant is Variant.POLICE
    assert reviewing.verify(data, reviewing.pins(workspace)).exit_code == 0


def test_ticks_come_back_until_the_version_is_signed(
    open_version: Opener, shell: Shell, qtbot: QtBot
) -> None:
    """After a lock; also when everything was taken out; each version has its own."""
    page = open_version(Variant.POLICE)
    tick(page, "he paid for mine").click()
    shell.autosave.flush()
    again = open_version(Variant.POLICE)
    assert not tick(again, "he paid for mine").isChecked()
    assert tick(again, "woke up").isChecked()
    for one in again.findChildren(WrapTick):
        if one.isChecked():
            one.click()
    shell.autosave.flush()
    empty = open_version(Variant.POLICE)
    assert not any(one.isChecked() for one in empty.findChildren(WrapTick))

    sign(empty, qtbot, shell)
    fresh = open_version(Variant.POLICE)
    assert tick(fresh, "he paid for mine").isChecked()


def test_for_a_carer_the_child_was_not_asked_about_nothing_said_can_be_ticked(
    open_version: Opener,
) -> None:
    """No line of the talk is offered, and it is said that nobody asked."""
    page = open_version(Variant.CARER)
    names = [one.accessibleName() for one in page.findChildren(WrapTick)]
    assert not any("he paid for mine" in one for one in names)
    assert "M.T. was not asked, or did not say, if carers may know." in seen(page)


def test_one_link_ticks_all_of_a_kind_and_none(open_version: Opener) -> None:
    """And says how many go in."""
    page = open_version(Variant.POLICE)
    link = pressable(page, "all_line")
    assert link.text() == "Tick all"
    link.click()
    lines = [one for one in page.findChildren(WrapTick) if one.objectName().startswith("item_line")]
    assert all(one.isChecked() for one in lines)
    assert link.text() == "Tick none"
    link.click()
    assert not any(one.isChecked() for one in lines)
    assert "0 of 15 ticked" in seen(page)


def test_a_clock_that_went_back_keeps_nothing(
    open_version: Opener, shell: Shell, workspace: Workspace, watch: Watch, qtbot: QtBot
) -> None:
    """It is said; the ticks can be changed again and the button can be pressed again."""
    page, said = open_version(Variant.POLICE), QSignalSpy(shell.noticed)
    before = contents(workspace)
    watch.seconds = -86_400
    pressable(page, "sign_version").click()
    qtbot.waitUntil(lambda: said.count() > 0, timeout=LONG)
    assert "clock" in said.at(0)[0].said.happened.casefold()
    assert contents(workspace)["reports"] == before["reports"]
    assert pressable(page, "sign_version").isEnabled()
    assert tick(page, "he paid for mine").isEnabled()


def test_one_leads_to_the_other_and_back_to_the_report(
    open_version: Opener, shell: Shell, signed_interview: SignedInterview
) -> None:
    """A link turns to the other reader; Alt+Left leads to the full report."""
    page, wanted = open_version(Variant.POLICE), QSignalSpy(shell.wanted)
    pressable(page, "other_version").click()
    pressable(page, "back").click()
    assert wanted.at(0)[0] == place_of(signed_interview, Variant.CARER)
    assert wanted.at(1)[0].page is PageName.SEND
    assert wanted.at(1)[0].report_id == signed_interview.report.id


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
@pytest.mark.parametrize("variant", [Variant.POLICE, Variant.CARER])
def test_everybody_can_make_one(
    open_version: Opener, qapp: QApplication, variant: Variant, look: Theme
) -> None:
    """At 100 % and at 200 %, the choice and the pages; it opens with the child's answer in view."""
    dress(qapp, look)
    page = open_version(variant)
    (first,) = [one for one in [page.first_focus()] if one is not None]
    first.setFocus()
    shown(page)
    (consent,) = page.findChildren(QWidget, "consent")
    assert consent.visibleRegion().boundingRect() == consent.rect()
    assert_page_accessible(page)
    if look.zoom > 1:
        pressable(page, "show_pages").click()
        assert_page_accessible(page)
        pressable(page, "hide_pages").click()
        assert pressable(page, "show_pages").hasFocus()


def test_there_is_none_without_a_signed_report(
    workspace: Workspace, shell: Shell, moment: Moment
) -> None:
    """Neither without a talk nor of one that is not signed."""
    talk = practising.play_talk(workspace, practising.load_practice(workspace, moment), moment)
    for place in (Place(PageName.VERSION), Place(PageName.VERSION, interview_id=talk)):
        with pytest.raises(ValueError, match="signed report"):
            VersionPage(workspace, shell, place)


def test_a_drawing_that_was_cancelled_can_be_begun_again(
    open_version: Opener, shell: Shell, qtbot: QtBot
) -> None:
    """Nothing can be signed until it is drawn; no banner says what the person did."""
    page, said = open_version(Variant.POLICE), QSignalSpy(shell.noticed)
    (pane,), (pages,) = page.findChildren(PreviewPane), page.findChildren(LivePages)
    pages.draw()
    pane.waiting.press()
    qtbot.waitUntil(lambda: pressable(page, "stop_drawing").text() == "Draw the pages")
    assert not pressable(page, "sign_version").isEnabled()
    assert said.count() == 0
    pressable(page, "stop_drawing").click()
    drawn(qtbot, page)
    assert pressable(page, "sign_version").isEnabled()


def test_keys_alone_tick_and_sign(
    open_version: Opener, shell: Shell, qtbot: QtBot, signed_interview: SignedInterview
) -> None:
    """The first tick has the focus, arrows go on, Space ticks, Ctrl+Enter signs."""
    page = open_version(Variant.POLICE)
    first = page.first_focus()
    assert isinstance(first, WrapTick)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = QApplication.focusWidget()
    assert isinstance(second, WrapTick)
    assert second is not first
    was = second.isChecked()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert second.isChecked() is not was
    drawn(qtbot, page)
    with qtbot.waitSignal(shell.wanted, timeout=LONG) as wanted:
        next(act for _, act in page.acts if act.shortcut().toString() == "Ctrl+Return").trigger()
    assert wanted.args is not None
    assert wanted.args[0].report_id != signed_interview.report.id
