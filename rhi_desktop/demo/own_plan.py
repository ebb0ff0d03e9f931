"""Owns the child's own plan at the window: how it feels, last time, line by line, a drawing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from rhi_desktop import app
from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.visits import open_vault
from rhi_desktop.domain.clock import local
from rhi_desktop.domain.drawing import WIDTH, Stroke
from rhi_desktop.domain.plan import Agreed, PartSeen, PlanAuthor, PlanLine, Sight
from rhi_desktop.ui.child.person_sees import PersonSees
from rhi_desktop.ui.child.plan_route import PARTS, Part
from rhi_desktop.ui.episode.moment_field import write_day
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import planning
from rhi_desktop.workflow.practice import PracticeAnswer, PracticePlan, PracticePlanLine

CTRL = Qt.KeyboardModifier.ControlModifier
FEELINGS, OWN_WORD, BEFORE = "plan_feelings", "plan_own_word", "plan_scale_before"
ONE_UP, AFTER, TAKE_HOME = "plan_one_up", "plan_scale_after", "plan_take_home"


def make(driver: Driver, told: PracticePlan, felt: Iterable[PracticeAnswer]) -> None:
    """From how she feels to whether it is safe to take it home; then back to the adult's page."""
    driver.say("make the plan")
    here = driver.window.place.page
    answers = {one.question: one.values for one in felt}
    driver.key(Qt.Key.Key_M, CTRL)
    driver.at(PageName.CHILD_PLAN)
    _feel(driver, answers)
    _last_time(driver, [line.words for line in told.line if line.brought_from])
    for part in Part:
        lines = [line for line in told.line if line.block in PARTS[part]]
        _part(driver, part, [line for line in lines if not line.brought_from])
        if part is Part.FIRST:
            _who_may_see(driver, told)
        driver.press("plan_next")
    driver.at(PageName.PLAN_DRAW)
    _draw(driver, told)
    driver.at(PageName.PLAN_FEEL)
    driver.press(f"scale_{answers[AFTER][0]}")
    driver.shoot("plan-how-safe-after")
    driver.press("plan_next")
    driver.at(PageName.PLAN_END)
    driver.press(f"take_home_{answers[TAKE_HOME][0]}")
    driver.shoot("plan-take-it-home")
    driver.press("plan_done")
    driver.wait(lambda: driver.window.place.page is not PageName.PLAN_END, "the adult's page")
    driver.say(f"from {here.value} to {driver.window.place.page.value}")


def _feel(driver: Driver, answers: dict[str, tuple[str, ...]]) -> None:
    driver.press("part_feel")
    driver.at(PageName.PLAN_FEEL)
    for feeling in answers[FEELINGS]:
        driver.press(f"feel_{feeling}")
    driver.type("field_feeling", answers[OWN_WORD][0])
    driver.shoot("plan-feelings")
    driver.press("plan_next")
    driver.find(QWidget, "scale_0")
    driver.press(f"scale_{answers[BEFORE][0]}")
    driver.type("field_one_up", answers[ONE_UP][0])
    driver.shoot("plan-how-safe")
    driver.press("plan_next")
    driver.at(PageName.CHILD_PLAN)


def _last_time(driver: Driver, kept: list[str]) -> None:
    """Line by line: what is kept is agreed to again."""
    driver.press("part_earlier")
    driver.at(PageName.PLAN_EARLIER)
    talk = driver.window.place.interview_id
    earlier = planning.earlier_plan(open_vault(driver), talk) if talk is not None else None
    lines = earlier.standing if earlier is not None else ()
    for number, line in enumerate(lines, start=1):
        if line.words in kept:
            driver.press(f"keep_{number}")
            driver.press(f"agree_{number}_{Agreed.YES.value}")
    driver.shoot("plan-last-time")
    driver.press("plan_next")
    driver.at(PageName.CHILD_PLAN)


def _part(driver: Driver, part: Part, lines: list[PracticePlanLine]) -> None:
    driver.at(PageName.CHILD_PLAN)
    for line in lines:
        _write(driver, line)
    for line in lines:
        number = _number(driver, line)
        driver.press(f"line_{number}")
        driver.press(f"agree_{number}_{line.agreed.value}")
        driver.press(f"line_{number}")
    driver.shoot(f"plan-{part.value}")


def _write(driver: Driver, line: PracticePlanLine) -> None:
    block = line.block.value
    if line.author is PlanAuthor.ADULT_PROMISE:
        day = local(app.moment().now).date() + timedelta(days=line.days_after or 0)
        driver.press(f"promise_{block}")
        driver.type("promise_words", line.words)
        driver.type("promise_who", line.promised_by)
        driver.type("promise_day", write_day(day))
        driver.press("keep_promise")
        return
    driver.press("i_type" if line.author is PlanAuthor.CHILD else "written_for_me")
    driver.press(f"add_{block}")
    driver.type(f"field_{block}", line.words)
    driver.press(f"keep_{block}")


def _number(driver: Driver, told: PracticePlanLine) -> int:
    found: list[PlanLine] = []
    talk = driver.window.place.interview_id
    if talk is not None:
        plan = planning.open_plan(open_vault(driver), talk, app.moment())
        found = [line for line in plan.standing if line.words == told.words]
    if len(found) != 1:
        raise StepFailedError("a line of the plan was not kept as it was typed")
    return found[0].number


def _who_may_see(driver: Driver, told: PracticePlan) -> None:
    driver.press("see_parts")
    driver.at(PageName.PLAN_SEEN)
    parts = {part.who: part for part in told.part}
    for who in (*told.may_see, *told.may_not_see):
        if _person(driver, who) is None:
            driver.type("field_person", who)
            driver.press("keep_person")
        if who in told.may_not_see:
            _choose(driver, who, f"_{Sight.NO.value}")
        elif who in parts:
            _some(driver, parts[who])
        else:
            _choose(driver, who, f"_{Sight.ALL.value}")
    driver.shoot("plan-who-may-see")
    driver.press("plan_next")
    driver.at(PageName.CHILD_PLAN)


def _some(driver: Driver, part: PartSeen) -> None:
    _choose(driver, part.who, f"_{Sight.PARTS.value}")
    for block in part.blocks:
        _choose(driver, part.who, f"_{block.value}")


def _choose(driver: Driver, who: str, ending: str) -> None:
    person = _person(driver, who)
    buttons = person.findChildren(QWidget) if person is not None else []
    found = [one for one in buttons if one.objectName().endswith(ending) and one.isVisible()]
    if len(found) != 1:
        raise StepFailedError(f"no single way to choose for {who}: {ending}")
    driver.press(found[0].objectName())


def _person(driver: Driver, who: str) -> PersonSees | None:
    found = driver.window.findChildren(PersonSees)
    return next((one for one in found if one.isVisible() and one.accessibleName() == who), None)


def _draw(driver: Driver, told: PracticePlan) -> None:
    if told.drawing is None:
        raise StepFailedError("the story holds no drawing")
    canvas = driver.find(QWidget, "canvas")
    for stroke in told.drawing.stroke:
        _stroke(canvas, stroke)
    driver.type("field_caption", told.drawing.caption)
    driver.shoot("plan-drawing")
    driver.press("plan_next")


def _stroke(canvas: QWidget, stroke: Stroke) -> None:
    """With the mouse, from point to point: a line with all its corners."""
    scale = min(canvas.width(), canvas.height() * 4 / 3) / WIDTH
    pairs = zip(stroke.points[::2], stroke.points[1::2], strict=True)
    points = [QPoint(round(x * scale), round(y * scale)) for x, y in pairs]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=points[-1])
