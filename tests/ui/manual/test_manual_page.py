"""Claims about the manual: it opens where one is, every chapter is reached, no key is invented."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from rhi_desktop.domain.ids import CaseId
from rhi_desktop.ui.main_window import MainWindow
from rhi_desktop.ui.manual.contents import CHAPTER_OF, CHAPTERS, chapters
from rhi_desktop.ui.manual.leaf import Leaf
from rhi_desktop.ui.manual.manual_page import ManualPage
from rhi_desktop.ui.places import PageName, Place, aside, back_from
from rhi_desktop.ui.program import Program
from rhi_desktop.ui.shell import Shell
from rhi_desktop.ui.theme import Theme
from rhi_desktop.ui.widgets import RowList, Select
from rhi_desktop.workflow.workspace import Workspace
from tests.ui.access import assert_page_accessible, shown
from tests.ui.conftest import dress

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "docs" / "manual"
UI = ROOT / "rhi_desktop" / "ui"
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F\d{1,2}")
TOLD = re.compile(r"`([^`]+)`")
WITHOUT_ACTION = {"Esc", "Tab", "Shift+Tab", "Alt", "Enter", "Shift+Enter", "Up", "Down", "Del"}
"""Keys of Qt's own, or of a field: no action of ours carries them."""


@pytest.fixture(name="page")
def _page(workspace: Workspace, shell: Shell) -> ManualPage:
    """The manual, opened from the conversation of a case."""
    here = Place(PageName.CAPTURE, CaseId("c1"))
    return ManualPage(workspace, shell, aside(PageName.MANUAL, here))


def test_every_page_has_a_chapter_that_exists() -> None:
    """F1 never opens a chapter by chance."""
    assert {page.value for page in PageName} - set(CHAPTER_OF) == set()
    assert set(CHAPTER_OF.values()) <= set(CHAPTERS)


def test_every_file_of_the_manual_is_a_chapter_with_a_title_of_its_own() -> None:
    """Nothing lies in the folder that no contents name, and no title comes twice."""
    assert {path.stem for path in FOLDER.glob("*")} == set(CHAPTERS)
    titles = [chapter.title for chapter in chapters()]
    assert len(set(titles)) == len(titles)
    assert all(chapter.text.startswith(f"# {chapter.title}\n") for chapter in chapters())


def test_links_lead_to_chapters_and_nowhere_else() -> None:
    """No address of a network stands in the manual, and no picture."""
    for chapter in chapters():
        for target in re.findall(r"\]\(([^)]*)\)", chapter.text):
            assert target.removesuffix(".md") in CHAPTERS, chapter.name
        assert "http" not in chapter.text
        assert "![" not in chapter.text


def test_it_opens_at_the_chapter_of_the_page_and_leads_back(page: ManualPage, shell: Shell) -> None:
    """Esc goes to exactly where somebody was."""
    assert_page_accessible(page)
    assert page.chapter == "talk"
    wanted = QSignalSpy(shell.wanted)
    words = page.first_focus()
    assert words is not None
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert wanted.at(0)[0] == Place(PageName.CAPTURE, CaseId("c1"))


def test_every_chapter_is_reached_with_the_arrow_key(page: ManualPage) -> None:
    """Down the contents, each chapter shows its own words."""
    shown(page)
    contents, leaf = page.findChild(RowList, "contents"), page.findChild(Leaf)
    assert contents is not None
    assert leaf is not None
    contents.setFocus()
    QTest.keyClick(contents, Qt.Key.Key_Home)
    met = []
    for chapter in chapters():
        assert leaf.toPlainText().startswith(chapter.title)
        assert chapter.title in leaf.accessibleName()
        met.append(page.chapter)
        QTest.keyClick(contents, Qt.Key.Key_Down)
    assert met == list(CHAPTERS)


def test_at_200_per_cent_the_contents_are_one_field(
    workspace: Workspace, shell: Shell, qapp: QApplication
) -> None:
    """Nothing is cut off, and a chapter is chosen there."""
    dress(qapp, Theme(zoom=2.0))
    page = ManualPage(workspace, shell, aside(PageName.MANUAL, Place(PageName.CASES)))
    assert_page_accessible(page)
    pick, contents = page.findChild(Select, "pick_chapter"), page.findChild(RowList, "contents")
    assert pick is not None
    assert contents is not None
    assert pick.isVisible()
    assert not contents.isVisible()
    pick.setFocus()
    QTest.keyClick(pick, Qt.Key.Key_Down)
    assert page.chapter == CHAPTERS[CHAPTERS.index("cases") + 1]


def test_nothing_is_fetched_for_a_chapter(page: ManualPage) -> None:
    """Neither pictures nor styles nor pages are loaded, whatever a text asks for."""
    leaf = page.findChild(Leaf)
    assert leaf is not None
    leaf.show_chapter("x", "![p](https://example.org/p.png) [a](https://example.org)")
    image = int(QTextDocument.ResourceType.ImageResource.value)
    assert leaf.loadResource(image, "https://example.org/p.png") is None


def test_f1_in_the_window_opens_it_and_ctrl_slash_the_keys(
    program: Program, workspace: Workspace
) -> None:
    """From the list of cases: its chapter, and back."""
    program.start()
    program.enter(workspace)
    window: MainWindow = program.window
    shown(window)
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_F1)
    assert window.place.page is PageName.MANUAL
    assert back_from(window.place) == Place(PageName.CASES)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert back_from(window.place) == Place(PageName.CASES)
    assert program.acts.keys.shortcut().toString() == "Ctrl+/"


def test_no_key_of_the_manual_is_missing_in_the_program_and_none_of_the_program_here() -> None:
    """What stands in backticks and looks like a key works; every key of an action is told."""
    told = {key for chapter in chapters() for key in _keys(chapter.text)}
    real = {key for path in UI.rglob("*.py") for key in _keys_in(path)}
    assert told - real - WITHOUT_ACTION == set()
    assert real - told == set()


def test_no_button_named_in_the_manual_is_missing_in_the_program() -> None:
    """What stands strong in the manual are words of the windows, letter for letter."""
    shown = {words for path in UI.rglob("*.py") for words in _texts_in(path)}
    for chapter in chapters():
        for strong in re.findall(r"\*\*(.+?)\*\*", chapter.text):
            assert any(strong in words for words in shown), f"{chapter.name}: {strong}"


def _texts_in(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    found = (node.value for node in nodes if isinstance(node, ast.Constant))
    return {words for words in found if isinstance(words, str)}


def _keys(text: str) -> set[str]:
    found = TOLD.findall(text)
    return {one for one in found if KEY.fullmatch(one) or one in WITHOUT_ACTION}


def _keys_in(path: Path) -> set[str]:
    """Keys that stand as whole texts in a file; "Ctrl+{number}" is one to five."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr) and ast.unparse(node) == "f'Ctrl+{number}'":
            found |= {f"Ctrl+{number}" for number in range(1, 6)}
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            key = node.value.strip().replace("Return", "Enter")
            if KEY.fullmatch(key):
                found.add(key)
    return found
