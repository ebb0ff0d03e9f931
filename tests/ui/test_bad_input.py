"""Claims about odd input where a person meets it: passphrases, pasted words, broken vaults."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.interview import DraftInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.lock.create_page import CreatePage
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.widgets import Field
from rhi_desktop.workflow import interviewing, signing
from tests.ui.access import shown
from tests.ui.conftest import Ended, FixedChooser, Watch
from tests.ui.lock.typing_in import type_back
from tests.ui.opened import (
    LONGEST_MS,
    begin_talk,
    give,
    kept,
    make_vault,
    opened,
    put_away,
    real_program,
    unlock,
)

# Offscreen windows lie on no stack.
pytestmark = pytest.mark.qt_log_ignore(r"does not support raise\(\)", extend=True)

COMPOSED = "Llŷr a'r môr, café \N{HEDGEHOG} שלום مرحبا"
PASTED = 200_000


@pytest.fixture
def start(
    qtbot: QtBot, tmp_path: Path, watch: Watch, chooser: FixedChooser, ended: Ended
) -> Iterator[Callable[[], Program]]:
    """Starts the program; every start looks at the same folder of vaults."""
    started: list[Program] = []

    def begin() -> Program:
        made = real_program(tmp_path / "vaults", watch, chooser, ended)
        qtbot.addWidget(made.window)
        started.append(made)
        made.start()
        shown(made.window)
        return made

    yield begin
    for made in started:
        put_away(made)


@pytest.fixture
def folder(tmp_path: Path, moment: Moment) -> Path:
    """A vault that the program finds when it starts."""
    return make_vault(tmp_path / "vaults" / "notes.rhivault", moment)


@pytest.fixture
def talk(qtbot: QtBot, start: Callable[[], Program], folder: Path, moment: Moment) -> Program:
    """The window on a talk that was just begun."""
    assert folder.is_dir()
    program = start()
    unlock(program, qtbot)
    begin_talk(program, moment)
    return program


def capture(program: Program) -> CapturePage:
    """The page of the conversation."""
    page = program.window.page
    assert isinstance(page, CapturePage)
    return page


def paste_and_keep(program: Program, words: str) -> None:
    """Paste as the clipboard does, and press Enter."""
    edit = capture(program).notebook.input.edit
    data = QMimeData()
    data.setText(words)
    edit.insertFromMimeData(data)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_passphrase_opens_however_its_letters_were_put_together(
    qtbot: QtBot, start: Callable[[], Program]
) -> None:
    """Made with letters and accents apart, opened with them composed, and with neither cut."""
    program = start()
    page = program.window.front
    assert isinstance(page, CreatePage)
    apart = unicodedata.normalize("NFD", COMPOSED)
    assert apart != COMPOSED
    for name, words in (("name", "Siân Okonjo"), ("passphrase", apart), ("again", COMPOSED)):
        give(page.fields[name].field, words)
    page.make()
    assert page.fields["again"].field.accessibleDescription() == ""
    assert page.code_steps is not None
    type_back(page.code_steps)
    qtbot.waitUntil(lambda: program.window.session is not None, timeout=LONGEST_MS)
    assert opened(program).interviewer.name == "Siân Okonjo"
    program.window.close()
    for spelled in (COMPOSED, apart):
        again = start()
        assert unlock(again, qtbot, spelled) == ""
        again.window.close()


@pytest.mark.parametrize(
    "passphrase",
    [
        "قارب هادئ فانوس ميناء",
        "פנס שקט סירה נמל ישן",
        "\N{HEDGEHOG}\N{FAMILY}\N{OCTOPUS}" * 5,
        "静かな港の古い灯台と小さな青い舟",
    ],
)
def test_a_passphrase_may_be_in_any_script(
    qtbot: QtBot, start: Callable[[], Program], tmp_path: Path, moment: Moment, passphrase: str
) -> None:
    """Typed in at the window it opens; without its last letter it does not."""
    make_vault(tmp_path / "vaults" / "notes.rhivault", moment, passphrase)
    program = start()

    assert unlock(program, qtbot, passphrase[:-1]).startswith("That passphrase did not open")
    assert unlock(program, qtbot, unicodedata.normalize("NFD", passphrase)) == ""


def test_a_name_no_card_can_carry_is_said_beside_its_field(start: Callable[[], Program]) -> None:
    """Far too long, or with a sign that cannot be seen: nothing is cut, nothing is made."""
    program = start()
    page = program.window.front
    assert isinstance(page, CreatePage)
    field = page.fields["name"].field
    assert isinstance(field, Field)
    for words, said in (
        ("x" * 30_000, "Use at most 200 characters"),
        ("Sam\N{RIGHT-TO-LEFT OVERRIDE}eciroP", "Look at the signs that no page can hold"),
    ):
        field.setText(words)
        page.make()
        assert field.accessibleDescription().startswith(said)
        assert field.text() == words
    assert page.button.isEnabled()


def test_200000_characters_stay_whole_and_the_page_stays_alive(talk: Program) -> None:
    """Pasted into one line, kept whole, saved; the next line is typed as before."""
    words = ("x" * 999 + " ") * (PASTED // 1000)
    paste_and_keep(talk, words)
    QTest.keyClicks(capture(talk).notebook.input.edit, "and then")
    QTest.keyClick(capture(talk).notebook.input.edit, Qt.Key.Key_Return)

    assert kept(talk, capture(talk)) == [words.strip(), "and then"]
    assert talk.save()


ODD_LINES = (
    ("it was\x07 Dex\x1b he paid", "it was\ufffd Dex\ufffd he paid"),
    ("half \ud83d a letter", "half  a letter"),
    ("ישבנו ליד התעלה", "ישבנו ליד התעלה"),
    ("جلسنا عند القناة 3 ساعات", "جلسنا عند القناة 3 ساعات"),
    ("I was \N{CRYING FACE} then \N{FAMILY}", "I was \N{CRYING FACE} then \N{FAMILY}"),
    ("he said \N{RIGHT-TO-LEFT OVERRIDE}abc", "he said \N{RIGHT-TO-LEFT OVERRIDE}abc"),
    ("ŵyth o'r gloch \N{ZERO WIDTH JOINER}", "ŵyth o'r gloch \N{ZERO WIDTH JOINER}"),
)


def test_odd_letters_are_kept_said_and_drawn(talk: Program, moment: Moment) -> None:
    """What no page can hold stands as a sign and is counted; all of it comes into the report."""
    page = capture(talk)
    for typed, _ in ODD_LINES:
        paste_and_keep(talk, typed)
        if "\x07" in typed:
            noted = [label.text() for label in page.notebook.foot.findChildren(QLabel)]
            assert any("could not be read: 2" in words for words in noted)
    assert kept(talk, page) == [words for _, words in ODD_LINES]
    assert talk.save()
    draft = interviewing.load(opened(talk), page.talk.id)
    assert isinstance(draft, DraftInterview)
    report = signing.draw(signing.prepare_draft(opened(talk), draft, moment.now))
    text = " ".join(one.text for one in signing.page_images(report, 400))
    assert "Dex" in text
    assert "o'r gloch" in text


def test_a_second_start_is_told_and_the_first_window_comes_back(
    qtbot: QtBot, start: Callable[[], Program], folder: Path
) -> None:
    """The second one says where the notes are open; the first, minimised, stands there again."""
    assert folder.is_dir()
    first = start()
    unlock(first, qtbot)
    first.window.showMinimized()
    second = start()
    told = unlock(second, qtbot)

    assert told == (
        "These notes are open in another window. Nothing was changed. "
        "That window comes to the front now. Go on there."
    )
    qtbot.waitUntil(lambda: not first.window.isMinimized(), timeout=LONGEST_MS)
    assert first.window.session is not None
    assert second.window.session is None
