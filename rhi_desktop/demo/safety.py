"""Owns immediate safety at the window: the words as spoken, then who was told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.visits import open_vault
from rhi_desktop.domain.disclosure import StepKind, Told
from rhi_desktop.ui.places import PageName
from rhi_desktop.workflow import disclosing
from rhi_desktop.workflow.story import StoryDisclosure, StoryStep

SAFETY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TICKS = (StepKind.CHILD_KNOWS, StepKind.CHILD_DISAGREES, StepKind.NOBODY_IN_DANGER)


def act(driver: Driver, told: StoryDisclosure) -> None:
    """One key from the conversation, every step, and back to the very line."""
    driver.say("immediate safety: write it down, tell who must know")
    here = driver.window.place.page
    driver.key(Qt.Key.Key_S, SAFETY)
    driver.at(PageName.SAFETY)
    steps = {kind: [step for step in told.step if step.kind is kind] for kind in StepKind}
    driver.type("exact_words", steps[StepKind.WORDS][0].words)
    for kind in TICKS:
        if steps[kind]:
            driver.press(f"tick_{kind.value}")
    driver.shoot("immediate-safety")
    driver.press("keep_words")
    for step in steps[StepKind.TOLD]:
        _tell(driver, step)
    for step in steps[StepKind.NOT_NEEDED]:
        _leave_out(driver, step)
    driver.shoot("everybody-told")
    _settled(driver)
    driver.key(Qt.Key.Key_Escape)
    driver.at(here)


def _tell(driver: Driver, step: StoryStep) -> None:
    whom = _value(step)
    driver.press(f"rang_{whom}")
    driver.type(f"told_{whom}_name", step.name)
    if step.reference:
        driver.type(f"told_{whom}_reference", step.reference)
    driver.press(f"told_{whom}_keep")
    driver.wait(lambda: not _open(driver, f"told_{whom}_name"), f"{whom} to be told")


def _leave_out(driver: Driver, step: StoryStep) -> None:
    whom = _value(step)
    driver.press(f"not_needed_{whom}")
    driver.type(f"not_needed_{whom}_words", step.words)
    driver.press(f"not_needed_{whom}_keep")


def _open(driver: Driver, name: str) -> bool:
    field = driver.window.findChild(QWidget, name)
    return field is not None and field.isVisible()


def _value(step: StoryStep) -> str:
    if step.whom is None:
        raise StepFailedError("a step of the story names nobody")
    return step.whom.value


def _settled(driver: Driver) -> None:
    case_id = driver.window.place.case_id
    if case_id is None:
        raise StepFailedError("no case is open")
    (one,) = disclosing.disclosures(open_vault(driver), case_id)
    if one.waiting:
        raise StepFailedError(f"{len(one.waiting)} of {len(Told)} still wait")
