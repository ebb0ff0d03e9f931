"""Owns what follows the talk at the window: reading back, and sorting what was said."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.domain.line import read_typed
from rhi_desktop.domain.reading import Said
from rhi_desktop.ui.interview.line_list import LineList
from rhi_desktop.ui.interview.read_back_page import ReadBackPage
from rhi_desktop.ui.interview.sort_page import SortPage
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import reading_back
from rhi_desktop.workflow.practice import PracticeTalk
from rhi_desktop.workflow.story import StoryVisit

MOST_STEPS = 80
READ_ALOUD = 8
"""So many lines are answered one by one; then the child agrees to the rest."""


def read_back(driver: Driver, visit: StoryVisit, told: PracticeTalk) -> None:
    """Agree, another way, not now; what nobody shall see; one line more; how it ended."""
    driver.say("read back")
    driver.press("finish")
    driver.at(PageName.READ_BACK)
    words = {line.key: read_typed(line.typed).words for line in visit.line}
    said = {words[one.line]: one for one in visit.reading}
    for _ in range(READ_ALOUD):
        reading = said.get(_current(driver))
        if reading is None or reading.said is not Said.CHANGED:
            driver.press("read_agreed")
            continue
        driver.press("read_changed")
        driver.type("changed_words", reading.words)
        driver.shoot("read-back-another-way")
        driver.press("keep_changed")
    driver.press("agree_to_all")
    for line in visit.line:
        if line.keep_from:
            _take(driver, read_typed(line.typed).words)
            driver.type("keep_line_from", ", ".join(line.keep_from))
            driver.key(Qt.Key.Key_Return)
    for reading in visit.reading:
        if reading.said is Said.NOT_NOW:
            _take(driver, words[reading.line])
            driver.press("read_not_now")
    for added in visit.added:
        driver.type("added_words", added.typed)
        driver.press("add_line")
    driver.press(f"ended_{told.outcome.value}")
    driver.shoot("read-back")


def sort(driver: Driver, visit: StoryVisit) -> None:
    """Put each line where it belongs."""
    driver.say("sort what was said")
    driver.press("to_sort")
    driver.at(PageName.SORT)
    driver.shoot("sort")
    told = {read_typed(line.typed).words: line for line in (*visit.line, *visit.added)}
    for _ in range(MOST_STEPS):
        page = driver.window.page
        if not isinstance(page, SortPage) or page.order.current is None:
            break
        line = told[page.order.current.words]
        if line.told_by:
            driver.type("sort_who_told", line.told_by)
            driver.key(Qt.Key.Key_Return)
        for topic in line.topics:
            driver.press(f"place_{topic.value}")
        driver.press("next_line" if line.topics else "no_section")
    driver.shoot("sorted")


def _page(driver: Driver) -> ReadBackPage:
    page = driver.window.page
    if not isinstance(page, ReadBackPage):
        raise StepFailedError("nothing is read back")
    return page


def _current(driver: Driver) -> str:
    line = _page(driver).current
    return line.words if line is not None else ""


def _take(driver: Driver, words: str) -> None:
    """Choose a line in the list below, with the keyboard."""
    lines = [line.words for line in reading_back.to_read(_page(driver).talk.account)]
    driver.find(LineList, "lines")
    driver.focus("lines")
    driver.key(Qt.Key.Key_Home)
    driver.steps(Qt.Key.Key_Down, lines.index(words))
    driver.key(Qt.Key.Key_Return)
    if _current(driver) != words:
        raise StepFailedError("another line is read back than the one that was chosen")
