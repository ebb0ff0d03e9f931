"""Claims about the page of figures: counted, shown, signed only when asked, and noted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.counting import Quarter
from rhi_desktop.domain.moment import Moment
from rhi_desktop.domain.variant import Variant
from rhi_desktop.export.pdf.verify import Outcome
from rhi_desktop.ui import background
from rhi_desktop.ui.figures.figures_page import FiguresPage
from rhi_desktop.ui.places import HOME, PageName, Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.signing.preview_pane import Paper
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.widgets import Button, Text
from rhi_desktop.workflow import counting, reviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import FixedChooser, dress
from tests.ui.interview.hands import focused

PLACE = Place(PageName.FIGURES)
LONG = 20_000


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, shell: Shell) -> Iterator[FiguresPage]:
    """The page over a vault in which too little happened for figures."""
    made = FiguresPage(workspace, shell, PLACE)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    shown(made)
    _ready(qtbot, made)
    yield made
    background.finish()


def _ready(qtbot: QtBot, page: FiguresPage) -> None:
    qtbot.waitUntil(lambda: _button(page, "sign_figures").isEnabled(), timeout=LONG)
    qtbot.waitUntil(lambda: bool(_paper(page)), timeout=LONG)


def _paper(page: FiguresPage) -> str:
    (paper,) = page.findChildren(Paper)
    return paper.accessibleDescription()


def _button(page: FiguresPage, name: str) -> Button:
    (button,) = page.findChildren(Button, name)
    return button


def _words(page: FiguresPage) -> str:
    return " ".join(one.text() for one in page.findChildren(Text) if one.isVisibleTo(page))


def _fill(page: FiguresPage) -> None:
    for name, words in (("recipient", "Harrowmere Council"), ("purpose", "Quarter report")):
        (field,) = page.findChildren(QLineEdit, name)
        field.setText(words)
    for name in ("role_manager", "method_secure_mail"):
        (option,) = page.findChildren(QRadioButton, name)
        option.click()


def test_the_page_is_shown_before_it_is_signed(page: FiguresPage) -> None:
    """The last quarter that is over; too little is said to be too little."""
    assert "October to December 2025" in _paper(page)
    assert "Too few" in _paper(page)
    assert "Given to nobody yet" in _words(page)


def test_another_quarter_is_counted_when_it_is_chosen(page: FiguresPage, qtbot: QtBot) -> None:
    """Until it is counted and drawn nothing can be signed."""
    (option,) = page.findChildren(QRadioButton, "quarter_3")
    option.click()
    assert not _button(page, "sign_figures").isEnabled()
    _ready(qtbot, page)
    assert "January to March 2025" in _paper(page)


def test_nothing_is_signed_before_it_is_said_for_whom(
    page: FiguresPage, chooser: FixedChooser, tmp_path: Path
) -> None:
    """What is missing stands beside its field; no file is asked for."""
    chooser.path = tmp_path / "figures.pdf"
    _button(page, "sign_figures").click()
    assert "Write who gets this file" in _words(page)
    assert not chooser.path.exists()


def test_figures_are_signed_written_and_noted(
    page: FiguresPage, chooser: FixedChooser, tmp_path: Path, qtbot: QtBot, workspace: Workspace
) -> None:
    """The file is genuine; the log says for whom; the form is empty for the next one."""
    chooser.path = path = tmp_path / "figures.pdf"
    _fill(page)
    _button(page, "sign_figures").click()
    qtbot.waitUntil(path.exists, timeout=LONG)
    verdict = reviewing.verify(path.read_bytes(), reviewing.pins(workspace))
    assert (verdict.outcome, verdict.variant) == (Outcome.GENUINE, Variant.AGGREGATE)
    (note,) = counting.figures_given(workspace)
    assert note.recipient == "Harrowmere Council"
    (field,) = page.findChildren(QLineEdit, "recipient")
    assert field.text() == ""
    _ready(qtbot, page)
    assert "Harrowmere Council" in _words(page)


def test_a_folder_that_refuses_is_said_and_nothing_is_noted(
    page: FiguresPage, chooser: FixedChooser, tmp_path: Path, qtbot: QtBot, workspace: Workspace
) -> None:
    """The words stay; it can be tried again."""
    chooser.path = tmp_path / "gone" / "figures.pdf"
    _fill(page)
    refused = QSignalSpy(page.shell.refused)
    _button(page, "sign_figures").click()
    qtbot.waitUntil(lambda: refused.count() > 0, timeout=LONG)
    assert counting.figures_given(workspace) == ()
    assert _button(page, "sign_figures").isEnabled()


def test_a_second_enter_goes_nowhere_while_it_is_signed(
    page: FiguresPage, chooser: FixedChooser, tmp_path: Path, qtbot: QtBot
) -> None:
    """The focus stays on the button, also when the page was written and is drawn anew."""
    chooser.path = path = tmp_path / "figures.pdf"
    _fill(page)
    sign = _button(page, "sign_figures")
    sign.setFocus()
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert sign.hasFocus()
    qtbot.waitUntil(path.exists, timeout=LONG)
    assert sign.hasFocus()
    _ready(qtbot, page)
    assert sign.hasFocus()
    assert len(chooser.asked) == 1


def test_back_leads_to_the_cases(page: FiguresPage) -> None:
    """By its link, with nothing written."""
    wanted = QSignalSpy(page.shell.wanted)
    _button(page, "back").click()
    assert wanted.at(0)[0] == HOME


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_everybody_can_use_it(
    workspace: Workspace, shell: Shell, qapp: QApplication, qtbot: QtBot, zoom: float
) -> None:
    """At 100 % and at 200 %."""
    dress(qapp, Theme(zoom=zoom))
    made = FiguresPage(workspace, shell, PLACE)
    qtbot.addWidget(made)
    _ready(qtbot, made)
    assert_page_accessible(made)
    background.finish()


def test_the_quarter_that_runs_is_not_offered(moment: Moment) -> None:
    """March has not ended yet."""
    assert Quarter(2026, 1) not in counting.quarters(moment.now)
