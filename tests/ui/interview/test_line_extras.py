"""Claims about what stands beside a line: from whom it is kept, its language, a rendering."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.line import Rendering, Topic
from rhi_desktop.ui.interview.capture_page import CapturePage
from rhi_desktop.ui.interview.languages import language_word
from rhi_desktop.ui.interview.line_acts import Act, LineAct
from rhi_desktop.ui.places import Place
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.widgets import Select
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible
from tests.ui.interview.conftest import Open, kept
from tests.ui.interview.hands import Key, button, press, press_on, type_line, type_words

ARABIC = "\u0623\u0631\u064a\u062f \u0623\u0646 \u0623\u0631\u0649 \u062c\u062f\u062a\u064a"


def ask(page: CapturePage, act: Act) -> None:
    """Ask for an act on the last line, as its menu does."""
    page.notebook.act(LineAct(act))
    QApplication.processEvents()


def test_the_child_says_from_whom_a_line_is_kept(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """One small field below the lines; names part at commas; empty takes it back."""
    type_line(capture, "i dont want mum to know about the train")
    ask(capture, Act.KEEP_FROM)
    type_words("Mum,  school , ")
    press(Key.Key_Return)
    (line,) = kept(workspace, fresh).lines
    assert line.keep_from == ("Mum", "school")
    assert "Keep from Mum" in capture.notebook.lines.rows[0].chips
    press(Key.Key_Z, control=True)
    assert kept(workspace, fresh).lines[0].keep_from == ()


def test_a_rendering_stands_beside_the_words_and_never_in_their_place(
    capture: CapturePage, workspace: Workspace, fresh: Place
) -> None:
    """Words from right to left stay as spoken; whose rendering it is is asked."""
    capture.notebook.input.edit.put(ARABIC)
    QTest.keyClick(capture.notebook.input.edit, Key.Key_Return)
    ask(capture, Act.LANGUAGE)
    spoken = button(capture, "spoken_in")
    assert isinstance(spoken, Select)
    spoken.choose("ar")
    type_words("I want to see my nan")
    press_on(capture, "keep_rendering")
    assert kept(workspace, fresh).lines[0].rendering is None
    assert QApplication.focusWidget() is button(capture, "rendered_by")
    type_words("Leila Haddad")
    press_on(capture, "keep_rendering")
    (line,) = kept(workspace, fresh).lines
    assert (line.words, line.language) == (ARABIC, "ar")
    assert line.rendering == Rendering("I want to see my nan", "en-GB", "Leila Haddad")
    (row,) = capture.notebook.lines.rows
    assert row.beside == (("In English, by Leila Haddad", "I want to see my nan"),)
    assert ARABIC in row.spoken


def test_a_half_typed_rendering_comes_back(open_capture: Open, shell: Shell) -> None:
    """Escape leaves it as a draft; it waits at its line after a lock."""
    page = open_capture()
    type_line(page, "chce do babci")
    ask(page, Act.LANGUAGE)
    type_words("wants to gr")
    press(Key.Key_Escape)
    assert shell.autosave.flush()
    again = open_capture()
    ask(again, Act.LANGUAGE)
    assert again.notebook.rendering._area.words() == "wants to gr"


def test_the_panel_is_named_and_reached(capture: CapturePage) -> None:
    """Every part of it has a name and is in the round of Tab."""
    type_line(capture, "chce do babci")
    ask(capture, Act.LANGUAGE)
    assert_page_accessible(capture)


def test_no_section_is_remembered(capture: CapturePage, workspace: Workspace, fresh: Place) -> None:
    """That a line belongs to none of the five is a decision about it, and can be taken back."""
    type_line(capture, "hiya")
    press(Key.Key_0, control=True)
    assert kept(workspace, fresh).lines[0].no_topic
    assert "No section" in capture.notebook.lines.rows[0].chips
    press(Key.Key_1, control=True)
    line = kept(workspace, fresh).lines[0]
    assert (line.topics, line.no_topic) == ((Topic.WHY,), False)


@pytest.mark.parametrize(
    ("tag", "words"), [("en", "English"), ("pl-PL", "Polish"), ("xx", "xx"), ("cy", "Welsh")]
)
def test_a_language_nobody_named_is_shown_by_its_tag(tag: str, words: str) -> None:
    """Nothing is guessed."""
    assert language_word(tag) == words
