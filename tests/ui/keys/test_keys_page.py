"""Claims about the page of passphrase and recovery code, over a real vault."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.ui.keys.forms import TryForm
from rhi_desktop.ui.keys.keys_page import KeysPage
from rhi_desktop.ui.places import HOME
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import Button
from rhi_desktop.workflow import keyholding, unlocking
from rhi_desktop.workflow.keyholding import RecoveryCode
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import Watch, dress
from tests.ui.keys.conftest import LONGEST_MS, OpenPage
from tests.ui.keys.hands import (
    ask_for_code,
    change,
    described,
    open_form,
    put,
    says,
    settle,
    told,
)
from tests.ui.lock.typing_in import PASSPHRASE, press, shown_groups, to_groups, type_back

NEW = "thimble harbour walnut ember"


def test_the_passphrase_is_changed_by_whoever_knows_it(
    qtbot: QtBot, open_page: OpenPage, folder: Path, shell: Shell, watch: Watch
) -> None:
    """A wrong old one is said beside it and changes nothing; the right one changes it."""
    page, heard = open_page(), told(shell)
    form = change(page, "not the right words at all", NEW)
    qtbot.waitUntil(form.button.isEnabled, timeout=LONGEST_MS)
    assert described(form.old).startswith("That passphrase did not open the notes.")
    assert QApplication.focusWidget() is form.old.field
    put(form.old.field, PASSPHRASE)
    form.button.click()
    qtbot.waitUntil(lambda: bool(heard), timeout=LONGEST_MS)

    assert heard == ["The passphrase is changed"]
    assert open_form(page) is None
    watch.seconds += 60
    unlocking.derive_key(folder, NEW, watch.moment())
    with pytest.raises(VaultError, match="wrong_passphrase"):
        unlocking.derive_key(folder, PASSPHRASE, watch.moment())


def test_an_odd_new_passphrase_is_said_beside_it(open_page: OpenPage, folder: Path) -> None:
    """Too short: nothing is tried, nothing is counted."""
    form = change(open_page(), PASSPHRASE, "short")

    assert "15" in described(form.new.fields["passphrase"])
    assert QApplication.focusWidget() is form.new.fields["passphrase"].field
    assert not (folder / "guesses").exists()


def test_the_code_can_be_tried_and_nothing_changes(
    qtbot: QtBot, code: RecoveryCode, open_page: OpenPage, shell: Shell, moment: Moment
) -> None:
    """Since when there is one; a slip is told at once, a wrong one after, the right one is good."""
    page, heard = open_page(), told(shell)
    assert "There is one since Tuesday 10 March 2026" in says(page)
    press(page, "open_try")
    form = page.form
    assert isinstance(form, TryForm)
    for words, said in (
        (code.characters[:-1], "A code has 28 characters"),
        (keyholding.new_code(moment).characters, "That recovery code did not open"),
    ):
        put(form.code.field, words)
        form.button.click()
        qtbot.waitUntil(form.button.isEnabled, timeout=LONGEST_MS)
        assert described(form.code.labelled).startswith(said)
    put(form.code.field, "-".join(code.groups))
    form.button.click()
    qtbot.waitUntil(lambda: bool(heard), timeout=LONGEST_MS)

    assert heard == ["This code opens these notes"]
    assert open_form(page) is None


def test_a_new_code_counts_only_after_it_was_typed_back(
    qtbot: QtBot,
    code: RecoveryCode,
    open_page: OpenPage,
    folder: Path,
    shell: Shell,
    watch: Watch,
) -> None:
    """Until then the old sheet opens the notes; from then on only the new one does."""
    page, heard = open_page(), told(shell)
    steps = ask_for_code(page, qtbot)
    keyholding.try_code(folder, code, watch.moment())
    groups = type_back(steps)
    qtbot.waitUntil(lambda: bool(heard), timeout=LONGEST_MS)

    assert heard == ["The new recovery code works from now on"]
    keyholding.try_code(folder, keyholding.read_code("".join(groups)), watch.moment())
    with pytest.raises(VaultError, match="wrong_code"):
        keyholding.try_code(folder, code, watch.moment())
    assert page.code_steps is None


def test_a_vault_without_a_code_is_told_and_gets_one(
    qtbot: QtBot, open_page: OpenPage, folder: Path, shell: Shell
) -> None:
    """One coloured button leads there; afterwards the page says since when."""
    page, heard = open_page(), told(shell)
    assert "There is none yet." in says(page)
    type_back(ask_for_code(page, qtbot))
    qtbot.waitUntil(lambda: bool(heard), timeout=LONGEST_MS)
    qtbot.waitUntil(lambda: "There is one since" in says(page), timeout=LONGEST_MS)

    assert keyholding.keys_view(folder).has_code


def test_who_goes_back_keeps_the_old_code(
    qtbot: QtBot, code: RecoveryCode, open_page: OpenPage, folder: Path, watch: Watch
) -> None:
    """Esc from the groups, Esc from the code: the page is as before, and so is the vault."""
    page = open_page()
    steps = ask_for_code(page, qtbot)
    asked = to_groups(steps)
    QTest.keyClick(asked.first_focus(), Qt.Key.Key_Escape)
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is steps.first_focus()
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    settle()

    assert page.code_steps is None
    keyholding.try_code(folder, code, watch.moment())
    assert open_page().code_steps is None


def test_another_zoom_asks_for_no_second_sheet_and_leaving_forgets_it(
    qtbot: QtBot, code: RecoveryCode, open_page: OpenPage, shell: Shell
) -> None:
    """The page is built anew over the same code; after another page there is none under way."""
    assert len(code.groups) == 7
    groups = shown_groups(ask_for_code(open_page(), qtbot))
    again = open_page()
    assert again.code_steps is not None
    assert shown_groups(again.code_steps) == groups
    shell.go(HOME)
    settle()

    assert open_page().code_steps is None


def test_many_wrong_tries_make_the_form_wait(
    qtbot: QtBot, open_page: OpenPage, folder: Path, watch: Watch
) -> None:
    """The words count down, and the button is there again by itself."""
    page = open_page()
    met = ""
    while met != "guess_too_soon":
        with pytest.raises(VaultError) as refused:
            unlocking.derive_key(folder, "these are not the words", watch.moment())
        met = refused.value.code
    form = change(page, PASSPHRASE, NEW)
    qtbot.waitUntil(lambda: form.wait.waits, timeout=LONGEST_MS)

    assert form.said.startswith("Several tries did not open the notes.")
    assert not form.button.isEnabled()
    assert form.new.text() == NEW
    while form.wait.waits:
        form.wait.tick()
    assert form.said == "You can try again now."
    assert form.button.isEnabled()


def test_one_form_is_open_at_a_time_and_esc_closes_it(
    code: RecoveryCode, open_page: OpenPage
) -> None:
    """Opening another closes the first; Esc leads back to the button that opened it."""
    assert len(code.groups) == 7
    page = open_page()
    press(page, "open_change")
    press(page, "open_try")
    form = page.form
    assert isinstance(form, TryForm)
    assert QApplication.focusWidget() is form.code.field
    QTest.keyClick(form.code.field, Qt.Key.Key_Escape)

    assert open_form(page) is None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "open_try"


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
def test_every_state_is_for_everybody(
    qtbot: QtBot, qapp: QApplication, code: RecoveryCode, open_page: OpenPage, look: Theme
) -> None:
    """Names, Tab, targets, nothing cut off: at 100 % and, with high contrast, at 200 %."""
    dress(qapp, look)
    assert len(code.groups) == 7
    page = open_page()

    def check() -> None:
        settle()
        assert_nothing_cut(page)
        if look == Theme():
            assert_page_accessible(page)

    check()
    for name in ("open_change", "open_try", "open_new"):
        press(page, name)
        form = page.form
        assert form is not None
        form.wait.start(VaultError("guess_too_soon", seconds=31))
        check()
        press(page, "not_now")
    steps = ask_for_code(page, qtbot)
    check()
    to_groups(steps)
    check()


def test_one_coloured_button_at_a_time(open_page: OpenPage, qtbot: QtBot) -> None:
    """While the form of the passphrase is open, making the first code is not coloured."""
    page = open_page()

    def coloured() -> list[str]:
        shown(page)
        found = [one for one in page.findChildren(Button) if one.isVisibleTo(page) and one.primary]
        return [one.objectName() for one in found]

    assert coloured() == ["open_new"]
    press(page, "open_change")
    qtbot.waitUntil(lambda: coloured() == ["change_passphrase"], timeout=LONGEST_MS)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: coloured() == ["open_new"], timeout=LONGEST_MS)


def test_what_was_done_before_is_not_said_over_what_is_done_now(
    qtbot: QtBot, code: RecoveryCode, open_page: OpenPage, shell: Shell, moment: Moment
) -> None:
    """A code that opens, then a wrong one: the banner is gone, and nothing praises the wrong."""
    page, heard = open_page(), told(shell)
    notices: list[object] = []
    shell.noticed.connect(notices.append)
    other = keyholding.new_code(moment)
    for each, until in ((code, lambda: bool(heard)), (other, lambda: at_fault(page))):
        press(page, "open_try")
        form = page.form
        assert isinstance(form, TryForm)
        assert not notices or notices[-1] is None
        put(form.code.field, "".join(each.groups))
        assert "This is a whole code." in says(page)
        form.button.click()
        qtbot.waitUntil(until, timeout=LONGEST_MS)
    assert "This is a whole code." not in says(page)


def at_fault(page: KeysPage) -> bool:
    """Whether the code that was tried is said to be wrong."""
    return "That recovery code did not open the notes." in says(page)


def test_out_of_the_code_the_focus_is_where_it_was_asked_for(
    qtbot: QtBot, code: RecoveryCode, open_page: OpenPage
) -> None:
    """Esc from a new code leads back to the card of the code."""
    assert code.groups
    page = open_page()
    ask_for_code(page, qtbot)
    QTest.keyClick(page, Qt.Key.Key_Escape)

    def there() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.objectName() == "open_try"

    qtbot.waitUntil(there, timeout=LONGEST_MS)
