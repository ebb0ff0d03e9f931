"""Claims about odd words: very long, unreadable, from right to left, pasted, and very many."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rhi_desktop.domain.ids import InterviewId, LineId
from rhi_desktop.domain.line import Line, Typed, Voice
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.interview.line_acts import Act, LineAct
from rhi_desktop.ui.interview.line_list import LineList
from rhi_desktop.ui.interview.line_painter import LinePainter
from rhi_desktop.ui.interview.line_row import SHOWN, LineRow
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.interview.conftest import Open, kept, settle
from tests.ui.interview.hands import Key, press, type_line

PASTED = 200_000


def paste(page: CapturePage, text: str) -> None:
    """Paste as the clipboard does."""
    data = QMimeData()
    data.setText(text)
    page.notebook.input.edit.insertFromMimeData(data)


@pytest.mark.parametrize("pattern", ["x", "a word or two ", "line\n"])
def test_very_long_words_are_kept_whole_and_typing_goes_on(
    capture: CapturePage, workspace: Workspace, fresh: Place, pattern: str
) -> None:
    """200,000 characters: typing goes on; the list shows the start and counts the rest."""
    text = (pattern * PASTED)[:PASTED]
    paste(capture, text)
    QApplication.processEvents()
    QTest.keyClicks(capture.notebook.input.edit, "end")
    press(Key.Key_Return)
    QApplication.processEvents()
    (line,) = kept(workspace, fresh).lines
    assert line.words == (text + "end").strip()
    (row,) = capture.notebook.lines.rows
    assert len(row.shown) <= SHOWN + 2
    assert f"{row.more:,}" in row.more_words
    assert row.more_words in row.spoken
    capture.notebook.act(LineAct(Act.WHOLE))
    assert capture.notebook.whole.words.toPlainText() == line.words
    capture.notebook.whole.gone.emit()
    assert capture.notebook.lines.isVisible()


def test_many_pasted_lines_are_one_line_with_breaks(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """A paste never becomes several lines of several voices."""
    paste(capture, "one\r\n> two\rthree\n")
    press(Key.Key_Return)
    (line,) = kept(workspace, fresh).lines
    assert (line.words, line.voice) == ("one\n> two\nthree", Voice.CHILD)


def test_words_stay_as_they_were_typed(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """No-break spaces, emoji, Welsh letters and double spaces are given back as they came."""
    words = "ŵyth\N{NO-BREAK SPACE}gloch  \N{CRYING FACE}\N{ZERO WIDTH JOINER}x"
    paste(capture, words)
    press(Key.Key_Return)
    assert kept(workspace, fresh).lines[0].words == words


def test_unreadable_characters_are_said_quietly(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """What no page can hold is shown as a sign and counted below; nothing is refused."""
    paste(capture, "a\x07b\x1bc")
    press(Key.Key_Return)
    assert kept(workspace, fresh).lines[0].words == "a\N{REPLACEMENT CHARACTER}b\ufffdc"
    assert capture.notebook.foot.shows == "undo"
    shown = [label for label in _words_shown(capture) if "could not be read: 2" in label]
    assert shown


def test_words_from_right_to_left_stand_on_the_right(qtbot: QtBot) -> None:
    """Hebrew and Arabic lines end at the right of their column, within it."""
    row = LineRow(_line("ישבנו ליד התעלה"), "M.T.")
    view = LineList("x")
    qtbot.addWidget(view)
    view.resize(1000, 300)
    painter = view.itemDelegate()
    assert isinstance(painter, LinePainter)
    picture = QImage(view.width(), painter.height(row, view.width()), QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    brush = QPainter(picture)
    painter.draw(brush, QRectF(picture.rect()), row)
    brush.end()
    dark = [x for x in range(230, view.width()) if _ink(picture, x)]
    assert dark
    assert min(dark) > 500
    assert max(dark) < 230 + 640


def test_after_five_hundred_lines_the_next_ones_are_in_view(
    open_capture: Open, workspace: Workspace, shell: Shell, fresh: Place
) -> None:
    """A long talk goes on: each new line is kept, and the list stands at its end."""
    assert fresh.interview_id is not None
    with workspace.store.transaction():
        for number in range(500):
            typed = Typed(Voice.CHILD, f"we sat there and then we went on {number} " * 4)
            interviewing.keep_line(workspace, fresh.interview_id, typed, shell.moment())
    page = open_capture()
    for number in range(10):
        page.notebook.input.edit.insert(f"line {number}")
        press(Key.Key_Return)
        QApplication.processEvents()
    assert page.notebook.lines.verticalScrollBar().value() == (
        page.notebook.lines.verticalScrollBar().maximum()
    )


def test_a_row_is_laid_out_once_per_width(qtbot: QtBot, capture: CapturePage) -> None:
    """The same row at the same width gives the same layout; another word or width a new one."""
    view = LineList("x")
    qtbot.addWidget(view)
    view.resize(800, 300)
    painter = view.itemDelegate()
    assert isinstance(painter, LinePainter)
    row = LineRow(_line("we sat"), "M.T.")
    first = painter._face(row, 700)
    assert painter._face(row, 700) is first
    assert painter._face(row, 400) is not first
    assert painter._face(replace(row, mark="editing"), 400) is not first
    assert capture.isVisible()


def test_a_sealed_talk_can_be_read_and_not_typed_into(capture: CapturePage, shell: Shell) -> None:
    """Without the right to change, no act changes anything and the input is gone."""
    type_line(capture, "one")
    capture.talk.may_change = False
    before = capture.talk.lines
    capture.notebook.act(LineAct(Act.STRIKE))
    assert capture.talk.lines == before
    assert shell.autosave.unsaved == ()
    settle(capture)


def _words_shown(page: CapturePage) -> list[str]:
    labels = page.notebook.foot.findChildren(type(page.head._title))
    return [label.text() for label in labels]


def _line(words: str) -> Line:
    at = datetime(2026, 3, 10, 14, 30, tzinfo=UTC)
    return Line(LineId("a"), InterviewId("b"), 1, Voice.CHILD, words, at)


def _ink(picture: QImage, x: int) -> bool:
    return any(picture.pixelColor(x, y).lightness() < 120 for y in range(picture.height()))
