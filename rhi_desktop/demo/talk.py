"""Owns the talk at the keyboard: every line as heard, and the half-typed one that a lock meets."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.visits import open_vault
from rhi_desktop.domain.line import Topic, read_typed
from rhi_desktop.ui.interview.line_list import LineList
from rhi_desktop.workflow import interviewing
from rhi_desktop.workflow.practice import PracticeLine

HALF_TYPED = "nan wouldnt of been cross shes nev"
TOPIC_KEYS = dict(
    zip(
        Topic,
        (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5),
        strict=True,
    )
)
SORTED_WHILE_LISTENING = 12
"""So many lines are sorted with a key when they are heard; the others on the page for it."""
CTRL = Qt.KeyboardModifier.ControlModifier


def listen(driver: Driver, lines: tuple[PracticeLine, ...]) -> None:
    """Type every line as it is heard, with the signs of the capture grammar."""
    driver.say("listen, and type what is heard")
    before = heard(driver)
    for number, line in enumerate(lines, start=before + 1):
        driver.focus("new_line")
        driver.keys(line.typed)
        driver.key(Qt.Key.Key_Return)
        driver.wait(partial(_holds, driver, number), f"line {number} to be kept")
        if number <= SORTED_WHILE_LISTENING and not line.told_by:
            for topic in line.topics:
                driver.key(TOPIC_KEYS[topic], CTRL)


def render(driver: Driver, lines: tuple[PracticeLine, ...]) -> None:
    """Put the interpreter's rendering beside the one line that needs it."""
    for number, line in enumerate(lines):
        if line.rendering is None:
            continue
        driver.say("an interpreter's rendering stands beside the words")
        found = driver.find(LineList, "lines")
        driver.focus("lines")
        steps = found.chosen() - number
        driver.steps(Qt.Key.Key_Up if steps > 0 else Qt.Key.Key_Down, abs(steps))
        driver.press("this_line")
        _pick_act(driver, "line_language")
        driver.choose("spoken_in", line.language)
        driver.choose("rendered_in", line.rendering.language)
        driver.type("rendering_words", line.rendering.text)
        driver.type("rendered_by", line.rendering.by)
        driver.shoot("interpreter")
        driver.press("keep_rendering")


def _pick_act(driver: Driver, name: str) -> None:
    menu = driver.find(QMenu, "line_menu")
    action = next(one for one in menu.actions() if one.objectName() == name)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    driver.settle()


def begin_a_line(driver: Driver) -> None:
    """Type half a line, and leave it so."""
    driver.focus("new_line")
    driver.keys(HALF_TYPED)


def check_words(driver: Driver, lines: tuple[PracticeLine, ...]) -> None:
    """What the store holds is what was typed, word for word."""
    typed = [read_typed(line.typed).words for line in lines]
    kept = _account_lines(driver)
    if kept != typed:
        raise StepFailedError("the words that were kept differ from the words that were typed")


def heard(driver: Driver) -> int:
    """How many lines the open conversation holds."""
    return len(_account_lines(driver))


def half_typed_words_are_back(driver: Driver) -> None:
    """After the lock: the same words, the same caret; then they are taken away."""
    edit = driver.find(QPlainTextEdit, "new_line")
    if edit.toPlainText() != HALF_TYPED or edit.textCursor().position() != len(HALF_TYPED):
        raise StepFailedError("the half-typed words did not come back as they were")
    if not edit.hasFocus():
        raise StepFailedError("the focus is not where it was")
    driver.shoot("back-at-the-same-words")
    edit.selectAll()
    driver.key(Qt.Key.Key_Delete)


def _holds(driver: Driver, number: int) -> bool:
    return heard(driver) == number


def _account_lines(driver: Driver) -> list[str]:
    place = driver.window.place
    if place.interview_id is None:
        raise StepFailedError("no conversation is open")
    account = interviewing.load(open_vault(driver), place.interview_id).account
    return [line.words for line in account.lines]
