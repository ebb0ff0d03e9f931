"""Claims about the page for a forgotten passphrase, and about waiting after many wrong tries."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import VaultError
from rhi_desktop.ui.lock.damaged_page import DamagedPage
from rhi_desktop.ui.lock.handover import Handover
from rhi_desktop.ui.lock.recover_page import RecoverPage
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.theme import Mode, Theme
from rhi_desktop.ui.widgets import SecretField
from rhi_desktop.workflow import drafts, keyholding, unlocking
from rhi_desktop.workflow.drafts import Edit
from rhi_desktop.workflow.keyholding import RecoveryCode
from tests.ui.access import assert_nothing_cut, assert_page_accessible, shown
from tests.ui.conftest import Watch, dress
from tests.ui.lock.typing_in import PASSPHRASE, form, press
from tests.ui.notes_page import NotesPage

NEW = "thimble harbour walnut ember"
LONGEST_MS = 30_000


def forgotten(program: Program, handed: Handover | None = None) -> RecoverPage:
    """Unlock, then the link beside it."""
    program.start(handed)
    shown(program.window)
    assert program.window.front is not None
    press(program.window.front, "forgotten")
    shown(program.window)
    page = program.window.front
    assert isinstance(page, RecoverPage)
    return page


def choose(page: RecoverPage, code: str, passphrase: str = NEW, again: str = NEW) -> None:
    """Type everything, and press Return in the last field."""
    fields = (page.code.field, *(one.field for one in page.secret.fields.values()))
    for field, words in zip(fields, (code, passphrase, again), strict=True):
        assert isinstance(field, SecretField)
        field.clear()
        QTest.keyClicks(field, words)
    QTest.keyClick(fields[-1], Qt.Key.Key_Return)


def test_the_code_opens_and_the_new_passphrase_stays(
    qtbot: QtBot, program: Program, folder: Path, code: RecoveryCode, watch: Watch
) -> None:
    """Typed from the sheet in small letters it opens; the old passphrase opens nothing more."""
    page = forgotten(program)
    assert QApplication.focusWidget() is page.code.field
    choose(page, " ".join(code.groups).lower())
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=LONGEST_MS)

    assert isinstance(program.window.page, NotesPage)
    program.window.close()
    watch.seconds += 60
    with pytest.raises(VaultError, match="wrong_passphrase"):
        unlocking.derive_key(folder, PASSPHRASE, watch.moment())
    unlocking.open_workspace(folder, unlocking.derive_key(folder, NEW, watch.moment()))


def test_a_slip_is_told_before_anything_is_tried(
    program: Program, folder: Path, code: RecoveryCode
) -> None:
    """One sign swapped, one missing: named in words, nothing counted as a guess."""
    page = forgotten(program)
    first = "B" if code.characters[0] != "B" else "C"
    swapped = first + code.characters[1:]
    for words, said in (
        (swapped, "At least one character is not as on the sheet."),
        (code.characters[:-1], "A code has 28 characters; these are 27."),
    ):
        choose(page, words)
        assert page.code.field.accessibleDescription().startswith(said)
        assert page.button.isEnabled()
        assert QApplication.focusWidget() is page.code.field
    assert not (folder / "guesses").exists()


def test_while_it_is_typed_the_page_counts(program: Program, code: RecoveryCode) -> None:
    """So many of 28, then that it is a whole code, however it is grouped."""
    page = forgotten(program)
    count = page.code._count
    QTest.keyClicks(page.code.field, "-".join(code.groups)[:-1])
    assert count.text() == "27 of 28 characters"
    QTest.keyClicks(page.code.field, code.characters[-1])

    assert count.text() == "This is a whole code."


def test_another_code_is_said_in_words_and_stays_to_be_mended(
    qtbot: QtBot, program: Program, code: RecoveryCode, moment: Moment
) -> None:
    """A code of another sheet: it did not open, look for the newest one."""
    page = forgotten(program)
    other = keyholding.new_code(moment)
    assert other != code
    choose(page, other.characters)
    qtbot.waitUntil(page.button.isEnabled, timeout=LONGEST_MS)

    said = page.code.field.accessibleDescription()
    assert said.startswith("That recovery code did not open the notes.")
    assert page.code.field.text() == other.characters
    assert page.secret.text("again") == NEW


def test_an_odd_passphrase_is_said_beside_its_field(program: Program, code: RecoveryCode) -> None:
    """Too short, or not the same twice: the code is not tried."""
    page = forgotten(program)
    choose(page, code.characters, again="another one altogether")

    again = page.secret.fields["again"].field
    assert again.accessibleDescription() == "This is not the same as above"
    assert QApplication.focusWidget() is again
    assert page.button.isEnabled()


def test_a_vault_without_a_code_says_so_and_asks_for_nothing(
    qtbot: QtBot, program: Program, folder: Path
) -> None:
    """Calm words, and the way back to Unlock."""
    page = forgotten(program)
    qtbot.waitUntil(page._form.isHidden, timeout=LONGEST_MS)

    assert folder.is_dir()
    assert page.head.startswith("These notes have no recovery code")
    assert_page_accessible(page)
    press(page, "other_vault")
    assert isinstance(program.window.front, UnlockPage)


def test_words_that_were_handed_over_wait_through_all_of_it(
    qtbot: QtBot, program: Program, folder: Path, code: RecoveryCode, moment: Moment
) -> None:
    """A full disk, a lock, a forgotten passphrase, back and again: nothing is lost on the way."""
    ws = unlocking.open_workspace(folder, unlocking.derive_key(folder, PASSPHRASE, moment))
    edit = Edit("notes", "it was Dex he paid", 6)
    sealed = drafts.seal_unsaved(ws.identity.recipient, (edit,))
    unlocking.close(ws)
    page = forgotten(program, Handover(folder, (sealed,)))
    press(page, "other_vault")
    press(program.window, "forgotten")
    again = program.window.front
    assert isinstance(again, RecoverPage)
    choose(again, code.characters)
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=LONGEST_MS)

    session = program.window.session
    assert session is not None
    assert [one.text for one in drafts.drafts(session.ws)] == [edit.text]
    program.window.close()


def test_damage_that_the_code_meets_leads_to_a_choice(
    qtbot: QtBot, program: Program, folder: Path, code: RecoveryCode
) -> None:
    """The code is right and the notes file is not: the page of damage, as after a passphrase."""
    store = folder / "case.db"
    store.write_bytes(bytes(len(store.read_bytes())))
    page = forgotten(program)
    choose(page, code.characters)
    qtbot.waitUntil(lambda: isinstance(program.window.front, DamagedPage), timeout=LONGEST_MS)

    assert program.window.session is None


def test_after_many_wrong_tries_the_form_waits_and_is_there_again_by_itself(
    qtbot: QtBot, program: Program, folder: Path, watch: Watch
) -> None:
    """What was typed stays, the words count down each second, and then it opens."""
    guess_wrong(folder, watch.moment())
    program.start()
    shown(program.window)
    asked = form(program)
    QTest.keyClicks(asked.field, PASSPHRASE)
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.wait.waits, timeout=LONGEST_MS)
    seconds = asked.wait._left

    assert program.window.session is None
    assert asked.said.startswith("Several tries did not open the notes.")
    assert f"{seconds} seconds" in asked.said
    assert "Nothing is locked for good" in asked.said
    assert asked.field.text() == PASSPHRASE
    assert QApplication.focusWidget() is asked.field
    asked.wait.tick()
    assert f"{seconds - 1} second" in asked.said
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    assert asked.wait.waits
    for _ in range(seconds - 1):
        asked.wait.tick()
    assert asked.said == "You can try again now."
    watch.seconds += seconds
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=LONGEST_MS)
    program.window.close()


def test_the_page_of_the_code_waits_as_well(
    qtbot: QtBot, program: Program, folder: Path, code: RecoveryCode, watch: Watch
) -> None:
    """Wrong passphrases and wrong codes are one count; the code stays typed."""
    guess_wrong(folder, watch.moment())
    page = forgotten(program)
    choose(page, code.characters)
    qtbot.waitUntil(lambda: page.wait.waits, timeout=LONGEST_MS)

    assert page.said.startswith("Several tries did not open the notes.")
    assert page.code.field.text() == code.characters
    assert not page.button.isEnabled()
    while page.wait.waits:
        page.wait.tick()
    assert page.said == "You can try again now."
    assert page.button.isEnabled()


@pytest.mark.parametrize("look", [Theme(), Theme(Mode.CONTRAST, 2.0)])
def test_the_page_is_for_everybody(
    program: Program, qapp: QApplication, code: RecoveryCode, look: Theme
) -> None:
    """Names, Tab, targets, nothing cut off, with everything said that it can say."""
    dress(qapp, look)
    page = forgotten(program)
    assert len(code.groups) == 7
    choose(page, "7K3M", "short", "other")
    page.wait.start(VaultError("guess_too_soon", seconds=272))
    shown(program.window)

    assert "4:32 minutes" in page.said
    assert_nothing_cut(page)
    if look == Theme():
        assert_page_accessible(page)


def guess_wrong(folder: Path, at: Moment) -> None:
    """Guess until the vault makes everybody wait."""
    met = ""
    while met != "guess_too_soon":
        with pytest.raises(VaultError) as refused:
            unlocking.derive_key(folder, "these are not the words", at)
        met = refused.value.code
