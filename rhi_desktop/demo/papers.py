"""Owns the papers at the window: asked first, looked at, saved; a sheet for the first hour."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from rhi_desktop.demo.driver import Driver, StepFailedError
from rhi_desktop.demo.parcels import Reader
from rhi_desktop.demo.signing_off import pages_in_view
from rhi_desktop.demo.stage import Stage
from rhi_desktop.demo.visits import open_vault
from rhi_desktop.domain.given import GivenKind
from rhi_desktop.ui.places import PageName
from rhi_desktop.ui.widgets.wrap_tick import WrapTick
from rhi_desktop.workflow import exporting

FOLDER = "papers"
PLAN, NOTES, LEFT_BEHIND, AGAIN = "plan.pdf", "notes.pdf", "leave-behind.pdf", "again.pdf"
FILES = {
    GivenKind.PLAN: PLAN,
    GivenKind.POCKET: "pocket.pdf",
    GivenKind.CHILD_COPY: "child-copy.pdf",
    GivenKind.LETTER: "letter.pdf",
}
ALL = (*FILES.values(), NOTES, LEFT_BEHIND, AGAIN)
"""What the sittings leave in the folder."""
IN_LETTER = ("someone tells me the day it gets decided. even if its bad",)
SHARED = ("text nan a train so she knows its me", "tea first. one person asks not everyone")
CARER = Reader(
    "Pat Ainsley (invented)", "For the first hour, if she is away", "carer", "handed_over"
)


def give(stage: Stage) -> None:
    """From the signed report to the papers: no leads to the discreet card, yes to every one."""
    driver = stage.driver
    _to_case(driver)
    driver.say("papers for the child: is it safe to take this home?")
    driver.press("papers")
    driver.at(PageName.PAPERS)
    _look(driver, "papers-asked-first")
    driver.press("safe_no")
    _look(driver, "papers-not-safe")
    _save(stage, NOTES)
    driver.press("safe_yes")
    for kind, name in FILES.items():
        driver.press(f"paper_{kind.value}")
        if kind is GivenKind.LETTER:
            _tick(driver, IN_LETTER)
        _look(driver, f"papers-{kind.value.replace('_', '-')}")
        _save(stage, name)
    driver.press("print_paper")
    driver.shoot("papers-before-printing")
    driver.press("print_not_now")
    _first_hour(stage)


def leave_behind(stage: Stage) -> None:
    """Nobody talked with this child: the card to leave behind can be made all the same."""
    driver = stage.driver
    _to_case(driver)
    driver.say("a card to leave behind")
    driver.press("papers")
    driver.at(PageName.PAPERS)
    _look(driver, "papers-without-a-talk")
    _save(stage, LEFT_BEHIND)


def _first_hour(stage: Stage) -> None:
    driver = stage.driver
    driver.say("if she goes missing again: only what is ticked")
    driver.press("to_again")
    driver.at(PageName.AGAIN)
    driver.press("tick_usual")
    _tick(driver, SHARED)
    driver.press("again_agreed")
    _look(driver, "again-ticked")
    driver.type("recipient", CARER.name)
    driver.type("purpose", CARER.purpose)
    driver.press(f"role_{CARER.role}")
    driver.press(f"method_{CARER.method}")
    pages_in_view(driver)
    _save(stage, AGAIN)
    _look(driver, "again-given")
    driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    driver.at(PageName.PAPERS)


def _to_case(driver: Driver) -> None:
    driver.press("back")
    driver.at(PageName.CASE)


def _look(driver: Driver, picture: str) -> None:
    pages_in_view(driver)
    driver.shoot(picture)


def _tick(driver: Driver, words: tuple[str, ...]) -> None:
    for one in words:
        found = [tick for tick in driver.window.findChildren(WrapTick) if one in tick.words]
        shown = [tick for tick in found if tick.isVisible() and not tick.isChecked()]
        if len(shown) != 1:
            raise StepFailedError(f"{len(shown)} ticks for what should be one")
        driver.click(shown[0])


def _save(stage: Stage, name: str) -> None:
    """Save what is in view, and see that it was noted."""
    driver, path = stage.driver, _path(stage, name)
    before = _noted(driver)
    stage.answers.next = path
    driver.press("save_paper")
    driver.wait(path.exists, f"the paper {name}")
    driver.wait(lambda: _noted(driver) > before, "the paper in the log")


def _path(stage: Stage, name: str) -> Path:
    folder = stage.out / FOLDER
    folder.mkdir(exist_ok=True)
    return folder / name


def _noted(driver: Driver) -> int:
    case_id = driver.window.place.case_id
    if case_id is None:
        raise StepFailedError("no case is open")
    return len(exporting.given(open_vault(driver), case_id))
