"""Owns what follows the talk: questions, reading back, sorting, the child's plan, seal and sign."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rhi_desktop import app
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.line import read_typed
from rhi_desktop.domain.plan import PlanAuthor
from rhi_desktop.ui.episode.moment_field import write_day
from rhi_desktop.ui.interview.guided_page import GuidedPage
from rhi_desktop.ui.interview.sort_page import SortPage
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.signing.preview_pane import PreviewPane
from rhi_desktop.workflow.practice import PracticeAnswer
from rhi_desktop.workflow.practising import practice_case

MOST_STEPS = 60


def questions(driver: Driver) -> None:
    """Walk the questions one by one and keep the answers that were given."""
    driver.say("answer what was asked")
    given = {one.question: one for one in practice_case().answer}
    driver.press("guided")
    driver.at(PageName.GUIDED)
    _to_the_first(driver)
    driver.shoot("12-one-question")
    for _ in range(MOST_STEPS):
        page = driver.window.page
        if not isinstance(page, GuidedPage):
            break
        answer = given.get(page.question.id)
        if answer is not None:
            _answer(driver, page, answer)
        driver.press("keep_and_go_on" if answer is not None else "leave_for_now")
    driver.at(PageName.CAPTURE)


def _to_the_first(driver: Driver) -> None:
    """The page opens at what was not heard yet; the walk begins at the first question."""
    for _ in range(MOST_STEPS):
        page = driver.window.page
        if not isinstance(page, GuidedPage) or page.question == page.questions()[0]:
            return
        driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def _answer(driver: Driver, page: GuidedPage, answer: PracticeAnswer) -> None:
    for value in answer.values:
        if page.question.kind == "words":
            driver.type("answer_words", value)
        else:
            driver.press(f"answer_{value}")
    if answer.blank is not None:
        driver.press(f"blank_{answer.blank.value}")


def read_back(driver: Driver) -> None:
    """Read the words back, say how it ended."""
    driver.say("read back")
    told = practice_case().interview
    driver.press("finish")
    driver.at(PageName.READ_BACK)
    driver.press(f"ended_{told.outcome.value}")
    driver.press(f"read_back_{told.read_back.value}")
    driver.type("talk_place", told.place)
    driver.key(Qt.Key.Key_Return)
    driver.shoot("13-read-back")


def sort(driver: Driver) -> None:
    """Put each line where it belongs, and say why one topic is empty."""
    driver.say("sort what was said")
    driver.press("to_sort")
    driver.at(PageName.SORT)
    driver.shoot("14-sort")
    told = {read_typed(line.typed).words: line for line in practice_case().line}
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
    for blank in practice_case().topic_blank:
        driver.press(f"account_for_{blank.topic.value}")
        driver.press(f"blank_{blank.blank.value}")
        driver.type("blank_reason", blank.reason)
        driver.key(Qt.Key.Key_Return)
        driver.press("blank_done")
    driver.shoot("15-sorted")
    driver.press("check_answers")
    driver.at(PageName.CHECK)


def plan(driver: Driver) -> None:
    """The child's own plan, line by line, and one promise of an adult."""
    driver.say("make the plan")
    driver.press("change_5")
    driver.at(PageName.CHILD_PLAN)
    today = local(app.moment().now).date()
    for line in practice_case().plan.line:
        block = line.block.value
        if line.author is PlanAuthor.ADULT_PROMISE:
            driver.press(f"promise_{block}")
            driver.type("promise_words", line.words)
            driver.type("promise_who", line.promised_by)
            driver.type("promise_day", write_day(today + timedelta(days=line.days_after or 0)))
            driver.press("keep_promise")
            continue
        mine = line.author is PlanAuthor.CHILD
        driver.press("i_type" if mine else "written_for_me")
        driver.press(f"add_{block}")
        driver.type(f"field_{block}", line.words)
        driver.press(f"keep_{block}")
    for number, line in enumerate(practice_case().plan.line, start=1):
        driver.press(f"line_{number}")
        driver.press(f"agree_{number}_{line.agreed.value}")
        driver.press(f"line_{number}")
    _who_may_see(driver)
    driver.shoot("16-plan")
    driver.press("plan_done")
    driver.at(PageName.CHECK)


def _who_may_see(driver: Driver) -> None:
    for name in practice_case().plan.may_see:
        offered = driver.labelled(name)
        if offered is not None:
            driver.click(offered)
            continue
        driver.press("see_add")
        driver.type("field_see", name)
        driver.press("keep_see")


def seal_and_sign(driver: Driver) -> None:
    """Look at what is open, seal, look at the very pages, sign."""
    driver.say("check, seal and sign")
    pages_in_view(driver)
    driver.shoot("17-check")
    driver.press("seal_or_sign")
    driver.sees("Sealed, not signed yet")
    pages_in_view(driver)
    driver.shoot("18-sealed")
    driver.press("seal_or_sign")
    driver.at(PageName.SEND)
    pages_in_view(driver)
    driver.sees("Genuine")
    driver.shoot("19-signed")


def pages_in_view(driver: Driver) -> None:
    """Wait until the pages are drawn."""
    pane = driver.window.findChild(PreviewPane)
    if pane is None:
        raise StepFailedError("no page of the report is in view")
    driver.wait(lambda: _count(driver) > 0, "the pages of the report")


def _count(driver: Driver) -> int:
    pane = driver.window.findChild(QWidget, "paper")
    host = pane.parent() if pane is not None else None
    return host.pages if isinstance(host, PreviewPane) else 0
