"""Claims about the fields of an addendum, the tick of an item, and what is asked on leaving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.addendum import Correction
from rhi_desktop.domain.given import Given, GivenKind, Method
from rhi_desktop.domain.ids import CaseId
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.line import Voice
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.variant import Variant
from rhi_desktop.ui import given_words
from rhi_desktop.ui.exchange.given_list import given_list
from rhi_desktop.ui.exchange.leave_form import LeaveForm
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.versions.addendum_form import MOST, AddendumForm
from rhi_desktop.ui.widgets import Radio, Select
from rhi_desktop.ui.widgets.wrap_tick import WrapTick
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.rooms import pressable, seen
from tests.ui.versions.hands import press, write


@pytest.fixture
def leaving(qtbot: QtBot, workspace: Workspace, shell: Shell) -> LeaveForm:
    """Nothing filled in."""
    form = LeaveForm(workspace, shell, "send/one")
    qtbot.addWidget(form)
    shown(form)
    return form


@pytest.fixture
def addendum(
    qtbot: QtBot, workspace: Workspace, shell: Shell, signed_interview: SignedInterview
) -> AddendumForm:
    """Nothing filled in."""
    form = AddendumForm(workspace, shell, signed_interview.account)
    qtbot.addWidget(form)
    shown(form)
    return form


def test_nothing_is_chosen_for_anybody(leaving: LeaveForm) -> None:
    """No role and no way stands there before somebody chooses; what is missing is said in turn."""
    assert [one.objectName() for one in leaving.findChildren(Radio) if one.isChecked()] == []
    assert leaving.asked() is None
    for words in (
        "Write who gets this file",
        "Write what they need it for",
        "Choose who they are",
        "Choose how it gets to them",
    ):
        assert words in seen(leaving)
    field = leaving.focusWidget()
    assert field is not None
    assert field.objectName() == "recipient"


def test_a_usual_role_is_kept_by_its_name(leaving: LeaveForm) -> None:
    """All seven of the default roles are offered, and the way it goes."""
    write(leaving, "recipient", "K. Osei")
    write(leaving, "purpose", "Strategy meeting")
    press(leaving, "role_police_missing")
    press(leaving, "method_secure_mail")
    found = leaving.asked()

    assert found is not None
    assert (found.recipient, found.purpose) == ("K. Osei", "Strategy meeting")
    assert (found.role, found.method) == ("police_missing", Method.SECURE_MAIL)
    assert "K. Osei" not in repr(found)
    usual = "social_worker placing_authority host_authority police_missing reviewing_officer"
    assert {*usual.split(), "placement", "manager"} <= set(given_words.roles())


def test_somebody_else_is_described_in_own_words(leaving: LeaveForm) -> None:
    """The field for it comes with the choice, and is asked for."""
    write(leaving, "recipient", "K. Osei")
    write(leaving, "purpose", "Advice")
    press(leaving, "method_post")
    press(leaving, "role_other")
    assert leaving.asked() is None
    assert "Write who they are" in seen(leaving)
    write(leaving, "role_in_words", "Advocate")
    found = leaving.asked()
    assert found is not None
    assert found.role == "Advocate"

    leaving.done()
    assert leaving.asked() is None


def test_what_was_filled_in_comes_back(
    qtbot: QtBot, leaving: LeaveForm, workspace: Workspace, shell: Shell
) -> None:
    """After a lock, also what was chosen."""
    write(leaving, "recipient", "K. Osei")
    press(leaving, "role_other")
    shell.autosave.flush()
    again = LeaveForm(workspace, shell, "send/one")
    qtbot.addWidget(again)
    shown(again)

    assert again.role == "other"
    assert "In your own words, who they are" in seen(again)


def test_an_addendum_needs_a_reason_words_and_whose_they_are(addendum: AddendumForm) -> None:
    """Each is said beside its field, the first gets the focus."""
    assert addendum.missing() is not None
    assert "Write why" in seen(addendum)
    assert "Write what is corrected or added" in seen(addendum)
    write(addendum, "reason", "She rang the next day")
    write(addendum, "words_1", "it wasnt Dex it was his cousin")
    assert addendum.missing() is not None
    assert "Say whose words these are" in seen(addendum)

    press(addendum, "voice_1_child")
    assert (addendum.whole, addendum.missing()) == (True, None)
    (one,) = addendum.corrections
    assert one == Correction(Voice.CHILD, "it wasnt Dex it was his cousin")


def test_a_correction_says_which_line_it_belongs_to(addendum: AddendumForm) -> None:
    """The lines of the sealed account are offered, and the parts; nothing is chosen first."""
    select = addendum.findChild(Select, "about_1")
    assert select is not None
    assert select.value() == ""
    select.setFocus()
    QTest.keyClick(select, Qt.Key.Key_Down)
    write(addendum, "words_1", "he said later it was Sunday")
    press(addendum, "voice_1_told")
    write(addendum, "told_by_1", "Mum")
    (one,) = addendum.corrections
    assert one.about == "line 1"
    assert (one.voice, one.told_by) == (Voice.TOLD, "Mum")


def test_corrections_are_added_and_taken_out_again(addendum: AddendumForm) -> None:
    """What was taken out is not in the addendum; the last one cannot be taken out."""
    write(addendum, "words_1", "one")
    press(addendum, "voice_1_saw")
    assert not any(one.isVisible() for one in addendum.findChildren(QWidget, "take_out_1"))
    pressable(addendum, "add_correction").click()
    write(addendum, "words_2", "two")
    press(addendum, "voice_2_view")
    assert [one.words for one in addendum.corrections] == ["one", "two"]
    pressable(addendum, "take_out_1").click()
    assert [one.words for one in addendum.corrections] == ["two"]
    for _ in range(MOST):
        more = addendum.findChild(QWidget, "add_correction")
        assert more is not None
        if more.isVisible():
            pressable(addendum, "add_correction").click()
    assert not any(one.isVisible() for one in addendum.findChildren(QWidget, "add_correction"))


def test_every_half_written_correction_comes_back(
    qtbot: QtBot,
    addendum: AddendumForm,
    workspace: Workspace,
    shell: Shell,
    signed_interview: SignedInterview,
) -> None:
    """As many as there were, with voice and teller."""
    write(addendum, "words_1", "one")
    pressable(addendum, "add_correction").click()
    write(addendum, "words_2", "two")
    press(addendum, "voice_2_told")
    write(addendum, "told_by_2", "Nan")
    shell.autosave.flush()
    again = AddendumForm(workspace, shell, signed_interview.account)
    qtbot.addWidget(again)
    shown(again)

    (one,) = again.corrections
    assert (one.words, one.told_by) == ("two", "Nan")
    again.done()
    empty = AddendumForm(workspace, shell, signed_interview.account)
    qtbot.addWidget(empty)
    assert empty.corrections == ()


def test_an_item_breaks_its_words_and_speaks_them(qtbot: QtBot) -> None:
    """Nothing is cut at any width; an ampersand is no key; the words press it."""
    tick = WrapTick("we sat by the canal & it got dark " * 6, "Line 4", Voice.CHILD)
    qtbot.addWidget(tick)
    tick.setObjectName("item_0")
    tick.resize(300, tick.heightForWidth(300))
    tick.show()
    assert tick.heightForWidth(300) > tick.heightForWidth(900)
    assert tick.accessibleName().startswith("\u201cwe sat by the canal & it")
    assert tick.accessibleDescription() == "Line 4"
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.isChecked()


def test_the_list_of_what_left_says_everything(qtbot: QtBot, moment: Moment) -> None:
    """What, to whom, who they are, what for, how, when, and the digest in groups."""
    one = Given(
        CaseId("c"), GivenKind.POLICE, "K. Osei", "police_missing", "To look for Dex",
        Method.SECURE_MAIL, moment.now, "0123456789abcdef" * 4,
    )  # fmt: skip
    made = given_list((one,))
    qtbot.addWidget(made)
    shown(made)
    words = seen(made)
    for part in (
        "Version for the police: K. Osei",
        "Police missing coordinator",
        "To look for Dex",
        "Secure email",
        "SHA-256 01234567 89ABCDEF 01234567",
    ):
        assert part in words
    assert_nothing_cut(made)
    empty = given_list(())
    qtbot.addWidget(empty)
    assert "Given to nobody yet." in seen(empty)


def test_everybody_can_fill_them_in(leaving: LeaveForm, addendum: AddendumForm) -> None:
    """Names, keys, targets."""
    addendum.hide()
    assert_page_accessible(leaving)
    leaving.hide()
    assert_page_accessible(addendum)


def test_every_kind_has_words() -> None:
    """Whatever leaves, and whichever way."""
    assert len({given_words.kind_words(one) for one in GivenKind}) == len(GivenKind)
    assert len({given_words.method_words(one) for one in Method}) == len(Method)
    assert given_words.variant_words(Variant.FULL) == "Full report"
    assert given_words.role_words("Advocate") == "Advocate"
