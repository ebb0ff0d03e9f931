"""Claims about what the window leaves behind: nothing learnt, nothing remembered, nothing told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rhi_desktop import app
from rhi_desktop.domain.interview import SignedInterview
from rhi_desktop.domain.moment import Moment
from rhi_desktop.errors import FileError, VaultError
from rhi_desktop.log import Cause, Event, Log
from rhi_desktop.ui.lock.unlock_page import UnlockPage
from rhi_desktop.ui.noting import Noting
from rhi_desktop.ui.places import PageName, Place
from rhi_desktop.ui.program import LOG_NAME, Program
from rhi_desktop.ui.shell import Page, Shell
from rhi_desktop.ui.widgets import Field, SecretField
from rhi_desktop.ui.widgets.private_typing import SECRET, WORDS, Hints
from rhi_desktop.workflow import casework
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.conftest import Ended

CANARY = "CANARY-Wilhelmina"
ROOT = Path(__file__).parents[2]
TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


@pytest.fixture
def pages(
    qtbot: QtBot,
    workspace: Workspace,
    shell: Shell,
    moment: Moment,
    signed_interview: SignedInterview,
) -> dict[PageName, Page]:
    """Every page there is, of a signed talk."""
    head, report = signed_interview.account.interview, signed_interview.report
    episode = casework.open_case(workspace, head.case_id, moment.now).episodes[0].episode
    made = {}
    for name in PageName:
        if name not in app.PAGES:
            continue
        place = Place(name, head.case_id, episode.id, head.id, report.id)
        made[name] = app.page_maker(name)(workspace, shell, place)
        qtbot.addWidget(made[name])
    return made


def careless(widget: QWidget) -> list[str]:
    """Fields below a widget from which a keyboard may learn."""
    found: list[QWidget] = [
        one
        for kind in TYPED_IN
        for one in widget.findChildren(kind)
        if not one.property("readOnly")
    ]
    found += [one for one in widget.findChildren(QComboBox) if one.isEditable()]
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in found
        if one.inputMethodHints() & WORDS != WORDS
    ]


def test_the_front_pages_and_a_shown_passphrase_are_secret_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Also after Show, when Qt takes its own hints away; a plain Qt field would be found."""
    page = UnlockPage((tmp_path / "notes.rhivault",), app.moment, app.loaded_later()[0])
    qtbot.addWidget(page)
    assert careless(page) == []
    field = page.form.field
    assert isinstance(field, SecretField)
    for _ in range(3):
        assert field.inputMethodHints() & SECRET == SECRET
        field._toggle.click()
    holder = QWidget()
    qtbot.addWidget(holder)
    QLineEdit(holder)
    assert len(careless(holder)) == 1
    assert Field().inputMethodHints() & Hints.ImhHiddenText == Hints.ImhNone


def test_no_title_names_anybody_and_no_keyboard_learns(
    pages: dict[PageName, Page], signed_interview: SignedInterview
) -> None:
    """Title bars hold a reference at most; every field of every page is sensitive."""
    assert {name: careless(page) for name, page in pages.items() if careless(page)} == {}
    told = {one.title for one in pages.values()}
    for page in pages.values():
        told |= {one.windowTitle() for one in (page, *page.findChildren(QWidget))}
    account = signed_interview.account
    child = account.case.child
    secrets = {child.initials, child.called, *(line.words for line in account.lines)}
    secrets |= {one.name for one in account.entities}
    assert len(secrets) > 10
    assert account.case.reference in " ".join(told)
    assert [one for one in secrets if one in " ".join(told)] == []


SCAN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from rhi_desktop import app
from rhi_desktop.ui.chooser import FileKind, SystemChooser
application = app.dressed_application()
from PySide6.QtWidgets import QFileDialog, QWidget
window = QWidget()
window.show()
def answer():
    dialog = application.activeModalWidget()
    dialog.setDirectory(sys.argv[1])
    dialog.selectFile("CANARY-Wilhelmina.pdf")
    QTimer.singleShot(0, dialog.accept)
for _ in range(2):
    QTimer.singleShot(50, answer)
    print(SystemChooser().save_file(window, FileKind.REPORT, "CANARY-Wilhelmina.pdf"))
"""


def left_behind(folder: Path, script: str) -> dict[str, bytes]:
    """Every file that a program wrote into a home of its own."""
    home, chosen = folder / "home", folder / "CANARY-Wilhelmina"
    for one in (home, chosen):
        one.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, "-c", script, str(chosen)],
        capture_output=True,
        timeout=120,
        env=environment,
        check=True,
    )
    assert CANARY.encode() in done.stdout
    return {
        str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()
    }


def test_the_file_dialog_remembers_nothing(tmp_path: Path) -> None:
    """Neither the file nor its folder stands in any file of the person's home."""
    found = left_behind(tmp_path, SCAN)
    assert [name for name, data in found.items() if CANARY.encode() in data] == []


def test_without_our_care_it_would_remember(tmp_path: Path) -> None:
    """The check of the check: Qt's own settings file would hold the folder."""
    careless_script = SCAN.replace("application =", "app.keep_no_settings = print\napplication =")
    found = left_behind(tmp_path, careless_script)
    assert [name for name, data in found.items() if CANARY.encode() in data] != []


def test_what_happens_is_noted_and_nothing_else(
    program: Program, workspace: Workspace, ended: Ended
) -> None:
    """From unlocking to the lock: which event, and codes; the words of a refused save nowhere."""
    program.enter(workspace)
    session = program.window.session
    assert session is not None
    shell = session.shell
    for event in (Event.SEALED, Event.SIGNED, Event.EXPORTED, Event.SENT, Event.RECEIVED):
        shell.happened.emit(event)
    shell.refuse(VaultError("record_missing", kind="line"))
    shell.autosave.mark("notes", CANARY, 3, write=_full)
    program.save()
    program.lock(Cause.LID)
    assert len(ended.handed) == 1
    log = (program._outside.config / LOG_NAME).read_text("ascii")
    said = [line.split(" ", 1)[1] for line in log.splitlines()]
    assert said[0] == "unlocked"
    assert said[1:7] == [
        "sealed",
        "signed",
        "exported",
        "sent",
        "received",
        "refused code=record_missing",
    ]
    assert "save_failed code=disk_full" in said
    assert said[-1] == "locked cause=lid"
    assert CANARY not in log


def _full(*_: object) -> None:
    raise FileError("disk_full")


def test_every_event_has_somebody_who_notes_it() -> None:
    """An event that nobody writes is no event."""
    source = "".join(
        path.read_text("utf-8")
        for path in (ROOT / "rhi_desktop").rglob("*.py")
        if path.name != "log.py"
    )
    assert [event for event in Event if f"Event.{event.name}" not in source] == []


def test_a_log_takes_no_word(tmp_path: Path, moment: Moment) -> None:
    """What is neither code, count nor identifier is refused before it is written."""
    noting = Noting(Log(tmp_path / LOG_NAME), lambda: moment)
    with pytest.raises(ValueError, match="not an identifier"):
        noting.note(Event.REFUSED, code=CANARY)
    assert not (tmp_path / LOG_NAME).exists()
