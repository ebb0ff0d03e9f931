"""Owns what comes before a talk at the window: what is known, how one meets, what is shared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rhi_desktop import app
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.domain.clock import local
from rhi_desktop.ui.episode.moment_field import write_day
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow.practice import PracticeAnswer
from rhi_desktop.workflow.story import StoryVisit


def about(driver: Driver, way: str, told: Iterable[PracticeAnswer], picture: str) -> None:
    """Write down what is known about the child, or about the time away, and go back."""
    driver.press(way)
    driver.at(PageName.ABOUT_CHILD)
    for answer in told:
        give(driver, answer)
    driver.shoot(picture)
    driver.press("back")
    driver.at(PageName.CASE)


def before(driver: Driver, visit: StoryVisit) -> None:
    """How one meets, what the child hears before the first question; then the talk begins."""
    driver.say("before you meet")
    if visit.talk is None:
        raise StepFailedError("the story holds no talk")
    driver.press("start_conversation")
    driver.at(PageName.BEFORE)
    driver.type("meeting_place", visit.talk.place)
    if visit.talk.meeting is not None:
        driver.press(f"meeting_how_{visit.talk.meeting.value}")
    for answer in visit.before:
        give(driver, answer)
    driver.shoot("before-you-meet")
    driver.press("begin")
    driver.at(PageName.CAPTURE)


def give(driver: Driver, answer: PracticeAnswer) -> None:
    """Answer one question where it stands in a form, or say why nothing does."""
    name = answer.question
    if answer.blank is not None:
        driver.press(f"{name}_blank_{answer.blank.value}")
        if answer.reason:
            driver.type(f"{name}_blank_reason", answer.reason)
            driver.key(Qt.Key.Key_Return)
        return
    if answer.hours_before is not None:
        wall = local(app.moment().now - timedelta(hours=answer.hours_before))
        driver.type(f"{name}_answer_day", write_day(wall.date()))
        driver.type(f"{name}_answer_time", f"{wall:%H:%M}")
        driver.key(Qt.Key.Key_Tab)
    for value in answer.values:
        field = driver.window.findChild(QWidget, f"{name}_answer_words")
        if field is not None:
            driver.type(f"{name}_answer_words", value)
            driver.key(Qt.Key.Key_Tab)
        else:
            driver.press(f"{name}_answer_{value}")
    if answer.reason:
        driver.type(f"{name}_because", answer.reason)
        driver.key(Qt.Key.Key_Tab)
