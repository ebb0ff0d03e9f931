"""Owns the guided questions at the window: what the talk answered, and why the rest was left."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.ui.interview.contents_list import ContentsList
from rhi_desktop.ui.interview.guided_page import GuidedPage
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow.practice import PracticeAnswer

ALT = Qt.KeyboardModifier.AltModifier
SHOWN = frozenset(
    {
        "planned",
        "trigger",
        "afraid_of",
        "travel",
        "older_people",
        "friends_used",
        "not_wanted",
        "sexual",
        "images",
        "made_to_carry",
        "being_back",
        "share_police",
        "feedback",
    }
)
"""What is pressed here: one or two of each kind. The rest of every part is left for a reason."""
SENSITIVE = "made_to_carry"
"""The question that is shown with its five answers."""


def walk(driver: Driver, answers: Iterable[PracticeAnswer], rest: str) -> None:
    """Go to each question that was answered; leave the rest of every part for one reason."""
    driver.say("answer what was asked")
    driver.press("guided")
    driver.at(PageName.GUIDED)
    driver.shoot("one-question")
    driver.key(Qt.Key.Key_M, ALT)
    for answer in answers:
        if answer.question in SHOWN and _go_to(driver, answer.question):
            _give(driver, answer)
        if answer.question == SENSITIVE:
            driver.shoot("five-answers")
    for part in range(driver.find(QTabBar, "sections").count()):
        _turn(driver, part)
        _leave(driver, rest)
    driver.shoot("the-rest-has-a-reason")
    driver.press("back_to_talk")
    driver.at(PageName.CAPTURE)


def _page(driver: Driver) -> GuidedPage:
    page = driver.window.page
    if not isinstance(page, GuidedPage):
        raise StepFailedError("the guided questions do not show")
    return page


def _go_to(driver: Driver, wanted: str) -> bool:
    """By the tab of its part and the list of contents; open ones are heard, not answered."""
    page = _page(driver)
    question = next(one for one in page.questions() if one.id == wanted)
    if question.kind == "open":
        return False
    names = [section.id for section in page.guide.sections]
    _turn(driver, names.index(question.section))
    contents = driver.find(ContentsList, "contents")
    entries = [row.entry.question for row in contents.rows]
    number = [one.id if one is not None else "" for one in entries].index(wanted)
    driver.focus("contents")
    driver.key(Qt.Key.Key_Home)
    driver.steps(Qt.Key.Key_Down, number)
    driver.key(Qt.Key.Key_Return)
    if _page(driver).question.id != wanted:
        raise StepFailedError(f"the question {wanted} does not show")
    return True


def _turn(driver: Driver, part: int) -> None:
    tabs = driver.find(QTabBar, "sections")
    driver.focus("sections")
    steps = part - tabs.currentIndex()
    driver.steps(Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left, abs(steps))


def _give(driver: Driver, answer: PracticeAnswer) -> None:
    kind = _page(driver).question.kind
    for value in answer.values:
        if kind == "words":
            driver.type("answer_words", value)
            driver.key(Qt.Key.Key_Return)
        else:
            driver.press(f"answer_{value}")
    if answer.blank is not None:
        driver.press(f"blank_{answer.blank.value}")


def _leave(driver: Driver, reason: str) -> None:
    way = driver.window.findChild(QWidget, "leave_rest")
    if way is None or not way.isVisible():
        return
    driver.click(way)
    driver.type("rest_reason", reason)
    driver.press("rest_keep")
