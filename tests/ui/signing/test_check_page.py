"""Claims about the last look: gaps stop sealing, what is seen is what is signed, word by word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import DraftInterview, SealedInterview, SignedInterview
from rhi_desktop.domain.line import Topic, Typed, Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.shell import Notice, Shell
from rhi_desktop.ui.signing.check_page import CheckPage
from rhi_desktop.ui.signing.preview_pane import PreviewPane
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import ErrorSummary
from rhi_desktop.workflow import exporting, interviewing, reviewing, signing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import Watch, dress
from tests.ui.interview.hands import focused
from tests.ui.rooms import pressable, seen
from tests.ui.signing.conftest import Opener, drawn, pane, talk_of
from tests.vaults import contents

NO_GLYPH = "\N{CUNEIFORM SIGN A}"


def seal(page: CheckPage, qtbot: QtBot) -> None:
    """Press the button, and wait for the pages that will be signed."""
    pressable(page, "seal_or_sign").click()
    qtbot.waitUntil(lambda: pressable(page, "seal_or_sign").text() == "Sign and save")
    drawn(qtbot, page)


def sign(page: CheckPage, qtbot: QtBot, shell: Shell) -> Place:
    """Press the button; where it leads."""
    with qtbot.waitSignal(shell.wanted, timeout=20_000) as wanted:
        pressable(page, "seal_or_sign").click()
    assert wanted.args is not None
    place = wanted.args[0]
    assert isinstance(place, Place)
    return place


def sealed(ws: Workspace, place: Place, at: Moment) -> SealedInterview:
    """Seal a talk by the verb."""
    draft = interviewing.load(ws, talk_of(place))
    assert isinstance(draft, DraftInterview)
    return signing.seal(ws, draft, at)


def test_with_gaps_nothing_can_be_sealed(
    open_check: Opener, workspace: Workspace, begun: Place
) -> None:
    """Each gap is a link, the first has the focus, the button and its key do nothing."""
    page, before = open_check(begun), contents(workspace)
    summary = page.findChild(ErrorSummary)
    assert summary is not None
    assert "Say why “How to help” was not reached" in summary.words
    assert "12 things need a word before you can seal" in seen(page)
    assert focused().objectName() == "error_1"
    button = pressable(page, "seal_or_sign")
    assert not button.isEnabled()
    next(act for _, act in page.acts).trigger()
    assert contents(workspace) == before
    assert "(s)" not in seen(page)


def test_every_gap_leads_to_its_page(open_check: Opener, shell: Shell, begun: Place) -> None:
    """Topics to sorting, the question to its page, the end to reading back."""
    page, wanted = open_check(begun), QSignalSpy(shell.wanted)
    summary = page.findChild(ErrorSummary)
    assert summary is not None
    for number in range(1, len(summary.words) + 1):
        pressable(page, f"error_{number}").click()
    pages = {wanted.at(n)[0].page for n in range(wanted.count())}
    assert pages == {PageName.SORT, PageName.GUIDED, PageName.CAPTURE, PageName.READ_BACK}


def test_rows_lead_to_what_they_say(open_check: Opener, shell: Shell, ready: Place) -> None:
    """Five topics, the plan, reading back, the end: in this order."""
    page, wanted = open_check(ready), QSignalSpy(shell.wanted)
    for number in range(8):
        pressable(page, f"change_{number}").click()
    places = [wanted.at(n)[0] for n in range(8)]
    assert [one.page for one in places[:5]] == [PageName.SORT] * 5
    assert [one.detail for one in places[:5]] == [topic.value for topic in Topic]
    assert [one.page for one in places[5:]] == [
        PageName.CHILD_PLAN,
        PageName.READ_BACK,
        PageName.READ_BACK,
    ]


def test_a_question_of_ours_alone_is_nothing_heard(
    open_check: Opener, workspace: Workspace, begun: Place, moment: Moment
) -> None:
    """The row and the gap say the same."""
    typed = Typed(Voice.ASKED, "tell me about Sunday")
    line = interviewing.keep_line(workspace, talk_of(begun), typed, moment)
    interviewing.sort_line(workspace, line, (Topic.WHY,), moment)
    page = open_check(begun)
    summary = page.findChild(ErrorSummary)
    assert summary is not None
    assert "Say why “Why” was not reached" in summary.words
    assert pressable(page, "change_0").text() == "Say why"


def test_seal_then_sign_the_very_bytes_that_were_shown(
    open_check: Opener, shell: Shell, workspace: Workspace, ready: Place, qtbot: QtBot
) -> None:
    """The signed file begins with the bytes in view, and the verifier calls it genuine."""
    page = open_check(ready)
    assert "Not sealed yet" in seen(page)
    seal(page, qtbot)
    assert "Sealed, not signed yet" in seen(page)
    assert page.findChild(QWidget, "change_0") is None or "Change" not in seen(page)
    assert focused() is pressable(page, "seal_or_sign")
    base = page.base
    place = sign(page, qtbot, shell)

    talk = interviewing.load(workspace, talk_of(ready))
    assert isinstance(talk, SignedInterview)
    assert (place.page, place.report_id) == (PageName.SEND, talk.report.id)
    file = exporting.report_file(workspace, talk.report)
    assert file.startswith(base)
    verdict = reviewing.verify(file, reviewing.pins(workspace))
    assert verdict.exit_code == 0


def test_what_is_shown_are_the_pages_of_those_bytes(
    open_check: Opener, workspace: Workspace, ready: Place, qtbot: QtBot
) -> None:
    """Each page by the arrows; its text is what a reader hears."""
    page = open_check(ready)
    seal(page, qtbot)
    images = signing.page_images(page.base, 400)
    assert pane(page).pages == len(images)
    assert not pressable(page, "previous_page").isEnabled()
    for number, image in enumerate(images, start=1):
        paper = page.findChild(QWidget, "paper")
        assert paper is not None
        assert paper.accessibleName() == f"Page {number} of {len(images)}"
        assert paper.accessibleDescription() == image.text
        pressable(page, "next_page").click()
    assert not pressable(page, "next_page").isEnabled()
    assert isinstance(interviewing.load(workspace, talk_of(ready)), SealedInterview)


def test_the_arrows_keep_the_focus_at_both_ends(
    open_check: Opener, ready: Place, qtbot: QtBot
) -> None:
    """Somebody who turns the pages by Space stays on the arrow, and turns no further."""
    page = open_check(ready)
    drawn(qtbot, page)
    for name, last in (("next_page", pane(page).pages), ("previous_page", 1)):
        arrow = pressable(page, name)
        arrow.setFocus()
        for _ in range(pane(page).pages + 1):
            QTest.keyClick(focused(), Qt.Key.Key_Space)
        assert arrow.hasFocus()
        paper = page.findChild(QWidget, "paper")
        assert paper is not None
        assert paper.accessibleName() == f"Page {last} of {pane(page).pages}"


def test_a_report_that_cannot_be_drawn_is_said_in_place_of_the_page(
    qtbot: QtBot, workspace: Workspace, shell: Shell, ready: Place, moment: Moment
) -> None:
    """And sealing is not possible: it must not be found out afterwards."""
    typed = Typed(Voice.CHILD, f"it said {NO_GLYPH} on the wall")
    interviewing.keep_line(workspace, talk_of(ready), typed, moment)
    before = contents(workspace)
    noticed = QSignalSpy(shell.noticed)
    page = CheckPage(workspace, shell, ready)
    qtbot.addWidget(page)
    shown(page)
    qtbot.waitUntil(lambda: noticed.count() > 0, timeout=20_000)
    notice = noticed.at(0)[0]
    assert isinstance(notice, Notice)
    assert notice.said.happened in seen(pane(page))
    assert not pressable(page, "seal_or_sign").isEnabled()
    next(act for _, act in page.acts).trigger()
    assert contents(workspace) == before
    assert_page_accessible(page)


def test_a_clock_that_went_back_refuses_to_seal(
    open_check: Opener, shell: Shell, workspace: Workspace, ready: Place, watch: Watch
) -> None:
    """With its sentence; nothing is written, and the button can be pressed again."""
    page, said, before = open_check(ready), QSignalSpy(shell.noticed), contents(workspace)
    watch.seconds = -86_400
    pressable(page, "seal_or_sign").click()

    assert "clock" in said.at(0)[0].said.happened.casefold()
    assert contents(workspace) == before
    assert "Not sealed yet" in seen(page)
    assert pressable(page, "seal_or_sign").isEnabled()


def test_a_draft_that_changed_elsewhere_is_not_sealed(
    open_check: Opener, shell: Shell, workspace: Workspace, ready: Place, moment: Moment
) -> None:
    """What is sealed is what was looked at."""
    page, said = open_check(ready), QSignalSpy(shell.noticed)
    interviewing.keep_line(workspace, talk_of(ready), Typed(Voice.CHILD, "one more"), moment)
    pressable(page, "seal_or_sign").click()
    assert said.count() == 1
    assert isinstance(interviewing.load(workspace, talk_of(ready)), DraftInterview)

    page.refresh()
    assert not pressable(page, "seal_or_sign").allowed


def test_a_report_signed_meanwhile_is_not_signed_twice(
    open_check: Opener, shell: Shell, workspace: Workspace, ready: Place, moment: Moment
) -> None:
    """Going there again goes on to sending it."""
    talk = sealed(workspace, ready, moment)
    page = open_check(ready)
    job = signing.prepare(workspace, talk)
    done = signing.sign(job, signing.draw(job), moment)
    signing.store_signed(workspace, talk, done, moment)
    wanted = QSignalSpy(shell.wanted)
    page.refresh()
    assert wanted.at(0)[0].page is PageName.SEND


def test_what_is_shown_while_drawing(
    qtbot: QtBot, workspace: Workspace, shell: Shell, ready: Place
) -> None:
    """It says that it draws, and the button waits; then the button has the focus."""
    page = CheckPage(workspace, shell, ready)
    qtbot.addWidget(page)
    assert "Drawing the pages …" in seen(pane(page))
    assert not pressable(page, "seal_or_sign").isEnabled()
    assert_page_accessible(page)
    drawn(qtbot, page)
    assert pressable(page, "seal_or_sign").isEnabled()


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
@pytest.mark.parametrize("state", ["gaps", "ready", "sealed"])
def test_everybody_can_check_and_sign(
    open_check: Opener,
    qapp: QApplication,
    workspace: Workspace,
    request: pytest.FixtureRequest,
    state: str,
    look: Theme,
) -> None:
    """With gaps, ready and sealed, at 100 % and at 200 %, the work and the pages."""
    place = request.getfixturevalue("begun" if state == "gaps" else "ready")
    if state == "sealed":
        sealed(workspace, place, request.getfixturevalue("moment"))
    dress(qapp, look)
    page = open_check(place)
    assert_page_accessible(page)
    if look.zoom > 1:
        pressable(page, "show_pages").click()
        assert pressable(page, "hide_pages").hasFocus()
        assert_page_accessible(page)
        pressable(page, "hide_pages").click()
        assert pressable(page, "show_pages").hasFocus()
    assert page.title == "R-0142"


def test_a_small_window_shows_one_side(open_check: Opener, begun: Place) -> None:
    """683 x 344: the work first, the pages behind their button."""
    page = open_check(begun)
    page.resize(683, 344)
    shown(page)
    assert page.width() == 683
    found = page.findChild(PreviewPane)
    assert found is not None
    assert not found.isVisible()
    assert_nothing_cut(page)


def test_keys_alone_turn_the_pages(open_check: Opener, ready: Place) -> None:
    """Tab to the arrow, Space to turn."""
    page = open_check(ready)
    arrow = pressable(page, "next_page")
    arrow.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    paper = page.findChild(QWidget, "paper")
    assert paper is not None
    assert paper.accessibleName().startswith("Page 2")


def test_checking_needs_an_interview(workspace: Workspace, shell: Shell) -> None:
    """Without one there is no such page."""
    with pytest.raises(ValueError, match="interview"):
        CheckPage(workspace, shell, Place(PageName.CHECK))
